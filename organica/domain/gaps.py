"""What files declare not to be known: held to what exists, and what settles it to what was declared.

Takes the calendar and the moments of a fold; raises the first fault of the fresh filing. Called by history.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from organica.domain.filings import Enacted
from organica.domain.moments import Moment
from organica.domain.readings import SourceReading
from organica.domain.refusals.gaps import GapNamedTwice, GapOfNothing, UnknownGap
from organica.domain.resolution import NotKnown
from organica.domain.schedule import Calendar


def refuse_gaps_of_nothing(moments: Sequence[Moment], calendar: Calendar, fresh: Enacted) -> None:
    """Hold what the fresh filing leaves open, and what it settles, to what there is.

    Raises: GapNamedTwice, GapOfNothing, UnknownGap.
    """
    if not getattr(fresh.filing, "not_known", ()) and not getattr(fresh.filing, "answers", ()):
        return
    own = [each for each in calendar.readings.sources if each.organization == fresh.organization]
    declared = {gap.ref for reading in own for gap in _gaps(reading)}
    for reading in own:
        if fresh.entry not in reading.entries:
            continue
        start = calendar.start_of(reading)
        from_then_on = [moment.structure for moment in moments if moment.day >= start]
        for gap, times in Counter(gap.ref for gap in _gaps(reading)).items():
            if times > 1:
                raise GapNamedTwice(gap=gap, source=reading.source.key)
        for said in _gaps(reading):
            for thing, noun in ((said.unit, "units"), (said.programme, "programmes")):
                if thing is not None and not any(thing in getattr(each, noun) for each in from_then_on):
                    raise GapOfNothing(thing=thing, day=start.isoformat(), source=reading.source.key)
        for settled in (key for reach in reading.reaches for key in reach.answers):
            if settled not in declared:
                raise UnknownGap(gap=settled, organization=fresh.organization, source=reading.source.key)


def _gaps(reading: SourceReading) -> list[NotKnown]:
    return [gap for reach in reading.reaches for gap in reach.not_known]
