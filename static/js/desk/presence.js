// Says every half minute that this form is still open, and shows who else has it open.
const place = document.getElementById("presence");
const EVERY = 30_000;

const line = (text) => {
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  return paragraph;
};

const show = ({ others, version }) => {
  const lines = others.map(({ name, since }) =>
    line(place.dataset.here.replace("{name}", name).replace("{since}", since)),
  );
  if (String(version) !== place.dataset.version) lines.push(line(place.dataset.newer));
  const said = lines.map((each) => each.textContent).join("\n");
  // A status region is read aloud when it changes, so it changes only when there is news.
  if (said === place.dataset.said) return;
  place.dataset.said = said;
  place.replaceChildren(...lines);
};

const beat = async () => {
  if (document.hidden) return;
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  try {
    const answer = await fetch(place.dataset.address, {
      method: "POST",
      headers: { "X-CSRFToken": token },
    });
    if (answer.ok) show(await answer.json());
  } catch {
    // Offline: the next beat tries again.
  }
};

if (place?.dataset.address) {
  setInterval(beat, EVERY);
  document.addEventListener("visibilitychange", beat);
  beat();
}

// Links for people without an account are copied by a button where there is a clipboard.
for (const button of document.querySelectorAll("[data-copies]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).value);
    button.textContent = button.dataset.done;
  });
}
