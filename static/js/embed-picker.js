// On the page of embeds: a button that copies the code. Without it, the field can be copied by hand.
for (const box of document.querySelectorAll("[data-copy]")) {
  const code = document.getElementById(box.dataset.copy);
  const said = box.querySelector("[role=status]");
  box.hidden = false;
  box.querySelector("button").addEventListener("click", async () => {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
    } catch {
      // Only pages by HTTPS have the clipboard; what is selected can always be copied.
      document.execCommand("copy");
    }
    said.textContent = box.dataset.done;
  });
}
