// Takes an address of the served instance; opens it in a browser as a new reader, and notes whatever goes wrong.
// Used by the programs beside it.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

import { isA, newReader } from "../browsers/browser.mjs";
import { SERVER } from "../../conformance/clients/report.mjs";

export { SERVER };
export const WIDTHS = [360, 1280];
// Colours are the style sheet's, and looked at in Chromium.
export const SCHEMES = isA("chromium") ? ["light", "dark"] : ["light"];
export const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every sort of page, by the name of its pictures. `status`: where it is not 200. */
export const PAGES = [
  { name: "structure", path: "/embed/cl.chilecompra" },
  { name: "structure-en", path: "/embed/cl.chilecompra?lang=en" },
  { name: "fixed", path: "/embed/cl.chilecompra?as_of=2024-12-31" },
  { name: "not-covered", path: "/embed/cl.chilecompra?as_of=1990-01-01" },
  { name: "head", path: "/embed/cl.chilecompra/gestion-usuaria" },
  { name: "unit", path: "/embed/cl.chilecompra/atencion-usuaria" },
  { name: "versions", path: "/embed/cl.faros-de-ejemplo/changes" },
  { name: "comparison", path: "/embed/cl.faros-de-ejemplo/changes?from=2020-06-30&to=2025-06-30" },
  { name: "faros", path: "/embed/cl.faros-de-ejemplo?as_of=2021-01-01" },
  { name: "gaps", path: "/embed/pe.perucompras" },
  { name: "programmes", path: "/embed/pe.osce?as_of=2022-12-31" },
  { name: "programme-of-unit", path: "/embed/pe.perucompras/oficina-de-tecnologias-de-la-informacion" },
  { name: "unknown", path: "/embed/cl.nadie", status: 404 },
  { name: "bad-day", path: "/embed/cl.chilecompra?as_of=ayer", status: 400 },
];

/** Every fragment, as a portal that has the style sheet shows it. */
export const FRAGMENTS = [
  { name: "structure-fragment", path: "/embed/cl.chilecompra.fragment.html" },
  { name: "unit-fragment", path: "/embed/cl.chilecompra/gestion-usuaria.fragment.html" },
  { name: "programme-fragment", path: "/embed/pe.perucompras/oficina-de-tecnologias-de-la-informacion.fragment.html" },
  { name: "changes-fragment", path: "/embed/cl.faros-de-ejemplo/changes.fragment.html" },
];

/** Every sort of page as a frame shows it; frame.mjs looks at them inside one. */
export const FRAMED = [
  { name: "structure-framed", path: "/embed/cl.chilecompra.frame.html?as_of=2024-12-31" },
  { name: "unit-framed", path: "/embed/pe.perucompras/oficina-de-tecnologias-de-la-informacion.frame.html" },
  { name: "changes-framed", path: "/embed/cl.faros-de-ejemplo/changes.frame.html" },
];

/** Every sort of page for the editors of portals; insert.mjs looks at them. */
export const EDITORS = [
  { name: "insert", path: "/embed/cl.chilecompra.insert.html" },
  { name: "insert-unit", path: "/embed/cl.chilecompra/atencion-usuaria.insert.html?how=component&as_of=2024-12-31" },
  { name: "insert-changes", path: "/embed/cl.faros-de-ejemplo/changes.insert.html?from=2020-06-30&how=oembed" },
  { name: "insert-chart", path: "/embed/cl.chilecompra.insert.html?what=chart&width=720" },
];

/**
 * Open an address as a new reader, do something on the page, and return what went wrong and what was asked for.
 * `options`: width, scheme, scripts (false turns JavaScript off), status (the one that is expected).
 */
export async function visited(browser, path, options, act) {
  const { width = 1280, scheme = "light", scripts = true, status = 200, language = "es" } = options;
  const page = await newReader(browser, { width, height: 800, scheme, scripts, language });
  const wrong = [];
  const asked = [];
  const note = (what) => wrong.push(`${path} (${width} px, ${scheme}): ${what}`);
  page.on("console", (message) => {
    const expected = status >= 400 && message.text().includes(String(status));
    if (["error", "warn"].includes(message.type()) && !expected) note(`the console says: ${message.text()}`);
  });
  page.on("pageerror", (error) => note(`a script failed: ${error.message}`));
  page.on("request", (request) => {
    // What a browser draws its own fields with comes out of the browser.
    if (request.url().startsWith("data:")) return;
    asked.push(request.url());
    if (!request.url().startsWith(`${SERVER}/`)) note(`it asked ${request.url()}`);
  });
  if (scripts) {
    await page.exposeFunction("violated", (rule, address) => note(`${rule} forbids ${address}`));
    await page.evaluateOnNewDocument(() => {
      document.addEventListener("securitypolicyviolation", (event) =>
        window.violated(event.effectiveDirective, event.blockedURI),
      );
    });
  }
  const response = await page.goto(SERVER + path, { waitUntil: "load" });
  if (response.status() !== status) note(`it answered ${response.status()}`);
  if (response.headers()["set-cookie"]) note("it set a cookie");
  const policy = response.headers()["content-security-policy"] ?? "";
  if (!policy.startsWith("default-src 'none';") || policy.includes("unsafe")) note(`its policy is “${policy}”`);
  for (const each of (await act(page, asked)) ?? []) note(each);
  await page.browserContext().close();
  return wrong;
}

/** Return what is wrong with a page as it stands open, shadow roots included: what axe finds, and what is too wide. */
export async function faultsOf(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.evaluate(AXE);
  const found = await page.evaluate(
    (tags) => window.axe.run({ runOnly: tags, rules: { "target-size": { enabled: true } } }),
    TAGS,
  );
  const wrong = found.violations.flatMap((each) =>
    each.nodes.map((node) => `${each.id}: ${node.failureSummary.replaceAll("\n", " ")} (${node.target.join(" ")})`),
  );
  if (wide > 0) wrong.push(`it is ${wide} px wider than the screen`);
  if (found.passes.length === 0) wrong.push("axe looked at nothing");
  return wrong;
}
