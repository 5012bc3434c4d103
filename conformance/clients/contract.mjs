// GraphQL Inspector: the served contract against that of the last release, as the readers of that one need it.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { FOLDER, Found, client, servedSchema } from "./report.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const RELEASED = join(HERE, "..", "..", "schema", "released.graphql");
const SERVED = join(FOLDER, "served.graphql");

await client("@graphql-inspector/cli", async () => {
  writeFileSync(SERVED, await servedSchema());
  const options = ["diff", RELEASED, SERVED, "--rule", join(HERE, "named-as-breaking.cjs")];
  const program = join(HERE, "..", "node_modules", ".bin", "graphql-inspector");
  try {
    const { stdout } = await promisify(execFile)(program, options);
    const changes = stdout.match(/changes \((\d+)\)/)?.[1] ?? "0";
    return `${changes} changes since the last release, none that breaks its readers without being named`;
  } catch (error) {
    throw new Found(`${error.stdout}${error.stderr}`.split("\n").filter((line) => line.trim() !== ""));
  }
});
