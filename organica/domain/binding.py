"""Binding: what a file names on a day becomes the permanent code that an entry records.

Takes an act, the structure before its source's acts of that day and the one now; returns the act with
every `bound` filled in, minting the codes of what is new. For an act that is bound already it makes
sure that every path still means the same. Called by walk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import assert_never

from organica.domain import acts
from organica.domain.acts import (
    FunctionItem,
    FunctionRef,
    Holder,
    IndicatorItem,
    PlainAct,
    PostItem,
    PostRef,
)
from organica.domain.effects.posts import post_missing, seal_of
from organica.domain.ids import FunctionPath, Minter
from organica.domain.refusals.functions import FunctionAmbiguous, FunctionNotInForce
from organica.domain.refusals.matters import TargetMoved
from organica.domain.refusals.posts import AppointmentNotInForce, PostAmbiguous, PostNotInForce
from organica.domain.refusals.units import UnitNotInForce
from organica.domain.states import FunctionState, PostState
from organica.domain.structure import Structure


class Binder:
    """Binds the acts of one source on one day.

    Paths mean what they meant before the source's acts of that day, so that one file may swap two
    letters; only what the file itself brings into being is looked up in the structure as it is now.
    """

    def __init__(
        self, before: Structure, day: date, minter: Minter, names: Mapping[str, str] | None = None
    ) -> None:
        """`names` maps the seals that the register may still open to the names behind them."""
        self._before = before
        self._day = day.isoformat()
        self._minter = minter
        self._names = names or {}

    def bind(self, act: PlainAct, now: Structure) -> PlainAct:
        """Return the act with its codes. Raises: Inapplicable where a path leads nowhere or elsewhere."""
        match act:
            case acts.StateUnit():
                return replace(
                    act,
                    functions=None if act.functions is None else self._items(act.unit, act.functions, now),
                    posts=None if act.posts is None else self._posts(act.unit, act.posts),
                )
            case acts.CreateUnit():
                return replace(
                    act,
                    functions=self._items(act.unit, act.functions, now),
                    posts=self._posts(act.unit, act.posts),
                )
            case acts.AssignFunction():
                return replace(
                    act,
                    function=self._new_item(act.unit, act.function),
                    post=None if act.post is None else self._post(act.post, now),
                    parent=None if act.parent is None else self._function(act.parent, now),
                )
            case (
                acts.AmendFunction()
                | acts.RelabelFunction()
                | acts.TransferFunction()
                | acts.RemoveFunction()
                | acts.RestateFunction()
            ):
                return replace(act, function=self._function(act.function, now))
            case acts.SplitUnit():
                shares = (
                    replace(share, functions=tuple(self._function(ref, now) for ref in share.functions))
                    for share in act.into
                )
                return replace(act, into=tuple(shares))
            case acts.CreatePost():
                return replace(act, post=self._new_post(act.unit, act.post))
            case acts.RenamePost() | acts.AbolishPost():
                return replace(act, post=self._post(act.post, now))
            case acts.SetSubstitutionOrder():
                substitutes = tuple(self._post(each, now) for each in act.substitutes)
                return replace(act, post=self._post(act.post, now), substitutes=substitutes)
            case acts.Appoint():
                post = self._post(act.post, now)
                named = act.bound_appointment or self._named_appointment(act.appointment)
                code = named or self._minter.mint(f"{post.bound}.")
                return replace(act, post=post, bound_appointment=code)
            case acts.EndAppointment():
                post = self._post(act.post, now)
                code_ended = act.bound_appointment or self._appointment_of(act.holder, post, now)
                return replace(act, post=post, bound_appointment=code_ended)
            case acts.StateProgramme():
                items = self._indicators(act.programme, act.indicators)
                return replace(act, functions=self._functions(act.functions, now), indicators=items)
            case acts.StartProgramme():
                return replace(act, functions=self._functions(act.functions, now) or ())
            case acts.AmendProgramme():
                return replace(act, functions=self._functions(act.functions, now))
            case acts.ReportIndicator():
                [item] = self._indicators(act.programme, (act.indicator,))
                return replace(act, indicator=item)
            case (
                acts.StateOrganization()
                | acts.EstablishOrganization()
                | acts.RenameOrganization()
                | acts.AttachOrganization()
                | acts.AffiliateOrganization()
                | acts.EndAffiliation()
                | acts.DissolveOrganization()
                | acts.RenameUnit()
                | acts.ClassifyUnit()
                | acts.MoveUnit()
                | acts.SetObjective()
                | acts.SuppressUnit()
                | acts.RestateUnit()
                | acts.MergeUnits()
                | acts.Succeed()
                | acts.CarryOver()
                | acts.EndProgramme()
            ):
                return act
            case _:
                assert_never(act)

    def _items(self, unit: str, items: Sequence[FunctionItem], now: Structure) -> tuple[FunctionItem, ...]:
        """Find each stated item among the unit's functions: named code, same text, same place.

        The surest comes first: text and letter both, then the text alone, then the letter alone.
        What the same file has handed over to the unit just before counts as the unit's.
        """
        every = _all(items)
        if all(item.bound for item, _ in every):
            return tuple(items)
        held = [f for f in self._before.functions_by_unit.get(unit, ()) if f.post is None]
        known = {f.code for f in held}
        held += [f for f in now.functions_of(unit) if f.post is None and f.code not in known]
        codes = {id(item): code for item, _ in every if (code := item.bound or item.code)}
        for same in (_same_text_and_label, _same_text, _same_label):
            for item, above in every:
                if id(item) in codes:
                    continue
                parent = None if above is None else codes.get(id(above), "")
                claimed = set(codes.values())
                found = (f.code for f in held if f.code not in claimed and same(f, item, parent))
                if (code := next(found, None)) is not None:
                    codes[id(item)] = code
        return tuple(self._with_code(unit, item, codes) for item in items)

    def _with_code(self, unit: str, item: FunctionItem, found: dict[int, str]) -> FunctionItem:
        named = item.bound or self._named_function(item.code)
        code = named or found.get(id(item)) or self._minter.mint(f"{unit}.")
        children = tuple(self._with_code(unit, child, found) for child in item.children)
        return replace(item, bound=code, children=children)

    def _new_item(self, unit: str, item: FunctionItem) -> FunctionItem:
        return self._with_code(unit, item, {})

    def _named_function(self, code: str | None) -> str | None:
        """A code that a file names was given by an entry before, or carried here by a succession."""
        if code is not None and code not in self._minter.known and code not in self._before.functions:
            raise FunctionNotInForce(function=code, day=self._day)
        return code

    def _named_post(self, code: str | None) -> str | None:
        if code is not None and code not in self._minter.known and code not in self._before.posts:
            raise PostNotInForce(post=code, day=self._day)
        return code

    def _named_appointment(self, code: str | None) -> str | None:
        if code is not None and code not in self._minter.known:
            raise AppointmentNotInForce(post=code.rpartition(".")[0], day=self._day)
        return code

    def _function(self, ref: FunctionRef, now: Structure) -> FunctionRef:
        if ref.at is None:
            return replace(ref, bound=ref.bound or self._named_function(ref.code))
        path = FunctionPath.parse(ref.at)
        structure = self._before if path.unit in self._before.units else now
        if path.unit not in structure.units:
            raise UnitNotInForce(unit=path.unit, day=self._day)
        codes = _at(structure, path)
        if not codes and structure is not now:
            codes = tuple(code for code in _at(now, path) if code not in self._before.functions)
        if ref.code is not None:
            codes = tuple(code for code in codes if code == ref.code)
        if not codes:
            raise FunctionNotInForce(function=ref.at, day=self._day)
        if ref.bound is not None and ref.bound not in codes:
            raise TargetMoved(at=ref.at, recorded=ref.bound, found=codes[0])
        if ref.bound is None and len(codes) > 1:
            raise FunctionAmbiguous(function=ref.at, codes=codes)
        return replace(ref, bound=ref.bound or codes[0])

    def _functions(
        self, refs: tuple[FunctionRef, ...] | None, now: Structure
    ) -> tuple[FunctionRef, ...] | None:
        return None if refs is None else tuple(self._function(ref, now) for ref in refs)

    def _indicators(self, programme: str, items: Sequence[IndicatorItem]) -> tuple[IndicatorItem, ...]:
        """Find each figure by its name and period among those that the programme has."""
        before = self._before.indicators_of(programme)
        held = {(each.name, each.period.written): each.code for each in before}
        bound = []
        for item in items:
            told = (item.name, item.period.written)
            code = item.bound or held.get(told) or self._minter.mint(f"{programme}.")
            held[told] = code
            bound.append(replace(item, bound=code))
        return tuple(bound)

    def _posts(self, unit: str, items: Sequence[PostItem]) -> tuple[PostItem, ...]:
        held = self._before.posts_by_unit.get(unit, ())
        claimed = {code for item in items if (code := item.bound or item.code)}
        bound = []
        for item in items:
            code = item.bound or self._named_post(item.code)
            if code is None:
                found = (p.code for p in held if p.code not in claimed and _same_post(p, item))
                code = next(found, None)
                claimed |= {code} if code else set()
            bound.append(self._with_holder(replace(item, bound=code), unit))
        return tuple(bound)

    def _new_post(self, unit: str, item: PostItem) -> PostItem:
        return self._with_holder(replace(item, bound=item.bound or self._named_post(item.code)), unit)

    def _with_holder(self, item: PostItem, unit: str) -> PostItem:
        code = item.bound or self._minter.mint(f"{unit}.p")
        appointment = item.bound_appointment or self._named_appointment(item.appointment)
        if item.holder is not None and appointment is None:
            appointment = self._current(item.holder, code, item.capacity) or self._minter.mint(f"{code}.")
        return replace(item, bound=code, bound_appointment=appointment)

    def _post(self, ref: PostRef, now: Structure) -> PostRef:
        if ref.at is None:
            return replace(ref, bound=ref.bound or self._named_post(ref.code))
        codes = _posts_at(self._before, ref.at)
        if not codes:
            codes = tuple(code for code in _posts_at(now, ref.at) if code not in self._before.posts)
        if ref.code is not None:
            codes = tuple(code for code in codes if code == ref.code)
        if not codes:
            abolished = next(iter(_named_posts(now.abolished.values(), ref.at)), "")
            raise post_missing(now, ref.at, abolished, self._day)
        if ref.bound is not None and ref.bound not in codes:
            raise TargetMoved(at=ref.at, recorded=ref.bound, found=codes[0])
        if ref.bound is None and len(codes) > 1:
            raise PostAmbiguous(post=ref.at, codes=codes)
        return replace(ref, bound=ref.bound or codes[0])

    def _current(self, holder: Holder, post: str, capacity: str | None) -> str | None:
        """Find the appointment that already says what is stated again; names compare only now."""
        return next(
            (
                held.code
                for held in self._before.appointments_to(post)
                if held.capacity == capacity and self._same_person(holder, held.seal)
            ),
            None,
        )

    def _appointment_of(self, holder: Holder | None, post: PostRef, now: Structure) -> str | None:
        if holder is None:
            return None
        held_now = now.appointments_to(post.bound or "")
        return next((held.code for held in held_now if self._same_person(holder, held.seal)), None)

    def _same_person(self, holder: Holder, seal: str) -> bool:
        return seal_of(holder) == seal or (
            holder.name is not None and holder.name == self._names.get(seal, seal)
        )


def _all(
    items: Sequence[FunctionItem], above: FunctionItem | None = None
) -> list[tuple[FunctionItem, FunctionItem | None]]:
    """Return every item with the one above it, in printed order."""
    return [each for item in items for each in ((item, above), *_all(item.children, item))]


def _same_text_and_label(function: FunctionState, item: FunctionItem, parent: str | None) -> bool:
    return _same_text(function, item, parent) and _same_label(function, item, parent)


def _same_text(function: FunctionState, item: FunctionItem, _parent: str | None) -> bool:
    return function.text == item.text and function.list == item.list


def _same_label(function: FunctionState, item: FunctionItem, parent: str | None) -> bool:
    """A letter says little: it must stand in the same list, under the same item."""
    same_place = (function.list, function.parent) == (item.list, parent)
    return function.label is not None and function.label == item.label and same_place


def _same_post(post: PostState, item: PostItem) -> bool:
    return (item.heads and post.heads) or (item.name is not None and post.name == item.name)


def _posts_at(structure: Structure, path: str) -> tuple[str, ...]:
    return _named_posts(structure.posts_by_unit.get(path.partition("/")[0], ()), path)


def _named_posts(posts: Iterable[PostState], path: str) -> tuple[str, ...]:
    unit, _, name = path.partition("/")
    return tuple(
        post.code
        for post in posts
        if post.unit == unit and (post.heads if name == "head" else post.name == name)
    )


def _at(structure: Structure, path: FunctionPath) -> tuple[str, ...]:
    """Return the codes of the functions that the path leads to, following sub-items."""
    held = structure.functions_by_unit.get(path.unit, ())
    above: tuple[str | None, ...] = (None,)
    found: list[FunctionState] = []
    for label in path.labels:
        found = [
            function
            for function in held
            if function.parent in above
            and function.label == label
            and (path.list is None or function.parent is not None or function.list == path.list)
        ]
        above = tuple(function.code for function in found)
    return tuple(function.code for function in found)
