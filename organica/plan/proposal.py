"""A proposal: the acts that lead from the structure in force to a text, each with what speaks for it.

Made by `propose`; shown and written by the command line. Nothing of it is law: a person confirms it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from organica.domain.acts import Act
from organica.domain.outline import Place
from organica.domain.resolution import DoubtNote, Resolution
from organica.plan.reasons import Alternative, Reason


class Level(StrEnum):
    """How sure an act is, in a word."""

    SURE = "sure"
    LIKELY = "likely"
    UNCERTAIN = "uncertain"


SURE_FROM = 0.85
LIKELY_FROM = 0.6
# What may as well be otherwise, for all that the text says.
UNDECIDED_SCORE = 0.5


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure an act is: a word, and a number from 0 to 1 that only orders the acts of one proposal."""

    level: Level
    score: float

    @classmethod
    def of(cls, score: float) -> Confidence:
        """Return the confidence that a score stands for, with two decimals."""
        rounded = round(min(1.0, max(0.0, score)), 2)
        if rounded >= SURE_FROM:
            return cls(Level.SURE, rounded)
        return cls(Level.LIKELY if rounded >= LIKELY_FROM else Level.UNCERTAIN, rounded)


CERTAIN = Confidence(Level.SURE, 1.0)


class Mode(StrEnum):
    """How much a text states. `FIRST`: all, where nothing is in force yet."""

    FIRST = "first"
    FULL = "full"
    PARTIAL = "partial"


class ModeReason(StrEnum):
    """Why a mode was chosen."""

    NOTHING_IN_FORCE = "nothing_in_force"
    GIVEN = "given"
    AMENDMENTS = "amendments"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Scope:
    """What the text states: all, of the body or of `under` and what is below it, or what it mentions."""

    mode: Mode
    because: ModeReason
    under: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedAct:
    """One act with its confidence, its reasons and what it was chosen over, the best alternative first.

    `confirm`: no person should enact it without having decided on it; a suppression always is so. `place` are
    the lines of the order that it carries out, where the text gives orders.
    """

    act: Act
    confidence: Confidence
    because: tuple[Reason, ...] = ()
    instead_of: tuple[Alternative, ...] = ()
    confirm: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The resolution of the text's own source, and the attestation of the heads that it names, if any.

    `acts` are those of the resolution, one by one and in its order; `doubts` are also in the resolution.
    """

    resolution: Resolution
    attestation: Resolution | None
    acts: tuple[PlannedAct, ...]
    doubts: tuple[DoubtNote, ...]
    scope: Scope

    @property
    def mode(self) -> Mode:
        """Return how much the text states."""
        return self.scope.mode
