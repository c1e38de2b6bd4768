// Figures bound to the record, kept whole through editing: <data value="draw/396/crs">508</data>.
import { Node, updateAttrsDialog } from "django-prose-editor/editor"

const insideOf = (node) => ({
  address: { type: "string", title: node.options.words.address, required: true },
  text: {
    type: "string",
    title: node.options.words.text,
    description: node.options.words.help,
  },
})

export const BoundFigure = Node.create({
  name: "boundFigure",
  group: "inline",
  inline: true,
  atom: true,

  addOptions() {
    return { words: { title: "Figure", address: "Address", text: "Text", help: "" } }
  },

  addAttributes() {
    const unseen = { default: "", renderHTML: () => ({}) }
    return {
      address: { ...unseen, parseHTML: (element) => element.getAttribute("value") },
      text: { ...unseen, parseHTML: (element) => element.textContent },
    }
  },

  parseHTML() {
    return [{ tag: "data[value]" }]
  },

  renderHTML({ node }) {
    return ["data", { value: node.attrs.address, title: node.attrs.address }, node.attrs.text]
  },

  renderText({ node }) {
    return node.attrs.text
  },

  addMenuItems({ buttons, menu }) {
    const ask = updateAttrsDialog(insideOf(this), { title: this.options.words.title })
    menu.defineItem({
      name: "boundFigure",
      groups: "link",
      button: buttons.material("pin", this.options.words.title),
      active: (editor) => editor.isActive("boundFigure"),
      command: async (editor) => {
        const attrs = await ask(editor, editor.getAttributes("boundFigure"))
        if (attrs) editor.chain().focus().insertContent({ type: "boundFigure", attrs }).run()
      },
    })
  },
})
