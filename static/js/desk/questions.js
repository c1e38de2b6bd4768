// Questions under an article: moved by buttons as well as by dragging.
import { filled, sentences } from "./sentences.js"

const rowsOf = (group) =>
  [...group.querySelectorAll(".inline-related")].filter((row) => !row.classList.contains("empty-form"))

const named = (group) => {
  rowsOf(group).forEach((row, place) => {
    for (const button of row.querySelectorAll(":scope > h3 [data-step]")) {
      const name = button.dataset.step === "-1" ? sentences.up : sentences.down
      button.setAttribute("aria-label", filled(name, { n: place + 1 }))
      button.title = button.getAttribute("aria-label")
    }
  })
}

const numbered = (group) => {
  rowsOf(group).forEach((row, place) => {
    const position = row.querySelector("input._reorder_, input[name$=-position]")
    if (position) position.value = place + 1
  })
}

const moved = (group, row, step, said) => {
  const rows = rowsOf(group)
  const place = rows.indexOf(row) + step
  if (place < 0 || place >= rows.length) return
  rows[place][step < 0 ? "before" : "after"](row)
  numbered(group)
  named(group)
  row.querySelector(`:scope > h3 [data-step="${step}"]`).focus()
  said.textContent = filled(sentences.moved, { n: place + 1, all: rows.length })
  group.dispatchEvent(new Event("input", { bubbles: true }))
}

const equipped = (group, row, said) => {
  const heading = row.querySelector(":scope > h3")
  if (!heading || heading.querySelector("[data-step]")) return
  const tools = document.createElement("span")
  tools.className = "question-tools"
  for (const [step, sign] of [[-1, "↑"], [1, "↓"]]) {
    const button = document.createElement("button")
    button.type = "button"
    button.dataset.step = step
    button.textContent = sign
    button.addEventListener("click", () => moved(group, row, step, said))
    tools.append(button)
  }
  heading.append(tools)
}

export const orderQuestions = (form) => {
  const group = form.querySelector("#questions-group")
  if (!group) return
  const said = document.createElement("p")
  said.className = "prose-said"
  said.setAttribute("role", "status")
  group.append(said)
  const all = () => {
    for (const row of rowsOf(group)) equipped(group, row, said)
    named(group)
  }
  document.addEventListener("formset:added", all)
  document.addEventListener("formset:removed", all)
  all()
}
