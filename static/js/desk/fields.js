// What a form holds, as plain values: for keeping, comparing and bringing back.
import { editorOf } from "./editors.js"

// The site's own, different on every visit, or of no use in another.
const OURS = /^(csrfmiddlewaretoken|version|verb|replace|_\w+|.*-__prefix__-.*|.*-INITIAL_FORMS|.*-M(IN|AX)_NUM_FORMS)$/

// Empty paragraphs at the end are made by the editor, not by anybody who writes.
const bare = (html) => html.replace(/(<p><\/p>)+$/, "")

const valueOf = (field) => {
  if (field.type === "checkbox" || field.type === "radio") return field.checked ? field.value : null
  const editor = field.tagName === "TEXTAREA" ? editorOf(field) : null
  return editor ? bare(editor.getHTML()) : field.value
}

// {name: value}; of several fields of one name the values that are ticked, as a list.
export const valuesOf = (form) => {
  const values = {}
  for (const field of form.elements) {
    if (!field.name || /^(file|submit|button)$/.test(field.type) || OURS.test(field.name)) continue
    const value = valueOf(field)
    if (field.type === "checkbox" || field.type === "radio") {
      values[field.name] = [...(values[field.name] ?? []), ...(value === null ? [] : [value])]
    } else if (field.multiple) {
      values[field.name] = [...field.selectedOptions].map((option) => option.value)
    } else values[field.name] = value
  }
  return values
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)

// The names of the fields whose values differ.
export const changed = (before, now) =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (name) => !same(before[name], now[name]),
  )

const put = (field, value) => {
  if (field.type === "checkbox" || field.type === "radio") field.checked = value.includes(field.value)
  else if (field.multiple) {
    for (const option of field.options) option.selected = value.includes(option.value)
  } else {
    const editor = field.tagName === "TEXTAREA" ? editorOf(field) : null
    if (editor) editor.commands.setContent(value, { emitUpdate: true })
    else field.value = value
  }
  field.dispatchEvent(new Event("input", { bubbles: true }))
  field.dispatchEvent(new Event("change", { bubbles: true }))
}

// Only what differs: a choice that the form does not offer any more stays as it is.
export const putBack = (form, values) => {
  const now = valuesOf(form)
  for (const field of form.elements) {
    const value = values[field.name]
    if (value !== undefined && !same(value, now[field.name])) put(field, value)
  }
}
