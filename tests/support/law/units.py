"""What acts on units do: stated, created, renamed, moved, suppressed, merged, split.

Takes the state of one layer, which it changes, the act and the codes behind its words. Raises: Wrong.
"""

from __future__ import annotations

from organica.domain.acts import (
    CreateUnit,
    MergeUnits,
    NewUnit,
    Parent,
    RestateUnit,
    Share,
    SplitUnit,
    StateUnit,
)
from tests.support.law.functions import hand_over, state_list
from tests.support.law.posts import abolish, state_posts
from tests.support.law.state import UNSAID, Codes, State, Thing, Wrong, changed, given


def parent_of(parent: Parent) -> tuple[str, str | None]:
    """Return a parent in plain words."""
    return parent.status.value, parent.unit


def state_unit(state: State, act: StateUnit, codes: Codes, *, normative: bool) -> None:
    """Create what is absent, change what differs; a list that is given is the whole list."""
    said = None if act.parent is None else parent_of(act.parent)
    unit = state.units.get(act.unit)
    if unit is None:
        if ("unit", act.unit) in state.ended:
            raise Wrong("unit_code_used_before")
        if normative and (act.name is None or act.kind is None):
            raise Wrong("statement_incomplete")
        state.units[act.unit] = _unit(act, said or UNSAID)
    else:
        # A source that does not say the parent does not unsay what another one said.
        parent = None if said == UNSAID else said
        unit.update(_fields(act) | given(parent=parent))
    if act.functions is not None:
        state_list(state, act.unit, act.functions, codes)
    if act.posts is not None:
        state_posts(state, act.unit, act.posts, codes)


def create_unit(state: State, act: CreateUnit, codes: Codes) -> None:
    """Let a unit begin with its functions and posts."""
    begin(state, act)
    if act.functions:
        state_list(state, act.unit, act.functions, codes)
    state_posts(state, act.unit, act.posts, codes)


def begin(state: State, act: CreateUnit | NewUnit) -> None:
    """Let a unit begin under a code that nothing bore before."""
    if act.unit in state.units:
        raise Wrong("unit_exists")
    if ("unit", act.unit) in state.ended:
        raise Wrong("unit_code_used_before")
    state.units[act.unit] = _unit(act, parent_of(act.parent))


def _fields(act: StateUnit | CreateUnit | NewUnit) -> Thing:
    return given(
        kind=act.kind,
        name=act.name,
        unit_class=None if act.unit_class is None else act.unit_class.value,
        acronym=act.acronym,
        objective=act.objective,
    )


def _unit(act: StateUnit | CreateUnit | NewUnit, parent: tuple[str, str | None]) -> Thing:
    empty: Thing = {"kind": "", "name": "", "unit_class": None, "acronym": None, "objective": None}
    return empty | _fields(act) | {"parent": parent}


def change_unit(state: State, unit: str, fields: Thing) -> None:
    """Rename, classify, move or give an objective: something must differ."""
    changed(state.need("unit", unit), fields)


def end_unit(state: State, unit: str) -> None:
    """Let a unit and its posts end; what it still holds is judged when the source's day is done."""
    state.need("unit", unit)
    for post in state.posts_of(unit):
        abolish(state, post)
    state.end("unit", unit)


def restate_unit(state: State, act: RestateUnit) -> None:
    """Nothing but the legal basis changes."""
    state.need("unit", act.unit)


def merge(state: State, act: MergeUnits) -> None:
    """Let units pass into one that exists or is new: functions without letters, and what hangs from them.

    Programmes that they run are run by the heir.
    """
    heir = act.heir
    if heir in act.units:
        raise Wrong("heir_is_part")
    _receive(state, act.into, act.create)
    for unit in act.units:
        state.need("unit", unit)
        for code in state.functions_of(unit):
            if state.functions[code]["parent"] is None:
                hand_over(state, code, heir)
        for child in state.units.values():
            if child["parent"] == ("known", unit):
                child["parent"] = ("known", heir)
        for programme in state.programmes.values():
            if programme["runner"] == ("unit", unit):
                programme["runner"] = ("unit", heir)
        end_unit(state, unit)
        state.ties.add(("merge" if act.create else "absorption", "unit", unit, heir))


def split(state: State, act: SplitUnit, codes: Codes) -> None:
    """Let heirs receive the functions that the act names; the unit ends unless it remains."""
    state.need("unit", act.unit)
    for place, share in enumerate(act.into):
        if share.heir == act.unit:
            raise Wrong("heir_is_part")
        _receive(state, share.unit, share.create)
        for code in _named(share, place, codes):
            if state.need("function", code)["unit"] != act.unit:
                raise Wrong("function_elsewhere")
            hand_over(state, code, share.heir)
        state.ties.add(("split", "unit", act.unit, share.heir))
    if not act.remains:
        end_unit(state, act.unit)


def _named(share: Share, place: int, codes: Codes) -> list[str]:
    return [codes[f"function:{place}.{each}"] for each in range(len(share.functions))]


def _receive(state: State, existing: str | None, new: NewUnit | None) -> None:
    if new is not None:
        begin(state, new)
    else:
        state.need("unit", existing)
