// A portal's page that holds framed pages of the register, on paper: all of them is there, to the last word and with
// every function, though the screen shows them closed and shorter; on the screen nothing is left of it. Without the
// portal's line of script what is there names where the whole is. Keeps the PDFs.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { FOLDER, SERVER, client, mustBeEmpty } from "../../conformance/clients/report.mjs";
import { inBrowser } from "../browsers/browser.mjs";
import { FORGING, portal } from "../portals/framing.mjs";
import { FRAMES, atRest } from "../portals/frames.mjs";
import { opened, served } from "../portals/portal.mjs";

const LOOKS = [
  { width: 360, format: "A4" },
  { width: 1280, format: "Letter" },
];
// A frame that is far below the window is not loaded before somebody comes near.
const HIGH = { height: 8_000 };

await client("puppeteer-core", async () =>
  served(FORGING, (elsewhere) =>
    served(portal(elsewhere), (origin) =>
      inBrowser(async (browser) => {
        const wrong = [];
        for (const { width, format } of LOOKS) {
          for (const name of ["portal", "programme", "several"]) {
            const look = (page) => prints(page, join(FOLDER, `paper-${name}-${width}.pdf`), format);
            wrong.push(...(await opened(browser, `${origin}/${name}.html`, { width, ...HIGH }, look)));
          }
        }
        wrong.push(...(await opened(browser, `${origin}/blocked.html`, { expected: /violates.*script-src/ }, namesTheWhole)));
        mustBeEmpty(wrong);
        return `in ${await browser.version()} all of a frame is on ${LOOKS.map(({ format }) => format).join(" and ")}; without the script its permanent link is`;
      }),
    ),
  ),
);

/** Print a page; return what is wrong with what is on paper, and with the screen afterwards. */
async function prints(page, path, format) {
  const shown = await atRest(page);
  const pages = await Promise.all(shown.map(({ frame }) => frame.evaluate(linesOnPaper)));
  const looks = () => page.$$eval(FRAMES, (all) => all.map((each) => `${each.offsetWidth} × ${each.offsetHeight}`).join());
  const before = await looks();
  const wrong = [];
  const { text, sheets } = await printed(page, path, format);
  const missing = (lines) => lines.filter((each) => !text.includes(squeezed(each)));
  // A frame is one thing to a browser: the edge of a sheet goes through whatever stands there, and half of it is on each.
  const cut = pages.flatMap(missing);
  if (cut.length >= sheets) wrong.push(`on ${sheets} sheets of ${format} these are missing: ${cut.join(" | ")}`);
  const last = missing(pages.map((lines) => lines.at(-1)));
  if (last.length > 0) wrong.push(`on ${format} a frame does not end with “${last.join()}”`);
  const after = await looks();
  return [...wrong, ...(before === after ? [] : [`frames of ${before} px are of ${after} px after printing`])];
}

/** Return the texts of a framed page that paper shows. */
function linesOnPaper() {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (data.trim() && !parentElement.closest(".organica-days, .organica-foot, .organica-card")) found.push(data);
  }
  return found;
}

/** Print a page into a file; return the text that is on it, without blanks, and how many sheets it takes. */
async function printed(page, path, format) {
  await page.pdf({ path, format, margin: { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" } });
  const read = execFileSync(process.env.ORGANICA_PYTHON, ["text_of_pdf.py", path], { encoding: "utf8" });
  return { text: squeezed(read), sheets: read.split("\f").length - 1 };
}

/** Take out blanks, and the signs that stand where a browser or the reader of the file breaks a line. */
function squeezed(text) {
  return text.replace(/[\s\u0002\u00ad\ufffe]+/g, "");
}

async function namesTheWhole(page) {
  await (await page.$(FRAMES)).contentFrame().then((frame) => frame.waitForSelector(".organica-permanent"));
  const { text } = await printed(page, join(FOLDER, "paper-blocked.pdf"), "A4");
  return text.includes(`${SERVER}/embed/cl.chilecompra/atencion-usuaria?as_of=`) ? [] : ["it does not name the permanent link"];
}
