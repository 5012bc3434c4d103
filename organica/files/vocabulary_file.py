"""The files of vocabulary: those that come with the register, and those of a folder of the operator.

Takes folders of YAML files; returns `Vocabularies`, or refuses with file, line and column. Called by consult,
by the settings of a process and by whoever tells an editor which terms there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from organica.domain.acts import UnitClass
from organica.domain.source import RelationKind
from organica.domain.vocabulary.concepts import COMMON, Concept, Scheme, term_key
from organica.domain.vocabulary.lookup import Vocabularies
from organica.files.errors import BadlyWritten, MissingKey, UnknownChoice
from organica.files.forms import (
    FLAG,
    KIND,
    PHRASE,
    TEXT,
    Context,
    Form,
    choice,
    entries_in,
    grammar,
    items_in,
    listing,
    nearest,
    phrase_in,
)
from organica.files.json_schema import any_text
from organica.files.node import Node, Spot, quoted
from organica.files.record import Key, Record, refuse_unknown
from organica.files.text_file import text_of
from organica.files.vocabulary_errors import (
    ConceptTaken,
    TermTaken,
    TermWithoutLetters,
    VerifiedWithoutSource,
    VocabularyFolderMissing,
)
from organica.files.yaml_strict import nodes_in

FORMAT = "vocabulary/1"
INCLUDED = Path(__file__).resolve().parents[1] / "vocabularies"
_NO_CONTEXT = Context("")
_COUNTRY: Form[str] = grammar(rf"[a-z]{{2}}|int|{COMMON}", "cl")


@dataclass(frozen=True, slots=True)
class _Written:
    """A concept as its file writes it: scheme and country stand above it."""

    code: str
    es: str
    en: str
    verified: bool
    native: tuple[tuple[str, str], ...] = ()
    also: tuple[str, ...] = ()
    normative: bool | None = None
    unit_class: UnitClass | None = None
    relation: RelationKind | None = None
    source: str | None = None
    note: str | None = None


def _read_native(node: Node, context: Context) -> tuple[tuple[str, str], ...]:
    """Return labels in other languages by their ISO 639 code."""
    entries = entries_in(node)
    for language, each in entries.items():
        if not re.fullmatch(r"[a-z]{2,3}", language, re.ASCII) or language in ("es", "en"):
            raise BadlyWritten(value=quoted(language), example="pt", **each.key_spot.facts())
    return tuple((language, phrase_in(each, context)) for language, each in entries.items())


_NATIVE: Form[tuple[tuple[str, str], ...]] = Form(
    _read_native, lambda labels, _context: dict(labels), any_text
)
_KEYS = (
    Key("code", KIND),
    Key("es", PHRASE),
    Key("en", PHRASE),
    Key("native", _NATIVE),
    Key("also", listing(PHRASE)),
    Key("verified", FLAG),
    Key("source", PHRASE),
    Key("note", TEXT),
)
_MORE: dict[Scheme, tuple[Key, ...]] = {
    Scheme.SOURCE_KINDS: (Key("normative", FLAG),),
    Scheme.UNIT_KINDS: (Key("class", choice(UnitClass), "unit_class"),),
    Scheme.UNIT_CLASSES: (Key("class", choice(UnitClass), "unit_class"),),
    Scheme.RELATION_KINDS: (Key("relation", choice(RelationKind)),),
}
# What a scheme is for cannot be left out of its concepts.
_WANTED = {Scheme.SOURCE_KINDS: "normative", Scheme.UNIT_CLASSES: "class", Scheme.RELATION_KINDS: "relation"}
_RECORDS = {scheme: Record(_Written, (*_KEYS, *_MORE.get(scheme, ()))) for scheme in Scheme}


@cache
def included_vocabularies() -> Vocabularies:
    """Return the vocabularies that come with the register."""
    return vocabularies_of()


def vocabularies_of(folder: Path | None = None) -> Vocabularies:
    """Return the included vocabularies with those of a folder, whose files add concepts and countries.

    Raises: VocabularyFolderMissing; FileRefused for a file that is wrong, or takes a term that is taken.
    """
    paths = sorted(INCLUDED.glob("*.yaml"))
    if folder is not None:
        if not folder.is_dir():
            raise VocabularyFolderMissing(folder=folder.as_posix())
        paths += sorted(each for each in folder.iterdir() if each.suffix in (".yaml", ".yml"))
    taken = _Taken()
    for path in paths:
        for concept, node in _concepts_in(path):
            taken.take(concept, node)
    return Vocabularies(taken.concepts)


class _Taken:
    """The concepts so far, and which words of which country mean them."""

    def __init__(self) -> None:
        self.concepts: list[Concept] = []
        self._codes: dict[tuple[Scheme, str | None, str], str] = {}
        self._terms: dict[tuple[Scheme, str | None, str], tuple[str, str]] = {}

    def take(self, concept: Concept, node: Node) -> None:
        """Add a concept. Raises: ConceptTaken, TermTaken, TermWithoutLetters."""
        entries = entries_in(node)
        here = _place(node.spot)
        scope = (concept.scheme, concept.country)
        if first := self._codes.get((*scope, concept.code)):
            raise ConceptTaken(
                concept=concept.code,
                scheme=concept.scheme.value,
                country=concept.country or COMMON,
                first=first,
                **entries["code"].spot.facts(),
            )
        self._codes[*scope, concept.code] = here
        for word, spot in _terms(entries):
            key = term_key(word)
            if not key:
                raise TermWithoutLetters(term=quoted(word), **spot.facts())
            other, first = self._terms.setdefault((*scope, key), (concept.code, here))
            if other != concept.code:
                raise TermTaken(term=quoted(word), concept=other, first=first, **spot.facts())
        self.concepts.append(concept)


def _terms(entries: dict[str, Node]) -> Iterator[tuple[str, Spot]]:
    """Yield every way of writing a concept with its place in the file."""
    nodes = [entries[key] for key in ("code", "es", "en")]
    nodes += entries_in(entries["native"]).values() if "native" in entries else []
    nodes += items_in(entries["also"]) if "also" in entries else []
    for node in nodes:
        yield phrase_in(node, _NO_CONTEXT), node.spot


def _place(spot: Spot) -> str:
    return f"{spot.file}:{spot.line}"


def _concepts_in(path: Path) -> Iterator[tuple[Concept, Node]]:
    root = nodes_in(text_of(path), path.as_posix())
    entries = entries_in(root)
    refuse_unknown(entries, ["organica", "country", *Scheme])
    for word in ("organica", "country"):
        if word not in entries:
            raise MissingKey(key=word, **root.key_spot.facts())
    written = phrase_in(entries["organica"], _NO_CONTEXT)
    if written != FORMAT:
        facts = entries["organica"].spot.facts()
        raise UnknownChoice(
            value=quoted(written), known=(FORMAT,), suggestion=nearest(written, (FORMAT,)), **facts
        )
    country = _COUNTRY.read(entries["country"], _NO_CONTEXT)
    for scheme in Scheme:
        if scheme in entries:
            for node in items_in(entries[scheme]):
                yield _concept(scheme, None if country == COMMON else country, node), node


def _concept(scheme: Scheme, country: str | None, node: Node) -> Concept:
    read = _RECORDS[scheme].read(node, _NO_CONTEXT)
    wanted = _WANTED.get(scheme)
    if wanted is not None and wanted not in entries_in(node):
        raise MissingKey(key=wanted, **node.key_spot.facts())
    if read.verified and read.source is None:
        spot = entries_in(node)["verified"].spot
        raise VerifiedWithoutSource(concept=read.code, **spot.facts())
    return Concept(scheme=scheme, country=country, **_plain(read))


def _plain(read: _Written) -> dict[str, Any]:
    return {name: getattr(read, name) for name in _Written.__slots__}
