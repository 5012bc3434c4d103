"""What the register answers, as the same picture that the model draws.

Takes a moment of a history, or a snapshot of stored rows; returns a picture. Compared with `Law.on`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from organica.domain.coverage import Coverage
from organica.domain.moments import Moment
from organica.domain.states import (
    AppointmentState,
    FunctionState,
    IndicatorState,
    LineageState,
    OrganizationState,
    PostState,
    ProgrammeState,
    ReferenceState,
    State,
    UnitState,
)
from tests.support.law.state import Picture

_OF = {
    UnitState: ("units", ("kind", "name", "unit_class", "acronym", "objective")),
    FunctionState: ("functions", ("unit", "post", "parent", "list", "label", "text", "misprint")),
    PostState: ("posts", ("unit", "name", "heads", "substitutes")),
    AppointmentState: ("appointments", ("post", "capacity", "employment")),
    ReferenceState: ("references", ("name", "unit", "organization")),
    ProgrammeState: (
        "programmes",
        (
            *("type", "kind", "name", "acronym", "objective", "functions"),
            *("audience", "channels", "partners", "financing", "rests_on"),
        ),
    ),
    IndicatorState: ("indicators", ("programme", "name", "value", "unit", "period", "note")),
}
_ORGANIZATION = ("name", "acronym", "time_zone", "attached_to", "affiliations")


def drawn(states: Iterable[State], names: Mapping[str, str], coverage: Coverage, *, certain: bool) -> Picture:
    """Return the picture of some states; `names` are those behind the seals of appointments."""
    picture: Picture = {"organization": None, "ties": set(), "certain": certain}
    picture["coverage"] = {(part.part, part.status.value) for part in coverage.parts}
    picture["gaps"] = {gap.key for gap in coverage.gaps}
    picture["not_at_hand"] = set(coverage.not_at_hand)
    picture |= {noun: {} for noun, _ in _OF.values()}
    for state in states:
        if isinstance(state, OrganizationState):
            picture["organization"] = {name: getattr(state, name) for name in _ORGANIZATION}
        elif isinstance(state, LineageState):
            picture["ties"].add(
                (state.kind.value, state.noun.value, state.predecessor_path, state.successor_path)
            )
        else:
            noun, fields = _OF[type(state)]
            thing = {name: getattr(state, name) for name in fields}
            picture[noun][state.code] = thing | _more(state, names)
    return picture


def _more(state: State, names: Mapping[str, str]) -> dict[str, Any]:
    match state:
        case UnitState():
            return {"parent": (state.parent.status.value, state.parent.unit)}
        case ProgrammeState():
            return {"runner": (state.runner.status.value, state.runner.unit)}
        case PostState():
            return {"vacant": state.known_vacant}
        case AppointmentState():
            lapses = None if state.lapses is None else state.lapses.value
            return {"holder": names.get(state.seal), "lapses": lapses}
        case _:
            return {}


def seen_structure(moment: Moment | None, organization: str) -> Picture:
    """Return the picture of a moment of a history that was never stored: its seals are the names."""
    if moment is None:
        return drawn((), {}, Coverage(), certain=True)
    states = [state for _, _, state in moment.structure.states()]
    names = {held.seal: held.seal for held in moment.structure.appointments.values()}
    return drawn(states, names, moment.coverage, certain=moment.certain)
