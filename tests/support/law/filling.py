"""What attestations fill: only what no norm says on that day.

Takes both layers of an organization; returns what is answered. Source: design, sections 3 and 5; decision 0002.
"""

from __future__ import annotations

from tests.support.law.organizations import rings
from tests.support.law.programmes import fill
from tests.support.law.state import UNSAID, Layers, State, Thing, given

GAPS = ("unit_class", "acronym", "objective")


def answered(layers: Layers) -> State:
    """Return the norms with their gaps filled."""
    norms, said = layers.norms, layers.attested
    state = norms.copy()
    if norms.organization is None and any(noun == "organization" for noun, _ in norms.ended):
        return state  # A norm ended it, hence nothing of it is left.
    state.organization = state.organization or said.organization
    state.ended |= said.ended
    _units(state, norms, said)
    _functions(state, norms, said)
    _posts(state, norms, said)
    fill(state, norms, said)
    return state


def _units(state: State, norms: State, said: State) -> None:
    attested: set[str] = set()
    for code, unit in said.units.items():
        known = state.units.get(code)
        if known is not None:
            known.update(given(**{name: unit[name] for name in GAPS if not known[name]}))
            if known["parent"] == UNSAID:
                known["parent"] = unit["parent"]
                attested.add(code)
        elif unit["name"] and ("unit", code) not in norms.ended - norms.lost:
            state.units[code] = dict(unit)
            attested.add(code)
    for code in attested:
        above = state.units[code]["parent"][1]
        if above is not None and above not in state.units:
            state.units[code]["parent"] = UNSAID
    # What is only attested gives way where it would close a ring with what norms say.
    while ring := sorted(attested.intersection(rings(state.units))):
        state.units[ring[0]]["parent"] = UNSAID
        attested.discard(ring[0])


def _functions(state: State, norms: State, said: State) -> None:
    found = {
        code: dict(held)
        for code, held in said.functions.items()
        if held["unit"] in state.units
        and held["unit"] not in norms.listed
        and code not in norms.functions
        and ("function", code) not in norms.ended - norms.lost
    }
    while astray := [code for code, held in found.items() if held["parent"] not in (None, *found)]:
        for code in astray:
            del found[code]
    state.functions.update(found)


def _posts(state: State, norms: State, said: State) -> None:
    instead: dict[str, str] = {}
    for code, post in said.posts.items():
        known = state.posts.get(code)
        same = [each for each in norms.posts_of(post["unit"]) if _one(norms.posts[each], post)]
        if known is not None:
            nobody = not known["emptied"] and not norms.held(code)
            known["name"] = known["name"] or post["name"]
            known["vacant"] = known["vacant"] or (nobody and post["vacant"])
        elif same:
            instead[code] = same[0]
        elif post["unit"] in state.units and ("post", code) not in norms.ended - norms.lost:
            state.posts[code] = dict(post)
    for code, held in said.appointments.items():
        post_code = str(instead.get(held["post"], held["post"]))
        ruled = norms.posts.get(post_code)
        vacant = ruled is not None and (ruled["vacant"] or ruled["emptied"])
        gone = norms.held(post_code) or vacant or ("appointment", code) in norms.ended - norms.lost
        if post_code in state.posts and not gone:
            state.appointments[code] = held | {"post": post_code}


def _one(norm: Thing, said: Thing) -> bool:
    """Tell whether a norm's post and an attested one are one: both head the unit, or bear one name."""
    return (norm["heads"] and said["heads"]) or (said["name"] is not None and norm["name"] == said["name"])
