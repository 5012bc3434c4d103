"""Versions: how long each state lasts, in both times. The rows of the register, as values.

Takes a history; returns one version for each run of days on which one thing stays as it is. Called by
enact and rebuild (to write rows) and by the archive (to read them).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from organica.domain.coverage import Coverage
from organica.domain.dates import LegalDate
from organica.domain.history import History
from organica.domain.source import LegalBasis, last_act
from organica.domain.states import Noun, State, content


@dataclass(frozen=True, slots=True)
class Version:
    """One state over the days from `start` up to, not including, `end`.

    `until` and `ended_by` tell when and by which act the content of the state ends; several versions
    share them where only the legal basis was renewed in between.
    """

    noun: Noun
    code: str
    start: date
    end: date | None
    state: State
    until: LegalDate | None = None
    ended_by: LegalBasis | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """One answer's days: from a change point up to, not including, the next one."""

    start: date
    end: date | None
    since: LegalDate
    until: LegalDate | None
    certain: bool
    coverage: Coverage


def intervals(history: History) -> list[Interval]:
    """Return the answers' days in order."""
    ends = [moment.day for moment in history.moments[1:]] + [None]
    return [
        Interval(moment.day, end, moment.since, moment.until, moment.certain, moment.coverage)
        for moment, end in zip(history.moments, ends, strict=True)
    ]


def versions(history: History) -> list[Version]:
    """Return every version of everything, by noun, code and start."""
    found: list[Version] = []
    running: dict[tuple[Noun, str], Version] = {}
    for moment in history.moments:
        present = {(noun, code): state for noun, code, state in moment.structure.states()}
        for key, run in list(running.items()):
            state = present.get(key)
            if state is None or state != run.state:
                found.append(replace(running.pop(key), end=moment.day))
        for (noun, code), state in present.items():
            if (noun, code) not in running:
                running[noun, code] = Version(noun, code, moment.day, None, state)
    found += running.values()
    found.sort(key=lambda version: (list(Noun).index(version.noun), version.code, version.start))
    return list(_with_ends(found, history))


def _with_ends(found: list[Version], history: History) -> Iterator[Version]:
    """Give each version the end of its content, looking past mere renewals of the basis."""
    for index, version in enumerate(found):
        last = index
        while _continues(found, last):
            last += 1
        end = found[last].end
        if end is None:
            yield version
            continue
        following = found[last + 1] if last + 1 < len(found) else None
        if following and _touch(version, following, end):
            state = following.state
            later = state.since.earliest > version.state.since.earliest
            until = state.since if later else _date_of(history, end)
            yield replace(version, until=until, ended_by=last_act(state.legal_basis))
        else:
            ending = history.structure_on(end).endings.get((version.noun, version.code))
            yield replace(
                version,
                until=ending.on if ending else _date_of(history, end),
                ended_by=ending.basis if ending else None,
            )


def _continues(found: list[Version], index: int) -> bool:
    """Tell whether the next version is the same content, under a renewed basis."""
    if index + 1 >= len(found):
        return False
    one, other = found[index], found[index + 1]
    return _touch(one, other, one.end) and content(one.state) == content(other.state)


def _touch(one: Version, other: Version, end: date | None) -> bool:
    return (one.noun, one.code, end) == (other.noun, other.code, other.start)


def _date_of(history: History, day: date) -> LegalDate:
    """Return the date of a change point, no more precise than the act that makes it."""
    moment = history.moment_on(day)
    return moment.since if moment else LegalDate.of(day)
