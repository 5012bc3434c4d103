// Every page and every fragment in a real browser, narrow and wide, light and dark: no violation that axe finds,
// nothing wider than the screen, no request but those for the page and its style. Keeps a picture of each.
import { join } from "node:path";

import { FOLDER, client, mustBeEmpty, paged } from "../../conformance/clients/report.mjs";
import { inBrowser } from "../browsers/browser.mjs";
import { FRAGMENTS, FRAMED, PAGES, SCHEMES, SERVER, WIDTHS, faultsOf, visited } from "./visiting.mjs";

await client("axe-core", async () =>
  inBrowser(async (browser) => {
    const wrong = [];
    let looks = 0;
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        for (const { name, path, status } of [...PAGES, ...FRAMED]) {
          const picture = join(FOLDER, `${name}-${width}-${scheme}.png`);
          wrong.push(
            ...(await visited(browser, path, { width, scheme, status }, (page, asked) => looked(page, asked, picture))),
          );
          looks += 1;
        }
        for (const { name, path } of FRAGMENTS) {
          const picture = join(FOLDER, `${name}-${width}-${scheme}.png`);
          wrong.push(...(await inPortal(browser, path, width, scheme, picture)));
          looks += 1;
        }
      }
    }
    mustBeEmpty(wrong);
    return (
      `${looks} looks at ${PAGES.length} pages, ${FRAGMENTS.length} fragments and ${FRAMED.length} pages for frames in ${await browser.version()}: ` +
      "no violation, nothing wider than the screen, one request besides the style"
    );
  }),
);

/** Return what is wrong with a page as it stands open. */
async function looked(page, asked, picture) {
  await page.screenshot({ path: picture, fullPage: true });
  const styles = asked.filter((url) => url.startsWith(`${SERVER}/embed/style.`));
  // Every browser asks for an icon by itself, once a year of the whole site; a page for a frame has one script.
  const beside = [...styles, `${SERVER}/favicon.ico`, ...asked.filter((url) => url.startsWith(`${SERVER}/embed/frame.`))];
  const own = asked.filter((url) => !beside.includes(url));
  const wrong = await faultsOf(page);
  // A dated address leads to its fixed version, which is one request more.
  if (styles.length !== 1 || own.length > 2) wrong.push(`it asked ${asked.join(", ")}`);
  return wrong;
}

/** Show a fragment in a light or dark page of somebody else's, which links our style sheet; return what is wrong. */
async function inPortal(browser, path, width, scheme, picture) {
  const fragment = await (await paged(path, "es")).text();
  const colours = scheme === "dark" ? "color:#e6e6e6;background:#101010" : "color:#222222;background:#fcfcf4";
  const html =
    '<!doctype html><html lang="es"><head><title>Portal</title><meta name="viewport" content="width=device-width">' +
    `<link rel="stylesheet" href="${SERVER}/embed/style.css"></head><body style="${colours};font:16px/1.5 Georgia,serif"><main>${fragment}</main></body></html>`;
  const page = await browser.newPage();
  try {
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.setContent(html, { waitUntil: "load" });
    await page.screenshot({ path: picture, fullPage: true });
    return (await faultsOf(page)).map((each) => `${path} in a portal (${width} px, ${scheme}): ${each}`);
  } finally {
    await page.close();
  }
}
