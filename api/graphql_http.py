"""GraphQL over HTTP: one address, from a request to an answer in the format that it accepts.

Takes what reads the register and the settings; returns routes. Called by `api.app`. Strawberry's own view
answers 500 to malformed bodies and lacks `application/graphql-response+json`, hence this one. Source:
https://github.com/graphql/graphql-over-http (August 2026).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from api.delivery.delivering import Delivery
from api.delivery.made import Lifetime, Made
from api.delivery.sending import send
from api.explorer import Explorer
from api.graphql_request import asked_in_address, asked_in_body
from api.language import acceptable, preferred
from api.problems import status_of
from api.refusals import BodyTooLarge, BodyTooSlow, MethodNotAllowed, NotAcceptable
from api.settings import Settings
from api.trusted_documents import TrustedDocuments
from organica.domain.errors import Language, Refused
from organica.register.consult import Consult
from schema.answer import Answer, Fault
from schema.budget import CostLimits
from schema.build import sdl
from schema.documents import is_known
from schema.execute import execute
from schema.refusals import MutationOverGet

RESPONSE = "application/graphql-response+json"
JSON = "application/json"
HTML = "text/html"
METHODS = ("GET", "HEAD", "OPTIONS", "POST")
PATH = "/graphql"
VARY = "Accept, Accept-Language"


def graphql_routes(consult: Consult, delivery: Delivery, settings: Settings) -> list[BaseRoute]:
    """Return the routes of the contract, of its printed form and of the explorer.

    Raises: BadTrustedDocuments.
    """
    explorer = Explorer(settings.explorer_folder)
    endpoint = GraphQLEndpoint(consult, delivery, settings, TrustedDocuments.of(settings), explorer)
    return [
        Route(PATH, endpoint, name="graphql"),
        Route(f"{PATH}/schema.graphql", _printed(), methods=["GET"], name="schema"),
        *explorer.routes(),
    ]


def _printed() -> Callable[[Request], Awaitable[Response]]:
    made = Made(sdl().encode(), "text/plain; charset=utf-8")

    async def endpoint(request: Request) -> Response:
        return await send(request, made)

    return endpoint


class GraphQLEndpoint:
    """An ASGI application for one address, so that it answers every method itself."""

    def __init__(
        self,
        consult: Consult,
        delivery: Delivery,
        settings: Settings,
        documents: TrustedDocuments,
        explorer: Explorer,
    ) -> None:
        self._consult = consult
        self._delivery = delivery
        self._max_body_bytes = settings.max_body_bytes
        self._limits = CostLimits(settings.max_objects, settings.max_seconds)
        self._documents = documents
        self._explorer = explorer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        response = await self._answer(request)
        response.headers.setdefault("vary", VARY)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"allow": ", ".join(METHODS)})
        language = preferred(request.headers.get("accept-language"))
        reading = request.method in ("GET", "HEAD")
        offered = (JSON, RESPONSE, HTML) if reading else (JSON, RESPONSE)
        media_type = next(iter(acceptable(request.headers.get("accept"), offered)), None)
        try:
            if not reading and request.method != "POST":
                raise MethodNotAllowed(path=PATH, method=request.method[:40], allowed=METHODS)
            if media_type is None:
                raise NotAcceptable(accepted=(JSON, RESPONSE))
            if media_type == HTML:
                return self._explorer.page()
            if reading:
                asked = asked_in_address(request, self._max_body_bytes)
            else:
                asked = await asked_in_body(request, self._max_body_bytes)
            query = self._documents.text_of(asked)
            question = ("graphql", media_type, language, *asked.named_with(query))
        except Refused as refusal:
            return _refused(refusal, media_type or JSON, language)

        async def make() -> Made:
            answer = await execute(
                query,
                self._consult,
                variables=asked.variables,
                operation_name=asked.operation_name,
                reading=reading,
                limits=self._limits,
            )
            return _written(answer, media_type, language)

        return await self._delivery.deliver(request, question, make, unknown=not is_known(query))


def _refused(refusal: Refused, media_type: str, language: Language) -> Response:
    """Answer a request that is no GraphQL request: never 2xx, whatever the format."""
    answer = Answer(executed=False, data=None, faults=(Fault(refusal),))
    headers = {"content-language": language, "cache-control": Lifetime.NOT_STORED.value}
    if isinstance(refusal, MethodNotAllowed):
        headers["allow"] = ", ".join(METHODS)
    if isinstance(refusal, BodyTooLarge | BodyTooSlow):
        # The rest of the body is not read, so the connection cannot serve another request.
        headers["connection"] = "close"
    written = media_type if media_type != HTML else JSON
    body = orjson.dumps(answer.written(language))
    return Response(body, status_of(type(refusal)), headers, media_type=f"{written}; charset=utf-8")


def _written(answer: Answer, media_type: str, language: Language) -> Made:
    """Answer a well-formed request. In application/json 4xx would be taken for the word of a proxy.

    An answer with faults is kept by nobody: what failed may work the next time.
    """
    headers = {"content-language": language, "vary": VARY}
    made = Made(orjson.dumps(answer.written(language)), f"{media_type}; charset=utf-8", headers)
    if any(isinstance(fault.refusal, MutationOverGet) for fault in answer.faults):
        made.status, made.headers = 405, {**headers, "allow": "POST"}
    elif not answer.executed and media_type == RESPONSE:
        made.status = 400
    if answer.faults:
        made.lifetime = Lifetime.NOT_STORED
    return made
