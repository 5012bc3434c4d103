"""In which order what was found is shown, and why.

Takes the words of a question and, for each thing that bears one of them, where they stand; returns a score
for each. Called by search, for one organization and for all. Plain arithmetic on what was counted, in one
fixed order, so that SQLite and PostgreSQL give the same score to the last bit.

The rules, after BM25 (Robertson and Zaragoza, 2009, sections 3.5 and 3.6):

1. A word counts the more, the fewer things of the organization have it on that day.
2. It counts more in a name than in an acronym, a post's name, a function and an objective, in this order.
3. The very word (in either number) counts more than another one of its stem; said again, a little more.
4. A short text that has it counts more than a long one.
5. Words near one another in the order of the question count more.
6. What has all the words comes before what has some of them; the more of them by weight, the better.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from organica.register.search.texts import Posting, SearchField
from organica.text.search_words import AskedWord

# How much a word counts in a field, and how many words such a text has as a rule.
WEIGHT: dict[SearchField, float] = {
    SearchField.NAME: 4.0,
    SearchField.ACRONYM: 3.0,
    SearchField.POST_NAME: 2.5,
    SearchField.FUNCTION_TEXT: 2.0,
    SearchField.OBJECTIVE: 1.0,
    SearchField.PROGRAMME_NAME: 4.0,
    SearchField.PROGRAMME_OBJECTIVE: 1.0,
    SearchField.AUDIENCE: 1.0,
}
USUAL_WORDS: dict[SearchField, int] = {
    SearchField.NAME: 4,
    SearchField.ACRONYM: 1,
    SearchField.POST_NAME: 3,
    SearchField.FUNCTION_TEXT: 20,
    SearchField.OBJECTIVE: 35,
    SearchField.PROGRAMME_NAME: 4,
    SearchField.PROGRAMME_OBJECTIVE: 35,
    SearchField.AUDIENCE: 6,
}
SAME_STEM = 0.6
"""What another word of the same stem counts, beside 1 for the very word."""
REPEATED = 1.2
"""BM25's k1: how soon a word said again stops counting."""
LENGTH = 0.5
"""BM25's b: how much the length of a text counts, from 0 to 1."""
NEAR = 0.5
"""What words side by side add."""
ALL_FROM = 0.5
"""The score from which on a thing has all the words."""
DECIMALS = 6


@dataclass(frozen=True, slots=True)
class FoundField:
    """One text of a thing, with its number of indexed words and those of them that were asked for."""

    words: int
    postings: Sequence[Posting]


@dataclass(slots=True)
class Found:
    """A thing that has at least one of the words asked for, with the texts that have them."""

    organization: str
    code: str
    fields: dict[SearchField, FoundField] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statistics:
    """How many things an organization has on a day, and how many of them have each stem."""

    things: int
    with_stem: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Scored:
    """A thing with its score, above 0 and below 1, and its most telling text."""

    organization: str
    code: str
    field: SearchField
    score: float

    @property
    def order(self) -> tuple[float, str, str]:
        """Return its place: the highest score first, then by organization and code."""
        return (-self.score, self.organization, self.code)


def scored(asked: Sequence[AskedWord], found: Found, statistics: Statistics) -> Scored:
    """Return the score of one thing."""
    rare = [_rarity(statistics, word) for word in asked]
    # In the order of the fields, because a sum of fractions depends on its order in the last bit.
    texts = [(each, found.fields[each]) for each in SearchField if each in found.fields]
    weight = {each: _weights(asked, rare, each, text) for each, text in texts}
    matched = [index for index in range(len(asked)) if any(weights[index] for weights in weight.values())]
    near = max(_nearness(asked, text) for text in found.fields.values())
    sums = [sum(weights) for weights in weight.values()]
    relevance = sum(sums) / sum(rare) * (1 + NEAR * near)
    relevance /= 1 + relevance
    if len(matched) == len(asked):
        score = ALL_FROM + (1 - ALL_FROM) * relevance
    else:
        score = ALL_FROM * relevance * sum(rare[index] for index in matched) / sum(rare)
    told = max(weight, key=lambda each: (sum(map(bool, weight[each])), sum(weight[each]), WEIGHT[each]))
    return Scored(found.organization, found.code, told, round(score, DECIMALS))


def _rarity(statistics: Statistics, word: AskedWord) -> float:
    having = statistics.with_stem.get(word.stem, 0)
    return log(1 + (statistics.things - having + 0.5) / (having + 0.5))


def _weights(
    asked: Sequence[AskedWord], rare: Sequence[float], name: SearchField, text: FoundField
) -> list[float]:
    """Return what each word asked for counts in a text; 0 where it is not there."""
    length = REPEATED * (1 - LENGTH + LENGTH * text.words / USUAL_WORDS[name])
    weights: list[float] = []
    for word, rarity in zip(asked, rare, strict=True):
        very = kin = 0
        for posting in text.postings:
            if posting.form == word.form and posting.stem == word.stem:
                very += len(posting.places)
            elif posting.stem == word.stem:
                kin += len(posting.places)
        said = very + SAME_STEM * kin
        weights.append(rarity * WEIGHT[name] * (REPEATED + 1) * said / (said + length))
    return weights


def _nearness(asked: Sequence[AskedWord], text: FoundField) -> float:
    """Return how near neighbours of the question are in a text: 1 where all are side by side, 0 for none."""
    if len(asked) == 1 or len(text.postings) == 1:
        return 0.0
    places: dict[str, list[int]] = {}
    for posting in text.postings:
        places.setdefault(posting.stem, []).extend(posting.places)
    near = 0.0
    for one, other in pairwise(asked):
        if one.stem in places and other.stem in places:
            near += 1 / min(abs(a - b) for a in places[one.stem] for b in places[other.stem])
    return near / (len(asked) - 1)
