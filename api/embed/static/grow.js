// Runs in a page that shows pages of the register in frames: <iframe class="organica-frame" src="…frame.html">. Makes
// each as high as its content says (frame.js tells it), on paper too. It needs nothing else, changes nothing but the
// attribute `height` of these frames, and their style while they are printed, and may be loaded before them, after them
// or twice. Where it does not run, a frame keeps the height that its attribute gives it, and scrolls.
"use strict";

{
  const LEAST = 50;
  const MOST = 100_000;
  // When the reader of a frame came to what it shows.
  const shownSince = new WeakMap();
  // How wide and high each frame may be on paper, and what its own style says as long as it is printed.
  const onPaper = new WeakMap();
  const ownStyles = new Map();

  const frames = () => [...document.querySelectorAll("iframe.organica-frame")];

  const isLength = (value) => Number.isInteger(value) && value >= LEAST && value <= MOST;

  /** Tell whether a message has the form that ours have: whole numbers, none of them out of bounds. */
  const isHeight = (data) =>
    typeof data === "object" &&
    data?.organica === "height" &&
    isLength(data.height) &&
    Number.isInteger(data.top) &&
    data.top >= 0 &&
    data.top <= data.height &&
    Number.isFinite(data.since);

  const arePapers = (papers) =>
    Array.isArray(papers) && papers.length > 0 && papers.every((each) => isLength(each?.width) && isLength(each?.height));

  /** Return how a frame is on paper: one that takes most of a narrow screen, as a telephone's, has more room there. */
  const paperOf = (frame, papers) => (frame.offsetWidth > window.innerWidth / 2 ? papers.at(-1) : papers[0]);

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
    if (arePapers(data.papers)) onPaper.set(frame, data.papers);
    const before = shownSince.get(frame);
    shownSince.set(frame, data.since);
    // Only where the reader went from one place to another, never when the page around it has just been opened.
    if (before !== undefined && before !== data.since) show(frame, data.top);
  });

  // No message arrives while a page is printed, so each frame takes what it told before; its own style comes back after.
  // Loaded twice, one of the two does it.
  window.addEventListener("beforeprint", () => {
    for (const frame of frames()) {
      const papers = onPaper.get(frame);
      if (!papers || frame.style.getPropertyPriority("box-sizing")) continue;
      const paper = paperOf(frame, papers);
      ownStyles.set(frame, frame.style.cssText);
      frame.style.setProperty("box-sizing", "content-box", "important");
      for (const side of ["width", "height"]) frame.style.setProperty(side, `${paper[side]}px`, "important");
    }
  });
  window.addEventListener("afterprint", () => {
    for (const [frame, style] of ownStyles) frame.style.cssText = style;
    ownStyles.clear();
  });

  // Those that told it before anybody listened tell it again; whoever is not loaded yet will tell it by itself.
  for (const frame of frames()) frame.contentWindow?.postMessage({ organica: "ask" }, "*");
}
