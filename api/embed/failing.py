"""What went wrong, as a small page: what, where, and what to do; with the status that REST gives it.

Takes a refusal; returns a response. Called by `api.embed.serving`. Never stored.
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from api.embed.addresses import Addresses, page_of
from api.embed.assets import FRAME, STYLE
from api.embed.forms import drawn
from api.problems import problem_of, problem_response
from organica.domain.errors import Language, NotFound, Refused, Says
from organica.register.refusals import UnknownOrganization
from organica.render.pages.problem_page import problem_page
from organica.render.pages.values import Head, Link

_WAY_OUT = Says(
    es="Ver la estructura vigente de {organization}", en="See the structure of {organization} in force"
)


def problem_as_page(
    request: Request,
    refusal: Refused,
    headers: Mapping[str, str],
    language: Language,
    addresses: Addresses,
) -> Response:
    """Return the page. Its status, and what its headers say of trying again, are those of the problem."""
    said = problem_of(refusal, language)
    title, detail, remedy = str(said["title"]), str(said["detail"]), str(said["remedy"])
    path: str = request.scope["path"]
    way_out = _way_out(refusal, addresses, language)
    nodes = problem_page(title, detail, remedy, path, way_out, language)
    head = Head(
        language=language,
        title=title,
        description=detail,
        canonical=addresses.whole(path.removesuffix(addresses.form)),
        style=addresses.plain(STYLE.path),
        script=addresses.plain(FRAME.path),
    )
    body = drawn(addresses.form, head, nodes)
    # The problem's own answer has the status, and what its headers say of trying again.
    plain = problem_response(request, refusal)
    kept = {name: plain.headers[name] for name in ("cache-control", "retry-after") if name in plain.headers}
    return Response(body, plain.status_code, {**headers, **kept}, media_type="text/html")


def _way_out(refusal: Refused, addresses: Addresses, language: Language) -> Link | None:
    """Return a page that exists: the organization's, where only what is in it is unknown."""
    organization = refusal.facts.get("organization")
    known = isinstance(refusal, NotFound) and not isinstance(refusal, UnknownOrganization)
    if not known or not isinstance(organization, str):
        return None
    text = _WAY_OUT.render(language, {"organization": organization})
    return Link(text, addresses.to(page_of(organization)))
