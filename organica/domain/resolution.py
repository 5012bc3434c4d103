"""A resolution as the register takes it in: one source, what shows it, what it covers, what it orders.

Made by `files` from what a person wrote, or from an entry of the ledger; bound by `binding`;
folded by `history`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from organica.domain.acts import Act
from organica.domain.source import Evidence, LegalSource


class EntryKind(StrEnum):
    """What an entry of the ledger is; only an enactment is law."""

    ENACTMENT = "enactment"
    ATTESTATION = "attestation"
    SUPPLEMENT = "supplement"
    CORRECTION = "correction"
    WITHHOLDING = "withholding"
    MAPPING = "mapping"


class CoverageStatus(StrEnum):
    """How much of a part the register holds: everything, some of it, or nothing."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CoverageClaim:
    """What a file claims to cover, from the day on which its source is in force.

    A part is the code of a unit, with all below it, or the organization's own code for all of it.
    """

    complete_under: tuple[str, ...] = ()
    partial_under: tuple[str, ...] = ()
    checked_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DoubtNote:
    """A doubt that the reader had and what the person who checked the file decided."""

    code: str
    unit: str | None = None
    lines: str | None = None
    printed: str | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """One file: everything that one source orders or attests about one organization.

    `after` names sources that come before this one where the dates do not say so.
    """

    organization: str
    kind: EntryKind
    source: LegalSource
    acts: tuple[Act, ...]
    evidence: Evidence | None = None
    coverage: CoverageClaim | None = None
    after: tuple[str, ...] = ()
    doubts: tuple[DoubtNote, ...] = ()

    @property
    def normative(self) -> bool:
        """Tell whether the source is a norm; an attestation is not."""
        return self.source.normative
