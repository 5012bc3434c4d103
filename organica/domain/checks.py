"""What must hold of a structure when all acts of one source's day are done.

Takes the structure as the source leaves it; raises the first fault in a fixed order. Called by walk.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from organica.domain.refusals.functions import FunctionAstray, LabelTwice
from organica.domain.refusals.organizations import OrganizationEnded, OrganizationHasUnits
from organica.domain.refusals.posts import PostHasFunctions, TwoHeads
from organica.domain.refusals.programmes import UnitHasProgrammes
from organica.domain.refusals.units import (
    ParentCycle,
    ParentNotInForce,
    UnitHasChildren,
    UnitHasFunctions,
    UnitNotInForce,
)
from organica.domain.states import Noun
from organica.domain.structure import Structure


def check(structure: Structure, day: date, there: Structure) -> None:
    """Raise what is wrong: leftovers of suppressed units, orphans, programmes, rings, letters, heads.

    `there`: the whole answer. A norm may hang a unit from one that is only attested.
    """
    _check_leftovers(structure, day, there)
    _check_runners(structure, day)
    _check_owners(structure, day)
    check_rings(structure, day)
    _check_labels(structure, day)
    _check_heads(structure, day)


def _check_leftovers(structure: Structure, day: date, there: Structure) -> None:
    """Whatever ended left nothing behind: no units, no functions, nothing hanging from it."""
    if structure.organization is None and (structure.units or structure.programmes):
        for (noun, code), ending in structure.endings.items():
            if noun is not Noun.ORGANIZATION:
                continue
            if structure.units:
                units = tuple(sorted(structure.units))
                raise OrganizationHasUnits(organization=code, units=units, day=day.isoformat())
            # Its programmes ended with it, so that only one that came after it can be there.
            raise OrganizationEnded(organization=code, ended=ending.on.value, day=day.isoformat())
    for parent, children in structure.children.items():
        if parent not in structure.units and parent not in there.units:
            if structure.ended(Noun.UNIT, parent):
                raise UnitHasChildren(unit=parent, children=tuple(sorted(children)), day=day.isoformat())
            raise ParentNotInForce(unit=children[0], parent=parent, day=day.isoformat())
    for unit, functions in structure.functions_by_unit.items():
        if unit not in structure.units:
            codes = tuple(function.code for function in functions)
            if structure.ended(Noun.UNIT, unit):
                raise UnitHasFunctions(unit=unit, functions=codes, day=day.isoformat())
            raise UnitNotInForce(unit=unit, day=day.isoformat())
        for post in sorted({function.post for function in functions if function.post is not None}):
            if structure.ended(Noun.POST, post):
                held = tuple(function.code for function in functions if function.post == post)
                raise PostHasFunctions(post=post, functions=held, day=day.isoformat())


def _check_runners(structure: Structure, day: date) -> None:
    """Every unit that runs a programme is there."""
    for programme in structure.programmes.values():
        unit = programme.runner.unit
        if unit is None or unit in structure.units:
            continue
        if structure.ended(Noun.UNIT, unit):
            left = tuple(each.code for each in structure.programmes_of(unit))
            raise UnitHasProgrammes(unit=unit, programmes=left, day=day.isoformat())
        raise UnitNotInForce(unit=unit, day=day.isoformat())


def _check_owners(structure: Structure, day: date) -> None:
    """Sub-items and what a post holds are in one unit with the item and the post."""
    for function in structure.functions.values():
        owners = (
            (function.parent, structure.functions.get(function.parent or "")),
            (function.post, structure.posts.get(function.post or "")),
        )
        for code, owner in owners:
            if code is not None and (owner is None or owner.unit != function.unit):
                raise FunctionAstray(
                    function=function.code, unit=function.unit, owner=code, day=day.isoformat()
                )


def check_rings(structure: Structure, day: date) -> None:
    """Raise where units hang from one another in a ring; a parent that is not there ends the climb."""
    sound: set[str] = set()
    for start in structure.units:
        walked: list[str] = []
        code: str | None = start
        while code is not None and code in structure.units and code not in sound:
            if code in walked:
                ring = tuple(sorted(walked[walked.index(code) :]))
                raise ParentCycle(units=ring, day=day.isoformat())
            walked.append(code)
            code = structure.units[code].parent.unit
        sound.update(walked)


def _check_labels(structure: Structure, day: date) -> None:
    for unit, functions in structure.functions_by_unit.items():
        lists = defaultdict(list)
        for function in functions:
            if function.label is not None and not function.misprint:
                lists[function.post, function.list, function.parent, function.label].append(function.code)
        for (_, _, _, label), codes in lists.items():
            if len(codes) > 1:
                raise LabelTwice(unit=unit, label=label, functions=tuple(codes), day=day.isoformat())


def _check_heads(structure: Structure, day: date) -> None:
    for unit, posts in structure.posts_by_unit.items():
        heads = tuple(post.code for post in posts if post.heads)
        if len(heads) > 1:
            raise TwoHeads(unit=unit, posts=heads, day=day.isoformat())
