"""Small legal texts, and what the reader found in them in a form that fits in a row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from organica.domain.outline import DoubtCode, Outline, OutlineFunction, OutlineUnit
from organica.importer import read_text

# What is said of the whole text and of its source is tested elsewhere.
OF_THE_WHOLE = {
    DoubtCode.NO_SOURCE,
    DoubtCode.SOURCE_WITHOUT_YEAR,
    DoubtCode.NO_UNIT,
    DoubtCode.PARENTS_ASSUMED,
}


def an_act(*paragraphs: str) -> str:
    """Return an act that orders these paragraphs."""
    return "\n\n".join(("DECRETA:", *paragraphs))


def a_list(*items: str, lead: str = "Son funciones de la Oficina de Partes las siguientes:") -> str:
    """Return an act with one article that lists the functions of an office."""
    return an_act(f"Artículo 1. {lead}", *items)


def labels(functions: Sequence[OutlineFunction], depth: int = 0) -> list[str]:
    """Return the labels in their order, each behind one ">" for each level; "-" where there is none."""
    return [
        line
        for one in functions
        for line in (">" * depth + (one.label or "-"), *labels(one.children, depth + 1))
    ]


def all_functions(functions: Sequence[OutlineFunction]) -> Iterator[OutlineFunction]:
    """Yield the functions and those below them."""
    for one in functions:
        yield one
        yield from all_functions(one.children)


def doubted(outline: Outline) -> list[str]:
    """Return the doubts as "code printed suggestion", those about the whole text left out."""
    return [
        " ".join(filter(None, (doubt.code.value, doubt.printed, doubt.suggestion)))
        for doubt in outline.doubts
        if doubt.code not in OF_THE_WHOLE
    ]


def read_units(*paragraphs: str) -> dict[str, OutlineUnit]:
    """Return the units of an act by their names."""
    return {unit.name: unit for unit in read_text(an_act(*paragraphs)).units}


def counted(*paragraphs: str) -> dict[str, int]:
    """Return how many functions each unit of an act has."""
    return {name: len(unit.functions) for name, unit in read_units(*paragraphs).items()}


def parents(*paragraphs: str) -> dict[str, str | None]:
    """Return the parents of the units of an act."""
    return {name: unit.parent for name, unit in read_units(*paragraphs).items()}
