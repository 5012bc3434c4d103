// The element <org-structure> in pages of another origin under a strict policy: a bare page, one of React and one of
// Vue: it shows all of the fragment, follows its attributes, leaves the link where it cannot; axe finds nothing.
import { join } from "node:path";

import { FOLDER, SERVER, client, mustBeEmpty } from "../../conformance/clients/report.mjs";
import { inBrowser } from "../browsers/browser.mjs";
import { CHILECOMPRA, PAGES, TAKEN_OVER, body, digest, portal, version } from "../portals/holding.mjs";
import { opened, served } from "../portals/portal.mjs";
import { SCHEMES, WIDTHS, faultsOf } from "./visiting.mjs";

// What axe does to measure contrast; nothing of ours may: the other pages have the same policy.
const OF_AXE = /inline style/;

await client("axe-core", async () =>
  inBrowser((browser) =>
    served(TAKEN_OVER, (elsewhere) =>
      served(portal(elsewhere), async (origin) => {
        const wrong = [];
        const look = async (path, options, act) => wrong.push(...(await opened(browser, origin + path, options, act)));
        for (const width of WIDTHS) {
          for (const scheme of SCHEMES) {
            const picture = join(FOLDER, `component-${width}-${scheme}.png`);
            await look("/bare.html", { width, scheme, expected: OF_AXE }, (page, asked) => shows(page, asked, picture));
          }
        }
        await look("/all.html", {}, losesNothing);
        await look("/themed.html", { expected: OF_AXE }, (page) => takesTheTheme(page, join(FOLDER, "component-themed.png")));
        await look("/one.html", { expected: /404|400/ }, followsItsAttributes);
        await look("/one.html", {}, isMovedAndTakenAway);
        await look("/one.html", { scripts: false }, showsTheLink);
        await look("/altered.html", { expected: /integrity/ }, showsTheLink);
        await look("/hostile.html", { others: [elsewhere], expected: /Content[ -]Security[ -]Policy/ }, async (page) => [
          ...(await runsNothing(page)),
          ...(await givesUp(page, elsewhere)),
        ]);
        for (const name of ["react", "vue"]) {
          const picture = join(FOLDER, `component-${name}.png`);
          await look(`/${name}.html`, { expected: /400|inline style/ }, (page, asked) => worksInAFramework(page, asked, picture));
        }
        mustBeEmpty(wrong);
        return (
          `<org-structure> of ${body.length} bytes in ${await browser.version()}, in a bare page, one of React ` +
          `${version("react")} and one of Vue ${version("vue")}: all of the fragment is there, axe finds no violation, ` +
          "attributes render anew, failures and an altered script leave the link, a hostile fragment runs nothing, " +
          "nothing is asked of anybody else"
        );
      }),
    ),
  ),
);

/** Wait until an element shows the page that it asked for; return its handle. */
async function loaded(page, number = 0) {
  await page.waitForFunction(
    (place) => document.querySelectorAll("org-structure")[place]?.shadowRoot?.querySelector("[aria-busy], slot") === null,
    {},
    number,
  );
  return (await page.$$("org-structure"))[number];
}

/** Wait until the link is what an element shows. */
async function left(page) {
  await page.waitForFunction(() => {
    const each = document.querySelector("org-structure");
    return each.shadowRoot.querySelector("slot") && !each.shadowRoot.querySelector("[aria-busy]") && each.querySelector("a").checkVisibility();
  });
}

/** Return the text of something inside an element. */
function inside(handle, selector) {
  return handle.evaluate((each, what) => each.shadowRoot.querySelector(what)?.innerText ?? null, selector);
}

async function shows(page, asked, picture) {
  const handle = await loaded(page);
  await page.screenshot({ path: picture, fullPage: true });
  // What axe asks for by itself is not the page's.
  const own = [...asked];
  const wrong = await faultsOf(page);
  if (await handle.$eval("a", (each) => each.checkVisibility())) wrong.push("the link is still there");
  const known = [`${SERVER}/embed/org-structure.${digest}.js`, `${CHILECOMPRA}.fragment.html`, `${SERVER}/embed/style.css`];
  const further = own.filter((url) => url.startsWith(SERVER) && !known.includes(url));
  if (further.length > 0 || new Set(own).size !== own.length) wrong.push(`it asked ${own.join(", ")}`);
  return wrong;
}

/** Every element and every word of a fragment is in the page; links lead to the register whatever the page is. */
async function losesNothing(page) {
  const wrong = [];
  for (const [number, src] of PAGES.entries()) {
    const handle = await loaded(page, number);
    const [found, expected] = await handle.evaluate(async (each, address) => {
      const url = new URL(address);
      url.pathname += ".fragment.html";
      const request = new XMLHttpRequest();
      request.open("GET", url);
      request.responseType = "document";
      await new Promise((done) => {
        request.onload = done;
        request.send();
      });
      const counted = (section) => {
        const all = [...section.querySelectorAll("*")];
        const attributes = all.flatMap((one) => one.getAttributeNames()).filter((name) => name !== "part");
        return { text: section.textContent, elements: all.length, attributes: attributes.length };
      };
      const section = each.shadowRoot.querySelector("section");
      const links = [...section.querySelectorAll("[href], [action]")].map((one) => one.getAttribute("href") ?? one.getAttribute("action"));
      return [{ ...counted(section), links }, counted(request.response.querySelector("section"))];
    }, src);
    for (const [name, value] of Object.entries(expected)) {
      if (found[name] !== value) wrong.push(`${src}: ${name}: ${String(found[name]).slice(0, 80)} and not ${String(value).slice(0, 80)}`);
    }
    const strays = found.links.filter((one) => !one.startsWith(`${SERVER}/`) && !one.startsWith("https://"));
    if (strays.length > 0) wrong.push(`${src}: links that are not whole: ${strays.join(", ")}`);
  }
  return wrong;
}

async function takesTheTheme(page, picture) {
  const handle = await loaded(page);
  await page.screenshot({ path: picture, fullPage: true });
  const found = await handle.evaluate((each) => {
    const styled = (selector) => getComputedStyle(each.shadowRoot.querySelector(selector));
    return {
      ink: styled(".organica").color,
      ground: styled(".organica").backgroundColor,
      font: styled(".organica").fontFamily,
      link: styled(".organica a").color,
      banner: styled(".organica-banner").borderLeft,
      title: styled("h1").textTransform,
      host: getComputedStyle(each).display,
    };
  });
  const expected = {
    ink: "rgb(0, 51, 0)",
    ground: "rgb(250, 255, 250)",
    font: "Georgia, serif",
    link: "rgb(102, 0, 102)",
    banner: "9px solid rgb(0, 102, 0)",
    title: "uppercase",
    host: "block",
  };
  const wrong = Object.keys(expected).filter((name) => found[name] !== expected[name]);
  const banner = await inside(handle, ".organica-banner");
  const faults = await faultsOf(page);
  // That axe looks inside is shown by a fault there.
  await handle.evaluate((each) => each.shadowRoot.querySelector("section").append(document.createElement("img")));
  const planted = (await faultsOf(page)).some((each) => each.startsWith("image-alt"));
  return [
    ...wrong.map((name) => `${name} is ${found[name]} and not ${expected[name]}`),
    ...(banner.includes("Versión fija") ? [] : [`the day of its attribute is not shown: ${banner}`]),
    ...faults,
    ...(planted ? [] : ["axe does not look inside"]),
  ];
}

async function followsItsAttributes(page, asked) {
  const handle = await loaded(page);
  await page.evaluate(() => {
    window.told = [];
    for (const type of ["organica-load", "organica-error"]) {
      document.addEventListener(type, ({ type: name, detail }) => window.told.push(`${name} ${detail.status ?? detail.address}`));
    }
  });
  const set = (attributes) =>
    handle.evaluate((each, given) => {
      for (const [name, value] of Object.entries(given)) value === null ? each.removeAttribute(name) : each.setAttribute(name, value);
    }, attributes);
  const told = async () => page.evaluate(() => window.told.splice(0));
  const until = async (line) => {
    await page.waitForFunction((what) => window.told.some((each) => each.startsWith(what)), {}, line);
    return told();
  };
  const wrong = [];
  const must = (held, what) => held || wrong.push(what);
  // Two at once are one question.
  asked.length = 0;
  await set({ "as-of": "2024-06-30", lang: "en" });
  await until("organica-load");
  must((await inside(handle, ".organica-banner")).startsWith("A fixed version"), "a day and a language are not shown");
  // The question and its redirect to the fixed version.
  must(asked.length === 2, `two attributes asked ${asked.join(", ")}`);
  // The last of several wins, and those before it are given up: each is asked for, and none may answer in between.
  await handle.evaluate(async (each) => {
    for (const day of ["2024-02-01", "2024-03-01", "1990-01-01"]) {
      each.setAttribute("as-of", day);
      await null;
    }
  });
  const last = await until("organica-load");
  must(last.length === 1, `three days in a row tell ${last.join(", ")}`);
  must((await inside(handle, ".organica-gap")).startsWith("Not covered"), "the last of three days is not the one shown");
  await set({ "as-of": null, lang: null });
  await until("organica-load");
  must((await inside(handle, ".organica-banner")).startsWith("Versión vigente hoy"), "without attributes it is not today");
  // What fails leaves the link; what is mended is shown again.
  await set({ src: `${SERVER}/embed/cl.nadie` });
  must((await until("organica-error")).join() === "organica-error 404", "an unknown body is no error 404");
  await left(page);
  await set({ src: CHILECOMPRA });
  await until("organica-load");
  asked.length = 0;
  for (const src of ["javascript:alert(1)", "data:text/html,<section class=organica>", `${SERVER}/graphql`, "http://[", "ftp://x/embed/cl.x", ""]) {
    await set({ src });
    must((await until("organica-error")).join() === "organica-error 0", `“${src}” is taken for a page`);
    await left(page);
  }
  must(asked.length === 0, `what is no address of a page asked ${asked.join(", ")}`);
  return wrong;
}

async function isMovedAndTakenAway(page, asked) {
  const handle = await loaded(page);
  const before = asked.filter((url) => url.includes(".fragment.html")).length;
  await handle.evaluate((each) => document.body.append(each));
  await handle.evaluate((each) => document.querySelector("main").append(each));
  const wrong = [];
  if ((await inside(handle, "h1")) !== "ChileCompra") wrong.push("it is empty where it was moved to");
  // Taken away before the answer it tells of nothing; put back, it asks again.
  const told = await handle.evaluate(async (each) => {
    const heard = [];
    for (const type of ["organica-load", "organica-error"]) each.addEventListener(type, () => heard.push(type));
    each.setAttribute("as-of", "2024-06-30");
    await null;
    each.remove();
    await new Promise((done) => setTimeout(done, 300));
    const gone = [...heard];
    document.querySelector("main").append(each);
    await new Promise((done) => each.addEventListener("organica-load", done));
    return { gone, heard };
  });
  if (told.gone.length > 0) wrong.push(`taken away it tells ${told.gone.join(", ")}`);
  if (told.heard.join() !== "organica-load") wrong.push(`put back it tells ${told.heard.join(", ")}`);
  // Made by a script, with its attributes set before and after it is put into the page.
  await page.evaluate((src) => {
    const made = document.createElement("org-structure");
    made.setAttribute("src", src);
    document.querySelector("main").append(made);
    made.setAttribute("lang", "en");
  }, `${CHILECOMPRA}/atencion-usuaria`);
  const made = await loaded(page, 1);
  if (!(await inside(made, ".organica-banner")).startsWith("The version in force")) wrong.push("one made by a script is not shown");
  const questions = asked.filter((url) => url.includes(".fragment.html"));
  if (questions.length - before > 5) wrong.push(`it asked ${questions.join(", ")}`);
  return wrong;
}

async function showsTheLink(page) {
  const link = await page.$eval("org-structure > a", (each) => each.checkVisibility() && each.href);
  const rooted = await page.$eval("org-structure", (each) => each.shadowRoot !== null);
  return [
    ...(link === CHILECOMPRA ? [] : ["the link is not shown"]),
    ...(rooted ? ["the script ran"] : []),
  ];
}

async function runsNothing(page) {
  const handle = await loaded(page);
  const html = await handle.evaluate(async (each) => {
    for (const one of each.shadowRoot.querySelectorAll("section, section *")) one.click?.();
    await new Promise((done) => setTimeout(done, 100));
    return each.shadowRoot.querySelector("section").outerHTML.replace(/ part="[^"]*"/g, "");
  });
  const ran = await page.evaluate(() => window.ran ?? null);
  const expected = '<section class="organica"><h1>Hola</h1><a id="js">x</a><a id="data">x</a><form><button>x</button></form><p>Fin</p></section>';
  return [...(ran ? [`the script number ${ran} ran`] : []), ...(html === expected ? [] : [`what is left is ${html}`])];
}

/** A question that nobody needs an answer to any more is given up. */
async function givesUp(page, elsewhere) {
  const handle = await loaded(page);
  const point = (src) => handle.evaluate((each, to) => each.setAttribute("src", to), src);
  const slow = `${elsewhere}/embed/slow`;
  const of = (request) => request.url().startsWith(slow);
  await Promise.all([page.waitForRequest(of), point(slow)]);
  const given = new Promise((up) => page.on("requestfailed", (request) => of(request) && up(true)));
  await point(CHILECOMPRA);
  await loaded(page);
  const inTime = await Promise.race([given, new Promise((late) => setTimeout(late, 2_000, false))]);
  return inTime ? [] : ["a question is still under way that nobody needs"];
}

async function worksInAFramework(page, asked, picture) {
  await page.waitForSelector("org-structure");
  const handle = await loaded(page);
  const wrong = [];
  const last = (what) => page.waitForFunction((line) => document.getElementById("last").textContent.startsWith(line), {}, what);
  await last(`load ${CHILECOMPRA}.fragment.html`);
  await page.click("#day");
  await last(`load ${CHILECOMPRA}.fragment.html?as_of=2024-01-01`);
  if (!(await inside(handle, ".organica-banner")).includes("Versión fija")) wrong.push("another state of the page shows no other day");
  await page.screenshot({ path: picture, fullPage: true });
  wrong.push(...(await faultsOf(page)));
  await page.click("#none");
  await last("error 400");
  await left(page);
  return wrong;
}
