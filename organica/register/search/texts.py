"""What can be searched of an organization: texts of units, functions, posts, programmes, over their days.

Takes versions; returns each text over the run of days on which it stays the same, and its words. Called by
turn, which makes rows of them, by the archive's index and by verify. Whoever holds a post is in none of these
texts, so that nobody is found by a name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from organica.domain.states import FunctionState, Noun, PostState, ProgrammeState, State, UnitState
from organica.domain.versions import Version
from organica.text.search_words import DERIVED_BY, words_of

MAX_TEXTS_KEPT = 5_000
SEARCHED = frozenset({Noun.UNIT, Noun.FUNCTION, Noun.POST, Noun.PROGRAMME})
# A unit and a programme may share a code; no unit, function or post has a code that ends so.
OF_PROGRAMME = ".programme"


class SearchField(StrEnum):
    """What a text is of a thing."""

    NAME = "name"
    ACRONYM = "acronym"
    OBJECTIVE = "objective"
    FUNCTION_TEXT = "function_text"
    POST_NAME = "post_name"
    PROGRAMME_NAME = "programme_name"
    PROGRAMME_OBJECTIVE = "programme_objective"
    AUDIENCE = "audience"


@dataclass(frozen=True, slots=True)
class SearchText:
    """A text of a thing from `start` up to, not including, `end`; `code` is its `searched_code`."""

    code: str
    field: SearchField
    text: str
    start: date
    end: date | None

    @property
    def key(self) -> str:
        """Return what the words of this text are kept under."""
        return key_of(self.text)

    @property
    def words(self) -> int:
        """Return how many words of it are indexed."""
        return sum(len(each.places) for each in postings_of(self.text))


@dataclass(frozen=True, slots=True)
class Posting:
    """One word of a text: its stem and form, and its places among the indexed words, counted from 0."""

    stem: str
    form: str
    places: tuple[int, ...]


def texts_of(state: State) -> Iterator[tuple[SearchField, str]]:
    """Yield what can be searched of a thing."""
    match state:
        case UnitState():
            yield SearchField.NAME, state.name
            if state.acronym:
                yield SearchField.ACRONYM, state.acronym
            if state.objective:
                yield SearchField.OBJECTIVE, state.objective
        case FunctionState():
            yield SearchField.FUNCTION_TEXT, state.text
        case PostState():
            if state.name:
                yield SearchField.POST_NAME, state.name
        case ProgrammeState():
            yield SearchField.PROGRAMME_NAME, state.name
            if state.objective:
                yield SearchField.PROGRAMME_OBJECTIVE, state.objective
            if state.audience:
                yield SearchField.AUDIENCE, "; ".join(state.audience)
        case _:
            return


def searched_code(noun: Noun, code: str) -> str:
    """Return the code under which search knows a thing."""
    return f"{code}{OF_PROGRAMME}" if noun is Noun.PROGRAMME else code


@lru_cache(maxsize=MAX_TEXTS_KEPT)
def key_of(text: str) -> str:
    """Return the digest of a text and of the release of the rules by which its words are read."""
    return hashlib.sha256(f"{DERIVED_BY}\n{text}".encode()).hexdigest()[:32]


@lru_cache(maxsize=MAX_TEXTS_KEPT)
def postings_of(text: str) -> tuple[Posting, ...]:
    """Return the words of a text, by stem and form."""
    found: dict[tuple[str, str], list[int]] = {}
    for word in words_of(text):
        found.setdefault((word.stem, word.form), []).append(word.place)
    return tuple(Posting(*word, tuple(found[word])) for word in sorted(found))


def search_texts(versions: Iterable[Version]) -> set[SearchText]:
    """Return the texts of these versions, each over the run of days on which it stays the same."""
    found: set[SearchText] = set()
    running: dict[tuple[str, SearchField], SearchText] = {}
    for version in sorted(versions, key=lambda version: version.start):
        code = searched_code(version.noun, version.code)
        for field, text in texts_of(version.state):
            key = (code, field)
            run = running.get(key)
            if run is not None and run.end == version.start and run.text == text:
                running[key] = replace(run, end=version.end)
                continue
            if run is not None:
                found.add(run)
            running[key] = SearchText(code, field, text, version.start, version.end)
    return found | set(running.values())


@dataclass(frozen=True, slots=True)
class SearchTurn:
    """What an entry makes of the texts of an organization: which are gone, and which it says anew."""

    gone: tuple[SearchText, ...] = ()
    new: tuple[SearchText, ...] = ()


def search_turn(before: Iterable[Version], after: Iterable[Version], touched: set[str]) -> SearchTurn:
    """Return how the texts of the things with the codes `touched` differ between two sets of versions."""
    former, said = (
        search_texts(each for each in versions if each.noun in SEARCHED and each.code in touched)
        for versions in (before, after)
    )
    return SearchTurn(in_order(former - said), in_order(said - former))


def in_order(texts: Iterable[SearchText]) -> tuple[SearchText, ...]:
    """Return texts by code, field and start."""
    return tuple(sorted(texts, key=lambda each: (each.code, each.field, each.start)))
