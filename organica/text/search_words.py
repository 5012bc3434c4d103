"""Words as search compares them: where each stands in a text, its stem, and its form without number.

Takes a text or a question; returns words in their order. Called by the index of search and by its ranking.

Accents are taken away before the stem is made, from texts and from questions alike, so that whoever writes
without them finds the same; ñ becomes n with them, because many keyboards abroad have none. Source of the
stems: Snowball, Spanish (https://snowballstem.org), which reads "-acion" as "-ación" since its version 3.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer import stemmer

from organica.text.fold import unaccented
from organica.text.question_words import STOP_WORDS, telling

# The release of the rules of this file and of the library's: whatever changes a stem or a form counts it up.
DERIVED_BY = 1
MAX_WORDS_KEPT = 50_000
# Longer runs of letters are no words; they would only fill an index and the memory of stems.
MAX_LETTERS = 60

# A letter may carry its accent as a character of its own, which belongs to the word.
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_WORD = re.compile(rf"(?:[^\W_][{_MARKS}]*)+")
# Singulars in -s; every other word in -s is read as a plural, forms of verbs among them, which does no harm.
_SINGULAR_IN_S = frozenset({"pais", "interes", "mes", "bus"})
# After these letters a plural adds -es: planes, sanciones, deberes, redes, leyes, relojes.
_TAKES_ES = frozenset("nrldzyj")
_MIN_PLURAL_LETTERS = 4
# Verbs of what units do whose nouns have another stem: by their stem or, where that has other kin, as a word.
_KIN = {"atend": "atencion", "atiend": "atencion", "formar": "formacion", "forman": "formacion"}
_snowball = stemmer("spanish")
# A stemmer holds the word that it works on.
_stemming = threading.Lock()


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is indexed, at `start` up to, not including, `end`, in characters of the text.

    `place` counts the indexed words of the text from 0. `form` is equal for singular and plural, `stem` for
    all that is made of one root.
    """

    start: int
    end: int
    place: int
    stem: str
    form: str


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word that a question looks for."""

    stem: str
    form: str


def words_of(text: str) -> list[Word]:
    """Return the words of a text that are indexed, in its order; words such as "de" are not."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        known = _read(match.group())
        if known is not None:
            found.append(Word(match.start(), match.end(), len(found), *known))
    return found


def asked_words(question: str) -> list[AskedWord]:
    """Return what a question looks for, each stem once, in its order; nothing where it only asks."""
    written = [match.group() for match in _WORD.finditer(question)]
    found: dict[str, AskedWord] = {}
    for place in telling([_folded(word) for word in written]):
        known = _read(written[place])
        if known is not None:
            found.setdefault(known[0], AskedWord(*known))
    return list(found.values())


def _read(word: str) -> tuple[str, str] | None:
    """Return the stem and the form of a word; None for one that is not indexed."""
    return _reduced(word) if len(word) <= MAX_LETTERS else None


@lru_cache(maxsize=MAX_WORDS_KEPT)
def _reduced(word: str) -> tuple[str, str] | None:
    folded = _folded(word)
    if not folded or folded in STOP_WORDS or (len(folded) == 1 and not folded.isdigit()):
        return None
    singular = _singular(folded)
    return _stem(singular), singular.removesuffix("e") or folded


def _folded(word: str) -> str:
    return unaccented(word).casefold()


def _singular(word: str) -> str:
    """Return a folded word without the ending of its plural."""
    if len(word) < _MIN_PLURAL_LETTERS or not word.endswith("s") or word in _SINGULAR_IN_S:
        return word
    base = word[:-1]
    shorter = base.removesuffix("e")
    ends_in_es = shorter != base and (shorter[-1] in _TAKES_ES or shorter in _SINGULAR_IN_S)
    return shorter if ends_in_es else base


def _stem(singular: str) -> str:
    if singular in _SINGULAR_IN_S:
        return singular
    if singular in _KIN:
        return _KIN[singular]
    with _stemming:
        stem = _snowball.stemWord(singular)
    # Snowball leaves "certific" of the verb and "certif" of "certificación".
    return _KIN.get(stem) or (stem.removesuffix("ic") if stem.endswith("ific") else stem) or singular
