// Takes a page of a portal; returns its framed pages and how each fits what is in it. Used by the programs.
import { SERVER } from "../../conformance/clients/report.mjs";

export const FRAMES = "iframe.organica-frame";
// A whole pixel, and the one that a frame is higher than its content; a browser may zoom out to half.
const SLACK = 4;
export const TRY_MS = 30;
export const MOST_TRIES = 600;

/** Return the frames of a page, each with the height that it is given. */
export async function framesOf(page) {
  return Promise.all(
    (await page.$$(FRAMES)).map(async (handle) => ({ handle, frame: await handle.contentFrame(), height: await given(handle) })),
  );
}

export function given(handle) {
  return handle.evaluate((each) => Number(each.getAttribute("height")));
}

/** Press something in a frame: a pointer would have to aim at what moves while frames grow. */
export function press(handle) {
  return handle.evaluate((each) => each.click());
}

export function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

/**
 * Return the frames of a page as they stand when each fits what is in it, or when that takes too long, which is told
 * by whoever looks. Until a frame is as high as its content it has a bar, which makes the content narrower and higher.
 */
export async function atRest(page) {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const shown = await framesOf(page);
    // A frame that goes from one page to another while it is looked at is not at rest.
    const wrong = await Promise.all(shown.map((each) => misfit(each).catch((gone) => [gone.message])));
    if (wrong.flat().length === 0) return shown;
    await pause(TRY_MS);
  }
  return framesOf(page);
}

/** Wait until a frame has another height than it had; return the one at which it comes to rest. */
export async function otherHeight(page, handle, before) {
  await page.waitForFunction((each, was) => Number(each.getAttribute("height")) !== was, {}, handle, before);
  await atRest(page);
  return given(handle);
}

/** Return what is wrong with how a frame fits what is in it. */
export async function misfit({ frame }) {
  const { there, content, shown, wide } = await frame.evaluate(() => ({
    there: document.readyState === "complete" && window.location.protocol.startsWith("http"),
    content: document.documentElement.getBoundingClientRect().height,
    shown: window.innerHeight,
    wide: document.documentElement.scrollWidth - window.innerWidth,
  }));
  const url = frame.url().replace(SERVER, "");
  return [
    ...(there ? [] : [`${url}: it is not there`]),
    ...(content > shown ? [`${url}: its content of ${content} px scrolls within ${shown} px`] : []),
    ...(shown > content + SLACK ? [`${url}: ${shown} px for a content of ${content} px`] : []),
    ...(wide > 0 ? [`${url}: it is ${wide} px wider than its frame`] : []),
  ];
}
