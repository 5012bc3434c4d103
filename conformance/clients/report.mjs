// Takes the name of a client and what it does; prints one line, "pass" or "FAIL", and the failures below it.
// Called by every client here. A client that fails sets the exit code, and the next one of its program still runs.
import { createRequire } from "node:module";

// Packages are those of the program that runs: the folders of other programs use this file too.
const require = createRequire(process.argv[1]);

/** Where the served instance answers, such as http://127.0.0.1:40001. */
export const SERVER = process.env.ORGANICA_SERVER;
/** An empty folder of this run's own. */
export const FOLDER = process.env.ORGANICA_FOLDER;

/** How many characters are shown before and behind the place where two answers begin to differ. */
const SHOWN = 120;

/** What a client found wrong, one line each. */
export class Found extends Error {
  constructor(lines) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}

// What runs in several browsers says in which one.
const WHERE = process.env.ORGANICA_BROWSER ? ` in ${process.env.ORGANICA_BROWSER}` : "";

/** Run one client and print its line. `act` returns what the client showed, or throws. */
export async function client(packageName, act) {
  const name = `${packageName} ${version(packageName)}${WHERE}`;
  try {
    process.stdout.write(`pass  ${name}: ${await act()}\n`);
  } catch (error) {
    const lines = error instanceof Found ? error.lines : [error.stack ?? String(error)];
    process.stdout.write(`FAIL  ${name}\n${lines.map((line) => `        ${line}`).join("\n")}\n`);
    process.exitCode = 1;
  }
}

/** Throw what is wrong, where anything is. */
export function mustBeEmpty(lines) {
  if (lines.length > 0) throw new Found(lines);
}

/** Throw unless two values are the same, member by member; show them from where they begin to differ. */
export function mustEqual(found, expected, what) {
  const [left, right] = [canonical(found) ?? "nothing", canonical(expected) ?? "nothing"];
  if (left === right) return;
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  const from = Math.max(0, same - SHOWN);
  const shown = (text) => `${from > 0 ? "…" : ""}${text.slice(from, same + SHOWN)}`;
  throw new Found([`${what}: found    ${shown(left)}`, `${what}: expected ${shown(right)}`]);
}

/** Ask over GraphQL with no client at all; throw where the answer has errors. */
export async function asked(query, variables, language = "es") {
  const response = await fetch(`${SERVER}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      "accept-language": language,
    },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (response.status !== 200 || answer.errors) throw new Found([JSON.stringify(answer)]);
  return answer.data;
}

/**
 * Ask for a page in a language, on a connection of its own: between two pages a browser may work for longer than the
 * server keeps a connection open, and one that closes as it is used again is no fault of either.
 */
export function paged(path, language) {
  return fetch(SERVER + path, { headers: { "accept-language": language, connection: "close" } });
}

/** Return the printed schema as it is served. */
export async function servedSchema() {
  const response = await fetch(`${SERVER}/graphql/schema.graphql`);
  if (response.status !== 200) throw new Found([`schema.graphql: ${response.status}`]);
  return response.text();
}

function version(packageName) {
  return require(`../node_modules/${packageName}/package.json`).version;
}

function canonical(value) {
  return JSON.stringify(value, (_key, each) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).filter(([key]) => key !== "__typename").sort())
      : each,
  );
}
