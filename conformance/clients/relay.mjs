// Relay: its compiler accepts paged fragments, and its runtime reads the pages to their end through `node`.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import runtime from "relay-runtime";

import { FOLDER, asked, client, mustEqual, servedSchema } from "./report.mjs";

const { Environment, Network, RecordSource, Store, createOperationDescriptor, fetchQuery } = runtime;
const require = createRequire(import.meta.url);
const HERE = fileURLToPath(new URL(".", import.meta.url));
const PLACE = join(FOLDER, "relay");
const VARIABLES = { organization: "cl.faros-de-ejemplo", day: "2025-06-30" };
const WHOLE = `query ($organization: String!, $day: Date!) { organization(code: $organization) {
  legalSources(first: 200) { edges { node { entry } } }
  structure(asOf: $day) { units(first: 200) { edges { node { code } } } } } }`;

await client("relay-compiler", async () => {
  mkdirSync(PLACE, { recursive: true });
  cpSync(join(HERE, "relay"), join(PLACE, "src"), { recursive: true });
  writeFileSync(join(PLACE, "schema.graphql"), await servedSchema());
  const config = {
    root: ".",
    sources: { src: "organica" },
    projects: {
      organica: {
        schema: "schema.graphql",
        output: "compiled",
        language: "javascript",
        eagerEsModules: false, // Node resolves what the artifacts require from each other only in this form.
        schemaConfig: { nodeInterfaceIdField: "id" },
      },
    },
  };
  writeFileSync(join(PLACE, "relay.config.json"), JSON.stringify(config));
  execFileSync(require("relay-compiler"), ["relay.config.json"], { cwd: PLACE, stdio: "pipe" });
  return "compiles @refetchable and @connection on Structure.units and Organization.legalSources";
});

await client("relay-runtime", async () => {
  const requests = [];
  const environment = new Environment({
    network: Network.create(async (request, variables) => {
      requests.push(request.name);
      return { data: await asked(request.text, variables) };
    }),
    store: new Store(new RecordSource()),
  });
  const query = compiled("listsQuery");
  await fetchQuery(environment, query, VARIABLES).toPromise();
  const operation = createOperationDescriptor(query, VARIABLES);
  environment.retain(operation);
  const root = () => environment.lookup(operation.fragment).data.organization;
  const units = await pages(environment, "lists_units", "listsUnitsPageQuery", () => root().structure);
  const sources = await pages(environment, "lists_sources", "listsSourcesPageQuery", root);
  const whole = (await asked(WHOLE, VARIABLES)).organization;
  mustEqual(units.map((node) => node.code), whole.structure.units.edges.map((edge) => edge.node.code), "units");
  mustEqual(
    sources.map((node) => node.entry),
    whole.legalSources.edges.map((edge) => edge.node.entry),
    "sources",
  );
  return `${units.length} units and ${sources.length} sources in ${requests.length} requests, each once and in order`;
});

/** Read the pages of one fragment until there are no more; return the nodes that Relay's store then holds. */
async function pages(environment, fragment, pageQuery, owner) {
  const [query, list] = [compiled(pageQuery), compiled(fragment)];
  for (;;) {
    const selector = runtime.getSingularSelector(list, owner());
    const read = environment.lookup(selector).data;
    const { edges, pageInfo } = Object.values(read).find((value) => value?.edges);
    if (!pageInfo.hasNextPage) return edges.map((edge) => edge.node);
    const variables = { id: read.id, cursor: pageInfo.endCursor, count: 2 };
    await fetchQuery(environment, query, variables).toPromise();
  }
}

function compiled(name) {
  return require(join(PLACE, "compiled", `${name}.graphql.js`));
}
