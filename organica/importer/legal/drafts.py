"""A unit while its articles are being read: its objective and its lists of functions.

Takes passages and items one by one; gives the finished unit. Called by the genre of legal texts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from organica.domain.outline import OutlineFunction, OutlineSort, OutlineUnit, Place
from organica.importer.passages import Passage

MAX_PRINTED_CHARACTERS = 200


@dataclass(slots=True)
class ItemDraft:
    """One item of a list with the items below it; further paragraphs of it are added as they come."""

    label: str | None
    text: str
    place: Place
    provision: str | None
    in_list: str | None = None
    below: Items = field(default_factory=list)

    def finished(self) -> OutlineFunction:
        """Return the function as read."""
        return OutlineFunction(
            label=self.label,
            text=self.text,
            place=self.place,
            list=self.in_list,
            children=tuple(item.finished() for item in self.below),
            provision=self.provision,
        )


Items: TypeAlias = "list[ItemDraft]"


@dataclass(slots=True)
class LegalDraft:
    """What has been read of one unit. `by_prose` when no heading and no list names it, only a sentence.

    `unread` is the first passage that orders it to do something outside its lists.
    """

    name: str
    sort: OutlineSort
    place: Place
    provision: str | None
    parent: str | None = None
    by_prose: bool = False
    headed: bool = False
    repealed: bool = False
    acronym: str | None = None
    unread: Passage | None = None
    objective: list[Passage] = field(default_factory=list)
    items: Items = field(default_factory=list)

    def is_empty(self) -> bool:
        """Return whether nothing was read of the unit but its name."""
        return not (self.objective or self.items)

    def finished(self) -> OutlineUnit:
        """Return the unit as read."""
        places = [passage.place for passage in self.objective]
        return OutlineUnit(
            name=self.name,
            kind=self.name.split()[0],
            parent=self.parent,
            objective="\n\n".join(passage.text for passage in self.objective) or None,
            functions=tuple(item.finished() for item in self.items),
            place=self.place,
            objective_place=places[0].through(places[-1]) if places else None,
            sort=self.sort,
            acronym=self.acronym,
            provision=self.provision,
            repealed=self.repealed,
        )
