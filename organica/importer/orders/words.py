"""Orders about names and words: a unit that is renamed, an expression that is replaced by another.

Takes the words of an order; adds to its `Effect` and says whether it was such an order. Called by
`effects`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from organica.domain.outline import AmendmentAction
from organica.importer.orders.aims import Effect, OrderWords
from organica.importer.orders.targets import targets_in
from organica.importer.orders.text import QUOTE, QUOTED, Quote
from organica.importer.orders.units import plain_name, renamed_in
from organica.importer.orders.verbs import Deed

_WORDS = re.compile(
    r"\b(?:expresi[oó]n(?:es)?|palabras?|frases?|vocablos?|t[eé]rminos?|guarismos?"
    r"|locuci[oó]n(?:es)?|oraci[oó]n(?:es)?|"
    r"donde\s+dice|voz|voces|referencias?|cifras?|siglas?|conjunci[oó]n)\b",
    re.IGNORECASE,
)
_DENOMINATION = re.compile(
    r"\bdenominaci[oó]n\b|\ba\s+(?:denominarse|llamarse)\b|\bse\s+denominar[aá]n?\b", re.IGNORECASE
)
_BEHIND_WORDS = re.compile(r"(?:continuaci[oó]n|despu[eé]s)\s+(?:de|del)\s[^.;]{0,60}$", re.IGNORECASE)
_BY = re.compile(r"\bpor\b|\bdebe\s+(?:decir|leerse)\b|\bdiga\b", re.IGNORECASE)


def rename(order: OrderWords, found: Effect) -> bool:
    """Take a new name of a unit; return whether the order gives one."""
    if not _DENOMINATION.search(order.words):
        return False
    # Before "pasará a denominarse" stands the old name, before "sustitúyese" only a place.
    skipped = 0 if order.verb.bare else order.verb_at
    renamed = renamed_in(order.words[skipped:])
    if renamed is None:
        return False
    at = order.clause.begin + skipped
    old, new = (
        plain_name(order.text.words(at + start, at + end)) for start, end in (renamed.old, renamed.new)
    )
    found.amendments.append(order.amendment(AmendmentAction.RENAME, unit=old, text=new))
    return True


def replace_words(order: OrderWords, found: Effect, label_before: str | None) -> bool:
    """Take words that others replace, are added behind, or that go; return whether the order says so."""
    quotes = order.text.quotes_between(order.clause.begin, _end_of_words(order))
    noun = _WORDS.search(order.words)
    if not quotes or noun is None or noun.start() > quotes[0].start - order.clause.begin:
        return False
    pairs = list(_pairs(order, quotes))
    own = [one for one in targets_in(_without_quotes(order, quotes[0])) if one.label]
    labels: list[str | None] = [order.path(one.label) for one in own] or [found.aim.label or label_before]
    for old, new in pairs:
        for label in labels:
            found.amendments.append(
                order.amendment(
                    AmendmentAction.REPLACE_WORDS, aim=found.aim, label=label, old_words=old, text=new
                )
            )
    found.end = max(found.end, quotes[-1].end) if pairs else found.end
    return bool(pairs)


def _pairs(order: OrderWords, quotes: Sequence[Quote]) -> Iterator[tuple[str, str]]:
    """Yield the old words and the new ones; what is added behind words is the old ones with the new."""
    skeleton = order.text.skeleton
    said = [order.text.words(quote.inner_start, quote.inner_end) for quote in quotes]
    if order.verb.deed is Deed.REMOVE:
        yield from ((words, "") for words in said)
        return
    for one, other in zip(range(0, len(quotes) - 1, 2), range(1, len(quotes), 2), strict=False):
        if order.verb.deed is Deed.ADD:
            if _BEHIND_WORDS.search(skeleton[order.clause.begin : quotes[one].start]):
                gap = "" if said[other][:1] in tuple(" ,.;:") else " "
                yield said[one], said[one] + gap + said[other]
        elif _BY.search(skeleton[quotes[one].end : quotes[other].start]):
            yield said[one], said[other]


def _end_of_words(order: OrderWords) -> int:
    """Return where the line with the words ends; they may stand behind a colon."""
    line = order.text.skeleton.find("\n", order.clause.told + 1, order.clause.end)
    return order.clause.end if line < 0 else line


def _without_quotes(order: OrderWords, quote: Quote) -> str:
    words = order.text.skeleton[order.clause.begin : _end_of_words(order)]
    inside = quote.start - order.clause.begin
    behind = re.sub(f"{QUOTE}{QUOTED}*", lambda found: " " * len(found[0]), words[inside:])
    return order.words[:inside] + behind
