"""What a text is compared with before anything is proposed: what is in force on its day, and what was given.

Takes the ledger and a day; returns the standing of an organization. Called by `organica plan`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from organica.domain.resolution import Resolution
from organica.domain.structure import Structure
from organica.register.family import family_of, histories_of
from organica.register.ports import ReadsLedger


@dataclass(frozen=True, slots=True)
class Standing:
    """How an organization stands on a day; empty where the register does not know it.

    `taken` are the codes of all units that it ever had; `sources` the entry of each source that was enacted
    or attested for it, by key.
    """

    structure: Structure = field(default_factory=Structure)
    taken: frozenset[str] = frozenset()
    sources: Mapping[str, int] = field(default_factory=dict)


async def standing(reads: ReadsLedger, organization: str, day: date) -> Standing:
    """Return what is in force of an organization on a day, as the register knows it now."""
    family = await family_of(reads, organization)
    history = histories_of(family)[organization]
    return Standing(
        structure=history.structure_on(day),
        taken=frozenset(code for moment in history.moments for code in moment.structure.units),
        sources={
            each.filing.source.key: each.entry
            for each in family.enacted
            if isinstance(each.filing, Resolution) and each.organization == organization
        },
    )
