/* Names for the lists that one types into: select2 draws boxes of its own, which know nothing of
   the label of the field that they stand for. */
const headOf = (cell) => cell.closest("table").querySelector(`thead tr`).cells[cell.cellIndex];

function nameOf(select) {
  if (select.labels.length) return select.labels[0].textContent.trim().replace(/\s*:$/, "");
  const cell = select.closest("td");
  return cell ? headOf(cell)?.textContent.trim() : "";
}

function name(select) {
  const box = select.nextElementSibling?.querySelector("[role=combobox]");
  const words = nameOf(select);
  if (!box || !words) return;
  const shown = box.querySelector(".select2-selection__rendered");
  const chosen = select.multiple ? "" : select.selectedOptions[0]?.textContent.trim();
  box.removeAttribute("aria-labelledby");
  box.setAttribute("aria-label", [words, chosen].filter(Boolean).join(": "));
  // It is drawn as a text field within the box, which is none.
  for (const wrong of ["title", "role", "aria-readonly"]) shown?.removeAttribute(wrong);
  for (const field of box.querySelectorAll("input")) field.setAttribute("aria-label", words);
}

function nameAll(within) {
  for (const select of within.querySelectorAll("select.select2-hidden-accessible")) name(select);
}

addEventListener("load", () => {
  nameAll(document);
  const $ = globalThis.django?.jQuery;
  $?.(document).on("change", "select", (event) => name(event.target));
  $?.(document).on("select2:open", (event) => {
    const field = document.querySelector(".select2-container--open .select2-dropdown input");
    field?.setAttribute("aria-label", nameOf(event.target));
    const box = event.target.nextElementSibling?.querySelector("[role=combobox]");
    box?.setAttribute("aria-controls", box.getAttribute("aria-owns"));
  });
});
// Django’s own listener draws the boxes of a new row on the same event, after ours.
document.addEventListener("formset:added", (event) => setTimeout(nameAll, 0, event.target));

// A box in a table is named by its column, which is in no label.
for (const box of document.querySelectorAll("td.delete input[type=checkbox]")) {
  if (!box.labels.length) box.setAttribute("aria-label", headOf(box.closest("td")).textContent.trim());
}
// The corner above the names of rows heads nothing.
for (const corner of document.querySelectorAll("th.original:empty")) {
  const cell = document.createElement("td");
  cell.className = corner.className;
  corner.replaceWith(cell);
}
