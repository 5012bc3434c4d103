// The served OpenAPI description: two linters must find nothing in it, warnings included.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { FOLDER, Found, SERVER, client, mustBeEmpty } from "./report.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const BIN = join(HERE, "..", "node_modules", ".bin");
const DESCRIPTION = join(FOLDER, "openapi.json");
// Neither may call its maker: what is sent while testing concerns nobody else.
const ENVIRONMENT = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

writeFileSync(DESCRIPTION, await (await fetch(`${SERVER}/openapi.json`)).text());

await client("@stoplight/spectral-cli", async () => {
  const ruleset = join(HERE, "spectral.yaml");
  const found = await linted("spectral", ["lint", "--quiet", "--ruleset", ruleset, "--format", "json"]);
  mustBeEmpty(found.map((each) => `${each.code} at ${each.path.join(".")}: ${each.message}`));
  return "spectral:oas finds no error and no warning in the served description";
});

await client("@redocly/cli", async () => {
  const config = join(HERE, "redocly.yaml");
  const found = await linted("redocly", ["lint", "--config", config, "--format", "json"]);
  mustBeEmpty(found.problems.map((each) => `${each.ruleId} at ${each.location[0]?.pointer}: ${each.message}`));
  return "recommended-strict finds no error and no warning in the served description";
});

/** Return what a linter prints as JSON; it exits with 1 where it found something. */
async function linted(program, options) {
  const asked = promisify(execFile)(join(BIN, program), [...options, DESCRIPTION], { env: ENVIRONMENT });
  const { stdout, stderr } = await asked.catch((error) => error);
  const start = stdout.search(/[[{]/);
  if (start < 0) throw new Found([`${program} printed no JSON`, ...`${stdout}${stderr}`.split("\n")]);
  return JSON.parse(stdout.slice(start));
}
