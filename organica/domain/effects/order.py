"""The order under which an act takes effect: its source, its place in it, its day.

Made by `history` for each act; gives the effects the legal basis and the dates that they write.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from organica.domain.dates import DateBasis, LegalDate
from organica.domain.entry_rule import EntryRule
from organica.domain.source import BasisRole, LegalBasis, Provision
from organica.domain.structure import Ending


@dataclass(frozen=True, slots=True)
class Order:
    """Who orders, where, and from when.

    `since` is the date as the source gives it, `day` the civil day on which the fold applies it.
    `rank` grows with the entry and with the act's position in it, and never changes afterwards.
    `rule` is the one that `since` was counted by, where the source prints a rule.
    `partial` lets a unit be stated without name or kind: an attestation fills what norms leave open.
    `rectified_by`: the acts by which this one reads as it does.
    """

    source: str
    act: str
    since: LegalDate
    day: date
    provision: Provision | None = None
    rank: int = 0
    partial: bool = False
    rule: EntryRule | None = None
    rectified_by: tuple[LegalBasis, ...] = ()

    def basis(self, role: BasisRole, changed: Iterable[str] = ()) -> LegalBasis:
        """Return the legal basis that this act gives, with the fields that it changed."""
        return LegalBasis(
            source=self.source,
            role=role,
            act=self.act,
            provision=self.provision,
            since=self.since,
            changed=tuple(changed),
            rule=self.rule,
        )

    def bases(self, role: BasisRole, changed: Iterable[str] = ()) -> tuple[LegalBasis, ...]:
        """Return the legal basis that this act gives, followed by the acts that rectified it."""
        return (self.basis(role, changed), *self.rectified_by)

    def granted(self) -> tuple[LegalBasis, ...]:
        """Return the basis of what this act brings into being."""
        return self.bases(BasisRole.GRANTS)

    def at_least(self) -> LegalDate:
        """Return the date of what is merely stated: it was so by then, its beginning is not claimed."""
        return self.since.with_basis(DateBasis.SINCE_AT_LEAST)

    def ending(self) -> Ending:
        """Return how this act ends something."""
        return Ending(self.since, self.basis(BasisRole.AMENDS))
