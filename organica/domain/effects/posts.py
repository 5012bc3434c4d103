"""What acts on posts and appointments do to a structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from organica.domain.acts import (
    AbolishPost,
    Appoint,
    CreatePost,
    EndAppointment,
    Holder,
    PostItem,
    PostRef,
    RenamePost,
    SetSubstitutionOrder,
)
from organica.domain.dates import LegalDate
from organica.domain.effects.amending import amended, only_given, restated, stated
from organica.domain.effects.functions import end_function
from organica.domain.effects.order import Order
from organica.domain.refusals.matters import NamedTwice
from organica.domain.refusals.posts import (
    AppointmentNotInForce,
    PostAbolished,
    PostExists,
    PostHeld,
    PostNotInForce,
    SubstituteOfItself,
    SubstituteTwice,
)
from organica.domain.refusals.units import UnitNotInForce
from organica.domain.states import AppointmentState, Noun, PostState
from organica.domain.structure import Structure


def state_posts(
    structure: Structure, unit: str, items: Sequence[PostItem], order: Order, born: LegalDate
) -> Structure:
    """Make the unit's posts exactly these: absent ones begin, missing ones end with who held them."""
    named: set[str] = set()
    for item in items:
        code = item.bound or ""
        if code in named:
            raise NamedTwice(code=code, unit=unit)
        named.add(code)
        known = structure.posts.get(code)
        if known is None:
            structure = _with_post(structure, _new(code, unit, item, order, born))
        else:
            given = only_given({"name": item.name, "unit": unit})
            given |= {"heads": item.heads, "vacant": item.vacant}
            structure = _with_post(structure, stated(known, given, order))
        structure = _state_holder(structure, code, item, order, born)
    for post in structure.posts_by_unit.get(unit, ()):
        if post.code not in named:
            structure = end_post(structure, post.code, order)
    return structure


def _state_holder(
    structure: Structure, post: str, item: PostItem, order: Order, born: LegalDate
) -> Structure:
    """Who is stated to hold the post does; who held it in that capacity before no longer does."""
    if item.holder is None and not item.vacant:
        return structure
    for held in structure.appointments_to(post):
        if item.vacant or (held.code != item.bound_appointment and held.capacity == item.capacity):
            structure = structure.ending(Noun.APPOINTMENT, held.code, order.ending())
    if item.holder is None:
        return _emptied(structure, post)
    structure = _with_post(structure, replace(structure.posts[post], emptied=False))
    code = item.bound_appointment or ""
    known = structure.appointments.get(code)
    if known is not None:
        return _with_appointment(structure, restated(known, order))
    appointment = AppointmentState(
        code=code,
        post=post,
        seal=seal_of(item.holder),
        capacity=item.capacity,
        employment=item.employment,
        born=born,
        since=born,
        lapses=None,
        legal_basis=order.granted(),
    )
    return _with_appointment(structure, appointment)


def create_post(structure: Structure, act: CreatePost, order: Order) -> Structure:
    """Bring a post into being, with its holder where the act names one."""
    code = act.post.bound or ""
    if act.unit not in structure.units:
        raise UnitNotInForce(unit=act.unit, day=order.day.isoformat())
    if code in structure.posts:
        raise PostExists(post=code, day=order.day.isoformat())
    structure = _with_post(structure, _new(code, act.unit, act.post, order, order.since))
    return _state_holder(structure, code, act.post, order, order.since)


def rename_post(structure: Structure, act: RenamePost, order: Order) -> Structure:
    """Change the name. Raises: PostNotInForce, PostAbolished, ActChangesNothing."""
    post = post_in_force(structure, act.post, order)
    return _with_post(structure, amended(post, {"name": act.name}, order))


def abolish_post(structure: Structure, act: AbolishPost, order: Order) -> Structure:
    """End a post and its appointments; functions that it still holds are refused at the day's end."""
    return abolish(structure, post_in_force(structure, act.post, order).code, order)


def set_substitution_order(structure: Structure, act: SetSubstitutionOrder, order: Order) -> Structure:
    """Fix who stands in for a post; the order before ends. Raises: SubstituteOfItself, SubstituteTwice."""
    post = post_in_force(structure, act.post, order)
    substitutes: list[str] = []
    for ref in act.substitutes:
        code = post_in_force(structure, ref, order).code
        if code == post.code:
            raise SubstituteOfItself(post=post.code)
        if code in substitutes:
            raise SubstituteTwice(post=post.code, substitute=code)
        substitutes.append(code)
    return _with_post(structure, amended(post, {"substitutes": tuple(substitutes)}, order))


def appoint(structure: Structure, act: Appoint, order: Order) -> Structure:
    """Give a post its holder. Raises: PostNotInForce, PostAbolished, PostHeld."""
    post = post_in_force(structure, act.post, order)
    for held in structure.appointments_to(post.code):
        if held.capacity == act.capacity:
            raise PostHeld(post=post.code, day=order.day.isoformat(), appointment=held.code)
    if post.vacant:
        post = amended(post, {"vacant": False}, order)
    structure = _with_post(structure, replace(post, emptied=False))
    appointment = AppointmentState(
        code=act.bound_appointment or "",
        post=post.code,
        seal=seal_of(act.holder),
        capacity=act.capacity,
        employment=act.employment,
        born=order.since,
        since=order.since,
        lapses=act.in_force_until,
        legal_basis=order.granted(),
    )
    return _with_appointment(structure, appointment)


def end_appointment(structure: Structure, act: EndAppointment, order: Order) -> Structure:
    """End the named appointment, or all of the post; a post that nobody is left to hold is emptied."""
    post = post_in_force(structure, act.post, order)
    ended = [
        held
        for held in structure.appointments_to(post.code)
        if act.holder is None or held.code == act.bound_appointment
    ]
    if not ended:
        raise AppointmentNotInForce(post=post.code, day=order.day.isoformat())
    for held in ended:
        structure = structure.ending(Noun.APPOINTMENT, held.code, order.ending())
    return _emptied(structure, post.code)


def lapse(structure: Structure, appointment: str, order: Order) -> Structure:
    """End an appointment on the day that its own act set; nothing happens where it ended before."""
    held = structure.appointments.get(appointment)
    if held is None:
        return structure
    structure = structure.ending(Noun.APPOINTMENT, appointment, order.ending())
    return _emptied(structure, held.post)


def _emptied(structure: Structure, post: str) -> Structure:
    """Mark a post whose last appointment has ended."""
    state = structure.posts.get(post)
    if state is None or structure.appointments_to(post):
        return structure
    return _with_post(structure, replace(state, emptied=True))


def end_post(structure: Structure, code: str, order: Order) -> Structure:
    """Return the structure without the post, its appointments and the functions that it held."""
    for function in structure.functions_of(structure.posts[code].unit):
        if function.post == code:
            structure = end_function(structure, function.code, order)
    return abolish(structure, code, order)


def abolish(structure: Structure, code: str, order: Order) -> Structure:
    """Return the structure without the post and its appointments; its functions are still to be placed."""
    for held in structure.appointments_to(code):
        structure = structure.ending(Noun.APPOINTMENT, held.code, order.ending())
    return structure.ending(Noun.POST, code, order.ending())


def post_in_force(structure: Structure, ref: PostRef, order: Order) -> PostState:
    """Return the state of the post that an act aims at. Raises: PostNotInForce, PostAbolished."""
    post = structure.posts.get(ref.bound or "")
    if post is None:
        raise post_missing(structure, ref.at or ref.code, ref.bound or "", order.day.isoformat())
    return post


def post_missing(
    structure: Structure, named: str | None, code: str, day: str
) -> PostAbolished | PostNotInForce:
    """Return why a post is not there: it was abolished, or never was."""
    ending = structure.endings.get((Noun.POST, code))
    if ending is None:
        return PostNotInForce(post=named, day=day)
    return PostAbolished(post=named, abolished=ending.on.value, day=day)


def seal_of(holder: Holder) -> str:
    """Return what stands for the name in a structure: its seal, once the register has sealed it.

    Before that, in a preview outside the register, the name itself marks the difference.
    """
    return holder.seal or holder.name or ""


def _new(code: str, unit: str, item: PostItem, order: Order, born: LegalDate) -> PostState:
    return PostState(
        code=code,
        unit=unit,
        name=item.name,
        heads=item.heads,
        vacant=item.vacant,
        emptied=False,
        substitutes=(),
        born=born,
        since=born,
        legal_basis=order.granted(),
    )


def _with_post(structure: Structure, post: PostState) -> Structure:
    return replace(structure, posts={**structure.posts, post.code: post})


def _with_appointment(structure: Structure, appointment: AppointmentState) -> Structure:
    appointments = {**structure.appointments, appointment.code: appointment}
    return replace(structure, appointments=appointments)
