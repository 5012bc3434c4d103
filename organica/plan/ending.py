"""The units that a text which states the whole no longer has.

Takes a comparison; returns the suppressions, each to be confirmed by a person. Called by propose, after the
acts that take away what the units held.
"""

from __future__ import annotations

from collections.abc import Iterator

from organica.domain.acts import SuppressUnit
from organica.plan.comparison import Comparison
from organica.plan.proposal import Confidence, PlannedAct
from organica.plan.reasons import Alternative, AlternativeCode, Reason, ReasonCode

_SCORE = 0.9


def suppressions(found: Comparison) -> Iterator[PlannedAct]:
    """Yield the end of each unit that the text has no more, what hangs lower first."""
    deepest_first = sorted(
        found.ending, key=lambda unit: -len(list(found.structure.ancestors(found.sides.units[unit].code)))
    )
    for number in deepest_first:
        unit = found.sides.units[number]
        rivals = [
            (pair.worth, entry)
            for entry, pairs in found.units.possible.items()
            for pair in pairs
            if pair.unit == number
        ]
        renames = tuple(
            Alternative(
                AlternativeCode.RENAME,
                round(min(worth, 0.5), 2),
                {"name": unit.name, "new": found.sides.entries[entry].name},
            )
            for worth, entry in sorted(rivals, key=lambda rival: (-rival[0], rival[1]))[:2]
        )
        keep = Alternative(AlternativeCode.KEEP, round(1 - _SCORE, 2))
        score = min(_SCORE, 1.0 - max((other.score for other in renames), default=0.0))
        because = (Reason(ReasonCode.NOT_IN_TEXT),)
        act = SuppressUnit(unit=unit.code)
        yield PlannedAct(act, Confidence.of(score), because, (*renames, keep), confirm=True)
