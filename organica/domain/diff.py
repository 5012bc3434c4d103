"""What differs between two days: named changes, each with what was, what is, and the act behind it.

Takes two moments of one organization; returns changes in a fixed order. Called by consult and by the
preview of enact. A part that became covered in between was not created then, and the change says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from organica.domain.acts import Channel, Financing, Parent, ParentStatus, Party, Period, Runner
from organica.domain.coverage import Coverage
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.source import UPON, LegalBasis, last_act
from organica.domain.structure import (
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
    Structure,
    UnitState,
)


class ChangeKind(StrEnum):
    """What happened to a thing between two days.

    STATED: it is there on the later day, and no source claims that it began in between.
    COVERED: the register's coverage grew, the law did not change. RESTORED: it had no force and regained
    it. BASIS_RENEWED and COVERAGE_CHANGED: nothing says anything else. GAVE_WAY: it was only attested, and
    a norm now says otherwise. UNSAID: what the register knows now does not have it on that day, because an
    act was corrected, rectified, invalidated or inserted before.
    """

    ORGANIZATION_ESTABLISHED = "organization_established"
    ORGANIZATION_STATED = "organization_stated"
    ORGANIZATION_RENAMED = "organization_renamed"
    ORGANIZATION_CHANGED = "organization_changed"
    ORGANIZATION_ATTACHED = "organization_attached"
    ORGANIZATION_AFFILIATED = "organization_affiliated"
    ORGANIZATION_ENDED = "organization_ended"
    UNIT_CREATED = "unit_created"
    UNIT_STATED = "unit_stated"
    UNIT_COVERED = "unit_covered"
    UNIT_RENAMED = "unit_renamed"
    UNIT_RETYPED = "unit_retyped"
    UNIT_MOVED = "unit_moved"
    OBJECTIVE_CHANGED = "objective_changed"
    UNIT_SUPPRESSED = "unit_suppressed"
    UNIT_GAVE_WAY = "unit_gave_way"
    FUNCTION_ASSIGNED = "function_assigned"
    FUNCTION_STATED = "function_stated"
    FUNCTION_COVERED = "function_covered"
    FUNCTION_AMENDED = "function_amended"
    FUNCTION_RELABELLED = "function_relabelled"
    FUNCTION_TRANSFERRED = "function_transferred"
    FUNCTION_REMOVED = "function_removed"
    FUNCTION_GAVE_WAY = "function_gave_way"
    POST_CREATED = "post_created"
    POST_STATED = "post_stated"
    POST_CHANGED = "post_changed"
    SUBSTITUTION_ORDER_SET = "substitution_order_set"
    POST_ABOLISHED = "post_abolished"
    POST_GAVE_WAY = "post_gave_way"
    APPOINTED = "appointed"
    APPOINTMENT_STATED = "appointment_stated"
    APPOINTMENT_CHANGED = "appointment_changed"
    APPOINTMENT_ENDED = "appointment_ended"
    APPOINTMENT_GAVE_WAY = "appointment_gave_way"
    REFERENCE_CARRIED_OVER = "reference_carried_over"
    REFERENCE_ENDED = "reference_ended"
    PROGRAMME_STARTED = "programme_started"
    PROGRAMME_STATED = "programme_stated"
    PROGRAMME_RENAMED = "programme_renamed"
    PROGRAMME_MOVED = "programme_moved"
    PROGRAMME_CHANGED = "programme_changed"
    PROGRAMME_ENDED = "programme_ended"
    PROGRAMME_GAVE_WAY = "programme_gave_way"
    INDICATOR_REPORTED = "indicator_reported"
    INDICATOR_CHANGED = "indicator_changed"
    INDICATOR_ENDED = "indicator_ended"
    INDICATOR_GAVE_WAY = "indicator_gave_way"
    PASSED_ON = "passed_on"
    PASSED_ON_NO_LONGER = "passed_on_no_longer"
    RESTORED = "restored"
    UNSAID = "unsaid"
    BASIS_RENEWED = "basis_renewed"
    COVERAGE_CHANGED = "coverage_changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one thing; `unit` is where it is, or was.

    `field` names what changed of a thing that is there on both days, and is None where it came or went.
    `before` and `after` are the values of that field (names, texts, labels, codes of units), or the
    thing's title where it came or went. Of a reference that came, or went, they are the old name and the
    code of what it means, or meant.
    """

    kind: ChangeKind
    noun: Noun
    code: str
    unit: str | None
    field: str | None
    before: str | None
    after: str | None
    since: LegalDate | None
    legal_basis: LegalBasis | None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two days: its structure and what was covered then.

    `attested` are the keys of the sources that are no norms; None where both sides are of one history, in
    which only what was attested vanishes without an act that ends it.
    """

    structure: Structure
    coverage: Coverage
    attested: frozenset[str] | None = None


def diff(organization: str, base: Side, target: Side) -> list[Change]:
    """Return what changed from `base` to `target`; equal sides give nothing.

    Order: by noun; units as the sources name them, what is in them after them, by number.
    """
    before = {(noun, code): state for noun, code, state in base.structure.states()}
    after = {(noun, code): state for noun, code, state in target.structure.states()}
    changes: list[Change] = []
    for key in sorted(before.keys() | after.keys(), key=_print_order(before, after)):
        old, new = before.get(key), after.get(key)
        if old is None and new is not None:
            changes.append(_appeared(new, base, target, organization))
        elif new is None and old is not None:
            changes.append(_vanished(old, base, target))
        elif old is not None and new is not None and old != new:
            changes += _altered(old, new, target)
    return changes


Key = tuple[Noun, str]


def _print_order(
    before: Mapping[Key, State], after: Mapping[Key, State]
) -> Callable[[Key], tuple[int, int, str, int]]:
    nouns = list(Noun)
    places = {
        code: state.place
        for side in (before, after)
        for (_, code), state in side.items()
        if isinstance(state, UnitState)
    }

    def order(key: Key) -> tuple[int, int, str, int]:
        noun, code = key
        stem, _, number = code.rpartition(".")
        if noun is Noun.UNIT or not number.isdecimal():
            return (nouns.index(noun), places.get(code, 0), code, 0)
        return (nouns.index(noun), places.get(stem, 0), stem, int(number))

    return order


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
            return _unit_passed_on(state)
        case AppointmentState():
            post = structure.posts.get(state.post)
            return post.unit if post else None
        case ProgrammeState():
            return state.runner.unit
        case IndicatorState():
            programme = structure.programmes.get(state.programme)
            return programme.runner.unit if programme else None


def _appeared(state: State, base: Side, target: Side, organization: str) -> Change:
    """Tell a birth from a first mention, and both from a part that the register took up."""
    if isinstance(state, LineageState):
        return _tie_change(state, ChangeKind.PASSED_ON, state.born, state.legal_basis[0])
    if isinstance(state, ReferenceState):
        return _tie_change(state, ChangeKind.REFERENCE_CARRIED_OVER, state.born, state.legal_basis[0])
    unit = unit_of(state, target.structure)
    upon = [basis for basis in state.legal_basis if basis.role in UPON and not basis.changed]
    if upon and base.structure.ended(noun_of(state), state.code):
        return Change(
            ChangeKind.RESTORED,
            noun_of(state),
            state.code,
            unit,
            None,
            None,
            title(state),
            upon[-1].since,
            upon[-1],
        )
    claimed = state.born.basis is not DateBasis.SINCE_AT_LEAST
    covered = unit is None or _was_covered(unit, base, target, organization)
    kinds = {
        Noun.ORGANIZATION: (ChangeKind.ORGANIZATION_ESTABLISHED, ChangeKind.ORGANIZATION_STATED, None),
        Noun.UNIT: (ChangeKind.UNIT_CREATED, ChangeKind.UNIT_STATED, ChangeKind.UNIT_COVERED),
        Noun.FUNCTION: (
            ChangeKind.FUNCTION_ASSIGNED,
            ChangeKind.FUNCTION_STATED,
            ChangeKind.FUNCTION_COVERED,
        ),
        Noun.POST: (ChangeKind.POST_CREATED, ChangeKind.POST_STATED, None),
        Noun.APPOINTMENT: (ChangeKind.APPOINTED, ChangeKind.APPOINTMENT_STATED, None),
        Noun.PROGRAMME: (ChangeKind.PROGRAMME_STARTED, ChangeKind.PROGRAMME_STATED, None),
        Noun.INDICATOR: (ChangeKind.INDICATOR_REPORTED, ChangeKind.INDICATOR_REPORTED, None),
    }
    noun = noun_of(state)
    born, stated, became_covered = kinds[noun]
    kind = born if claimed else stated
    if not claimed and not covered and became_covered is not None:
        kind = became_covered
    return Change(kind, noun, state.code, unit, None, None, title(state), state.born, state.legal_basis[0])


def _was_covered(unit: str, base: Side, target: Side, organization: str) -> bool:
    """Tell whether the register claimed to know, on the earlier day, what was so where this unit is now."""
    above = (unit, *target.structure.ancestors(unit))
    return any(base.coverage.reaches(base.structure, organization, code) for code in above)


def _vanished(state: State, base: Side, target: Side) -> Change:
    noun = noun_of(state)
    ending = target.structure.endings.get((noun, state.code))
    if isinstance(state, ReferenceState | LineageState):
        on, basis = (ending.on, ending.basis) if ending else (None, None)
        reference = isinstance(state, ReferenceState)
        gone = ChangeKind.REFERENCE_ENDED if reference else ChangeKind.PASSED_ON_NO_LONGER
        return _tie_change(state, gone, on, basis)
    ended, gave_way = _ENDS[noun]
    kind = ended if ending is not None else gave_way
    if ending is None and base.attested is not None and state.legal_basis[0].source not in base.attested:
        kind = ChangeKind.UNSAID
    return Change(
        kind,
        noun,
        state.code,
        unit_of(state, base.structure),
        None,
        title(state),
        None,
        ending.on if ending else None,
        ending.basis if ending else None,
    )


def _tie_change(
    state: ReferenceState | LineageState,
    kind: ChangeKind,
    since: LegalDate | None,
    basis: LegalBasis | None,
) -> Change:
    """Return that one thing came to mean, or to be continued by, another; or that it no longer is."""
    unit = state.unit if isinstance(state, ReferenceState) else _unit_passed_on(state)
    before = state.name if isinstance(state, ReferenceState) else state.predecessor_path
    after = state.target if isinstance(state, ReferenceState) else state.successor_path
    return Change(kind, noun_of(state), state.code, unit, None, before, after, since, basis)


def _unit_passed_on(state: LineageState) -> str | None:
    """Return the code of this organization's own unit in a tie: the one that passes on, else the heir."""
    if state.noun is not Noun.UNIT:
        return None
    return state.predecessor if state.predecessor_organization is None else state.successor


_ENDS: dict[Noun, tuple[ChangeKind, ChangeKind]] = {
    Noun.ORGANIZATION: (ChangeKind.ORGANIZATION_ENDED, ChangeKind.ORGANIZATION_ENDED),
    Noun.UNIT: (ChangeKind.UNIT_SUPPRESSED, ChangeKind.UNIT_GAVE_WAY),
    Noun.FUNCTION: (ChangeKind.FUNCTION_REMOVED, ChangeKind.FUNCTION_GAVE_WAY),
    Noun.POST: (ChangeKind.POST_ABOLISHED, ChangeKind.POST_GAVE_WAY),
    Noun.APPOINTMENT: (ChangeKind.APPOINTMENT_ENDED, ChangeKind.APPOINTMENT_GAVE_WAY),
    Noun.PROGRAMME: (ChangeKind.PROGRAMME_ENDED, ChangeKind.PROGRAMME_GAVE_WAY),
    Noun.INDICATOR: (ChangeKind.INDICATOR_ENDED, ChangeKind.INDICATOR_GAVE_WAY),
}
_FIELDS: dict[type[State], dict[str, ChangeKind]] = {
    OrganizationState: {
        "name": ChangeKind.ORGANIZATION_RENAMED,
        "acronym": ChangeKind.ORGANIZATION_RENAMED,
        "time_zone": ChangeKind.ORGANIZATION_CHANGED,
        "attached_to": ChangeKind.ORGANIZATION_ATTACHED,
        "affiliations": ChangeKind.ORGANIZATION_AFFILIATED,
    },
    UnitState: {
        "name": ChangeKind.UNIT_RENAMED,
        "acronym": ChangeKind.UNIT_RENAMED,
        "kind": ChangeKind.UNIT_RETYPED,
        "unit_class": ChangeKind.UNIT_RETYPED,
        "parent": ChangeKind.UNIT_MOVED,
        "objective": ChangeKind.OBJECTIVE_CHANGED,
    },
    FunctionState: {
        "unit": ChangeKind.FUNCTION_TRANSFERRED,
        "post": ChangeKind.FUNCTION_TRANSFERRED,
        "parent": ChangeKind.FUNCTION_TRANSFERRED,
        "label": ChangeKind.FUNCTION_RELABELLED,
        "list": ChangeKind.FUNCTION_RELABELLED,
        "text": ChangeKind.FUNCTION_AMENDED,
    },
    PostState: {
        **dict.fromkeys(("name", "unit", "heads", "vacant"), ChangeKind.POST_CHANGED),
        "substitutes": ChangeKind.SUBSTITUTION_ORDER_SET,
    },
    AppointmentState: dict.fromkeys(
        ("post", "capacity", "employment", "lapses"), ChangeKind.APPOINTMENT_CHANGED
    ),
    ReferenceState: {
        "name": ChangeKind.REFERENCE_CARRIED_OVER,
        "target": ChangeKind.REFERENCE_CARRIED_OVER,
    },
    LineageState: {"kind": ChangeKind.PASSED_ON},
    ProgrammeState: {
        "name": ChangeKind.PROGRAMME_RENAMED,
        "acronym": ChangeKind.PROGRAMME_RENAMED,
        "runner": ChangeKind.PROGRAMME_MOVED,
        **dict.fromkeys(("type", "kind", "objective", "functions", "audience"), ChangeKind.PROGRAMME_CHANGED),
        **dict.fromkeys(("channels", "partners", "financing", "rests_on"), ChangeKind.PROGRAMME_CHANGED),
    },
    IndicatorState: dict.fromkeys(("name", "value", "unit", "period", "note"), ChangeKind.INDICATOR_CHANGED),
}


def _altered(old: State, new: State, target: Side) -> Iterator[Change]:
    """Yield what differs field by field, each with the last act that changed that field."""
    for field, kind in _FIELDS[type(new)].items():
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            behind = _behind(new, field)
            yield Change(
                kind,
                noun_of(new),
                new.code,
                unit_of(new, target.structure),
                field,
                _written(before),
                _written(after),
                behind.since or new.since,
                behind,
            )


def _behind(state: State, field: str) -> LegalBasis:
    """Return the last act that changed the field, or else the last one that bears on the thing."""
    named = [basis for basis in state.legal_basis if field in basis.changed]
    return named[-1] if named else last_act(state.legal_basis)


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


def _written(value: object) -> str | None:
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
            return ", ".join(_written(each) or "" for each in value) or None
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
