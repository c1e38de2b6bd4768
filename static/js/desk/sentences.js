// The sentences that the page brings along in the language of the desk.

const read = (id) => JSON.parse(document.getElementById(id)?.textContent || "{}")

export const sentences = read("desk-sentences")
export const reading = read("desk-reading")

export const filled = (sentence = "", values = {}) =>
  sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
