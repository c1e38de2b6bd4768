// What the form of an article keeps, counts and shows while somebody writes. Each part is a module
// of its own and does nothing where its place on the page is missing.
import { forgetSaved, keepDraft } from "./autosave.js"
import { showPreview } from "./preview.js"
import { orderQuestions } from "./questions.js"
import { countWords } from "./words.js"

forgetSaved()
const form = document.getElementById("article_form")
if (form) {
  countWords(form)
  showPreview(form)
  orderQuestions(form)
  keepDraft(form)
}
