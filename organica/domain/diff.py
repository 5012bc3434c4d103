"""What differs between two days: named changes, each with what was, what is, and the act behind it.

Takes two moments of one organization; returns changes in a fixed order. Called by consult and by the
preview of enact. A part that became covered in between was not created then, and the change says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from organica.domain.acts import Parent, ParentStatus
from organica.domain.coverage import Coverage
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.source import LegalBasis
from organica.domain.structure import (
    AppointmentState,
    FunctionState,
    Noun,
    OrganizationState,
    PostState,
    State,
    Structure,
    UnitState,
)


class ChangeKind(StrEnum):
    """What happened to a thing between two days.

    STATED: it is there on the later day, and no source claims that it began in between.
    COVERED and UNCOVERED: the register's coverage changed, not the law.
    """

    ORGANIZATION_ESTABLISHED = "organization_established"
    ORGANIZATION_STATED = "organization_stated"
    ORGANIZATION_RENAMED = "organization_renamed"
    ORGANIZATION_ENDED = "organization_ended"
    UNIT_CREATED = "unit_created"
    UNIT_STATED = "unit_stated"
    UNIT_COVERED = "unit_covered"
    UNIT_RENAMED = "unit_renamed"
    UNIT_RETYPED = "unit_retyped"
    UNIT_MOVED = "unit_moved"
    OBJECTIVE_CHANGED = "objective_changed"
    UNIT_SUPPRESSED = "unit_suppressed"
    UNIT_UNCOVERED = "unit_uncovered"
    FUNCTION_ASSIGNED = "function_assigned"
    FUNCTION_STATED = "function_stated"
    FUNCTION_COVERED = "function_covered"
    FUNCTION_AMENDED = "function_amended"
    FUNCTION_RELABELLED = "function_relabelled"
    FUNCTION_TRANSFERRED = "function_transferred"
    FUNCTION_REMOVED = "function_removed"
    FUNCTION_UNCOVERED = "function_uncovered"
    POST_CREATED = "post_created"
    POST_STATED = "post_stated"
    POST_CHANGED = "post_changed"
    POST_ABOLISHED = "post_abolished"
    APPOINTED = "appointed"
    APPOINTMENT_STATED = "appointment_stated"
    APPOINTMENT_CHANGED = "appointment_changed"
    APPOINTMENT_ENDED = "appointment_ended"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one thing; `unit` is where it is, or was.

    `before` and `after` are the values of the changed field: names, texts, labels, codes of units.
    """

    kind: ChangeKind
    noun: Noun
    code: str
    unit: str | None
    before: str | None
    after: str | None
    since: LegalDate | None
    legal_basis: LegalBasis | None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two days: its structure and what was covered then."""

    structure: Structure
    coverage: Coverage


def diff(organization: str, base: Side, target: Side) -> list[Change]:
    """Return what changed from `base` to `target`, by noun and code; equal sides give nothing."""
    before = {(noun, code): state for noun, code, state in base.structure.states()}
    after = {(noun, code): state for noun, code, state in target.structure.states()}
    order = list(Noun)
    changes: list[Change] = []
    for key in sorted(before.keys() | after.keys(), key=lambda key: (order.index(key[0]), key[1])):
        old, new = before.get(key), after.get(key)
        if old is None and new is not None:
            changes.append(_appeared(new, base, target, organization))
        elif new is None and old is not None:
            changes.append(_vanished(old, base, target))
        elif old is not None and new is not None and old != new:
            changes += _altered(old, new, target)
    return changes


def unit_of(state: State, structure: Structure) -> str | None:
    """Return the code of the unit that a thing is in: its own for a unit, none for an organization."""
    match state:
        case OrganizationState():
            return None
        case UnitState():
            return state.code
        case FunctionState() | PostState():
            return state.unit
        case AppointmentState():
            post = structure.posts.get(state.post)
            return post.unit if post else None


def _appeared(state: State, base: Side, target: Side, organization: str) -> Change:
    """Tell a birth from a first mention, and both from a part that the register took up."""
    unit = unit_of(state, target.structure)
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
    }
    noun = noun_of(state)
    born, stated, became_covered = kinds[noun]
    kind = born if claimed else stated
    if not claimed and not covered and became_covered is not None:
        kind = became_covered
    return Change(kind, noun, state.code, unit, None, title(state), state.born, state.legal_basis[0])


def _was_covered(unit: str, base: Side, target: Side, organization: str) -> bool:
    """Tell whether the register claimed to know, on the earlier day, what was so where this unit is now."""
    above = (unit, *target.structure.ancestors(unit))
    return any(base.coverage.reaches(base.structure, organization, code) for code in above)


def _vanished(state: State, base: Side, target: Side) -> Change:
    noun = noun_of(state)
    ending = target.structure.endings.get((noun, state.code))
    kinds = {
        Noun.ORGANIZATION: ChangeKind.ORGANIZATION_ENDED,
        Noun.UNIT: ChangeKind.UNIT_SUPPRESSED,
        Noun.FUNCTION: ChangeKind.FUNCTION_REMOVED,
        Noun.POST: ChangeKind.POST_ABOLISHED,
        Noun.APPOINTMENT: ChangeKind.APPOINTMENT_ENDED,
    }
    kind = kinds[noun]
    if ending is None and noun is Noun.UNIT:
        kind = ChangeKind.UNIT_UNCOVERED
    if ending is None and noun is Noun.FUNCTION:
        kind = ChangeKind.FUNCTION_UNCOVERED
    return Change(
        kind,
        noun,
        state.code,
        unit_of(state, base.structure),
        title(state),
        None,
        ending.on if ending else None,
        ending.basis if ending else None,
    )


_FIELDS: dict[type[State], tuple[tuple[ChangeKind, tuple[str, ...]], ...]] = {
    OrganizationState: ((ChangeKind.ORGANIZATION_RENAMED, ("name", "acronym", "time_zone")),),
    UnitState: (
        (ChangeKind.UNIT_RENAMED, ("name", "acronym")),
        (ChangeKind.UNIT_RETYPED, ("kind", "unit_class")),
        (ChangeKind.UNIT_MOVED, ("parent",)),
        (ChangeKind.OBJECTIVE_CHANGED, ("objective",)),
    ),
    FunctionState: (
        (ChangeKind.FUNCTION_TRANSFERRED, ("unit", "post", "parent")),
        (ChangeKind.FUNCTION_RELABELLED, ("label", "list")),
        (ChangeKind.FUNCTION_AMENDED, ("text",)),
    ),
    PostState: ((ChangeKind.POST_CHANGED, ("name", "unit", "heads", "vacant")),),
    AppointmentState: ((ChangeKind.APPOINTMENT_CHANGED, ("post", "capacity", "employment", "lapses")),),
}


def _altered(old: State, new: State, target: Side) -> Iterator[Change]:
    """Yield what differs field by field, each with the last act that changed that field."""
    for kind, names in _FIELDS[type(new)]:
        differing = [name for name in names if getattr(old, name) != getattr(new, name)]
        if differing:
            behind = _behind(new, differing)
            yield Change(
                kind,
                noun_of(new),
                new.code,
                unit_of(new, target.structure),
                _written(getattr(old, differing[0])),
                _written(getattr(new, differing[0])),
                behind.since or new.since,
                behind,
            )


def _behind(state: State, fields: Sequence[str]) -> LegalBasis:
    """Return the last act that changed one of the fields, or else the last one that bears on the thing."""
    named = [basis for basis in state.legal_basis if not set(basis.changed).isdisjoint(fields)]
    return (named or state.legal_basis)[-1]


def noun_of(state: State) -> Noun:
    """Return the noun that a state belongs to."""
    return _NOUNS[type(state)]


_NOUNS: dict[type[State], Noun] = {
    OrganizationState: Noun.ORGANIZATION,
    UnitState: Noun.UNIT,
    FunctionState: Noun.FUNCTION,
    PostState: Noun.POST,
    AppointmentState: Noun.APPOINTMENT,
}


def title(state: State) -> str | None:
    """Return what people call the thing; never a person's name."""
    match state:
        case OrganizationState() | UnitState() | PostState():
            return state.name
        case FunctionState():
            return state.text
        case AppointmentState():
            return state.capacity


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
        case _:
            return str(value)
