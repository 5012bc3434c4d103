"""What the sources of an organization say today: each act as the latest rectification or correction reads.

Values, made at the desk (`read`), which judges filings; used by the calendar, by the walk and by whoever
lists acts. What is revoked or suspended is among them: on some days it holds, and `walk` knows on which.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from organica.domain.acts import Act, ActUponActs, Rectify, Target
from organica.domain.coverage import Reach
from organica.domain.refusals.upon import ChangesNothing
from organica.domain.source import LegalBasis, LegalSource

ActKey = tuple[int, int]
"""Where an act was entered: the index of its entry and its position there, counted from 0."""


@dataclass(frozen=True, slots=True)
class SourceReading:
    """A source of one organization as it is read now; `entry` brought it in, `entries` all that it says.

    `invalid`: it never was, because every act that it had was invalidated.
    """

    organization: str
    source: LegalSource
    entry: int
    entries: tuple[int, ...]
    after: tuple[str, ...]
    reaches: tuple[Reach, ...]
    invalid: bool = False


@dataclass(frozen=True, slots=True)
class ReadAct:
    """One act as it is read now, where it was entered, and by which acts it was rectified."""

    reading: SourceReading
    key: ActKey
    ref: str
    act: Act
    rectified_by: tuple[LegalBasis, ...] = ()

    @property
    def organization(self) -> str:
        """Return the code of the organization that the act's file is about."""
        return self.reading.organization

    @property
    def name(self) -> str:
        """Return how other acts name it."""
        return f"{self.reading.source.key}#{self.ref}"


@dataclass(frozen=True, slots=True)
class Readings:
    """The sources in the order of their entries, and their acts by where they were entered.

    `replaced` maps what gives an act a new reading to that act; `given_by` maps an act to what gave it the
    reading that it has.
    """

    sources: tuple[SourceReading, ...]
    acts: Mapping[ActKey, ReadAct]
    replaced: Mapping[ActKey, ActKey]
    given_by: Mapping[ActKey, ActKey]

    def mended_by(self, entry: int) -> frozenset[ActKey]:
        """Return the acts to which an entry gives a new reading."""
        return frozenset(target for by, target in self.replaced.items() if by[0] == entry)

    def reads_as(self, by: ActKey) -> ActKey | None:
        """Return the act that reads as this one says; None where it says how no act reads.

        A correction of a rectification says how the target of that one reads.
        Raises: ChangesNothing where another reading is the one that counts.
        """
        target = self.replaced.get(by)
        while target is not None and isinstance(self.acts[target].act, Rectify):
            by, target = target, self.replaced.get(target)
        if target is not None and self.given_by[target] != by:
            raise ChangesNothing(target=self.acts[target].name)
        return target

    def targets(self, act: ReadAct) -> list[ReadAct]:
        """Return the acts that an act upon acts aims at and that still stand."""
        if not isinstance(act.act, ActUponActs):
            return []
        target = Target.parse(act.act.target)
        return [
            each
            for each in self.acts.values()
            if each.organization == act.organization and each.key != act.key and aimed_at(target, each)
        ]


def aimed_at(target: Target, act: ReadAct) -> bool:
    """Tell whether a target means an act: that of its source and reference, or those of its article."""
    if act.reading.source.key != target.source:
        return False
    if target.article is not None:
        return act.act.provision is not None and act.act.provision.article == target.article
    return target.ref is None or act.ref == target.ref
