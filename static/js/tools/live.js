/* Once there is a result, it follows the form: the same page is fetched and its answer put in.
   Without this script the button does the same. */
const form = document.querySelector("form[data-live]");
let waiting, newest = 0;

function address() {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value.trim()) asked.append(name, value.trim());
  }
  return `${form.action.split("#")[0]}?${asked}`;
}

async function follow() {
  const mine = ++newest;
  const target = address();
  const answer = await fetch(target, { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok || mine !== newest) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("result");
  const old = document.getElementById("result");
  if (mine !== newest || !fresh) return;
  document.getElementById("said").textContent = fresh.querySelector("h2").textContent;
  // What is wrong is marked when the reader sends the form, not while they type.
  const answers = fresh.hasAttribute("data-answer");
  old.toggleAttribute("data-old", !answers);
  if (!answers) return;
  const open = [...old.querySelectorAll("details")].map((each) => each.open);
  old.replaceWith(fresh);
  const parts = fresh.querySelectorAll("details");
  if (parts.length === open.length) parts.forEach((each, nth) => { each.open = open[nth]; });
  history.replaceState(null, "", target);
}

function soon() {
  if (!document.querySelector("#result[data-answer]")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => follow().catch(() => {}), 400);
}

if (form) form.addEventListener("input", soon);
