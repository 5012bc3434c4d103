"""A draft as a decree prints it, for being read back as any text is.

Takes a draft; returns lines of Spanish. Called by tests/plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.plan.drafts import Draft, DraftUnit

_HEAD = (
    "DECRETO 99 DE 2025",
    "APRUEBA REGLAMENTO ORGÁNICO DEL SERVICIO FICTICIO",
    "Santiago, 31 de diciembre de 2025.",
    "DECRETO:",
)


def printed(draft: Draft) -> str:
    """Return the decree that states the whole of a draft, one article for each unit."""
    draft.letter()
    articles = (_article(number, unit) for number, unit in enumerate(draft.units, start=1))
    return "\n\n".join([*_HEAD, *("\n".join(article) for article in articles)])


def _article(number: int, unit: DraftUnit) -> Iterator[str]:
    above = ""
    if unit.parent is not None:
        above = f"dependerá de {_with_article(unit.parent.kind)} {unit.parent.name} y "
    begins = _with_article(unit.kind).capitalize()
    yield f"Artículo {number}.- {unit.name}.- {begins} {unit.name} {above}tendrá las siguientes funciones:"
    for function in unit.functions:
        yield f"{function.label}) {function.text};"


def _with_article(kind: str) -> str:
    return "el" if kind.endswith("o") else "la"
