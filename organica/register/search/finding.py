"""Search: who does what, in one organization or in all, as of a day and as known at an entry.

Takes a question in the words of whoever asks; returns one page of what has those words, the most telling
first, with the words marked. Called by consult. One organization is searched in its archive; all together in
the storage, and then only those whose things the page shows are loaded. Both rank by the same rules.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING

from organica.register.archive import Archive
from organica.register.changes import local_day
from organica.register.ports import Reads
from organica.register.programme_views import ProgrammeVersion
from organica.register.refusals import UnreadableRow
from organica.register.search.everywhere import find_everywhere
from organica.register.search.index import index_of
from organica.register.search.places import Place, Question
from organica.register.search.ranking import Scored, scored
from organica.register.search.refusals import NothingToSearch, QuestionTooLong
from organica.register.search.texts import OF_PROGRAMME, SearchField, texts_of
from organica.register.snapshot import Snapshot
from organica.register.turns import Slices, listed
from organica.register.views import FunctionVersion, PostVersion, UnitVersion
from organica.register.watching import note_today
from organica.text.search_words import AskedWord, asked_words, words_of

if TYPE_CHECKING:
    from organica.register.consult import Consult

MAX_QUESTION_CHARACTERS = 200
# Civil days begin on a quarter of an hour of UTC everywhere, so that within one no day changes anywhere.
QUARTER = timedelta(minutes=15)

Searched = UnitVersion | FunctionVersion | PostVersion | ProgrammeVersion


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found, in the snapshot of the day.

    `field` says which of its texts tells most; `text` is that one, literal; `marks` are the words in it that
    were looked for, each from its first character up to, not including, the one behind its last. `place` is
    where to go on after it.
    """

    thing: Searched
    as_of: date
    field: SearchField
    text: str
    marks: tuple[tuple[int, int], ...]
    score: float
    place: str

    @property
    def unit(self) -> UnitVersion | None:
        """Return the unit that it is, is in or is run by; None where no unit is known to run it."""
        return self.thing if isinstance(self.thing, UnitVersion) else self.thing.unit

    @property
    def snapshot(self) -> Snapshot:
        """Return the answer that it is part of."""
        return self.thing.snapshot


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Some hits in their order; `total` counts all of them, `more` tells whether others follow."""

    hits: tuple[Hit, ...]
    total: int
    more: bool
    known: int


def words_looked_for(question: str) -> list[AskedWord]:
    """Return the words that a question looks for. Raises: QuestionTooLong, NothingToSearch."""
    if len(question) > MAX_QUESTION_CHARACTERS:
        raise QuestionTooLong(characters=len(question), limit=MAX_QUESTION_CHARACTERS)
    asked = asked_words(question)
    if not asked:
        raise NothingToSearch()
    return asked


async def search(
    consult: Consult,
    register: Reads,
    question: Question,
    first: int,
    after: str | None = None,
    at_entry: int | None = None,
) -> SearchPage:
    """Return a page of what a question finds, `first` hits at most, after the place of another hit.

    `at_entry`: what the question's state of knowledge means, where whoever asks has fixed it already.
    A place holds what the first page was answered with: the register's newest entry, and the quarter of an
    hour where no day was asked for. So nothing that is enacted in between is repeated or lost.
    Raises: NothingToSearch, QuestionTooLong, QuestionTooWide, BadSearchCursor, SearchNotReady,
    UnknownOrganization, UnknownEntry.
    """
    asked = words_looked_for(question.text)
    place = question.place(after) if after is not None else None
    known = await _known(consult, question, place, at_entry)
    moment = _moment(consult.now(), question, place)
    if question.organization is None:
        found = await find_everywhere(register, asked, question.as_of, moment, known)
    else:
        archive = await consult.archive(question.organization, known)
        found = await find_in(archive, asked, _day(archive, question.as_of, moment, known), known)
    ranked = sorted(await listed((each.order, each) for each in found), key=itemgetter(0))
    start = bisect_right(ranked, place.order, key=itemgetter(0)) if place else 0
    slices, hits = Slices(), list[Hit]()
    for _, each in ranked[start : start + first]:
        if slices.over():
            await slices.turn()
        archive = await consult.archive(each.organization, known)
        day = _day(archive, question.as_of, moment, known)
        written = question.place_of(each, known, None if question.as_of else moment)
        hits.append(_hit(archive.snapshot(day, known), day, each, asked, written))
    return SearchPage(tuple(hits), len(found), start + first < len(found), known)


async def _known(consult: Consult, question: Question, place: Place | None, at_entry: int | None) -> int:
    if place is not None:
        return await consult.known(place.knowledge)
    return await consult.known(question.known_at) if at_entry is None else at_entry


async def find_in(archive: Archive, asked: Sequence[AskedWord], day: date, known: int) -> list[Scored]:
    """Return what has one of the words in one organization on a day, unordered, with its score."""
    index = await index_of(archive)
    found, statistics = await index.find(asked, archive.snapshot(day, known))
    return await listed(scored(asked, thing, statistics) for thing in found)


def _moment(now: datetime, question: Question, place: Place | None) -> datetime:
    """Return the quarter of an hour whose civil days are meant where no day was asked for."""
    if place is not None and place.moment is not None:
        return place.moment
    moment = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    if question.as_of is None:
        note_today(moment + QUARTER)
    return moment


def _day(archive: Archive, as_of: date | None, moment: datetime, known: int) -> date:
    """Return the day asked for, or today where the organization is."""
    if as_of is not None:
        return as_of
    state = archive.snapshot(moment.date(), known).organization
    return local_day(state.state.time_zone if state else None, moment)


def _hit(snapshot: Snapshot, day: date, found: Scored, asked: Iterable[AskedWord], place: str) -> Hit:
    """Return a hit with its marks. Raises: UnreadableRow where the index says what the register does not."""
    thing = _thing(snapshot, found)
    text = dict(texts_of(thing.state)).get(found.field) if thing else None
    if thing is None or text is None:
        key = f"{found.organization} {found.code} {found.field}"
        raise UnreadableRow(table="search_text", key=key, cause="the register says no such text on this day")
    stems = {word.stem for word in asked}
    marks = tuple((word.start, word.end) for word in words_of(text) if word.stem in stems)
    return Hit(thing, day, found.field, text, marks, found.score, place)


def _thing(snapshot: Snapshot, found: Scored) -> Searched | None:
    if found.field is SearchField.FUNCTION_TEXT:
        return snapshot.functions.get(found.code)
    if found.field is SearchField.POST_NAME:
        return snapshot.posts.get(found.code)
    if found.field in _OF_PROGRAMMES:
        return snapshot.programmes.get(found.code.removesuffix(OF_PROGRAMME))
    return snapshot.units.get(found.code)


_OF_PROGRAMMES = (SearchField.PROGRAMME_NAME, SearchField.PROGRAMME_OBJECTIVE, SearchField.AUDIENCE)
