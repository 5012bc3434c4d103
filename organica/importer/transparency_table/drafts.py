"""A unit while its rows are being read: what it is, and its functions with the source of each.

Takes rows one by one; gives the finished unit and the doubts about it. Called by `outline`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from organica.domain.outline import Doubt, DoubtCode, OutlineSort, OutlineUnit, Place
from organica.importer.drafts import shortened
from organica.importer.leads import Announced, lead_in, sentences_of
from organica.importer.legal.drafts import ItemDraft, LegalDraft
from organica.importer.legal.lists import OpenList
from organica.importer.passages import Passage, ends_a_sentence
from organica.importer.transparency_table.items import Part, Said, parts_of
from organica.importer.transparency_table.rows import TableRow
from organica.importer.unit_words import sort_of
from organica.text.labels import bulleted, first_in, labelled, rows_of

# The first sentence says what the unit is or is for, not what it does.
_SAYS_WHAT_IT_IS = re.compile(
    r"m[áa]xima\s+autoridad|\b(?:tiene|tendr[áa]|con)\s+(?:como|por|el)\s+(?:principal\s+)?(?:objetivo|objeto|finalidad|misi[óo]n)\b"
    r"|\b(?:es|ser[áa])\s+(?:el|la|un|una)\s+(?:unidad|[óo]rgano|direcci[óo]n|departamento|secci[óo]n|oficina|funcionari[oa])\b"
    r"|^(?:su|el)\s+(?:objetivo|objeto|misi[óo]n)\b|^depende(?:r[áa])?\s+de|\bestar[áa]\s+a\s+cargo\s+de|\bser[áa]\s+dirigid[oa]\s+por",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"Art(?:[íi]culo|\.)\s*(?:N[°º]\s?)?\d{1,3}\s?[°º]?(?=\s?\.?\s?[-–—])")
_ARTICLE_BEFORE = re.compile(rf"{_ARTICLE.pattern}\s?\.?\s?[-–—]+\s*")
_SEVERAL_CLAUSES = re.compile(r"[;.]\s+[^\W\d_]")


@dataclass(slots=True)
class _List:
    """A list of functions with the words before it."""

    lead: str | None
    provision: str | None
    items: OpenList
    draft: LegalDraft


@dataclass(slots=True)
class UnitDraft:
    """What the rows of one unit have said so far."""

    name: str
    heading: Place
    place: Place
    doubts: list[Doubt] = field(default_factory=list)
    _objective: list[Passage] = field(default_factory=list)
    _objective_provision: str | None = None
    _functions: list[ItemDraft | _List] = field(default_factory=list)
    _list: _List | None = None
    _lead: tuple[str, Place] | None = None

    def take(self, row: TableRow) -> None:
        """Read the text of a row."""
        self.place = self.place.through(row.place)
        provision = "; ".join(cell.printed for cell in row.sources if cell.passages) or None
        said = [(one, passage.place) for passage in _whole(row.texts) for one in parts_of(passage)]
        behind = _labels_behind(said)
        article: str | None = None
        row_begins, prose = True, 0
        for at, (one, place) in enumerate(said):
            heads = list(_ARTICLE.finditer(one.text)) if one.part is not Part.ITEM else []
            article = heads[-1][0] if heads else article
            granted = provision or article
            if one.part is Part.ITEM:
                self._take_item(one, place, granted, behind[at], row_begins=row_begins)
                row_begins = False
            elif one.part is Part.LEAD:
                self._end_lead()
                self._lead = (_ARTICLE_BEFORE.sub("", one.text, count=1), place)
                self._list = None
            elif not self._further(said, at, behind[at]):
                prose += 1
                self._take_prose(one.text, place, granted, prose)
        self._end_lead()

    def finished(self) -> OutlineUnit:
        """Return the unit as read."""
        self._name_lists()
        functions = [one for entry in self._functions for one in _items_of(entry)]
        sort = sort_of(self.name) or OutlineSort.UNIT
        draft = LegalDraft(
            self.name, sort, self.place, self._objective_provision, objective=self._objective, items=functions
        )
        self.doubts.extend(self._repeated(functions))
        if draft.is_empty():
            self.doubts.append(Doubt(DoubtCode.EMPTY_UNIT, self.heading, self.name))
        if sort is OutlineSort.UNIT:
            self.doubts.append(Doubt(DoubtCode.PARENT_UNSTATED, self.heading, self.name))
        return draft.finished()

    def _take_item(
        self, said: Said, place: Place, provision: str | None, behind: str | None, *, row_begins: bool
    ) -> None:
        at_hand = self._list
        if at_hand is None or self._lead or _begins_anew(at_hand, said.label, row_begins=row_begins):
            draft = LegalDraft(self.name, OutlineSort.UNIT, place, provision)
            items = OpenList(Announced.FUNCTIONS, place, draft)
            at_hand = _List(self._lead[0] if self._lead else None, provision, items, draft)
            self._functions.append(at_hand)
            self._list, self._lead = at_hand, None
        at_hand.items.provision = provision
        self.doubts += at_hand.items.take(said.label, said.text, place, behind)

    def _further(self, said: Sequence[tuple[Said, Place]], at: int, behind: str | None) -> bool:
        """Take a paragraph between two items of a list as a part of the first; return whether it is one."""
        one, place = said[at]
        before = said[at - 1][0].part if at else None
        goes_on = behind is not None and self._list is not None and self._list.items.goes_on_with(behind)
        if self._list is None or before is not Part.ITEM or not (goes_on or one.text[:1].islower()):
            return False
        self._list.items.add_to_last(one.text, place)
        return True

    def _take_prose(self, text: str, place: Place, provision: str | None, count: int) -> None:
        bare = _ARTICLE_BEFORE.sub("", text, count=1)
        if _SAYS_WHAT_IT_IS.search(sentences_of(bare)[0]):
            self._objective.append(Passage(text, place))
            self._objective_provision = self._objective_provision or provision
            return
        self._functions.append(ItemDraft(None, text, place, provision))
        self._list = None
        if count == 2 or (count == 1 and _SEVERAL_CLAUSES.search(text)):
            self.doubts.append(Doubt(DoubtCode.UNLABELLED_LIST, place, self.name))

    def _end_lead(self) -> None:
        """Doubt the words before a list that did not follow."""
        if self._lead:
            printed, place = self._lead
            self.doubts.append(Doubt(DoubtCode.EMPTY_LIST, place, self.name, shortened(printed)))
            self._lead = None

    def _name_lists(self) -> None:
        """Name the lists where there are several, by the words before each or by its source."""
        lists = [entry for entry in self._functions if isinstance(entry, _List)]
        leads = Counter(one.lead for one in lists)
        for one in lists:
            said = lead_in(one.lead) if one.lead else None
            announces = said is not None and said.announced is Announced.FUNCTIONS
            if one.lead and (not announces or (len(lists) > 1 and leads[one.lead] == 1)):
                name: str | None = one.lead.removesuffix(":").rstrip()
            else:
                name = one.provision if len(lists) > 1 else None
            for item in one.draft.items:
                _put_in_list(item, name)

    def _repeated(self, functions: Sequence[ItemDraft]) -> Iterator[Doubt]:
        """Yield a doubt for each label that a list already had in another row."""
        seen: dict[tuple[str | None, str], int] = {}
        rows = {id(item): place for place, entry in enumerate(self._functions) for item in _items_of(entry)}
        for item in functions:
            if item.label is None:
                continue
            row = seen.setdefault((item.in_list, item.label), rows[id(item)])
            if row != rows[id(item)]:
                yield Doubt(DoubtCode.LABEL_REPEATED, item.place, self.name, item.label)


def _whole(texts: Sequence[Passage]) -> list[Passage]:
    """Return the paragraphs of a cell, those joined that a page has broken inside a sentence."""
    groups: list[list[Passage]] = []
    for text in texts:
        goes_on = text.text[:1].islower() and not (text.label or bulleted(text.text) or labelled(text.text))
        if goes_on and groups and not ends_a_sentence(groups[-1][-1].text):
            groups[-1].append(text)
        else:
            groups.append([text])
    return [
        replace(
            group[0],
            text=" ".join(one.text for one in group),
            place=group[0].place.through(group[-1].place),
        )
        for group in groups
    ]


def _items_of(entry: ItemDraft | _List) -> list[ItemDraft]:
    return entry.draft.items if isinstance(entry, _List) else [entry]


def _put_in_list(item: ItemDraft, name: str | None) -> None:
    item.in_list = name
    for below in item.below:
        _put_in_list(below, name)


def _labels_behind(said: Sequence[tuple[Said, Place]]) -> list[str | None]:
    """Return for each part the label of the next item; None where words before a list come first."""
    labels: list[str | None] = []
    label: str | None = None
    for one, _place in reversed(said):
        labels.append(label)
        if one.part is not Part.PROSE:
            label = one.label
    return labels[::-1]


def _begins_anew(at_hand: _List, label: str | None, *, row_begins: bool) -> bool:
    """Return whether an item is the first of another list: of a new row, or with the first label again."""
    if label is not None and at_hand.items.goes_on_with(label):
        return False
    if row_begins:
        return True
    levels = at_hand.items.enumeration.levels
    top = levels[0].row if levels else None
    return label is not None and top is not None and top in rows_of(label) and label == first_in(top)
