// Every page and every fragment, against the rules of HTML.
import { HtmlValidate } from "html-validate";

import { client, mustBeEmpty, paged } from "../../conformance/clients/report.mjs";
import { EDITORS, FRAGMENTS, FRAMED, PAGES } from "./visiting.mjs";

// The pages are written without needless blanks and quotes in one way; how they look to an editor is nobody's concern.
const RULES = { extends: ["html-validate:standard", "html-validate:a11y"], rules: { "long-title": "off" } };

const WHOLE = [...PAGES, ...FRAMED];

await client("html-validate", async () => {
  const validator = new HtmlValidate(RULES);
  const wrong = [];
  for (const language of ["es", "en"]) {
    for (const { path } of WHOLE) wrong.push(...(await faults(validator, path, language, (html) => html)));
    for (const { path } of EDITORS) wrong.push(...(await faults(validator, path, language, withoutLooks)));
    for (const { path } of FRAGMENTS) wrong.push(...(await faults(validator, path, language, inPortal)));
  }
  mustBeEmpty(wrong);
  return (
    `${PAGES.length} pages, ${FRAGMENTS.length} fragments, ${FRAMED.length} pages for frames and ` +
    `${EDITORS.length} for editors in two languages keep all rules`
  );
});

async function faults(validator, path, language, whole) {
  const response = await paged(path, language);
  const report = await validator.validateString(whole(await response.text()), path);
  return report.results.flatMap((result) =>
    result.messages.map((each) => `${path} in ${language}: ${each.ruleId}: ${each.message} (${each.selector})`),
  );
}

/**
 * A frame as wide as its place and without an edge: attributes that the standard leaves to style sheets and every browser
 * knows, because the style that would say it in the line is what policies of portals forbid.
 */
function withoutLooks(page) {
  return page.replace(' frameborder="0" width="100%"', "");
}

/** A fragment has neither head nor body, so it is judged inside a page as a portal has it. */
function inPortal(fragment) {
  return `<!doctype html><html lang="es"><head><title>Portal</title></head><body><main>${fragment}</main></body></html>`;
}
