"""From a row to its cells: what each value of a template is in it, and why a cell stays empty.

Takes a row and a column; returns the cell and what is missing in it. Called by `table`. A cell is a text, a
day or nothing: formats write a day each in their own way.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TypeAlias, assert_never

from organica.domain.dates import LegalDate, Precision
from organica.domain.source import LegalSource
from organica.domain.statutory import Column, Value
from organica.render.statutory.day import Day
from organica.render.statutory.missing import Missing, Reason
from organica.render.statutory.rows import Row

Cell: TypeAlias = str | date | None
DAY_FORMAT = "%d/%m/%Y"
# The files are in Spanish. Nothing is said where no date of publication is known: it may have been published.
PUBLISHED = "Sí"


def cell_of(row: Row, column: Column, day: Day) -> tuple[Cell, Missing | None]:
    """Return what stands in a column of a row; nothing is ever put where the register knows nothing."""
    found = _value(row, column, day)
    if isinstance(found, LegalDate):
        if found.precision is Precision.DAY:
            return found.earliest, None
        return None, _missing(Reason.IMPRECISE_DATE, row, column, detail=found.value)
    if found is None:
        alone = row.source is None and row.attested_by is not None and _is_of_source(column.value)
        return None, _missing(Reason.ATTESTED_UNIT if alone else Reason.ABSENT, row, column)
    if column.value is Value.GRANTED_BY and not row.placed:
        return found, _missing(Reason.NO_ARTICLE, row, column)
    return found, None


def _value(row: Row, column: Column, day: Day) -> str | LegalDate | None:
    source = row.source
    match column.value:
        case Value.UNIT_NAME:
            return (row.unit.name or None) if row.unit else None
        case Value.UNIT_KIND:
            return (row.unit.kind or None) if row.unit else None
        case Value.UNIT_ABOVE:
            return row.above
        case Value.DESCRIPTION:
            return row.description
        case Value.GRANTED_BY:
            return row.granted_by
        case Value.SOURCE_KIND:
            return day.kind_name(source) if source else None
        case Value.SOURCE_NUMBER:
            return _number(source) if source else None
        case Value.SOURCE_TITLE:
            return (source.title or source.subject) if source else None
        case Value.SIGNED_ON:
            return source.signed_on if source else None
        case Value.PUBLISHED:
            return PUBLISHED if source and source.published_on else None
        case Value.PUBLISHED_ON:
            return source.published_on if source else None
        case Value.PUBLISHED_OR_SIGNED_ON:
            return (source.published_on or source.signed_on) if source else None
        case Value.AMENDED_ON:
            followed = source is not None and source.key not in day.not_held
            return row.amended_on or (column.unamended if followed else None)
        case Value.TEXT_URL:
            return source.text_url if source else None
        case never:
            assert_never(never)


def _number(source: LegalSource) -> str | None:
    """Return the number of a source with its series, joined as its citation prints them: 35B, 370-B."""
    number, series = source.number, source.series
    if not (number and series):
        return number
    joined = rf"(?<!\w){re.escape(number)}[\s-]?{re.escape(series)}(?!\w)"
    printed = re.search(joined, source.citation_printed or "")
    return printed.group() if printed else f"{number}-{series}"


def _is_of_source(value: Value) -> bool:
    return value not in (Value.UNIT_NAME, Value.UNIT_KIND, Value.UNIT_ABOVE, Value.DESCRIPTION)


def _missing(reason: Reason, row: Row, column: Column, detail: str | None = None) -> Missing:
    source = row.source or row.attested_by
    return Missing(reason, column.value, column.header, row.unit, source, detail=detail)
