"""What differs between two days although no thing says anything else: a renewed basis, a wider coverage.

Takes the two sides of a difference; returns changes. Called by effect and by changes: an act that only
restates, and a file that only covers more, must not seem to do nothing. A reader's diff leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterator

from organica.domain.change import Change, ChangeKind
from organica.domain.coverage import CoveragePart
from organica.domain.dates import LegalDate
from organica.domain.diff import Side
from organica.domain.source import BasisRole, LegalBasis
from organica.domain.states import Noun, State, content
from organica.domain.structure import Structure
from organica.domain.told import noun_of, unit_of

_RENEWING = (BasisRole.RESTATES, BasisRole.RECTIFIES)


def renewals(organization: str, base: Side, target: Side) -> list[Change]:
    """Return what was renewed, thing by thing, and then what became covered otherwise, part by part."""
    return [*_renewed(base.structure, target.structure), *_covered(organization, base, target)]


def _renewed(base: Structure, target: Structure) -> Iterator[Change]:
    if base is target:
        return
    before = {(noun, code): state for noun, code, state in base.states()}
    for noun, code, state in target.states():
        old = before.get((noun, code))
        if old is None or old.legal_basis == state.legal_basis or content(old) != content(state):
            continue
        gained, lost = _gained(old, state), _renewing(old, state)
        if gained:
            yield _renewal(state, target, None, gained[-1])
        elif lost:
            yield _renewal(state, target, lost[-1], None)


def _gained(old: State, new: State) -> list[LegalBasis]:
    """Return what came to the basis of a thing: acts that renew it, or a norm for what was only attested."""
    found = _renewing(new, old)
    granting = new.legal_basis[0]
    return found or ([] if granting.source in {basis.source for basis in old.legal_basis} else [granting])


def _renewing(one: State, other: State) -> list[LegalBasis]:
    """Return what renews the one and not the other."""
    known = set(other.legal_basis)
    return [basis for basis in one.legal_basis if basis.role in _RENEWING and basis not in known]


def _renewal(state: State, target: Structure, lost: LegalBasis | None, gained: LegalBasis | None) -> Change:
    return Change(
        kind=ChangeKind.BASIS_RENEWED,
        noun=noun_of(state),
        code=state.code,
        unit=unit_of(state, target),
        field="legal_basis",
        before=lost.source if lost else None,
        after=gained.source if gained else None,
        since=(gained.since or state.since) if gained else None,
        legal_basis=gained,
    )


def _covered(organization: str, base: Side, target: Side) -> Iterator[Change]:
    if base.coverage == target.coverage:
        return
    parts = {part.part for side in (base, target) for part in side.coverage.parts}
    for code in sorted(parts):
        was, now = base.coverage.part(code), target.coverage.part(code)
        unit = None if code == organization else code
        for field, before, after in _said(was, now):
            yield Change(
                kind=ChangeKind.COVERAGE_CHANGED,
                noun=Noun.ORGANIZATION if unit is None else Noun.UNIT,
                code=code,
                unit=unit,
                field=field,
                before=before,
                after=after,
                since=LegalDate.of(now.since) if now else None,
                legal_basis=None,
            )


def _said(was: CoveragePart | None, now: CoveragePart | None) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield each field that differs, as written."""
    statuses = (was.status.value if was else None, now.status.value if now else None)
    checks = tuple(part.checked_on.isoformat() if part and part.checked_on else None for part in (was, now))
    if statuses[0] != statuses[1]:
        yield "coverage", *statuses
    if checks[0] != checks[1]:
        yield "coverage_checked_on", checks[0], checks[1]
