"""What may be entered in the ledger: a resolution, or one of the four filings that are no law.

A resolution orders or attests. A supplement brings in more of a source that is known; a correction mends a
slip of the register itself; a withholding erases names; a mapping ties codes to those of other systems.
Made by `files` from what a person wrote, or from an entry of the ledger; read by `desk`.
"""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.acts import Act
from organica.domain.dates import LegalDate
from organica.domain.errors import BadInput, Says
from organica.domain.resolution import CoverageClaim, DoubtNote, EntryKind, NotKnown, Resolution
from organica.domain.source import Evidence
from organica.domain.states import Noun


@dataclass(frozen=True, slots=True)
class Supplement:
    """More of the same source: acts that were left out, more coverage, the evidence that was missing.

    `source` is the key of a source that the register holds. Its acts count on from those that it has.
    """

    organization: str
    source: str
    acts: tuple[Act, ...] = ()
    evidence: Evidence | None = None
    coverage: CoverageClaim | None = None
    doubts: tuple[DoubtNote, ...] = ()
    not_known: tuple[NotKnown, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def kind(self) -> EntryKind:
        """Return the kind of its entry."""
        return EntryKind.SUPPLEMENT


class NotOneOf(BadInput):
    """Something that must be said in exactly one of several ways. Facts: keys."""

    code = "not_one_of"
    says = Says(
        es="Debe indicarse exactamente uno de estos: {keys}.",
        en="Exactly one of these must be given: {keys}.",
    )
    remedy = Says(es="Deje uno de ellos.", en="Leave one of them.")


@dataclass(frozen=True, slots=True)
class CorrectedAct:
    """How an act, named by its reference in the source, should have been entered; `drop`: not at all.

    Raises: NotOneOf.
    """

    ref: str
    to: Act | None = None
    drop: bool = False

    def __post_init__(self) -> None:
        if (self.to is not None) is self.drop:
            raise NotOneOf(keys=("to", "drop"))


@dataclass(frozen=True, slots=True)
class CorrectedFacts:
    """The facts of a source that were entered wrongly or learnt later; None leaves a fact as it is.

    What makes the key of a source (country, issuer, kind, year, number, series) cannot be corrected.
    """

    in_force_from: LegalDate | None = None
    signed_on: LegalDate | None = None
    published_on: LegalDate | None = None
    notified_on: LegalDate | None = None
    subject: str | None = None
    citation_printed: str | None = None
    text_url: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip of the register, mended: the law did not change, what was entered of it did."""

    organization: str
    source: str
    reason: str
    acts: tuple[CorrectedAct, ...] = ()
    facts: CorrectedFacts | None = None
    evidence: Evidence | None = None

    @property
    def kind(self) -> EntryKind:
        """Return the kind of its entry."""
        return EntryKind.CORRECTION


@dataclass(frozen=True, slots=True)
class Withholding:
    """Names that are no longer shown: those of the holders of these appointments.

    `seals` is not written by people: the seals of the names that the register erased.
    """

    organization: str
    reason: str
    appointments: tuple[str, ...]
    seals: tuple[str, ...] = ()

    @property
    def kind(self) -> EntryKind:
        """Return the kind of its entry."""
        return EntryKind.WITHHOLDING


@dataclass(frozen=True, slots=True)
class ExternalId:
    """What another system calls an organization, a unit, a function, a post or a programme, by its code.

    `withdrawn`: it calls it so no longer, or never did. Raises: NotOneOf.
    """

    system: str
    value: str
    organization: str | None = None
    unit: str | None = None
    function: str | None = None
    post: str | None = None
    programme: str | None = None
    withdrawn: bool = False

    def __post_init__(self) -> None:
        if len(self._named()) != 1:
            raise NotOneOf(keys=("organization", "unit", "function", "post", "programme"))

    def _named(self) -> list[tuple[Noun, str]]:
        named = (
            (Noun.ORGANIZATION, self.organization),
            (Noun.UNIT, self.unit),
            (Noun.FUNCTION, self.function),
            (Noun.POST, self.post),
            (Noun.PROGRAMME, self.programme),
        )
        return [(noun, code) for noun, code in named if code is not None]

    @property
    def noun(self) -> Noun:
        """Return the kind of the thing."""
        return self._named()[0][0]

    @property
    def code(self) -> str:
        """Return the code of the thing in this register."""
        return self._named()[0][1]


@dataclass(frozen=True, slots=True)
class IdMapping:
    """Codes of this register and what other systems call the same things."""

    organization: str
    external_ids: tuple[ExternalId, ...]

    @property
    def kind(self) -> EntryKind:
        """Return the kind of its entry."""
        return EntryKind.MAPPING


Filing = Resolution | Supplement | Correction | Withholding | IdMapping


@dataclass(frozen=True, slots=True)
class Enacted:
    """A filing as it stands in the ledger, its acts bound, under the index of its entry."""

    entry: int
    filing: Filing

    @property
    def organization(self) -> str:
        """Return the code of the organization that the filing is about."""
        return self.filing.organization
