// Putting words, or a bound figure, where others stand: in a field, and in the editor.

const even = (text) => text.replace(/\s/g, " ")

// Where the words found stand in a text: in their sentence; -1 if the sentence is not there.
const placeIn = (words, sentence, found) => {
  const from = even(words).indexOf(even(sentence))
  return from < 0 ? -1 : even(words).indexOf(even(found), from)
}

export const inField = (field, { sentence, found, text }) => {
  const from = field ? placeIn(field.value, sentence, found) : -1
  if (from < 0) return false
  field.value = field.value.slice(0, from) + text + field.value.slice(from + found.length)
  field.dispatchEvent(new Event("input", { bubbles: true }))
  return true
}

// The words of a block, and for each letter where it stands; a figure stands in one place.
const lettersOf = (block, start) => {
  let words = ""
  const places = []
  block.forEach((child, offset) => {
    const said = child.isText ? child.text : (child.attrs.text ?? "")
    for (let n = 0; n < said.length; n += 1) {
      places.push({ at: start + offset + (child.isText ? n : 0), whole: !child.isText })
    }
    words += said
  })
  return { words, places }
}

export const inEditor = (editor, { sentence, found, text, address }) => {
  let range = null
  editor.state.doc.descendants((node, position) => {
    if (range || !node.isTextblock) return !range
    const { words, places } = lettersOf(node, position + 1)
    const from = placeIn(words, sentence, found)
    const letters = from < 0 ? [] : places.slice(from, from + found.length)
    if (letters.length && !letters.some((letter) => letter.whole)) {
      range = { from: letters[0].at, to: letters.at(-1).at + 1 }
    }
    return false
  })
  if (!range) return false
  const put = address ? { type: "boundFigure", attrs: { address, text } } : text
  return editor.chain().focus().insertContentAt(range, put).run()
}
