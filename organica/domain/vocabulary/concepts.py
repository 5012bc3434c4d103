"""A concept of a vocabulary: what a country calls one kind of source, rank of unit or capacity.

Takes what a file of vocabulary says; gives frozen values. Made by `organica.files.vocabulary_file`, found by
`lookup`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from organica.domain.acts import UnitClass
from organica.domain.errors import Says
from organica.domain.source import RelationKind

# The file whose concepts hold in every country says so in place of a country.
COMMON = "common"


class Scheme(StrEnum):
    """What a vocabulary is of: a concept scheme in the words of SKOS."""

    SOURCE_KINDS = "source_kinds"
    UNIT_KINDS = "unit_kinds"
    UNIT_CLASSES = "unit_classes"
    CAPACITIES = "capacities"
    EMPLOYMENT_LINKS = "employment_links"
    RELATION_KINDS = "relation_kinds"


SCHEME_NAMES: Mapping[Scheme, Says] = {
    Scheme.SOURCE_KINDS: Says(es="Tipos de fuente", en="Kinds of source"),
    Scheme.UNIT_KINDS: Says(es="Tipos de unidad", en="Kinds of unit"),
    Scheme.UNIT_CLASSES: Says(es="Clases de unidad", en="Classes of unit"),
    Scheme.CAPACITIES: Says(es="Calidades", en="Capacities"),
    Scheme.EMPLOYMENT_LINKS: Says(es="Vínculos", en="Employment links"),
    Scheme.RELATION_KINDS: Says(es="Relaciones entre fuentes", en="Relations between sources"),
}


@dataclass(frozen=True, slots=True)
class Concept:
    """One term of one country; `country` is None where it holds in every country.

    native: its label in other languages, by ISO 639 code, such as pt. also: other ways of printing it
    (feminine, plural, abbreviation). normative: whether a source of this kind is a norm; None outside the
    kinds of source. unit_class: the register's class of such units. relation: the register's own relation.
    verified: whether somebody has read the term in `source`, a norm or a public page. note: what readers of
    the term should know.
    """

    scheme: Scheme
    code: str
    es: str
    en: str
    country: str | None = None
    native: tuple[tuple[str, str], ...] = ()
    also: tuple[str, ...] = ()
    normative: bool | None = None
    unit_class: UnitClass | None = None
    relation: RelationKind | None = None
    verified: bool = False
    source: str | None = None
    note: str | None = None

    def label(self, language: str) -> str:
        """Return its label in a language, or the Spanish one where it has none in that language."""
        return {"es": self.es, "en": self.en, **dict(self.native)}.get(language, self.es)

    @property
    def words(self) -> Iterator[str]:
        """Yield every way of writing it: code, labels, other ways of printing it."""
        yield self.code
        yield self.es
        yield from (label for _, label in self.native)
        yield from self.also
        yield self.en


def term_key(text: str) -> str:
    """Return a word without case, accents and punctuation: two ways of printing one term have one key."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", plain))
