// The present words of figures and blocks: everything on a page that is shown, in one request.
import { languageOf, tokenOf } from "./place.js"

// Each: {editor, url, figure or block, show}.
const watchers = new Set()
const known = new Map()
let due = 0

const keyOf = (watcher) =>
  `${watcher.url} ${languageOf(watcher.editor)} ${watcher.figure ?? `block ${watcher.block.join(" ")}`}`

const tell = (watcher) => {
  const key = keyOf(watcher)
  if (known.has(key)) watcher.show(known.get(key))
}

const ask = async (url, language, group) => {
  const blocks = group.filter((watcher) => watcher.block).map((watcher) => watcher.block)
  const figures = group.filter((watcher) => watcher.figure).map((watcher) => watcher.figure)
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": tokenOf(group[0].editor) },
    body: JSON.stringify({ language, figures: [...new Set(figures)], blocks }),
  })
  if (!response.ok || response.redirected) throw new Error(response.statusText)
  const found = await response.json()
  for (const watcher of group) {
    const of = watcher.figure
      ? found.figures[watcher.figure]
      : { title: found.blocks[watcher.block.join(" ")] ?? null }
    if (of) known.set(keyOf(watcher), of)
    tell(watcher)
  }
}

const askForAll = async () => {
  due = 0
  const groups = new Map()
  for (const watcher of watchers) {
    if (known.has(keyOf(watcher))) continue
    const key = `${watcher.url} ${languageOf(watcher.editor)}`
    groups.set(key, [...(groups.get(key) ?? []), watcher])
  }
  for (const group of groups.values()) {
    // Without an answer the stored words stay, unmarked, until the page is looked at again.
    await ask(group[0].url, languageOf(group[0].editor), group).catch(() => {})
  }
}

const plan = () => {
  due ||= setTimeout(askForAll, 30)
}

// Calls `show` with {name, value} or {title} now or soon, and again when that changes.
export const watch = (watcher) => {
  watchers.add(watcher)
  if (known.has(keyOf(watcher))) queueMicrotask(() => tell(watcher))
  else plan()
  return () => watchers.delete(watcher)
}

export const askAgain = () => {
  known.clear()
  plan()
}

// Somebody comes back to the page: the record may have changed meanwhile.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") askAgain()
})
document.addEventListener("change", (event) => {
  if (event.target.matches?.("select[name=language]")) askAgain()
})
