// What is most likely to differ in Safari, in its engine: framed pages of another origin, sandboxed and under a strict
// policy, grow and shrink and are moved by nobody else; the component in a bare page, one of React and one of Vue, and the
// link where its script was altered; every page and what axe finds in it. Keeps pictures.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { By } from "selenium-webdriver";

import { FOLDER, SERVER, client, mustBeEmpty } from "../../conformance/clients/report.mjs";
import { inWebKit } from "../browsers/webkit.mjs";
import { FORGING, HEIGHT, portal as framing } from "../portals/framing.mjs";
import { CHILECOMPRA, TAKEN_OVER, portal as holding } from "../portals/holding.mjs";
import { served } from "../portals/portal.mjs";
import { AXE, PAGES, TAGS } from "./visiting.mjs";

const WAIT_MS = 20_000;
const STILL_MS = 300;
// A whole pixel, the one that a frame is higher than its content, and its border.
const SLACK = 8;
/** Runs in a portal's page; returns the text of the component. */
const SHOWN = () => document.querySelector("org-structure")?.shadowRoot?.querySelector("section")?.textContent;

await client("selenium-webdriver", async () =>
  inWebKit(async (driver) => {
    await driver.manage().setTimeouts({ script: WAIT_MS, pageLoad: WAIT_MS });
    const version = (await driver.getCapabilities()).get("browserVersion");
    const wrong = [];
    const look = async (address, act) => {
      await driver.get(address);
      for (const each of await act(driver)) wrong.push(`${new URL(address).pathname}: ${each}`);
    };
    for (const { path } of PAGES) await look(SERVER + path, hasNoFault);
    await served(FORGING, (elsewhere) =>
      served(framing(elsewhere), async (origin) => {
        await look(`${origin}/portal.html`, growsAndShrinks);
        await look(`${origin}/forged.html`, isMovedByNobodyElse);
      }),
    );
    await served(TAKEN_OVER, (elsewhere) =>
      served(holding(elsewhere), async (origin) => {
        await look(`${origin}/bare.html`, showsAll);
        await look(`${origin}/altered.html`, showsTheLink);
        for (const name of ["react", "vue"]) await look(`${origin}/${name}.html`, followsItsAttributes);
      }),
    );
    mustBeEmpty(wrong);
    return (
      `in WebKitGTK ${version} frames of another origin grow, shrink and are moved by nobody else; the component shows all of a ` +
      `fragment, also in React and Vue; axe finds no violation on ${PAGES.length} pages`
    );
  }),
);

async function drawn(driver, name) {
  writeFileSync(join(FOLDER, `${name}.png`), await driver.takeScreenshot(), "base64");
}

/** Return what a script of ours returns that is true, waiting for it. */
function until(driver, script, ...given) {
  return driver.wait(() => driver.executeScript(script, ...given), WAIT_MS);
}

async function hasNoFault(driver) {
  await driver.executeScript(AXE);
  const [found, wide] = await driver.executeAsyncScript((tags, done) => {
    const over = document.documentElement.scrollWidth - window.innerWidth;
    window.axe.run({ runOnly: tags, rules: { "target-size": { enabled: true } } }).then(({ violations }) =>
      done([violations.flatMap((each) => each.nodes.map((node) => `${each.id} (${node.target.join(" ")})`)), over]),
    );
  }, TAGS);
  return [...found, ...(wide > 0 ? [`it is ${wide} px wider than the window`] : [])];
}

/** Return the height that the first frame of a page has when it is at rest, and how much it is off its content. */
async function atRest(driver) {
  const frame = await driver.findElement(By.css("iframe"));
  const end = Date.now() + WAIT_MS;
  for (let before = null; Date.now() < end; ) {
    const height = Number(await frame.getAttribute("height"));
    await driver.switchTo().frame(frame);
    const off = await driver.executeScript(
      () => document.readyState === "complete" && window.innerHeight - document.documentElement.getBoundingClientRect().height,
    );
    await driver.switchTo().defaultContent();
    if (height === before && height !== HEIGHT && off !== false) return { height, off };
    before = height;
    await driver.sleep(STILL_MS);
  }
  throw new Error("a frame does not come to rest");
}

async function pressed(driver, selector) {
  await driver.switchTo().frame(await driver.findElement(By.css("iframe")));
  await driver.executeScript((what) => document.querySelector(what).click(), selector);
  await driver.switchTo().defaultContent();
}

async function growsAndShrinks(driver) {
  const looks = [await atRest(driver)];
  await drawn(driver, "frame");
  for (let times = 0; times < 2; times += 1) {
    await pressed(driver, ".organica-functions-of > summary");
    await driver.sleep(STILL_MS);
    looks.push(await atRest(driver));
  }
  const [closed, open, again] = looks.map(({ height }) => height);
  return [
    ...looks.filter(({ off }) => off < 0 || off > SLACK).map(({ off }) => `a frame is ${off} px higher than its content`),
    ...(open > closed + 200 && again === closed ? [] : [`closed, open and closed it is ${[closed, open, again].join(", ")} px high`]),
  ];
}

async function isMovedByNobodyElse(driver) {
  const before = await atRest(driver);
  await driver.executeScript(() => {
    document.getElementById("foreign").contentWindow.postMessage("again", "*");
    window.postMessage({ organica: "height", height: 4321, since: 1, top: 0 }, "*");
  });
  await driver.sleep(STILL_MS);
  const after = await atRest(driver);
  const foreign = await driver.findElement(By.id("foreign")).getAttribute("height");
  return before.height === after.height && foreign === "200" ? [] : [`forged messages move frames: ${before.height}, ${after.height}, ${foreign}`];
}

async function showsAll(driver) {
  const text = await until(driver, SHOWN);
  await drawn(driver, "component");
  const whole = await driver.executeAsyncScript((address, done) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => done(request.response.querySelector("section").textContent);
    request.send();
  }, `${CHILECOMPRA}.fragment.html`);
  return text === whole ? [] : [`it shows ${text.length} of ${whole.length} letters`];
}

async function showsTheLink(driver) {
  await driver.sleep(STILL_MS);
  const [shown, rooted] = await driver.executeScript(() => {
    const element = document.querySelector("org-structure");
    return [element.querySelector("a").getClientRects().length > 0, element.shadowRoot !== null];
  });
  return shown && !rooted ? [] : ["an altered script runs, or no link is shown"];
}

async function followsItsAttributes(driver) {
  await until(driver, SHOWN);
  await driver.executeScript(() => document.getElementById("day").click());
  await until(driver, () => document.getElementById("last").textContent.includes("?as_of="));
  const text = await driver.executeScript(SHOWN);
  return text.includes("Versión fija") ? [] : ["another state of the page shows no other day"];
}
