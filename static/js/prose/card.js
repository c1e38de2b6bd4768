// A block as it looks in the editor: what it is, what it shows, and what can be done with it.
import { announce } from "./announce.js"
import { changeBlock } from "./choose.js"
import { move } from "./moves.js"
import { watch } from "./record.js"
import { element, filled } from "./words.js"

const ACTIONS = ["up", "down", "edit", "remove"]
const SIGNS = { up: "arrow_upward", down: "arrow_downward", edit: "edit", remove: "delete" }

export class Card {
  constructor({ node, editor, getPos }, options) {
    Object.assign(this, { node, editor, getPos, options, words: options.words, now: null })
    this.kind = element("b", { class: "card-kind" })
    this.title = element("span", { class: "card-title" })
    const buttons = ACTIONS.map((action) => this.button(action))
    const tools = element("span", { class: "card-tools" }, ...buttons)
    this.dom = element(
      "div",
      { class: "bound-card", role: "group", contenteditable: "false" },
      element("span", { class: "card-words" }, this.kind, this.title),
      tools,
    )
    this.watch()
    this.draw()
  }

  watch() {
    const { kind, of } = this.node.attrs
    const show = (now) => {
      this.now = now
      this.draw()
    }
    this.stop?.()
    this.stop = watch({ editor: this.editor, url: this.options.urls.present, block: [kind, of], show })
  }

  get label() {
    const { kind } = this.node.attrs
    return this.options.labels[kind] ?? kind
  }

  draw() {
    const { kind, of } = this.node.attrs
    const lost = this.now?.title === null
    const title = lost ? filled(this.words.lost, { of }) : (this.now?.title ?? of)
    this.dom.dataset.block = kind
    this.dom.dataset.of = of
    this.dom.classList.toggle("lost", lost)
    this.kind.textContent = this.label
    this.title.textContent = title
    this.dom.setAttribute("aria-label", filled(this.words.named, { kind: this.label, title }))
  }

  button(action) {
    const made = element(
      "button",
      { type: "button", class: "material-icons", "data-action": action, "aria-label": this.words[action], title: this.words[action] },
      SIGNS[action],
    )
    made.addEventListener("click", () => this.act(action))
    return made
  }

  act(action) {
    const pos = this.getPos()
    if (action === "edit") changeBlock(this.editor, pos, this.options)
    else if (action === "remove") this.remove(pos)
    else {
      move(this.editor, pos, action === "up" ? -1 : 1, this.words)
      // The card is drawn anew in its new place; whoever pressed the button goes along.
      const place = this.editor.state.selection.from
      this.editor.view.nodeDOM(place)?.querySelector?.(`[data-action=${action}]`)?.focus()
    }
  }

  remove(pos) {
    this.editor.chain().deleteRange({ from: pos, to: pos + this.node.nodeSize }).focus().run()
    announce(this.words.removed)
  }

  update(node) {
    if (node.type !== this.node.type) return false
    const isOther = node.attrs.kind !== this.node.attrs.kind || node.attrs.of !== this.node.attrs.of
    this.node = node
    if (isOther) {
      this.now = null
      this.watch()
    }
    this.draw()
    return true
  }

  selectNode() {
    this.dom.classList.add("ProseMirror-selectednode")
    announce(`${this.dom.getAttribute("aria-label")}. ${this.words.keys}`)
  }

  deselectNode() {
    this.dom.classList.remove("ProseMirror-selectednode")
  }

  // Its buttons are its own; everything else is for the editor.
  stopEvent(event) {
    return Boolean(event.target.closest?.("button")) && event.type !== "dragstart"
  }

  ignoreMutation() {
    return true
  }

  destroy() {
    this.stop()
  }
}
