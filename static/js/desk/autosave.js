// Unsaved words are kept in the browser, offered when the form is opened again, and never put into
// it unasked.
import { ready } from "./editors.js"
import { changed, putBack, same, valuesOf } from "./fields.js"
import { filled, sentences } from "./sentences.js"
import { keyOf, keys, read, remove, sweep, write } from "./store.js"

const WAIT = 800
// Dragging and buttons change a form without telling; so it is looked at now and then.
const EVERY = 4000

const languageOfPage = () => document.documentElement.lang || "en"
const timeOf = (at) =>
  new Intl.DateTimeFormat(languageOfPage(), { dateStyle: "medium", timeStyle: "short" }).format(at)

// The page after a successful save has a message of success: what was sent is safe.
export const forgetSaved = () => {
  sweep(Date.now())
  if (!document.querySelector(".messagelist .success")) return
  for (const key of keys()) {
    if (read(key)?.sent) remove(key)
  }
}

const labelsOf = (form, names) => {
  const labels = names.map((name) => {
    const field = form.querySelector(`[name="${CSS.escape(name)}"]`)
    const row = field?.closest(".form-row, .inline-related, fieldset")
    return row?.querySelector("label, legend, h3 b")?.textContent.replace(/[:\s]+$/, "").trim()
  })
  return [...new Set(labels.filter(Boolean))].slice(0, 6).join(", ")
}

class Draft {
  constructor(form, panel) {
    const { articleAbout, user } = panel.dataset
    this.form = form
    this.key = keyOf(user, articleAbout, location.search)
    this.version = form.querySelector("[name=version]")?.value ?? ""
    this.said = panel.querySelector("[data-kept]")
    this.start = valuesOf(form)
    this.last = this.start
    this.isSent = false
    // A form that came back with faults shows words that are saved nowhere.
    this.wasRefused = Boolean(document.querySelector(".errornote, .errorlist"))
  }

  isAsSaved(values) {
    return !this.wasRefused && same(values, this.start)
  }

  get isChanged() {
    return !this.isAsSaved(valuesOf(this.form))
  }

  keep(more = {}) {
    const values = valuesOf(this.form)
    if (same(values, this.last) && !more.sent) return
    this.last = values
    if (this.isAsSaved(values)) {
      remove(this.key)
      this.said.textContent = ""
      return
    }
    const at = Date.now()
    const isKept = write(this.key, { version: this.version, at, values, ...more })
    this.said.textContent = isKept ? filled(sentences.kept, { time: timeOf(at) }) : sentences.none
  }

  // Nothing is kept over an offer that nobody has answered.
  watch() {
    let due = 0
    const soon = () => {
      clearTimeout(due)
      due = setTimeout(() => this.keep(), WAIT)
    }
    this.form.addEventListener("input", soon)
    this.form.addEventListener("change", soon)
    this.timer = setInterval(() => this.keep(), EVERY)
  }

  offer(kept) {
    const offer = document.getElementById("desk-draft-offer").content.firstElementChild.cloneNode(true)
    offer.querySelector("[data-when]").textContent = filled(sentences.when, { time: timeOf(kept.at) })
    const fields = labelsOf(this.form, changed(this.start, kept.values))
    offer.querySelector("[data-what]").textContent = fields ? filled(sentences.what, { fields }) : ""
    offer.querySelector("[data-older]").hidden = kept.version === this.version
    offer.addEventListener("click", async ({ target }) => {
      const { act } = target.dataset
      if (act === "restore") await this.restore(kept.values)
      if (act === "drop") remove(this.key)
      if (!act) return
      offer.remove()
      this.said.textContent = act === "restore" ? sentences.back : sentences.dropped
      this.watch()
    })
    this.form.before(offer)
  }

  async restore(values) {
    await this.addRows(values)
    putBack(this.form, values)
  }

  // Questions that were added and never saved need their rows first.
  async addRows(values) {
    const total = this.form.querySelector("[name=questions-TOTAL_FORMS]")
    const wanted = Number(values["questions-TOTAL_FORMS"] ?? 0)
    const add = () => this.form.querySelector("#questions-group .add-row a")
    for (let turn = 0; total && add() && Number(total.value) < wanted && turn < 40; turn += 1) add().click()
    await ready(this.form)
  }
}

export const keepDraft = async (form) => {
  const panel = document.querySelector("[data-article-about]")
  if (!panel) return
  await ready(form)
  const draft = new Draft(form, panel)
  form.addEventListener("submit", () => {
    draft.isSent = true
    draft.keep({ sent: true })
  })
  addEventListener("beforeunload", (event) => {
    if (draft.isSent || !draft.isChanged) return
    if (!document.querySelector(".desk-offer")) draft.keep()
    event.preventDefault()
  })
  const kept = read(draft.key)
  if (kept && !draft.wasRefused && !same(kept.values, draft.start)) draft.offer(kept)
  else draft.watch()
}
