// The editors of a form, by the text area that each stands for.

export const editorOf = (textarea) =>
  textarea.closest(".prose-editor")?.querySelector(".ProseMirror")?.editor ?? null

const areas = (form) =>
  [...form.querySelectorAll("textarea[data-django-prose-editor-configurable]")].filter(
    ({ id }) => !id.includes("__prefix__"),
  )

// Resolves once every editor of the form is there, or after five seconds in any case.
export const ready = async (form) => {
  for (let turn = 0; turn < 50; turn += 1) {
    if (areas(form).every(editorOf)) return
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
  }
}
