"""What a reader of texts yields: units, functions, heads and sources, with evidence and doubts.

Built by `organica.importer`; read by `organica.plan` and the command line. Nothing here is law yet: a
person confirms it. Texts are literal; lines are counted from 1, and a range includes its last line.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from organica.domain.errors import Fact, Language, Says


@dataclass(frozen=True, slots=True)
class Place:
    """The lines of the document that say so; both ends included. Raises: ValueError when impossible."""

    first_line: int
    last_line: int

    def __post_init__(self) -> None:
        if not 1 <= self.first_line <= self.last_line:
            raise ValueError(f"no such lines: {self.first_line} to {self.last_line}")

    def through(self, other: Place) -> Place:
        """Return the lines from the first to the last of both."""
        return Place(min(self.first_line, other.first_line), max(self.last_line, other.last_line))


@dataclass(frozen=True, slots=True)
class OutlineFunction:
    """One item of a list of functions; `label` as printed without its punctuation, None when none.

    `list` names the list when a unit has more than one; `children` are the sub-items.
    """

    label: str | None
    text: str
    place: Place
    list: str | None = None
    children: tuple[OutlineFunction, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineUnit:
    """One unit; `kind` is the printed word of rank, `parent` the name of the unit above it, if stated."""

    name: str
    kind: str | None
    parent: str | None
    objective: str | None
    functions: tuple[OutlineFunction, ...]
    place: Place
    objective_place: Place | None


@dataclass(frozen=True, slots=True)
class OutlineHead:
    """Who the text names at the head of a unit; `post` and `capacity` are None when not printed."""

    unit: str
    name: str
    post: str | None
    capacity: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class OutlineSource:
    """A legal source: the text's own (`self`) or one that it mentions (`cited`).

    `number` is written without the points of its thousands and keeps its leading zeros; `issuer` is the
    abbreviation that some countries print behind the year ("052-2019-EF"). What is not printed is None.
    """

    kind: str
    number: str
    series: str | None
    year: int | None
    issuer: str | None
    printed: str
    role: Literal["self", "cited"]
    place: Place


class DoubtCode(StrEnum):
    """The closed set of doubts. A new one needs its row in `DOUBT_SENTENCES`; a test holds the table."""

    NAME_VARIANT = "name_variant"
    OTHER_UNIT_NAMED = "other_unit_named"
    REPEATED_UNIT = "repeated_unit"
    HEAD_UNCERTAIN = "head_uncertain"
    PARENT_UNSTATED = "parent_unstated"
    UNIT_COUNT = "unit_count"
    EMPTY_UNIT = "empty_unit"
    EMPTY_LIST = "empty_list"
    LABEL_SKIPPED = "label_skipped"
    LABEL_REPEATED = "label_repeated"
    UNREAD_TEXT = "unread_text"
    UNREAD_SOURCE = "unread_source"
    SEVERAL_SOURCES = "several_sources"
    NO_SOURCE = "no_source"
    NO_UNIT = "no_unit"


DOUBT_SENTENCES: dict[DoubtCode, Says] = {
    DoubtCode.NAME_VARIANT: Says(
        es="Línea {line}: la lista dice «{printed}»; queda el nombre del encabezado, «{suggestion}».",
        en="Line {line}: the list says “{printed}”; the name of the heading stands, “{suggestion}”.",
    ),
    DoubtCode.OTHER_UNIT_NAMED: Says(
        es="Línea {line}: la lista bajo «{subject}» nombra otra unidad, «{printed}».",
        en="Line {line}: the list under “{subject}” names another unit, “{printed}”.",
    ),
    DoubtCode.REPEATED_UNIT: Says(
        es="Línea {line}: «{printed}» ya era el encabezado de una unidad.",
        en="Line {line}: “{printed}” was already the heading of a unit.",
    ),
    DoubtCode.HEAD_UNCERTAIN: Says(
        es="Línea {line}: «{printed}», bajo «{subject}», se repite bajo otra; puede no ser una persona.",
        en="Line {line}: “{printed}”, under “{subject}”, stands under several units; it may be no person.",
    ),
    DoubtCode.PARENT_UNSTATED: Says(
        es="Línea {line}: el texto no dice de qué unidad depende «{subject}».",
        en="Line {line}: the text does not say which unit “{subject}” belongs to.",
    ),
    DoubtCode.UNIT_COUNT: Says(
        es="Línea {line}: «{subject}» anuncia {printed} y se encontraron {suggestion}.",
        en="Line {line}: “{subject}” announces {printed}, and {suggestion} were found.",
    ),
    DoubtCode.EMPTY_UNIT: Says(
        es="Línea {line}: bajo «{subject}» no hay objetivo ni funciones; puede no ser una unidad.",
        en="Line {line}: “{subject}” has neither objective nor functions; it may not be a unit.",
    ),
    DoubtCode.EMPTY_LIST: Says(
        es="Línea {line}: se anuncian las funciones de «{subject}» y no sigue ninguna.",
        en="Line {line}: the functions of “{subject}” are announced and none follows.",
    ),
    DoubtCode.LABEL_SKIPPED: Says(
        es="Línea {line}: en «{subject}» viene «{printed}» donde se esperaba «{suggestion}».",
        en="Line {line}: in “{subject}” comes “{printed}” where “{suggestion}” was expected.",
    ),
    DoubtCode.LABEL_REPEATED: Says(
        es="Línea {line}: en «{subject}» se repite «{printed}»; se esperaba «{suggestion}».",
        en="Line {line}: in “{subject}” “{printed}” is repeated; “{suggestion}” was expected.",
    ),
    DoubtCode.UNREAD_TEXT: Says(
        es="Línea {line}: no se reconoció qué es «{printed}».",
        en="Line {line}: it was not recognised what “{printed}” is.",
    ),
    DoubtCode.UNREAD_SOURCE: Says(
        es="Línea {line}: se anuncia la fuente y no se reconoció ninguna: «{printed}».",
        en="Line {line}: the source is announced and none was recognised: “{printed}”.",
    ),
    DoubtCode.SEVERAL_SOURCES: Says(
        es="Línea {line}: se da más de una fuente, también «{printed}»; diga cuál rige.",
        en="Line {line}: more than one source is given, also “{printed}”; say which one governs.",
    ),
    DoubtCode.NO_SOURCE: Says(
        es="El texto no nombra la fuente normativa en que se basa.",
        en="The text does not name the legal source that it rests on.",
    ),
    DoubtCode.NO_UNIT: Says(
        es="No se encontró el encabezado de ninguna unidad.",
        en="No heading of a unit was found.",
    ),
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Where the reader is not sure. `subject` is the name of the unit concerned, `printed` what stands
    there, `suggestion` what the reader took instead or expected (a name, a label, a number); both are
    None when there is none.
    """

    code: DoubtCode
    place: Place
    subject: str | None = None
    printed: str | None = None
    suggestion: str | None = None

    def sentence(self, language: Language = "es") -> str:
        """Return the doubt as one sentence for a person."""
        facts: dict[str, Fact] = {
            "line": self.place.first_line,
            "subject": self.subject,
            "printed": self.printed,
            "suggestion": self.suggestion,
        }
        return DOUBT_SENTENCES[self.code].render(language, facts)


@dataclass(frozen=True, slots=True)
class Outline:
    """All that was read of one document, each group in the order of the text."""

    units: tuple[OutlineUnit, ...]
    heads: tuple[OutlineHead, ...]
    sources: tuple[OutlineSource, ...]
    doubts: tuple[Doubt, ...]


def to_plain(outline: Outline) -> dict[str, Any]:
    """Return the outline as values that JSON can carry.

    Shape: {units: [{name, kind, parent, objective, objective_lines, functions: [{label, text, list, lines,
    functions}], lines}], heads, legal_sources, doubts}; `lines` are [first, last], counted from 1.
    """
    return {
        "units": [_plain_unit(unit) for unit in outline.units],
        "heads": [
            {
                "unit": head.unit,
                "name": head.name,
                "post": head.post,
                "capacity": head.capacity,
                "lines": _lines(head.place),
            }
            for head in outline.heads
        ],
        "legal_sources": [
            {
                "kind": source.kind,
                "number": source.number,
                "series": source.series,
                "year": source.year,
                "issuer": source.issuer,
                "role": source.role,
                "printed": source.printed,
                "lines": _lines(source.place),
            }
            for source in outline.sources
        ],
        "doubts": [
            {
                "code": doubt.code.value,
                "subject": doubt.subject,
                "printed": doubt.printed,
                "suggestion": doubt.suggestion,
                "lines": _lines(doubt.place),
                "es": doubt.sentence("es"),
                "en": doubt.sentence("en"),
            }
            for doubt in outline.doubts
        ],
    }


def _plain_unit(unit: OutlineUnit) -> dict[str, Any]:
    return {
        "name": unit.name,
        "kind": unit.kind,
        "parent": unit.parent,
        "objective": unit.objective,
        "objective_lines": None if unit.objective_place is None else _lines(unit.objective_place),
        "functions": [_plain_function(function) for function in unit.functions],
        "lines": _lines(unit.place),
    }


def _plain_function(function: OutlineFunction) -> dict[str, Any]:
    return {
        "label": function.label,
        "text": function.text,
        "list": function.list,
        "lines": _lines(function.place),
        "functions": [_plain_function(child) for child in function.children],
    }


def _lines(place: Place) -> list[int]:
    return [place.first_line, place.last_line]
