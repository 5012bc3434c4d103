"""What the register claims to cover on a day: which parts, how far, and when that was last checked.

Takes the claims of enacted files; returns the coverage of a day. Called by history and diff.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from organica.domain.resolution import CoverageClaim, CoverageStatus
from organica.domain.structure import Structure


@dataclass(frozen=True, slots=True)
class CoveragePart:
    """One covered part: a unit with all below it, or, under the organization's code, everything."""

    part: str
    status: CoverageStatus
    since: date
    checked_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The covered parts of one day, by part."""

    parts: tuple[CoveragePart, ...] = ()

    def status(self, organization: str) -> CoverageStatus:
        """Tell how far the whole organization is covered."""
        if not self.parts:
            return CoverageStatus.NONE
        whole = self.part(organization)
        complete = whole is not None and whole.status is CoverageStatus.COMPLETE
        return CoverageStatus.COMPLETE if complete else CoverageStatus.PARTIAL

    def part(self, code: str) -> CoveragePart | None:
        """Return the claim about exactly this part."""
        return next((part for part in self.parts if part.part == code), None)

    @property
    def checked_on(self) -> date | None:
        """Return the day up to which every part was checked; None where one never was."""
        days = [part.checked_on for part in self.parts]
        known = [day for day in days if day is not None]
        return min(known) if known and len(known) == len(days) else None

    def reaches(self, structure: Structure, organization: str, unit: str) -> bool:
        """Tell whether the unit, or one above it, or the whole organization is covered."""
        parts = {part.part for part in self.parts}
        return organization in parts or unit in parts or any(c in parts for c in structure.ancestors(unit))

    def with_claim(self, claim: CoverageClaim, since: date) -> Coverage:
        """Return the coverage as one more file extends it; a weaker claim takes nothing away."""
        parts = {part.part: part for part in self.parts}
        for status, codes in _claimed(claim):
            for code in codes:
                new = CoveragePart(code, status, since, claim.checked_on, claim.note)
                parts[code] = _stronger(parts[code], new) if code in parts else new
        return Coverage(tuple(parts[code] for code in sorted(parts)))


def _claimed(claim: CoverageClaim) -> Iterable[tuple[CoverageStatus, tuple[str, ...]]]:
    return (
        (CoverageStatus.COMPLETE, claim.complete_under),
        (CoverageStatus.PARTIAL, claim.partial_under),
    )


def _stronger(known: CoveragePart, new: CoveragePart) -> CoveragePart:
    checks = [day for day in (known.checked_on, new.checked_on) if day is not None]
    better = new.status is CoverageStatus.COMPLETE and known.status is CoverageStatus.PARTIAL
    return replace(
        known,
        status=new.status if better else known.status,
        since=new.since if better else known.since,
        checked_on=max(checks, default=None),
        note=new.note or known.note,
    )
