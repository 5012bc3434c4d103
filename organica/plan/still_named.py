"""Units that a text does not describe and still names: they are not taken to have ended.

Takes an outline and names; tells which of them the text has somewhere. Called by comparison.
"""

from __future__ import annotations

from collections.abc import Iterator

from organica.domain.outline import DoubtCode, Outline, OutlineFunction
from organica.plan.likeness import Words
from organica.text.fold import folded

_OF_UNITS_THERE = (DoubtCode.UNIT_NOT_DESCRIBED, DoubtCode.DESCRIBED_IN_PROSE)


class StillNamed:
    """Tells of a unit in force, by its name, whether the text names it somewhere."""

    def __init__(self, outline: Outline) -> None:
        self._alone = {folded(name) for name in _names(outline)}
        self._texts = f" {' '.join(folded(text) for text in _texts(outline))} "

    def names(self, name: Words) -> bool:
        """Tell whether the text names a unit: as such, or in one of its texts."""
        # "Dirección" stands in many texts and means many things; a name of two words means the unit.
        in_text = " " in name.key and f" {name.key} " in self._texts
        return in_text or name.key in self._alone


def _names(outline: Outline) -> Iterator[str]:
    """Yield what stands as the name of a unit, though no unit of the outline bears it."""
    yield from (entry.parent for entry in outline.units if entry.parent is not None and not entry.repealed)
    yield from (head.unit for head in outline.heads)
    for doubt in outline.doubts:
        if doubt.code in _OF_UNITS_THERE:
            yield from (name for name in (doubt.subject, doubt.printed) if name is not None)


def _texts(outline: Outline) -> Iterator[str]:
    for entry in outline.units:
        if not entry.repealed:
            yield entry.objective or ""
            yield from _of(entry.functions)


def _of(functions: tuple[OutlineFunction, ...]) -> Iterator[str]:
    for function in functions:
        yield function.text
        yield from _of(function.children)
