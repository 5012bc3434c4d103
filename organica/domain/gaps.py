"""What files declare not to be known: held to what exists, and what settles it to what was declared.

Takes the calendar and the moments of a fold; raises the first fault of the fresh filing. Called by history.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from organica.domain.filings import Enacted, Supplement
from organica.domain.moments import Moment
from organica.domain.readings import SourceReading
from organica.domain.refusals.gaps import GapNamedTwice, GapOfNothing, UnknownGap
from organica.domain.resolution import NotKnown, Resolution
from organica.domain.schedule import Calendar


def refuse_gaps_of_nothing(moments: Sequence[Moment], calendar: Calendar, fresh: Enacted) -> None:
    """Hold what the fresh filing leaves open, and what it settles, to what there is.

    What its source left open before is judged no more: a thing may be there no longer, since what was entered
    of it was corrected.
    Raises: GapNamedTwice, GapOfNothing, UnknownGap.
    """
    filing = fresh.filing
    if not isinstance(filing, Resolution | Supplement) or not (filing.not_known or filing.answers):
        return
    own = [each for each in calendar.readings.sources if each.organization == fresh.organization]
    reading = next(each for each in own if fresh.entry in each.entries)
    source, start = reading.source.key, calendar.start_of(reading)
    for gap, times in Counter(gap.ref for gap in _gaps(reading)).items():
        if times > 1:
            raise GapNamedTwice(gap=gap, source=source)
    since = [*[each for each in moments if each.day <= start][-1:], *(m for m in moments if m.day > start)]
    units = {code for moment in since for code in moment.structure.units}
    programmes = {code for moment in since for code in moment.structure.programmes}
    for said in filing.not_known:
        for thing, there in ((said.unit, units), (said.programme, programmes)):
            if thing is not None and thing not in there:
                raise GapOfNothing(thing=thing, day=start.isoformat(), source=source)
    declared = {gap.ref for each in own for gap in _gaps(each)}
    for settled in filing.answers:
        if settled not in declared:
            raise UnknownGap(gap=settled, organization=fresh.organization, source=source)


def _gaps(reading: SourceReading) -> list[NotKnown]:
    return [gap for reach in reading.reaches for gap in reach.not_known]
