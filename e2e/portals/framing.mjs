// A portal with pages of the register in frames, and a site that forges what they say; frame.mjs looks at both.
import { SERVER } from "../../conformance/clients/report.mjs";
import { pageOf } from "./portal.mjs";

const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms";
/** How high a frame is as long as nobody makes it higher. */
export const HEIGHT = 900;
export const STRUCTURE = "/embed/cl.chilecompra.frame.html";
const UNIT = "/embed/cl.chilecompra/atencion-usuaria.frame.html";
const CHANGES = "/embed/cl.chilecompra/changes.frame.html";
const GROW = `<script src="${SERVER}/embed/grow.js" async></script>`;
// Portals often count borders in, and a frame has one of two pixels unless they take it away.
const STYLE = "* { box-sizing: border-box } body { font: 1rem/1.5 Georgia, serif; margin: 1rem }";

const policy = (origins, scripts = SERVER) =>
  `default-src 'none'; script-src ${scripts}; frame-src ${origins}; style-src 'self'; base-uri 'none'; ` +
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const framed = (path) =>
  `<iframe class="organica-frame" src="${SERVER}${path}" title="Estructura orgánica" sandbox="${SANDBOX}" ` +
  `loading="lazy" width="100%" height="${HEIGHT}"></iframe>`;

/** What forges: the same messages that framed pages send, from a page that is none of ours. */
const FORGE = `
  const forged = { organica: "height", height: 4321, since: 1, top: 0 };
  window.addEventListener("message", () => window.parent.postMessage(forged, "*"));
  window.parent.postMessage(forged, "*");
`;

/** The site that forges. */
export const FORGING = {
  "/portal.css": { body: "" },
  "/forge.html": { body: pageOf('<script src="/forge.js"></script>') },
  "/forge.js": { body: FORGE },
};

/** Return the pages of the portal, which lets the frames of a site that forges in too. */
export function portal(elsewhere) {
  const strict = policy(`${SERVER} ${elsewhere}`);
  const before = '<h1>Portal</h1><p><a id="before" href="#before">Antes</a></p>';
  const after = '<p><a id="after" href="#after">Después</a></p>';
  const page = (body, head = "") => ({ body: pageOf(before + body + after, head), policy: strict });
  return {
    "/portal.css": { body: STYLE },
    "/portal.html": page(`${framed(STRUCTURE)}${GROW}`),
    // The script comes first and twice, and a frame comes later than both.
    "/several.html": page(framed(UNIT) + framed(CHANGES), GROW + GROW),
    // Whoever makes a script by a script needs a policy of its own where trusted types are required.
    "/late.html": { ...page(framed(UNIT)), policy: strict.replace(/; require-trusted-types.*/, "") },
    "/programme.html": page(`${framed("/embed/pe.perucompras.frame.html")}${GROW}`),
    "/forged.html": page(
      `${framed(UNIT)}${framed(CHANGES).replace(` sandbox="${SANDBOX}"`, "")}` +
        `<iframe id="foreign" src="${elsewhere}/forge.html" title="Otra" height="200"></iframe>${GROW}`,
    ),
    "/blocked.html": { ...page(`${framed(UNIT)}${GROW}`), policy: policy(SERVER, "'none'") },
    "/keyboard.html": page(`${framed(CHANGES)}${GROW}`),
  };
}
