// Chromium, over its own protocol: it can do all that the programs ask for. Used by browser.mjs.
import puppeteer from "puppeteer-core";

const ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"];

export async function launched({ bars, zoom }) {
  return puppeteer.launch({
    executablePath: process.env.ORGANICA_EXECUTABLE,
    ignoreDefaultArgs: bars ? ["--hide-scrollbars"] : [],
    args: [...ARGUMENTS, `--force-device-scale-factor=${zoom}`],
  });
}

/** Return a page of a reader of its own. */
export async function opens(browser, { scheme, scripts }) {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setJavaScriptEnabled(scripts);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  return page;
}

export async function closes(browser) {
  await browser.close();
}
