"""What acts that pass things on do to a structure: merges, splits, successions, and their lineage."""

from __future__ import annotations

from dataclasses import replace

from organica.domain.acts import (
    Carried,
    MergeUnits,
    NewUnit,
    ParentStatus,
    SplitUnit,
    Succeed,
    run_by,
    under,
)
from organica.domain.effects.amending import amended, restated
from organica.domain.effects.functions import function_in_force, handed_over
from organica.domain.effects.order import Order
from organica.domain.effects.organizations import in_force, refuse_itself
from organica.domain.effects.posts import abolish
from organica.domain.effects.programmes import all_ended, handed_to
from organica.domain.effects.units import begin_unit, unit_in_force
from organica.domain.refusals.functions import FunctionElsewhere, FunctionExists
from organica.domain.refusals.posts import PostExists
from organica.domain.refusals.units import HeirIsPart, UnitCodeUsedBefore, UnitExists
from organica.domain.states import FunctionState, LineageKind, LineageState, Noun, PostState, UnitState
from organica.domain.structure import Structure, function_order


def merge_units(structure: Structure, act: MergeUnits, order: Order) -> Structure:
    """End the merged units; what the source has not placed otherwise passes to the heir, programmes too."""
    if act.heir in act.units:
        raise HeirIsPart(unit=act.heir, day=order.day.isoformat())
    kind = LineageKind.ABSORPTION if act.create is None else LineageKind.MERGE
    structure = _heir(structure, act.into, act.create, order)
    for unit in act.units:
        unit_in_force(structure, unit, order)
        for function in structure.functions_of(unit):
            if function.parent is None:
                structure = handed_over(structure, function, act.heir, order)
        for child in structure.children.get(unit, ()):
            moved = amended(structure.units[child], {"parent": under(act.heir)}, order)
            structure = replace(structure, units={**structure.units, child: moved})
        for programme in structure.programmes_of(unit):
            structure = handed_to(structure, programme, run_by(act.heir), order)
        structure = _ended(structure, unit, order)
        structure = linked(structure, kind, Noun.UNIT, unit, act.heir, order)
    return structure


def split_unit(structure: Structure, act: SplitUnit, order: Order) -> Structure:
    """Hand the functions of a unit to its heirs; what is left of a unit that ends is refused at day's end."""
    unit_in_force(structure, act.unit, order)
    for share in act.into:
        if share.heir == act.unit:
            raise HeirIsPart(unit=act.unit, day=order.day.isoformat())
        structure = _heir(structure, share.unit, share.create, order)
        for ref in share.functions:
            function = function_in_force(structure, ref, order)
            if function.unit != act.unit:
                raise FunctionElsewhere(function=function.code, unit=act.unit, day=order.day.isoformat())
            structure = handed_over(structure, function, share.heir, order)
        structure = linked(structure, LineageKind.SPLIT, Noun.UNIT, act.unit, share.heir, order)
    return structure if act.remains else _ended(structure, act.unit, order)


def _heir(structure: Structure, existing: str | None, new: NewUnit | None, order: Order) -> Structure:
    if new is not None:
        return begin_unit(structure, new, order)
    unit_in_force(structure, existing or "", order)
    return structure


def _ended(structure: Structure, unit: str, order: Order) -> Structure:
    for post in structure.posts_by_unit.get(unit, ()):
        structure = abolish(structure, post.code, order)
    return structure.ending(Noun.UNIT, unit, order.ending())


def linked(
    structure: Structure,
    kind: LineageKind,
    noun: Noun,
    predecessor: str,
    successor: str,
    order: Order,
    *,
    out_of: str | None = None,
    into: str | None = None,
) -> Structure:
    """Return the structure with one more tie; `out_of` and `into` name the other organization.

    A tie that is there already rests on this act too.
    """
    tie = LineageState(
        code="",
        kind=kind,
        noun=noun,
        predecessor=predecessor,
        predecessor_organization=out_of,
        successor=successor,
        successor_organization=into,
        born=order.since,
        since=order.since,
        legal_basis=order.granted(),
    )
    tie = replace(tie, code=f"{kind}:{tie.predecessor_path}>{tie.successor_path}")
    known = structure.lineage.get(tie.code)
    tie = tie if known is None else restated(known, order)
    return replace(structure, lineage={**structure.lineage, tie.code: tie})


def succeed(structure: Structure, act: Succeed, order: Order, organization: str) -> Structure:
    """End the organization with everything that passes to its heir, and tie each to what it becomes.

    Programmes do not pass: they end with the organization.
    """
    refuse_itself(act.heir, organization)
    in_force(structure, order, organization)
    structure = all_ended(structure, order)
    passing = _Passing(structure, act, organization, order)
    for unit in passing.units:
        structure = linked(
            structure, LineageKind.SUCCESSION, Noun.UNIT, unit, passing.unit(unit), order, into=act.heir
        )
        for function in structure.functions_of(unit):
            code = passing.code(function.code)
            structure = linked(
                structure, LineageKind.SUCCESSION, Noun.FUNCTION, function.code, code, order, into=act.heir
            )
            structure = structure.ending(Noun.FUNCTION, function.code, order.ending())
        structure = _ended(structure, unit, order)
    structure = linked(
        structure, LineageKind.SUCCESSION, Noun.ORGANIZATION, organization, act.heir, order, into=act.heir
    )
    return structure.ending(Noun.ORGANIZATION, organization, order.ending())


def inherit(heir: Structure, act: Succeed, passed: Structure, order: Order, organization: str) -> Structure:
    """Return the heir's structure with the units that pass to it, their functions and posts, under new codes.

    `passed`: the other organization as it was just before. Who held a post there holds none here by this act.
    Raises: UnitExists, UnitCodeUsedBefore, FunctionExists, PostExists.
    """
    passing, kind = _Passing(passed, act, organization, order), LineageKind.SUCCESSION
    heir = linked(heir, kind, Noun.ORGANIZATION, organization, act.heir, order, out_of=organization)
    for unit in passing.units:
        code = passing.unit(unit)
        if code in heir.units:
            raise UnitExists(unit=code, day=order.day.isoformat())
        if heir.ended(Noun.UNIT, code):
            raise UnitCodeUsedBefore(unit=code)
        heir = replace(heir, units={**heir.units, code: passing.unit_state(passed.units[unit])})
        heir = linked(heir, LineageKind.SUCCESSION, Noun.UNIT, unit, code, order, out_of=organization)
        for post in passed.posts_by_unit.get(unit, ()):
            held = passing.post_state(post)
            if held.code in heir.posts or heir.ended(Noun.POST, held.code):
                raise PostExists(post=held.code, day=order.day.isoformat())
            heir = replace(heir, posts={**heir.posts, held.code: held})
        for function in sorted(passed.functions_of(unit), key=function_order):
            new = passing.function_state(function)
            if new.code in heir.functions or heir.ended(Noun.FUNCTION, new.code):
                raise FunctionExists(function=new.code, day=order.day.isoformat())
            heir = replace(heir, functions={**heir.functions, new.code: new}, listed=heir.listed | {code})
            heir = linked(
                heir,
                LineageKind.SUCCESSION,
                Noun.FUNCTION,
                function.code,
                new.code,
                order,
                out_of=organization,
            )
    return heir


def carried_units(act: Succeed, passed: Structure, heir: Structure, organization: str) -> tuple[Carried, ...]:
    """Return which units pass and under which codes: as the act says, else all, each its own if free."""
    if act.units is not None:
        return act.units
    return tuple(
        Carried(unit, unit if _free(heir, unit) else f"{unit}-{_slug(organization)}")
        for unit in sorted(passed.units, key=lambda code: (passed.units[code].place, code))
    )


def _free(heir: Structure, unit: str) -> bool:
    return unit not in heir.units and not heir.ended(Noun.UNIT, unit)


def _slug(organization: str) -> str:
    return organization.partition(".")[2]


class _Passing:
    """What passes from one organization to another, and under which codes.

    Codes of functions and posts follow from the old ones alone, so that a replay gives the same; a unit that
    the register learnt of after it enacted the succession gets its code in the same way.
    """

    def __init__(self, passed: Structure, act: Succeed, organization: str, order: Order) -> None:
        named = {carried.unit: carried.code for carried in act.bound_units or act.units or ()}
        self._slug = _slug(organization)
        self._order = order
        passes = passed.units if act.units is None else [each for each in named if each in passed.units]
        self.units = sorted(passes, key=lambda code: (passed.units[code].place, code))
        self._codes = {unit: named.get(unit, f"{unit}-{self._slug}") for unit in self.units}
        self._posts = {code for code, post in passed.posts.items() if post.unit in self._codes}
        for unit in named if act.units is not None else ():
            unit_in_force(passed, unit, order)

    def unit(self, code: str) -> str:
        """Return a unit's code in the heir."""
        return self._codes[code]

    def code(self, code: str) -> str:
        """Return the code of a function or a post in the heir: that of its birth, after where that was.

        Where the heir has given that code to something else already, the succession is refused.
        """
        return f"{self._slug}-{code}"

    def unit_state(self, unit: UnitState) -> UnitState:
        """Return a unit as it begins in the heir."""
        parent = unit.parent
        if parent.status is ParentStatus.KNOWN and parent.unit is not None:
            parent = under(self._codes.get(parent.unit, parent.unit))
        return replace(
            unit,
            code=self._codes[unit.code],
            parent=parent,
            born=self._order.since,
            since=self._order.since,
            legal_basis=self._order.granted(),
        )

    def post_state(self, post: PostState) -> PostState:
        """Return a post as it begins in the heir, with nobody known to hold it.

        Its order of substitution goes on with the posts that pass too.
        """
        return replace(
            post,
            code=self.code(post.code),
            unit=self._codes[post.unit],
            vacant=False,
            emptied=False,
            substitutes=tuple(self.code(each) for each in post.substitutes if each in self._posts),
            born=self._order.since,
            since=self._order.since,
            legal_basis=self._order.granted(),
        )

    def function_state(self, function: FunctionState) -> FunctionState:
        """Return a function as it begins in the heir, under the same letter."""
        return replace(
            function,
            code=self.code(function.code),
            unit=self._codes[function.unit],
            post=self.code(function.post) if function.post else None,
            parent=self.code(function.parent) if function.parent else None,
            born=self._order.since,
            since=self._order.since,
            legal_basis=self._order.granted(),
        )
