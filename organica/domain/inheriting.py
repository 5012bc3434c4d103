"""How an act that takes another's place keeps the codes that the other one was given.

Takes the act as it was read and the one that replaces it; returns the latter with the codes of what both
name. What only the new one names is bound like anything new. Called by readings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from organica.domain.acts import FunctionItem, FunctionRef, Holder, PlainAct, PostItem, PostRef, Share


def inheriting(new: PlainAct, old: PlainAct) -> PlainAct:
    """Return the new act under the old one's reference and place in the source, with its codes.

    Both are of one class. What the new act does not say of place and date is as the old one said it.
    """
    given: dict[str, Any] = {
        "ref": old.ref,
        "provision": new.provision or old.provision,
        "in_force_from": new.in_force_from or old.in_force_from,
    }
    for field in fields(new):
        said, was = getattr(new, field.name), getattr(old, field.name)
        if field.name == "bound_appointment":
            given[field.name] = said or was
        elif isinstance(said, FunctionItem):
            given[field.name] = _items((said,), (was,))[0]
        elif isinstance(said, PostItem):
            given[field.name] = _posts((said,), (was,))[0]
        elif isinstance(said, FunctionRef | PostRef) and was is not None:
            same = (said.at, said.code) == (was.at, was.code)
            given[field.name] = replace(said, bound=said.bound or (was.bound if same else None))
        elif isinstance(said, tuple) and said and isinstance(said[0], FunctionItem):
            given[field.name] = _items(said, was or ())
        elif isinstance(said, tuple) and said and isinstance(said[0], PostItem):
            given[field.name] = _posts(said, was or ())
        elif isinstance(said, tuple) and said and isinstance(said[0], PostRef):
            given[field.name] = _refs(said, was or ())
    return replace(new, **given)


def _refs(new: Sequence[PostRef], old: Sequence[PostRef]) -> tuple[PostRef, ...]:
    """Give each path or code the post that it meant where the old act wrote it too."""
    meant = {(each.at, each.code): each.bound for each in old}
    return tuple(replace(each, bound=each.bound or meant.get((each.at, each.code))) for each in new)


def _items(new: Sequence[FunctionItem], old: Sequence[FunctionItem]) -> tuple[FunctionItem, ...]:
    """Give each item the code of the old one that it most surely is: same text, else same letter and list.

    One item in the place of one is that item, whatever it says now.
    """
    if len(new) == len(old) == 1:
        return (_with_code(new[0], old[0]),)
    left = list(old)
    found: dict[int, FunctionItem] = {}
    for same in (_said_alike, _same_text, _same_label):
        for place, item in enumerate(new):
            match = next((other for other in left if place not in found and same(item, other)), None)
            if match is not None:
                found[place] = match
                left.remove(match)
    return tuple(_with_code(item, found[place]) if place in found else item for place, item in enumerate(new))


def _with_code(item: FunctionItem, old: FunctionItem) -> FunctionItem:
    return replace(item, bound=item.bound or old.bound, children=_items(item.children, old.children))


def _said_alike(item: FunctionItem, old: FunctionItem) -> bool:
    return _same_text(item, old) and _same_label(item, old)


def _same_text(item: FunctionItem, old: FunctionItem) -> bool:
    return item.text == old.text and item.list == old.list


def _same_label(item: FunctionItem, old: FunctionItem) -> bool:
    return item.label is not None and (item.label, item.list) == (old.label, old.list)


def _posts(new: Sequence[PostItem], old: Sequence[PostItem]) -> tuple[PostItem, ...]:
    """Give each post the code of the old one that heads the unit too, or bears its name."""
    if len(new) == len(old) == 1:
        return (_as_post(new[0], old[0]),)
    left = list(old)
    bound = []
    for item in new:
        match = next((other for other in left if _same_post(item, other)), None)
        if match is not None:
            left.remove(match)
        bound.append(item if match is None else _as_post(item, match))
    return tuple(bound)


def _same_post(item: PostItem, old: PostItem) -> bool:
    return (item.heads and old.heads) or (item.name is not None and item.name == old.name)


def _as_post(item: PostItem, old: PostItem) -> PostItem:
    """A holder in the place of a holder is the same appointment: a rectified name is no second person."""
    appointment = item.bound_appointment
    if appointment is None and item.holder is not None:
        appointment = old.bound_appointment
    return replace(item, bound=item.bound or old.bound, bound_appointment=appointment)


def said_by(act: PlainAct, names: Mapping[str, str]) -> PlainAct:
    """Return an act as a person wrote it: without the codes that the register gave, names opened.

    `names` opens the seals that may still be opened; a name that was withheld stays its seal.
    """
    given = {field.name: _bare(getattr(act, field.name), names) for field in fields(act)}
    given |= {"bound_appointment": None} if hasattr(act, "bound_appointment") else {}
    return replace(act, **given)


def _bare(said: Any, names: Mapping[str, str]) -> Any:
    match said:
        case FunctionItem():
            return replace(said, bound=None, children=_bare(said.children, names))
        case PostItem():
            return replace(said, bound=None, bound_appointment=None, holder=_bare(said.holder, names))
        case FunctionRef() | PostRef():
            return replace(said, bound=None)
        case Share():
            return replace(said, functions=_bare(said.functions, names))
        case Holder():
            name = said.name or names.get(said.seal or "")
            return Holder(name) if name else said
        case tuple():
            return tuple(_bare(each, names) for each in said)
        case _:
            return said
