// Where an editor stands: its form, the language of its text, the article that it belongs to.

const about = () => document.querySelector("[data-article-about]")?.dataset ?? {}

export const textareaOf = (editor) => editor.options.element.querySelector("textarea")

// answer_fr is French whatever the page is; else the language of the article.
export const languageOf = (editor) => {
  const textarea = textareaOf(editor)
  return (
    /_(en|fr)$/.exec(textarea?.name)?.[1] ||
    textarea?.form?.querySelector("select[name=language]")?.value ||
    about().articleLanguage ||
    document.documentElement.lang.slice(0, 2) ||
    "en"
  )
}

export const articleOf = () => about().articleAbout || ""

export const tokenOf = (editor) =>
  textareaOf(editor)?.form?.querySelector("[name=csrfmiddlewaretoken]")?.value || ""
