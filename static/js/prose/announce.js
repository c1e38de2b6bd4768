// What a screen reader is to say about something that happened elsewhere on the page.

let region = null
let turn = 0

export const announce = (text) => {
  if (!region) {
    region = document.createElement("div")
    region.className = "prose-said"
    region.setAttribute("role", "status")
    document.body.append(region)
  }
  // The same words twice are no change, and would not be read again.
  turn += 1
  region.textContent = turn % 2 ? text : `${text}\u00a0`
}
