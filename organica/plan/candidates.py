"""Which function in force may be which one of the text: the few pairs that are worth comparing at all.

Takes both sides; returns how alike each candidate pair is. Called by the matchings. Comparing 5,000 functions
with 5,000 would be 25 million pairs; two texts that are the same function share some of their rarest words,
which an index finds at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from organica.plan.likeness import Weights
from organica.plan.sides import Held, Said, Sides

# The rarest words of a text that are looked up, and how many texts may have such a word.
_WORDS_ASKED = 9
_MOST_TEXTS = 250
# How many of those that share most are compared word by word.
_COMPARED = 10
# A text that so many units share is compared inside each unit only.
_MOST_EQUAL = 20
LEAST_ALIKE = 0.4

Likeness = dict[tuple[int, int], float]


def candidates(sides: Sides) -> Likeness:
    """Return how alike a function of the text and one in force are, for pairs that are so at all.

    Shape: (index in `said`, index in `held`) to a number from `LEAST_ALIKE` to 1.
    """
    having: dict[str, list[Held]] = defaultdict(list)
    same: dict[str, list[Held]] = defaultdict(list)
    for held in sides.held:
        same[held.words.key].append(held)
        for sign in sides.weights.signs(held.words):
            having[sign].append(held)
    weights = sides.weights
    found: Likeness = {}
    for said in sides.said:
        if said.generic:
            continue
        equal = [held.index for held in same.get(said.words.key, ()) if not held.generic]
        if len(equal) > _MOST_EQUAL:
            continue
        found.update(((said.index, index), 1.0) for index in equal)
        # What is less like a text than its equal is compared again inside its own unit only.
        for index in () if equal else _sharing_most(said, having, weights):
            held = sides.held[index]
            alike = 0.0 if held.generic else weights.alike(said.words, held.words)
            if alike >= LEAST_ALIKE:
                found[said.index, index] = alike
    return found


def _sharing_most(said: Said, having: Mapping[str, Sequence[Held]], weights: Weights) -> list[int]:
    """Return the functions in force that share the weightiest words with a text."""
    shared: dict[int, int] = defaultdict(int)
    asked = sorted((len(having[sign]), sign) for sign in weights.signs(said.words) if sign in having)
    for number, sign in asked[:_WORDS_ASKED]:
        if number > _MOST_TEXTS:
            break
        weight = weights.weight(sign)
        for held in having[sign]:
            shared[held.index] += weight
    return nsmallest(_COMPARED, shared, key=lambda index: (-shared[index], index))
