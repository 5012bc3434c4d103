"""A legal source: the act of an authority, or the document that merely attests, behind every fact.

Takes what is printed on it; returns its permanent key and its citation. Called by acts and readers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from organica.domain.dates import LegalDate
from organica.domain.entry_rule import EntryRule
from organica.domain.errors import BadInput, Says
from organica.domain.refusals.proposals import KindOfProposals


class SourceWithoutName(BadInput):
    """A source that nobody could cite: no number or title with a Latin letter or a digit."""

    code = "source_without_name"
    says = Says(
        es="La fuente legal no tiene un número o título con letras latinas o cifras.",
        en="The legal source has no number or title with Latin letters or digits.",
    )
    remedy = Says(
        es="Indique `number` (y `series` si la lleva) o, si no tiene número, `title`.",
        en="Give `number` (and `series` if it has one) or, where there is no number, `title`.",
    )


class SourceKeyTooLong(BadInput):
    """A source whose key would be too long for ids, cursors and addresses. Facts: characters, most."""

    code = "source_key_too_long"
    says = Says(
        es="La clave de la fuente legal tendría {characters} caracteres; caben {most}.",
        en="The key of the legal source would have {characters} characters; {most} fit.",
    )
    remedy = Says(
        es="Indique `number`, o acorte `title` y deje el título completo en `citation`.",
        en="Give `number`, or shorten `title` and keep the whole title in `citation`.",
    )


# The key is part of ids, cursors and URLs; 200 leave room for what stands around it there.
MAX_KEY_CHARACTERS = 200
# With this begins the kind in the key of a proposal, and no other kind of source.
_PROPOSAL = "propuesta_"
# Every Spanish word with this ending bears an accent, which the code of a kind cannot hold.
_UNACCENTED = re.compile(r"([cs])ion\b")


class BasisRole(StrEnum):
    """What a source does to the thing whose basis it is."""

    GRANTS = "grants"
    AMENDS = "amends"
    RESTATES = "restates"
    RECTIFIES = "rectifies"
    REVOKES = "revokes"
    SUSPENDS = "suspends"
    RESUMES = "resumes"


class SourceNature(StrEnum):
    """What a source is: an act of an authority, a document that attests, or one that only proposes."""

    NORM = "norm"
    ATTESTATION = "attestation"
    PROPOSAL = "proposal"


class RelationKind(StrEnum):
    """How one source bears on another; abrogating is whole, derogating is in part.

    A text that gathers a norm with all its amendments (texto único ordenado) consolidates it.
    """

    AMENDS = "amends"
    REPEALS = "repeals"
    DEROGATES = "derogates"
    CORRECTS = "corrects"
    APPROVES = "approves"
    IMPLEMENTS = "implements"
    CONSOLIDATES = "consolidates"


@dataclass(frozen=True, slots=True)
class Provision:
    """The place inside a source: of its document, the article, paragraph and label, and as printed."""

    document: str | None = None
    article: str | None = None
    paragraph: str | None = None
    label: str | None = None
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What this source does to another one, named by its key."""

    kind: RelationKind
    target: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text was transcribed from; what is not at hand is left out, never invented.

    `file` is relative to the seed's folder; `sha256` is of the file's bytes, in hexadecimal;
    `lines` is "first-last", counted from 1.
    """

    file: str | None = None
    url: str | None = None
    retrieved_on: LegalDate | None = None
    sha256: str | None = None
    lines: str | None = None


@dataclass(frozen=True)
class LegalSource:
    """The identity of a source and the facts printed on it.

    `issuer` is the slug of the body that issued it; `normative` is false for an attestation, which
    only says that something is so, and for a proposal. Numbers are text: "010", "1.10" and "35" are three
    numbers.
    Raises: SourceWithoutName, SourceKeyTooLong.
    """

    country: str
    issuer: str
    kind: str
    year: str
    in_force_from: LegalDate
    number: str | None = None
    series: str | None = None
    title: str | None = None
    citation_printed: str | None = None
    subject: str | None = None
    signed_on: LegalDate | None = None
    published_on: LegalDate | None = None
    notified_on: LegalDate | None = None
    text_url: str | None = None
    normative: bool = True
    relations: tuple[Relation, ...] = ()
    proposal: bool = False

    def __post_init__(self) -> None:
        if not _path_part(self.number or self.title or ""):
            raise SourceWithoutName()
        if len(self.key) > MAX_KEY_CHARACTERS:
            raise SourceKeyTooLong(characters=len(self.key), most=MAX_KEY_CHARACTERS)

    @property
    def nature(self) -> SourceNature:
        """Tell what the source is."""
        if self.proposal:
            return SourceNature.PROPOSAL
        return SourceNature.NORM if self.normative else SourceNature.ATTESTATION

    @property
    def orders(self) -> bool:
        """Tell whether its acts are folded as orders: a norm's are and, in a preview, a proposal's."""
        return self.nature is not SourceNature.ATTESTATION

    @cached_property
    def key(self) -> str:
        """Return `<country>/<issuer>/<kind>/<year>/<number>[-<series>]`, the path of its URI.

        The kind in the key of a proposal begins with "propuesta". No norm ever has the same key, nor the
        attestation that the same document may be: `refuse_kind_of_proposals` leaves those kinds to proposals.
        """
        if self.number:
            name = _path_part(self.number) + (f"-{_path_part(self.series)}" if self.series else "")
        else:
            name = _path_part((self.title or "").lower())
        kind = f"{_PROPOSAL}{self.kind}" if self.proposal else self.kind
        return "/".join((self.country, self.issuer, kind.replace("_", "-"), self.year, name))

    @cached_property
    def citation(self) -> str:
        """Return how people cite it: as printed, or its title, or its kind with number and year."""
        if self.citation_printed or self.title:
            return self.citation_printed or self.title or ""
        series = f"-{self.series}" if self.series else ""
        return f"{kind_in_words(self.kind)} {self.number}{series} de {self.year}"


def kind_in_words(kind: str) -> str:
    """Return a kind of source as Spanish writes it, where no vocabulary says how: "Resolución exenta"."""
    return _UNACCENTED.sub(r"\1ión", kind.replace("_", " ")).capitalize()


def refuse_kind_of_proposals(kind: str, nature: SourceNature) -> None:
    """Hold the kind of a source that is about to be written to what it is. Raises: KindOfProposals."""
    if nature is not SourceNature.PROPOSAL and kind.startswith(_PROPOSAL):
        raise KindOfProposals(kind=kind, rest=kind.removeprefix(_PROPOSAL))


def citation_of(source: LegalSource, place: Provision | None) -> str:
    """Return how people cite a source and a place in it: as printed, or by article, or by label."""
    if place is None:
        return source.citation
    printed = place.printed or (f"artículo {place.article}" if place.article else place.label)
    return f"{source.citation}, {printed}" if printed else source.citation


def _path_part(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.]+", "-", plain).strip("-.")


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """Why a thing is as it is: the source, the place in it, and what it did.

    `source` is the key; `act` is the reference of the act inside its file. `since` is the date of the
    act, and `changed` names the fields that it altered: a diff over years then finds the act behind each.
    `rule` is the one that the date was counted by.
    """

    source: str
    role: BasisRole
    act: str
    provision: Provision | None = None
    since: LegalDate | None = None
    changed: tuple[str, ...] = ()
    rule: EntryRule | None = None


# What takes an act's force away, or gives it back, without an order of its own.
UPON = frozenset({BasisRole.REVOKES, BasisRole.SUSPENDS, BasisRole.RESUMES})


def last_act(legal_basis: Sequence[LegalBasis]) -> LegalBasis:
    """Return the last act that bears on a thing; one that only rectified another's words is not it."""
    acting = [basis for basis in legal_basis if basis.role is not BasisRole.RECTIFIES]
    return (acting or list(legal_basis))[-1]
