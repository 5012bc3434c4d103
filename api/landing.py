"""The page at `/`: what this is, in the reader's language, and the places to go on from.

Takes Accept-Language; returns HTML that asks nothing of any other origin. Routed by `api.app`.
"""

from __future__ import annotations

import base64
import hashlib

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.delivery.made import Made
from api.delivery.sending import send
from api.language import preferred
from organica.domain.errors import Says

EXAMPLE = "/v1/organizations/cl.chilecompra/structure?as_of=2024-12-31"
PAGE = "/embed/cl.chilecompra"
EXPLORER = "/graphql"
STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1.1rem/1.6 system-ui,sans-serif;max-width:42rem;margin:4rem auto;padding:0 1rem}"
    "h1{margin-bottom:0}code{font-size:.95em;overflow-wrap:anywhere}li{margin:.6rem 0}"
)
HTML = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Orgánica</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>Orgánica</h1>
{body}
</main>
</body>
</html>
"""
BODIES = Says(
    es=f"""<p>El registro de cómo se organizan los organismos públicos: sus unidades, sus funciones y quién
las dirige, en cualquier fecha y con el acto que lo dispuso.</p>
<ul>
<li><a href="{EXPLORER}">Explorador GraphQL</a>: escriba una consulta y vea la respuesta.</li>
<li><a href="/openapi.json">Descripción OpenAPI</a> de las consultas REST.</li>
<li>Un ejemplo, la estructura de ChileCompra al 31 de diciembre de 2024:<br>
<a href="{EXAMPLE}"><code>{EXAMPLE}</code></a></li>
<li>La misma estructura como página, para leerla y para incluirla en un portal:<br>
<a href="{PAGE}"><code>{PAGE}</code></a></li>
</ul>""",
    en=f"""<p>The register of how public bodies are organised: their units, their functions and who heads
them, on any date and with the act that ordered it.</p>
<ul>
<li><a href="{EXPLORER}">GraphQL explorer</a>: write a query and see the answer.</li>
<li><a href="/openapi.json">OpenAPI description</a> of the REST queries.</li>
<li>An example, the structure of ChileCompra on 31 December 2024:<br>
<a href="{EXAMPLE}"><code>{EXAMPLE}</code></a></li>
<li>The same structure as a page, to be read and to be put into a portal:<br>
<a href="{PAGE}"><code>{PAGE}</code></a></li>
</ul>""",
)


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


POLICY = (
    f"default-src 'none'; style-src '{_digest(STYLE)}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


async def _landing(request: Request) -> Response:
    language = preferred(request.headers.get("accept-language"))
    page = HTML.format(language=language, style=STYLE, body=BODIES.render(language, {}))
    headers = {"content-security-policy": POLICY, "content-language": language, "vary": "Accept-Language"}
    return await send(request, Made(page.encode(), "text/html; charset=utf-8", headers))


def landing_routes() -> list[Route]:
    """Return the route of the page."""
    return [Route("/", _landing, name="landing")]
