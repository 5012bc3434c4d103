"""What the orders of an amending act do to the functions and units in force ("sustitúyese la letra b) …").

Takes a comparison; returns the acts ordered, and a doubt for each order whose place was not found. Called by
propose. Orders are taken one after the other: a letter that one of them frees, another may give.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from organica.domain.acts import (
    AmendFunction,
    AssignFunction,
    FunctionItem,
    PlainAct,
    RelabelFunction,
    RemoveFunction,
    RenameUnit,
    SuppressUnit,
)
from organica.domain.outline import AmendmentAction, OutlineAmendment
from organica.domain.resolution import DoubtNote
from organica.domain.source import Provision
from organica.domain.states import FunctionState
from organica.plan.amended_places import Places
from organica.plan.amended_sources import AmendedSources
from organica.plan.comparison import Comparison, reference_to, same_label
from organica.plan.noting import PlanDoubt, note
from organica.plan.order_words import apart_from_label, own_words, whole_words
from organica.plan.proposal import CERTAIN, UNDECIDED_SCORE, Confidence, PlannedAct
from organica.plan.provisions import provision_of
from organica.plan.reasons import Alternative, AlternativeCode, Reason, ReasonCode
from organica.text.fold import folded
from organica.text.labels import labels_after

_LIKELY = 0.7
_MOST_NAMED = 8


@dataclass(frozen=True)
class Orders:
    """The acts that the orders of a text call for, and what is left for a person."""

    acts: tuple[PlannedAct, ...]
    doubts: tuple[DoubtNote, ...]


def orders_of(found: Comparison) -> Orders:
    """Return what the orders of the text call for."""
    carried = _Carrying(found)
    # Letters that are freed, also by an order further down, may be given; so those orders come first.
    first = (AmendmentAction.RENAME, AmendmentAction.REMOVE, AmendmentAction.RELABEL)
    every = found.outline.amendments
    for order in (
        *(each for each in every if each.action in first),
        *(each for each in every if each.action not in first),
    ):
        carried.out(order)
    return Orders((*carried.acts, *carried.amended()), tuple(carried.doubts))


@dataclass
class _Carrying:
    """Carries orders out one by one, on texts and letters as the orders before left them."""

    found: Comparison
    acts: list[PlannedAct] = field(default_factory=list)
    doubts: list[DoubtNote] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._amended = AmendedSources(self.found.outline, self.found.structure)
        self._places = Places(self.found, self._amended)
        self._texts: dict[str, PlannedAct] = {}
        self._labels: dict[str, str | None] = {}
        self._gone: set[str] = set()
        self._undecided = False

    def out(self, order: OutlineAmendment) -> None:
        """Carry out one order, or note why that cannot be done.

        What is ordered on another norm than those that are in force here changes nothing; where the order
        names a unit all the same, a person decides.
        """
        if order.unit is None and self._amended.unknown:
            self._note(PlanDoubt.AMENDED_SOURCE_UNKNOWN, order, source=self._amended.said)
            return
        unit = None if order.unit is None else self._places.unit(order)
        self._undecided = unit is not None and self._places.is_of_another(unit)
        if unit is not None and self._undecided:
            self._note(PlanDoubt.AMENDED_SOURCE_OTHER, order, unit=unit.code, source=self._amended.said)
        does: dict[AmendmentAction, Callable[[OutlineAmendment], None]] = {
            AmendmentAction.REPLACE: self._replace,
            AmendmentAction.ADD: self._add,
            AmendmentAction.REMOVE: self._remove,
            AmendmentAction.RELABEL: self._relabel,
            AmendmentAction.RENAME: self._rename,
            AmendmentAction.REPLACE_WORDS: self._replace_words,
        }
        does[order.action](order)

    def amended(self) -> list[PlannedAct]:
        """Return one act for each function whose text the orders altered, however often."""
        functions = self.found.structure.functions
        return [
            planned
            for code, planned in self._texts.items()
            if isinstance(planned.act, AmendFunction) and planned.act.text != functions[code].text
        ]

    def _reword(self, function: FunctionState, text: str, order: OutlineAmendment) -> None:
        ref, before = reference_to(function, self.found.structure), self._texts.get(function.code)
        act = AmendFunction(function=ref, text=text, provision=_place(order))
        planned = self._planned(act, order)
        self._texts[function.code] = replace(
            planned, confirm=planned.confirm or (before is not None and before.confirm)
        )

    def _replace(self, order: OutlineAmendment) -> None:
        function = self._aimed_at(order)
        if function is None:
            return
        if order.text is None:
            self._unclear(order)
            return
        text, label = apart_from_label(order)
        self._reword(function, text, order)
        if label is not None and not same_label(label, function.label):
            self._give_label(function, label, order)

    def _add(self, order: OutlineAmendment) -> None:
        unit = self._places.unit(order)
        if unit is None or order.text is None:
            self._unknown(order) if unit is None else self._unclear(order)
            return
        text, label = apart_from_label(order)
        label = order.new_label or label or order.label or self._next(order)
        item = FunctionItem(text=text, label=label)
        self._plan(AssignFunction(unit=unit.code, function=item, provision=_place(order)), order)

    def _next(self, order: OutlineAmendment) -> str | None:
        """Return the letter that follows the one behind which an item is added."""
        following = labels_after(order.after) if order.after else ()
        return following[0] if following else None

    def _remove(self, order: OutlineAmendment) -> None:
        if order.label is None and order.unit is not None:
            self._suppress(order)
            return
        function = self._aimed_at(order)
        if function is not None:
            self._end(function, order)

    def _end(self, function: FunctionState, order: OutlineAmendment) -> None:
        self._gone.add(function.code)
        ref = reference_to(function, self.found.structure)
        self._plan(RemoveFunction(function=ref, provision=_place(order)), order)

    def _suppress(self, order: OutlineAmendment) -> None:
        """A unit ends only where the text says so in so many words, and a person confirms it."""
        unit = self._places.unit(order)
        if unit is None or self.found.structure.children.get(unit.code):
            self._unknown(order) if unit is None else self._unclear(order)
            return
        for function in self.found.structure.functions_by_unit.get(unit.code, ()):
            if function.parent is None and function.code not in self._gone:
                self._end(function, order)
        act = SuppressUnit(unit=unit.code, provision=_place(order))
        self._plan_doubtful(act, order)
        self.doubts.append(note(PlanDoubt.SUPPRESSION, unit=unit.code, place=order.place, printed=unit.name))

    def _relabel(self, order: OutlineAmendment) -> None:
        function = self._aimed_at(order)
        if function is None:
            return
        if order.new_label is None:
            self._unclear(order)
        else:
            self._give_label(function, order.new_label, order)

    def _give_label(self, function: FunctionState, label: str, order: OutlineAmendment) -> None:
        if same_label(self._labels.get(function.code, function.label), label):
            return
        self._labels[function.code] = label
        ref = reference_to(function, self.found.structure)
        self._plan(RelabelFunction(function=ref, label=label, provision=_place(order)), order)

    def _rename(self, order: OutlineAmendment) -> None:
        unit, name = self._places.unit(order), order.text
        if unit is None or name is None:
            self._unknown(order) if unit is None else self._unclear(order)
        elif name != unit.name:
            self._plan(RenameUnit(unit=unit.code, name=name, provision=_place(order)), order)

    def _replace_words(self, order: OutlineAmendment) -> None:
        if not order.old_words or order.text is None:
            self._unclear(order)
            return
        if order.label is not None:
            function = self._aimed_at(order)
            places = [] if function is None else [function]
            if function is None:
                return
        elif order.unit is not None or order.article is not None:
            places = self._places.functions(order, None)
        else:
            places = self._places.everywhere()
        renamed = self._renamed_by_words(order, order.old_words, order.text)
        whole, new = whole_words(order.old_words), order.text
        hits = {each.code: len(whole.findall(self._text(each))) for each in places}
        changed = [each for each in places if hits[each.code]]
        nowhere = order.unit is order.label is order.article is None
        if changed and (nowhere or sum(hits.values()) > 1):
            self._undecided = True
            codes = ", ".join(each.code for each in changed)
            self._note(PlanDoubt.WORDS_SEVERAL, order, words=order.old_words, functions=codes)
        for each in changed:
            self._reword(each, whole.sub(lambda _: new, self._text(each)), order)
        if not changed and not renamed:
            codes = ", ".join(each.code for each in places[:_MOST_NAMED]) or "—"
            self._note(PlanDoubt.WORDS_NOT_FOUND, order, words=order.old_words, function=codes)

    def _renamed_by_words(self, order: OutlineAmendment, old: str, new: str) -> bool:
        """Rename the unit whose whole name the words are, where they are replaced wherever they stand."""
        if order.label is not None or order.article is not None or order.unit is not None:
            return False
        unit = self._places.unit(replace(order, unit=old))
        if unit is None or folded(unit.name) != folded(old):
            return False
        act = RenameUnit(unit=unit.code, name=new, provision=_place(order))
        self._plan_doubtful(act, order)
        return True

    def _text(self, function: FunctionState) -> str:
        planned = self._texts.get(function.code)
        return planned.act.text if planned and isinstance(planned.act, AmendFunction) else function.text

    def _aimed_at(self, order: OutlineAmendment) -> FunctionState | None:
        """Return the one function that an order aims at; else note why there is none."""
        fitting = self._places.functions(order, order.label)
        if order.label is not None and len(fitting) == 1:
            return fitting[0]
        if order.label is None and len(fitting) == 1 and order.unit is not None:
            return fitting[0]
        if len(fitting) > 1 and order.label is not None:
            codes = ", ".join(each.code for each in fitting)
            self._note(PlanDoubt.AMENDED_PLACE_SEVERAL, order, functions=codes)
        else:
            self._unknown(order)
        return None

    def _unknown(self, order: OutlineAmendment) -> None:
        near = [] if order.label is None else self._places.functions(order, None)
        if not near and order.label is not None:
            near = [each for each in self._places.everywhere() if same_label(each.label, order.label)]
        codes = ", ".join(each.code for each in near[:_MOST_NAMED]) or "—"
        self._note(PlanDoubt.AMENDED_PLACE_UNKNOWN, order, functions=codes)

    def _unclear(self, order: OutlineAmendment) -> None:
        self._note(PlanDoubt.ORDER_UNCLEAR, order)

    def _note(
        self, code: PlanDoubt, order: OutlineAmendment, *, unit: str | None = None, **facts: object
    ) -> None:
        self.doubts.append(note(code, unit=unit, place=order.place, printed=own_words(order), **facts))

    def _plan(self, act: PlainAct, order: OutlineAmendment) -> None:
        self.acts.append(self._planned(act, order))

    def _plan_doubtful(self, act: PlainAct, order: OutlineAmendment) -> None:
        keep = Alternative(AlternativeCode.KEEP, round(1 - _LIKELY, 2))
        likely = replace(self._planned(act, order), confidence=Confidence.of(_LIKELY))
        self.acts.append(replace(likely, instead_of=(keep,), confirm=True))

    def _planned(self, act: PlainAct, order: OutlineAmendment) -> PlannedAct:
        because = (Reason(ReasonCode.ORDERED, {"printed": own_words(order)}),)
        sure = Confidence.of(UNDECIDED_SCORE) if self._undecided else CERTAIN
        return PlannedAct(act, sure, because, confirm=self._undecided, place=order.place)


def _place(order: OutlineAmendment) -> Provision | None:
    return provision_of(order.provision)
