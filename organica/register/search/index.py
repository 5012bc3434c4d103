"""The index of one organization in memory: which texts have a stem, whatever the day.

Made once an archive, from the texts that it ever held, at the first question; gives what a question finds in
one of its snapshots. Called by search. Only stems and texts are kept; where the words stand is read again
from the few texts that a question finds, which takes less than the memory for all would cost.
"""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Iterable, Iterator, Sequence
from weakref import WeakKeyDictionary

from organica.domain.states import State
from organica.register.archive import Archive
from organica.register.search.ranking import Found, FoundField, Statistics
from organica.register.search.texts import postings_of, searched_code, texts_of
from organica.register.snapshot import Snapshot
from organica.register.turns import listed
from organica.text.search_words import AskedWord, words_of


class SearchIndex:
    """Every text of an archive under the stems of its words."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._having: dict[str, array[int]] = {}

    @classmethod
    async def of(cls, states: Iterable[State]) -> SearchIndex:
        """Return the index of the texts of these states, made a slice at a time."""
        index = cls()
        texts = dict.fromkeys(text for state in states for _, text in texts_of(state))
        await listed(map(index._add, texts))
        return index

    def _add(self, text: str) -> None:
        number = len(self._texts)
        self._texts.append(text)
        for stem in {word.stem for word in words_of(text)}:
            self._having.setdefault(stem, array("I")).append(number)

    async def find(self, asked: Sequence[AskedWord], snapshot: Snapshot) -> tuple[list[Found], Statistics]:
        """Return the things in force that have one of the words, and how common each word is among them."""
        stems = {word.stem for word in asked}
        texts = {self._texts[number] for stem in stems for number in self._having.get(stem, ())}

        def fields_of(thing: tuple[str, State]) -> Found:
            code, state = thing
            found = Found(snapshot.organization_code, code)
            for field, text in texts_of(state):
                if text in texts:
                    every = postings_of(text)
                    wanted = [each for each in every if each.stem in stems]
                    found.fields[field] = FoundField(sum(len(each.places) for each in every), wanted)
            return found

        things = await listed(map(fields_of, _in_force(snapshot)))
        found = [thing for thing in things if thing.fields]
        with_stem = dict.fromkeys(stems, 0)
        for thing in found:
            for stem in {each.stem for text in thing.fields.values() for each in text.postings}:
                with_stem[stem] += 1
        return found, Statistics(len(things), with_stem)


_indexes: WeakKeyDictionary[Archive, asyncio.Task[SearchIndex]] = WeakKeyDictionary()


async def index_of(archive: Archive) -> SearchIndex:
    """Return the index of an archive, which is made once for all who ask meanwhile and goes with it."""
    making = _indexes.get(archive)
    if making is None:
        making = _indexes[archive] = asyncio.create_task(SearchIndex.of(archive.states()))
    # Whoever goes away leaves it to the others.
    return await asyncio.shield(making)


def _in_force(snapshot: Snapshot) -> Iterator[tuple[str, State]]:
    """Yield what has a text: every unit, function and programme, and the posts that have a name."""
    for things in (snapshot.units, snapshot.functions, snapshot.posts, snapshot.programmes):
        for code, thing in things.items():
            if next(texts_of(thing.state), None):
                yield searched_code(thing.version.noun, code), thing.state
