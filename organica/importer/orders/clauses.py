"""The orders of one provision, parted from one another: each with its verb, its label and its new text.

Takes an `OrderText`; returns its clauses in their order. Called by `reading`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from organica.importer.orders.text import QUOTE, OrderText
from organica.importer.orders.verbs import Deed, Verb, verbs_in

# A sentence begins behind a point or a semicolon, with a new line behind one, or behind a colon.
_ENDS = re.compile(
    r"[.;:][”»\ue000]?\s+(?=[\"“«(]?(?:[A-ZÁÉÍÓÚÑ]|\(?\w{1,4}\s?[).°º]|\ue001))"
    r"|(?<=[\ue000.;:])\n|\n(?=\s*\(?\w{1,3}\s?[).])|\n(?=(?:Se\s[a-z]"
    r"|[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+n?se\s))"
)
_NO_END = re.compile(r"\b(?:[Aa]rts?|incs?|n[uú]ms?|[Nn]ros?|lits?|[A-ZÁÉÍÓÚÑ]|[Rr]es|ex)\.$")
_ITS_LABEL = re.compile(r"\s*\(?\w{1,3}\s?[)°º]?\.")
_LABEL = re.compile(
    r"\s*\(?(?P<label>\d{1,3}(?:\.\d{1,3}){0,3}|[a-zñA-ZÑ]|[ivxl]{2,6}"
    r"|[IVXL]{2,6})\s?(?:[).°º][).]?\s?[-–—.]*\s*)"
)
_COLON = re.compile(rf":(?=\s*(?:\n|$|{QUOTE}|[“\"«]|\(?\w{{1,3}}\s?[).]))")

_PLACE_ONLY = re.compile(
    r"\s*(?:\(?\w{1,4}\s?[).°º]+\s?[-–—.]*\s*)?(?:en|respecto\s+(?:de|del)|al?|del?)"
    r"\s+[^:\n]{3,300}:\s*(?:\n|$|(?=\(?\w{1,3}\s?[).]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One order: from `begin` to `end`, its own words up to `told`, its new text behind that.

    `label` is the clause's own in the amending act. `verb` is None where a line only says what the orders
    below it aim at ("1) En el artículo 5:"). `joined` when it goes on with the sentence of the clause before.
    """

    verb: Verb | None
    begin: int
    told: int
    end: int
    label: str | None
    joined: bool


def clauses_of(text: OrderText) -> list[Clause]:
    """Return the clauses of a provision; what stands between them orders nothing."""
    skeleton = text.skeleton
    starts = _sentence_starts(skeleton)
    marks: list[tuple[int, Verb | None]] = []
    last_sentence = -1
    for verb in verbs_in(skeleton):
        sentence = _last_before(starts, verb.start)
        if verb.goes_on and sentence != last_sentence:
            continue
        if verb.bare and sentence == last_sentence and not _renames_another(skeleton, marks[-1][0], verb):
            continue
        marks.append((verb.start, verb))
        last_sentence = sentence
    marks += [(start, None) for start in _places_told(skeleton, starts, marks)]
    marks.sort(key=lambda mark: mark[0])
    return _clauses(text, starts, marks)


def _renames_another(skeleton: str, behind: int, verb: Verb) -> bool:
    """Return whether "pasará a denominarse" is an order of its own behind another in its sentence."""
    return verb.deed is Deed.RENAME and "denominaci" not in skeleton[behind : verb.start].lower()


def _clauses(
    text: OrderText, starts: Sequence[int], marks: Sequence[tuple[int, Verb | None]]
) -> list[Clause]:
    skeleton = text.skeleton
    begins: list[tuple[int, bool]] = []
    for place, (at, _) in enumerate(marks):
        begin = _last_before(starts, at)
        joined = place > 0 and begin <= marks[place - 1][0]
        begins.append((_conjunction(skeleton, at) if joined else begin, joined))
    found: list[Clause] = []
    for place, ((begin, joined), (at, verb)) in enumerate(zip(begins, marks, strict=True)):
        until = begins[place + 1][0] if place + 1 < len(begins) else len(skeleton)
        until = max(until, begin + 1)
        label = _LABEL.match(skeleton, begin, at + 1 if verb else until) if not joined else None
        colon = _COLON.search(skeleton, verb.end if verb else begin, until)
        stop = _sentence_end(starts, at, until)
        if colon is not None and colon.start() <= stop:
            told, end = colon.start(), until
        else:
            told = end = stop
        found.append(Clause(verb, begin, told, end, label["label"] if label else None, joined))
    return found


def _sentence_starts(skeleton: str) -> list[int]:
    starts = [0]
    for found in _ENDS.finditer(skeleton):
        point = found.start() + 1
        if skeleton[found.start()] == "." and (
            _NO_END.search(skeleton[max(0, point - 8) : point])
            or (point - starts[-1] <= 8 and _ITS_LABEL.fullmatch(skeleton[starts[-1] : point]))
        ):
            continue
        starts.append(found.end())
    return starts


def _places_told(skeleton: str, starts: Sequence[int], marks: Sequence[tuple[int, Verb | None]]) -> list[int]:
    """Return where lines begin that only say what the orders below aim at ("En el artículo 5:")."""
    found = []
    taken = [at for at, _ in marks]
    for start in starts:
        told = _PLACE_ONLY.match(skeleton, start)
        following = bisect_left(taken, start)
        if told and following < len(taken) and taken[following] >= told.end():
            found.append(start)
    return found


def _last_before(starts: Sequence[int], at: int) -> int:
    """Return where the sentence begins in which a place is."""
    return starts[bisect_right(starts, at) - 1]


def _sentence_end(starts: Sequence[int], at: int, until: int) -> int:
    """Return where the sentence of a verb ends."""
    following = bisect_right(starts, at)
    return min(starts[following], until) if following < len(starts) else until


def _conjunction(skeleton: str, at: int) -> int:
    """Return where a joined clause begins, with its "y" and what it says before its verb."""
    before = re.search(
        r"[,;]\s+(?:[ye]\s+)?(?:en\s[^,;]{1,80},\s+)?$|\s[ye]\s+$", skeleton[max(0, at - 120) : at]
    )
    return max(0, at - 120) + before.start() if before else at
