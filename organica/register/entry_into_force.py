"""Counting the days that a resolution gives as rules: "a los 90 días hábiles de su publicación".

Takes a resolution as a file gives it; returns it with every rule's day, marked as computed, and the calendar
that was used. Called by enact before it folds. The entry keeps both, so that a replay never counts again: a
newer calendar leaves what was enacted as it was.

Working days (días hábiles administrativos) are Monday to Friday except the public holidays of the source's
country, as the library `holidays` knows them. It knows no days that a government declares non-working for
its own offices (Peru's días no laborables del sector público, which article 145 of the TUO of Ley 27444 also
leaves out) nor regional holidays: where one falls among the days counted, the file states the day itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib.metadata import version

import holidays

from organica.domain.acts import Act, Rectify
from organica.domain.counting import WorkingDays, counted
from organica.domain.desk import read
from organica.domain.errors import Refused
from organica.domain.filings import CorrectedFacts, Correction, Enacted, Filing, Supplement
from organica.domain.mending import with_facts
from organica.domain.resolution import Resolution
from organica.domain.source import LegalSource
from organica.register.refusals import RuleCountsFrom, RuleWithoutCalendar

_SATURDAY = 5


def with_computed_dates(filing: Filing, enacted: Iterable[Enacted]) -> Filing:
    """Return the filing with the day of every rule, that of its source and those of its acts.

    `enacted`: what the register holds. A rectified or corrected act is counted from the dates of its source.
    Raises: RuleWithoutDay, RuleWithoutCalendar, RuleOutOfRange, RuleGivesAnotherDay, with the source and
    the reference of the act.
    """
    known = [each for each in enacted if each.organization == filing.organization]
    held = {reading.source.key: reading.source for reading in read(known).sources}
    match filing:
        case Resolution():
            source = with_computed_start(filing.source)
            acts = with_computed_acts(filing.acts, source, held.values())
            return replace(filing, source=source, acts=acts)
        case Supplement() if filing.source in held:
            own = held[filing.source]
            return replace(filing, acts=with_computed_acts(filing.acts, own, held.values()))
        case Correction() if filing.source in held:
            own = held[filing.source]
            facts = filing.facts
            _refuse_uncounted(own, facts)
            if facts is not None and facts.in_force_from is not None:
                start = with_computed_start(with_facts(own, facts)).in_force_from
                facts = replace(facts, in_force_from=start)
            mended = (
                each
                if each.to is None
                else replace(each, to=with_computed_acts((each.to,), own, held.values())[0])
                for each in filing.acts
            )
            return replace(filing, facts=facts, acts=tuple(mended))
        case _:
            return filing


def _refuse_uncounted(source: LegalSource, facts: CorrectedFacts | None) -> None:
    """Refuse to mend a date that a rule counts from and leave the day counted. Raises: RuleCountsFrom."""
    rule = source.in_force_from.rule
    if facts is None or facts.in_force_from is not None or rule is None:
        return
    if getattr(facts, rule.after.value) is not None:
        raise RuleCountsFrom(after=rule.after.value, day=source.in_force_from.value, source=source.key)


def with_computed_start(source: LegalSource) -> LegalSource:
    """Return a source with the day from which it is in force. Raises: as `with_computed_dates`."""
    try:
        start = counted(source.in_force_from, source, _working_days(source.country))
    except Refused as refusal:
        raise refusal.located(source=source.key) from None
    return source if start == source.in_force_from else replace(source, in_force_from=start)


def with_computed_acts(
    acts: Iterable[Act], source: LegalSource, held: Iterable[LegalSource]
) -> tuple[Act, ...]:
    """Return acts of a source with the days of their own rules. Raises: as `with_computed_dates`."""
    by_key = {each.key: each for each in held}
    found: list[Act] = []
    for position, act in enumerate(acts):
        try:
            found.append(_with_computed_date(act, source, by_key))
        except Refused as refusal:
            raise refusal.located(source=source.key, act=act.ref or str(position + 1)) from None
    return tuple(found)


def _with_computed_date(act: Act, source: LegalSource, by_key: Mapping[str, LegalSource]) -> Act:
    if act.in_force_from is not None:
        start = counted(act.in_force_from, source, _working_days(source.country))
        act = replace(act, in_force_from=start)
    if isinstance(act, Rectify):
        rectified = by_key.get(act.target.partition("#")[0])
        # A target that the register does not hold is refused by the fold, which names it.
        if rectified is not None and act.to.in_force_from is not None:
            start = counted(act.to.in_force_from, rectified, _working_days(rectified.country))
            act = replace(act, to=replace(act.to, in_force_from=start))
    return act


def _working_days(country: str) -> WorkingDays:
    calendar = f"holidays {version('holidays')}, {country.upper()}"

    def is_working_day(day: date) -> bool:
        return day.weekday() < _SATURDAY and day not in _public_holidays(country, day.year)

    return WorkingDays(calendar, is_working_day)


@lru_cache(maxsize=64)
def _public_holidays(country: str, year: int) -> frozenset[date]:
    """Return the public holidays of a year. Raises: RuleWithoutCalendar."""
    try:
        known = holidays.country_holidays(country.upper(), years=year)
    except NotImplementedError:
        raise RuleWithoutCalendar(country=country, year=year) from None
    if not known.start_year <= year <= known.end_year:
        # The library answers such a year with no holidays at all.
        raise RuleWithoutCalendar(country=country, year=year)
    return frozenset(known)
