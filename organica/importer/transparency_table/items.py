"""What the text of a row is made of: sentences, the words before a list, and its items.

Takes one paragraph of a cell; returns its parts in order. Called by `drafts`. Pages print a whole list in one
paragraph: "… atribuciones: a) Representar …; b) Proponer …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from organica.importer.leads import sentences_of
from organica.importer.passages import Passage
from organica.text.labels import Labelled, bulleted, labelled, next_in, rows_of


class Part(StrEnum):
    """What a part of a row's text is."""

    PROSE = "prose"
    LEAD = "lead"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Said:
    """One part; `label` only of an item, and None where it has but a bullet."""

    part: Part
    text: str
    label: str | None = None


# Where an item may begin inside a paragraph.
_GAP = re.compile(r"(?<=[.;:,)])(?:\s+[ye])?\s+(?=\(?(?:[a-zñA-ZÑ]{1,2}|[ivxIVX]{1,6}|\d{1,3})\s?[.)°º-])")
# The label behind one of these belongs to a citation.
_CITES = re.compile(
    r"(?:letras?|art[íi]culos?|arts?\.|n[úu]meros?|incisos?|n[°º]\.?|numeral(?:es)?)$", re.IGNORECASE
)
_SEEN_BEFORE, _SEEN_BEHIND = 20, 20
# Nobody begins a list so often in one paragraph; without a bound, a hostile one would take a long time.
_MOST_BEGINNINGS = 20
_FIRST = frozenset({"a", "A", "1", "i", "I"})


def parts_of(passage: Passage) -> Iterator[Said]:
    """Yield the parts of a paragraph; together they hold every word of it but the labels."""
    text = passage.text
    begins = Labelled(passage.label, text) if passage.label else bulleted(text) or labelled(text)
    if begins is not None:
        yield from _items(begins)
        return
    tried = 0
    for gap in _GAP.finditer(text):
        item = _label_at(text, gap)
        if item is None or item.label not in _FIRST:
            continue
        tried += 1
        ends = text[gap.start() - 1]
        items = list(_items(Labelled(item.label, _text_behind(text, gap))))
        # Without a colon before it, one label alone makes no list.
        if ends == ":" or (ends in ".;" and len(items) > 1):
            yield from _before_items(text[: gap.start()].rstrip())
            yield from items
            return
        if tried == _MOST_BEGINNINGS:
            break
    yield from _before_items(text)


def _before_items(text: str) -> Iterator[Said]:
    """Yield prose; its last sentence is the words before a list where it ends in a colon."""
    if not text.endswith(":"):
        yield Said(Part.PROSE, text)
        return
    lead = sentences_of(text)[-1]
    before = text[: len(text) - len(lead)].rstrip()
    if before:
        yield Said(Part.PROSE, before)
    yield Said(Part.LEAD, lead)


def _items(item: Labelled) -> Iterator[Said]:
    """Yield an item and those that stand behind it, each with the very next label."""
    label, text = item.label, item.text
    while label is not None:
        found = _next_item(label, text)
        if found is None:
            break
        end, following = found
        yield Said(Part.ITEM, text[:end].rstrip(), label)
        label, text = following.label, following.text
    yield Said(Part.ITEM, text, label)


def _next_item(label: str, text: str) -> tuple[int, Labelled] | None:
    """Return where the item ends and the next one of its list, or None when it is the last."""
    expected = {one for row in rows_of(label) for one in next_in(row, label)}
    for gap in _GAP.finditer(text):
        inner = _label_at(text, gap)
        if inner is None or inner.label not in expected:
            continue
        if text[gap.start() - 1] in ".;:" or inner.text[:1].isupper():
            return gap.start(), Labelled(inner.label, _text_behind(text, gap))
    return None


def _label_at(text: str, gap: re.Match[str]) -> Labelled | None:
    """Return the label behind a gap with the beginning of its text; None where it belongs to a citation."""
    if _CITES.search(text[max(0, gap.start() - _SEEN_BEFORE) : gap.start()].rstrip(" ,;:")):
        return None
    return labelled(text[gap.end() : gap.end() + _SEEN_BEHIND])


def _text_behind(text: str, gap: re.Match[str]) -> str:
    item = labelled(text[gap.end() :])
    return item.text if item else ""
