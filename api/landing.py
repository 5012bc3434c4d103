"""The page at `/`: what this is, in Spanish, and the three places to go on from.

Takes nothing; returns HTML that asks nothing of any other origin. Routed by `api.app`.
"""

from __future__ import annotations

import base64
import hashlib

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

EXAMPLE = "/v1/organizations/cl.chilecompra/structure?as_of=2024-12-31"
EXPLORER = "/graphql"
STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1.1rem/1.6 system-ui,sans-serif;max-width:42rem;margin:4rem auto;padding:0 1rem}"
    "h1{margin-bottom:0}code{font-size:.95em;overflow-wrap:anywhere}li{margin:.6rem 0}"
)
PAGE = f"""<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Orgánica</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1>Orgánica</h1>
<p>El registro de cómo se organizan los organismos públicos: sus unidades, sus funciones y quién las dirige,
en cualquier fecha y con el acto que lo dispuso.</p>
<ul>
<li><a href="{EXPLORER}">Explorador GraphQL</a>: escriba una consulta y vea la respuesta.</li>
<li><a href="/openapi.json">Descripción OpenAPI</a> de las consultas REST.</li>
<li>Un ejemplo, la estructura de ChileCompra al 31 de diciembre de 2024:<br>
<a href="{EXAMPLE}"><code>{EXAMPLE}</code></a></li>
</ul>
</main>
</body>
</html>
"""


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


POLICY = (
    f"default-src 'none'; style-src '{_digest(STYLE)}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


async def _landing(request: Request) -> Response:
    return HTMLResponse(
        PAGE,
        headers={
            "content-security-policy": POLICY,
            "content-language": "es",
            "cache-control": "public, max-age=300",
        },
    )


def landing_routes() -> list[Route]:
    """Return the route of the page."""
    return [Route("/", _landing, name="landing")]
