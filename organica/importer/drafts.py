"""A unit while its part of the page is being read, and the checks of what was read under it.

Takes passages one by one; gives the finished unit and its doubts. Called by `published_page`.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from organica.domain.outline import Doubt, DoubtCode, OutlineFunction, OutlineUnit, Place
from organica.importer.passages import Passage
from organica.importer.phrases import MAX_HEADING_CHARACTERS
from organica.text.fold import folded, same_name
from organica.text.kinds import UnitKind, kind_named
from organica.text.labels import first_label_like, labels_after

MAX_PRINTED_CHARACTERS = 200
# Two spellings of one name agree at least so far; names of sister units stay well below.
_SAME_UNIT_LIKENESS = 0.85


def shortened(text: str) -> str:
    """Return the literal beginning of the text: what a doubt quotes; its place says where the rest is."""
    return text[:MAX_PRINTED_CHARACTERS]


@dataclass(slots=True)
class Draft:
    """What has been read under one heading so far. `list_open` while the next item is a function."""

    name: str
    kind: UnitKind
    parent: str | None
    heading: Place
    place: Place
    fresh: bool = True
    list_open: bool = False
    objective: list[Passage] = field(default_factory=list)
    functions: list[OutlineFunction] = field(default_factory=list)
    lead_ins: list[tuple[str | None, Place]] = field(default_factory=list)

    def takes_objective(self) -> bool:
        """Return whether prose still belongs to the objective: no list has been announced after it began."""
        return not self.functions and not self.lead_ins and not (self.objective and self.list_open)

    def add_objective(self, passage: Passage) -> None:
        """Take one paragraph of the objective; the items of a list no longer follow at once."""
        self.objective.append(passage)
        self.list_open = False

    def finished(self) -> OutlineUnit:
        """Return the unit as read."""
        objective = "\n\n".join(passage.text for passage in self.objective)
        return OutlineUnit(
            name=self.name,
            kind=self.name.split()[0],
            parent=self.parent,
            objective=objective or None,
            functions=tuple(self.functions),
            place=self.place,
            objective_place=(
                self.objective[0].place.through(self.objective[-1].place) if self.objective else None
            ),
        )

    def doubts(self, headings: Set[str]) -> list[Doubt]:
        """Return the doubts about the unit's list: the name that it gives, that it is empty, its labels.

        `headings` are the names of all units of the text, folded.
        """
        found = [
            doubt
            for unit, place in self.lead_ins
            if unit
            for doubt in self._name_doubts(unit, place, headings)
        ]
        if self.lead_ins and not self.functions:
            found.append(Doubt(DoubtCode.EMPTY_LIST, self.lead_ins[0][1], self.name))
        return found + self._label_doubts()

    def _name_doubts(self, printed: str, place: Place, headings: Set[str]) -> list[Doubt]:
        if same_name(printed, self.name) or kind_named(printed) == self.kind:
            return []
        one, other = folded(printed), folded(self.name)
        alike = (
            len(printed) <= MAX_HEADING_CHARACTERS
            and (one == other or one not in headings)
            and SequenceMatcher(None, one, other).ratio() >= _SAME_UNIT_LIKENESS
        )
        code = DoubtCode.NAME_VARIANT if alike else DoubtCode.OTHER_UNIT_NAMED
        return [Doubt(code, place, self.name, shortened(printed), self.name)]

    def _label_doubts(self) -> list[Doubt]:
        found: list[Doubt] = []
        before: str | None = None
        seen: set[str] = set()
        for function in self.functions:
            label = function.label or ""
            expected = labels_after(before) if before else (first_label_like(label),)
            if label in seen or label not in expected:
                code = DoubtCode.LABEL_REPEATED if label in seen else DoubtCode.LABEL_SKIPPED
                suggestion = expected[0] if expected else None
                found.append(Doubt(code, function.place, self.name, label, suggestion))
            before = label
            seen.add(label)
        return found
