// A passkey needs a script: without one its button is not there, and what went wrong is said.
const forms = document.querySelectorAll(".needs-script");
const can = Boolean(window.PublicKeyCredential);
for (const form of forms) form.classList.toggle("ready", can);
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const note of document.querySelectorAll("[data-passkey-failed]")) {
    note.textContent = note.dataset.passkeyFailed;
  }
});
