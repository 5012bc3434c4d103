"""The words of an order: its own, the new ones that it gives, and the ones that it replaces.

Takes an order of an amending act, or words of it. Called by amending and statement. What follows the place
that an order aims at may be the new text, or who is in charge of it; neither belongs in a comment or a doubt.
"""

from __future__ import annotations

import re

from organica.domain.outline import OutlineAmendment
from organica.plan.comparison import same_label
from organica.text.labels import labelled

_ARTICLE = re.compile(r"\bart(?:[íi]culos?|\.)\s+\d+\w*[°ºª]?(?:\s+(?:bis|ter|qu[aá]ter)\b)?", re.IGNORECASE)
_WORD_OF_LABEL = r"\b(?:letras?|literal(?:es)?|n[úu]meros?|numeral(?:es)?)\s+[\"“«']?"
_CLAUSE = re.compile(r"[,;:(“\"«]")
# Whoever is called so by the text is a person, whose name no comment repeats.
_PERSON = re.compile(r",?\s*(?:\ba cargo de\s+)?\b(?:don|doña|señora?|sra?\.)\s", re.IGNORECASE)
_MORE = " …"


def own_words(order: OutlineAmendment) -> str:
    """Return the order up to the place that it aims at; else its first clause."""
    printed = " ".join(order.printed.split())
    ends = [found.end() for found in _places(order, printed) if found is not None]
    if not ends:
        clause = _CLAUSE.search(printed)
        ends = [len(printed) if clause is None else clause.start()]
    person = _PERSON.search(printed)
    end = min(max(ends), len(printed) if person is None else person.start())
    rest = printed[end:].strip(" .;,:")
    return printed[:end].rstrip() + (_MORE if rest else "")


def _places(order: OutlineAmendment, printed: str) -> list[re.Match[str] | None]:
    name = " ".join((order.unit or "").split())
    return [
        re.search(re.escape(name), printed, re.IGNORECASE) if name else None,
        _ARTICLE.search(printed) if order.article else None,
        re.search(rf"{_WORD_OF_LABEL}{re.escape(order.label)}(?!\w)\)?", printed, re.IGNORECASE)
        if order.label
        else None,
    ]


def apart_from_label(order: OutlineAmendment) -> tuple[str, str | None]:
    """Return the new words without the letter that is printed before them, and the letter."""
    text = order.text or ""
    item = labelled(text)
    asked = (order.label, order.new_label)
    if item is None or (any(asked) and not any(same_label(item.label, each) for each in asked if each)):
        return text, None
    return item.text, item.label


def whole_words(words: str) -> re.Pattern[str]:
    """Return what finds words where they stand as such: "arte" is not in "partes"."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    behind = r"(?!\w)" if words[-1].isalnum() else ""
    return re.compile(before + re.escape(words) + behind)
