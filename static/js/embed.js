// In the page of another site: gives each frame of ours the height of its piece. Without it, a
// frame keeps the height that stands in its code, and scrolls.
(() => {
  "use strict";
  const origin = new URL(document.currentScript.src).origin;
  const LOWEST = 60;
  const HIGHEST = 10000;

  const frames = () => Array.from(document.getElementsByTagName("iframe"));

  window.addEventListener("message", (event) => {
    const said = event.data;
    if (event.origin !== origin || !said || said.cutline !== "height") return;
    if (!Number.isFinite(said.height)) return;
    const frame = frames().find((candidate) => candidate.contentWindow === event.source);
    if (frame) frame.height = Math.min(Math.max(Math.ceil(said.height), LOWEST), HIGHEST);
  });

  for (const frame of frames()) {
    if (frame.src.startsWith(`${origin}/`)) frame.contentWindow.postMessage({ cutline: "ask" }, origin);
  }
})();
