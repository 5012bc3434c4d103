"""A statutory table: a template filled in for a day, and the work list of what it lacks.

Takes a template and a day; returns the table. Called by `organica.register.statutory`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from organica.domain.source import LegalSource
from organica.domain.states import UnitState
from organica.domain.statutory import Column, TableKind, Template, Value
from organica.render.statutory.cells import DAY_FORMAT, Cell, cell_of
from organica.render.statutory.day import Day
from organica.render.statutory.missing import Missing, Reason
from organica.render.statutory.norms import norm_rows
from organica.render.statutory.powers import power_rows
from organica.render.statutory.rows import Row
from organica.render.statutory.units import unit_rows
from organica.render.workbook import MAX_CELL_UNITS, units_of


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its cells in the order of the columns, and the unit and the norm that it is about."""

    unit: UnitState | None
    source: LegalSource | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class StatutoryTable:
    """A template filled in: its rows, and everything that the law asks for and the register lacks."""

    template: Template
    rows: tuple[TableRow, ...]
    missing: tuple[Missing, ...]


Line: TypeAlias = TableRow | Missing


def table_lines(template: Template, day: Day) -> Iterator[Line]:
    """Yield the rows of a table, each followed by what is missing in it, so that it can be made in slices."""
    yield from _of_coverage(day)
    for row in _rows(template.kind, day):
        if isinstance(row, Missing):
            yield replace(row, column=_header(template.columns, row.value))
            continue
        found = [cell_of(row, column, day) for column in template.columns]
        yield TableRow(row.unit, row.source, tuple(cell for cell, _ in found))
        yield from (missing for _, missing in found if missing is not None)
        yield from _too_long(row, template.columns, [cell for cell, _ in found])


def table_of(template: Template, lines: Iterable[Line]) -> StatutoryTable:
    """Return the table that lines make."""
    kept = tuple(lines)
    return StatutoryTable(
        template,
        tuple(line for line in kept if isinstance(line, TableRow)),
        tuple(line for line in kept if isinstance(line, Missing)),
    )


def _rows(kind: TableKind, day: Day) -> Iterator[Row | Missing]:
    match kind:
        case TableKind.POWERS:
            return power_rows(day)
        case TableKind.STRUCTURE:
            return unit_rows(day)
        case TableKind.NORMS:
            return norm_rows(day)
        case never:
            assert_never(never)


def _too_long(row: Row, columns: Iterable[Column], cells: Iterable[Cell]) -> Iterator[Missing]:
    """Yield each cell that no spreadsheet can hold, and how long it is."""
    for column, cell in zip(columns, cells, strict=True):
        length = units_of(cell) if isinstance(cell, str) else 0
        if length > MAX_CELL_UNITS:
            detail = f"{length} > {MAX_CELL_UNITS}"
            yield Missing(Reason.TOO_LONG, column.value, column.header, row.unit, row.source, detail=detail)


def _header(columns: Iterable[Column], value: Value | None) -> str | None:
    return next((column.header for column in columns if column.value is value), None)


def _of_coverage(day: Day) -> Iterator[Missing]:
    """Yield what the register does not claim: to hold all units, and to have checked for later acts."""
    if not day.wholly_covered:
        units = day.structure.units
        named = [units[part.part].name for part in day.coverage.parts if part.part in units]
        yield Missing(Reason.PARTLY_COVERED, organization=day.name, detail=", ".join(named) or None)
    checked_on = day.coverage.checked_on
    if checked_on is None or checked_on < day.as_of:
        detail = checked_on.strftime(DAY_FORMAT) if checked_on else None
        yield Missing(Reason.UNCHECKED, organization=day.name, detail=detail)
