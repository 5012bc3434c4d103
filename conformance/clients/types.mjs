// Types from the contract: GraphQL Code Generator and openapi-typescript write them, tsc --strict accepts them.
import { createHash } from "node:crypto";
import { execFile } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { generate } from "@graphql-codegen/cli";
import openapiTS, { astToString } from "openapi-typescript";

import { QUERY } from "./days.mjs";
import { FOLDER, Found, SERVER, client, mustBeEmpty, mustEqual, servedSchema } from "./report.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const MODULES = join(HERE, "..", "node_modules");
const PLACE = join(FOLDER, "types");
const run = promisify(execFile);

cpSync(join(HERE, "types"), PLACE, { recursive: true });
symlinkSync(MODULES, join(PLACE, "node_modules")); // What is generated imports from the packages installed here.
const schema = join(PLACE, "schema.graphql");
writeFileSync(schema, await servedSchema());

await client("@graphql-codegen/client-preset", async () => {
  const examples = await (await fetch(`${SERVER}/explorer/examples.json`)).json();
  const documents = [QUERY, ...examples.map((example) => example.query)];
  for (const [index, text] of documents.entries()) writeFileSync(join(PLACE, `${index}.graphql`), text);
  const output = {
    preset: "client",
    presetConfig: { persistedDocuments: { hashAlgorithm: "sha256" } },
    config: { strictScalars: true, scalars: { Date: "string", DateTime: "string" } },
  };
  await generate(
    {
      schema,
      documents: documents.map((_text, index) => join(PLACE, `${index}.graphql`)),
      silent: true,
      generates: { [join(PLACE, "graphql/")]: output },
    },
    true,
  );
  const manifest = JSON.parse(readFileSync(join(PLACE, "graphql", "persisted-documents.json"), "utf8"));
  const wrong = Object.entries(manifest).filter(
    ([id, text]) => id !== `sha256:${createHash("sha256").update(text).digest("hex")}`,
  );
  mustBeEmpty(wrong.map(([id]) => `${id} is not the SHA-256 of its document`));
  mustEqual(Object.keys(manifest).length, documents.length, "documents in the manifest");
  return `types of ${documents.length} documents with strict scalars, and a manifest of their sha256 ids`;
});

await client("openapi-typescript", async () => {
  const types = astToString(await openapiTS(new URL(`${SERVER}/openapi.json`)));
  writeFileSync(join(PLACE, "openapi.d.ts"), types);
  return `types of ${[...types.matchAll(/^ {8}get: operations/gm)].length} operations`;
});

await client("gql.tada", async () => {
  await run(join(MODULES, ".bin", "gql.tada"), ["generate", "output"], { cwd: PLACE });
  return "the types of the schema for queries that are typed by their text";
});

await client("typescript", async () => {
  try {
    await run(join(MODULES, ".bin", "tsc"), ["--project", PLACE]);
  } catch (error) {
    throw new Found(error.stdout.split("\n"));
  }
  return "tsc --strict accepts what the three generated, and what a front end writes against it";
});
