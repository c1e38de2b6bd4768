// Blocks bound to data, between paragraphs only: <div data-block="facts" data-of="draw/396"></div>.
import { Document, Node } from "django-prose-editor/editor"
import { Card } from "./card.js"
import { changeBlock } from "./choose.js"
import { move, topOf } from "./moves.js"

// A group of its own keeps blocks out of lists, quotations and tables.
export const ArticleDocument = Document.extend({ content: "(block | bound)+" })

export const BoundBlock = Node.create({
  name: "boundBlock",
  group: "bound",
  atom: true,
  draggable: true,

  addOptions() {
    return { labels: {}, urls: {}, words: {} }
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

  addNodeView() {
    return (view) => new Card(view, this.options)
  },

  addKeyboardShortcuts() {
    const moved = (step) => {
      move(this.editor, topOf(this.editor.state).pos, step, this.options.words)
      return true
    }
    return {
      "Alt-ArrowUp": () => moved(-1),
      "Alt-ArrowDown": () => moved(1),
      Enter: () => {
        const { node, from } = this.editor.state.selection
        if (node?.type.name !== this.name) return false
        changeBlock(this.editor, from, this.options)
        return true
      },
    }
  },
})
