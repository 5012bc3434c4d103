// graphql-http: the audits of the specification GraphQL over HTTP.
import { auditServer } from "graphql-http";

import { SERVER, client, mustBeEmpty, mustEqual } from "./report.mjs";

const AUDITS = 61;

await client("graphql-http", async () => {
  const results = await auditServer({ url: `${SERVER}/graphql` });
  mustBeEmpty(
    results
      .filter((result) => result.status !== "ok")
      .map((result) => `${result.status}: ${result.id} ${result.name}: ${result.reason}`),
  );
  mustEqual(results.length, AUDITS, "audits");
  return `${results.length} of ${AUDITS} audits of GraphQL over HTTP`;
});
