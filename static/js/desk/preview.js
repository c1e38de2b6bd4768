// How a search engine and a social network will show the article, as its fields are typed.
import { filled } from "./sentences.js"

// What stands behind the title on every page.
const SUFFIX = " · Cutline"

export const showPreview = (form) => {
  const panel = document.querySelector(".desk-preview")
  if (!panel) return
  const value = (name) => form.querySelector(`[name=${name}]`)?.value.trim() ?? ""
  const parts = {
    title: () => value("seo_title") || value("headline"),
    description: () => value("seo_description") || value("standfirst") || value("headline"),
  }
  const has = (name) => Boolean(form.querySelector(`[name=${name}]`))
  const show = () => {
    for (const [name, words] of Object.entries(parts)) {
      const text = words()
      const most = Number(panel.dataset[name === "title" ? "longestTitle" : "longestDescription"])
      const n = [...text].length + (name === "title" ? SUFFIX.length : 0)
      const length = panel.querySelector(`[data-length=${name}]`)
      length.textContent = filled(n > most ? panel.dataset.cut : panel.dataset.fits, { n, most })
      length.classList.toggle("too-long", n > most)
      for (const place of panel.querySelectorAll(`[data-shown=${name}]`)) place.textContent = text || "…"
    }
  }
  // A form that is only read has no fields: what the server wrote stays.
  if (!has("headline")) return
  form.addEventListener("input", (event) => {
    if (/^(seo_title|seo_description|headline|standfirst)$/.test(event.target.name)) show()
  })
  show()
}
