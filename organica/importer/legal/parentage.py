"""Which unit stands under which, as far as a legal text says: in lists, in sentences, in running heads.

Takes what sentences and lists tell; gives drafts their parents. Called by the genre of legal texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from organica.domain.outline import Doubt, DoubtCode, OutlineSort, Place
from organica.importer.legal.drafts import LegalDraft
from organica.importer.legal.known_units import KnownUnits
from organica.importer.legal.lists import OpenList
from organica.importer.unit_phrases import parent_told
from organica.importer.unit_words import points_back, sort_of
from organica.text.fold import folded


@dataclass(slots=True)
class Parentage:
    """What the text told of parents: by the name below, the name above. A sentence says more than a list."""

    _in_sentences: dict[str, str] = field(default_factory=dict)
    _in_lists: dict[str, str] = field(default_factory=dict)
    _listed: list[tuple[str, Place]] = field(default_factory=list)

    def take_sentences(self, text: str, units: KnownUnits, at_hand: LegalDraft | None) -> None:
        """Take what the sentences of a passage say; "it" is the unit at hand."""
        for child, parent in parent_told(text):
            name = child if child and not points_back(child) else None
            unit = units.meant_by(name) if name else at_hand
            child_name = unit.name if unit is not None else name
            if child_name:
                self._in_sentences.setdefault(child_name, parent)

    def take_sentence(self, below: str, above: str) -> None:
        """Take a line that says of the unit at hand on which it depends."""
        self._in_sentences.setdefault(below, above)

    def take_list(self, done: OpenList) -> None:
        """Take the units that a list of units named."""
        for name, parent in done.parents():
            if parent:
                self._in_lists.setdefault(name, parent)
            self._listed.append((name, done.place))

    def take_named(self, names: Sequence[str], place: Place) -> None:
        """Take units of which a sentence only says that there are several."""
        self._listed += [(name, place) for name in names]

    def take_running_head(self, below: str, above: str) -> None:
        """Take a heading that stands right above another's and says what that one belongs to."""
        self._in_lists.setdefault(below, above)

    def was_listed(self, name: str) -> bool:
        """Return whether a list of units named this one."""
        return folded(name) in {folded(one) for one, _ in self._listed}

    def give(self, kept: Sequence[LegalDraft], units: KnownUnits) -> int:
        """Give each unit the parent that the text states; return how many only stand under the body."""
        known = units.only(kept)
        own = next((draft.name for draft in kept if draft.sort is OutlineSort.BODY), None)
        above = own or (units.body.name if units.body else None)
        stated = self._stated(known, above)
        assumed = 0
        for draft in kept:
            if draft.sort is OutlineSort.BODY:
                draft.parent = None
            elif id(draft) in stated:
                draft.parent = stated[id(draft)]
            elif draft.parent is None and above is not None:
                draft.parent = above
                assumed += 1
        return assumed

    def _stated(self, known: KnownUnits, body: str | None) -> dict[int, str]:
        """Return the parents that were told, by the drafts below them."""
        stated: dict[int, str] = {}
        for name, parent in (*self._in_sentences.items(), *self._in_lists.items()):
            child = known.meant_by(name)
            upper = known.meant_by(parent)
            if child is None or upper is child:
                continue
            told = body if body and known.is_body(parent) else parent
            stated.setdefault(id(child), upper.name if upper else told)
        return stated

    def doubts(self, kept: Sequence[LegalDraft], units: KnownUnits) -> list[Doubt]:
        """Return a doubt for each unit that a list names and of which the text says nothing else."""
        known = units.only(kept)
        named: dict[str, Place] = {}
        for name, place in self._listed:
            named.setdefault(name, place)
        return [
            Doubt(DoubtCode.UNIT_NOT_DESCRIBED, place, printed=name)
            for name, place in named.items()
            if sort_of(name) is OutlineSort.UNIT and known.meant_by(name) is None
        ]
