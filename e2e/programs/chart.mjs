// Charts in a real browser, with whatever fonts it has: every line of text inside its box, no two boxes over each
// other, everything inside the image, narrow and wide, light and dark; of what is served and of random structures.
// Keeps pictures. A box leads to its unit's page, and a chart is an image in somebody else's page.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { FOLDER, client, mustBeEmpty } from "../../conformance/clients/report.mjs";
import { inBrowser } from "../browsers/browser.mjs";
import { SCHEMES, SERVER, WIDTHS, visited } from "./visiting.mjs";

const CHARTS = process.env.ORGANICA_CHARTS;
const SERVED = [
  { name: "chart", path: "/embed/cl.chilecompra.svg?as_of=2024-12-31" },
  { name: "chart-en", path: "/embed/cl.chilecompra.svg?lang=en" },
  { name: "chart-not-covered", path: "/embed/cl.chilecompra.svg?as_of=1990-01-01" },
  { name: "chart-compared", path: "/embed/cl.faros-de-ejemplo.svg?as_of=2025-06-30&compare=2020-06-30" },
];
// Browsers make no picture of a page that is higher.
const MOST_HEIGHT = 16_000;
const ROUNDING = 0.6;

await client("puppeteer-core", async () =>
  inBrowser(async (browser) => {
    const wrong = [];
    const seen = { charts: 0, boxes: 0, lines: 0, narrowest: 9, widest: 0 };
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        for (const { name, path } of SERVED) {
          const picture = join(FOLDER, `${name}-${width}-${scheme}.png`);
          const look = (page) => measured(page, picture, width, scheme, seen);
          wrong.push(...(await visited(browser, `${path}&width=${width}`, { width, scheme }, look)));
        }
      }
    }
    for (const file of readdirSync(CHARTS).sort()) wrong.push(...(await random(browser, file, seen)));
    wrong.push(...(await visited(browser, SERVED[0].path, {}, leadsToItsUnit)));
    wrong.push(...(await visited(browser, SERVED[0].path, {}, goesByKeyboard)));
    wrong.push(...(await visited(browser, SERVED[3].path, { scheme: "dark" }, printsBlackOnWhite)));
    wrong.push(...(await inSomebodysPage(browser)));
    mustBeEmpty(wrong);
    return (
      `${seen.charts} charts in ${await browser.version()}: ${seen.lines} lines each inside one of ${seen.boxes} ` +
      `boxes or the image, no two boxes over each other; the keyboard reaches every link; ` +
      "on paper all is black on white; this browser's own letters are " +
      `${seen.narrowest.toFixed(2)} to ${seen.widest.toFixed(2)} times as wide as the lines they are set into`
    );
  }),
);

async function random(browser, file, seen) {
  const width = Number(file.match(/-(\d+)\.svg$/)[1]);
  const wrong = [];
  for (const scheme of SCHEMES) {
    const page = await browser.newPage();
    try {
      await page.setViewport({ width, height: 800 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.goto(pathToFileURL(join(CHARTS, file)).href, { waitUntil: "load" });
      const picture = join(FOLDER, `${file.replace(".svg", "")}-${scheme}.png`);
      wrong.push(...(await measured(page, picture, width, scheme, seen)).map((each) => `${file}: ${each}`));
    } finally {
      await page.close();
    }
  }
  return wrong;
}

/** Return what stands where it should not in the chart that is open, and keep a picture. */
async function measured(page, picture, width, scheme, seen) {
  const found = await page.evaluate(measure, ROUNDING);
  seen.charts += 1;
  seen.boxes += found.boxes;
  seen.lines += found.lines;
  seen.narrowest = Math.min(seen.narrowest, ...found.ratios);
  seen.widest = Math.max(seen.widest, ...found.ratios);
  const height = Math.min(found.height, MOST_HEIGHT);
  await page.screenshot({ path: picture, clip: { x: 0, y: 0, width, height }, captureBeyondViewport: true });
  const wrong = found.wrong;
  if (found.width !== width) wrong.push(`it is ${found.width} px wide and not ${width}`);
  const dark = found.ground.match(/\d+/g).every((part) => Number(part) < 128);
  if (dark !== (scheme === "dark")) wrong.push(`its ground is ${found.ground} where readers want ${scheme}`);
  return wrong;
}

/** Runs in the browser. */
function measure(rounding) {
  const wrong = [];
  const root = document.documentElement;
  const view = root.viewBox.baseVal;
  const holds = (outer, inner) =>
    inner.x >= outer.x - rounding &&
    inner.y >= outer.y - rounding &&
    inner.x + inner.width <= outer.x + outer.width + rounding &&
    inner.y + inner.height <= outer.y + outer.height + rounding;
  const shown = (box) => [box.x, box.y, box.width, box.height].map((part) => part.toFixed(1)).join(" ");
  const boxes = [...document.querySelectorAll("a[data-unit]")].map((link) => {
    const box = link.querySelector("rect").getBBox();
    for (const line of link.querySelectorAll("text")) {
      if (!holds(box, line.getBBox())) {
        wrong.push(`“${line.textContent}” (${shown(line.getBBox())}) leaves ${link.dataset.unit} (${shown(box)})`);
      }
    }
    return { unit: link.dataset.unit, box };
  });
  for (const each of document.querySelectorAll("text, rect, polyline")) {
    if (!holds(view, each.getBBox())) wrong.push(`${each.outerHTML.slice(0, 90)} leaves the image`);
  }
  boxes.sort((one, other) => one.box.y - other.box.y);
  boxes.forEach((one, place) => {
    for (const other of boxes.slice(place + 1)) {
      if (other.box.y >= one.box.y + one.box.height) break;
      const apart = other.box.x >= one.box.x + one.box.width || one.box.x >= other.box.x + other.box.width;
      if (!apart) wrong.push(`${one.unit} and ${other.unit} overlap`);
    }
  });
  const lines = [...document.querySelectorAll("text")];
  // Latin letters only: what has no glyph here is drawn as a box of any width.
  const latin = lines.filter((line) => /^[ -ÿ]{4,}$/.test(line.textContent) && line.hasAttribute("textLength"));
  const ratios = latin.map((line) => {
    const length = Number(line.getAttribute("textLength"));
    const free = line.cloneNode(true);
    free.removeAttribute("textLength");
    free.removeAttribute("lengthAdjust");
    root.append(free);
    const ratio = free.getComputedTextLength() / length;
    free.remove();
    return ratio;
  });
  const ground = getComputedStyle(document.querySelector("rect")).fill;
  return { wrong, boxes: boxes.length, lines: lines.length, ratios, ground, width: view.width, height: view.height };
}

async function leadsToItsUnit(page) {
  const box = await page.$("a[data-unit=atencion-usuaria]");
  await Promise.all([page.waitForNavigation(), box.click()]);
  const heading = await page.$eval("h1", (each) => each.textContent);
  return heading.includes("Departamento de Atención Usuaria") ? [] : [`a box leads to ${page.url()}: ${heading}`];
}

/** Press Tab through the chart: the title, every box and the permanent link, in this order, each with its focus shown. */
async function goesByKeyboard(page) {
  const expected = await page.$$eval("a", (links) => links.map((each) => each.getAttribute("aria-label")));
  const wrong = [];
  const met = [];
  for (const label of expected) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const link = document.activeElement;
      const box = link.querySelector("rect");
      const line = getComputedStyle(link.querySelector("text")).textDecorationLine;
      const shown = box ? getComputedStyle(box).strokeWidth === "4px" : line === "underline";
      return { label: link.getAttribute("aria-label"), shown };
    });
    met.push(focused.label);
    if (!focused.shown) wrong.push(`“${label}” shows no focus`);
  }
  if (met.join() !== expected.join()) wrong.push(`Tab meets ${met.join("; ")} of ${expected.join("; ")}`);
  return wrong;
}

async function printsBlackOnWhite(page) {
  await page.emulateMediaType("print");
  const colours = await page.$$eval("rect, text, polyline", (parts) => [
    ...new Set(parts.flatMap((each) => [getComputedStyle(each).fill, getComputedStyle(each).stroke])),
  ]);
  const other = colours.filter((each) => !["none", "rgb(0, 0, 0)", "rgb(255, 255, 255)"].includes(each));
  await page.pdf({ path: join(FOLDER, "chart.pdf"), format: "A4", landscape: true });
  return other.map((each) => `${each} is printed`);
}

/** A page of another origin shows the chart as an image, with its size, and asks for nothing else. */
async function inSomebodysPage(browser) {
  const page = await browser.newPage();
  const asked = [];
  try {
    page.on("request", (request) => asked.push(request.url()));
    const address = `${SERVER}/embed/cl.chilecompra.svg?width=360`;
    await page.setContent(`<!doctype html><html lang="es"><title>Portal</title><img alt="" src="${address}">`, {
      waitUntil: "networkidle0",
    });
    const size = await page.$eval("img", (image) => [image.naturalWidth, image.complete]);
    const wrong = asked.filter((url) => url !== address).map((url) => `the image asked ${url}`);
    if (size.join() !== "360,true") wrong.push(`as an image it is ${size}`);
    return wrong;
  } finally {
    await page.close();
  }
}
