"""What differs between two days: named changes, each with what was, what is, and the act behind it.

Takes two moments of one organization; returns changes in a fixed order. Called by the register: for two days
that a reader compares, for what an entry changes, and for the feed. A part that became covered in between was
not created then, and the change says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from organica.domain.change import Change, ChangeKind
from organica.domain.coverage import Coverage
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.source import UPON, LegalBasis, last_act
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
from organica.domain.told import noun_of, title, unit_of, unit_passed_on, written


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
    unit = state.unit if isinstance(state, ReferenceState) else unit_passed_on(state)
    before = state.name if isinstance(state, ReferenceState) else state.predecessor_path
    after = state.target if isinstance(state, ReferenceState) else state.successor_path
    return Change(kind, noun_of(state), state.code, unit, None, before, after, since, basis)


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
                written(before),
                written(after),
                behind.since or new.since,
                behind,
            )


def _behind(state: State, field: str) -> LegalBasis:
    """Return the last act that changed the field, or else the last one that bears on the thing."""
    named = [basis for basis in state.legal_basis if field in basis.changed]
    return named[-1] if named else last_act(state.legal_basis)
