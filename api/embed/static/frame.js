// Runs in a page of the register that stands in a frame: tells the page around it how high its content is, so that
// the frame can grow and shrink with it (grow.js does that). Takes nothing from anybody but the request to tell it
// again; a height is no secret, so it goes to whichever origin frames the page ("*").
"use strict";

if (window.parent !== window) {
  const root = document.documentElement;
  // When the reader came to the place that is shown: another page, or another place of this one.
  let since = performance.timeOrigin;
  let told = 0;

  /**
   * Return how high the content is. The root's own box, because scrollHeight is never less than the frame itself and
   * would not let it shrink. A bar that scrolls sideways takes room too. One pixel of the screen more: zoomed, frames
   * are rounded to such pixels, and a bar that came and went would make the content higher and lower without end.
   * Chromium does without that pixel (make e2e looks); what other browsers do between pixels nobody has measured.
   */
  const height = () => {
    const bar = Math.max(0, window.innerHeight - root.clientHeight);
    return Math.ceil(root.getBoundingClientRect().height + bar + 1 / window.devicePixelRatio);
  };

  /** Return how far below the top of the page the place is that its address names. */
  const top = () => {
    const place = document.getElementById(window.location.hash.slice(1));
    return place ? Math.round(place.getBoundingClientRect().top - root.getBoundingClientRect().top) : 0;
  };

  const tell = () => {
    told = height();
    window.parent.postMessage({ organica: "height", height: told, since, top: top() }, "*");
  };

  // It also tells of letters that arrive late, of another width and of another zoom; and once at the beginning.
  new ResizeObserver(() => {
    if (height() !== told) tell();
  }).observe(root);

  window.addEventListener("hashchange", () => {
    since = Date.now();
    tell();
  });

  // Whoever began to listen after the first message asks for another one.
  window.addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.organica === "ask") tell();
  });
}
