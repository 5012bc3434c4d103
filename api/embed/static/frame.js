// Runs in a page of the register that stands in a frame: tells the page around it how high its content is, on the screen
// and on paper, so that the frame can grow and shrink with it (grow.js does that). Takes nothing from anybody but the
// request to tell it again; a height is no secret, so it goes to whichever origin frames the page ("*").
"use strict";

if (window.parent !== window) {
  const root = document.documentElement;
  // On paper a frame is this wide, which is less than what most margins leave of A4 and of Letter; or as wide as it is on
  // the screen, if that is less.
  const PAPER_WIDTH = 600;
  const STILL_MS = 200;
  // When the reader came to the place that is shown: another page, or another place of this one.
  let since = performance.timeOrigin;
  let told = 0;
  let papers = [];
  let looking = 0;

  /**
   * Return how high the content is. The root's own box, because scrollHeight is never less than the frame itself and
   * would not let it shrink. A bar that scrolls sideways takes room too. One pixel of the screen more: zoomed, frames
   * are rounded to such pixels, and a bar that came and went would make the content higher and lower without end.
   * Chromium and Firefox do without that pixel (make e2e looks); what others do between pixels nobody has measured.
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
    window.parent.postMessage({ organica: "height", height: told, since, top: top(), papers }, "*");
    // A browser may draw nothing of a frame that is out of sight, and then no observer is called: look once more.
    clearTimeout(looking);
    looking = setTimeout(look, STILL_MS);
  };

  const look = () => {
    if (height() !== told) tell();
  };

  /** Return the rules of the page's own style that hold for some media alone. */
  const mediaRules = () =>
    [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSMediaRule);

  /**
   * Return how wide and high the content is on paper, where everything is open. It is measured now, because a browser that
   * prints waits for no message: for a moment, in which nothing is drawn, the style is that of paper.
   */
  const onPaper = () => {
    const widths = new Set([Math.min(PAPER_WIDTH, window.innerWidth), PAPER_WIDTH]);
    const rules = mediaRules().map((rule) => ({ media: rule.media, before: rule.media.mediaText }));
    for (const { media, before } of rules) {
      if (before === "print") media.mediaText = "all";
      else if (before.startsWith("screen")) media.mediaText = "not all";
    }
    const wholes = [...widths].map((width) => {
      root.style.width = `${width}px`;
      return { width, height: height() };
    });
    root.style.width = "";
    for (const { media, before } of rules) media.mediaText = before;
    return wholes;
  };

  const measure = () => {
    papers = onPaper();
    tell();
  };

  // It also tells of letters that arrive late, of another width and of another zoom; and once at the beginning.
  new ResizeObserver(look).observe(root);

  // What paper needs changes with the letters and with a narrow frame, never with what is open on the screen.
  window.addEventListener("load", measure);
  let wide = window.innerWidth;
  let waiting = 0;
  window.addEventListener("resize", () => {
    if (window.innerWidth === wide) return;
    wide = window.innerWidth;
    clearTimeout(waiting);
    waiting = setTimeout(measure, STILL_MS);
  });

  window.addEventListener("hashchange", () => {
    since = Date.now();
    tell();
  });

  // Whoever began to listen after the first message asks for another one.
  window.addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.organica === "ask") tell();
  });
}
