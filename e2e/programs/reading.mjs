// What a screen reader says of the pages, twice over: the words, one after the other, by a virtual screen reader that runs
// inside the page; roles, names and states by the tree that Chromium gives to real ones, into frames and shadow roots too.
// The banner comes before the units, headings and landmarks in order, each letter with its text, each link by a name that
// tells where it leads, what opens with its state, and what is Spanish is marked. No machine is a person with one.
import { SERVER, client, mustBeEmpty } from "../../conformance/clients/report.mjs";
import { inBrowser } from "../browsers/browser.mjs";
import { FORGING, STRUCTURE, portal as framing } from "../portals/framing.mjs";
import { TAKEN_OVER, portal as holding } from "../portals/holding.mjs";
import { opened, served } from "../portals/portal.mjs";
import { outlineOf, phrasesOf, toldBy } from "./listening.mjs";
import { EDITORS, FRAMED, PAGES, visited } from "./visiting.mjs";

const OF_STRUCTURE = ["heading 1 ChileCompra", "navigation Otras fechas", "heading 2 Unidades"];
const OUTLINES = {
  "/embed/cl.chilecompra": ["main", ...OF_STRUCTURE],
  "/embed/cl.chilecompra/gestion-usuaria": [
    "main",
    "navigation Depende de",
    "heading 1 División de Gestión Usuaria",
    "navigation Otras fechas",
    "heading 2 Funciones",
    "heading 2 Quién la dirige y qué cargos tiene",
    "heading 2 Unidades que dependen de ella",
    "heading 2 Base legal",
    "heading 2 Historia de la unidad",
  ],
  "/embed/cl.faros-de-ejemplo/changes": [
    "main",
    "heading 1 Cambios de Servicio de Faros de Ejemplo",
    "navigation Ver también",
    "heading 2 Versiones de la estructura",
  ],
};

await client("@guidepup/virtual-screen-reader", async () =>
  inBrowser(async (browser) => {
    const wrong = [];
    let phrases = 0;
    for (const { path, status } of [...PAGES, ...FRAMED]) {
      for (const language of ["es", "en"]) {
        const listens = async (page) => {
          const said = await phrasesOf(page);
          phrases += said.length;
          return [...(await inOrder(page, said)), ...(await marksSpanish(page))];
        };
        wrong.push(...(await visited(browser, path, { status, language }, listens)));
      }
    }
    mustBeEmpty(wrong);
    return (
      `${phrases} phrases of ${PAGES.length + FRAMED.length} pages in two languages: the title, the banner, then the units; ` +
      "each letter with its text; Spanish is marked as such"
    );
  }),
);

await client("puppeteer-core", async () =>
  inBrowser(async (browser) => {
    const wrong = [];
    let links = 0;
    for (const { path, status } of [...PAGES, ...FRAMED, ...EDITORS]) {
      const listens = async (page) => {
        // What the page for editors shows below its line is a page of its own, with a title of its own.
        await page.$$eval(".organica-preview :is(iframe, org-structure)", (shown) => shown.forEach((each) => each.remove()));
        const told = await toldBy(page);
        links += told.filter(({ role }) => role === "link").length;
        const outline = outlineOf(told);
        const expected = OUTLINES[path] ?? outline;
        return [
          ...(expected.join() === outline.join() ? [] : [`it is outlined as ${outline.join(", ")}`]),
          ...wellOutlined(told),
          ...namesLinks(told),
          ...(await tellsWhatIsOpen(page, told)),
        ];
      };
      wrong.push(...(await visited(browser, path, { status }, listens)));
    }
    wrong.push(...(await visited(browser, "/embed/cl.chilecompra.svg", {}, tellsTheChart)));
    await served(FORGING, (elsewhere) =>
      served(framing(elsewhere), async (portal) => {
        wrong.push(...(await opened(browser, `${portal}/portal.html`, {}, tellsTheFrame)));
      }),
    );
    await served(TAKEN_OVER, (elsewhere) =>
      served(holding(elsewhere), async (portal) => {
        wrong.push(...(await opened(browser, `${portal}/bare.html`, {}, tellsTheComponent)));
      }),
    );
    mustBeEmpty(wrong);
    return (
      `what ${await browser.version()} tells screen readers of ${PAGES.length + FRAMED.length + EDITORS.length} pages, a chart, a ` +
      `frame and the component: headings and landmarks in order, ${links} links with names that tell where they lead, ` +
      "what opens with its state"
    );
  }),
);

/** The title first, then what the page says of itself, then what it shows; every letter right before its text. */
async function inOrder(page, said) {
  const wrong = [];
  const { title, banner, units, functions } = await page.evaluate(() => {
    const textOf = (selector) => document.querySelector(selector)?.textContent ?? null;
    const pairs = [...document.querySelectorAll(".organica-functions > li")];
    return {
      title: textOf("h1"),
      banner: textOf(".organica-banner strong"),
      units: textOf(".organica-units summary"),
      functions: pairs.map((each) => [each.querySelector(".organica-letter").textContent, each.querySelector("bdi").textContent]),
    };
  });
  const places = [`heading, ${title}, level 1`, banner, units].filter(Boolean).map((each) => said.indexOf(each));
  if (places.some((place, number) => place <= (places[number - 1] ?? -1))) wrong.push(`title, banner and units are said in the order ${places}`);
  let from = 0;
  for (const [letter, text] of functions) {
    const at = said.indexOf(text, from);
    if (at < 1 || said[at - 1] !== letter) wrong.push(`“${letter}” is not said right before “${text}” but “${said[at - 1]}”`);
    else from = at;
  }
  if (said.at(-1) !== "end of document") wrong.push("the reader does not come to the end");
  return wrong;
}

/** Texts of the law are in Spanish whatever the page speaks. */
async function marksSpanish(page) {
  const strange = await page.evaluate(() =>
    [...document.querySelectorAll("bdi, .organica-letter + bdi")]
      .filter((each) => each.closest("[lang]").lang !== "es")
      .map((each) => each.textContent),
  );
  return strange.map((each) => `“${each}” is not marked as Spanish`);
}

/** One title and one main part; no level is left out; each navigation has a name of its own. */
function wellOutlined(told) {
  const wrong = [];
  const levels = told.filter(({ role }) => role === "heading").map(({ level }) => level);
  if (levels[0] !== 1 || levels.lastIndexOf(1) !== 0) wrong.push(`its headings are of level ${levels.join()}`);
  if (levels.some((level, place) => level > (levels[place - 1] ?? 0) + 1)) wrong.push(`a level is left out: ${levels.join()}`);
  if (told.filter(({ role }) => role === "main").length !== 1) wrong.push("it has not one main part");
  const names = told.filter(({ role }) => role === "navigation").map(({ name }) => name);
  if (names.includes("") || new Set(names).size !== names.length) wrong.push(`navigations are called ${names.join()}`);
  return wrong;
}

/** Every link has a name in words, and one name leads to one place. */
function namesLinks(told) {
  const wrong = [];
  const places = new Map();
  for (const { name, url } of told.filter(({ role }) => role === "link")) {
    if (!/\p{L}{3}/u.test(name) || /^https?:/.test(name)) wrong.push(`a link to ${url} is called “${name}”`);
    if (places.has(name) && places.get(name) !== url) wrong.push(`“${name}” leads to ${places.get(name)} and to ${url}`);
    places.set(name, url);
  }
  return wrong;
}

async function tellsWhatIsOpen(page, told) {
  const open = await page.$$eval("details", (all) =>
    all.filter((each) => each.checkVisibility()).map((each) => `${each.querySelector("summary").textContent}: ${each.open}`),
  );
  const states = told.filter(({ role }) => role === "DisclosureTriangle").map(({ name, expanded }) => `${name}: ${expanded === true}`);
  return states.join() === open.join() ? [] : [`what opens is told as ${states.join()} and is ${open.join()}`];
}

/** An image with a name, and a description that leads to the text; each box a link with the name of its unit. */
async function tellsTheChart(page) {
  const told = await toldBy(page);
  const image = told.find(({ role }) => role === "image");
  const units = told.filter(({ role, url }) => role === "link" && url.includes("/embed/cl.chilecompra/"));
  return [
    ...(/^ChileCompra\. Estructura orgánica al /.test(image?.name) ? [] : [`the chart is called “${image?.name}”`]),
    ...(/La misma estructura como texto: http/.test(image?.description) ? [] : [`it is described as “${image?.description}”`]),
    ...(units.length === 6 && units[0].name.startsWith("División de Gestión Usuaria") ? [] : [`its boxes are ${units.map(({ name }) => name)}`]),
    ...namesLinks(told),
  ];
}

async function tellsTheFrame(page) {
  await page.waitForFunction(() => Number(document.querySelector("iframe").getAttribute("height")) !== 900);
  const told = await toldBy(page);
  const framed = outlineOf(told.slice(told.findIndex(({ role }) => role === "Iframe")));
  const expected = ["Iframe Estructura orgánica", "main", ...OF_STRUCTURE];
  return [...(framed.join() === expected.join() ? [] : [`a frame of ${SERVER}${STRUCTURE} is told as ${framed.join(", ")}`]), ...namesLinks(told)];
}

async function tellsTheComponent(page) {
  await page.waitForFunction(() => document.querySelector("org-structure").shadowRoot?.querySelector("h1"));
  const told = await toldBy(page);
  const outline = outlineOf(told);
  const expected = ["main", "heading 1 Portal", ...OF_STRUCTURE];
  return [
    ...(outline.join() === expected.join() ? [] : [`the component is told as ${outline.join(", ")}`]),
    ...namesLinks(told),
    ...(told.some(({ role, name, expanded }) => role === "DisclosureTriangle" && name === "Funciones (13)" && !expanded) ? [] : ["what opens is not told"]),
  ];
}
