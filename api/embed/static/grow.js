// Runs in a page that shows pages of the register in frames: <iframe class="organica-frame" src="…frame.html">. Makes
// each as high as its content says (frame.js tells it). It needs nothing else, changes nothing but the attribute
// `height` of these frames, and may be loaded before them, after them or twice. Where it does not run, a frame keeps
// the height that its attribute gives it, and scrolls.
"use strict";

{
  const LEAST = 50;
  const MOST = 100_000;
  // When the reader of a frame came to what it shows.
  const shownSince = new WeakMap();

  const frames = () => [...document.querySelectorAll("iframe.organica-frame")];

  /** Tell whether a message has the form that ours have: whole numbers, none of them out of bounds. */
  const isHeight = (data) =>
    typeof data === "object" &&
    data?.organica === "height" &&
    Number.isInteger(data.height) &&
    data.height >= LEAST &&
    data.height <= MOST &&
    Number.isInteger(data.top) &&
    data.top >= 0 &&
    data.top <= data.height &&
    Number.isFinite(data.since);

  /** Tell whether an origin is that of a frame. A sandbox without allow-same-origin has none, which is "null". */
  const isOriginOf = (frame, origin) =>
    frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin")
      ? origin === "null"
      : origin === new URL(frame.src, document.baseURI).origin;

  /** Give a frame the height of its content; its own border is added where the page's style counts it in. */
  const grow = (frame, height) => {
    const within = getComputedStyle(frame).boxSizing === "border-box";
    const whole = String(height + (within ? frame.offsetHeight - frame.clientHeight : 0));
    if (frame.getAttribute("height") !== whole) frame.setAttribute("height", whole);
  };

  /** Bring what the reader went to into view: a frame as high as its content has nothing to scroll itself. */
  const show = (frame, top) => {
    const place = frame.getBoundingClientRect().top + top;
    if (top === 0 && place < 0) frame.scrollIntoView();
    else if (top > 0 && (place < 0 || place > window.innerHeight)) window.scrollBy(0, place);
  };

  window.addEventListener("message", ({ source, origin, data }) => {
    if (!source || !isHeight(data)) return;
    const frame = frames().find((each) => each.contentWindow === source);
    if (!frame || !isOriginOf(frame, origin)) return;
    grow(frame, data.height);
    const before = shownSince.get(frame);
    shownSince.set(frame, data.since);
    // Only where the reader went from one place to another, never when the page around it has just been opened.
    if (before !== undefined && before !== data.since) show(frame, data.top);
  });

  // Those that told it before anybody listened tell it again; whoever is not loaded yet will tell it by itself.
  for (const frame of frames()) frame.contentWindow?.postMessage({ organica: "ask" }, "*");
}
