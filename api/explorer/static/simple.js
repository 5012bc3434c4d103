// The small page of our own: fills in the examples, sends the query to /graphql, shows the answer as text.
// It speaks to its own origin only, and builds no HTML out of what it receives.
"use strict";

const byId = (id) => document.getElementById(id);
const spanish = new Map();
let language = localStorage.getItem("organica-language") === "en" ? "en" : "es";
let examples = [];

function speak() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-en]")) {
    if (!spanish.has(element)) spanish.set(element, element.textContent);
    element.textContent = language === "en" ? element.dataset.en : spanish.get(element);
  }
  byId("language").textContent = language === "en" ? "Español" : "English";
  byId("language").lang = language === "en" ? "es" : "en";
  const chosen = byId("example").value;
  byId("example").replaceChildren(
    ...examples.map((example, index) => new Option(example[language], String(index))),
  );
  if (chosen) byId("example").value = chosen;
}

function show(example) {
  byId("query").value = example.query;
  byId("variables").value = JSON.stringify(example.variables, null, 2);
  byId("rest").hidden = example.rest.length === 0;
  byId("addresses").replaceChildren(...example.rest.map(addressed));
}

function addressed(address) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = address;
  link.textContent = address;
  item.append(link);
  return item;
}

async function ask() {
  const said = language === "en"
    ? { waiting: "Asking…", variables: "The variables are not valid JSON: ", failed: "No answer: " }
    : { waiting: "Consultando…", variables: "Las variables no son JSON válido: ", failed: "Sin respuesta: " };
  let variables = null;
  try {
    variables = byId("variables").value.trim() ? JSON.parse(byId("variables").value) : null;
  } catch (error) {
    byId("status").textContent = said.variables + error.message;
    return;
  }
  byId("status").textContent = said.waiting;
  const started = performance.now();
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/graphql-response+json",
        "Accept-Language": language,
      },
      body: JSON.stringify({ query: byId("query").value, variables }),
    });
    byId("result").textContent = JSON.stringify(await response.json(), null, 2);
    byId("status").textContent = `HTTP ${response.status}, ${Math.round(performance.now() - started)} ms`;
  } catch (error) {
    byId("status").textContent = said.failed + error.message;
  }
}

byId("language").addEventListener("click", () => {
  language = language === "en" ? "es" : "en";
  localStorage.setItem("organica-language", language);
  speak();
});
byId("example").addEventListener("change", () => show(examples[Number(byId("example").value)]));
byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) byId("ask").requestSubmit();
});

(async () => {
  examples = await (await fetch("/explorer/examples.json")).json();
  speak();
  const address = new URLSearchParams(location.search);
  const query = address.get("query");
  if (query) show({ query, variables: {}, rest: [] });
  else show(examples[0]);
  if (query && address.get("variables")) byId("variables").value = address.get("variables");
  await ask();
})();
