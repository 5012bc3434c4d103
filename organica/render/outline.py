"""An outline as lines: the tree that was read, each doubt beside what it concerns, and a closing summary.

Takes an outline; returns lines of `render.tree`. Called by the command line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from organica.domain.errors import Language
from organica.domain.outline import (
    Doubt,
    Outline,
    OutlineFunction,
    OutlineHead,
    OutlineSort,
    OutlineUnit,
)
from organica.render.outline_doubts import Placed, every, placed
from organica.render.outline_words import order, source_note, unit_note, where
from organica.render.tree import Line, Style, lettered, titled


def outline_lines(outline: Outline, language: Language) -> Iterator[Line]:
    """Yield the tree of an outline, then what it cites and orders, then the doubts that concern no unit."""
    for source in outline.sources:
        if source.role == "self":
            yield Line(0, source.printed, Style.SOURCE, source_note(source, language))
    told = _Telling(outline, placed(outline), language)
    yield from told.tree()
    spanish = language == "es"
    cited = [source for source in outline.sources if source.role == "cited"]
    if cited:
        yield Line(0, "Fuentes citadas" if spanish else "Sources cited", Style.TITLE)
    for source in cited:
        yield Line(1, source.printed, Style.SOURCE, source_note(source, language))
    if outline.amendments:
        yield Line(0, "Modificaciones que ordena" if spanish else "Amendments ordered", Style.TITLE)
    for amendment in outline.amendments:
        said = (amendment.provision, where(amendment.place, language))
        note = "; ".join(part for part in said if part)
        yield Line(1, order(amendment, language), Style.CHANGE, note)
    for doubt in told.doubts.left:
        yield doubt_line(0, doubt, language)


def doubt_lines(outline: Outline, language: Language) -> Iterator[Line]:
    """Yield the doubts alone, in the order of the text."""
    for doubt in sorted(outline.doubts, key=lambda doubt: doubt.place.first_line):
        yield doubt_line(0, doubt, language)


def doubt_line(indent: int, doubt: Doubt, language: Language) -> Line:
    """Return a doubt as a line with its code."""
    word = "Duda" if language == "es" else "Doubt"
    return Line(indent, f"? {doubt.sentence(language)}", Style.DOUBT, f"{word}: {doubt.code.value}")


def summary(outline: Outline, language: Language) -> str:
    """Return how much was read, in one line: units, functions, sources, and the doubts by their codes.

    Bodies, posts and amendments are counted only where there are any.
    """
    sorts = Counter(unit.sort for unit in outline.units)
    functions = sum(1 for unit in outline.units for _ in every(unit.functions))
    spanish = language == "es"
    counted = [
        ("Organismos" if spanish else "Bodies", sorts[OutlineSort.BODY], False),
        ("Unidades" if spanish else "Units", sorts[OutlineSort.UNIT], True),
        ("Cargos" if spanish else "Posts", sorts[OutlineSort.POST], False),
        ("Funciones" if spanish else "Functions", functions, True),
        ("Fuentes" if spanish else "Sources", len(outline.sources), True),
        ("Modificaciones" if spanish else "Amendments", len(outline.amendments), False),
    ]
    said = [f"{word}: {count}." for word, count, always in counted if count or always]
    codes = Counter(doubt.code.value for doubt in outline.doubts)
    by_code = ", ".join(f"{code} {count}" for code, count in codes.most_common())
    doubts = f"{'Dudas' if spanish else 'Doubts'}: {len(outline.doubts)}"
    return " ".join([*said, f"{doubts} ({by_code})." if by_code else f"{doubts}."])


class _Telling:
    """One outline being told."""

    def __init__(self, outline: Outline, doubts: Placed, language: Language) -> None:
        self.doubts = doubts
        self._units = outline.units
        self._language: Language = language
        self._heads: dict[str, list[OutlineHead]] = {}
        for head in outline.heads:
            self._heads.setdefault(head.unit, []).append(head)
        self._below: dict[int | None, list[int]] = {}
        for number, parent in enumerate(_parents(outline.units)):
            self._below.setdefault(parent, []).append(number)

    def tree(self) -> Iterator[Line]:
        """Yield every unit once, below its parent; those of a ring of parents come last."""
        pending = [(number, 0) for number in reversed(self._below.pop(None, []))]
        while pending or self._below:
            if not pending:
                # Whose parents go round in a ring is below nobody who was shown.
                ring = next(iter(self._below))
                pending = [(number, 0) for number in reversed(self._below.pop(ring))]
            number, indent = pending.pop()
            yield from self._unit(number, indent)
            pending += [(child, indent + 1) for child in reversed(self._below.pop(number, []))]

    def _unit(self, number: int, indent: int) -> Iterator[Line]:
        unit, language = self._units[number], self._language
        name = titled(unit.kind, unit.name)
        name += f" ({unit.acronym})" if unit.acronym else ""
        style = Style.REPEALED if unit.repealed else Style.UNIT
        yield Line(indent, name, style, unit_note(unit, language))
        for head in self._heads.get(unit.name, ()):
            if unit.place.first_line <= head.place.first_line <= unit.place.last_line:
                named = f"{head.name} ({head.post})" if head.post else head.name
                yield Line(indent + 1, named, Style.POST, where(head.place, language))
        yield from self._told(self.doubts.above.get(number), indent + 1)
        if unit.objective and unit.objective_place:
            yield Line(indent + 1, unit.objective, Style.OBJECTIVE, where(unit.objective_place, language))
        named_list: str | None = None
        for function in unit.functions:
            if function.list != named_list:
                named_list = function.list
                yield Line(indent + 1, named_list or "–", Style.NOTE)
            yield from self._function(function, indent + 1, unit)
        yield from self._told(self.doubts.below.get(number), indent + 1)

    def _function(self, function: OutlineFunction, indent: int, unit: OutlineUnit) -> Iterator[Line]:
        # What the heading or the list has said already is not said again.
        own = function.provision if function.provision not in (unit.provision, function.list) else None
        said = (own, where(function.place, self._language))
        note = "; ".join(part for part in said if part)
        yield Line(indent, lettered(function.label, function.text), Style.FUNCTION, note)
        for child in function.children:
            yield from self._function(child, indent + 1, unit)
        yield from self._told(self.doubts.beside.get(id(function)), indent + 1)

    def _told(self, doubts: list[Doubt] | None, indent: int) -> Iterator[Line]:
        for doubt in doubts or ():
            yield doubt_line(indent, doubt, self._language)


def _parents(units: tuple[OutlineUnit, ...]) -> Iterator[int | None]:
    """Yield the number of each unit's parent: by its code, else the first unit of its parent's name."""
    codes: dict[str, int] = {}
    names: dict[str, int] = {}
    for number, unit in enumerate(units):
        names.setdefault(unit.name, number)
        if unit.code is not None:
            codes.setdefault(unit.code, number)
    for number, unit in enumerate(units):
        parent = codes.get(unit.parent_code) if unit.parent_code is not None else None
        if parent is None and unit.parent is not None:
            parent = names.get(unit.parent)
        yield None if parent == number else parent
