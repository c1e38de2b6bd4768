// The editors of a form, by the text area that each stands for.

export const editorOf = (textarea) =>
  textarea.closest(".prose-editor")?.querySelector(".tiptap")?.editor ?? null

const areas = (form) =>
  [...form.querySelectorAll("textarea[data-django-prose-editor-configurable]")].filter(
    ({ id }) => !id.includes("__prefix__"),
  )

// Resolves once every editor of the form is there, or after five seconds in any case. It looks at
// every frame: what somebody types before is taken for what was there.
export const ready = async (form) => {
  const end = Date.now() + 5000
  while (!areas(form).every(editorOf) && Date.now() < end) {
    await new Promise(requestAnimationFrame)
  }
}
