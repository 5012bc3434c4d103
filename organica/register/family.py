"""An organization with those that it is bound to by a succession: they are folded together.

Takes the port for reading; returns the entries that bear on all of them, opened, and their histories. Most
organizations stand alone. Called by enact, rebuild, verify and turn_day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from organica.domain.acts import Act, Rectify, Succeed
from organica.domain.filings import Correction, Enacted, Filing, Supplement
from organica.domain.history import History, fold_together
from organica.domain.resolution import Resolution
from organica.ledger.canonical import digest
from organica.register.documents import opened
from organica.register.ports import Disclosure, Entry, ReadsLedger, names_by_seal


@dataclass(frozen=True)
class Family:
    """Every entry that bears on an organization and on those bound to it, with what may be shown of names.

    `codes` are those that the register gave to things of the organization itself.
    """

    organization: str
    organizations: tuple[str, ...]
    entries: tuple[Entry, ...]
    enacted: tuple[Enacted, ...]
    codes: tuple[str, ...]
    disclosures: tuple[Disclosure, ...]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return the names that may be shown, by their seals."""
        return names_by_seal(self.disclosures)

    @cached_property
    def digests(self) -> tuple[bytes, ...]:
        """Return what tells this state of the ledger from any other."""
        return tuple(digest(entry.document) for entry in self.entries)

    def touched_by(self, entry: int) -> tuple[str, ...]:
        """Return the organizations that an entry touches, its own first."""
        return next(each.organizations for each in self.entries if each.index == entry)


async def family_of(reads: ReadsLedger, organization: str, bound_to: Iterable[str] = ()) -> Family:
    """Read the family of an organization; `bound_to` are heirs that a filing about to be enacted names."""
    found: dict[int, Entry] = {}
    waiting, seen = [organization, *bound_to], set[str]()
    while waiting:
        if (code := waiting.pop()) in seen:
            continue
        seen.add(code)
        for entry in await reads.entries(code):
            found[entry.index] = entry
            waiting += entry.organizations
    entries = tuple(found[index] for index in sorted(found))
    documents = [opened(entry.document) for entry in entries]
    disclosures = [each for code in sorted(seen) for each in await reads.disclosures(code)]
    return Family(
        organization=organization,
        organizations=tuple(sorted(seen)),
        entries=entries,
        enacted=tuple(
            Enacted(entry.index, each.filing) for entry, each in zip(entries, documents, strict=True)
        ),
        codes=tuple(
            code for each in documents if each.filing.organization == organization for code in each.codes
        ),
        disclosures=tuple(disclosures),
    )


def heirs_in(filing: Filing) -> tuple[str, ...]:
    """Return the organizations that a filing names as heirs, in an act of its own or in one that it mends."""
    acts: list[Act | None]
    match filing:
        case Resolution() | Supplement():
            acts = [*filing.acts, *(act.to for act in filing.acts if isinstance(act, Rectify))]
        case Correction():
            acts = [each.to for each in filing.acts]
        case _:
            acts = []
    return tuple(sorted({act.heir for act in acts if isinstance(act, Succeed)}))


def histories_of(family: Family) -> dict[str, History]:
    """Return the histories of all organizations of a family."""
    return fold_together(family.organizations, family.enacted)


def families(entries: Sequence[Entry]) -> list[tuple[tuple[str, ...], list[Entry]]]:
    """Divide a ledger into families: the codes of each, and the entries that bear on them, in their order."""
    bound: dict[str, set[str]] = {}
    for entry in entries:
        together = set[str]().union(*(bound.get(code, {code}) for code in entry.organizations))
        for code in together:
            bound[code] = together
    found: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        found.setdefault(tuple(sorted(bound[entry.organizations[0]])), []).append(entry)
    return sorted(found.items())
