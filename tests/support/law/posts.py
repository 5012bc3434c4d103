"""What acts on posts do: stated, created, abolished, held, left, stood in for.

Takes the state of one layer, which it changes, the act and the codes behind its words. Raises: Wrong.
Somebody holds a post, or a source says that it is vacant, or its last known holder has gone (`emptied`).
"""

from __future__ import annotations

from collections.abc import Sequence

from organica.domain.acts import Appoint, CreatePost, EndAppointment, PostItem, SetSubstitutionOrder
from tests.support.law.functions import remove
from tests.support.law.state import Codes, State, Thing, Wrong, changed, given


def state_posts(state: State, unit: str, items: Sequence[PostItem], codes: Codes) -> None:
    """Make these the posts of a unit: what is left out ends, with its holders and what it held."""
    named: set[str] = set()
    for place, item in enumerate(items):
        code = codes[f"post:{place}"]
        if code in named:
            raise Wrong("named_twice")
        named.add(code)
        known = state.posts.get(code)
        if known is None:
            state.posts[code] = _post(item, unit)
        else:
            known.update(given(name=item.name), unit=unit, heads=item.heads, vacant=item.vacant)
        _state_holder(state, code, item, codes.get(f"held:{place}"))
    for code in state.posts_of(unit):
        if code not in named:
            for function in [each for each, held in state.functions.items() if held["post"] == code]:
                if function in state.functions:
                    remove(state, function)
            abolish(state, code)


def _post(item: PostItem, unit: str) -> Thing:
    return {
        "unit": unit,
        "name": item.name,
        "heads": item.heads,
        "vacant": item.vacant,
        "emptied": False,
        "substitutes": (),
    }


def _state_holder(state: State, post: str, item: PostItem, appointment: str | None) -> None:
    """Who is stated to hold a post does; who held it in that capacity before does not any more."""
    if item.vacant:
        for code in state.held(post):
            state.end("appointment", code)
        state.posts[post]["emptied"] = True
    elif item.holder is not None:
        for code in state.held(post):
            if code != appointment and state.appointments[code]["capacity"] == item.capacity:
                state.end("appointment", code)
        state.posts[post]["emptied"] = False
        if appointment not in state.appointments:
            state.appointments[appointment or ""] = {
                "post": post,
                "holder": item.holder.name,
                "capacity": item.capacity,
                "employment": item.employment,
                "lapses": None,
            }


def create_post(state: State, act: CreatePost, codes: Codes) -> None:
    """Let a post begin, with its holder where one is named."""
    state.need("unit", act.unit)
    code = codes["post:0"]
    if code in state.posts:
        raise Wrong("post_exists")
    state.posts[code] = _post(act.post, act.unit)
    _state_holder(state, code, act.post, codes.get("held:0"))


def abolish(state: State, code: str) -> None:
    """Let a post and its appointments end."""
    state.need("post", code)
    for held in state.held(code):
        state.end("appointment", held)
    state.end("post", code)


def set_order(state: State, act: SetSubstitutionOrder, codes: Codes) -> None:
    """Say who stands in for a post, the first first."""
    post = state.need("post", codes["post"])
    substitutes = [codes[f"substitute:{place}"] for place in range(len(act.substitutes))]
    faults = {
        "substitute_of_itself": codes["post"] in substitutes,
        "substitute_twice": len(set(substitutes)) < len(substitutes),
        "post_not_in_force": not state.posts.keys() >= set(substitutes),
        "post_abolished": not state.posts.keys() >= set(substitutes),
    }
    if any(faults.values()):
        raise Wrong(*(code for code, found in faults.items() if found))
    changed(post, {"substitutes": tuple(substitutes)})


def appoint(state: State, act: Appoint, codes: Codes) -> None:
    """Let a person hold a post that nobody holds in the same capacity."""
    post = state.need("post", codes["post"])
    if any(state.appointments[each]["capacity"] == act.capacity for each in state.held(codes["post"])):
        raise Wrong("post_held")
    post.update(vacant=False, emptied=False)
    state.appointments[codes["appointment"]] = {
        "post": codes["post"],
        "holder": act.holder.name,
        "capacity": act.capacity,
        "employment": act.employment,
        "lapses": None if act.in_force_until is None else act.in_force_until.value,
    }


def end_appointment(state: State, act: EndAppointment, codes: Codes) -> None:
    """End one appointment of a post, or all of them."""
    state.need("post", codes["post"])
    ended = [
        each for each in state.held(codes["post"]) if act.holder is None or each == codes.get("appointment")
    ]
    if not ended:
        raise Wrong("appointment_not_in_force")
    for each in ended:
        leave(state, each)


def leave(state: State, appointment: str) -> None:
    """Let an appointment end, if it has not before; a post that nobody is left to hold is vacant."""
    if appointment not in state.appointments:
        return
    post = state.appointments[appointment]["post"]
    state.end("appointment", appointment)
    if not state.held(post):
        state.posts[post]["emptied"] = True


def rename_post(state: State, code: str, name: str) -> None:
    """Give a post another name."""
    changed(state.need("post", code), {"name": name})
