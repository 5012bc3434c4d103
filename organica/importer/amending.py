"""The orders of an amending act ("sustitúyese la letra b) del artículo 5 por la siguiente: …").

Takes passages; returns amendments, doubts, and which passages the orders consumed. Called by `reading` and
by the genre of legal texts. An order whose new text is a whole article or annex is no amendment: the article
is read as any other text, and only the order's own passage is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from organica.domain.outline import Doubt, OutlineAmendment
from organica.importer.headings import article_in, begins_orders
from organica.importer.orders.parts import parts_of
from organica.importer.orders.reading import OrderReading
from organica.importer.passages import Passage

_AMENDS = re.compile(
    r"\b(?:que|por\s+(?:el|la)\s+(?:que|cual)\s+se|se)?\s*(?:modific|reform|adicion|sustit"
    r"|enmiend|agreg|incorpor|derog)(?:a|an|[aá]n?se|ue|uye)\b|\bmodif[ií]c|\bref[oó]rm"
    r"|\bsustit[uú]y",
    re.IGNORECASE,
)
_APPROVES = re.compile(
    r"\b(?:apru[eé]b|f[ií]j|establ[eé]zc|ad[oó]pt|d[ií]ct"
    r"|exp[ií]d)[aeo]n?se\s[^.;:]{0,40}(?:estructura|organigrama|reglamento|estatuto|manual|texto"
    r"|organizaci[oó]n)",
    re.IGNORECASE,
)


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


def is_amending(passages: Sequence[Passage], outside: frozenset[int]) -> bool:
    """Return whether a document amends another rather than states the whole, so that it says only a part.

    It orders amendments, and its title says that it amends or half of its provisions do; and it approves no
    structure, regulation or manual of its own.
    """
    parts = [part for part in parts_of(passages, outside) if not part.closing]
    orders = 0
    for part in parts:
        read = OrderReading(passages)
        read.part(part)
        orders += read.orders > 0
    words = [passages[index].text for part in parts for index in part.indexes[:2]]
    if not orders or any(_APPROVES.search(text[:200]) for text in words):
        return False
    return 2 * orders >= len(parts) or _AMENDS.search(_title(passages)) is not None


def _title(passages: Sequence[Passage]) -> str:
    """Return what stands before the orders begin, as far as it may be the title."""
    lines: list[str] = []
    for passage in passages[:20]:
        if article_in(passage.text) or begins_orders(passage.text):
            break
        if len(passage.text) <= 600:
            lines.append(passage.text)
    return "\n".join(lines)
