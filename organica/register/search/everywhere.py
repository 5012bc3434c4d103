"""Search over all organizations: what the storage finds, scored as one organization's own search scores it.

Takes the words of a question and a day; asks the storage in a few set-based queries and loads no archive.
Called by search.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from organica.register.changes import local_day
from organica.register.ports import Reads
from organica.register.search.ports import FoundText
from organica.register.search.ranking import Found, FoundField, Scored, Statistics, scored
from organica.register.search.refusals import QuestionTooWide, SearchNotReady
from organica.register.search.texts import Posting, SearchField
from organica.register.turns import Slices, listed
from organica.text.search_words import AskedWord

# How many things one question may read and score; as many take less than half a second.
MAX_FOUND = 10_000
# A thing has a word in some of its texts, now and then in several forms.
ROWS_FOR_EACH = 4
NAMES = (SearchField.NAME, SearchField.ACRONYM, SearchField.POST_NAME, SearchField.PROGRAMME_NAME)


@dataclass(slots=True)
class _Days:
    """Which day it is in each organization; `day` where an organization says no time zone."""

    day: date
    elsewhere: dict[str, date] = field(default_factory=dict)

    @property
    def all(self) -> list[date]:
        return sorted({self.day, *self.elsewhere.values()})

    def of(self, organization: str) -> date:
        return self.elsewhere.get(organization, self.day)


async def find_everywhere(
    register: Reads, asked: Sequence[AskedWord], as_of: date | None, moment: datetime, known: int
) -> list[Scored]:
    """Return what has one of the words in any organization, unordered, with its score.

    Where the words stand in more things than one question may read, only the rarer of them find, and the
    others rank what those find. Where each of them stands in too many, what has the rarest and another one
    is found; and where that is too much too, or there is one word, what has it in a name. What is found has
    the very place and score that it has in a search of its own organization.
    Raises: QuestionTooWide where even so many names have a word; SearchNotReady.
    """
    days = await _days(register, as_of, moment, known)
    stems = sorted(word.stem for word in asked)
    counts = await _counts(register, stems, days, known)
    if not counts and await register.lacks_search():
        raise SearchNotReady()
    found = await _things(await _Reading(register, days, known).rows(stems, counts))
    sizes = await _sizes(register, {thing.organization for thing in found}, days, known)
    statistics = {
        code: Statistics(size, {stem: counts.get((code, stem), 0) for stem in stems})
        for code, size in sizes.items()
    }
    return await listed(scored(asked, thing, statistics[thing.organization]) for thing in found)


async def _days(register: Reads, as_of: date | None, moment: datetime, known: int) -> _Days:
    if as_of is not None:
        return _Days(as_of)
    zones = await register.time_zones(moment.date(), known)
    return _Days(moment.date(), {code: local_day(zone, moment) for code, zone in zones.items()})


async def _counts(
    register: Reads, stems: Sequence[str], days: _Days, known: int
) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for day in days.all:
        counted = await register.things_with_stems(stems, day, known)
        found |= {key: count for key, count in counted.items() if days.of(key[0]) == day}
    return found


class _Reading:
    """Reads where words stand, on the day of each organization and never more than may be read."""

    def __init__(self, register: Reads, days: _Days, known: int) -> None:
        self._register, self._days, self._known = register, days, known

    async def rows(self, stems: Sequence[str], counts: Mapping[tuple[str, str], int]) -> list[FoundText]:
        """Return where the words stand in what they find. Raises: QuestionTooWide."""
        total = dict.fromkeys(stems, 0)
        for (_, stem), count in counts.items():
            total[stem] += count
        rarest = sorted((stem for stem in stems if total[stem]), key=lambda stem: (total[stem], stem))
        finding: list[str] = []
        for stem in rarest:
            if sum(total[each] for each in (*finding, stem)) <= MAX_FOUND:
                finding.append(stem)
        if finding or not rarest:
            ranking = [stem for stem in rarest if stem not in finding]
            return await self._needed(finding) + await self._needed(ranking, finding)
        first, *others = rarest
        both = await self._some([first], others) if others else None
        if both is not None and (more := await self._some(others, [first])) is not None:
            return both + more
        named = await self._some(rarest, fields=NAMES)
        if named is None:
            raise QuestionTooWide(limit=MAX_FOUND)
        return named

    async def _needed(self, stems: Sequence[str], beside: Sequence[str] = ()) -> list[FoundText]:
        rows = await self._some(stems, beside)
        if rows is None:
            raise QuestionTooWide(limit=MAX_FOUND)
        return rows

    async def _some(
        self, stems: Sequence[str], beside: Sequence[str] = (), fields: Sequence[SearchField] = ()
    ) -> list[FoundText] | None:
        """Return where words stand; None where that is more than may be read."""
        found: list[FoundText] = []
        limit = MAX_FOUND * ROWS_FOR_EACH
        for day in self._days.all if stems else ():
            rows = await self._register.found_texts(stems, day, self._known, limit + 1, beside, fields)
            found += [row for row in rows if self._days.of(row.organization) == day]
            if len(rows) > limit:
                return None
        return found


async def _things(rows: Iterable[FoundText]) -> list[Found]:
    slices = Slices()
    found: dict[tuple[str, str], Found] = {}
    postings: dict[tuple[str, str, SearchField], list[Posting]] = {}
    for row in rows:
        key = (row.organization, row.code)
        thing = found.get(key)
        if thing is None:
            thing = found[key] = Found(row.organization, row.code)
        words = postings.setdefault((*key, row.field), [])
        if not words:
            thing.fields[row.field] = FoundField(row.words, words)
        words.append(row.posting)
        if slices.over():
            await slices.turn()
    return list(found.values())


async def _sizes(register: Reads, organizations: set[str], days: _Days, known: int) -> dict[str, int]:
    """Return how many things each organization has on its day."""
    found: dict[str, int] = {}
    for day in days.all:
        own = sorted(code for code in organizations if days.of(code) == day)
        if own:
            found |= await register.things_searched(own, day, known)
    return found
