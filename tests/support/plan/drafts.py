"""A body as the next text will state it: what is in force, changed by known acts.

Takes a structure; holds units and functions that may be changed, and remembers which in force each was. Called by
the generator of pairs, which then renders it as an outline.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from string import ascii_lowercase

from organica.domain.outline import Outline, OutlineFunction, OutlineSource, OutlineUnit, Place
from organica.domain.structure import Structure

LABELS = [*ascii_lowercase, *(f"{one}{other}" for one in "abcdef" for other in ascii_lowercase)]
LINE = Place(1, 1)


@dataclass(eq=False)
class DraftFunction:
    """One function; `code` is None for a new one."""

    code: str | None
    text: str
    label: str | None = None


@dataclass(eq=False)
class DraftUnit:
    """One unit; `code` is None for a new one, `parent` None for a root."""

    code: str | None
    kind: str
    name: str
    parent: DraftUnit | None
    objective: str | None
    functions: list[DraftFunction] = field(default_factory=list)


@dataclass
class Draft:
    """All units, parents before what is below them."""

    units: list[DraftUnit]

    def below(self, unit: DraftUnit) -> list[DraftUnit]:
        """Return the units that hang from one."""
        return [each for each in self.units if each.parent is unit]

    def under(self, unit: DraftUnit) -> set[int]:
        """Return the ids of a unit and of all below it."""
        found = {id(unit)}
        for each in self.below(unit):
            found |= self.under(each)
        return found

    def letter(self) -> None:
        """Give every function the letter of its place."""
        for unit in self.units:
            for label, function in zip(LABELS, unit.functions, strict=False):
                function.label = label

    def outline(self, only: set[int] | None = None) -> Outline:
        """Return the text; of the units whose ids are given, or of all."""
        self.letter()
        units = tuple(
            OutlineUnit(
                name=unit.name,
                kind=unit.kind,
                parent=unit.parent.name if unit.parent else None,
                objective=unit.objective,
                functions=tuple(
                    OutlineFunction(each.label, each.text, LINE, provision=f"Artículo {number}")
                    for each in unit.functions
                ),
                place=LINE,
                objective_place=None,
                provision=f"Artículo {number}",
            )
            for number, unit in enumerate(self.units, start=1)
            if only is None or id(unit) in only
        )
        source = OutlineSource("decreto", "99", None, 2026, None, "Decreto 99 de 2026", "self", LINE)
        return Outline(units, (), (source,), ())


def draft_of(structure: Structure) -> Draft:
    """Return what is in force, ready to be changed."""
    units: dict[str, DraftUnit] = {}
    waiting = sorted(structure.units.values(), key=lambda unit: (unit.place, unit.code))
    while waiting:
        unit = waiting.pop(0)
        parent = unit.parent.unit
        if parent is not None and parent not in units:
            waiting.append(unit)
            continue
        held = structure.functions_by_unit.get(unit.code, ())
        units[unit.code] = DraftUnit(
            unit.code,
            unit.kind,
            unit.name,
            units[parent] if parent else None,
            unit.objective,
            [DraftFunction(each.code, each.text, each.label) for each in held],
        )
    return Draft(list(units.values()))
