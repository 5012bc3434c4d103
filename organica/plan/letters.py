"""Letters that two functions of one list would bear when all acts of a proposal are done.

Takes the structure and the acts in their order; returns the acts that give a letter which another function
has. Called by propose: a letter that one act frees another may give, so only the end counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from organica.domain.acts import (
    Act,
    AssignFunction,
    CreateUnit,
    FunctionItem,
    MergeUnits,
    RelabelFunction,
    RemoveFunction,
    SplitUnit,
    StateUnit,
    TransferFunction,
)
from organica.domain.structure import Structure


@dataclass(frozen=True, slots=True)
class TakenLetter:
    """That the act at this place gives a letter which `holder` has; None: another one that the text adds."""

    act: int
    unit: str
    label: str
    holder: str | None


@dataclass(frozen=True, slots=True)
class _Lettered:
    unit: str
    post: str | None
    parent: str | None
    list: str | None
    label: str | None
    by: int | None = None


def taken_letters(structure: Structure, acts: Iterable[Act]) -> Iterator[TakenLetter]:
    """Yield a letter for each act that gives one twice, in the order of the acts."""
    bearing: dict[tuple[object, ...], list[tuple[str, _Lettered]]] = defaultdict(list)
    for code, each in _at_the_end(structure, acts).items():
        if each.label is not None:
            list_of = (each.list or "").casefold()
            key = (each.unit, each.post, each.parent, list_of, each.label.casefold())
            bearing[key].append((code, each))
    found = []
    for same in bearing.values():
        for code, each in same:
            others = sorted(
                (other for other in same if other[0] != code), key=lambda other: other[1].by is not None
            )
            if each.by is not None and others:
                holder = others[0][0] if others[0][0] in structure.functions else None
                found.append(TakenLetter(each.by, each.unit, each.label or "", holder))
    yield from sorted(dict.fromkeys(found), key=lambda taken: taken.act)


def _at_the_end(structure: Structure, acts: Iterable[Act]) -> dict[str, _Lettered]:
    held = {
        code: _Lettered(each.unit, each.post, each.parent, each.list, each.label)
        for code, each in structure.functions.items()
    }
    for number, act in enumerate(acts):
        match act:
            case RemoveFunction():
                held.pop(act.function.code or "", None)
            case RelabelFunction() if act.function.code in held:
                code = act.function.code
                held[code] = replace(held[code], label=act.label, by=number)
            case TransferFunction() if act.function.code in held:
                held[act.function.code] = _Lettered(act.to, None, None, act.list, act.label, number)
            case AssignFunction():
                post = None if act.post is None else act.post.code or act.post.at
                parent = None if act.parent is None else act.parent.code
                where = _Lettered(act.unit, post, parent, None, None, number)
                held.update(_new([act.function], f"+{number}", where))
            case CreateUnit() | StateUnit():
                where = _Lettered(act.unit or "", None, None, None, None, number)
                held.update(_new(act.functions or (), f"+{number}", where))
            case MergeUnits() | SplitUnit():
                _without_letters(held, act)
            case _:
                pass
    return held


def _new(items: Iterable[FunctionItem], code: str, where: _Lettered) -> dict[str, _Lettered]:
    """Return new functions with their sub-items, by codes that hold in this proposal only."""
    found = {}
    for place, item in enumerate(items):
        own = f"{code}.{place}"
        found[own] = replace(where, list=item.list, label=item.label)
        found.update(_new(item.children, own, replace(where, parent=own)))
    return found


def _without_letters(held: dict[str, _Lettered], act: MergeUnits | SplitUnit) -> None:
    """A merge or a split hands functions over without their letters."""
    if isinstance(act, MergeUnits):
        codes = {code for code, each in held.items() if each.unit in act.units and each.unit != act.into}
    else:
        codes = {ref.code for share in act.into for ref in share.functions if ref.code is not None}
    for code in codes & held.keys():
        held[code] = replace(held[code], label=None)
