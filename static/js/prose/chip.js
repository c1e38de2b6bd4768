// A bound figure as it looks in the editor: its present value, and what is to be known about it.
import { announce } from "./announce.js"
import { watch } from "./record.js"
import { element, filled } from "./words.js"

export class Chip {
  constructor(node, editor, { words, urls }) {
    this.node = node
    this.words = words
    this.now = null
    this.dom = element("data", { value: node.attrs.address, class: "chip", role: "img" })
    this.stop = watch({
      editor,
      url: urls.present,
      figure: node.attrs.address,
      show: (now) => {
        this.now = now
        this.draw()
      },
    })
    this.draw()
  }

  draw() {
    const { address, text } = this.node.attrs
    const name = this.now?.name ?? address
    const value = this.now ? this.now.value : text
    this.dom.classList.toggle("lost", value === null)
    this.dom.classList.toggle("changed", Boolean(text) && value !== null && value !== text)
    const [shown, said] = this.looks(name, value, text)
    this.dom.replaceChildren(...shown)
    this.dom.setAttribute("aria-label", said)
    this.dom.title = said
  }

  // What is seen, and what is said.
  looks(name, value, text) {
    if (value === null) {
      const sign = element("span", { class: "chip-sign" }, this.words.lost)
      return [[text || name, sign], filled(this.words.leadsNowhere, { name, value: text })]
    }
    if (text && value !== text) {
      const sign = element("span", { class: "chip-sign" }, this.words.changed)
      const parts = [element("s", {}, text), "\u00a0→\u00a0", value, sign]
      return [parts, filled(this.words.hasChanged, { name, old: text, value })]
    }
    return [[value || name], filled(this.words.named, { name, value })]
  }

  update(node) {
    if (node.type !== this.node.type || node.attrs.address !== this.node.attrs.address) return false
    this.node = node
    this.draw()
    return true
  }

  selectNode() {
    this.dom.classList.add("ProseMirror-selectednode")
    announce(this.dom.getAttribute("aria-label"))
  }

  deselectNode() {
    this.dom.classList.remove("ProseMirror-selectednode")
  }

  ignoreMutation() {
    return true
  }

  destroy() {
    this.stop()
  }
}
