"""What REST answers about proposals: which there are, what each orders, and what would be so with it.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`, and by the commands that print JSON. What would be so is marked at the root
(`proposed: true`), with the proposal, so that nobody takes it for what is in force.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from api.rest.answers.answering import Answer, echo
from api.rest.presenting import proposals as shown
from api.rest.presenting import things
from api.rest.presenting.law import Plain
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.proposals import Fate, Proposal, WouldBe


@dataclass(frozen=True, slots=True)
class Previewed:
    """A proposal with what became of it and what would be so with it, as known at an entry."""

    proposal: Proposal
    fate: Fate
    would_be: WouldBe
    in_force: Archive
    known: int
    known_at: KnownAt | None

    def head(self) -> Plain:
        """Return the members with which every answer about one proposal begins."""
        return {
            "organization": self.proposal.organization,
            "known_at": echo(self.known_at, self.known),
            "proposed": True,
            "proposal": shown.proposal(self.proposal, self.fate),
            "applies": self.would_be.applies,
            "refusal": shown.refusal(self.would_be.refusal),
        }


async def previewed(
    consult: Consult, id: str, known_at: KnownAt | None, organization: str | None = None
) -> Previewed:
    """Return a proposal and its preview. Raises: UnknownProposal, AmbiguousProposal, UnknownEntry."""
    found, archive, known = await consult.proposal(id, known_at, organization)
    fate = await consult.proposals.fate(found, await consult.proposals.of(archive, known), known)
    would_be = await consult.proposals.preview(found, archive, known)
    return Previewed(found, fate, would_be, archive, known, known_at)


async def proposals(consult: Consult, code: str, known_at: KnownAt | None = None) -> Answer:
    """Return the proposals of an organization that the register knew, in the order of its entries."""
    known = await consult.known(known_at)
    found = await consult.proposals.of(await consult.archive(code, known), known)
    fates = [await consult.proposals.fate(each, found, known) for each in found]
    return Answer(
        {
            "organization": code,
            "known_at": echo(known_at, known),
            "proposals": [shown.proposal(each, fate) for each, fate in zip(found, fates, strict=True)],
        }
    )


async def proposal(
    consult: Consult, id: str, known_at: KnownAt | None = None, organization: str | None = None
) -> Answer:
    """Return one proposal with its acts, each with what it would change on the proposal's own day."""
    seen = await previewed(consult, id, known_at, organization)
    found = seen.would_be.against(seen.in_force, seen.proposal.day, seen.known)
    acts = [shown.act(each, seen.proposal.organization, found) for each in seen.proposal.acts()]
    return Answer({**seen.head(), "acts": acts})


async def structure(
    consult: Consult,
    id: str,
    as_of: date | None = None,
    known_at: KnownAt | None = None,
    organization: str | None = None,
) -> Answer:
    """Return what the structure would be on a day; null where the proposal can no longer apply."""
    seen = await previewed(consult, id, known_at, organization)
    day = as_of or seen.proposal.day
    return Answer(
        {**seen.head(), "as_of": day.isoformat(), "structure": await _structure(seen.would_be, day)}
    )


async def _structure(would_be: WouldBe, day: date) -> Plain | None:
    if would_be.archive is None:
        return None
    snapshot = would_be.archive.snapshot(day, would_be.known)
    return {
        "organization": things.organization(snapshot),
        **things.moment(snapshot, day),
        "units": await things.nested_units(snapshot) if snapshot.covered else None,
        "references": [things.reference(each) for each in snapshot.references.values()],
    }


async def diff(
    consult: Consult,
    id: str,
    as_of: date | None = None,
    known_at: KnownAt | None = None,
    organization: str | None = None,
) -> Answer:
    """Return what would change on a day against what is in force; null where it can no longer apply."""
    seen = await previewed(consult, id, known_at, organization)
    day = as_of or seen.proposal.day
    found = seen.would_be.against(seen.in_force, day, seen.known)
    changes = [things.change(each, found.basis_view(each)) for each in found.changes] if found else None
    return Answer(
        {
            **seen.head(),
            "as_of": day.isoformat(),
            "changes": changes,
            "sentences": shown.sentences(found, found.changes) if found else None,
        }
    )
