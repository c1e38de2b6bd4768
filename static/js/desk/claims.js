// Reads along while somebody writes: asks what the record says of the text, shows it beside the
// form, and puts figures of the record in place of wrong words.
import { inEditor, inField } from "./replacing.js"

const PAUSE = 900
const panel = document.getElementById("claims")
const form = document.getElementById("article_form")

const list = panel?.querySelector("[data-list]")
let waiting, running

const note = (words) => {
  const line = document.createElement("p")
  line.className = "claims-note"
  line.setAttribute("role", "alert")
  line.textContent = words
  list.querySelector(":scope > .claims-note[role=alert]")?.remove()
  list.prepend(line)
}

// The list is ours, rendered and escaped by the server. What somebody opened or typed in it stays.
const show = (html) => {
  if (html === list.dataset.shown) return
  const open = [...list.querySelectorAll("details")].map((each) => each.open)
  const typed = new Map([...list.querySelectorAll("input")].map((each) => [each.name, each.value]))
  list.innerHTML = html
  list.dataset.shown = html
  list.querySelectorAll("details").forEach((each, place) => (each.open = open[place] ?? false))
  list.querySelectorAll("input").forEach((each) => (each.value = typed.get(each.name) ?? ""))
  list.querySelectorAll(".claims-script").forEach((each) => (each.hidden = false))
}

const send = (address, data, signal) =>
  fetch(address, { method: "POST", body: data, headers: { "X-Part": "claims" }, signal })

const read = async () => {
  // Never under the hands of somebody who writes a reason.
  if (list.contains(document.activeElement) && document.activeElement.matches("input")) return later()
  running?.abort()
  running = new AbortController()
  try {
    const answer = await send(panel.dataset.read, new FormData(form), running.signal)
    if (answer.redirected || answer.status >= 500) throw new Error(answer.status)
    show(await answer.text())
  } catch (failed) {
    if (failed.name !== "AbortError") note(panel.dataset.failed)
  }
}

const later = () => {
  clearTimeout(waiting)
  waiting = setTimeout(read, PAUSE)
}

const leave = async (button) => {
  const data = new FormData(form)
  data.set("leave", button.value)
  try {
    const answer = await send(button.formAction, data)
    const words = await answer.text()
    if (answer.ok) return show(words)
    if (answer.status === 400) return note(words)
    throw new Error(answer.status)
  } catch {
    note(panel.dataset.failed)
  }
}

const editorOf = (area) => area.closest(".prose-editor")?.querySelector(".tiptap")?.editor

// Anybody may ask for a replacement; whoever makes it says so with preventDefault.
const replace = (event) => {
  const { where } = event.detail
  const field = form.elements[where]
  const areas = [...form.querySelectorAll("textarea")]
  const texts = where === "body" ? [form.elements.body] : areas.filter((a) => a.name !== "body")
  const editors = texts.map((area) => area && editorOf(area)).filter(Boolean)
  const done =
    where === "headline" || where === "standfirst"
      ? inField(field, event.detail)
      : editors.some((editor) => inEditor(editor, event.detail))
  if (done) event.preventDefault()
}

const ask = ({ where, sentence, found, words, address }) =>
  !document.dispatchEvent(
    new CustomEvent("cutline:replace", {
      cancelable: true,
      detail: { where, sentence, found, text: words, address },
    }),
  )

const press = (event) => {
  const button = event.target.closest("button[name]")
  if (button?.name === "leave") {
    event.preventDefault()
    leave(button)
  } else if (button?.name === "replace" && ask(button.dataset)) {
    event.preventDefault()
    read()
  }
}

if (panel && form) {
  panel.querySelector(".claims-ask").hidden = true
  panel.querySelectorAll(".claims-script").forEach((each) => (each.hidden = false))
  form.addEventListener("input", (event) => panel.contains(event.target) || later())
  form.addEventListener("change", (event) => panel.contains(event.target) || later())
  document.addEventListener("prose-editor:ready", ({ detail }) => detail.editor?.on("update", later))
  for (const dom of form.querySelectorAll(".tiptap")) dom.editor?.on("update", later)
  document.addEventListener("cutline:replace", replace)
  panel.addEventListener("click", press)
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input")) return
    event.preventDefault()
    event.target.parentElement.querySelector("button[name=leave]").click()
  })
}
