"""What each unit of the text hangs from, as far as the text says it and no unit hangs from itself.

Takes both sides of a comparison and the codes of the entries; returns parents. Called by comparison.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from organica.domain.acts import ROOT, Parent, under
from organica.domain.outline import Outline, OutlineSort
from organica.domain.structure import Structure
from organica.plan.printed import names_of_body
from organica.plan.rings import closing_rings
from organica.plan.sides import Sides
from organica.text.fold import folded


@dataclass(frozen=True, slots=True)
class Parents:
    """The parent of each entry, by its number; `rings` are entries whose printed parent was not taken.

    None: the text does not say it, names none that is known, or names one that hangs from the entry.
    """

    of: tuple[Parent | None, ...]
    rings: frozenset[int]


def parents_said(outline: Outline, sides: Sides, codes: Sequence[str], structure: Structure) -> Parents:
    """Return what the units of the text hang from."""
    bodies = names_of_body(outline)
    printed = [_printed(sides, number, codes, bodies) for number in range(len(sides.entries))]
    before = {code: unit.parent.unit for code, unit in structure.units.items()}
    said = {code: each.unit for code, each in zip(codes, printed, strict=True) if each is not None}
    cut = closing_rings({**before, **said}, list(said), before)
    return Parents(
        tuple(None if code in cut else each for code, each in zip(codes, printed, strict=True)),
        frozenset(number for number, code in enumerate(codes) if code in cut),
    )


def _printed(sides: Sides, number: int, codes: Sequence[str], bodies: frozenset[str]) -> Parent | None:
    entry = sides.entries[number]
    if entry.sort is OutlineSort.BODY:
        return ROOT
    if entry.parent is None:
        return None
    key = folded(entry.parent)
    above = sides.entry_named.get(key)
    if above is not None and above != number:
        return under(codes[above])
    known = [unit.code for unit, name in zip(sides.units, sides.unit_names, strict=True) if name.key == key]
    if above is not None and not known:
        return under(codes[above])
    if len(known) == 1:
        return under(known[0])
    return ROOT if key in bodies and not known else None
