"""Words of rank in running text and the words behind them: where a unit may be named.

Takes a text as stored; returns its phrases. Knows no unit. Called by mentions and by unit_runs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from organica.text.alternatives import any_word_of
from organica.text.fold import unaccented, words
from organica.text.kinds import UNIT_KINDS, UnitKind, kind_named

ARTICLES = frozenset({"el", "la", "las", "los"})
OF = frozenset({"de", "del"})
AND = frozenset({"y", "e", "o", "u"})
# Between a rank and its name, in either case: "Dirección general de Presupuesto".
_OF_RANK = frozenset(
    words("general nacional regional central ejecutiva ejecutivo tecnica tecnico superior adjunta")
)
# "la Dirección correspondiente", "cada Gerencia": anyone of them.
_ANYONE_BEHIND = frozenset(
    words(
        "correspondiente respectiva respectivo competente encargada encargado responsable requirente "
        "solicitante pertinente usuaria que"
    )
)
# "la Fiscalía de la institución": the only one.
_THE_BODY = frozenset(words("institucion servicio entidad organismo organizacion ministerio municipalidad"))
_ANYONE_BEFORE = frozenset(
    words("cada toda todo una un otra otro alguna algun cualquier ninguna ningun dicha dicho")
)
_MOST_WORDS_OF_A_NAME = 30
_FORMS = any_word_of(form for kind in UNIT_KINDS for form in (kind.word, kind.plural))
_RANK = re.compile(rf"(?<![\w-])(?:{_FORMS})(?![\w-])")
# Without its accent and not in capitals this is the person: "la Secretaria de Gobernación".
_PERSON = re.compile(r"(?:[Ss]ub|[Pp]ro)?[Ss]ecretarias?")
# A text without any such word is written in capitals, and they say nothing.
_IN_LOWER_CASE = re.compile(r"[a-záéíóúñü]{4}")
_NUMBER_SIGNS = ("N", "No", "Nº", "Nro")
# "Sección Primera", "Sección II" are parts of a text.
_ORDINAL = re.compile(r"[ivx]+|(?:primer|segund|tercer|cuart|quint|sext|septim|octav|unic)[ao]|\d+")
_WORD = re.compile(r"(?P<gap>(?:\s|,)*)(?P<word>[^\W_]+(?:[-'’/][^\W_]+)*)")
_BEFORE = re.compile(r"([^\W\d_]+)\s+$")
# "Comité de Coordinación", "Jefe de Gabinete": part of another name.
_INSIDE_A_NAME = re.compile(r"(?<![^\W\d_])[A-ZÁÉÍÓÚÑ][^\W\d_]*\s+de\s+$")
_LONGEST_WORD_BEFORE = 30


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that may name a unit: half-open offsets in the text as stored, and the slice between them.

    `kind` is the word of rank that belongs to the name, as the table of kinds spells it; None when the name
    stands without one. Behind a plural rank each mention is the name alone.
    """

    start: int
    end: int
    text: str
    kind: str | None


class Word(NamedTuple):
    """One word with its offsets, folded; `capital` where a capital says something; `comma` before it."""

    start: int
    end: int
    key: str
    capital: bool
    comma: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word of rank and the words behind it up to the next full stop, semicolon, colon or bracket.

    `marked` when its capital letter says that it is a name; `alone` when the word by itself may name a unit.
    """

    kind: UnitKind
    plural: bool
    start: int
    end: int
    marked: bool
    alone: bool
    words: tuple[Word, ...]

    @property
    def name_start(self) -> int:
        """The place among `words` where a name may begin: after "de la", "general de", …"""
        if self.words and self.words[0].comma:
            return len(self.words)
        place = 0
        while place < len(self.words) and not self.words[place].comma:
            word = self.words[place]
            if word.key in ARTICLES | OF | {"para", "en"} or (not word.capital and word.key in _OF_RANK):
                place += 1
            else:
                break
        return place


@lru_cache(maxsize=8192)
def phrases(text: str) -> tuple[Phrase, ...]:
    """Return the phrases of the text in its order; one may hold the next ("la División de la Secretaría")."""
    found = [place for place in _RANK.finditer(text) if not _PERSON.fullmatch(place[0])]
    shouted = bool(found) and _IN_LOWER_CASE.search(text) is None
    kinds = (kind_named(place[0]) for place in found)
    return tuple(
        _phrase(text, place, kind, shouted) for place, kind in zip(found, kinds, strict=True) if kind
    )


def names_anyone(text: str, phrase: Phrase) -> bool:
    """Return whether the bare word of rank means no unit in particular: "cada Dirección"."""
    before = _BEFORE.search(text, max(0, phrase.start - _LONGEST_WORD_BEFORE), phrase.start)
    if before and unaccented(before[1]).casefold() in _ANYONE_BEFORE:
        return True
    behind = [word.key for word in takewhile(lambda word: not word.comma, phrase.words)]
    if not behind or behind[0] not in OF:
        return bool(behind) and behind[0] in _ANYONE_BEHIND | _OF_RANK
    return next((key for key in behind if key not in OF | ARTICLES), "") not in _THE_BODY


def counts_parts(phrase: Phrase) -> bool:
    """Return whether an ordinal follows the word of rank directly: "Sección Primera" of a text."""
    return bool(phrase.words) and _ORDINAL.fullmatch(phrase.words[0].key) is not None


def _phrase(text: str, found: re.Match[str], kind: UnitKind, shouted: bool) -> Phrase:
    first = text[max(0, found.start() - _LONGEST_WORD_BEFORE) : found.start()].rstrip(" \t\u00a0\"'«“")
    marked = (
        found[0][0].isupper()
        and not (shouted or not first or first[-1] in ".;:!?\n•-–—")
        and not _INSIDE_A_NAME.search(text, max(0, found.start() - _LONGEST_WORD_BEFORE), found.start())
    )
    said: list[Word] = []
    place = found.end()
    while len(said) < _MOST_WORDS_OF_A_NAME:
        word = _WORD.match(text, place)
        if word is None or word["word"] in _NUMBER_SIGNS:
            break
        said.append(
            Word(
                word.start("word"), word.end("word"), _key(word["word"]),
                not shouted and word["word"][0].isupper(), "," in word["gap"],
            )
        )  # fmt: skip
        place = word.end()
    plural = _key(found[0]) == _key(kind.plural)
    # "Contabilidad, Tesorería": a list of matters.
    alone = kind.stands_alone and marked and not plural and not (kind.everyday and first[-1] == ",")
    return Phrase(kind, plural, *found.span(), marked, alone, tuple(said))


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    return unaccented(word).casefold()
