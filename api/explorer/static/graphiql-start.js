// Starts GraphiQL on our endpoint, with our examples as its first tabs. It speaks to its own origin only.
"use strict";

(async () => {
  const place = document.getElementById("graphiql");
  place.style.height = "100dvh";
  document.body.style.margin = "0";
  const examples = await (await fetch("/explorer/examples.json")).json();
  const address = new URLSearchParams(location.search);
  // More tabs would not fit beside each other; the small page offers every example.
  const tabs = examples.slice(0, 6).map((example) => ({
    query: `# ${example.es}\n# ${example.en}\n${example.query}\n`,
    variables: JSON.stringify(example.variables, null, 2),
  }));
  // GraphiQL gives the first tab its variables only where it is told so, and must not be told so twice.
  const fresh = !address.has("query") && localStorage.getItem("graphiql:tabState") === null;
  ReactDOM.createRoot(place).render(
    React.createElement(GraphiQL, {
      fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
      defaultTabs: tabs,
      query: address.get("query") ?? undefined,
      variables: address.get("variables") ?? (fresh ? tabs[0].variables : undefined),
      defaultEditorToolsVisibility: "variables",
      shouldPersistHeaders: false,
    }),
  );
})();
