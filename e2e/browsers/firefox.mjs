// Firefox, over WebDriver BiDi, which cannot turn JavaScript off nor choose light or dark (Firefox 153 knows neither
// command): whoever wants another than the first gets a Firefox of its own, started with that setting. Nor can it make a
// page on the screen be as on paper. Used by browser.mjs.
import puppeteer from "puppeteer-core";

const SCHEMES = { dark: 0, light: 1 };

export async function launched(options) {
  const first = await started({ ...options, scheme: "light", scripts: true });
  return Object.assign(first, { options, others: new Map() });
}

async function started({ bars, zoom, scheme, scripts }) {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.ORGANICA_EXECUTABLE,
    extraPrefsFirefox: {
      "layout.css.prefers-color-scheme.content-override": SCHEMES[scheme],
      "javascript.enabled": scripts,
      "layout.css.devPixelsPerPx": String(zoom),
      "widget.gtk.overlay-scrollbars.enabled": !bars,
    },
  });
}

/** Return a page of a reader of its own. */
export async function opens(browser, { scheme, scripts }) {
  return (await (await suited(browser, scheme, scripts)).createBrowserContext()).newPage();
}

async function suited(browser, scheme, scripts) {
  if (scheme === "light" && scripts) return browser;
  const settings = { scheme, scripts };
  const name = JSON.stringify(settings);
  if (!browser.others.has(name)) browser.others.set(name, started({ ...browser.options, ...settings }));
  return browser.others.get(name);
}

export async function closes(browser) {
  const others = await Promise.all(browser.others.values());
  await Promise.all([browser, ...others].map((each) => each.close()));
}
