"""In which language an answer speaks: that of its address, else the one that its reader prefers.

Takes a request and the query that may name the language; returns a Spoken. Called by whatever serves pages,
charts, feeds and oEmbed.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from api.embed.parameters import language_in
from api.language import preferred
from organica.domain.errors import Language


@dataclass(frozen=True, slots=True)
class Spoken:
    """The language of an answer. `chosen`: the same where the address names it, which links then keep."""

    language: Language
    chosen: Language | None

    @property
    def headers(self) -> dict[str, str]:
        """Return what tells it; an answer whose address names its language is the same for every reader."""
        return {"content-language": self.language, **({} if self.chosen else {"vary": "Accept-Language"})}


def spoken_in(query: bytes, request: Request) -> Spoken:
    """Return the language of the answer to a request. `query`: where the language would be named."""
    chosen = language_in(query)
    return Spoken(chosen or preferred(request.headers.get("accept-language")), chosen)
