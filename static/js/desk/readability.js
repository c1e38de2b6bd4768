// LIX, words and minutes, as articles/prose/readability.py reckons them.

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const SENTENCE = /[.!?…]+(?=\s|$)|\n+/u
const LONG = 6

export const measure = (text) => {
  const all = text.match(WORD) ?? []
  const words = all.filter((word) => !/^\p{Nd}+$/u.test(word))
  const sentences = text.split(SENTENCE).filter((part) => part.search(WORD) >= 0).length
  if (!words.length) return { words: all.length, sentences, lix: null }
  const long = words.filter((word) => [...word].length > LONG).length
  const lix = Math.round(words.length / sentences + (100 * long) / words.length)
  return { words: all.length, sentences, lix }
}
