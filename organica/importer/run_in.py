"""Lists that run on in one paragraph: "… las siguientes funciones: a) Dirigir; b) Coordinar, y c) Informar."

Takes the text of a passage; returns where it is to be cut, so that each item is a passage of its own. Called
by passages. A label is cut off only where a colon announces the row and at least two labels of it follow each
other, each behind the end of a clause: "las letras a) y b)" is no list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from organica.text.labels import Row, first_in, next_in, rows_of

_LABEL = (
    r"\(?(?P<label>(?:ch|ll|rr|[a-zñ])|(?:CH|LL|RR|[A-ZÑ])|[ivx]{2,6}|[IVXL]{2,7}|\d{1,2})"
    r"\s?(?:\.\s?[-–—]|\.\)|[.)°º](?!\d)|[-–—](?=\s))"
)
_FIRST = re.compile(rf"(?<=:)\s{{0,3}}[-–—]?\s{{0,3}}(?={_LABEL}\s{{0,3}}\S)")
_NEXT = re.compile(
    rf"(?:(?<=[.;:,])|(?<=[.;]-)|(?<=[.;:,]\s[ye])|(?<=[.;:,][”\"»)]))\s{{1,4}}(?={_LABEL}\s{{0,3}}\S)"
)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZÁÉÍÓÚÑ“\"])")
_LEAST_CHARACTERS = 40
_LEAST_ITEMS = 2


def cuts(text: str) -> tuple[int, ...]:
    """Return the offsets at which a passage is to be cut, in order; none where no list runs on in it."""
    if len(text) < _LEAST_CHARACTERS or ":" not in text:
        return ()
    places = [(found.end(), found["label"]) for found in _NEXT.finditer(text)]
    starts = [
        (found.end(), found["label"]) for found in _FIRST.finditer(text) if _begins_a_row(found["label"])
    ]
    found: list[int] = []
    for (start, label), end in zip(starts, _ends(starts, len(text)), strict=True):
        if found and start <= found[-1]:
            continue
        items = [start, *_following(places, start, end, label)]
        if len(items) < _LEAST_ITEMS:
            continue
        if found:
            # A second list in the paragraph: its sentence does not belong to the last item of the first.
            sentence = max((gap.end() for gap in _SENTENCE.finditer(text, found[-1], start)), default=None)
            found += [sentence] if sentence else []
        found += items
    return tuple(found)


def _begins_a_row(label: str) -> bool:
    return any(label == first_in(row) for row in rows_of(label))


def _ends(starts: list[tuple[int, str]], length: int) -> list[int]:
    """Return where each row ends at the latest: where the same row begins again behind a colon."""
    ends: list[int] = []
    following: dict[str, int] = {}
    for start, label in reversed(starts):
        ends.append(following.get(label, length))
        following[label] = start
    return ends[::-1]


def _following(places: list[tuple[int, str]], start: int, end: int, label: str) -> Iterator[int]:
    """Yield where the labels stand that come one after the other behind the first."""
    inside = places[bisect_right(places, (start, "\U0010ffff")) : bisect_left(places, (end, ""))]
    row = _row_of({other for _, other in inside}, label)
    for place, other in inside:
        if other in next_in(row, label):
            yield place
            label = other


def _row_of(behind: set[str], label: str) -> Row:
    """Return the row of the first label: a Roman i where ii comes, else a letter."""
    rows = [row for row in rows_of(label) if label == first_in(row)]
    return next((row for row in rows if behind & set(next_in(row, label))), rows[0])
