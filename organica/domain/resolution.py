"""A resolution as the register takes it in: one source, what shows it, what it covers, what it orders.

Made by `files` from what a person wrote, or from an entry of the ledger; bound by `binding`;
folded by `history`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from organica.domain.acts import Act
from organica.domain.refusals.proposals import ContentsBesideActs, KeyOfAnotherKind
from organica.domain.source import Evidence, LegalSource


class EntryKind(StrEnum):
    """What an entry of the ledger is; only an enactment is law."""

    ENACTMENT = "enactment"
    ATTESTATION = "attestation"
    PROPOSAL = "proposal"
    SUPPLEMENT = "supplement"
    CORRECTION = "correction"
    WITHHOLDING = "withholding"
    MAPPING = "mapping"


class SourceContents(StrEnum):
    """Why a file has not all that its source orders: the text is not at hand, or is not about structure."""

    NOT_AT_HAND = "not_at_hand"
    NONE_OF_STRUCTURE = "none_of_structure"


class CoverageStatus(StrEnum):
    """How much of a part the register holds: everything, some of it, or nothing."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NotKnown:
    """A question that a source leaves open, of the organization or of a unit or programme of it.

    `ref` names it in its file, by default its number there; in a reading it is `<source>#<ref>`.
    """

    subject: str
    unit: str | None = None
    programme: str | None = None
    lines: str | None = None
    ref: str = ""


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
    """One file: everything that one source orders, attests or proposes about one organization.

    `after` names sources that come before this one where the dates do not say so. `contents` tells why the
    acts are not all, or none. `replaces` names the proposals in whose place a proposal comes. `not_known` is
    what the source leaves open, `answers` what other files left open (`<source>#<ref>`) and this one settles.
    Raises: ContentsBesideActs, KeyOfAnotherKind.
    """

    organization: str
    kind: EntryKind
    source: LegalSource
    acts: tuple[Act, ...]
    evidence: Evidence | None = None
    coverage: CoverageClaim | None = None
    after: tuple[str, ...] = ()
    doubts: tuple[DoubtNote, ...] = ()
    contents: SourceContents | None = None
    replaces: tuple[str, ...] = ()
    not_known: tuple[NotKnown, ...] = ()
    answers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.contents is SourceContents.NONE_OF_STRUCTURE and self.acts:
            raise ContentsBesideActs()
        misplaced = ("contents", self.contents) if self.proposed else ("replaces", self.replaces)
        if misplaced[1]:
            raise KeyOfAnotherKind(key=misplaced[0], kind=self.kind.value)

    @property
    def proposed(self) -> bool:
        """Tell whether the file only proposes: it is never folded into what is in force."""
        return self.kind is EntryKind.PROPOSAL

    @property
    def normative(self) -> bool:
        """Tell whether the source is a norm; an attestation is not."""
        return self.source.normative
