"""Which words of a file no vocabulary of its country knows, and which kinds of source do not fit its entry.

Takes a filing, or the outline of a text, and the vocabularies; returns notices, or doubts. Called by the
commands. What is printed is literal, so that nothing here is ever a refusal: a term that nobody has listed
yet enters as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from organica.domain.acts import (
    Act,
    Appoint,
    CreatePost,
    CreateUnit,
    MergeUnits,
    PostItem,
    Rectify,
    RenameUnit,
    SplitUnit,
    StateUnit,
)
from organica.domain.errors import Fact, Language, Says
from organica.domain.filings import Correction, Filing, Supplement
from organica.domain.outline import Doubt, DoubtCode, Outline, OutlineSort
from organica.domain.resolution import EntryKind, Resolution
from organica.domain.vocabulary.concepts import SCHEME_NAMES, Scheme
from organica.domain.vocabulary.lookup import Vocabularies

# A scheme, and the word that is said to be of it.
Word: TypeAlias = tuple[Scheme, str]


class NoticeCode(StrEnum):
    """What a notice tells. Each has its sentence in `SENTENCES`."""

    UNKNOWN_TERM = "unknown_term"
    UNKNOWN_COUNTRY = "unknown_country"
    ATTESTATION_ENACTED = "attestation_enacted"
    NORM_ATTESTED = "norm_attested"


SENTENCES: dict[NoticeCode, Says] = {
    NoticeCode.UNKNOWN_TERM: Says(
        es="«{term}» no está en el vocabulario de {country} ({scheme}).",
        en="“{term}” is not in the vocabulary of {country} ({scheme}).",
    ),
    NoticeCode.UNKNOWN_COUNTRY: Says(
        es="No hay vocabulario de {country}: sus términos no se revisan.",
        en="There is no vocabulary of {country}: its terms are not checked.",
    ),
    NoticeCode.ATTESTATION_ENACTED: Says(
        es="«{term}» solo deja constancia y el archivo lo promulga: ¿falta «kind: attestation»?",
        en="“{term}” only attests and the file enacts it: is “kind: attestation” missing?",
    ),
    NoticeCode.NORM_ATTESTED: Says(
        es="«{term}» es una norma y el archivo solo deja constancia de ella: ¿sobra «kind: attestation»?",
        en="“{term}” is a norm and the file merely attests it: is “kind: attestation” one too many?",
    ),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person should look at once more; `act` is the number of the act in its file, from 1.

    `suggestion` is the nearest known term, if any is near.
    """

    code: NoticeCode
    country: str
    term: str | None = None
    scheme: Scheme | None = None
    suggestion: str | None = None
    act: int | None = None

    def sentence(self, language: Language = "es") -> str:
        """Return the notice in one sentence or two."""
        scheme = SCHEME_NAMES[self.scheme].render(language, {}).lower() if self.scheme else None
        facts: dict[str, Fact] = {"term": self.term, "country": self.country, "scheme": scheme}
        said = SENTENCES[self.code].render(language, facts)
        if self.suggestion is None:
            return said
        asked = (
            f"¿Quiso decir «{self.suggestion}»?" if language == "es" else f"Did you mean “{self.suggestion}”?"
        )
        return f"{said} {asked}"


def notices(filing: Filing, vocabularies: Vocabularies) -> tuple[Notice, ...]:
    """Return what is to be noticed of a filing, in the order of its file; each term once."""
    country = filing.organization.partition(".")[0]
    found: list[Notice] = []
    if isinstance(filing, Resolution):
        found += _of_source(filing, vocabularies)
    words: dict[Word, int] = {}
    for number, act in _acts(filing):
        for word in _words_of(act):
            words.setdefault(word, number)
    if words and not vocabularies.knows(country):
        found.append(Notice(NoticeCode.UNKNOWN_COUNTRY, country))
        words = {}
    for word, number in words.items():
        if vocabularies.named(word[0], country, word[1]) is None:
            found.append(_unknown(vocabularies, country, word, number))
    return tuple(dict.fromkeys(found))


def _of_source(filing: Resolution, vocabularies: Vocabularies) -> Iterator[Notice]:
    kind, country = filing.source.kind, filing.source.country
    if not vocabularies.knows(country):
        yield Notice(NoticeCode.UNKNOWN_COUNTRY, country)
        return
    concept = vocabularies.named(Scheme.SOURCE_KINDS, country, kind)
    if concept is None:
        yield _unknown(vocabularies, country, (Scheme.SOURCE_KINDS, kind))
    elif filing.kind is EntryKind.ENACTMENT and concept.normative is False:
        yield Notice(NoticeCode.ATTESTATION_ENACTED, country, kind, Scheme.SOURCE_KINDS)
    elif filing.kind is EntryKind.ATTESTATION and concept.normative is True:
        yield Notice(NoticeCode.NORM_ATTESTED, country, kind, Scheme.SOURCE_KINDS)


def _unknown(vocabularies: Vocabularies, country: str, word: Word, act: int | None = None) -> Notice:
    scheme, term = word
    near = vocabularies.nearest(scheme, country, term)
    return Notice(NoticeCode.UNKNOWN_TERM, country, term, scheme, near, act)


def _acts(filing: Filing) -> Iterator[tuple[int, Act]]:
    match filing:
        case Resolution() | Supplement():
            yield from enumerate(filing.acts, start=1)
        case Correction():
            yield from ((number, each.to) for number, each in enumerate(filing.acts, start=1) if each.to)
        case _:
            return


def _words_of(act: Act) -> Iterator[Word]:
    """Yield the terms that an act prints: ranks of units, capacities, employment links."""
    match act:
        case StateUnit() | CreateUnit():
            yield from _rank(act.kind)
            for post in act.posts or ():
                yield from _held(post)
        case RenameUnit():
            yield from _rank(act.kind)
        case MergeUnits():
            yield from _rank(act.create.kind if act.create else None)
        case SplitUnit():
            for share in act.into:
                yield from _rank(share.create.kind if share.create else None)
        case CreatePost():
            yield from _held(act.post)
        case Appoint():
            yield from _held(act)
        case Rectify():
            yield from _words_of(act.to)
        case _:
            return


def _rank(kind: str | None) -> Iterator[Word]:
    if kind is not None:
        yield Scheme.UNIT_KINDS, kind


def _held(held: PostItem | Appoint) -> Iterator[Word]:
    if held.capacity is not None:
        yield Scheme.CAPACITIES, held.capacity
    if held.employment is not None:
        yield Scheme.EMPLOYMENT_LINKS, held.employment


def doubts_of(outline: Outline, vocabularies: Vocabularies) -> tuple[Doubt, ...]:
    """Return a doubt for each term of a text that no country's vocabulary knows; each term once.

    A text does not say of which country it is, so that a term of any of them will do.
    """
    sources = [each for each in outline.sources if each.role == "self"]
    units = [unit for unit in outline.units if unit.sort is OutlineSort.UNIT]
    printed = [
        *((unit.place, unit.name, Scheme.UNIT_KINDS, unit.kind) for unit in units),
        *((head.place, head.unit, Scheme.CAPACITIES, head.capacity) for head in outline.heads),
        *((each.place, None, Scheme.SOURCE_KINDS, each.kind) for each in sources),
    ]
    found: dict[Word, Doubt] = {}
    for place, subject, scheme, term in printed:
        if term is None or (scheme, term) in found or vocabularies.named(scheme, None, term):
            continue
        near = vocabularies.nearest(scheme, None, term)
        found[scheme, term] = Doubt(DoubtCode.TERM_UNKNOWN, place, subject, term, near)
    return tuple(found.values())
