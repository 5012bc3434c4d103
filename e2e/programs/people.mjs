// What people do with the pages: open and close units, ask for another day and compare two days without any
// script, go through a page with the keyboard alone, and print it.
import { join } from "node:path";

import { FOLDER, client, mustBeEmpty } from "../../conformance/clients/report.mjs";
import { inBrowser, isA, presses } from "../browsers/browser.mjs";
import { PAGES, WIDTHS, visited } from "./visiting.mjs";

const CHILECOMPRA = "/embed/cl.chilecompra";
const FAROS = "/embed/cl.faros-de-ejemplo";
const SUMMARY = ".organica-functions-of > summary";
const MOST_STOPS = 400;

await client("puppeteer-core", async () =>
  inBrowser(async (browser) => {
    const wrong = [
      ...(await visited(browser, CHILECOMPRA, { scripts: false }, opensAndCloses)),
      ...(await visited(browser, CHILECOMPRA, { scripts: false }, asksForADay)),
      ...(await visited(browser, `${FAROS}/changes`, { scripts: false }, comparesTwoDays)),
      // BiDi makes no page be as on paper.
      ...(isA("chromium") ? await visited(browser, CHILECOMPRA, {}, prints) : []),
    ];
    for (const { path, status } of PAGES) {
      for (const width of isA("chromium") ? WIDTHS : WIDTHS.slice(-1)) {
        wrong.push(...(await visited(browser, path, { status, width, scripts: false }, goesByKeyboard)));
      }
    }
    mustBeEmpty(wrong);
    return (
      `in ${await browser.version()} without JavaScript units open and close, a day is chosen, two days are compared; the keyboard reaches ` +
      `everything in the order of reading on ${PAGES.length} pages${isA("chromium") ? "; on paper everything is open" : ""}`
    );
  }),
);

async function opensAndCloses(page) {
  const wrong = [];
  const open = () => page.$eval(".organica-functions-of", (details) => details.open);
  const shown = () => page.$eval(".organica-functions-of li", (item) => item.checkVisibility());
  if (await open()) wrong.push("functions are open at first");
  await (isA("chromium") ? page.click(SUMMARY) : presses(page, SUMMARY));
  if (!(await open()) || !(await shown())) wrong.push("a summary that is pressed does not open");
  await page.focus(SUMMARY);
  await page.keyboard.press("Enter");
  if (await open()) wrong.push("the key Enter does not close it");
  return wrong;
}

async function asksForADay(page) {
  await page.$eval("input[name=as_of]", (input) => (input.value = "2024-12-31"));
  const [response] = await Promise.all([page.waitForNavigation(), presses(page, ".organica-days button")]);
  const url = new URL(page.url());
  const wrong = [];
  if (response.status() !== 200) wrong.push(`the day that was asked for answers ${response.status()}`);
  if (url.searchParams.get("as_of") !== "2024-01-01" || !url.searchParams.has("known_at")) {
    wrong.push(`the day leads to ${page.url()}`);
  }
  const banner = await page.$eval(".organica-banner", (each) => each.innerText);
  for (const said of ["Versión fija", "Respuesta no segura", "Resolución exenta 35B de 2024"]) {
    if (!banner.includes(said)) wrong.push(`the banner does not say “${said}”: ${banner}`);
  }
  return wrong;
}

async function comparesTwoDays(page) {
  await page.$eval("input[name=from]", (input) => (input.value = "2020-06-30"));
  await page.$eval("input[name=to]", (input) => (input.value = "2025-06-30"));
  const [response] = await Promise.all([page.waitForNavigation(), presses(page, ".organica-days button")]);
  const wrong = response.status() === 200 ? [] : [`the comparison answers ${response.status()}`];
  const told = await page.evaluate(() => document.querySelectorAll(".organica-changes > li").length);
  if (told === 0) wrong.push(`nothing is told at ${page.url()}`);
  return wrong;
}

/** Press Tab through the whole page: every link, summary, field and button is met once, in the order of reading. */
async function goesByKeyboard(page) {
  const expected = await page.evaluate(() =>
    [...document.querySelectorAll("a[href], summary, input:not([type=hidden]), button")]
      .filter((each) => each.checkVisibility())
      .map((each, place) => each.setAttribute("data-stop", place) ?? String(place)),
  );
  const met = [];
  const wrong = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const each = document.activeElement;
      return { stop: each.getAttribute("data-stop"), outline: getComputedStyle(each).outlineStyle };
    });
    if (focused.stop === null) break;
    // A field for a date has several stops of its own: day, month, year and its calendar.
    if (met.at(-1) === focused.stop) continue;
    if (met.includes(focused.stop)) break;
    met.push(focused.stop);
    if (focused.outline === "none") wrong.push(`stop ${focused.stop} shows no focus`);
  }
  if (met.join() !== expected.join()) wrong.push(`Tab meets ${met.join()} of ${expected.join()}`);
  return wrong;
}

async function prints(page) {
  await page.emulateMediaType("print");
  const hidden = await page.$$eval(".organica-functions > li", (items) =>
    items.filter((each) => !each.checkVisibility({ contentVisibilityAuto: true })).length,
  );
  const ways = await page.$eval(".organica-days", (each) => each.checkVisibility());
  await page.pdf({ path: join(FOLDER, "structure.pdf"), format: "A4", tagged: true });
  await page.screenshot({ path: join(FOLDER, "structure-print.png"), fullPage: true });
  return [
    ...(hidden > 0 ? [`${hidden} functions are missing on paper`] : []),
    ...(ways ? ["what only a screen can do is printed"] : []),
  ];
}
