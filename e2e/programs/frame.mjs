// Framed pages of the register in a portal of another origin, sandboxed and under a strict policy: each frame is as
// high as its content and stays so while units open and close and links are followed; nobody else can move it; without
// the portal's line of script it keeps its height and scrolls. Tab goes into it and out of it. Keeps pictures.
import { join } from "node:path";

import { FOLDER, SERVER, client, mustBeEmpty } from "../../conformance/clients/report.mjs";
import { inBrowser } from "../browsers/browser.mjs";
import { FORGING, HEIGHT, STRUCTURE, portal } from "../portals/framing.mjs";
import { FRAMES, MOST_TRIES, TRY_MS, atRest, framesOf, given, misfit, otherHeight, pause, press } from "../portals/frames.mjs";
import { opened, served } from "../portals/portal.mjs";
import { WIDTHS } from "./visiting.mjs";

// A frame that is far below the window is not loaded before somebody comes near.
const HIGH = { height: 8_000 };
// How long nothing may happen where nothing should.
const STILL_MS = 250;
// With the bars that most readers have: they take room, and come and go with the height.
const LIKE_MOST = { bars: true };

await client("puppeteer-core", async () =>
  served(FORGING, (elsewhere) =>
    served(portal(elsewhere), async (origin) => {
      const wrong = [];
      const looking = (browser) => async (path, options, act) =>
        wrong.push(...(await opened(browser, origin + path, { others: [elsewhere], ...options }, act)));
      const version = await inBrowser(async (browser) => {
        const look = looking(browser);
        for (const width of WIDTHS) {
          const picture = join(FOLDER, `frame-${width}.png`);
          await look("/portal.html", { width }, (page) => growsAndShrinks(page, picture));
        }
        await look("/portal.html", {}, leavesForANewTab);
        await look("/several.html", HIGH, severalGrow);
        await look("/late.html", {}, growsThoughAskedLate);
        await look("/programme.html", {}, showsThePlaceOfALink);
        await look("/forged.html", HIGH, (page) => believesNobodyElse(page, elsewhere));
        await look("/blocked.html", { expected: /violates.*script-src/ }, scrollsWithoutScript);
        await look("/keyboard.html", {}, goesInAndOutByKeyboard);
        return browser.version();
      }, LIKE_MOST);
      await inBrowser((browser) => looking(browser)("/portal.html", {}, staysStill), { ...LIKE_MOST, zoom: 1.1 });
      mustBeEmpty(wrong);
      return (
        `frames of another origin in ${version}, sandboxed and under a strict policy, are as high as their content ` +
        "while units open and close and links are followed; forged and malformed messages move none; without the " +
        "script they scroll; Tab goes in and out"
      );
    }),
  ),
);

async function growsAndShrinks(page, picture) {
  const [shown] = await atRest(page);
  const { handle, frame, height: closed } = shown;
  const wrong = await misfit(shown);
  await drawn(page, picture);
  const summary = await frame.$(".organica-functions-of > summary");
  await press(summary);
  const open = await otherHeight(page, handle, closed);
  if (open <= closed + 200) wrong.push(`thirteen functions opened and the frame went from ${closed} to ${open} px`);
  wrong.push(...(await misfit(shown)));
  await press(summary);
  const again = await otherHeight(page, handle, open);
  if (again !== closed) wrong.push(`closed again it is ${again} px high and not ${closed}`);
  // A link far below leads to another framed page, which begins where the reader sees it.
  const [link] = (await frame.$$(".organica-card a")).slice(-1);
  await press(link);
  await otherHeight(page, handle, again);
  if (!/atencion-usuaria\.frame\.html$/.test(frame.url())) wrong.push(`a link leads to ${frame.url()}`);
  wrong.push(...(await misfit(shown)));
  const at = await handle.evaluate((each) => each.getBoundingClientRect().top);
  if (at < -1 || at > 800) wrong.push(`after the link the frame begins ${at} px from the top of the window`);
  // So does the form that asks for a day: the redirect to the fixed version stays framed.
  await frame.$eval("input[name=as_of]", (input) => (input.value = "2024-12-31"));
  await press(await frame.$(".organica-days button"));
  await frame.waitForFunction(() => window.location.search.includes("known_at"));
  await atRest(page);
  if (!/atencion-usuaria\.frame\.html\?as_of=2024-01-01&known_at=\d+$/.test(frame.url())) wrong.push(`a day leads to ${frame.url()}`);
  return [...wrong, ...(await misfit(shown))];
}

/** Keep a picture of all of a page. A browser draws of a frame no more than what the window shows. */
async function drawn(page, picture) {
  const { width, height } = page.viewport();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width, height: whole });
  await pause(STILL_MS);
  await page.screenshot({ path: picture });
  await page.setViewport({ width, height });
}

/** With a zoom at which pixels do not meet, a height comes to rest all the same, and no bar is left. */
async function staysStill(page) {
  const [shown] = await atRest(page);
  const moved = await shown.handle.evaluate(async (each, still) => {
    let times = 0;
    new MutationObserver(() => (times += 1)).observe(each, { attributes: true });
    await new Promise((done) => setTimeout(done, still));
    return times;
  }, STILL_MS);
  return [...(moved > 0 ? [`its height changes by itself, ${moved} times`] : []), ...(await misfit(shown))];
}

/** Wait for the other page of a reader, which a link opened. */
async function newTab(page) {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const other = (await page.browserContext().pages()).find((each) => each !== page);
    if (other && other.url() !== "about:blank") return other;
    await pause(TRY_MS);
  }
  throw new Error("the link opens no tab");
}

async function leavesForANewTab(page) {
  const [{ frame }] = await atRest(page);
  const link = await frame.$(".organica-permanent a");
  await link.click();
  const tab = await newTab(page);
  await tab.waitForFunction(() => document.readyState === "complete");
  const { origin, opener } = await tab.evaluate(() => ({ origin: window.origin, opener: window.opener !== null }));
  const wrong = [];
  if (!/\/embed\/cl\.chilecompra\?as_of=[\d-]+&known_at=\d+$/.test(tab.url())) wrong.push(`the permanent link leads to ${tab.url()}`);
  if (origin !== SERVER) wrong.push(`the new tab is of ${origin}: the sandbox holds it`);
  if (opener) wrong.push("the new tab can reach the portal");
  if (!frame.url().endsWith(STRUCTURE)) wrong.push(`the frame went to ${frame.url()}`);
  return wrong;
}

async function severalGrow(page) {
  await page.evaluate((html) => {
    const frame = document.querySelector("iframe").cloneNode();
    frame.src = html;
    document.querySelector("main").append(frame);
  }, SERVER + STRUCTURE);
  const shown = await atRest(page);
  const wrong = (await Promise.all(shown.map(misfit))).flat();
  if (new Set(shown.map((each) => each.height)).size !== 3) wrong.push("three pages have fewer heights");
  return wrong;
}

async function growsThoughAskedLate(page) {
  const [before] = await framesOf(page);
  await pause(STILL_MS);
  const wrong = (await given(before.handle)) === HEIGHT ? [] : ["it grew though nobody listens"];
  await page.evaluate((address) => {
    const script = document.createElement("script");
    script.src = address;
    document.head.append(script);
  }, `${SERVER}/embed/grow.js`);
  await otherHeight(page, before.handle, HEIGHT);
  return [...wrong, ...(await misfit(before))];
}

/** A link to a place within a page shows that place: the frame has nothing to scroll, so the portal's page does. */
async function showsThePlaceOfALink(page) {
  const [{ handle, frame, height }] = await atRest(page);
  await frame.$$eval("details", (all) => all.forEach((each) => (each.open = true)));
  await otherHeight(page, handle, height);
  await press(await frame.$(".organica-programmes-of a"));
  await frame.waitForFunction(() => window.location.hash.startsWith("#p-"));
  await atRest(page);
  const place = await frame.evaluate(() => document.getElementById(window.location.hash.slice(1)).getBoundingClientRect().top);
  const at = place + (await handle.evaluate((each) => each.getBoundingClientRect().top));
  return at < -1 || at > 800 ? [`the place of the link is ${at} px from the top of the window`] : [];
}

async function believesNobodyElse(page, elsewhere) {
  const shown = await atRest(page);
  const before = shown.map((each) => each.height);
  const wrong = [];
  const unmoved = async (what) => {
    await pause(STILL_MS);
    const now = (await framesOf(page)).map((each) => each.height);
    if (now.join() !== before.join()) wrong.push(`${what} moved frames from ${before.join()} to ${now.join()}`);
    const foreign = await page.$eval("#foreign", (each) => each.getAttribute("height"));
    if (foreign !== "200") wrong.push(`${what} moved a frame that is none of ours to ${foreign}`);
  };
  await page.$eval("#foreign", (each) => each.contentWindow.postMessage("again", "*"));
  await unmoved("a foreign frame");
  await page.evaluate(() => window.postMessage({ organica: "height", height: 4321, since: 1, top: 0 }, "*"));
  await unmoved("the portal's own window");
  await shown[0].frame.evaluate(() => {
    const good = { organica: "height", height: 4321, since: 1, top: 0 };
    const bad = [
      ...["4321", 4321.5, NaN, Infinity, -1, 0, 49, 100_001, 1e300, null, undefined, [4321], {}].map((height) => ({ ...good, height })),
      ...["0", -1, 0.5, 5000, NaN, null].map((top) => ({ ...good, top })),
      ...["1", NaN, Infinity, null].map((since) => ({ ...good, since })),
      ...[null, undefined, 4321, "height", [], { ...good, organica: "HEIGHT" }, JSON.stringify(good)],
    ];
    for (const each of bad) window.parent.postMessage(each, "*");
    const { innerHeight: height } = window;
    const papers = ["600", [], [{}], [null], [{ width: "600px", height: 2000 }], [{ width: 600, height: 1e300 }], [{ width: 1, height: 1 }]];
    for (const each of papers) window.parent.postMessage({ ...good, height, papers: each }, "*");
  });
  await unmoved("a malformed message");
  // A frame of ours without a sandbox, led to another site: its window is the same, its origin is not.
  await page.$$eval(FRAMES, (all, address) => (all[1].contentWindow.location = address), `${elsewhere}/forge.html`);
  while (page.frames().filter((each) => each.url().startsWith(elsewhere)).length < 2) await pause(TRY_MS);
  await unmoved("a frame that was led elsewhere");
  // What all of them tried does move a frame where it comes from within.
  await shown[0].frame.evaluate(() => window.parent.postMessage({ organica: "height", height: 4321, since: 1, top: 0 }, "*"));
  await page.waitForFunction((each, was) => Number(each.getAttribute("height")) !== was, {}, shown[0].handle, before[0]);
  const moved = await given(shown[0].handle);
  if (moved < 4321) wrong.push(`its own message moved it to ${moved}`);
  // What is no length is none on paper either, whoever says it.
  const printed = await page.evaluate(async (frames) => {
    const [frame] = document.querySelectorAll(frames);
    const sides = () => [frame.style.width, frame.style.height].join();
    window.dispatchEvent(new Event("beforeprint"));
    const whileIt = sides();
    window.dispatchEvent(new Event("afterprint"));
    return [whileIt, sides()];
  }, FRAMES);
  if (!/^600px,\d{4}px$/.test(printed[0]) || printed[1] !== ",") wrong.push(`it is printed as ${printed.join(" and then ")}`);
  return wrong;
}

async function scrollsWithoutScript(page) {
  await pause(STILL_MS);
  const [{ frame, height }] = await framesOf(page);
  const scrolls = await frame.evaluate(() => document.documentElement.scrollHeight > window.innerHeight);
  return [
    ...(height === HEIGHT ? [] : [`it is ${height} px high`]),
    ...(scrolls ? [] : ["nothing scrolls in it"]),
  ];
}

/** From the link before the frame Tab meets everything in it, in order, and then the link behind it; and back. */
async function goesInAndOutByKeyboard(page) {
  const [{ frame }] = await atRest(page);
  const expected = await frame.$$eval("a[href], summary, input:not([type=hidden]), button", (all) =>
    all.map((each, place) => each.setAttribute("data-stop", place) ?? String(place)),
  );
  const outside = () => page.evaluate(() => document.activeElement.id || document.activeElement.localName);
  // On its way from the page's process to the frame's the focus is nowhere.
  const arrived = async (tries = 0) => {
    const at = await outside();
    if (at !== "body" || tries === MOST_TRIES) return at;
    await pause(TRY_MS);
    return arrived(tries + 1);
  };
  const inside = () => frame.evaluate(() => document.activeElement.getAttribute("data-stop"));
  const walked = async (from, to, shift) => {
    const met = [];
    await page.focus(from);
    if (shift) await page.keyboard.down("Shift");
    for (let presses = 0; presses < 200; presses += 1) {
      await page.keyboard.press("Tab");
      const at = await arrived();
      if (at === to) break;
      const stop = at === "iframe" ? await inside() : at;
      if (stop !== null && stop !== met.at(-1)) met.push(stop);
    }
    if (shift) await page.keyboard.up("Shift");
    return met.join();
  };
  const wrong = [];
  const onward = await walked("#before", "after", false);
  if (onward !== expected.join()) wrong.push(`Tab meets ${onward} of ${expected.join()}`);
  const back = await walked("#after", "before", true);
  if (back !== expected.toReversed().join()) wrong.push(`backwards Tab meets ${back} of ${expected.toReversed().join()}`);
  return wrong;
}
