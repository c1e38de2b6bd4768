// What this browser keeps of unsaved forms. A private window may refuse: then nothing is kept.

const PREFIX = "cutline-draft:"
// Longer than anybody leaves an article open; what is older is in nobody's way.
const OLDEST = 30 * 24 * 3600 * 1000

const tried = (act, otherwise = null) => {
  try {
    return act()
  } catch {
    return otherwise
  }
}

export const keyOf = (user, article, query) => `${PREFIX}${user}:${article || `new${query}`}`

export const read = (key) => tried(() => JSON.parse(localStorage.getItem(key)))

export const write = (key, draft) =>
  tried(() => {
    localStorage.setItem(key, JSON.stringify(draft))
    return true
  }, false)

export const remove = (key) => tried(() => localStorage.removeItem(key))

export const keys = () =>
  tried(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)), [])

export const sweep = (now) => {
  for (const key of keys()) {
    if (!(now - read(key)?.at < OLDEST)) remove(key)
  }
}
