// A rule of GraphQL Inspector: a breaking change that the changelog names is not told as one. It names a change where
// the words in backquotes of an item under "### Breaking" hold every part of the place that changed.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const changelog = readFileSync(join(__dirname, "..", "..", "CHANGELOG.md"), "utf8");
const unreleased = changelog.split(/^## /m).filter((section) => section.split("\n")[0].endsWith("(unreleased)"));
const parts = unreleased.flatMap((section) => section.split(/^### /m));
const breaking = parts.filter((part) => part.startsWith("Breaking\n"));
const named = breaking.flatMap((part) => [...part.matchAll(/^- `([^`]+)`/gm)].map((item) => item[1].match(/\w+/g)));

module.exports = ({ changes }) =>
  changes.map((change) =>
    change.criticality.level === "BREAKING" && named.some((words) => holds(words, change.path))
      ? { ...change, criticality: { level: "NON_BREAKING" } }
      : change,
  );

function holds(words, path) {
  return path !== undefined && path.split(".").every((part) => words.includes(part));
}
