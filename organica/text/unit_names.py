"""The names that the units of a body bear on one day, arranged for finding one by a loose name.

Takes plain values, one row a unit; answers which unit a name means for the unit that uses it. Called by
mentions. Build one index a day and body: answers are kept in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from organica.text.alternatives import any_of
from organica.text.fold import words
from organica.text.kinds import kind_named, kind_that_begins

# Words that join a name and distinguish nothing.
_JOINING = frozenset(words("a al ante con de del e el en la las los o para por sobre u un una y"))
# Shorter words are kept whole: "red" and "redes" would otherwise fold into less than their root.
_SHORTEST_BENT_WORD = 4


class UnitName(NamedTuple):
    """What one unit is called on the day; `kind` as printed, `parent` None for a root or an unknown one."""

    code: str
    kind: str | None
    name: str
    acronym: str | None
    parent: str | None


class Names:
    """An index of names. `carried` maps former names to the codes that they now mean ("toda referencia a …").

    `body` lists what the body itself is called: "Fiscalía de ChileCompra" is the Fiscalía, and "Dirección
    ChileCompra" is no unit at all.
    """

    def __init__(
        self, units: Iterable[UnitName], *, carried: Mapping[str, str] | None = None, body: Sequence[str] = ()
    ) -> None:
        self._parents: dict[str, str | None] = {}
        self._kinds: dict[str, str | None] = {}
        self._full: dict[tuple[str, ...], set[str]] = {}
        self._rankless: dict[tuple[str, ...], set[str]] = {}
        self._acronyms: dict[str, set[str]] = {}
        self._by_root: dict[str, set[str]] = {}
        self._roots: dict[str, frozenset[str]] = {}
        self._body = frozenset(filter(None, map(words, body)))
        self._known: dict[tuple[str, str | None, str], str | None] = {}
        self._bodies: dict[str, bool] = {}
        without_rank: set[str] = set()
        for unit in units:
            self._take(unit)
            without_rank.update(_printed_without_rank(unit))
        for name, code in (carried or {}).items():
            if code in self._parents:
                self._full.setdefault(words(name), set()).add(code)
        named = [name for name in without_rank if words(name)]
        # What stands for a unit without a word of rank, or None when nothing does.
        self.without_rank = re.compile(rf"(?<!\w)(?:{any_of(named)})(?!\w)") if named else None

    def _take(self, unit: UnitName) -> None:
        kind = kind_that_begins(unit.name)
        bare = _without_rank(words(unit.name)) if kind else words(unit.name)
        self._parents[unit.code] = unit.parent
        self._kinds[unit.code] = _kind_key(unit.kind) or (_kind_key(kind.word) if kind else None)
        self._full.setdefault(words(unit.name), set()).add(unit.code)
        self._rankless.setdefault(bare, set()).add(unit.code)
        if unit.acronym:
            self._acronyms.setdefault(unit.acronym, set()).add(unit.code)
        self._roots[unit.code] = roots(bare)
        for root in self._roots[unit.code]:
            self._by_root.setdefault(root, set()).add(unit.code)

    def meant_by(self, name: str, kind: str | None, own: str) -> str | None:
        """Return the code of the unit that this name means for the unit `own`, or None.

        `kind` is the word of rank that belongs to the name, also where it stands apart from it (in a list).
        """
        asked = (name, kind, own)
        if asked not in self._known:
            self._known[asked] = self._meant_by(name, kind, own)
        return self._known[asked]

    def is_body(self, name: str) -> bool:
        """Return whether the name, its word of rank aside, is that of the body itself."""
        if name not in self._bodies:
            said = words(name)
            ranked = kind_that_begins(name) is not None
            self._bodies[name] = said in self._body or (ranked and said[1:] in self._body)
        return self._bodies[name]

    def reach(self, said: Sequence[str], kind: str | None) -> int:
        """Return how many of the folded words, from the first, stand in the name of one same unit.

        Words that join count only between others; with a kind, its units are preferred.
        """
        key = _kind_key(kind)
        fitting: set[str] = set()
        counted: set[str] = set()
        end = 0
        for place, word in enumerate(said):
            if word in _JOINING:
                continue
            root = _root(word)
            here = self._by_root.get(root, set())
            fitting = fitting & here if end else self._of_kind(here, key) or here
            # A word that comes again begins the next of several names.
            if not fitting or root in counted:
                break
            counted.add(root)
            end = place + 1
        return end

    def is_whole_name(self, name: str, code: str) -> bool:
        """Return whether the name gives every distinguishing word of the unit's own name."""
        return self._roots[code] <= roots(words(name))

    def _meant_by(self, name: str, kind: str | None, own: str) -> str | None:
        said = self._without_body(words(name))
        begins = kind_that_begins(name) is not None
        bare = _without_rank(said) if begins else said
        key = _kind_key(kind)
        if begins and not bare:
            return self._by_kind_alone(said, key, own)
        bearing = self._rankless.get(bare, set())
        exact = self._full.get(said) or self._of_kind(bearing, key) or bearing
        exact = exact or self._acronyms.get(_acronym(name, begins=begins), set())
        if exact:
            return self._nearest(exact, own, self_counts=True)
        asked = roots(bare)
        fitting = [self._by_root.get(root, set()) for root in asked]
        if not fitting:
            return None
        return self._nearest(self._of_kind(set.intersection(*fitting), key), own, self_counts=False)

    def _by_kind_alone(self, said: tuple[str, ...], kind: str | None, own: str) -> str | None:
        """ "Fiscalía", "la Dirección": the unit of that name, else the one above, else the only one."""
        exact = self._full.get(said)
        if exact:
            return self._nearest(exact, own, self_counts=True)
        above = next((code for code in self._line_of(own) if self._kinds[code] == kind), None)
        every = self._of_kind(set(self._kinds), kind)
        return above or (next(iter(every)) if len(every) == 1 else None)

    def _of_kind(self, codes: set[str], kind: str | None) -> set[str]:
        return codes if kind is None else {code for code in codes if self._kinds[code] == kind}

    def _without_body(self, said: tuple[str, ...]) -> tuple[str, ...]:
        for body in self._body:
            end = len(said) - len(body)
            if end > 1 and said[end:] == body and said[end - 1] in _JOINING:
                while said[end - 1] in _JOINING:
                    end -= 1
                return said[:end]
        return said

    def _nearest(self, codes: set[str], own: str, *, self_counts: bool) -> str | None:
        """Return the one that is nearest in the tree, or None where several are equally near.

        By a part of its name nobody names itself first: there the unit itself is as far as its siblings.
        """
        if len(codes) <= 1:
            return next(iter(codes), None)
        far = {code: 2 if code == own and not self_counts else self._steps(own, code) for code in codes}
        least = min(far.values())
        nearest = [code for code in codes if far[code] == least]
        return nearest[0] if len(nearest) == 1 else None

    def _steps(self, one: str, other: str) -> int:
        up, down = self._line_of(one), self._line_of(other)
        for steps, code in enumerate(up):
            if code in down:
                return steps + down.index(code)
        return len(up) + len(down)

    def _line_of(self, code: str) -> list[str]:
        line: list[str] = []
        here: str | None = code
        while here is not None and here in self._parents and here not in line:
            line.append(here)
            here = self._parents[here]
        return line


def roots(said: Iterable[str]) -> frozenset[str]:
    """Return the distinguishing words without number and gender: "usuarios" and "usuaria" are one."""
    return frozenset(_root(word) for word in said if word not in _JOINING)


@lru_cache(maxsize=10_000)
def _root(word: str) -> str:
    if len(word) < _SHORTEST_BENT_WORD or not word.isalpha():
        return word
    singular = word.removesuffix("s")
    return singular[:-1] if singular[-1] in "aeo" else singular


def _kind_key(kind: str | None) -> str | None:
    if kind is None:
        return None
    known = kind_that_begins(kind) or kind_named(kind)
    return " ".join(words(known.word if known else kind)) or None


def _without_rank(said: tuple[str, ...]) -> tuple[str, ...]:
    place = 1
    while place < len(said) and said[place] in _JOINING:
        place += 1
    return said[place:]


def _printed_without_rank(unit: UnitName) -> list[str]:
    """Return what may name the unit where no word of rank stands before it.

    One word is as often a matter ("Presupuesto") as the unit: it counts only as the whole of name and kind.
    """
    found = [unit.acronym] if unit.acronym else []
    parts = unit.name.split()
    place = 0 if kind_that_begins(unit.name) is None else 1
    while place and place < len(parts) and parts[place].casefold() in _JOINING:
        place += 1
    name = " ".join(parts[place:])
    alone = place == 0 and _kind_key(unit.kind) in (None, " ".join(words(unit.name)))
    return [*found, name] if alone or len(roots(words(name))) > 1 else found


def _acronym(name: str, *, begins: bool) -> str:
    last = name.split()[-1] if name.split() else ""
    return last if begins or " " not in name else ""
