// Client caches that normalise by id: what was read of one day must not change what is read of another.
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { getIntrospectionQuery } from "graphql";

import { CountedNetwork, QUERY, readInTurn } from "./days.mjs";
import { Found, SERVER, asked, client, mustEqual } from "./report.mjs";

const SCHEMA = await asked(getIntrospectionQuery());

for (const get of [false, true]) {
  await client("@apollo/client", () => shown(get, apolloReader));
  await client("@urql/exchange-graphcache", () => shown(get, urqlReader));
}

/** Read both days through a cache; the same must go wrong where ids leave out the day, or it would show nothing. */
async function shown(get, reader) {
  const network = new CountedNetwork();
  await readInTurn(reader(network, get, false), network);
  const method = get ? "GET" : "POST";
  mustEqual([...new Set(network.requests)], [method], "methods");
  const other = new CountedNetwork();
  const mixedUp = await readInTurn(reader(other, get, true), other).then(
    () => false,
    (error) => error instanceof Found,
  );
  mustEqual(mixedUp, true, "with ids that leave out the day, the days are mixed up");
  return `over ${method}, 2023, 2025 and 2023 from the cache, each with its own names, children and heads`;
}

function apolloReader(network, get, naive) {
  const named = (thing) => (thing.code ? `${thing.__typename}:${thing.code}` : thing.id);
  const apollo = new ApolloClient({
    link: new HttpLink({ uri: `${SERVER}/graphql`, fetch: network.fetch, useGETForQueries: get }),
    cache: new InMemoryCache({
      possibleTypes: namesBehind(),
      ...(naive ? { dataIdFromObject: named } : {}),
    }),
  });
  const query = gql(QUERY);
  return async (day, fromCache) => {
    const fetchPolicy = fromCache ? "cache-only" : "network-only";
    return (await apollo.query({ query, variables: { day }, fetchPolicy })).data;
  };
}

function urqlReader(network, get, naive) {
  const named = (thing) => thing.code;
  const urql = new Client({
    url: `${SERVER}/graphql`,
    exchanges: [
      cacheExchange({
        schema: SCHEMA,
        keys: { ...keysOfWhatHasNoId(), ...(naive ? { UnitVersion: named, PostVersion: named } : {}) },
        logger: (_severity, message) => {
          throw new Error(message);
        },
      }),
      fetchExchange,
    ],
    fetch: network.fetch,
    preferGetMethod: get ? "force" : false,
  });
  return async (day, fromCache) => {
    const requestPolicy = fromCache ? "cache-only" : "network-only";
    const result = await urql.query(QUERY, { day }, { requestPolicy }).toPromise();
    if (result.error) throw result.error;
    return result.data;
  };
}

function objects() {
  return SCHEMA.__schema.types.filter((type) => type.kind === "OBJECT" && !type.name.startsWith("__"));
}

/** The objects behind each interface and union, as every reader of Apollo's cache tells them. */
function namesBehind() {
  const abstract = SCHEMA.__schema.types.filter((type) => ["INTERFACE", "UNION"].includes(type.kind));
  return Object.fromEntries(abstract.map((type) => [type.name, type.possibleTypes.map((each) => each.name)]));
}

/** What has no id is a part of what holds it, and is told so, as every reader of graphcache tells it. */
function keysOfWhatHasNoId() {
  const parts = objects().filter((type) => !type.fields.some((field) => field.name === "id"));
  return Object.fromEntries(parts.map((type) => [type.name, () => null]));
}
