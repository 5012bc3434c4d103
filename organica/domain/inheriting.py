"""How an act that takes another's place keeps the codes that the other one was given.

Takes the act as it was read and the one that replaces it; returns the latter with the codes of what both
name. What only the new one names is bound like anything new. Called by mending.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from organica.domain.acts import (
    Appoint,
    EndAppointment,
    FunctionItem,
    FunctionRef,
    Holder,
    IndicatorItem,
    PlainAct,
    PostItem,
    PostRef,
    ReportIndicator,
    Share,
    StateProgramme,
)


def inheriting(new: PlainAct, old: PlainAct, names: Mapping[str, str]) -> PlainAct:
    """Return the new act under the old one's reference and place in the source, with its codes.

    Both are of one class. What the new act does not say of place and date is as the old one said it. `names`
    opens the seals that may still be opened: a name tells whether a holder is another one.
    """
    given: dict[str, Any] = {
        "ref": old.ref,
        "provision": new.provision or old.provision,
        "in_force_from": new.in_force_from or old.in_force_from,
    }
    for field in fields(new):
        said, was = getattr(new, field.name), getattr(old, field.name)
        if field.name == "bound_appointment":
            given[field.name] = said or (was if _same_appointment(new, old, names) else None)
        elif field.name == "bound_units":
            given[field.name] = said or (was if getattr(new, "units", None) is None else None)
        elif isinstance(said, FunctionItem):
            given[field.name] = _items((said,), (was,))[0]
        elif isinstance(said, PostItem):
            given[field.name] = _posts((said,), (was,), names)[0]
        elif isinstance(said, FunctionRef | PostRef) and was is not None:
            same = (said.at, said.code) == (was.at, was.code)
            given[field.name] = replace(said, bound=said.bound or (was.bound if same else None))
        elif isinstance(said, tuple) and said and isinstance(said[0], FunctionItem):
            given[field.name] = _items(said, was or ())
        elif isinstance(said, tuple) and said and isinstance(said[0], PostItem):
            given[field.name] = _posts(said, was or (), names)
        elif isinstance(said, tuple) and said and isinstance(said[0], PostRef | FunctionRef):
            given[field.name] = _refs(said, was or ())
        elif isinstance(said, IndicatorItem) and _of_one_programme(new, old):
            given[field.name] = _indicators((said,), (was,))[0]
        elif isinstance(said, tuple) and said and isinstance(said[0], IndicatorItem):
            given[field.name] = _indicators(said, was) if _of_one_programme(new, old) else said
    return replace(new, **given)


def _same_appointment(new: PlainAct, old: PlainAct, names: Mapping[str, str]) -> bool:
    """Tell whether two acts are about one appointment: a name is mended, but who ceases is who is named."""
    if not isinstance(new, Appoint | EndAppointment) or not isinstance(old, Appoint | EndAppointment):
        return True
    if (new.post.at, new.post.code) != (old.post.at, old.post.code):
        return False
    return isinstance(new, Appoint) or _name(new.holder, names) == _name(old.holder, names)


def _name(holder: Holder | None, names: Mapping[str, str]) -> str | None:
    return None if holder is None else holder.name or names.get(holder.seal or "") or holder.seal


R = TypeVar("R", PostRef, FunctionRef)


def _refs(new: Sequence[R], old: Sequence[R]) -> tuple[R, ...]:
    """Give each path or code the thing that it meant where the old act wrote it too."""
    meant = {(each.at, each.code): each.bound for each in old}
    return tuple(replace(each, bound=each.bound or meant.get((each.at, each.code))) for each in new)


def _of_one_programme(new: PlainAct, old: PlainAct) -> bool:
    """Tell whether two acts report of one programme: the figures of another one are other figures."""
    reporting = ReportIndicator | StateProgramme
    return isinstance(new, reporting) and isinstance(old, reporting) and new.programme == old.programme


def _indicators(new: Sequence[IndicatorItem], old: Sequence[IndicatorItem]) -> tuple[IndicatorItem, ...]:
    """Give each figure the code of the old one of its name and period; one in place of one is that one."""
    if len(new) == len(old) == 1:
        return (replace(new[0], bound=new[0].bound or old[0].bound),)
    known = {(each.name, each.period.written): each.bound for each in old}
    return tuple(
        replace(each, bound=each.bound or known.get((each.name, each.period.written))) for each in new
    )


def _items(new: Sequence[FunctionItem], old: Sequence[FunctionItem]) -> tuple[FunctionItem, ...]:
    """Give each item the code of the old one that it most surely is: same text, else same letter and list.

    Sub-items are looked for among all, because one may stand under another item now. One item in the place
    of one is that item, whatever it says. An item that names a code is what it names.
    """
    if len(new) == len(old) == 1 and not new[0].children and not old[0].children:
        return (_as_item(new[0], old[0]),)
    wanted = [item for item in _flat(new) if not (item.bound or item.code)]
    named = {item.bound or item.code for item in _flat(new)} - {None}
    left = [item for item in _flat(old) if item.bound not in named]
    found: dict[int, FunctionItem] = {}
    for same in (_said_alike, _same_text, _same_label):
        for item in wanted:
            match = next((other for other in left if id(item) not in found and same(item, other)), None)
            if match is not None:
                found[id(item)] = match
                left.remove(match)
    return tuple(_with_codes(item, found) for item in new)


def _flat(items: Sequence[FunctionItem]) -> list[FunctionItem]:
    return [each for item in items for each in (item, *_flat(item.children))]


def _with_codes(item: FunctionItem, found: Mapping[int, FunctionItem]) -> FunctionItem:
    children = tuple(_with_codes(child, found) for child in item.children)
    same = found.get(id(item))
    return replace(item, bound=item.bound or (same.bound if same else None), children=children)


def _as_item(item: FunctionItem, old: FunctionItem) -> FunctionItem:
    return item if item.bound or item.code else replace(item, bound=old.bound)


def _said_alike(item: FunctionItem, old: FunctionItem) -> bool:
    return _same_text(item, old) and _same_label(item, old)


def _same_text(item: FunctionItem, old: FunctionItem) -> bool:
    return item.text == old.text and item.list == old.list


def _same_label(item: FunctionItem, old: FunctionItem) -> bool:
    return item.label is not None and (item.label, item.list) == (old.label, old.list)


def _posts(
    new: Sequence[PostItem], old: Sequence[PostItem], names: Mapping[str, str]
) -> tuple[PostItem, ...]:
    """Give each post the code of the old one that bears its name, or else heads the unit too.

    A holder whom the old list had at another post is no mended name: that is another appointment.
    """
    if len(new) == len(old) == 1:
        return (_as_post(new[0], old[0], (), names),)
    left = list(old)
    found: dict[int, PostItem] = {}
    for same in (_same_name, _both_head):
        for place, item in enumerate(new):
            match = next((other for other in left if place not in found and same(item, other)), None)
            if match is not None:
                found[place] = match
                left.remove(match)
    holders = [_name(each.holder, names) for each in old if each.holder is not None]
    return tuple(
        _as_post(item, found[place], holders, names) if place in found else item
        for place, item in enumerate(new)
    )


def _same_name(item: PostItem, old: PostItem) -> bool:
    return item.name is not None and item.name == old.name


def _both_head(item: PostItem, old: PostItem) -> bool:
    return item.heads and old.heads


def _as_post(
    item: PostItem, old: PostItem, holders: Collection[str | None], names: Mapping[str, str]
) -> PostItem:
    """A holder in the place of a holder is the same appointment: a mended name is no second person."""
    if item.code is not None and item.code != old.bound:
        return item
    appointment = item.bound_appointment
    named = _name(item.holder, names)
    came = named in holders and named != _name(old.holder, names)
    if appointment is None and item.appointment is None and named is not None and not came:
        appointment = old.bound_appointment
    return replace(item, bound=item.bound or old.bound, bound_appointment=appointment)


def said_by(act: PlainAct, names: Mapping[str, str]) -> PlainAct:
    """Return an act as a person wrote it: without the codes that the register gave, names opened.

    `names` opens the seals that may still be opened; a name that was withheld stays its seal.
    """
    given = {field.name: _bare(getattr(act, field.name), names) for field in fields(act)}
    given |= {name: None for name in ("bound_appointment", "bound_units") if hasattr(act, name)}
    return replace(act, **given)


def _bare(said: Any, names: Mapping[str, str]) -> Any:
    match said:
        case FunctionItem():
            return replace(said, bound=None, children=_bare(said.children, names))
        case PostItem():
            return replace(said, bound=None, bound_appointment=None, holder=_bare(said.holder, names))
        case FunctionRef() | PostRef() | IndicatorItem():
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
