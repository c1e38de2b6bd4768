// The number that is selected, or that the cursor stands in.

const NUMBER = /[−+-]?\d[\d\s,.\u00a0\u202f]*\d|[−+-]?\d/gu

// {from, to, text}, or null. A selection is taken as it is: a date is a figure as well.
export const numberAt = ({ selection, doc }) => {
  const { from, to, empty, $from } = selection
  if (!empty) {
    const text = doc.textBetween(from, to, " ").trim()
    return /\d/.test(text) && text.length <= 60 ? { from, to, text } : null
  }
  const node = $from.parent.isTextblock ? $from.parent : null
  if (!node) return null
  // An atom counts one, as it does in positions.
  const text = node.textBetween(0, node.content.size, "", "\ufffc")
  for (const { 0: found, index } of text.matchAll(NUMBER)) {
    const end = index + found.length
    if (index <= $from.parentOffset && $from.parentOffset <= end) {
      return { from: $from.start() + index, to: $from.start() + end, text: found }
    }
  }
  return null
}
