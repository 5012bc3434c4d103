"""Trees as lines: a structure in force, ready to be printed anywhere; and what a line is.

Takes plain nodes; returns lines of (indent, text, style). Called by the command line, which
alone knows colours and widths. One step of indentation stands for one level of the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from organica.domain.errors import Language


class Style(StrEnum):
    """What a line is, for whoever chooses its colour."""

    TITLE = "title"
    UNIT = "unit"
    REPEALED = "repealed"
    FUNCTION = "function"
    POST = "post"
    PROGRAMME = "programme"
    OBJECTIVE = "objective"
    SOURCE = "source"
    NOTE = "note"
    DOUBT = "doubt"
    GAIN = "gain"
    LOSS = "loss"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `indent` counts levels. `note` is what stands beside it, less loud.

    `marks` are runs of characters of the text that stand out, the last of each excluded.
    """

    indent: int
    text: str
    style: Style
    note: str = ""
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FunctionNode:
    """One function of a structure with its sub-items; `attested_by` cites what is no norm."""

    code: str
    label: str | None
    text: str
    children: tuple[FunctionNode, ...] = ()
    attested_by: str | None = None


@dataclass(frozen=True, slots=True)
class PostNode:
    """One post of a structure, a sentence already; `attested_by` cites what is no norm."""

    text: str
    attested_by: str | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeNode:
    """One programme or service of a structure, in words already; `attested_by` cites what is no norm."""

    code: str
    text: str
    objective: str | None = None
    attested_by: str | None = None


@dataclass(frozen=True, slots=True)
class UnitNode:
    """One unit of a structure with all below it; `citation` says itself whether it is of an attestation."""

    code: str
    kind: str
    name: str
    citation: str | None
    objective: str | None
    posts: tuple[PostNode, ...]
    functions: tuple[FunctionNode, ...]
    children: tuple[UnitNode, ...]
    programmes: tuple[ProgrammeNode, ...] = ()


def structure_lines(
    units: Sequence[UnitNode], language: Language, *, full: bool = False, citation: str | None = None
) -> Iterator[Line]:
    """Yield the tree of a structure: units with their functions' letters, or, if `full`, with all texts.

    A unit's source is said only where it is another than `citation`, which the reader was told before.
    """
    for unit in units:
        yield from _unit_lines(unit, 0, language, full, citation)


def _unit_lines(
    unit: UnitNode, indent: int, language: Language, full: bool, citation: str | None
) -> Iterator[Line]:
    yield Line(indent, titled(unit.kind, unit.name), Style.UNIT, unit.code)
    if unit.citation and unit.citation != citation:
        yield Line(indent + 1, unit.citation, Style.SOURCE)
    for post in unit.posts:
        yield Line(indent + 1, post.text, Style.POST, _mark(post.attested_by))
    if full and unit.objective:
        yield Line(indent + 1, unit.objective, Style.OBJECTIVE)
    if full:
        for function in unit.functions:
            yield from _function_lines(function, indent + 1, unit.citation)
    elif unit.functions:
        # Without texts all functions share a line, and what only some attestation says is still told.
        marks = dict.fromkeys(_mark(each.attested_by, unit.citation) for each in unit.functions)
        attested = "; ".join(mark for mark in marks if mark)
        yield Line(indent + 1, _letters(unit.functions, language), Style.FUNCTION, attested)
    yield from programme_lines(unit.programmes, indent + 1, full=full, told=unit.citation)
    for child in unit.children:
        yield from _unit_lines(child, indent + 1, language, full, citation)


def programme_lines(
    programmes: Sequence[ProgrammeNode], indent: int = 0, *, full: bool = False, told: str | None = None
) -> Iterator[Line]:
    """Yield programmes, a line for each, and, if `full`, what each is for. `told`: what was cited before."""
    for programme in programmes:
        mark = _mark(programme.attested_by, told)
        note = f"{programme.code}; {mark}" if mark else programme.code
        yield Line(indent, programme.text, Style.PROGRAMME, note)
        if full and programme.objective:
            yield Line(indent + 1, programme.objective, Style.OBJECTIVE)


def _function_lines(function: FunctionNode, indent: int, citation: str | None) -> Iterator[Line]:
    mark = _mark(function.attested_by, citation)
    note = f"{function.code}; {mark}" if mark else function.code
    yield Line(indent, lettered(function.label, function.text), Style.FUNCTION, note)
    for child in function.children:
        yield from _function_lines(child, indent + 1, citation)


def _mark(attested_by: str | None, told: str | None = None) -> str:
    return attested_by if attested_by and attested_by != told else ""


def _letters(functions: Sequence[FunctionNode], language: Language) -> str:
    one, many = ("función", "funciones") if language == "es" else ("function", "functions")
    count = f"{len(functions)} {one if len(functions) == 1 else many}"
    letters = " ".join(function.label or "–" for function in functions)
    return f"{count}: {letters}"


def titled(kind: str | None, name: str) -> str:
    """Return a unit's name, with its kind before it where the name does not begin with it already."""
    if not kind or name.casefold().split()[:1] == kind.casefold().split()[:1]:
        return name
    return f"{kind}: {name}"


def lettered(label: str | None, text: str) -> str:
    """Return a function as people write it: "a) Atender…"; a bare dash where no letter is printed."""
    return f"{label}) {text}" if label else f"– {text}"
