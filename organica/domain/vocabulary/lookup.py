"""Finding the concept that a printed word means: first among those of its country, then the common ones.

Takes the concepts; gives `Vocabularies`, which does not change. Made once for each process; read by consult,
by the commands and by `terms`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from organica.domain.vocabulary.concepts import COMMON, Concept, Scheme, term_key

# Below this two words of law are two words: "resolución" and "revolución" are alike by 0.9.
_ALIKE = 0.75


class Vocabularies:
    """Every concept that a process knows, by scheme, country and word."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts = tuple(
            sorted(
                concepts, key=lambda each: (list(Scheme).index(each.scheme), each.country or "", each.code)
            )
        )
        self._by_word: dict[tuple[Scheme, str], dict[str, Concept]] = {}
        for concept in self._concepts:
            words = self._by_word.setdefault((concept.scheme, concept.country or COMMON), {})
            for word in concept.words:
                words.setdefault(term_key(word), concept)
        self.countries = tuple(sorted({each.country for each in self._concepts if each.country is not None}))

    def concepts(self, scheme: Scheme | None = None, country: str | None = None) -> Sequence[Concept]:
        """Return those of a scheme, or of all; with a country its own and the common ones.

        Order: scheme, the common ones first, country, code.
        """
        return tuple(
            each
            for each in self._concepts
            if scheme in (None, each.scheme) and (country is None or each.country in (None, country))
        )

    def named(self, scheme: Scheme, country: str | None, word: str) -> Concept | None:
        """Return the concept that a word means in a country; without a country, in the first that knows it.

        Case, accents and punctuation do not matter; the word must be the whole label or code, or one of the
        other ways of printing it.
        """
        key = term_key(word)
        return next((words[key] for words in self._words(scheme, country) if key in words), None)

    def nearest(self, scheme: Scheme, country: str | None, word: str) -> str | None:
        """Return what the known word that looks most like this one is called: a code for kinds of source.

        None where none is alike enough.
        """
        known: dict[str, Concept] = {}
        for words in self._words(scheme, country):
            known = {**words, **known}
        found = next(iter(difflib.get_close_matches(term_key(word), known, n=1, cutoff=_ALIKE)), None)
        if found is None:
            return None
        return known[found].code if scheme is Scheme.SOURCE_KINDS else known[found].es

    def knows(self, country: str) -> bool:
        """Tell whether there is a vocabulary of this country."""
        return country in self.countries

    def _words(self, scheme: Scheme, country: str | None) -> list[dict[str, Concept]]:
        countries = self.countries if country is None else (country,)
        return [self._by_word.get((scheme, each), {}) for each in (*countries, COMMON)]
