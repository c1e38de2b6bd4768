// The count of words, the time to read and LIX of the text, as it is written.
import { editorOf, ready } from "./editors.js"
import { measure } from "./readability.js"
import { filled, reading } from "./sentences.js"

const WAIT = 400

export const countWords = async (form) => {
  const panel = document.querySelector(".desk-words")
  const body = form.querySelector("textarea[name=body]")
  if (!panel || !body) return
  const place = (name) => panel.querySelector(`[data-count=${name}]`)
  const number = new Intl.NumberFormat(document.documentElement.lang || "en")
  const show = () => {
    const editor = editorOf(body)
    if (!editor) return
    const found = measure(editor.getText({ blockSeparator: "\n" }))
    const level = reading.levels?.find(([below]) => found.lix < below)?.[1] ?? reading.hardest
    const minutes = Math.max(1, Math.round(found.words / reading.pace))
    place("words").textContent = number.format(found.words)
    place("minutes").textContent = filled(reading.minutes, { n: minutes })
    place("lix").textContent = found.lix ?? "–"
    place("level").textContent = found.lix === null ? "" : level
  }
  let due = 0
  form.addEventListener("input", (event) => {
    if (event.target !== body) return
    clearTimeout(due)
    due = setTimeout(show, WAIT)
  })
  await ready(form)
  show()
}
