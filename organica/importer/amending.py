"""The orders of an amending act ("sustitúyese la letra b) del artículo 5 por la siguiente: …").

Takes passages; returns amendments, doubts, and which passages the orders consumed. Called by `reading` and
by the genre of legal texts. An order whose new text is a whole article or annex is no amendment: the article
is read as any other text, and only the order's own passage is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from organica.domain.outline import Doubt, OutlineAmendment
from organica.importer.orders.parts import parts_of
from organica.importer.orders.reading import OrderReading
from organica.importer.passages import Passage


@dataclass(frozen=True, slots=True)
class AmendmentsRead:
    """What the orders of a text are. `taken` are the indexes of the passages that they consumed.

    `framing` are those of them that order nothing by themselves: the sentence that opens a list of orders,
    and the one before a whole article or annex. Each of the others is within the place of an amendment or a
    doubt.
    """

    amendments: tuple[OutlineAmendment, ...]
    doubts: tuple[Doubt, ...]
    taken: frozenset[int]
    framing: frozenset[int]


def amendments_of(passages: Sequence[Passage], outside: frozenset[int]) -> AmendmentsRead:
    """Return the amendments that a text orders; `outside` are the passages of formulas and signatures."""
    read = OrderReading(passages)
    for part in parts_of(passages, outside):
        read.part(part)
    taken, framed = frozenset(read.taken), frozenset(read.framed)
    return AmendmentsRead(tuple(read.amendments), tuple(read.doubts), taken | framed, framed - taken)
