"""The genre "published page": a unit and its parts as a public body shows them on its site.

Takes passages; returns an `Outline`. Called by `reading`. The page gives, under each unit's name on a line
of its own, perhaps a person, an objective, perhaps the count of the parts that follow, and a lettered list
of functions behind its lead-in; somewhere a line "Fuente normativa: …". What is none of these is a doubt.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from organica.domain.outline import Doubt, DoubtCode, Outline, OutlineFunction, OutlineHead, Place
from organica.importer import phrases
from organica.importer.drafts import Draft, shortened
from organica.importer.headings import Section, section_of
from organica.importer.leads import Announced, last_sentence, lead_in
from organica.importer.nesting import Nesting
from organica.importer.passages import Passage, ends_a_sentence
from organica.importer.sourcing import Sourcing
from organica.text.fold import folded
from organica.text.kinds import UnitKind
from organica.text.labels import labelled
from organica.text.persons import person_name


def outline(passages: tuple[Passage, ...]) -> Outline:
    """Return the outline of a published page; each passage is read as one thing or doubted.

    Raises: ValueError when there is no passage; a text without any is refused before.
    """
    if not passages:
        raise ValueError("a page has at least one passage")
    page = _Page()
    for passage in passages:
        page.take(passage)
    return page.finished(passages[0].place.through(passages[-1].place))


@dataclass(slots=True)
class _Page:
    drafts: list[Draft] = field(default_factory=list)
    heads: list[OutlineHead] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    sourcing: Sourcing = field(default_factory=Sourcing)
    names: set[str] = field(default_factory=set)
    source_comes: Place | None = None
    last_unread: bool = False

    def take(self, passage: Passage) -> None:
        """Read one passage: a source, a heading, or a part of the unit at hand; else doubt it."""
        kind = phrases.unit_heading(passage.text)
        source = phrases.source_line(passage.text)
        if source is None and kind is None and self.source_comes:
            source = passage.text
        if source is not None:
            self._take_source(source, passage.place)
            return
        self.sourcing.take_mentions(passage)
        if kind is not None:
            self._begin(passage, kind)
        elif not self.drafts or not self._part_of(self.drafts[-1], passage):
            self._doubt_unread(passage)
            return
        self.last_unread = False
        self.drafts[-1].place = self.drafts[-1].place.through(passage.place)

    def finished(self, whole: Place) -> Outline:
        """Return the outline, its doubts in the order of the text, those about the whole of it last."""
        self._end_source_line()
        heads, uncertain = self._heads()
        found = [*self.doubts, *uncertain, *self.nesting.doubts(), *self.sourcing.doubts]
        for draft in self.drafts:
            found.extend(draft.doubts(self.names))
            if not (draft.objective or draft.functions or self.nesting.has_parts(draft.name)):
                found.append(Doubt(DoubtCode.EMPTY_UNIT, draft.heading, draft.name))
        found.sort(key=lambda doubt: (doubt.place.first_line, doubt.place.last_line))
        if not self.drafts:
            found.append(Doubt(DoubtCode.NO_UNIT, whole))
        if not self.sourcing.has_own():
            found.append(Doubt(DoubtCode.NO_SOURCE, whole))
        units = tuple(draft.finished() for draft in self.drafts)
        return Outline(units, heads, self.sourcing.finished(), tuple(found))

    def _heads(self) -> tuple[tuple[OutlineHead, ...], list[Doubt]]:
        """Return the heads, and doubts about those whose line comes back under another unit, as titles do."""
        times = Counter(folded(head.name) for head in self.heads)
        sure = tuple(head for head in self.heads if times[folded(head.name)] == 1)
        return sure, [
            Doubt(DoubtCode.HEAD_UNCERTAIN, head.place, head.unit, head.name)
            for head in self.heads
            if times[folded(head.name)] > 1
        ]

    def _take_source(self, printed: str, place: Place) -> None:
        """Read a line of sources; where it ends at its colon, the next passage gives them."""
        if printed:
            self.sourcing.take_line(printed, self.source_comes.through(place) if self.source_comes else place)
            self.source_comes = None
        else:
            self._end_source_line()
            self.source_comes = place
        self.last_unread = False

    def _end_source_line(self) -> None:
        """Doubt a line of sources that no source has followed."""
        if self.source_comes:
            self.doubts.append(Doubt(DoubtCode.UNREAD_SOURCE, self.source_comes))
            self.source_comes = None

    def _begin(self, passage: Passage, kind: UnitKind) -> None:
        name, place = passage.text, passage.place
        self._end_source_line()
        parent = self.nesting.parent_of(kind)
        if folded(name) in self.names:
            self.doubts.append(Doubt(DoubtCode.REPEATED_UNIT, place, name, name))
        if self.drafts and parent is None:
            self.doubts.append(Doubt(DoubtCode.PARENT_UNSTATED, place, name))
        self.names.add(folded(name))
        self.drafts.append(Draft(name, kind, parent, place, place))

    def _part_of(self, draft: Draft, passage: Passage) -> bool:
        """Read the passage as a part of the unit; return whether it is one."""
        text, place = passage.text, passage.place
        directly_under_heading, draft.fresh = draft.fresh, False
        if directly_under_heading and person_name(text):
            self.heads.append(OutlineHead(draft.name, text, None, None, place))
            return True
        section = section_of(text)
        if section is Section.OBJECTIVE:
            return True
        if phrases.column_title(text):
            draft.list_open = True
            return True
        if section is Section.FUNCTIONS or _announces_functions(text):
            lead = lead_in(text)
            draft.lead_ins.append((lead.subject if lead else None, place))
            draft.list_open = True
            return True
        item = labelled(text)
        if item is not None:
            if draft.list_open:
                draft.functions.append(OutlineFunction(item.label, item.text, place))
            return draft.list_open
        return draft.takes_objective() and self._objective_of(draft, passage)

    def _objective_of(self, draft: Draft, passage: Passage) -> bool:
        """Read prose before the list: sentences of the objective, and the one that counts the parts."""
        count = phrases.count_of_units(passage.text)
        if count is not None:
            self.nesting.announce(draft.name, draft.kind, count, passage.place)
            passage = replace(passage, text=count.before)
        elif not ends_a_sentence(passage.text) or passage.text.endswith((":", ";")):
            return False
        if passage.text:
            draft.add_objective(passage)
        return True

    def _doubt_unread(self, passage: Passage) -> None:
        """Doubt the passage; unread passages one after the other are one doubt, quoted by the first."""
        subject = self.drafts[-1].name if self.drafts else None
        if self.last_unread:
            doubt = self.doubts.pop()
            self.doubts.append(replace(doubt, place=doubt.place.through(passage.place)))
            return
        self.doubts.append(Doubt(DoubtCode.UNREAD_TEXT, passage.place, subject, shortened(passage.text)))
        self.last_unread = True


def _announces_functions(text: str) -> bool:
    """Return whether the passage is nothing but the sentence before a list of functions."""
    lead = lead_in(text) if text.endswith(":") else None
    return lead is not None and lead.announced is Announced.FUNCTIONS and last_sentence(text) == text
