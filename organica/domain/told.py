"""What a change tells of a thing: its noun, the unit that it is in, its title, and its values as text.

Takes states and values; returns codes and text, never a person's name. Called by diff, by renewals and by
whoever shows a thing in one line.
"""

from __future__ import annotations

from organica.domain.acts import Channel, Financing, Parent, ParentStatus, Party, Period, Runner
from organica.domain.dates import LegalDate
from organica.domain.states import (
    AppointmentState,
    FunctionState,
    IndicatorState,
    LineageState,
    Noun,
    OrganizationState,
    PostState,
    ProgrammeState,
    ReferenceState,
    State,
    UnitState,
)
from organica.domain.structure import Structure


def noun_of(state: State) -> Noun:
    """Return the noun that a state belongs to."""
    return _NOUNS[type(state)]


_NOUNS: dict[type[State], Noun] = {
    OrganizationState: Noun.ORGANIZATION,
    UnitState: Noun.UNIT,
    FunctionState: Noun.FUNCTION,
    PostState: Noun.POST,
    AppointmentState: Noun.APPOINTMENT,
    ReferenceState: Noun.REFERENCE,
    LineageState: Noun.LINEAGE,
    ProgrammeState: Noun.PROGRAMME,
    IndicatorState: Noun.INDICATOR,
}


def title(state: State) -> str | None:
    """Return what people call the thing; never a person's name."""
    match state:
        case OrganizationState() | UnitState() | PostState() | ReferenceState() | ProgrammeState():
            return state.name
        case IndicatorState():
            return f"{state.name} ({state.period.written}): {figure(state)}"
        case FunctionState():
            return state.text
        case AppointmentState():
            return state.capacity
        case LineageState():
            return state.successor


def written(value: object) -> str | None:
    match value:
        case None:
            return None
        case Parent():
            return value.unit if value.status is ParentStatus.KNOWN else value.status.value
        case bool():
            return "true" if value else "false"
        case LegalDate():
            return value.value
        case tuple():
            return ", ".join(written(each) or "" for each in value) or None
        case Runner():
            return value.unit if value.unit is not None else value.status.value
        case Period():
            return value.written
        case Channel():
            return value.name if value.url is None else f"{value.name} <{value.url}>"
        case Party() | Financing():
            return _written_party(value)
        case _:
            return str(value)


def figure(state: IndicatorState) -> str:
    """Return the value with what it counts: "57 personas"."""
    return state.value if state.unit is None else f"{state.value} {state.unit}"


def _written_party(party: Party | Financing) -> str:
    """Return a body with all that is said of it, so that no difference is lost."""
    named = (
        (party.organization, party.role)
        if isinstance(party, Party)
        else (party.organization, party.amount, party.currency, party.note)
    )
    said = [each for each in named if each is not None]
    return f"{party.name} ({'; '.join(said)})" if said else party.name


def unit_of(state: State, structure: Structure) -> str | None:
    """Return the code of the unit that a thing is in: its own for a unit, none for an organization."""
    match state:
        case OrganizationState():
            return None
        case UnitState():
            return state.code
        case FunctionState() | PostState() | ReferenceState():
            return state.unit
        case LineageState():
            return unit_passed_on(state)
        case AppointmentState():
            post = structure.posts.get(state.post)
            return post.unit if post else None
        case ProgrammeState():
            return state.runner.unit
        case IndicatorState():
            programme = structure.programmes.get(state.programme)
            return programme.runner.unit if programme else None


def unit_passed_on(state: LineageState) -> str | None:
    """Return the code of this organization's own unit in a tie: the one that passes on, else the heir."""
    if state.noun is not Noun.UNIT:
        return None
    return state.predecessor if state.predecessor_organization is None else state.successor
