// What relay-compiler compiles: a list of a thing of one day, and a list of a thing without a day. It is compiled,
// never run; relay.mjs runs what comes out.
graphql`
  fragment lists_units on Structure
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" })
  @refetchable(queryName: "listsUnitsPageQuery") {
    units(first: $count, after: $cursor) @connection(key: "lists_units") {
      edges {
        node {
          id
          code
          name
          headPost {
            id
            occupancy
          }
        }
      }
    }
  }
`;

graphql`
  fragment lists_sources on Organization
  @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "String" })
  @refetchable(queryName: "listsSourcesPageQuery") {
    legalSources(first: $count, after: $cursor) @connection(key: "lists_legalSources") {
      edges {
        node {
          entry
          source {
            id
            citation
          }
        }
      }
    }
  }
`;

graphql`
  query listsQuery($organization: String!, $day: Date!) {
    organization(code: $organization) {
      ...lists_sources
      structure(asOf: $day) {
        ...lists_units
      }
    }
  }
`;
