/* The slash, or Ctrl and K, leads to the field that searches everything. */
const field = document.getElementById("desk-q");
const writes = (target) => target.isContentEditable || target.closest("input, textarea, select");

document.addEventListener("keydown", (event) => {
  const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  // The editor of texts has a use of its own for both keys.
  if (!field || event.defaultPrevented || event.target.isContentEditable) return;
  if (!command && !(slash && !writes(event.target))) return;
  event.preventDefault();
  field.focus();
  field.select();
});
