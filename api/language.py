"""Which of the register's two languages a reader prefers, and how such headers weigh their choices.

Takes the value of Accept-Language (or Accept); returns a language (or weighed choices). Called by the
problems, by REST and by GraphQL over HTTP. Never refuses: what it cannot read counts as not said.
"""

from __future__ import annotations

import re

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
