"""Refusals as HTTP answers: the only place that knows status codes.

Takes a refusal, or an exception that nobody foresaw; returns `application/problem+json` in Spanish or,
where the reader prefers it, in English. Called by the application's exception handlers and its edge.
Source: RFC 9457.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from urllib.parse import quote

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.delivery.made import Made
from api.delivery.sending import send
from api.embed.chart.refusals import PictureNotDrawn
from api.embed.refusals import FormatNotOffered
from api.language import preferred
from api.refusals import (
    BodyTooLarge,
    BodyTooSlow,
    MalformedRequest,
    MethodNotAllowed,
    NotAcceptable,
    UnknownPath,
    UnknownProblem,
    UnsupportedMediaType,
)
from organica.domain.errors import (
    BadInput,
    Conflict,
    Fact,
    Inapplicable,
    Language,
    NotFound,
    Refused,
    Says,
    Unavailable,
    error_tree,
)
from organica.register.refusals import StorageBusy
from organica.render.workbook_refusals import DoesNotFitSheet, WorkbookNotMade
from schema.refusals import InternalError

PROBLEM_TYPE = "application/problem+json"
PROBLEMS_PATH = "/problems"
MAX_INSTANCE_CHARACTERS = 2_000
MAX_SHOWN_CHARACTERS = 200

STATUS: dict[type[Refused], int] = {
    Refused: 400,
    BadInput: 400,
    NotFound: 404,
    MethodNotAllowed: 405,
    NotAcceptable: 406,
    DoesNotFitSheet: 406,
    BodyTooSlow: 408,
    Conflict: 409,
    BodyTooLarge: 413,
    UnsupportedMediaType: 415,
    Inapplicable: 422,
    InternalError: 500,
    FormatNotOffered: 501,
    Unavailable: 503,
}
TITLES: dict[int, Says] = {
    400: Says(es="Petición mal formada", en="Malformed request"),
    404: Says(es="No encontrado", en="Not found"),
    405: Says(es="Método no permitido", en="Method not allowed"),
    406: Says(es="Formato no disponible", en="Not acceptable"),
    409: Says(es="En conflicto con el registro", en="In conflict with the register"),
    408: Says(es="El cuerpo no llegó a tiempo", en="Request timeout"),
    413: Says(es="Cuerpo demasiado grande", en="Content too large"),
    415: Says(es="Tipo de contenido no admitido", en="Unsupported media type"),
    422: Says(es="El acto no se puede aplicar", en="The act cannot take effect"),
    500: Says(es="Error interno", en="Internal error"),
    501: Says(es="No implementado", en="Not implemented"),
    503: Says(es="No disponible por ahora", en="Unavailable for now"),
}
RETRY_AFTER_S: dict[type[Refused], int] = {StorageBusy: 2, PictureNotDrawn: 5, WorkbookNotMade: 5}

# What the storage says of itself (paths, hosts, accounts) is for its operator, so it goes to the log only.
WITHHELD_FACTS: dict[str, Says] = {
    "cause": Says(es="el detalle está en la bitácora del servidor", en="the server's log has the detail"),
}
_BY_STATUS: dict[int, type[Refused]] = {
    404: UnknownPath,
    405: MethodNotAllowed,
    406: NotAcceptable,
    413: BodyTooLarge,
    415: UnsupportedMediaType,
}
_log = logging.getLogger("organica.api")


def status_of(refusal: type[Refused]) -> int:
    """Return the status code of a class of refusals: that of the nearest class in the table."""
    return next(STATUS[ancestor] for ancestor in refusal.__mro__ if ancestor in STATUS)


def problem_of(refusal: Refused, language: Language) -> dict[str, object]:
    """Return the members of a problem, `instance` apart.

    Shape: {type, title, status, detail, code, remedy, facts}; facts under their English names.
    """
    status = status_of(type(refusal))
    shown: dict[str, Fact] = {
        name: WITHHELD_FACTS[name].render(language, {}) if name in WITHHELD_FACTS else fact
        for name, fact in refusal.facts.items()
    }
    return {
        "type": f"{PROBLEMS_PATH}/{refusal.code}",
        "title": TITLES[status].render(language, {}),
        "status": status,
        "detail": _placed(refusal, refusal.says.render(language, shown), language),
        "code": refusal.code,
        "remedy": refusal.remedy.render(language, shown),
        "facts": {name: fact for name, fact in refusal.facts.items() if name not in WITHHELD_FACTS},
    }


def _placed(refusal: Refused, sentence: str, language: Language) -> str:
    """Name the parameter that a sentence is about, where the sentence itself does not."""
    parameter = refusal.facts.get("parameter")
    if parameter is None or "{parameter}" in refusal.says.es:
        return sentence
    return (
        f"Parámetro «{parameter}»: {sentence}" if language == "es" else f"Parameter “{parameter}”: {sentence}"
    )


def problem_response(
    request: Request,
    refusal: Refused,
    headers: Mapping[str, str] | None = None,
    *,
    language: Language | None = None,
) -> Response:
    """Return the answer to a refused request, in the reader's language, never to be stored.

    `language`: the one that the address asks for, where it does.
    """
    language = language or preferred(request.headers.get("accept-language"))
    status = status_of(type(refusal))
    if status >= 500:
        _log.warning("%s answered %d: %s", request.scope["path"], status, refusal)
    own = {
        "content-language": language,
        "vary": "Accept-Language",
        "cache-control": "no-store",
    }
    for kind in type(refusal).__mro__:
        if kind in RETRY_AFTER_S:
            own["retry-after"] = str(RETRY_AFTER_S[kind])
    body = orjson.dumps({**problem_of(refusal, language), "instance": _instance(request)})
    return Response(body, status, {**own, **(headers or {})}, media_type=PROBLEM_TYPE)


def _instance(request: Request) -> str:
    """Return the path and query that were asked, as a URI reference in ASCII."""
    sent = quote(request.scope["query_string"], safe="%=&+:/?@!$'()*,;-._~")
    query = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", sent)
    path = quote(request.scope["path"])
    whole = f"{path}?{query}" if query else path
    # A reference may end in the middle of a letter (%C3 of %C3%B1), but not in the middle of a byte (%C).
    return re.sub(r"%.?\Z", "", whole[:MAX_INSTANCE_CHARACTERS])


async def answer_refusal(request: Request, refusal: Exception) -> Response:
    """Answer what the register refused. An exception handler of the application."""
    assert isinstance(refusal, Refused)  # noqa: S101 - the application registers it for this class
    return problem_response(request, refusal)


async def answer_http_exception(request: Request, raised: Exception) -> Response:
    """Answer what the framework refused: unknown paths, methods, media types, bodies."""
    assert isinstance(raised, HTTPException)  # noqa: S101 - the application registers it for this class
    if raised.status_code in (204, 304):
        return Response(status_code=raised.status_code, headers=raised.headers)
    headers = {name.lower(): value for name, value in (raised.headers or {}).items()}
    facts: dict[str, Fact] = {"path": request.scope["path"][:MAX_SHOWN_CHARACTERS]}
    if "allow" in headers:
        # The framework keeps methods in a set, so their order would change from process to process.
        headers["allow"] = ", ".join(sorted(headers["allow"].replace(",", " ").split()))
        facts["method"] = request.method[:MAX_SHOWN_CHARACTERS]
        facts["allowed"] = tuple(headers["allow"].split(", "))
    kind = (
        InternalError if raised.status_code >= 500 else _BY_STATUS.get(raised.status_code, MalformedRequest)
    )
    return problem_response(request, kind(**({} if kind is InternalError else facts)), headers)


def answer_unforeseen(request: Request, raised: Exception) -> Response:
    """Answer an exception that nobody foresaw: the log has it all, the reader learns nothing of it."""
    _log.error("%s %s failed", request.method, request.scope["path"], exc_info=raised)
    return problem_response(request, InternalError())


async def _describe(request: Request) -> Response:
    """Return what a kind of problem is, in both languages; what the URI `type` leads to."""
    code = request.path_params["code"]
    kind = next((kind for kind in error_tree() if kind.code == code), None)
    if kind is None:
        raise UnknownProblem(problem=code[:200])
    status = status_of(kind)
    page = {
        "type": f"{PROBLEMS_PATH}/{code}",
        "code": code,
        "status": status,
        "title": {"es": TITLES[status].es, "en": TITLES[status].en},
        "detail": {"es": kind.says.es, "en": kind.says.en},
        "remedy": {"es": kind.remedy.es, "en": kind.remedy.en},
    }
    return await send(request, Made(orjson.dumps(page), "application/json"))


def problem_routes() -> list[Route]:
    """Return the route under which every kind of problem is described."""
    return [Route(f"{PROBLEMS_PATH}/{{code}}", _describe, name="problem")]
