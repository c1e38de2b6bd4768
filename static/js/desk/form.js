// What the form of an article keeps, counts and shows while somebody writes. Each part is a module
// of its own and does nothing where its place on the page is missing.
import { forgetSaved, keepDraft } from "./autosave.js"
import { showPreview } from "./preview.js"
import { orderQuestions } from "./questions.js"
import { countWords } from "./words.js"

// A second press before the answer is there would be told that somebody has saved meanwhile.
const sendOnce = (form) => {
  let sent = 0
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name !== "verb") return
    if (Date.now() - sent < 5000) event.preventDefault()
    else sent = Date.now()
  })
  // The page comes back as it was, by the browser’s own way.
  addEventListener("pageshow", () => (sent = 0))
}

forgetSaved()
const form = document.getElementById("article_form")
if (form) {
  sendOnce(form)
  countWords(form)
  showPreview(form)
  orderQuestions(form)
  keepDraft(form)
}
