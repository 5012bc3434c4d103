"""A row of the table, from whichever layout it was read.

Made by `cells` and `copied`; read by `outline`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from organica.domain.outline import Place
from organica.importer.passages import Passage
from organica.importer.transparency_table.columns import DATES, Column

LINK = ""


@dataclass(slots=True)
class SourceCell:
    """What a row gives as its source; `marks` are the days and links behind it, a link as `LINK`."""

    passages: list[Passage] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    published: str | None = None

    @property
    def printed(self) -> str:
        """Return the source as printed, its lines joined by one space."""
        return " ".join(passage.text for passage in self.passages)

    def date_from(self, columns: Sequence[Column]) -> str | None:
        """Return the day of publication where the columns tell which of the days it is.

        Cells that are blank leave no line, so one day of several columns could be any of them.
        """
        dates = [column for column in columns if column in DATES]
        if self.published or Column.PUBLISHED not in dates:
            return self.published
        if LINK in self.marks and dates[0] is Column.PUBLISHED:
            before = self.marks[: self.marks.index(LINK)]
            behind = columns.index(Column.LINK) if Column.LINK in columns else 0
            only = [column for column in columns[:behind] if column in DATES] == [Column.PUBLISHED]
            return before[0] if only and len(before) == 1 else None
        days = [mark for mark in self.marks if mark != LINK]
        return days[dates.index(Column.PUBLISHED)] if len(days) == len(dates) else None


@dataclass(slots=True)
class TableRow:
    """One row; `unit` is None where it goes on with the unit above."""

    place: Place
    unit: Passage | None = None
    texts: list[Passage] = field(default_factory=list)
    sources: list[SourceCell] = field(default_factory=list)

    def reach(self, passage: Passage) -> None:
        """Take the place of a passage into that of the row."""
        self.place = self.place.through(passage.place)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the columns, where they are headed, its rows, and the lines that are none of them.

    `repeated` are heads that come again, as at the top of a page.
    """

    columns: tuple[Column, ...]
    header: Place
    rows: tuple[TableRow, ...]
    unread: tuple[Passage, ...] = ()
    repeated: tuple[Place, ...] = ()
