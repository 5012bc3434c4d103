"""Labels that are such only where a list waits for them: "y d) Cerrar", "c.1 El plan", "II Bis. Sellar".

Takes the text of an item; returns its label and what follows, and for a label that an act put in later the
one that it stands behind. Called by the importer, which asks its open list whether the label comes next.
"""

from __future__ import annotations

import re

from organica.text.labels import Labelled, labelled

_ADDED = r"(?:bis|ter|qu[aá]ter|quinquies|sexies)"
_BEHIND = re.compile(rf"(?P<base>\w{{1,8}}) ?{_ADDED}", re.IGNORECASE)
_ENDS = r"\s?(?:\.\s?[-–—]*|\)\.?\s?[-–—]*|[-–—])"
_LAST = re.compile(r"[yeo]\s+")
_SPELLINGS = tuple(
    re.compile(rf"\(?(?P<label>{spelling}\s*(?P<text>\S.*)", re.DOTALL)
    for spelling in (
        rf"(?:\d{{1,3}}|[IVXLC]{{1,8}}|[ivxlc]{{1,8}}|[a-zñA-ZÑ]) ?(?i:{_ADDED})\b){_ENDS}",
        rf"[a-zñA-ZÑ](?:\.\d{{1,2}}){{1,3}})(?:{_ENDS}|\s)",
        r"\d{1,3}(?:\.\d{1,2}){1,4})\s(?=\s*[a-záéíóúñ])",
    )
)


def awaited(item: str) -> Labelled | None:
    """Return the label and the text of an item that begins like one; None where it begins otherwise."""
    last = _LAST.match(item)
    if last is not None:
        return labelled(item[last.end() :])
    found = next(filter(None, (spelling.match(item) for spelling in _SPELLINGS)), None)
    return Labelled(found["label"], found["text"]) if found else None


def stands_behind(label: str) -> str | None:
    """Return "II" for "II bis", None for a label that no act put in later."""
    found = _BEHIND.fullmatch(label)
    return found["base"] if found else None
