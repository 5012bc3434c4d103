// Takes a page; returns what a screen reader is told of it. Used by reading.mjs.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const MOST_PHRASES = 5_000;
// A module as it is published; no policy here lets one be loaded, so it runs as the driver's own code.
const READER = readFileSync(require.resolve("@guidepup/virtual-screen-reader/browser.js"), "utf8").replace(
  /export\{[\w$]+ as Virtual,([\w$]+) as virtual\};/,
  "window.reader = $1;",
);

/** Return the phrases that the virtual screen reader says, from the first to the last, what is closed included. */
export async function phrasesOf(page) {
  await page.evaluate(`(() => {${READER}\n})()`);
  return page.evaluate(async (most) => {
    const { reader } = window;
    await reader.start({ container: document.body });
    const said = [];
    while (said.length < most && said.at(-1) !== "end of document") {
      said.push(await reader.lastSpokenPhrase());
      await reader.next();
    }
    await reader.stop();
    return said;
  }, MOST_PHRASES);
}

/** Return what the browser tells screen readers, one after the other: frames and shadow roots are part of it. */
export async function toldBy(page) {
  const root = await page.accessibility.snapshot({ interestingOnly: false, includeIframes: true });
  const flat = (node) => [node, ...(node.children ?? []).flatMap(flat)];
  return flat(root);
}

const OUTLINE = new Set(["main", "navigation", "region", "contentinfo", "banner", "heading", "Iframe", "image"]);

/** Return landmarks and headings in the order of reading, in a line each. */
export function outlineOf(told) {
  return told
    .filter(({ role }) => OUTLINE.has(role))
    .map(({ role, level, name }) => [role, level, name].filter(Boolean).join(" "));
}
