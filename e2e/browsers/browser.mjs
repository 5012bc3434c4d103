// Takes what a program does in a browser; gives it the one that ORGANICA_BROWSER names, and pages of new readers in it.
// Used by the programs, which are the same in each, and say in a line what one of them cannot do.
import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";

const WAIT_MS = 20_000;
export const NAME = process.env.ORGANICA_BROWSER;
const THIS = { chromium, firefox }[NAME];

/** Tell whether the browser of this run is that one. */
export const isA = (name) => name === NAME;

/**
 * Give a browser to what is done in it. `bars`: its bars to scroll with take room, as most readers' do. `zoom`: how many
 * pixels of the screen it has for one of a page.
 */
export async function inBrowser(act, { bars = false, zoom = 1 } = {}) {
  const browser = await THIS.launched({ bars, zoom });
  try {
    return await act(browser);
  } finally {
    await THIS.closes(browser);
  }
}

/**
 * Return an empty page of a new reader. `options`: width, height, scheme, scripts (false turns JavaScript off), language,
 * `ratio` (pixels of the screen for one of a page; 0 leaves it to the browser).
 */
export async function newReader(browser, { width, height, scheme, scripts, language, ratio = 1 }) {
  const page = await THIS.opens(browser, { scheme, scripts });
  page.setDefaultTimeout(WAIT_MS);
  await page.setViewport({ width, height, deviceScaleFactor: ratio });
  await page.setExtraHTTPHeaders({ "accept-language": language });
  return page;
}

/** Press a button, a summary or a choice with the keyboard: without scripts Firefox does not tell a driver where they are. */
export async function presses(page, selector) {
  await page.focus(selector);
  await page.keyboard.press(" ");
}
