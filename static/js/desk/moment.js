// Shows beside a day and a time in Ottawa which moment in UTC that is.
const day = document.querySelector("[name=at_day]");
const clock = document.querySelector("[name=at_time]");
const shown = document.getElementById("moment-utc");

const OTTAWA = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/Toronto",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

const inOttawa = (moment) => {
  const part = Object.fromEntries(OTTAWA.formatToParts(moment).map((p) => [p.type, p.value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
};

// Ottawa is four or five hours behind: whichever of the two moments shows this time there.
const moments = (wanted) =>
  [4, 5]
    .map((behind) => new Date(Date.parse(`${wanted}:00Z`) + behind * 3_600_000))
    .filter((moment) => inOttawa(moment) === wanted);

const tell = () => {
  if (!day.value || !clock.value) {
    shown.textContent = "";
    return;
  }
  const found = moments(`${day.value}T${clock.value.slice(0, 5)}`);
  const words = found.map((moment) => `${moment.toISOString().slice(0, 16).replace("T", " ")} UTC`);
  shown.textContent = words.length ? shown.dataset.words.replace("{utc}", words.join(" / ")) : "";
};

if (day && clock && shown) {
  for (const field of [day, clock]) field.addEventListener("input", tell);
  tell();
}
