"""From an address to a page: reads the question, asks, draws, delivers; or says in a page what went wrong.

Takes what makes one kind of page; returns endpoints. Called by `api.embed.routes`. Pages are kept, compressed
and revalidated as the answers of REST are.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from htpy import Node, a, p
from starlette.requests import Request
from starlette.responses import Response

from api.delivery.delivering import Delivery
from api.delivery.made import Made
from api.embed.addresses import INSERT, Addresses, Query, oembed_of
from api.embed.assets import FRAME, STYLE
from api.embed.failing import problem_as_page
from api.embed.forms import Form, drawn
from api.embed.parameters import LANG, LANGUAGES
from api.embed.policy import page_headers
from api.embed.speaking import spoken_in
from api.rest.parameters.common import Parameter, read_all
from organica.domain.errors import Language, Refused, Says
from organica.register.consult import Consult
from organica.render.json_ld.names import Names
from organica.render.pages.values import Alternate, Foot, Head, Link

HTML = "text/html; charset=utf-8"
_FIXED = Says(es="La versión que se pide", en="The version that is asked for")
_INSERT = Says(es="Insertar en su portal", en="Put it into your portal")
_LANGUAGE_NAMES: Mapping[Language, str] = {"es": "Español", "en": "English"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the values of its parameters, the language of its page, and how that writes addresses."""

    values: Mapping[str, object]
    language: Language
    addresses: Addresses

    def head(
        self,
        title: str,
        description: str,
        path: str,
        query: Query,
        *,
        indexed: bool,
        alternates: Sequence[Alternate] = (),
        json_ld: str | None = None,
    ) -> Head:
        """Return what a page tells machines, which is in the same words for every page."""
        names, canonical = self.addresses.names, self.addresses.whole(path, query)
        return Head(
            language=self.language,
            title=title,
            description=description,
            canonical=canonical,
            style=self.addresses.plain(STYLE.path),
            script=self.addresses.plain(FRAME.path),
            indexed=indexed,
            public=bool(names.public_url),
            languages=tuple(
                (each, replace(self.addresses, language=each).whole(path, query)) for each in LANGUAGES
            ),
            alternates=tuple(alternates),
            json_ld=json_ld,
            # Whoever finds it asks at the address as it stands there, so that it must be a whole one.
            oembed=names.document(oembed_of(canonical)) if names.public_url else None,
        )

    def foot(self, path: str, query: Query, alternates: Sequence[Alternate]) -> Foot:
        """Return what stands below a page."""
        insert = Link(_INSERT.render(self.language, {}), self.addresses.beside(path + INSERT, query))
        return Foot(tuple(alternates), tuple(self.other_languages(path, query)), insert)

    def other_languages(self, path: str, query: Query) -> list[Link]:
        """Return the links to the same page in the languages that it is not in."""
        return [
            Link(_LANGUAGE_NAMES[each], replace(self.addresses, language=each).to(path, query), each)
            for each in LANGUAGES
            if each != self.language
        ]


@dataclass(frozen=True, slots=True)
class Shown:
    """A page: what it tells machines and what it shows."""

    head: Head
    nodes: Sequence[Node]


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the fixed version of what was asked for is."""

    path: str
    query: Query


Make = Callable[[Consult, Asked], Awaitable[Shown | Moved]]


class Embeds:
    """What all pages share: the reads, what delivers, the names of the installation, who may frame."""

    def __init__(self, consult: Consult, delivery: Delivery, names: Names, frame_ancestors: str) -> None:
        self.consult = consult
        self.delivery = delivery
        self.names = names
        self.headers = {form: page_headers(frame_ancestors, form, names.public_url) for form in Form}

    def endpoint(
        self, name: str, parameters: Sequence[Parameter], make: Make, form: Form
    ) -> Callable[[Request], Awaitable[Response]]:
        """Return what serves one kind of page in one form."""
        known = (*parameters, LANG)

        async def endpoint(request: Request) -> Response:
            query: bytes = request.scope["query_string"]
            spoken = spoken_in(query, request)
            addresses = Addresses(self.names, spoken.chosen, form)
            headers = {**self.headers[form], **spoken.headers}

            async def made() -> Made:
                asked = Asked(read_all(known, request.path_params, query), spoken.language, addresses)
                return self._answer(await make(self.consult, asked), asked, headers)

            question = (name, form, request.scope["path"], query.decode(), spoken.language)
            try:
                return await self.delivery.deliver(request, question, made)
            except Refused as refusal:
                return problem_as_page(request, refusal, headers, spoken.language, addresses)

        return endpoint

    def _answer(self, found: Shown | Moved, asked: Asked, headers: Mapping[str, str]) -> Made:
        form = asked.addresses.form
        if isinstance(found, Shown):
            return Made(drawn(form, found.head, found.nodes).encode(), HTML, headers)
        # What is put into a page must be a fragment again, and what is in a frame must go on growing.
        location = replace(asked.addresses, form=Form.WHOLE).to(found.path + form, found.query)
        words = str(p[a(href=location)[_FIXED.render(asked.language, {})]])
        return Made(words.encode(), HTML, {**headers, "location": location}, status=303)
