"""Which unit stands under which, as far as the text says so ("compuesta por cinco departamentos:").

Takes the counts and the headings in the order of the text; returns parents, and doubts about the counts.
Called by the genres.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from organica.domain.outline import Doubt, DoubtCode, Place
from organica.importer.phrases import Count
from organica.text.kinds import UnitKind

# No body nests so deep; without a bound, a hostile text would make every heading search a long way up.
MAX_DEPTH = 20


@dataclass(slots=True)
class _Announced:
    kind: UnitKind
    stated: int | None
    printed: str
    found: int = 0


@dataclass(slots=True)
class _Scope:
    """One unit that has announced its parts; `kind` is that unit's own."""

    parent: str
    kind: UnitKind
    place: Place
    announced: list[_Announced]


@dataclass(slots=True)
class Nesting:
    """The units whose announced parts may still come, the innermost last."""

    _open: list[_Scope] = field(default_factory=list)
    _all: list[_Scope] = field(default_factory=list)
    _parents: set[str] = field(default_factory=set)

    def announce(self, parent: str, kind: UnitKind, count: Count, place: Place) -> None:
        """Remember that the unit says which parts it has."""
        scope = _Scope(parent, kind, place, [_Announced(*one) for one in count.kinds])
        self._open = [*self._open[1 - MAX_DEPTH :], scope]
        self._all.append(scope)
        self._parents.add(parent)

    def parent_of(self, kind: UnitKind) -> str | None:
        """Return the unit that announced a part of this kind, the innermost first, or None.

        A unit of the rank of one that announced parts ends that one's: what follows is not under it.
        """
        for depth in range(len(self._open), 0, -1):
            for announced in self._open[depth - 1].announced:
                if announced.kind == kind:
                    announced.found += 1
                    del self._open[depth:]
                    return self._open[depth - 1].parent
        for depth, scope in enumerate(self._open):
            if scope.kind == kind:
                del self._open[depth:]
                break
        return None

    def has_parts(self, parent: str) -> bool:
        """Return whether the unit announced parts."""
        return parent in self._parents

    def doubts(self) -> list[Doubt]:
        """Return a doubt for each stated number that is not the number found."""
        return [
            Doubt(DoubtCode.UNIT_COUNT, scope.place, scope.parent, announced.printed, str(announced.found))
            for scope in self._all
            for announced in scope.announced
            if announced.found != (announced.stated or max(announced.found, 1))
        ]
