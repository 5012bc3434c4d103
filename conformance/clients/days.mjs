// The queries that the caches ask on two days, and what a client without a cache is answered. Called by caches.mjs.
import { asked, mustBeEmpty, mustEqual } from "./report.mjs";

export const DAYS = ["2023-06-30", "2025-06-30"];

const UNIT = `
  fragment Unit on UnitVersion {
    id code name kind parentStatus
    unit { id code }
    parent { id code name }
    functions { id label text unit { id name } }
    headPost {
      id name occupancy
      appointments { code holder capacity legalBasis { citation } }
    }
    legalBasis { role citation source { id citation } }
  }`;
/** The whole structure, a page of its units, one unit with what is below it, and what a search finds. */
export const QUERY = `
  query Day($day: Date!) {
    organization(code: "cl.faros-de-ejemplo") {
      id
      code
      changePoints
      structure(asOf: $day) {
        id
        basis
        organization { id name }
        roots { id ...Unit children { id ...Unit children { id ...Unit } } }
        units(first: 3) { totalCount edges { cursor node { id ...Unit } } pageInfo { hasNextPage endCursor } }
        unit(code: "faros") { id ...Unit children { id code name } }
      }
    }
    search(text: "boyas", organization: "cl.faros-de-ejemplo", asOf: $day) {
      totalCount
      edges { cursor node { score field text unit { id ...Unit } thing { ... on Node { id } ...Unit } } }
      pageInfo { hasNextPage endCursor }
    }
  }
  ${UNIT}`;

/**
 * Read the first day, the second, and the first again with no network; each must be as it is without a cache.
 * `read(day, fromCache)` returns the data; `network` has the `requests` made, and fails them once `cut`.
 */
export async function readInTurn(read, network) {
  const plain = [];
  for (const day of DAYS) plain.push(await asked(QUERY, { day }));
  const [before, after] = plain.map((data) => data.organization.structure.unit);
  mustBeEmpty(
    ["name", "children", "headPost"]
      .filter((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]))
      .map((field) => `${field} is the same on both days, so this shows nothing`),
  );
  for (const [index, day] of DAYS.entries()) mustEqual(await read(day, false), plain[index], `${day}, asked`);
  network.cut = true;
  for (const [index, day] of DAYS.entries()) mustEqual(await read(day, true), plain[index], `${day}, from the cache`);
  mustEqual(network.requests.length, DAYS.length, "requests");
}

/** A network that notes the method of every request and can be cut. */
export class CountedNetwork {
  cut = false;
  requests = [];

  fetch = (address, options) => {
    if (this.cut) throw new Error("The network is cut: this was to come from the cache.");
    this.requests.push(options.method ?? "GET");
    return fetch(address, options);
  };
}
