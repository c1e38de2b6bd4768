// The picker: a field with a list under it, all by keyboard. Each step is a level (see levels.js).
import { element, filled } from "./words.js"

const WAIT = 90

class Picker {
  constructor(start, words, resolve) {
    Object.assign(this, { words, resolve, levels: [start], options: [], active: 0, asked: 0 })
    // What is typed between Enter and the answer: meant for what comes after.
    this.held = ""
    this.heading = element("h2", { id: "picker-title", tabindex: "-1" })
    this.back = element("button", { type: "button", class: "picker-back" }, words.back)
    this.input = element("input", {
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-expanded": "true",
      "aria-autocomplete": "list",
      "aria-controls": "picker-list",
      "aria-labelledby": "picker-title",
      "aria-describedby": "picker-hint",
    })
    this.list = element("div", { id: "picker-list", role: "listbox", "aria-labelledby": "picker-title" })
    this.status = element("p", { class: "picker-status", role: "status" })
    const hint = element("p", { id: "picker-hint", class: "picker-hint" }, words.hint)
    const close = element("button", { type: "button", class: "picker-close" }, words.close)
    const head = element("div", { class: "picker-head" }, this.back, this.heading, close)
    this.dom = element(
      "dialog",
      { class: "picker", "aria-labelledby": "picker-title" },
      ...[head, this.input, this.list, this.status, hint],
    )
    close.addEventListener("click", () => this.end(null))
    this.back.addEventListener("click", () => this.leave())
    this.input.addEventListener("input", () => this.typed())
    this.dom.addEventListener("keydown", (event) => this.pressed(event))
    this.dom.addEventListener("cancel", (event) => {
      event.preventDefault()
      this.leave()
    })
    this.dom.addEventListener("click", (event) => {
      if (event.target === this.dom) this.end(null)
      const option = event.target.closest("[role=option]")
      if (option) this.choose(Number(option.dataset.index))
    })
  }

  open() {
    document.body.append(this.dom)
    this.dom.showModal()
    this.enter()
  }

  get level() {
    return this.levels.at(-1)
  }

  // A step begins: an empty field, and what its level lists without words.
  enter() {
    const [words, ...rest] = this.held.split("\n")
    this.held = rest.join("\n")
    this.isEager = rest.length > 0
    this.input.value = words
    this.heading.textContent = this.level.title
    this.back.hidden = this.levels.length < 2
    this.input.placeholder = this.back.hidden ? this.words.placeholder : ""
    this.input.focus()
    this.load()
  }

  typed() {
    if (this.levels.length === 1 && this.input.value === " ") return this.end({ blank: true })
    clearTimeout(this.timer)
    // Enter waits for the list of what has been typed.
    this.asked += 1
    this.isLoading = true
    this.timer = setTimeout(() => this.load(), WAIT)
  }

  async load() {
    clearTimeout(this.timer)
    const turn = (this.asked += 1)
    this.isLoading = true
    let groups = null
    try {
      groups = await this.level.load(this.input.value.trim())
    } catch {
      groups = null
    }
    if (turn !== this.asked) return
    this.isLoading = false
    this.show(groups)
    if (this.isEager) this.follow()
  }

  // Enter was pressed before the list was there.
  follow() {
    this.isEager = false
    if (this.options.length) return this.choose(this.active)
    this.input.value += this.held.replaceAll("\n", "")
    this.held = ""
  }

  show(groups) {
    this.options = (groups ?? []).flatMap(({ options }) => options)
    let index = 0
    const drawn = (groups ?? [])
      .filter(({ options }) => options.length)
      .map(({ heading, note, options }, place) => {
        const name = element("div", { class: "picker-group", id: `picker-group-${place}`, role: "presentation" }, element("b", {}, heading), note ? ` ${note}` : "")
        const rows = options.map((option) => this.row(option, index++))
        return element("div", { role: "group", "aria-labelledby": `picker-group-${place}` }, name, ...rows)
      })
    this.list.replaceChildren(...drawn)
    this.list.scrollTop = 0
    this.point(0)
    this.status.textContent = this.found(groups)
  }

  found(groups) {
    if (!groups) return this.words.failed
    if (!this.options.length) return this.words.nothing
    return filled(this.words.found, { n: this.options.length })
  }

  row({ text, note, value, level, result }, index) {
    return element(
      "div",
      { role: "option", "aria-label": result?.label, id: `picker-option-${index}`, "data-index": index, "aria-selected": "false" },
      element("span", { class: "picker-what" }, text, note ? element("small", {}, note) : null),
      element("span", { class: "picker-value" }, value ?? (level ? "›" : "")),
    )
  }

  point(index) {
    this.active = Math.max(0, Math.min(index, this.options.length - 1))
    for (const row of this.list.querySelectorAll("[role=option]")) {
      const isActive = Number(row.dataset.index) === this.active
      row.setAttribute("aria-selected", isActive)
      if (isActive) row.scrollIntoView({ block: "nearest" })
    }
    if (this.options.length) this.input.setAttribute("aria-activedescendant", `picker-option-${this.active}`)
    else this.input.removeAttribute("aria-activedescendant")
  }

  pressed(event) {
    if (event.isComposing || this.holds(event)) return
    const act = {
      ArrowDown: () => this.point(this.active + 1 === this.options.length ? 0 : this.active + 1),
      ArrowUp: () => this.point(this.active ? this.active - 1 : this.options.length - 1),
      PageDown: () => this.point(this.active + 8),
      PageUp: () => this.point(this.active - 8),
      Escape: () => this.leave(),
    }[event.key]
    if (act) {
      event.preventDefault()
      // The editor and the page have meanings of their own for these keys.
      event.stopPropagation()
      act()
    } else if (event.key === "Enter" && event.target === this.input) {
      event.preventDefault()
      if (this.isLoading) this.isEager = true
      else this.choose(this.active)
    } else if (event.key === "Backspace" && !this.input.value && this.levels.length > 1) {
      event.preventDefault()
      this.leave()
    }
  }

  holds(event) {
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!this.isEager || !(isText || event.key === "Enter")) return false
    event.preventDefault()
    this.held += isText ? event.key : "\n"
    return true
  }

  choose(index) {
    const option = this.options[index]
    if (!option) return
    if (option.level) {
      this.levels.push(option.level)
      this.enter()
    } else this.end({ ...option.result, typed: this.held.replaceAll("\n", "") })
  }

  // One step back; out of the picker from the first.
  leave() {
    this.held = ""
    if (this.levels.length > 1) {
      this.levels.pop()
      this.enter()
    } else this.end(null)
  }

  end(result) {
    this.asked += 1
    clearTimeout(this.timer)
    this.dom.close()
    this.dom.remove()
    this.resolve(result)
  }
}

// Resolves to the result of the chosen option, {blank: true} for a blank as the first key, or null.
export const pick = (start, words) =>
  new Promise((resolve) => {
    new Picker(start, words, resolve).open()
  })
