"""Where functions name other units, and which units those are, day by day.

Takes the history of an organization; returns each mention over the run of days on which it reads and means
the same. Called by turn, which makes rows of them; `text.mentions` finds and resolves them.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from organica.domain.history import History
from organica.domain.states import FunctionState
from organica.domain.structure import Structure
from organica.text.fold import words
from organica.text.mentions import DERIVED_BY, Names, UnitName, references
from organica.text.unit_names import roots

MAX_READINGS = 32
_Place = tuple[int, int, str, str | None]


@dataclass(frozen=True, slots=True)
class MentionSpan:
    """A mention in the text of a function from `start` up to, not including, `end`.

    `first` and `last` are the places of its characters in the text, counted from 0, the last excluded.
    `unit` is None where no unit of the organization answers to it. `derived_by`: the release of the rules.
    """

    function: str
    first: int
    last: int
    text: str
    unit: str | None
    derived_by: int
    start: date
    end: date | None


def mentions(history: History) -> list[MentionSpan]:
    """Return every mention of every function, by function, place and start."""
    running: dict[tuple[str, int], MentionSpan] = {}
    found: list[MentionSpan] = []
    for moment in history.moments:
        present = {(span.function, span.first): span for span in _read(moment.structure, moment.day)}
        for key, run in list(running.items()):
            now = present.get(key)
            if now is None or replace(now, start=run.start) != run:
                found.append(replace(running.pop(key), end=moment.day))
        for key, span in present.items():
            running.setdefault(key, span)
    found += running.values()
    return sorted(found, key=lambda span: (span.function, span.first, span.start))


class _Reading:
    """The mentions of every text that was read under one set of names."""

    def __init__(self, key: _Key) -> None:
        self.key = key
        self._names: Names | None = None
        self._places: dict[tuple[str, str], tuple[_Place, ...]] = {}

    @property
    def names(self) -> Names:
        """Return the index of the names, which is only made when a text must be read."""
        if self._names is None:
            self._names = Names(self.key.units, carried=dict(self.key.carried), body=self.key.body)
        return self._names

    def of(self, function: FunctionState) -> tuple[_Place, ...]:
        """Return the mentions in the text of a function."""
        key = (function.text, function.unit)
        if key not in self._places:
            self._places[key] = tuple(
                (each.mention.start, each.mention.end, each.mention.text, each.unit)
                for each in references(function.text, self.names, function.unit)
            )
        return self._places[key]

    def under(self, key: _Key) -> _Reading:
        """Return the reading under other names, with every text that has no word of a name that differs."""
        other = _Reading(key)
        differing = _differing(self.key, key)
        if differing is not None:
            other._places = {
                place: found
                for place, found in self._places.items()
                if differing.isdisjoint(_roots_of(place[0]))
            }
        return other


@dataclass(frozen=True, slots=True)
class _Key:
    """Everything on which it hangs what a mention means."""

    units: tuple[UnitName, ...]
    carried: tuple[tuple[str, str], ...]
    body: tuple[str, ...]


def _differing(one: _Key, other: _Key) -> frozenset[str] | None:
    """Return the roots of all names that differ; None where what differs may concern any text.

    A unit that came, went or changed its kind concerns also the texts that name its kind alone. Where a unit
    stands in the tree decides between names alike, so that a move concerns every text.
    """
    was, now = ({unit.code: unit for unit in key.units} for key in (one, other))
    if any(was[code].parent != now[code].parent for code in was.keys() & now.keys()):
        return None
    names: list[str] = []
    for code in was.keys() | now.keys():
        former, new = was.get(code), now.get(code)
        if former == new:
            continue
        kept = former is not None and new is not None and former.kind == new.kind
        for unit in (former, new):
            if unit is not None:
                kind = words(unit.kind or "")
                said = words(f"{unit.name} {unit.acronym or ''}")
                names += [word for word in said if not (kept and word in kind)]
                names += [] if kept else kind
    for name, _ in {*one.carried} ^ {*other.carried}:
        names += words(name)
    for name in {*one.body} ^ {*other.body}:
        names += words(name)
    return roots(tuple(names))


@lru_cache(maxsize=20_000)
def _roots_of(text: str) -> frozenset[str]:
    return roots(words(text))


class _Readings:
    """The readings used last: most names stay what they are from one enactment to the next."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, _Reading] = OrderedDict()

    def under(self, key: _Key) -> _Reading:
        """Return the reading under these names, made out of the one used last where it is new."""
        if key not in self._kept:
            last = next(reversed(self._kept.values()), None)
            self._kept[key] = _Reading(key) if last is None else last.under(key)
        self._kept.move_to_end(key)
        if len(self._kept) > MAX_READINGS:
            self._kept.popitem(last=False)
        return self._kept[key]


_readings = _Readings()


def _key(structure: Structure) -> _Key:
    units = tuple(
        UnitName(unit.code, unit.kind, unit.name, unit.acronym, unit.parent.unit)
        for unit in structure.units.values()
    )
    carried = {each.name: each.unit for each in structure.references.values() if each.unit is not None}
    own = structure.organization
    body = tuple(name for name in (own.name, own.acronym) if name) if own else ()
    return _Key(units, tuple(sorted(carried.items())), body)


def _read(structure: Structure, day: date) -> list[MentionSpan]:
    """Return the mentions of a day, each as if it began then."""
    reading = _readings.under(_key(structure))
    return [
        MentionSpan(function.code, *place, DERIVED_BY, day, None)
        for function in structure.functions.values()
        for place in reading.of(function)
    ]
