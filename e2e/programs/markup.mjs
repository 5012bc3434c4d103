// Every page and every fragment, against the rules of HTML.
import { HtmlValidate } from "html-validate";

import { client, mustBeEmpty, paged } from "../../conformance/clients/report.mjs";
import { FRAGMENTS, PAGES } from "./visiting.mjs";

// The pages are written without needless blanks and quotes in one way; how they look to an editor is nobody's concern.
const RULES = { extends: ["html-validate:standard", "html-validate:a11y"], rules: { "long-title": "off" } };

await client("html-validate", async () => {
  const validator = new HtmlValidate(RULES);
  const wrong = [];
  for (const language of ["es", "en"]) {
    for (const { path } of PAGES) wrong.push(...(await faults(validator, path, language, (html) => html)));
    for (const { path } of FRAGMENTS) wrong.push(...(await faults(validator, path, language, inPortal)));
  }
  mustBeEmpty(wrong);
  return `${PAGES.length} pages and ${FRAGMENTS.length} fragments in two languages keep all rules`;
});

async function faults(validator, path, language, whole) {
  const response = await paged(path, language);
  const report = await validator.validateString(whole(await response.text()), path);
  return report.results.flatMap((result) =>
    result.messages.map((each) => `${path} in ${language}: ${each.ruleId}: ${each.message} (${each.selector})`),
  );
}

/** A fragment has neither head nor body, so it is judged inside a page as a portal has it. */
function inPortal(fragment) {
  return `<!doctype html><html lang="es"><head><title>Portal</title></head><body><main>${fragment}</main></body></html>`;
}
