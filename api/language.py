"""Which of the register's two languages a reader prefers, and how such headers weigh their choices.

Takes the value of Accept-Language (or Accept); returns a language (or weighed choices). Called by the
problems, by REST and by GraphQL over HTTP. Never refuses: what it cannot read counts as not said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from organica.domain.errors import Language

DEFAULT: Language = "es"
_WEIGHT = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.ASCII)
MAX_HEADER_CHARACTERS = 2_000


def weighed(header: str) -> list[tuple[str, float]]:
    """Return the choices of an Accept header in lower case, the heaviest first; equals keep their order.

    Choices with weight 0 are kept, at the end: they exclude. Source: RFC 9110, section 12.4.2.
    """
    choices: list[tuple[str, float]] = []
    for part in header[:MAX_HEADER_CHARACTERS].split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if name:
            choices.append((name, _weight(parameters)))
    return sorted(choices, key=lambda choice: -choice[1])


def acceptable(accept: str | None, offered: Sequence[str]) -> list[str]:
    """Return those of the media types that an Accept header takes, the best first.

    Equal weights go to the one that the header names first, and what a range leaves open to the one offered
    first; a range with more detail outweighs a wider one. Source: RFC 9110, section 12.5.1.
    """
    ranges = weighed(accept or "*/*")
    places = {name: place for place, (name, _) in reversed(list(enumerate(ranges)))}
    found: list[tuple[float, int, int, str]] = []
    for order, media_type in enumerate(offered):
        covering = (media_type, f"{media_type.partition('/')[0]}/*", "*/*")
        matched = next((places[name] for name in covering if name in places), None)
        if matched is not None and ranges[matched][1] > 0:
            found.append((-ranges[matched][1], matched, order, media_type))
    return [media_type for *_, media_type in sorted(found)]


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            return float(value.strip()) if _WEIGHT.fullmatch(value.strip()) else 0.0
    return 1.0


def preferred(header: str | None) -> Language:
    """Return the language that an Accept-Language header asks for: Spanish unless English comes first."""
    for name, weight in weighed(header or ""):
        tag = name.split("-")[0]
        if weight == 0:
            break
        if tag == "en":
            return "en"
        if tag in ("es", "*"):
            return "es"
    return DEFAULT
