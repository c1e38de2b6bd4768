// Blocks bound to data, between paragraphs only: <div data-block="facts" data-of="draw/396"></div>.
import { Document, Node, updateAttrsDialog } from "django-prose-editor/editor"

// A group of its own keeps blocks out of lists, quotations and tables.
export const ArticleDocument = Document.extend({ content: "(block | bound)+" })

const insideOf = ({ options }) => ({
  kind: { type: "string", title: options.words.kind, enum: options.kinds },
  of: { type: "string", title: options.words.of, description: options.words.help },
})

export const BoundBlock = Node.create({
  name: "boundBlock",
  group: "bound",
  atom: true,
  draggable: true,

  addOptions() {
    return { kinds: [], words: { title: "Block", kind: "Kind", of: "Of", help: "" } }
  },

  addAttributes() {
    const kept = (name) => ({
      default: "",
      parseHTML: (element) => element.getAttribute(name) || "",
      renderHTML: () => ({}),
    })
    return { kind: kept("data-block"), of: kept("data-of") }
  },

  parseHTML() {
    return [{ tag: "div[data-block]" }]
  },

  renderHTML({ node }) {
    return ["div", { "data-block": node.attrs.kind, "data-of": node.attrs.of }]
  },

  addMenuItems({ buttons, menu }) {
    const ask = updateAttrsDialog(insideOf(this), { title: this.options.words.title })
    menu.defineItem({
      name: "boundBlock",
      groups: "link",
      button: buttons.material("dashboard_customize", this.options.words.title),
      active: (editor) => editor.isActive("boundBlock"),
      command: async (editor) => {
        const attrs = await ask(editor, editor.getAttributes("boundBlock"))
        if (attrs) editor.chain().focus().insertContent({ type: "boundBlock", attrs }).run()
      },
    })
  },
})
