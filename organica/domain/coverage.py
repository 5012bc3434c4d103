"""What the register claims to cover on a day: which parts, how far, and when that was last checked.

Takes the claims of enacted files; returns the coverage of a day. Called by history and diff.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from organica.domain.resolution import CoverageClaim, CoverageStatus, NotKnown
from organica.domain.states import Noun
from organica.domain.structure import Structure

Thing = tuple[Noun, str]


class NotCoveredReason(StrEnum):
    """Why a part of an organization, or all of it, is not covered."""

    CONTENTS_NOT_AT_HAND = "contents_not_at_hand"
    NOTHING_ENTERED = "nothing_entered"


@dataclass(frozen=True, slots=True)
class CoveragePart:
    """One covered part: a unit with all below it, or, under the organization's code, everything."""

    part: str
    status: CoverageStatus
    since: date
    checked_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What a file declares not to be known, from the day of its source on, until another file settles it.

    `key` is `<source>#<ref>`. It is about the unit or the programme, or else about the organization.
    """

    key: str
    subject: str
    since: date
    unit: str | None = None
    programme: str | None = None
    lines: str | None = None

    @property
    def source(self) -> str:
        """Return the key of the source that leaves it open."""
        return self.key.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one file reaches: what it claims to cover, and where it says that something is missing.

    `not_at_hand`: the keys of sources whose contents are not at hand. `not_known`: the questions that it
    leaves open; `answers`: the keys of those that it settles. `fallen`: its source never was, and what it
    claims is claimed no more.
    """

    claim: CoverageClaim | None = None
    not_at_hand: tuple[str, ...] = ()
    not_known: tuple[NotKnown, ...] = ()
    answers: tuple[str, ...] = ()
    fallen: bool = False

    def of_nothing(self) -> Reach:
        """Return what is left of it once its source never was: the parts that it had claimed."""
        return Reach(self.claim, fallen=True)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The covered parts of one day, by part, and the keys of sources whose contents are not at hand.

    Those sources are why something may not be covered: they are in force, and nobody knows what they order.
    `gaps` are the open questions by key. For the fold: `settled`, the keys of those open no longer, and
    `fallen`, the parts whose claims fell with their sources.
    """

    parts: tuple[CoveragePart, ...] = ()
    not_at_hand: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    settled: frozenset[str] = field(default=frozenset(), compare=False)
    fallen: tuple[CoveragePart, ...] = field(default=(), compare=False)

    def status(self, organization: str) -> CoverageStatus:
        """Tell how far the whole organization is covered."""
        if not self.parts:
            return CoverageStatus.NONE
        whole = self.part(organization)
        complete = whole is not None and whole.status is CoverageStatus.COMPLETE
        return CoverageStatus.COMPLETE if complete else CoverageStatus.PARTIAL

    def reason(self, organization: str) -> NotCoveredReason | None:
        """Tell why something is not covered; None where the whole organization is."""
        if self.status(organization) is CoverageStatus.COMPLETE:
            return None
        missing = bool(self.not_at_hand)
        return NotCoveredReason.CONTENTS_NOT_AT_HAND if missing else NotCoveredReason.NOTHING_ENTERED

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

    def with_reach(self, reach: Reach, since: date) -> Coverage:
        """Return the coverage as one more file extends it; a weaker claim takes nothing away."""
        if reach.fallen:
            claimed = _parts(reach.claim, since) if reach.claim else ()
            left = (CoveragePart(part.part, CoverageStatus.PARTIAL, since) for part in claimed)
            return replace(self, fallen=(*self.fallen, *left))
        parts = {part.part: part for part in self.parts}
        for new in _parts(reach.claim, since) if reach.claim else ():
            parts[new.part] = _stronger(parts[new.part], new) if new.part in parts else new
        missing = dict.fromkeys((*self.not_at_hand, *reach.not_at_hand))
        settled = self.settled | frozenset(reach.answers)
        gaps = {gap.key: gap for gap in self.gaps}
        for said in reach.not_known:
            gaps[said.ref] = Gap(said.ref, said.subject, since, said.unit, said.programme, said.lines)
        return Coverage(
            tuple(parts[code] for code in sorted(parts)),
            tuple(missing),
            tuple(gaps[key] for key in sorted(gaps) if key not in settled),
            settled,
            self.fallen,
        )

    def left_in(self, structure: Structure, organization: str) -> Coverage:
        """Return the coverage of a day with what is left of claims that fell.

        Where other sources say something of such a part, of which nothing else claims anything, the part is
        covered in part; else nobody would be shown what they say.
        """
        found = self
        # The narrowest says enough: the whole organization comes last.
        for part in sorted(self.fallen, key=lambda each: (each.part == organization, each.part, each.since)):
            bare = (unit for unit in structure.units if not found.reaches(structure, organization, unit))
            if any(part.part in (organization, *structure.ancestors(unit)) for unit in bare):
                parts = sorted((*found.parts, part), key=lambda each: each.part)
                found = replace(found, parts=tuple(parts))
        return found

    def things(self, organization: str) -> Iterator[Thing]:
        """Yield the units and programmes of which something is said."""
        for code in (*(part.part for part in self.parts), *(gap.unit for gap in self.gaps)):
            if code is not None and code != organization:
                yield Noun.UNIT, code
        for gap in self.gaps:
            if gap.programme is not None:
                yield Noun.PROGRAMME, gap.programme

    def without(self, things: Collection[Thing]) -> Coverage:
        """Return the coverage without what is said of some units and programmes."""
        parts = (part for part in self.parts if (Noun.UNIT, part.part) not in things)
        gaps = (
            gap
            for gap in self.gaps
            if (Noun.UNIT, gap.unit) not in things and (Noun.PROGRAMME, gap.programme) not in things
        )
        return replace(self, parts=tuple(parts), gaps=tuple(gaps))


def _parts(claim: CoverageClaim, since: date) -> Iterable[CoveragePart]:
    claimed = (
        (CoverageStatus.COMPLETE, claim.complete_under),
        (CoverageStatus.PARTIAL, claim.partial_under),
    )
    for status, codes in claimed:
        for code in codes:
            yield CoveragePart(code, status, since, claim.checked_on, claim.note)


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
