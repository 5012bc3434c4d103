// A portal with <org-structure> in a bare page, one of React and one of Vue, and a register that somebody took over;
// component.mjs looks at them.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { SERVER } from "../../conformance/clients/report.mjs";
import { pageOf } from "./portal.mjs";

const require = createRequire(import.meta.url);
const fileOf = (name, file) => readFileSync(join(dirname(require.resolve(`${name}/package.json`)), file), "utf8");
export const CHILECOMPRA = `${SERVER}/embed/cl.chilecompra`;
export const PAGES = [
  CHILECOMPRA,
  `${CHILECOMPRA}/gestion-usuaria`,
  `${SERVER}/embed/cl.faros-de-ejemplo/changes?from=2020-06-30&to=2025-06-30`,
  `${SERVER}/embed/pe.perucompras/oficina-de-tecnologias-de-la-informacion?lang=en`,
];
const STYLE = `
  :root { color-scheme: light dark; --organica-link: light-dark(#00539b, #9cf); }
  body { font: 1rem/1.5 Georgia, serif; margin: 1rem; color: light-dark(#222, #eee); background: light-dark(#fff, #111); }
  a { color: var(--organica-link); }
  .themed { --organica-ink: rgb(0, 51, 0); --organica-ground: rgb(250, 255, 250); --organica-link: rgb(102, 0, 102); }
  .themed::part(banner) { border-left: 9px solid rgb(0, 102, 0); }
  .themed::part(title) { text-transform: uppercase; }
`;

/** The script as it is served. */
export const body = Buffer.from(await (await fetch(`${SERVER}/embed/org-structure.js`)).arrayBuffer());
export const digest = createHash("sha256").update(body).digest("hex").slice(0, 16);
const integrity = `sha384-${createHash("sha384").update(body).digest("base64")}`;
const script = (checked = integrity) =>
  `<script src="${SERVER}/embed/org-structure.${digest}.js" integrity="${checked}" crossorigin="anonymous" async></script>`;
const element = (src, more = "") => `<org-structure src="${src}"${more}><a href="${src}">Estructura</a></org-structure>`;
const policy = (connect = SERVER, trusted = "'none'") =>
  `default-src 'none'; script-src 'self' ${SERVER}; connect-src ${connect}; style-src 'self' ${SERVER}; ` +
  `base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types ${trusted}`;

/** A register that somebody took over, or that is none: whatever a browser could be made to run. */
const HOSTILE =
  '<section class="organica" onclick="window.ran = 1"><h1>Hola</h1><script>window.ran = 2</script>' +
  '<img src="/x" onerror="window.ran = 3"><svg onload="window.ran = 4"><a href="javascript:window.ran=5">x</a></svg>' +
  '<a id="js" href="javascript:window.ran=6">x</a><a id="data" href="data:text/html,x">x</a><style>* { color: red }</style>' +
  '<form action="javascript:window.ran=7"><button formaction="javascript:window.ran=8">x</button></form>' +
  '<iframe src="/x" srcdoc="<script>parent.ran = 9</script>"></iframe><p style="color: red">Fin</p></section>';

const REACT = `
  import { StrictMode, createElement, useState } from "/react.js";
  import { createRoot } from "/react-dom-client.js";
  function Portal() {
    const [day, setDay] = useState(null);
    const [last, setLast] = useState("");
    return createElement("main", null,
      createElement("h1", null, "Portal"),
      createElement("button", { id: "day", onClick: () => setDay("2024-06-30") }, "Otra fecha"),
      createElement("button", { id: "none", onClick: () => setDay("nunca") }, "Ninguna"),
      createElement("p", { id: "last" }, last),
      createElement("org-structure", { src: "${CHILECOMPRA}", "as-of": day, lang: "es",
        "onorganica-load": (event) => setLast("load " + event.detail.address),
        "onorganica-error": (event) => setLast("error " + event.detail.status),
      }, createElement("a", { href: "${CHILECOMPRA}" }, "Estructura")));
  }
  createRoot(document.getElementById("root")).render(createElement(StrictMode, null, createElement(Portal)));
`;
const VUE = `
  import { createApp, h, ref } from "/vue.js";
  const day = ref(null), last = ref("");
  createApp({ render: () => h("main", null, [
    h("h1", "Portal"),
    h("button", { id: "day", onClick: () => (day.value = "2024-06-30") }, "Otra fecha"),
    h("button", { id: "none", onClick: () => (day.value = "nunca") }, "Ninguna"),
    h("p", { id: "last" }, last.value),
    h("org-structure", { src: "${CHILECOMPRA}", "as-of": day.value, lang: "es",
      onOrganicaLoad: (event) => (last.value = "load " + event.detail.address),
      onOrganicaError: (event) => (last.value = "error " + event.detail.status),
    }, [h("a", { href: "${CHILECOMPRA}" }, "Estructura")]),
  ]) }).mount("#root");
`;

/** The register that is none. */
export const TAKEN_OVER = {
  "/embed/hostile.fragment.html": { body: HOSTILE, headers: { "access-control-allow-origin": "*" } },
  "/embed/slow.fragment.html": { never: true },
};

/** Return the pages of the portal, one of which shows the register that is none. */
export function portal(elsewhere) {
  const page = (inside, head = script(), strict = policy()) => ({ body: pageOf(`<h1>Portal</h1>${inside}`, head), policy: strict });
  const root = (name, trusted) => ({
    body: pageOf("", `${script()}<script type="module" src="/${name}-portal.js"></script>`).replace("<main></main>", '<div id="root"></div>'),
    policy: policy(SERVER, trusted),
  });
  return {
    "/portal.css": { body: STYLE },
    "/bare.html": page(element(CHILECOMPRA)),
    "/all.html": page(PAGES.map((each) => element(each)).join("")),
    "/themed.html": page(element(CHILECOMPRA, ' class="themed" as-of="2024-12-31" lang="es-CL"')),
    "/one.html": page(element(CHILECOMPRA)),
    "/altered.html": page(element(CHILECOMPRA), script(`sha384-${"A".repeat(64)}`)),
    "/hostile.html": page(element(`${elsewhere}/embed/hostile`), script(), policy(`${SERVER} ${elsewhere}`)),
    "/react.html": root("react", "'none'"),
    "/react-portal.js": { body: REACT },
    "/react.js": { body: asModule("react", "cjs/react.production.js", []) },
    "/react-dom.js": { body: asModule("react-dom", "cjs/react-dom.production.js", ["react"]) },
    "/react-dom-client.js": { body: asModule("react-dom", "cjs/react-dom-client.production.js", ["scheduler", "react", "react-dom"]) },
    "/scheduler.js": { body: asModule("scheduler", "cjs/scheduler.production.js", []) },
    "/vue.html": root("vue", "vue"),
    "/vue-portal.js": { body: VUE },
    "/vue.js": { body: fileOf("vue", "dist/vue.runtime.esm-browser.prod.js") },
  };
}

/** Return a file of React, which brings modules for Node.js alone, as one for browsers. */
function asModule(name, file, needed) {
  const code = fileOf(name, file);
  const exported = [...new Set([...code.matchAll(/^exports\.(\w+) =/gm)].map(([, each]) => each))];
  return [
    ...needed.map((each, place) => `import * as needed${place} from "/${each}.js";`),
    `const required = { ${needed.map((each, place) => `"${each}": needed${place}`).join(", ")} };`,
    "const require = (name) => required[name], exports = {}, process = { env: {} };",
    code,
    ...exported.map((each) => `const its_${each} = exports.${each}; export { its_${each} as ${each} };`),
  ].join("\n");
}

/** Return the version of a package. */
export function version(name) {
  return JSON.parse(fileOf(name, "package.json")).version;
}
