"""What a table of ours is: its columns, what stands in each of them, and what may be relied on of it.

Takes one thing of an answer; gives its cells. Filled in by `columns`; read by `writing` and `table_schema`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from api.rest.presenting.law import Plain
from api.rest.standing import standing
from organica.domain.errors import Says
from organica.render.csv_table import Cell
from organica.render.json_ld.names import Names


@dataclass(frozen=True)
class Row:
    """One thing of an answer, with the answer that it stands in and what was asked."""

    body: Plain
    asked: Plain
    seen: Plain
    names: Names
    today: date | None

    @cached_property
    def status(self) -> str | None:
        """Return whether the thing is in force today, has ended or is scheduled."""
        found: str | None = self.seen.get("status")
        if found is None and self.today is not None:
            found = standing(self.seen, self.today)["status"]
        return found


class Kind(StrEnum):
    """What the cells of a column are, in the words of Table Schema."""

    TEXT = "string"
    DAY = "date"
    INSTANT = "datetime"
    NUMBER = "integer"
    TRUTH = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, which never changes, what stands in it, and what it means.

    `required`: it is never empty. `choices`: it has no other values. `pattern`: each value is so as a
    whole.
    """

    name: str
    of: Callable[[Row], Cell]
    means: Says
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: type[StrEnum] | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns of one row that name a row of another table, or of the same one."""

    columns: tuple[str, ...]
    table: str
    there: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """How one kind of answer becomes rows.

    `name` is that of its schema, `member` the member that lists the things, `type` what each is called in
    JSON Lines. `key`: the columns that tell its rows apart, whatever was asked. `key_on_day` and
    `references_on_day` hold of the table of one day: over an interval a thing has several versions.
    """

    name: str
    title: Says
    member: str
    type: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    key_on_day: tuple[str, ...] = ()
    references_on_day: tuple[Reference, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(column.name for column in self.columns)
