"""What files declare beside their acts: what is covered, what is not at hand, and which questions are open.

Takes what the filings say and the calendar; tells what is declared of an organization on a day. Source: design,
section 3, "Coverage is declared"; decision 0029. What a source declares falls with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from organica.domain.filings import Filing, Supplement
from organica.domain.resolution import Resolution
from tests.support.law.calendar import Calendar
from tests.support.law.given import Answers
from tests.support.law.reading import Readings, Source
from tests.support.law.state import Things

Parts = set[tuple[str, str]]


class Declared:
    """What the sources of all organizations declare."""

    def __init__(self, readings: Readings, calendar: Calendar) -> None:
        self._sources = [each for each in readings.sources.values() if each.declares]
        self._start = {each.key: calendar.start_of(each) for each in self._sources}

    def days(self) -> Iterable[date]:
        """Return the days from which something is declared."""
        return self._start.values()

    def _by(self, day: date, organization: str, *, invalid: bool = False) -> Iterator[Source]:
        for each in self._sources:
            if (each.organization, each.invalid) == (organization, invalid) and self._start[each.key] <= day:
                yield each

    def parts(self, day: date, organization: str, units: Things) -> Parts:
        """Return what is covered: what is claimed, and in part what others say where a claim fell."""
        complete = {part for each in self._by(day, organization) for part in each.claims}
        fell = {part for each in self._by(day, organization, invalid=True) for part in each.claims}
        partly: set[str] = set()
        for part in sorted(fell, key=lambda part: (part == organization, part)):
            covering = complete | partly
            for unit in units:
                places = {organization, *_above(unit, units)}
                if part in places and not places & covering:
                    partly.add(part)
        return {(part, "complete") for part in complete} | {(part, "partial") for part in partly}

    def covers(self, day: date, organization: str, units: Things) -> bool:
        """Tell whether the whole organization is covered, completely or in part."""
        return any(part == organization for part, _ in self.parts(day, organization, units))

    def open(self, day: date, organization: str) -> set[tuple[str, str | None]]:
        """Return the questions that are open on a day, each with the unit that it is about."""
        standing = list(self._by(day, organization))
        settled = {key for each in standing for key in each.answers}
        return {(key, unit) for each in standing for key, unit in each.gaps if key not in settled}

    def not_at_hand(self, day: date, organization: str) -> set[str]:
        """Return the sources whose contents nobody has entered."""
        return {each.key for each in self._by(day, organization) if each.not_at_hand}

    def wrong_with(self, filing: Filing, answers: list[Answers]) -> Iterator[str]:
        """Yield what is wrong with what a filing declares, after a replay with it."""
        if not isinstance(filing, Resolution | Supplement):
            return
        own = filing.organization
        key = filing.source.key if isinstance(filing, Resolution) else filing.source
        if key not in self._start:
            return
        units = [(each.day, set(each.pictures.get(own, {"units": ()})["units"])) for each in answers]
        before = [codes for day, codes in units if day <= self._start[key]][-1:]
        after = [codes for day, codes in units if day > self._start[key]]
        claimed = filing.coverage.complete_under if filing.coverage else ()
        if not set(claimed) - {own} <= set().union(*before):
            yield "coverage_of_nothing"
        if not {said.unit for said in filing.not_known} - {None} <= set().union(*before, *after):
            yield "gap_of_nothing"
        declared = {
            gap
            for each in self._sources
            if each.organization == own and not each.invalid
            for gap, _ in each.gaps
        }
        if not set(filing.answers) <= declared:
            yield "unknown_gap"


def of_things(answers: list[Answers]) -> None:
    """Take out of what is covered and asked what is about units that never were."""
    ever: dict[str, set[str]] = {}
    for each in answers:
        for code, picture in each.pictures.items():
            ever.setdefault(code, {code}).update(picture["units"])
    for each in answers:
        for code, parts in each.parts.items():
            each.parts[code] = {(part, how) for part, how in parts if part in ever.get(code, {code})}
        for code, gaps in each.gaps.items():
            each.gaps[code] = {
                (key, unit) for key, unit in gaps if unit is None or unit in ever.get(code, ())
            }


def _above(unit: str, units: Things) -> Iterator[str]:
    """Yield a unit and those above it."""
    seen: set[str] = set()
    code: str | None = unit
    while code is not None and code in units and code not in seen:
        seen.add(code)
        yield code
        code = units[code]["parent"][1]
