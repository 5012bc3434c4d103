"""What acts on an organization do, and what passes from one to its heir; what old names mean.

Takes the state of one layer, which it changes, and the act. Raises: Wrong.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from organica.domain.acts import CarryOver, EstablishOrganization, StateOrganization, Succeed
from tests.support.law.programmes import end_all
from tests.support.law.state import TOP, Codes, State, Thing, Things, Wrong, changed, given
from tests.support.law.units import end_unit


def state_organization(state: State, act: StateOrganization, own: str) -> None:
    """Say that an organization is so, without claiming its birth."""
    for body in (act.attached_to, *act.affiliated_with):
        _not_itself(body, own)
    _not_ended(state, own)
    said = _fields(act)
    joined = set(state.organization["affiliations"]) if state.organization else set()
    if act.affiliated_with:
        said["affiliations"] = tuple(sorted(joined | set(act.affiliated_with)))
    if state.organization is None:
        state.organization = _organization(own, said | {"name": act.name or own})
    else:
        state.organization.update(said)


def establish(state: State, act: EstablishOrganization, own: str) -> None:
    """Let an organization begin."""
    _not_itself(act.attached_to, own)
    _not_ended(state, own)
    if state.organization is not None:
        raise Wrong("organization_exists")
    state.organization = _organization(own, _fields(act))


def _fields(act: StateOrganization | EstablishOrganization) -> Thing:
    return given(name=act.name, acronym=act.acronym, time_zone=act.time_zone, attached_to=act.attached_to)


def _organization(own: str, said: Thing) -> Thing:
    empty = {"name": "", "acronym": None, "time_zone": None, "attached_to": None, "affiliations": ()}
    return {"code": own} | empty | said


def change_organization(state: State, own: str, fields: Thing) -> None:
    """Rename or attach: something must differ."""
    _not_itself(fields.get("attached_to"), own)
    changed(_in_force(state, own), fields)


def affiliate(state: State, own: str, body: str) -> None:
    """Let it join a body."""
    _not_itself(body, own)
    organization = _in_force(state, own)
    changed(organization, {"affiliations": tuple(sorted({*organization["affiliations"], body}))})


def end_affiliation(state: State, own: str, body: str) -> None:
    """Let it leave a body."""
    organization = _in_force(state, own)
    if body not in organization["affiliations"]:
        raise Wrong("affiliation_not_in_force")
    organization["affiliations"] = tuple(each for each in organization["affiliations"] if each != body)


def dissolve(state: State, own: str) -> None:
    """Let it end with its programmes; units that are left are judged when the source's day is done."""
    _in_force(state, own)
    end_all(state)
    state.end("organization", own)


def _in_force(state: State, own: str) -> Thing:
    _not_ended(state, own)
    if state.organization is None:
        raise Wrong("organization_not_in_force")
    return state.organization


def _not_ended(state: State, own: str) -> None:
    if ("organization", own) in state.ended:
        raise Wrong("organization_ended")


def _not_itself(body: str | None, own: str) -> None:
    if body == own:
        raise Wrong("organization_with_itself")


def words_of(name: str) -> str:
    """Return a name without case, accents and punctuation: two ways of printing it mean one thing."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in apart if sign.isascii())
    return "-".join(plain.split())


def carry_over(state: State, act: CarryOver) -> None:
    """Let a name mean a unit in force, or a body, from now on."""
    if act.unit is not None:
        state.need("unit", act.unit)
    meaning = {"name": act.name, "unit": act.unit, "organization": act.organization}
    known = state.references.get(words_of(act.name))
    if known is None:
        state.references[words_of(act.name)] = meaning
    else:
        changed(known, meaning)


def passing_codes(act: Succeed, passed: State, heir: State, own: str) -> dict[str, str]:
    """Return the units that pass and their codes in the heir: as said, else their own where that is free."""
    if act.units is not None:
        return {each.unit: each.code for each in act.units}
    taken = {*heir.units, *(code for noun, code in heir.ended if noun == "unit")}
    return {unit: f"{unit}-{slug(own)}" if unit in taken else unit for unit in passed.units}


def slug(organization: str) -> str:
    """Return an organization's code without its country."""
    return organization.partition(".")[2]


def succeed(
    old: State, seen: State, heir: State, act: Succeed, codes: Codes, own: str, *, heir_known: bool
) -> None:
    """End an organization; its units begin in the heir under the codes given, with functions and posts.

    `seen`: the old organization as it is answered. What a later entry taught of it passes too, under a code
    made from its own. Who held a post there holds none in the heir by this act, and programmes end.
    """
    named: dict[str, str] = codes["units"]
    faults = {
        "organization_with_itself": act.heir == own,
        "heir_not_in_force": not heir_known,
        "organization_ended": ("organization", own) in old.ended,
        "organization_not_in_force": old.organization is None,
        "unit_not_in_force": act.units is not None and any(unit not in old.units for unit in named),
    }
    if any(faults.values()):
        raise Wrong(*(code for code, found in faults.items() if found))
    passing = (
        named
        if act.units is not None
        else {unit: named.get(unit, f"{unit}-{slug(own)}") for unit in seen.units}
    )
    _inherit(heir, seen, passing, act.heir, own)
    end_all(old)
    for unit in passing:
        if unit not in old.units:
            continue
        there = f"{act.heir}/{passing[unit]}"
        old.ties.add(("succession", "unit", unit, there))
        for function in old.functions_of(unit):
            old.ties.add(("succession", "function", function, f"{act.heir}/{_code(own, function)}"))
            old.end("function", function)
        end_unit(old, unit)
    old.ties.add(("succession", "organization", own, act.heir))
    old.end("organization", own)


def _code(own: str, code: str) -> str:
    return f"{slug(own)}-{code}"


def _inherit(heir: State, passed: State, passing: dict[str, str], heir_code: str, own: str) -> None:
    heir.ties.add(("succession", "organization", own, heir_code))
    wrong = _taken_codes(heir, passed, passing, own)
    if wrong:
        raise Wrong(*wrong)
    for unit, code in passing.items():
        status, above = passed.units[unit]["parent"]
        parent = (status, passing.get(above, above)) if above is not None else (status, None)
        heir.units[code] = passed.units[unit] | {"parent": parent}
        heir.ties.add(("succession", "unit", f"{own}/{unit}", code))
        _inherit_parts(heir, passed, unit, passing, own)


def _taken_codes(heir: State, passed: State, passing: dict[str, str], own: str) -> set[str]:
    """Return what is wrong where the heir has or had what bears a code that passes to it."""
    units = list(passing.values())
    wrong = {"unit_exists"} if len(units) > len(set(units)) or heir.units.keys() & set(units) else set()
    wrong |= {"unit_code_used_before"} if any(("unit", each) in heir.ended for each in units) else set()
    for noun, there, things in (
        ("function", heir.functions, passed.functions),
        ("post", heir.posts, passed.posts),
    ):
        codes = {_code(own, code) for code, each in things.items() if each["unit"] in passing}
        if any(code in there or (noun, code) in heir.ended for code in codes):
            wrong.add(f"{noun}_exists")
    return wrong


def _inherit_parts(heir: State, passed: State, unit: str, passing: dict[str, str], own: str) -> None:
    code = passing[unit]
    posts = {each for each, post in passed.posts.items() if post["unit"] in passing}

    def there(each: str | None) -> str | None:
        return None if each is None else _code(own, each)

    for post in passed.posts_of(unit):
        known = passed.posts[post]
        # Who stands in goes over with the post, where that one passes too.
        substitutes = tuple(_code(own, each) for each in known["substitutes"] if each in posts)
        nobody: Thing = {"vacant": False, "emptied": False, "substitutes": substitutes}
        heir.posts[_code(own, post)] = known | nobody | {"unit": code}
    for function in passed.functions_of(unit):
        held = passed.functions[function]
        place: dict[str, Any] = {"unit": code, "post": there(held["post"]), "parent": there(held["parent"])}
        heir.functions[_code(own, function)] = held | place
        heir.listed.add(code)
        heir.ties.add(("succession", "function", f"{own}/{function}", _code(own, function)))


def rings(units: dict[str, Thing]) -> Iterable[str]:
    """Yield the units that hang from themselves, directly or through others."""
    for start in units:
        above, climbed = units[start]["parent"][1], 0
        while above in units and above != start and climbed <= len(units):
            above, climbed = units[above]["parent"][1], climbed + 1
        if above == start:
            yield start


def sound(state: State, there: Things) -> set[str]:
    """Return the codes of what is wrong in a state when all acts of a source's day are done.

    `there`: the units that are answered; a norm may hang one from another that is only attested. Source: docs/model.md, "Rules that hold on every day".
    """
    wrong: set[str] = set()
    if state.organization is None and state.units and any(noun == "organization" for noun, _ in state.ended):
        wrong.add("organization_has_units")
    if (
        state.organization is None
        and state.programmes
        and any(noun == "organization" for noun, _ in state.ended)
    ):
        wrong.add("organization_ended")
    for unit in state.units.values():
        above = unit["parent"][1]
        if unit["parent"] != TOP and above is not None and above not in state.units | there:
            ended = ("unit", above) in state.ended
            wrong.add("unit_has_children" if ended else "parent_not_in_force")
    for held in state.functions.values():
        if held["unit"] not in state.units:
            wrong.add("unit_has_functions" if ("unit", held["unit"]) in state.ended else "unit_not_in_force")
        post, item = state.posts.get(held["post"] or ""), state.functions.get(held["parent"] or "")
        if held["post"] is not None and (post is None or post["unit"] != held["unit"]):
            wrong |= {"function_astray"}
            if ("post", held["post"]) in state.ended:
                wrong.add("post_has_functions")
        if held["parent"] is not None and (item is None or item["unit"] != held["unit"]):
            wrong.add("function_astray")
    for programme in state.programmes.values():
        status, unit = programme["runner"]
        if status == "unit" and unit not in state.units:
            wrong.add("unit_has_programmes" if ("unit", unit) in state.ended else "unit_not_in_force")
    letters = [
        (held["unit"], held["post"], held["list"], held["parent"], held["label"])
        for held in state.functions.values()
        if held["label"] is not None and not held["misprint"]
    ]
    if len(letters) > len(set(letters)):
        wrong.add("label_twice")
    heads = [post["unit"] for post in state.posts.values() if post["heads"]]
    if len(heads) > len(set(heads)):
        wrong.add("two_heads")
    if any(rings(state.units)):
        wrong.add("parent_cycle")
    return wrong
