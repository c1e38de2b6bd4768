// Tables with a caption. The editor's own table has no place for one and would drop it.
import { Table, updateAttrsDialog } from "django-prose-editor/editor"

// A document that is never shown: what is made in it runs and loads nothing.
const elsewhere = document.implementation.createHTMLDocument("")

const escaped = (text) => {
  const box = elsewhere.createElement("p")
  box.textContent = text
  return box.innerHTML
}

// Words and bound figures, as HTML; everything else is read as its words.
const wordsOf = (element) =>
  [...element.childNodes]
    .map((node) =>
      node.nodeName === "DATA" && node.hasAttribute("value")
        ? `<data value="${escaped(node.getAttribute("value")).replaceAll('"', "&quot;")}">${escaped(node.textContent)}</data>`
        : escaped(node.textContent),
    )
    .join("")

const parsed = (html) => {
  const box = elsewhere.createElement("caption")
  box.innerHTML = html
  return box
}

export const CaptionedTable = Table.extend({
  addOptions() {
    return { ...this.parent?.(), words: { caption: "Caption" } }
  },

  addAttributes() {
    return {
      ...this.parent?.(),
      caption: {
        default: "",
        parseHTML: (table) => {
          const caption = table.querySelector(":scope > caption")
          return caption ? wordsOf(caption) : ""
        },
        // The style sheet shows it above the table.
        renderHTML: ({ caption }) =>
          caption ? { "data-caption": parsed(caption).textContent } : {},
      },
    }
  },

  parseHTML() {
    return [{ tag: "table" }, { tag: "caption", ignore: true }]
  },

  renderHTML({ node, HTMLAttributes }) {
    const dom = elsewhere.createElement("table")
    for (const [name, value] of Object.entries(HTMLAttributes)) {
      if (value != null) dom.setAttribute(name, value)
    }
    if (node.attrs.caption) dom.append(parsed(node.attrs.caption))
    const contentDOM = dom.appendChild(elsewhere.createElement("tbody"))
    return { dom, contentDOM }
  },

  addMenuItems(storage) {
    this.parent?.(storage)
    const { caption } = this.options.words
    const ask = updateAttrsDialog({ caption: { type: "string", title: caption } }, { title: caption })
    storage.menu.defineItem({
      name: "table:caption",
      groups: "table",
      button: storage.buttons.material("subtitles", caption),
      hidden: (editor) => !editor.isActive("table"),
      command: async (editor) => {
        const attrs = await ask(editor, editor.getAttributes("table"))
        if (attrs) {
          const words = wordsOf(parsed(attrs.caption))
          editor.chain().focus().updateAttributes("table", { caption: words }).run()
        }
      },
    })
  },
})
