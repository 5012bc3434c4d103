"""What is wrong with a filing although each of its acts can be carried out: the order, the others, itself.

Takes the bound acts and the calendar of a fold; raises the first fault. Called by history when a fresh filing
is folded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from organica.domain.acts import ActUponActs, PlainAct
from organica.domain.filings import CorrectedFacts, Correction, Enacted, Supplement
from organica.domain.moments import Moment
from organica.domain.readings import ActKey
from organica.domain.refusals.matters import CoverageOfNothing
from organica.domain.refusals.ordering import LaterActNoLongerApplies, UndatedOrder
from organica.domain.refusals.upon import ActsContradict
from organica.domain.resolution import Resolution
from organica.domain.schedule import Calendar, Scheduled
from organica.domain.structure import Structure
from organica.domain.touches import READ, Matter, OneOf, contradict, touches
from organica.domain.walk import Failure

Bound = Mapping[ActKey, PlainAct]
_CHECKED_BY_EFFECTS = ("existence", "path")


def refuse_failures(failures: Sequence[Failure], fresh: Enacted) -> None:
    """Refuse the fresh filing where acts enacted before could no longer take effect; all are named."""
    if not failures:
        return
    first = failures[0]
    names = dict.fromkeys(each.scheduled.read.name for each in failures)
    source = {"source": fresh.filing.source.key} if isinstance(fresh.filing, Resolution) else {}
    raise LaterActNoLongerApplies(
        first.refusal,
        later_source=first.scheduled.source.key,
        later_act=first.scheduled.ref,
        later_acts=tuple(names),
    ).located(**source)


def refuse_coverage_of_nothing(moments: Sequence[Moment], calendar: Calendar, fresh: Enacted) -> None:
    """Refuse a claim about a part that does not exist on the day from which it is made."""
    claim = fresh.filing.coverage if isinstance(fresh.filing, Resolution | Supplement) else None
    for reading in calendar.readings.sources:
        if claim is None or fresh.entry not in reading.entries:
            continue
        start = calendar.start_of(reading)
        so_far = [moment.structure for moment in moments if moment.day <= start]
        structure = so_far[-1] if so_far else Structure()
        for part in (*claim.complete_under, *claim.partial_under):
            if part != reading.organization and part not in structure.units:
                raise CoverageOfNothing(part=part, day=start.isoformat(), source=reading.source.key)


def refuse_contradictions(bound: Bound, calendar: Calendar, fresh: Enacted) -> None:
    """Refuse two acts of the fresh filing that give one field of one thing two values on one day."""
    said: dict[tuple[str, str, date, Matter], list[tuple[Scheduled, object]]] = {}
    worded = _worded(calendar, fresh)
    moved = _corrected(fresh).in_force_from is not None
    for act in _fresh_acts(calendar, fresh):
        # What was passed over has no codes yet; acts upon acts need none.
        if act.key not in bound and not isinstance(act.act, ActUponActs):
            continue
        for matter, word in touches(bound.get(act.key, act.act)):
            if matter.field in _CHECKED_BY_EFFECTS or isinstance(word, OneOf) or word is READ:
                continue
            before = said.setdefault((act.organization, act.source.key, act.day, matter), [])
            for first, known in before:
                new = not worded.isdisjoint((first.key, act.key)) or (moved and _apart_before(first, act))
                if first is not act and new and contradict(known, word):
                    raise ActsContradict(
                        first=first.ref,
                        second=act.ref,
                        field=matter.field,
                        target=matter.code or matter.noun,
                        source=act.source.key,
                        act=act.ref,
                    )
            before.append((act, word))


def _apart_before(first: Scheduled, second: Scheduled) -> bool:
    """Tell whether two acts of a source may have had other days before the source had its present date.

    Where both have the date of the source, they were of one day when more of the source was taken in.
    """
    return (first.act.in_force_from is None) is not (second.act.in_force_from is None)


def refuse_undated_order(bound: Bound, calendar: Calendar, fresh: Enacted) -> None:
    """Refuse the fresh source where it and another differ on one matter and may be of one day."""
    own: dict[tuple[str, bool, Matter], list[tuple[Scheduled, object]]] = {}
    fresh_acts = _fresh_acts(calendar, fresh)
    ours = {act.key for act in fresh_acts}
    sources = {act.source.key for act in fresh_acts}
    for act in fresh_acts:
        for matter, said in touches(bound.get(act.key, act.act)):
            place = (act.organization, act.source.orders, matter)
            own.setdefault(place, []).append((act, said))
    for act in calendar.acts:
        if act.key in ours or act.source.key in sources:
            continue
        for matter, said in touches(bound.get(act.key, act.act)):
            for fresh_act, our_word in own.get((act.organization, act.source.orders, matter), ()):
                unclear = fresh_act.may_be_of_one_day(act) and not calendar.ordered(act, fresh_act)
                if unclear and contradict(said, our_word):
                    raise UndatedOrder(
                        first=act.source.key,
                        second=fresh_act.source.key,
                        field=matter.field,
                        target=matter.code or fresh_act.ref,
                        act=fresh_act.ref,
                    )


def _worded(calendar: Calendar, fresh: Enacted) -> set[ActKey]:
    """Return the acts that the fresh filing orders, and those that it gives new words."""
    ordered = {act.key for act in calendar.acts if act.key[0] == fresh.entry}
    return ordered | calendar.readings.mended_by(fresh.entry)


def _fresh_acts(calendar: Calendar, fresh: Enacted) -> list[Scheduled]:
    """Return the acts that the fresh filing words, and those that it gives another day or order."""
    worded, facts = _worded(calendar, fresh), _corrected(fresh)
    redated = None
    if isinstance(fresh.filing, Correction) and (facts.in_force_from or facts.signed_on):
        redated = (fresh.organization, fresh.filing.source)
    return [
        act for act in calendar.acts if act.key in worded or (act.organization, act.source.key) == redated
    ]


def _corrected(fresh: Enacted) -> CorrectedFacts:
    """Return the facts of a source that the fresh filing corrects; none where it corrects none."""
    facts = fresh.filing.facts if isinstance(fresh.filing, Correction) else None
    return facts or CorrectedFacts()
