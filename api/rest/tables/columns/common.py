"""The columns that several tables have, and how columns are made.

Takes names of members and what they mean; gives columns. Called by the files beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum

from api.rest.parameters.common import ORGANIZATION_CODE, SLUG
from api.rest.presenting.law import Plain
from api.rest.standing import Standing
from api.rest.tables.table import Column, Kind, Reference, Row
from organica.domain.dates import DateBasis, Precision
from organica.domain.errors import Says
from organica.domain.resolution import CoverageStatus
from organica.render.csv_table import Cell

UNIT_CODE = SLUG
FUNCTION_CODE = rf"{SLUG}\.[1-9][0-9]*"
POST_CODE = rf"{SLUG}\.p[1-9][0-9]*"
APPOINTMENT_CODE = rf"{POST_CODE}\.[1-9][0-9]*"


def member(
    name: str,
    means: Says,
    within: str | None = None,
    *,
    kind: Kind = Kind.TEXT,
    required: bool = False,
    choices: type[StrEnum] | None = None,
    pattern: str | None = None,
) -> Column:
    """Return the column of a plain member, which may be absent from some answers."""
    return Column(
        name,
        lambda row: row.seen.get(within or name),
        means,
        kind=kind,
        required=required,
        choices=choices,
        pattern=pattern,
    )


def day(text: str | None) -> date | None:
    """Return the day that a plain value writes."""
    return date.fromisoformat(text) if text else None


def plain_day(name: str, means: Says, within: str | None = None, *, required: bool = False) -> Column:
    """Return the column of a member that writes a day."""
    return Column(name, lambda row: day(row.seen[within or name]), means, kind=Kind.DAY, required=required)


def in_language(name: str, within: str, language: str, means: Says) -> Column:
    """Return the column of a member that is said in both languages, in one of them."""
    return Column(name, lambda row: row.seen[within][language], means, required=True)


def legal_date(name: str, means: Says, *, required: bool = False) -> tuple[Column, ...]:
    """Return a legal date as its first possible day, with how precise it is and how it is known."""

    def part(of: str) -> Callable[[Row], Cell]:
        def value(row: Row) -> Cell:
            found: Plain | None = row.seen[name]
            return found[of] if found else None

        return value

    def earliest(row: Row) -> Cell:
        found: Plain | None = row.seen[name]
        return day(found["earliest"]) if found else None

    precision = Says(es=f"Cuán precisa es la fecha de {name}.", en=f"How precise the date in {name} is.")
    basis = Says(es=f"Cómo se sabe la fecha de {name}.", en=f"How the date in {name} is known.")
    return (
        Column(name, earliest, means, kind=Kind.DAY, required=required),
        Column(f"{name}_precision", part("precision"), precision, required=required, choices=Precision),
        Column(f"{name}_basis", part("basis"), basis, required=required, choices=DateBasis),
    )


def act(
    name: str, means: Says, found: Callable[[Row], Plain | None], *, required: bool = False
) -> tuple[Column, ...]:
    """Return an act as its citation and the IRI of its source."""

    def citation(row: Row) -> Cell:
        known = found(row)
        return known["citation"] if known else None

    def iri(row: Row) -> Cell:
        known = found(row)
        return row.names.source(known["source"]) if known else None

    address = Says(es=f"Identificador de la fuente de {name}.", en=f"The identifier of the source of {name}.")
    return (
        Column(name, citation, means, required=required),
        Column(f"{name}_uri", iri, address, required=required),
    )


def asked(
    name: str,
    means: Says,
    within: str | None = None,
    *,
    kind: Kind = Kind.TEXT,
    required: bool = False,
    choices: type[StrEnum] | None = None,
    pattern: str | None = None,
) -> Column:
    """Return a column that says what was asked, or what the answer is worth; it is the same in every row."""

    def value(row: Row) -> Cell:
        found: Cell = row.asked.get(within or name)
        return day(found) if kind is Kind.DAY and isinstance(found, str) else found

    return Column(name, value, means, kind=kind, required=required, choices=choices, pattern=pattern)


def joined(texts: Iterable[str], between: str = "; ") -> Cell:
    """Return texts in one cell; None where there is none."""
    return between.join(texts) or None


def _known_at(row: Row) -> Cell:
    known: Plain | None = row.body["known_at"]
    return known["entry"] if known else None


def _granting(row: Row) -> Plain | None:
    return next(iter(row.seen["legal_basis"]), None)


def _last_amendment(row: Row) -> Plain | None:
    """Return the last amendment; none means sin modificación."""
    return next((each for each in reversed(row.seen["legal_basis"]) if each["role"] == "amends"), None)


def _normative(row: Row) -> Cell:
    granting = _granting(row)
    return granting["normative"] if granting else None


def _attested_by(row: Row) -> Cell:
    """Return the sources on which it rests that are no norms, by their keys; several stand apart by a bar."""
    keys = dict.fromkeys(each["source"] for each in row.seen["legal_basis"] if not each["normative"])
    return joined(keys, " | ")


UNIT_NAME = Says(es="Nombre de la unidad en ese tiempo.", en="The unit's name then.")
ACRONYM = Says(es="Sigla.", en="Acronym.")
OBJECTIVE = Says(es="Objetivo, literal.", en="Objective, literal.")
OF_UNIT = Reference(("unit",), "units", ("unit",))
_ORGANIZATION = Says(es="Código de la organización.", en="The organization's code.")
# The one that was asked about; and, where a list is of several, the thing's own.
ORGANIZATION = asked("organization", _ORGANIZATION, required=True, pattern=ORGANIZATION_CODE)
OWN_ORGANIZATION = member("organization", _ORGANIZATION, required=True, pattern=ORGANIZATION_CODE)
IN_FORCE_FROM = Says(es="Desde cuándo es así.", en="Since when it is so.")
IN_FORCE_UNTIL = Says(es="Desde cuándo ya no es así.", en="From when on it is no longer so.")
GRANTED = Says(es="El acto que lo otorgó.", en="The act that granted it.")
LAW = (
    *legal_date("in_force_from", IN_FORCE_FROM, required=True),
    *legal_date("in_force_until", IN_FORCE_UNTIL),
    Column(
        "status",
        lambda row: row.status,
        Says(es="Cómo está hoy.", en="How it stands today."),
        required=True,
        choices=Standing,
    ),
    *act("legal_basis", GRANTED, _granting),
    Column(
        "normative",
        _normative,
        Says(es="Si ese acto es una norma.", en="Whether that act is a norm."),
        kind=Kind.TRUTH,
    ),
    *act(
        "last_amended_by",
        Says(
            es="La última modificación; vacío: sin modificación.",
            en="The last amendment; empty: there is none.",
        ),
        _last_amendment,
    ),
    *act(
        "ended_by",
        Says(es="El acto por el que ya no es así.", en="The act by which it is no longer so."),
        lambda row: row.seen["ended_by"],
    ),
)
KNOWN_AT = Column(
    "known_at",
    _known_at,
    Says(
        es="Con qué asiento del registro se respondió; vacío: con el último.",
        en="With which entry of the register it was answered; empty: the newest.",
    ),
    kind=Kind.NUMBER,
)
ATTESTED_BY = Column(
    "attested_by",
    _attested_by,
    Says(
        es="Claves de las fuentes que no son normas y en que descansa, separadas por una barra.",
        en="The keys of the sources it rests on that are no norms, parted by a bar.",
    ),
)
AS_OF = asked(
    "as_of",
    Says(es="El día por el que se preguntó.", en="The day that was asked about."),
    kind=Kind.DAY,
)
ASKED = (
    AS_OF,
    asked(
        "asked_from",
        Says(es="Desde qué día se preguntó.", en="From which day on it was asked about."),
        "from",
        kind=Kind.DAY,
    ),
    asked(
        "asked_until",
        Says(es="Hasta qué día se preguntó, sin incluirlo.", en="Until which day, itself excluded."),
        "until",
        kind=Kind.DAY,
    ),
    KNOWN_AT,
    asked(
        "certain",
        Says(es="Si la respuesta es cierta en ese día.", en="Whether the answer is certain on that day."),
        kind=Kind.TRUTH,
    ),
    asked(
        "coverage",
        Says(es="Cuánto cubre el registro en ese día.", en="How far the register covers that day."),
        choices=CoverageStatus,
    ),
    ATTESTED_BY,
)
