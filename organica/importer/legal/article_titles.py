"""The title of an article, apart from its text: "Secretaría General. Son funciones …".

Takes what stands behind the number of an article; returns title and text. Called by the genre of legal texts.
"""

from __future__ import annotations

import re

from organica.importer.unit_phrases import has_a_verb

MOST_TITLE_CHARACTERS = 200
# Uruguay and Bolivia: "(Atribuciones del Directorio).- Son atribuciones …".
_BRACKETED = re.compile(r"\(([^()]{3,120})\)\s*[.:]?\s*[-–—]*\s*")
# "ATRIBUCIONES DE LOS REGIDORES Corresponden a los regidores …"
_IN_CAPITALS = re.compile(
    r"(?P<title>[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ ,]{8,}[A-ZÁÉÍÓÚÑ])\.?\s+(?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+\s)"
)
_GAP = re.compile(r"[.:]\s*[-–—.]*\s+(?=[A-ZÁÉÍÓÚÑ“\"(])")


def title_and_text(rest: str) -> tuple[str | None, str]:
    """Part what stands behind the number of an article; the title is None where the text begins at once."""
    rest = rest.lstrip(" .:-–—")
    if not rest:
        return None, ""
    bracketed = bracketed_title(rest)
    if bracketed is not None:
        return bracketed
    capitals = _IN_CAPITALS.match(rest)
    if capitals:
        return capitals["title"], rest[capitals.end() :]
    gap = _GAP.search(rest)
    first = rest[: gap.start()] if gap else rest
    if len(first) > MOST_TITLE_CHARACTERS or has_a_verb(first):
        return None, rest
    if gap:
        return first, rest[gap.end() :]
    return (None, rest) if rest.endswith((":", ";", ",")) else (rest.rstrip(".-–— "), "")


def bracketed_title(text: str) -> tuple[str, str] | None:
    """Part a title in brackets from the text behind it, or return None where there is none."""
    text = text.lstrip(" .-–—")
    found = _BRACKETED.match(text)
    return (found[1], text[found.end() :]) if found else None
