// The page for editors of portals: no violation that axe finds, narrow and wide, light and dark; every choice by form and
// keyboard, with JavaScript and without; a button that copies and says so. What it copies is pasted into a page of another
// origin, whose policy allows what the page says that it needs and nothing else, and shows the register there. Keeps
// pictures. And a consumer of oEmbed finds by itself how to show a page.
import { join } from "node:path";

import { extract } from "@extractus/oembed-extractor";

import { FOLDER, SERVER, client, mustBeEmpty, mustEqual } from "../../conformance/clients/report.mjs";
import { inBrowser, isA, presses } from "../browsers/browser.mjs";
import { opened, pageOf, served } from "../portals/portal.mjs";
import { EDITORS, SCHEMES, WIDTHS, faultsOf, visited } from "./visiting.mjs";

const INSERT = "/embed/cl.chilecompra.insert.html";
const DEPARTMENT = "Departamento de Atención Usuaria";
// What is copied, from where, and whether it shows the structure in the portal.
const PASTED = {
  frame: { path: INSERT, shows: inFrame },
  component: { path: `${INSERT}?how=component&version=fixed&as_of=2024-12-31`, shows: inShadowRoot },
  image: { path: `${INSERT}?what=chart&width=720`, shows: inPicture },
  link: { path: `${INSERT}?what=unit/atencion-usuaria&how=link`, shows: inLink },
};

await client("puppeteer-core", async () =>
  inBrowser(async (browser) => {
    const wrong = [];
    for (const { name, path } of EDITORS) {
      for (const width of isA("chromium") ? WIDTHS : WIDTHS.slice(0, 1)) {
        for (const scheme of SCHEMES) {
          const picture = join(FOLDER, `${name}-${width}-${scheme}.png`);
          wrong.push(...(await visited(browser, path, { width, scheme }, (page) => looked(page, picture))));
        }
      }
      wrong.push(...(await visited(browser, path, { scripts: false }, goesByKeyboard)));
    }
    for (const scripts of [true, false]) wrong.push(...(await visited(browser, INSERT, { scripts }, choosesAChart)));
    wrong.push(...(await visited(browser, INSERT, { scripts: false }, choosesAFixedDay)));
    wrong.push(...(await visited(browser, INSERT, { scripts: false }, hasNoButton)));
    wrong.push(...(await visited(browser, INSERT, {}, copies)));
    const files = { "/portal.css": { body: "" } };
    for (const [name, { path }] of Object.entries(PASTED)) {
      wrong.push(...(await visited(browser, path, {}, async (page) => { files[`/${name}.html`] = await pastedFrom(page); })));
    }
    await served(files, async (portal) => {
      for (const [name, { shows }] of Object.entries(PASTED)) {
        const look = async (page) => [
          ...(await shows(page)),
          ...((await page.screenshot({ path: join(FOLDER, `pasted-${name}.png`) })) && []),
        ];
        wrong.push(...(await opened(browser, `${portal}/${name}.html`, {}, look)));
      }
    });
    mustBeEmpty(wrong);
    return (
      `${EDITORS.length} pages for editors without a violation; choices with JavaScript and without, by the keyboard; ` +
      `the button copies; ${Object.keys(PASTED).join(", ")} show the structure in a page of another origin that allows ` +
      "what they say they need"
    );
  }),
);

await client("@extractus/oembed-extractor", async () => {
  const told = await extract(`${SERVER}/embed/cl.chilecompra/atencion-usuaria?lang=es`, { maxwidth: 480 });
  mustEqual(told.method, "auto-discovery", "how it found out");
  mustEqual([told.type, told.width, told.title], ["rich", 480, `${DEPARTMENT} · ChileCompra`], "what it was told");
  mustEqual(/^<iframe [^>]*><\/iframe>$/.test(told.html), true, "that a frame is all there is");
  return "finds by itself how to show a page, in the width that it has";
});

async function looked(page, picture) {
  await page.screenshot({ path: picture, fullPage: true });
  // What these show is looked at by frame.mjs and component.mjs; axe would reach into them, which no policy here allows.
  const wide = await page.$$eval("iframe, org-structure", (shown) => {
    const over = document.documentElement.scrollWidth - window.innerWidth;
    shown.forEach((each) => each.remove());
    return over;
  });
  return [...(wide > 0 ? [`its preview is ${wide} px wider than the screen`] : []), ...(await faultsOf(page))];
}

/** Press Tab through the page, its preview left aside: a group of choices is one stop, which is the chosen one. */
async function goesByKeyboard(page) {
  const fields = "a[href], input:not([type=hidden], [type=radio]:not(:checked)), button, select, textarea";
  const expected = await page.evaluate(
    (each) =>
      [...document.querySelectorAll(each)]
        .filter((stop) => stop.checkVisibility() && !stop.closest(".organica-preview"))
        .map((stop, place) => stop.setAttribute("data-stop", place) ?? String(place)),
    fields,
  );
  const met = [];
  const wrong = [];
  // The language and the address below the preview come after it, with whatever it holds in between.
  for (let stop = 0; stop < 300 && met.at(-1) !== expected.at(-1); stop += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const each = document.activeElement;
      return { stop: each.getAttribute("data-stop"), outline: getComputedStyle(each).outlineStyle };
    });
    if (focused.stop === null || met.at(-1) === focused.stop) continue;
    met.push(focused.stop);
    if (focused.outline === "none") wrong.push(`stop ${focused.stop} shows no focus`);
  }
  if (met.join() !== expected.join()) wrong.push(`Tab meets ${met.join()} of ${expected.join()}`);
  return wrong;
}

function copied(page) {
  return page.$eval("textarea", (field) => field.value);
}

async function submits(page) {
  await Promise.all([page.waitForNavigation(), presses(page, ".organica-insert [type=submit]")]);
}

async function choosesAChart(page) {
  await page.select("#what", "chart");
  await submits(page);
  const lines = await copied(page);
  await page.$eval("[name=width]", (field) => (field.value = "400"));
  await presses(page, "[name=speaks][value=en]");
  await submits(page);
  const narrow = await copied(page);
  return [
    ...(lines.startsWith("<picture>") && lines.includes("cl.chilecompra.svg?lang=es") ? [] : [`a chart is ${lines}`]),
    ...(narrow.startsWith("<img ") && narrow.includes("lang=en&amp;width=400") ? [] : [`a narrow one is ${narrow}`]),
  ];
}

async function choosesAFixedDay(page) {
  await presses(page, "[name=version][value=fixed]");
  await page.$eval("[name=as_of]", (field) => (field.value = "2024-12-31"));
  await presses(page, "[name=how][value=component]");
  await submits(page);
  const lines = await copied(page);
  return /as-of="2024-01-01" known-at="\d+"/.test(lines) ? [] : [`a fixed day is ${lines}`];
}

async function hasNoButton(page) {
  const shown = await page.$eval("[data-copies]", (button) => button.checkVisibility());
  return shown ? ["without JavaScript there is a button that cannot copy"] : [];
}

/** Copy with the keyboard, then where a browser has no clipboard for pages; each time it is said, and is so. */
async function copies(page) {
  const wrong = [];
  const lines = await copied(page);
  const said = () => page.$eval("[role=status]", (status) => status.textContent);
  for (const way of ["as browsers do today", "as they did before"]) {
    await byKeys(page, "c", "nada");
    await page.focus("[data-copies]");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("[role=status]").textContent !== "");
    const focused = await page.evaluate(() => document.activeElement.matches("[data-copies]"));
    if (!focused) wrong.push(`${way}: the focus left the button`);
    if ((await said()) !== "Copiado") wrong.push(`${way}: it says “${await said()}”`);
    const pasted = await byKeys(page, "v");
    if (pasted !== lines) wrong.push(`${way}: it copied ${pasted}`);
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.querySelector("[role=status]").textContent = "";
    });
  }
  return wrong;
}

/** Copy a text, or paste what was copied and return it, with Control and a key, in a field of our own. */
async function byKeys(page, key, text = "") {
  await page.evaluate((value) => {
    const field = document.createElement("textarea");
    field.id = "keys";
    field.value = value;
    document.body.append(field);
    field.select();
  }, text);
  await page.focus("#keys");
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
  return page.$eval("#keys", (field) => {
    field.remove();
    return field.value;
  });
}

/** Return a page of a portal into which an editor pasted what is copied, with the policy that the page asks for. */
async function pastedFrom(page) {
  const lines = await copied(page);
  const needs = await page.$eval("[name=how]:checked", (way) =>
    document.getElementById(way.getAttribute("aria-describedby")).textContent,
  );
  const [, named = ""] = needs.match(/\(([a-z-]+-src(?:, [a-z-]+-src)*)\)/) ?? [];
  const allowed = named.split(", ").filter(Boolean);
  const own = ["style-src 'self'", ...allowed.filter((each) => each !== "style-src").map((each) => `${each} ${SERVER}`)];
  if (allowed.includes("style-src")) own[0] += ` ${SERVER}`;
  return { body: pageOf(lines), policy: `default-src 'none'; ${own.join("; ")}; base-uri 'none'; form-action 'none'` };
}

async function inFrame(page) {
  const frame = await (await page.$("iframe")).contentFrame();
  await frame.waitForSelector("#u-atencion-usuaria");
  const name = await frame.$eval("#u-atencion-usuaria summary", (summary) => summary.textContent);
  await page.waitForFunction(() => Number(document.querySelector("iframe").height) > 900);
  return name === DEPARTMENT ? [] : [`the frame shows ${name}`];
}

async function inShadowRoot(page) {
  await page.waitForFunction(() => document.querySelector("org-structure").shadowRoot?.querySelector("h1"));
  const text = await page.$eval("org-structure", (element) => element.shadowRoot.textContent);
  return ["Versión fija", DEPARTMENT].filter((each) => !text.includes(each)).map((each) => `it does not show ${each}`);
}

async function inPicture(page) {
  const width = await page.$eval("img", (image) => image.complete && image.naturalWidth);
  return width === 720 ? [] : [`the picture is ${width} px wide`];
}

async function inLink(page) {
  await Promise.all([page.waitForNavigation(), page.click("main a")]);
  const heading = await page.$eval("h1", (each) => each.textContent);
  return heading.includes("Atención Usuaria") ? [] : [`the link leads to ${heading}`];
}
