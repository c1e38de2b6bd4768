// Figures bound to the record, kept whole through editing: <data value="draw/396/crs">508</data>.
import { Node } from "django-prose-editor/editor"
import { Chip } from "./chip.js"

export const BoundFigure = Node.create({
  name: "boundFigure",
  group: "inline",
  inline: true,
  atom: true,

  addOptions() {
    return { urls: {}, words: {} }
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
    return ["data", { value: node.attrs.address }, node.attrs.text]
  },

  renderText({ node }) {
    return node.attrs.text
  },

  addNodeView() {
    return ({ node, editor }) => new Chip(node, editor, this.options)
  },
})
