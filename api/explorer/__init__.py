"""The explorer: a page to try queries in, from our own origin and with no request beyond it.

GraphiQL where `make explorer` has installed its files, else (and always under /explorer/simple) a small page
of our own that needs nothing. Takes the folder of GraphiQL's files; gives routes. Called by `graphql_http`.
"""

from __future__ import annotations

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from api.questions import questions

OURS = Path(__file__).parent / "static"
OUR_FILES = ("simple.css", "simple.js", "graphiql-start.js")
EXAMPLES = "examples.json"
GRAPHIQL_FILES = ("react.js", "react-dom.js", "graphiql.js", "graphiql.css")
MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript"}
REVALIDATED = {"cache-control": "no-cache"}

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{styles}; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SIMPLE_POLICY = _POLICY.format(styles="")
# GraphiQL's editor writes style elements of its own; scripts stay limited to our files.
GRAPHIQL_POLICY = _POLICY.format(styles=" 'unsafe-inline'")


class Explorer:
    """The pages and their files. `folder` need not exist, and may come into being while the server runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def routes(self) -> list[BaseRoute]:
        """Return the routes of both pages and of their files."""
        return [
            Route("/explorer", self._page, name="explorer"),
            Route("/explorer/simple", self._simple, name="simple_explorer"),
            Route(f"/explorer/{EXAMPLES}", self._examples, name="explorer_examples"),
            Route("/explorer/{file}", self._file, name="explorer_file"),
        ]

    def page(self) -> Response:
        """Return GraphiQL where all its files are there, else our own page."""
        if all((self._folder / name).is_file() for name in GRAPHIQL_FILES):
            return _html("graphiql.html", GRAPHIQL_POLICY)
        return _html("simple.html", SIMPLE_POLICY)

    async def _page(self, request: Request) -> Response:
        return self.page()

    async def _simple(self, request: Request) -> Response:
        return _html("simple.html", SIMPLE_POLICY)

    async def _examples(self, request: Request) -> Response:
        return JSONResponse([question.plain() for question in questions()], headers=REVALIDATED)

    async def _file(self, request: Request) -> Response:
        name = request.path_params["file"]
        folder = OURS if name in OUR_FILES else self._folder if name in GRAPHIQL_FILES else None
        if folder is None or not (folder / name).is_file():
            raise HTTPException(404)
        return FileResponse(folder / name, media_type=MEDIA_TYPES[Path(name).suffix], headers=REVALIDATED)


def _html(name: str, policy: str) -> Response:
    return FileResponse(
        OURS / name,
        media_type="text/html",
        headers={"content-security-policy": policy, **REVALIDATED},
    )
