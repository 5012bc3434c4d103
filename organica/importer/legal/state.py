"""Where in a legal text the reading stands: which region, which article, which unit, which list.

Filled by the parts of the genre as they read passage by passage; what several of them do with it is here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from organica.domain.outline import Doubt, DoubtCode
from organica.importer.bodies import Body
from organica.importer.headings import Section
from organica.importer.leads import Announced
from organica.importer.legal.drafts import LegalDraft
from organica.importer.legal.known_units import KnownUnits
from organica.importer.legal.lists import OpenList
from organica.importer.legal.parentage import Parentage
from organica.importer.legal.passed_lines import PassedLines
from organica.importer.passages import Passage
from organica.importer.unit_words import is_group, sort_of
from organica.text.fold import folded

_ARTICLE = "Artículo "


class Region(Enum):
    """The large parts of an act."""

    FRONT = auto()
    RECITALS = auto()
    ORDERS = auto()
    CLOSING = auto()


@dataclass(slots=True)
class State:
    """The reading of one text, with the unit of the article at hand and that of the heading above it.

    `untitled` when the title of a division, `awaits_title` when that of an article may stand on the next
    line.
    """

    passages: Sequence[Passage]
    outside: frozenset[int]
    units: KnownUnits
    region: Region
    parentage: Parentage = field(default_factory=Parentage)
    passed: PassedLines = field(default_factory=PassedLines)
    doubts: list[Doubt] = field(default_factory=list)
    provision: str | None = None
    in_article: bool = False
    article_unit: LegalDraft | None = None
    # The units that the title of the article names together ("Comités Regionales de Faros").
    article_group: str | None = None
    heading_unit: LegalDraft | None = None
    last_heading: LegalDraft | None = None
    # The unit of which a heading says that those below depend on it.
    group_above: str | None = None
    section: Section | None = None
    section_title: str | None = None
    open_list: OpenList | None = None
    # The list of functions that was read last in this article: one of requirements may stand in its middle.
    suspended: OpenList | None = None
    untitled: bool = False
    awaits_title: bool = False
    _articles: int = 0
    # In which article, counted from 1, the functions of a unit were listed first; by the draft.
    _listed_in: dict[int, int] = field(default_factory=dict)

    @property
    def body(self) -> Body | None:
        """The body that the text is about."""
        return self.units.body

    @property
    def at_hand(self) -> LegalDraft | None:
        """The unit of the article at hand, or else that of the heading."""
        return self.article_unit or self.heading_unit

    def begin_region(self, region: Region) -> None:
        """Leave article, heading and list behind."""
        self.close_list()
        self.suspended = None
        self.region = region
        self.in_article = False
        self.article_unit = self.heading_unit = None
        self.group_above = None
        self.provision, self.section = None, None

    def begin_article(self, number: str) -> None:
        """Leave the article before behind; the unit of the heading above it stays."""
        self.close_list()
        self.suspended = None
        self.region = Region.CLOSING if self.region is Region.CLOSING else Region.ORDERS
        self.in_article, self.article_unit, self.article_group = True, None, None
        self.provision = f"{_ARTICLE}{number}"
        self.section = None
        self._articles += 1

    def close_list(self) -> None:
        """End the list at hand, if there is one."""
        done, self.open_list = self.open_list, None
        if done is None:
            return
        if done.announced is Announced.FUNCTIONS and done.count:
            self.suspended = done
        self.parentage.take_list(done)
        if done.announced is Announced.FUNCTIONS and not done.count and done.draft is not None:
            self.doubts.append(Doubt(DoubtCode.EMPTY_LIST, done.place, done.draft.name))

    def open_other_list(self, passage: Passage) -> None:
        """Begin a list of things that are no functions."""
        self.open_list = OpenList(Announced.OTHER, passage.place)

    def open_functions(self, unit: LegalDraft, passage: Passage, title: str | None = None) -> OpenList:
        """Begin a list of the unit's functions; a second list of it bears the title, if there is one."""
        first = self._listed_in.setdefault(id(unit), self._articles)
        if (
            self.provision is not None
            and first != self._articles
            and unit.items
            and unit.items[0].provision == self.provision
        ):
            # An editor printed the former text of the article behind the one in force.
            number = self.provision.removeprefix(_ARTICLE)
            self.doubts.append(Doubt(DoubtCode.ARTICLE_REPEATED, passage.place, unit.name, number))
            self.open_list = OpenList(Announced.OTHER, passage.place)
            return self.open_list
        self.say_of(unit, passage)
        if not unit.items:
            unit.provision = self.provision or unit.provision
        name = title if unit.items else None
        self.open_list = OpenList(
            Announced.FUNCTIONS, passage.place, draft=unit, name=name, provision=self.provision
        )
        return self.open_list

    def say_of(self, unit: LegalDraft, passage: Passage) -> None:
        """Count the passage as one that was read for the unit."""
        unit.place = unit.place.through(passage.place)
        self.passed.read(passage.place)

    def add_objective(self, unit: LegalDraft, passage: Passage) -> None:
        """Take a paragraph of what the unit is for."""
        unit.objective.append(passage)
        self.say_of(unit, passage)

    def unit_meant(self, name: str) -> LegalDraft | None:
        """Return the known unit that a name means; "la Dirección" is first of all the one at hand."""
        at_hand = self.at_hand
        if at_hand is not None and " " not in name and folded(at_hand.name).startswith(f"{folded(name)} "):
            return at_hand
        return self.units.meant_by(name) or self.units.meant_by(self.units.in_full(name))

    def unit_called(self, name: str, passage: Passage) -> LegalDraft:
        """Return the unit of this name, a new one if none is known."""
        return self.units.called(name, passage.place, self.provision, self.at_hand)

    def body_draft(self, body: Body, passage: Passage) -> LegalDraft:
        """Return the body itself as a thing with functions."""
        return self.units.body_called(body, passage.place, self.provision)


def may_be_unit(name: str) -> bool:
    """Return whether the words may name one unit or post."""
    return sort_of(name) is not None and not is_group(name)
