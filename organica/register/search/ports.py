"""What search asks of the storage, and what is written for it: part of the ports.

Called by ports, which joins it to all that readers and writers may ask.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from organica.register.search.texts import Posting, SearchField, SearchText


@dataclass(frozen=True, slots=True)
class SearchTextRow:
    """A text that can be searched, said from entry `known_from` up to, not including, `known_until`."""

    text: SearchText
    known_from: int
    known_until: int | None = None


@dataclass(frozen=True, slots=True)
class StoredText:
    """The same as it is stored: a digest stands for the letters.

    `words`: how many of its words are indexed. `derived_by`: the release of the rules.
    """

    code: str
    field: SearchField
    key: str
    words: int
    derived_by: int
    start: date
    end: date | None
    known_from: int
    known_until: int | None


@dataclass(frozen=True, slots=True)
class FoundText:
    """A word that was looked for, in a text of a thing; `words`: how many words of that text are indexed."""

    organization: str
    code: str
    field: SearchField
    words: int
    posting: Posting


class ReadsSearch(Protocol):
    """What search asks. A day and an entry say what is in force, and with which knowledge."""

    async def lacks_search(self) -> bool:
        """Tell whether there is something to search and this release has written no text of it."""
        ...

    async def stored_texts(
        self, organization: str
    ) -> tuple[Sequence[StoredText], Mapping[str, Sequence[Posting]]]:
        """Return all texts of an organization that can be searched, and the words behind their keys.

        Called by verify only: it reads the whole index of the organization.
        """
        ...

    async def time_zones(self, on: date, known: int) -> Mapping[str, str]:
        """Return the time zones of the organizations that say one on a day, as known at an entry."""
        ...

    async def found_texts(
        self,
        stems: Collection[str],
        on: date,
        known: int,
        limit: int,
        beside: Collection[str] = (),
        fields: Collection[SearchField] = (),
    ) -> Sequence[FoundText]:
        """Return where words of these stems stand in texts of a day, over all organizations.

        `limit`: how many at most. `beside`: only in texts of things that have one of these stems too.
        `fields`: only in these, where any is given.
        """
        ...

    async def things_with_stems(
        self, stems: Collection[str], on: date, known: int
    ) -> Mapping[tuple[str, str], int]:
        """Return in how many things of each organization each stem stands, by organization and stem."""
        ...

    async def things_searched(
        self, organizations: Collection[str], on: date, known: int
    ) -> Mapping[str, int]:
        """Return how many things with a text each of these organizations has on a day."""
        ...


class WritesSearch(Protocol):
    """What enact and rebuild write for search."""

    async def close_texts(self, organization: str, texts: Sequence[SearchText], at: int) -> None:
        """Mark these current texts as no longer said from entry `at` on."""
        ...

    async def insert_texts(self, organization: str, texts: Sequence[SearchTextRow]) -> None:
        """Insert texts that can be searched, and those of their words that are not there yet."""
        ...

    async def clear_search(self) -> None:
        """Delete all texts that can be searched, and their words."""
        ...
