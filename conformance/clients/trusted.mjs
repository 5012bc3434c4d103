// Trusted documents: the manifest that Code Generator wrote, asked for by the ids in it, and nothing else. And a client
// that asks by digests which nobody registered.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { getOperationAST, parse } from "graphql";

import { FOLDER, SERVER, asked, client, mustBeEmpty, mustEqual } from "./report.mjs";

const TRUSTING = `${process.env.ORGANICA_TRUSTING_SERVER}/graphql`;
const MANIFEST = join(FOLDER, "types", "graphql", "persisted-documents.json");

await client("@graphql-codegen/cli", async () => {
  const manifest = JSON.parse(readFileSync(MANIFEST, "utf8"));
  const ids = new Map(Object.entries(manifest).map(([id, text]) => [operationOf(text), id]));
  const examples = await (await fetch(`${SERVER}/explorer/examples.json`)).json();
  for (const example of examples) {
    const documentId = ids.get(operationOf(example.query));
    const data = await asked(example.query, example.variables);
    for (const get of [false, true]) {
      const answer = await answered({ documentId, variables: example.variables }, get);
      mustEqual(answer, { status: 200, errors: undefined, data }, `“${example.es}” by its id`);
    }
  }
  const others = [{ query: "{ __typename }" }, { documentId: `sha256:${"0".repeat(64)}` }];
  for (const other of others) {
    const { status, data } = await answered(other, false);
    mustBeEmpty(status >= 400 && data === undefined ? [] : [`${JSON.stringify(other)} was answered ${status}`]);
  }
  return `its manifest served as the only documents: ${examples.length} asked by sha256 id over POST and GET, others refused`;
});

// Automatic persisted queries are not kept here: told so in words that it knows, the client sends the text.
await client("@apollo/client", async () => {
  const sha256 = (text) => createHash("sha256").update(text).digest("hex");
  for (const useGETForHashedQueries of [false, true]) {
    const sent = [];
    const noted = async (address, options) => {
      const body = options.body ? JSON.parse(options.body) : Object.fromEntries(new URL(address).searchParams);
      sent.push(body.query === undefined ? "digest" : "text");
      return fetch(address, options);
    };
    const link = new PersistedQueryLink({ sha256, useGETForHashedQueries }).concat(
      new HttpLink({ uri: `${SERVER}/graphql`, fetch: noted }),
    );
    const apollo = new ApolloClient({ link, cache: new InMemoryCache() });
    for (const query of ["{ organizations { totalCount } }", "{ changes(first: 1) { edges { cursor } } }"]) {
      const { data } = await apollo.query({ query: gql(query), fetchPolicy: "no-cache" });
      mustEqual(withoutTypes(data), await asked(query), query);
    }
    mustEqual(sent, ["digest", "text", "text"], "what was sent");
  }
  return "its persisted queries, over POST and GET: told once that there are none, it sends the text from then on";
});

function withoutTypes(value) {
  return JSON.parse(JSON.stringify(value, (name, each) => (name === "__typename" ? undefined : each)));
}

// Code Generator writes the fragments of a document before its operation, whichever came first in what it was given.
function operationOf(text) {
  return getOperationAST(parse(text)).name.value;
}

async function answered(request, get) {
  const headers = { accept: "application/graphql-response+json", "content-type": "application/json" };
  const { documentId, variables } = request;
  const response = get
    ? await fetch(`${TRUSTING}?${new URLSearchParams({ documentId, variables: JSON.stringify(variables) })}`, { headers })
    : await fetch(TRUSTING, { method: "POST", headers, body: JSON.stringify(request) });
  const { data, errors } = await response.json();
  return { status: response.status, data, errors };
}
