// gql.tada reads the types of a query from its text; nothing is generated for a document.
import { initGraphQLTada, type ResultOf, type VariablesOf } from "gql.tada";

import type { introspection } from "./introspection";

const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Date: string; DateTime: string } }>();
const HEADS = graphql(`
  query Heads($day: Date!) {
    organization(code: "cl.chilecompra") {
      structure(asOf: $day) {
        roots {
          headPost {
            occupancy
            appointments {
              holder
            }
          }
        }
      }
    }
  }
`);
type Root = NonNullable<NonNullable<NonNullable<ResultOf<typeof HEADS>["organization"]>["structure"]>["roots"]>[number];

export const asked: VariablesOf<typeof HEADS> = { day: "2025-06-30" };
export const occupancy = (root: Root): "HELD" | "VACANT" | "UNKNOWN" | undefined => root.headPost?.occupancy;
export const holder = (root: Root): string | null | undefined => root.headPost?.appointments[0]?.holder;

// @ts-expect-error: a post may have no known holder.
export const named = (root: Root): string => root.headPost.appointments[0].holder;
