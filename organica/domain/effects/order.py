"""The order under which an act takes effect: its source, its place in it, its day.

Made by `history` for each act; gives the effects the legal basis and the dates that they write.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from organica.domain.dates import DateBasis, LegalDate
from organica.domain.source import BasisRole, LegalBasis, Provision
from organica.domain.structure import Ending


@dataclass(frozen=True, slots=True)
class Order:
    """Who orders, where, and from when.

    `since` is the date as the source gives it, `day` the civil day on which the fold applies it.
    `rank` grows with the entry and with the act's position in it, and never changes afterwards.
    `partial` lets a unit be stated without name or kind: an attestation fills what norms leave open.
    """

    source: str
    act: str
    since: LegalDate
    day: date
    provision: Provision | None = None
    rank: int = 0
    partial: bool = False

    def basis(self, role: BasisRole, changed: Iterable[str] = ()) -> LegalBasis:
        """Return the legal basis that this act gives, with the fields that it changed."""
        return LegalBasis(
            source=self.source,
            role=role,
            act=self.act,
            provision=self.provision,
            since=self.since,
            changed=tuple(changed),
        )

    def granted(self) -> tuple[LegalBasis, ...]:
        """Return the basis of what this act brings into being."""
        return (self.basis(BasisRole.GRANTS),)

    def at_least(self) -> LegalDate:
        """Return the date of what is merely stated: it was so by then, its beginning is not claimed."""
        return self.since.with_basis(DateBasis.SINCE_AT_LEAST)

    def ending(self) -> Ending:
        """Return how this act ends something."""
        return Ending(self.since, self.basis(BasisRole.AMENDS))
