"""The formats in which REST answers, and which of them a reader asks for: by suffix, else by Accept.

Takes the last part of a path, or the header Accept; returns formats or refuses. Called by `api.rest.routing`
and by the description of operations. Source: RFC 9110, section 12.5.1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from api.language import acceptable
from api.refusals import NotAcceptable
from api.rest.parameters.common import Parameter
from organica.domain.errors import BadInput
from organica.render.workbook import MEDIA_TYPE as WORKBOOK


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its media type, its suffix, other names that readers give it, and how it is sent.

    `is_text`: a description can show an answer in it.
    """

    media_type: str
    suffix: str
    aliases: tuple[str, ...] = ()
    sent_with: str = ""
    is_text: bool = True

    def sent_as(self, name: str) -> str:
        """Return the Content-Type for whoever asked for it under a name."""
        return (name if name in self.aliases else self.media_type) + self.sent_with


JSON = Format("application/json", "json")
CSV = Format("text/csv", "csv", sent_with="; charset=utf-8; header=present")
JSON_LINES = Format("application/jsonl", "jsonl", aliases=("application/x-ndjson",))
JSON_LD = Format("application/ld+json", "jsonld")
XLSX = Format(WORKBOOK, "xlsx", is_text=False)
TEXT = Format("text/plain", "", sent_with="; charset=utf-8")
BY_SUFFIX = {each.suffix: each for each in (JSON, CSV, JSON_LINES, JSON_LD, XLSX)}


@dataclass(frozen=True, slots=True)
class Choice:
    """A format that a reader takes, and the media type under which the reader asked for it."""

    format: Format
    name: str


def choices(accept: str | None, formats: Sequence[Format]) -> tuple[Choice, ...]:
    """Return those of the formats that a reader takes, the best first.

    Among equal weights what the reader names first comes first, since libraries that would take JSON too name
    what they want before it; where one range covers several formats, they come in the order given here.
    Raises: NotAcceptable.
    """
    named = {name: each for each in formats for name in (each.media_type, *each.aliases)}
    best: dict[Format, Choice] = {}
    for name in acceptable((accept or "").replace(" ", ""), tuple(named)):
        best.setdefault(named[name], Choice(named[name], name))
    if not best:
        raise NotAcceptable(accepted=tuple(each.media_type for each in formats))
    return tuple(best.values())


def split_suffix(parameter: Parameter, text: str) -> tuple[str, str | None]:
    """Return the code at the end of a path, and the suffix behind it where there is one.

    Codes hold dots: `cl.chilecompra` has no suffix, and `cl.json` may be a body's code. So a suffix counts
    only where what stands before it is a code; one that names no format, only where the whole is no code.
    """
    stem, _, suffix = text.rpartition(".")
    if not re.fullmatch("[a-z]+", suffix, re.ASCII) or not _reads(parameter, stem):
        return text, None
    if suffix in BY_SUFFIX or not _reads(parameter, text):
        return stem, suffix
    return text, None


def _reads(parameter: Parameter, text: str) -> bool:
    try:
        parameter.read(text)
    except BadInput:
        return False
    return True
