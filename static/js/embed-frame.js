// In the frame: tells the page around it how high the piece is, each time that changes.
(() => {
  "use strict";
  if (window.parent === window) return;

  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    window.parent.postMessage({ cutline: "height", height }, "*");
  };

  // At once, too: a browser may put off what it observes in a frame that is out of sight.
  tell();
  window.addEventListener("load", tell);
  new ResizeObserver(tell).observe(document.documentElement);
  // A page whose script came after the first message asks again.
  window.addEventListener("message", (event) => {
    if (event.data && event.data.cutline === "ask") tell();
  });
})();
