"""Templates of statutory tables: the columns that a country's transparency instruction prescribes, as values.

Made by `organica.files.template_file`; filled in by `organica.render.statutory`. A template says nothing of
any organization.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from organica.domain.errors import Says


class TableKind(StrEnum):
    """What a row of a table is about.

    POWERS: a unit and a provision that grants it functions. STRUCTURE: a unit. NORMS: a norm in force.
    """

    POWERS = "powers"
    STRUCTURE = "structure"
    NORMS = "norms"


class Value(StrEnum):
    """What a column takes of a row.

    PUBLISHED: whether the norm was published. PUBLISHED_OR_SIGNED_ON: when it was; where that is not known,
    when it was signed.
    """

    UNIT_NAME = "unit_name"
    UNIT_KIND = "unit_kind"
    UNIT_ABOVE = "unit_above"
    DESCRIPTION = "description"
    GRANTED_BY = "granted_by"
    SOURCE_KIND = "source_kind"
    SOURCE_NUMBER = "source_number"
    SOURCE_TITLE = "source_title"
    SIGNED_ON = "signed_on"
    PUBLISHED = "published"
    PUBLISHED_ON = "published_on"
    PUBLISHED_OR_SIGNED_ON = "published_or_signed_on"
    AMENDED_ON = "amended_on"
    TEXT_URL = "text_url"


class Paper(StrEnum):
    """What offices of a country print on: carta (216 × 279 mm) or A4 (210 × 297 mm)."""

    LETTER = "letter"
    A4 = "a4"


_OF_SOURCE = frozenset(
    {
        *(Value.SOURCE_KIND, Value.SOURCE_NUMBER, Value.SOURCE_TITLE, Value.SIGNED_ON, Value.PUBLISHED),
        *(Value.PUBLISHED_ON, Value.PUBLISHED_OR_SIGNED_ON, Value.AMENDED_ON, Value.TEXT_URL),
    }
)
_OF_UNIT = frozenset({Value.UNIT_NAME, Value.UNIT_KIND, Value.UNIT_ABOVE, Value.GRANTED_BY})
VALUES: Mapping[TableKind, frozenset[Value]] = {
    TableKind.POWERS: _OF_UNIT | _OF_SOURCE | {Value.DESCRIPTION},
    TableKind.STRUCTURE: _OF_UNIT | _OF_SOURCE,
    TableKind.NORMS: _OF_SOURCE,
}
"""Which values the rows of each kind of table have."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, to the letter, and what stands in it.

    `unamended` is what the column says of what nothing has amended; only a column of AMENDED_ON has it.
    """

    header: str
    value: Value
    unamended: str | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """One table that a law asks for, as one instruction prescribes it.

    `law` obliges to publish it, `instruction` prescribes the columns. `confirmed`: somebody has read the
    headers in `source`, to the letter; where not, they are the register's own and the portal's may differ.
    `newer` names the template of the instruction that took this one's place. `paper`: what its workbook is
    printed on; None leaves it to the printer.
    """

    country: str
    code: str
    title: Says
    law: str
    kind: TableKind
    confirmed: bool
    columns: tuple[Column, ...]
    instruction: str | None = None
    source: str | None = None
    note: str | None = None
    newer: str | None = None
    paper: Paper | None = None

    @property
    def headers(self) -> tuple[str, ...]:
        """Return the header row."""
        return tuple(column.header for column in self.columns)
