"""Sentences that a line breaks in front of a number: "conforme al artículo / 25 de la Ley".

Takes the two lines; returns the judgement. Called by passages and by the formats that break lines inside a
block.
"""

from __future__ import annotations

import re

# Behind one of these words a number must come. In capitals it may be a heading of its own.
_REFERS = re.compile(
    r"(?:^|[\s(“\"])(?:art[ií]culos?|arts?\.|incisos?|inc\.|letras?|literal(?:es)?|numeral(?:es)?|n[uú]meros?"
    r"|n[°º]s?|fracci[oó]n(?:es)?|p[aá]rrafos?|puntos?|p[aá]ginas?|p[aá]gs?\.|fojas|anexos?|[Ll]ey(?:es)?"
    r"|[Dd]ecretos?(?:\s(?:[Ss]upremo|[Ll]ey))?|[Rr]esoluci[oó]n(?:es)?)$"
)
_LETTER = "[a-záéíóúñ]"
_NUMBER = re.compile(rf"\d[\d./]{{0,9}}\s?[°ºª]?[.,;:)]?(?:\s+{_LETTER}|$)")
_NUMBER_AND_WORD = re.compile(rf"\d{{1,5}}\s+{_LETTER}")
_DATE = re.compile(
    r"\d{1,2}\s+de\s+(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre"
    r"|noviembre|diciembre)\b"
)
_LEAST_WRAPPED = 30


def refers_to_the_number(above: str, text: str) -> bool:
    """Return whether the line above ends with a word that needs the number with which the text begins."""
    return _REFERS.search(above[-40:]) is not None and _NUMBER.match(text) is not None


def goes_on_with_a_number(above: str, text: str) -> bool:
    """Return whether a sentence goes on with a number and a small letter, which no label has behind it.

    A day stands on a line of its own above a signature, and counted things may stand one below the other.
    """
    if len(above) < _LEAST_WRAPPED or above.isupper() or _NUMBER_AND_WORD.match(above):
        return False
    return _NUMBER_AND_WORD.match(text) is not None and _DATE.match(text) is None
