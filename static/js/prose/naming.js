// Names for what the editor leaves without one, in the language of the desk.
import { textareaOf } from "./place.js"

const labelOf = (textarea) =>
  document.querySelector(`label[for="${CSS.escape(textarea.id)}"]`)?.textContent.replace(/[\s:]+$/, "")

export const nameParts = (editor, tools) => {
  const { dom } = editor.view
  const textarea = textareaOf(editor)
  dom.setAttribute("aria-multiline", "true")
  const label = textarea && labelOf(textarea)
  if (label) dom.setAttribute("aria-label", label)
  const bar = editor.options.element.querySelector(".prose-menubar")
  if (label) bar?.setAttribute("aria-label", label)
  bar?.setAttribute("role", "group")
  for (const button of bar?.querySelectorAll("[data-name]") ?? []) {
    const name = tools[button.dataset.name]
    if (!name) continue
    if (button.matches("button.prose-menubar__button")) button.setAttribute("aria-label", name)
    button.title = name
  }
}
