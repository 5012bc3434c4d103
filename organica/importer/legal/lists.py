"""A list while it is read: what it is of, whose, and where each item goes.

Takes items one by one; fills drafts and gives doubts. Called by the genre of legal texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from organica.domain.outline import Doubt, DoubtCode, Place
from organica.importer.leads import Announced
from organica.importer.legal.drafts import ItemDraft, LegalDraft
from organica.importer.legal.enumerations import Enumeration
from organica.importer.unit_words import is_group, without_article
from organica.text.labels import labelled, next_in, rows_of

_REPEALED = re.compile(
    r"[(\[*\s]*(?:derogad[oa]s?|suprimid[oa]s?|eliminad[oa]s?|abrogad[oa]s?|sin efecto)"
    r"\b[^.;]{0,120}[)\]*.;\s–-]*"
    r"|\(\*\)[.;]?",
    re.IGNORECASE,
)
_INNER_LABEL = re.compile(
    r"(?:(?<=[.;])(?:\s+(?:y|e))?|(?<=,\s[ye])|(?<=\.-))\s+(?=\(?(?:[a-zñA-ZÑ]{1,2}|[ivxIVX]{1,6}|\d{1,2})\s?[.)°º-])"
)


# "Dirección de Administración, de la que dependerán:", "Dirección de Pesca; y"
_BEHIND_A_NAME = re.compile(
    r"\s*(?:[;,]\s*[yeo]\s*$|,\s+(?:de\s+(?:la|el)\s+que|del?\s+(?:la\s+)?(?:que|cual)|al?\s+(?:la\s+)?(?:que|cual)|que|la\s+que|"
    r"el\s+que|encargad[oa]|dependiente|quien|con)\b.*$)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(slots=True)
class OpenList:
    """One list: of functions (`draft` is the unit's), of units (`parent` is the name above), or other."""

    announced: Announced
    place: Place
    draft: LegalDraft | None = None
    parent: str | None = None
    name: str | None = None
    provision: str | None = None
    enumeration: Enumeration = field(default_factory=Enumeration)
    below: bool = False
    unlabelled: bool = False
    count: int = 0
    _open_items: list[ItemDraft] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)

    def goes_on_with(self, label: str) -> bool:
        """Return whether the label is the next one of the list."""
        return self.enumeration.goes_on_with(label)

    def take(self, label: str | None, text: str, place: Place, following: str | None) -> list[Doubt]:
        """Take one item, or the several that stand on its line; return the doubts about it."""
        found: list[Doubt] = []
        pieces = self._pieces(label, text)
        for number, (piece_label, piece) in enumerate(pieces):
            after = pieces[number + 1][0] if number + 1 < len(pieces) else following
            found += self._take_one(piece_label, piece, place, after)
        return found

    def add_to_last(self, text: str, place: Place) -> None:
        """Add a further paragraph to the item that was read last."""
        if self._open_items:
            item = self._open_items[-1]
            item.text = f"{item.text}\n\n{text}"
            item.place = item.place.through(place)
            if self.draft is not None:
                self.draft.place = self.draft.place.through(place)

    def parents(self) -> list[tuple[str, str | None]]:
        """Return the units that a list of units names, each with the one above it."""
        return self._units

    _units: list[tuple[str, str | None]] = field(default_factory=list)

    def _take_one(self, label: str | None, text: str, place: Place, following: str | None) -> list[Doubt]:
        placed = self.enumeration.place(label, following, below=self.below)
        self.below = text.endswith(":")
        self.count += 1
        if self.announced is Announced.UNITS:
            self._take_unit(placed.depth, text)
        if self.announced is not Announced.FUNCTIONS or self.draft is None:
            return []
        if _REPEALED.fullmatch(text):
            return [Doubt(DoubtCode.ITEM_REPEALED, place, self.draft.name, label)]
        self._add(self.draft, placed.depth, ItemDraft(placed.label, text, place, self.provision, self.name))
        if placed.doubt is None:
            return []
        if placed.doubt is DoubtCode.LABEL_MISREAD:
            return [Doubt(placed.doubt, place, self.draft.name, label, placed.label)]
        return [Doubt(placed.doubt, place, self.draft.name, label, placed.expected)]

    def _add(self, draft: LegalDraft, depth: int, item: ItemDraft) -> None:
        depth = min(depth, len(self._open_items))
        del self._open_items[depth:]
        above = self._open_items[-1].below if self._open_items else draft.items
        above.append(item)
        self._open_items.append(item)
        draft.place = draft.place.through(item.place)

    def _take_unit(self, depth: int, text: str) -> None:
        name = _BEHIND_A_NAME.sub("", text).strip(" .;,:")
        depth = min(depth, len(self._names))
        del self._names[depth:]
        above = self._names[-1] if self._names else self.parent
        if is_group(name):
            # "Órganos de línea" is no unit: what stands below it belongs to what stands above it.
            self._names.append(above or name)
            return
        self._units.append((without_article(name), above))
        self._names.append(name)

    def _pieces(self, label: str | None, text: str) -> list[tuple[str | None, str]]:
        """Part a line that holds several items: behind a clause that ends comes the very next label."""
        pieces: list[tuple[str | None, str]] = []
        while label is not None and self.announced not in (Announced.OTHER, Announced.OBJECTIVE):
            expected = {one for row in rows_of(label) for one in next_in(row, label)}
            for gap in _INNER_LABEL.finditer(text):
                inner = labelled(text[gap.end() :])
                if inner and inner.label in expected and inner.text:
                    pieces.append((label, text[: gap.start()].rstrip()))
                    label, text = inner.label, inner.text
                    break
            else:
                break
        return [*pieces, (label, text)]
