"""The place in its source that says a thing, taken apart: "Artículo 12 bis" becomes article "12 bis".

Takes what the reader found printed, and the letter of an item; returns a `Provision`. Called by the proposals
of acts.
"""

from __future__ import annotations

import re

from organica.domain.source import Provision

_BIS = r"(?:\s+(?:bis|ter|qu[aá]ter|quinquies|sexies|septies|octies))?"
_ARTICLE = re.compile(
    rf"\b(?:art[íi]culos?|art\.)\s+(?P<number>(?:\d+(?:[.\-–]\d+)*|[^\W\d_]+)(?:\s?[°ºª])?(?-i:\s?-?[A-Z]\b)?{_BIS})",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(
    r"\b(?:inciso|p[áa]rrafo|numeral|n[úu]mero|n\.?[°º])\s+(?P<number>[^\s,;:]+)", re.IGNORECASE
)
# "Artículo primero, letra b)": the letter of the order, where the item itself bears none in the source.
_LETTER = re.compile(r"\b(?:letra|literal)\s+(?P<letter>[^\W\d_]{1,2})\b", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\b(?:reglamento|anexo|estatuto|manual|texto refundido|ordenanza|norma)\b[^,;:·|]*", re.IGNORECASE
)


def provision_of(printed: str | None, label: str | None = None) -> Provision | None:
    """Return the place that the words name, and the letter in it; None where neither is known."""
    if printed is None:
        return None if label is None else Provision(label=label)
    article = _ARTICLE.search(printed)
    paragraph = _PARAGRAPH.search(printed)
    document = _DOCUMENT.search(printed)
    letter = _LETTER.search(printed) if label is None else None
    return Provision(
        document=None if document is None else document[0].strip(),
        article=None if article is None else plain_number(article["number"]),
        paragraph=None if paragraph is None else plain_number(paragraph["number"]),
        label=label if letter is None else letter["letter"],
        printed=printed,
    )


def plain_number(printed: str) -> str:
    """Return a number of an article without its ordinal sign and closing point: "5°" and "5" are one."""
    return re.sub(r"\s*[°ºª]", "", printed).strip().rstrip(".-–")
