// Takes pages and files of somebody else's site; serves each such site on an origin of its own, which no register
// knows, and opens its pages, noting whatever goes wrong. Used by the programs.
import { createServer } from "node:http";

import { SERVER } from "../../conformance/clients/report.mjs";
import { newReader } from "../browsers/browser.mjs";

const TYPES = { html: "text/html", js: "text/javascript", css: "text/css" };

/**
 * Serve files while something is done. `files`: path → {body, policy, headers}, or {never} where no answer comes. The
 * address has another host than the register, so that a browser keeps the two apart as it does two sites.
 */
export async function served(files, act) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const file = files[path];
    if (file?.never) return;
    const headers = { "content-type": `${TYPES[path.split(".").at(-1)]}; charset=utf-8`, ...(file?.headers ?? {}) };
    if (file?.policy) headers["content-security-policy"] = file.policy;
    response.writeHead(file ? 200 : 404, headers);
    response.end(file?.body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await act(`http://localhost:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Return a whole page of a portal. */
export function pageOf(body, head = "") {
  return (
    '<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Portal</title>' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<link rel="stylesheet" href="/portal.css">${head}</head><body><main>${body}</main></body></html>`
  );
}

/**
 * Open a page of a portal as a new reader, do something on it, and return what went wrong. Requests go to the portal and
 * the register alone. `options`: width, height, scheme, scripts, `others` (further origins), `expected` (what the console
 * may say).
 */
export async function opened(browser, address, options, act) {
  const { width = 1280, height = 800, scheme = "light", scripts = true, others = [], expected } = options;
  // The zoom is the browser's own: frames of another origin know no other.
  const page = await newReader(browser, { width, height, scheme, scripts, language: "es", ratio: 0 });
  const wrong = [];
  const asked = [];
  const note = (what) => wrong.push(`${new URL(address).pathname} (${width} px, ${scheme}): ${what}`);
  const origins = [new URL(address).origin, SERVER, ...others];
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type()) && !expected?.test(message.text())) {
      note(`the console says: ${message.text()}`);
    }
  });
  // What is against a policy is the console's to Chromium and an error to Firefox, also of the icon that it asks for.
  page.on("pageerror", ({ message }) => {
    if (!expected?.test(message) && !message.includes("/favicon.ico")) note(`a script failed: ${message}`);
  });
  page.on("request", (request) => {
    if (/^(data|about):/.test(request.url())) return;
    asked.push(request.url());
    if (!origins.some((origin) => request.url().startsWith(`${origin}/`))) note(`it asked ${request.url()}`);
  });
  try {
    await page.goto(address, { waitUntil: "load" });
    for (const each of (await act(page, asked)) ?? []) note(each);
  } catch (error) {
    note(error.stack);
  } finally {
    await page.browserContext().close();
  }
  return wrong;
}
