"""A document as its format gives it, before anybody asks what it says.

Made by the formats, one file each; read by the genres. Texts are normalised and free of markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from organica.domain.outline import Doubt


@dataclass(frozen=True, slots=True)
class Line:
    """One line; blank ones are kept as empty text in formats whose paragraphs they part.

    `number` is the line in the file, counted from 1; where a format has no lines (DOCX, PDF) it is the line
    of the text that `organica read --text` prints. `heading` is the level, 1 to 6, where the format marks a
    heading; `bold` when all of it is set in bold. `opens` when a block of the format (a paragraph, an item,
    a cell) begins here; `label` is what the format itself prints before the item, apart from the text.
    `note` when the format says that this is no part of the running text (a margin note, a page header).
    `row` and `cell` are row and column of the innermost table that the line stands in, counted from 0.
    """

    text: str
    number: int
    heading: int | None = None
    bold: bool = False
    opens: bool = False
    label: str | None = None
    note: bool = False
    row: int | None = None
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of a file in their order.

    `blocks` when the format parts its text into blocks, so that a line which opens none goes on with the one
    above; else blank lines and the width of lines say what belongs together. `facts` are what the format
    says about the text beside it: title, kind, number, year, published_on, signed_on, in_force_from (days as
    "2011-11-03"), issuer, url; only those that are there.
    """

    format: str
    lines: tuple[Line, ...]
    blocks: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
