// What a front end writes against the generated types. tsc --strict must accept it, and refuse what is marked: a day is
// text, a day that is not covered has no roots, and a post may have no holder.
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";

import { DayDocument } from "./graphql/graphql";
import type { components, operations } from "./openapi";

type DataOf<Document> = Document extends TypedDocumentNode<infer Data, infer _Variables> ? Data : never;
type VariablesOf<Document> = Document extends TypedDocumentNode<infer _Data, infer Variables> ? Variables : never;
type Structure = NonNullable<NonNullable<DataOf<typeof DayDocument>["organization"]>["structure"]>;
type Root = NonNullable<Structure["roots"]>[number];

export const asked: VariablesOf<typeof DayDocument> = { day: "2025-06-30" };

export function codes(structure: Structure): string[] {
  return (structure.roots ?? []).flatMap((root) => [root.id, ...root.children.map((child) => child.id)]);
}

// @ts-expect-error: where a day is not covered there are no roots.
export const unguarded = (structure: Structure): number => structure.roots.length;
// @ts-expect-error: a day is text.
export const numbered: VariablesOf<typeof DayDocument> = { day: 20250630 };
// @ts-expect-error: nothing has a field that was not asked for.
export const unasked = (root: Root): unknown => root.objective;

type Answer = operations["getStructure"]["responses"][200]["content"]["application/json"];
type Problem = components["schemas"]["Problem"];

export function units(answer: Answer): string[] {
  return (answer.units ?? []).map((unit) => unit.name);
}

export function remedy(problem: Problem): string {
  return problem.remedy;
}

// @ts-expect-error: where a day is not covered there are no units.
export const bare = (answer: Answer): number => answer.units.length;
