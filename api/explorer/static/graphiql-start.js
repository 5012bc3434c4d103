// Starts GraphiQL on our endpoint, with our examples as a menu beside it. It speaks to its own origin only.
"use strict";

(async () => {
  const place = document.getElementById("graphiql");
  place.style.height = "100dvh";
  document.body.style.margin = "0";
  const examples = await (await fetch("/explorer/examples.json")).json();
  const written = (example) => JSON.stringify(example.variables, null, 2);
  const address = new URLSearchParams(location.search);
  // GraphiQL gives the first tab its variables only where it is told so, and must not be told so twice.
  const fresh = !address.has("query") && localStorage.getItem("graphiql:tabState") === null;
  const menu = examplesMenu(examples, written);
  ReactDOM.createRoot(place).render(
    React.createElement(GraphiQL, {
      fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
      defaultTabs: [{ query: examples[0].query, variables: written(examples[0]) }],
      query: address.get("query") ?? undefined,
      variables: address.get("variables") ?? (fresh ? written(examples[0]) : undefined),
      plugins: [menu],
      visiblePlugin: menu,
      defaultEditorToolsVisibility: "variables",
      shouldPersistHeaders: false,
    }),
  );
})();

/** Return a plugin of GraphiQL: a button for each example, which writes it into the tab that is open. */
function examplesMenu(examples, written) {
  function Menu() {
    const { queryEditor, variableEditor } = GraphiQL.React.useEditorContext({ nonNull: true });
    const choose = (example) => {
      queryEditor.setValue(example.query);
      // The editor learns the new operation's name a moment later; who runs at once must not send the old one.
      queryEditor.operationName = null;
      variableEditor.setValue(written(example));
    };
    return React.createElement(
      "nav",
      { "aria-label": "Consultas de ejemplo / Example queries" },
      React.createElement("h2", null, "Consultas de ejemplo"),
      React.createElement("p", { lang: "en" }, "Example queries"),
      ...examples.map((example) =>
        React.createElement(
          "button",
          {
            type: "button",
            className: "graphiql-un-styled example",
            style: { display: "block", width: "100%", padding: "8px 0", textAlign: "left", lineHeight: 1.3 },
            onClick: () => choose(example),
          },
          React.createElement("span", { lang: "es", style: { display: "block" } }, example.es),
          React.createElement("small", { lang: "en", style: { opacity: 0.75 } }, example.en),
        ),
      ),
    );
  }
  const icon = () => React.createElement("span", { "aria-hidden": true, style: { fontSize: "20px" } }, "?");
  return { title: "Consultas de ejemplo / Example queries", icon, content: Menu };
}
