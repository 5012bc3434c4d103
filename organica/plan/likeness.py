"""How alike two texts are, by the words that they share; rare words count for more.

Takes texts of one comparison; returns a number from 0 to 1. Called by candidates and by the matchings. A word
is its root ("usuarios" and "usuaria" are one), and it weighs the less, the more texts have it: two functions
of any body share "coordinar" and "servicio", which says nothing. Words that always come together are a
formula ("conforme a la normativa vigente") and count as one, or two texts would be alike for their formula
alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from organica.text.fold import folded, words
from organica.text.kinds import kind_that_begins
from organica.text.unit_names import roots

# What closes a list in every unit of every body, and so tells no unit from another.
_GENERIC = re.compile(
    r"(?:las |los )?(?:demas|otras|otros|cualquier(?:a)? otr[ao])\b.*"
    r"\b(?:encomiend\w+|encomend\w+|asign\w+|deleg\w+|correspond\w+|requier\w+|solicit\w+|competa\w*|fij\w+)"
    r"|(?:toda|cualquier(?:a)?|desempenar|realizar|cumplir|ejecutar|ejercer)\b"
    r"(?: (?:con|toda|todas|las|los))* (?:otra|otras|otros|demas)\b.*"
)
_UNIT = 1_000
# In how many texts, and how often of all times, two words must stand together to be of one formula.
_FORMULA_FROM = 4
_ALWAYS = 0.7
_CLOSING_SIGN = re.compile(r"(?:\s*[;,]\s*(?:y|e|o|u)?|\s*\.)\s*$")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text that distinguish it, and all of them in their order."""

    key: str
    roots: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Return the words of a text."""
        said = words(text)
        return cls(" ".join(said), _in_order(said))


def _in_order(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(root for word in said for root in roots((word,)))


class Weights:
    """How much each word of a comparison weighs."""

    def __init__(self, texts: Iterable[Words]) -> None:
        every = list(texts)
        self._formulas = _formulas(every)
        self._signs: dict[str, frozenset[str]] = {}
        counts = Counter(sign for text in every for sign in self.signs(text))
        # Whole numbers: their sums do not depend on the order of a set.
        self._weights = {
            sign: round(_UNIT * log(1 + (len(every) + 1) / (count + 1))) for sign, count in counts.items()
        }
        self._unknown = round(_UNIT * log(2 + len(every)))
        self._sums: dict[frozenset[str], int] = {}

    def signs(self, text: Words) -> frozenset[str]:
        """Return what tells a text from others: its words, each formula as the first of its words."""
        known = self._signs.get(text.key)
        if known is None:
            known = frozenset(self._formulas.get(root, root) for root in text.roots)
            self._signs[text.key] = known
        return known

    def of(self, text: Words) -> int:
        """Return the weight of a text."""
        signs = self.signs(text)
        known = self._sums.get(signs)
        if known is None:
            known = self._sums[signs] = self._sum(signs)
        return known

    def weight(self, sign: str) -> int:
        """Return the weight of one word."""
        return self._weights.get(sign, self._unknown)

    def _sum(self, signs: Iterable[str]) -> int:
        return sum(map(self.weight, signs))

    def alike(self, one: Words, other: Words) -> float:
        """Return how alike two texts are: 1 where their words are the same, 0 where they share none.

        It is the mean of what they share of both together and of the shorter one: who adds a clause to a text
        says the same and more, and words that no other text has would otherwise weigh too much against it.
        """
        if one.key == other.key:
            return 1.0
        weighs = self.of(one), self.of(other)
        if not all(weighs):
            return 0.0
        shared = self._sum(self.signs(one) & self.signs(other))
        return shared / sum(weighs) + shared / min(weighs) / 2


def _formulas(texts: Sequence[Words]) -> dict[str, str]:
    """Map each word that nearly always stands next to the same other to the first word of their formula."""
    alone = Counter(root for text in texts for root in set(text.roots))
    pairs = Counter(pair for text in texts for pair in set(pairwise(text.roots)))
    first: dict[str, str] = {}

    def first_of(root: str) -> str:
        while first.get(root, root) != root:
            root = first[root]
        return root

    for (one, other), count in sorted(pairs.items()):
        if count >= _FORMULA_FROM and count >= _ALWAYS * max(alone[one], alone[other]):
            first[first_of(other)] = first_of(one)
    return {root: first_of(root) for root in first}


def is_generic(text: str) -> bool:
    """Return whether a function is of those that close any list ("las demás que le encomiende …")."""
    return _GENERIC.match(folded(text)) is not None


def says_the_same(one: str, other: str) -> bool:
    """Return whether two texts are equal, blanks and the sign that closes an item of a list aside.

    An item that comes to be the last one of its list ends with a point instead of "; y", and says the same.
    """
    return _without_closing(one) == _without_closing(other)


def _without_closing(text: str) -> str:
    return _CLOSING_SIGN.sub("", " ".join(text.split()))


def name_words(name: str) -> Words:
    """Return the words of a unit's name without that of its rank, where there are others."""
    said = words(name)
    if len(said) > 1 and kind_that_begins(name) is not None:
        said = said[1:]
    return Words(folded(name), _in_order(said))
