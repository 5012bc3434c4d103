"""The orders of one provision after another: what each is in, what it does, and which passages it consumed.

Takes passages and parts of an act; gathers amendments and doubts. Called by `amending`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from organica.domain.outline import AmendmentAction, Doubt, DoubtCode, OutlineAmendment, Place
from organica.importer.orders.aims import Aim, Effect
from organica.importer.orders.clauses import Clause, clauses_of
from organica.importer.orders.effects import PARAGRAPHS, Order
from organica.importer.orders.labels import articles_in, follows, labels_in, same_row
from organica.importer.orders.new_items import NewArticle, NewItem
from organica.importer.orders.parts import Part
from organica.importer.orders.targets import Target, targets_in
from organica.importer.orders.text import QUOTE, order_text
from organica.importer.orders.units import unit_in, unit_of_heading
from organica.importer.orders.verbs import Deed, verbs_in
from organica.importer.passages import Passage
from organica.importer.unit_phrases import has_a_verb
from organica.text.labels import first_in, rows_of
from organica.text.roman import from_roman

_MOST_PRINTED = 200
# No act nests its orders deeper.
_MOST_LEVELS = 8
_REPEALED = re.compile(r"\W*(?:se\s+)?derogad?[ao]?s?\W*", re.IGNORECASE)
# "Agréguese copia al expediente" amends nothing; without one of these an addition is no order of ours.
_ADDS_TO = re.compile(
    r"\b(?:anexos?|cap[ií]tulos?|t[ií]tulos?|p[aá]rrafos?|incisos?|funci[oó]n(?:es)?"
    r"|atribuci[oó]n(?:es)?|objetivos?|acciones)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Level:
    """A list of orders while it is read: the label at hand, what is around it, what its items are in."""

    label: str | None
    around: Aim
    inside: Aim


@dataclass(frozen=True, slots=True)
class _One:
    """An order with its effect; `alone` when its sentence orders nothing else, such as "apruébase …"."""

    order: Order
    effect: Effect
    alone: bool

    @property
    def deed(self) -> Deed:
        return self.order.verb.deed


@dataclass
class OrderReading:
    """What was read so far; see `AmendmentsRead`. `taken` and `framed` are what the orders consumed."""

    passages: Sequence[Passage]
    amendments: list[OutlineAmendment] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    framed: set[int] = field(default_factory=set)

    def part(self, part: Part) -> None:
        """Read the orders of one provision."""
        self.text = order_text(self.passages, part.indexes, part.headed, part.bare)
        base = Aim(unit=_unit_of_title(part.title))
        levels = [_Level(None, base, base)]
        # Orders whose new text comes behind a later one: "se reforma …; se adiciona …, para quedar como
        # sigue:".
        waiting: list[_One] = []
        before: Aim | None = None
        alone = True
        clauses = clauses_of(self.text)
        for place, clause in enumerate(clauses):
            following = clauses[place + 1] if place + 1 < len(clauses) else None
            joined = before if clause.joined else None
            if joined is None:
                _enter(levels, clause)
            around = levels[-1].around if clause.label else levels[-1].inside
            around = Aim(joined.article, None, joined.unit) if joined else around
            order = Order(
                self.text, clause, around, self._place(clause.begin, clause.told), _provision(part, levels)
            )
            if self._is_container(clause, following):
                levels[-1].inside = before = order.aim()
                alone = order.begins_its_sentence
                self._frame(clause.begin, clause.told)
            elif clause.verb is not None:
                alone = order.begins_its_sentence if joined is None else alone
                one = _One(order, order.effect(joined.label if joined else None), alone)
                before = one.effect.aim
                waiting = self._take(one, waiting)
        self._give_up(waiting)
        self._frame_heading(part)

    def _frame_heading(self, part: Part) -> None:
        """Take the heading of a provision that holds nothing else, with the orders that stand right behind
        it.
        """
        heading, *others = part.indexes
        alone = part.provision is not None and not has_a_verb(part.title) and not verbs_in(part.title)
        if others and alone and others[0] in self.taken | self.framed:
            self.framed.add(heading)

    def _is_container(self, clause: Clause, following: Clause | None) -> bool:
        """Return whether an order only opens the list of orders below it."""
        skeleton = self.text.skeleton
        if following is None or clause.told >= len(skeleton) or skeleton[clause.told] != ":":
            return False
        if clause.verb is not None and clause.verb.deed is not Deed.MODIFY:
            return False
        return not skeleton[clause.told + 1 : following.begin].strip()

    def _take(self, one: _One, waiting: list[_One]) -> list[_One]:
        """Take what an order does; return the orders that still wait for their text."""
        effect = one.effect
        if effect.articles and not (PARAGRAPHS.search(one.order.words) and not effect.whole):
            self._articles([*waiting, one])
            return []
        if effect.left or effect.repeals:
            return waiting
        if effect.whole:
            self._give_up(waiting)
            self._frame_order(one)
            return []
        if effect.amendments or effect.open_ended:
            self._amend(one)
            if one.order.verb.details and waiting:
                self._frame_order(waiting[-1])
                return waiting[:-1]
            return waiting
        if one.effect.text_at is None and targets_in(one.order.words):
            return [*waiting, one]
        self._give_up([*waiting, one])
        return []

    def _amend(self, one: _One) -> None:
        place = self._place(one.order.clause.begin, one.effect.end)
        self.amendments += [replace(each, place=place) for each in one.effect.amendments]
        if one.effect.open_ended:
            self._doubt(DoubtCode.RELABEL_OPEN_ENDED, one, place)
        # "…, que pasará a denominarse …, tendrá las funciones siguientes:" also stands before a list.
        announces = one.order.verb.bare and one.order.announces and one.effect.text_at is None
        if one.alone and not announces:
            self.taken.update(self.text.indexes_between(one.order.clause.begin, one.effect.end))

    def _articles(self, group: Sequence[_One]) -> None:
        """Take a text that gives articles: whole ones are left, of the others each item is an amendment."""
        last = group[-1]
        offset = last.effect.text_at or 0
        added = {
            target for one in group if one.deed is Deed.ADD for target in (*one.effect.targets, *_named(one))
        }
        for article in last.effect.articles:
            if article.whole:
                continue
            if not article.items:
                self._doubt(
                    DoubtCode.AMENDMENT_UNREAD,
                    last,
                    self._place(offset + article.start, offset + article.end),
                )
                self.taken.update(self.text.indexes_between(offset + article.start, offset + article.end))
                continue
            self._frame(offset + article.start, offset + article.end)
            for item in article.items:
                self._item(last, article, item, added)
        for one in group:
            self._frame_order(one)

    def _item(self, one: _One, article: NewArticle, item: NewItem, added: set[Target]) -> None:
        offset = one.effect.text_at or 0
        adds = Target(article.number, item.label) in added
        removes = _REPEALED.fullmatch(item.text) is not None
        action = (
            AmendmentAction.ADD if adds else AmendmentAction.REMOVE if removes else AmendmentAction.REPLACE
        )
        self.amendments.append(
            OutlineAmendment(
                action,
                self._place(offset + item.start, offset + item.end),
                one.order.printed,
                unit=article.unit or one.effect.aim.unit,
                article=article.number,
                label=None if adds else item.label,
                text=None if removes else item.text,
                new_label=item.label if adds else None,
                provision=one.order.provision,
            )
        )
        self.taken.update(self.text.indexes_between(offset + item.start, offset + item.end))

    def _give_up(self, orders: Sequence[_One]) -> None:
        """Note the orders that were not understood; what amends nothing of ours is left as it is."""
        for one in orders:
            if not _is_recognised(one):
                continue
            clause = one.order.clause
            end = max(
                [clause.told, *(quote.end for quote in self.text.quotes_between(clause.begin, clause.end))]
            )
            self._doubt(DoubtCode.AMENDMENT_UNREAD, one, self._place(clause.begin, end))
            if one.alone:
                self.taken.update(self.text.indexes_between(clause.begin, end))

    def _doubt(self, code: DoubtCode, one: _One, place: Place) -> None:
        self.doubts.append(Doubt(code, place, printed=one.order.printed[:_MOST_PRINTED]))

    def _frame_order(self, one: _One) -> None:
        """Take the passage of an order, unless its new text begins on it."""
        clause, at = one.order.clause, one.effect.text_at
        text = set(self.text.indexes_between(at, at + 1)) if at is not None else set()
        if not text & set(self.text.indexes_between(clause.begin, clause.told)):
            self._frame(clause.begin, clause.told)

    def _frame(self, start: int, end: int) -> None:
        self.framed.update(self.text.indexes_between(start, end))

    def _place(self, start: int, end: int) -> Place:
        indexes = self.text.indexes_between(start, end)
        return self.passages[indexes[0]].place.through(self.passages[indexes[-1]].place)


def _enter(levels: list[_Level], clause: Clause) -> None:
    """Find the list of orders that a label goes on with, or open one below the order at hand."""
    if clause.label is None:
        del levels[1:]
        if clause.verb is None:
            levels[0].inside = levels[0].around
        return
    firsts = {first_in(row) for row in rows_of(clause.label)}
    for depth in range(len(levels) - 1, 0, -1):
        label = levels[depth].label or ""
        if follows(label, clause.label) or (same_row(label, clause.label) and clause.label not in firsts):
            del levels[depth + 1 :]
            levels[depth].label, levels[depth].inside = clause.label, levels[depth].around
            return
    above = levels[-1].inside
    del levels[_MOST_LEVELS:]
    levels.append(_Level(clause.label, above, above))


def _provision(part: Part, levels: Sequence[_Level]) -> str | None:
    """Return the place in the amending act: "Artículo único, letra b)"."""
    labels = [_printed_label(level.label) for level in levels[1:] if level.label]
    said = ", ".join(filter(None, (part.provision, *labels)))
    return said[0].upper() + said[1:] if said else None


def _printed_label(label: str) -> str:
    if label.isdigit() or "." in label or (from_roman(label) and (len(label) > 1 or label in "IVX")):
        return f"número {label}"
    return f"letra {label})"


def _unit_of_title(title: str) -> str | None:
    """Return the unit that the title of an article names, where it has one before its order."""
    first = re.split(r"[.:]\s", title, maxsplit=1)[0]
    return unit_of_heading(first) if not verbs_in(first) and not has_a_verb(first) else None


def _named(one: _One) -> list[Target]:
    return targets_in(one.order.words)


def _is_recognised(one: _One) -> bool:
    verb, words = one.order.verb, one.order.words
    aims = bool(labels_in(words) or articles_in(words))
    if verb.bare:
        return verb.deed is Deed.REPLACE or (
            aims if verb.deed is Deed.MODIFY else verb.deed is Deed.RENAME and unit_in(words) is not None
        )
    return verb.deed is not Deed.ADD or aims or QUOTE in words or _ADDS_TO.search(words) is not None
