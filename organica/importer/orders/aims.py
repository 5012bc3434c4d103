"""The words of one order: what it aims at, and where its new text stands.

Takes a clause of an `OrderText` and what the orders around it aim at. Called by the readers of amending acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from organica.domain.outline import AmendmentAction, OutlineAmendment, Place
from organica.importer.orders.clauses import Clause
from organica.importer.orders.labels import articles_in, labels_in
from organica.importer.orders.new_items import NewArticle, NewItem, new_items
from organica.importer.orders.targets import Target, relabelled_in, targets_in
from organica.importer.orders.text import OrderText
from organica.importer.orders.units import unit_in
from organica.importer.orders.verbs import Verb

GIVES_TEXT = re.compile(
    r"\b(?:siguientes?|as[ií]|como\s+sigue|t[eé]rminos|textos?|se\s+lean?|dir[aá]n?|digan?)\b", re.IGNORECASE
)
_ANNOUNCES = re.compile(
    r"\bpor\s+(?:el|la|los|las|lo)?\s*(?:siguientes?|que\s+(?:sigue|se\s+indica)|nuev|texto"
    r"|letras?\b|literal|numeral)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:en|del?|al?|respecto|dentro|desde|a|el|la|los|las|donde|asimismo|además)\b|$", re.IGNORECASE
)
_MOST_PRINTED = 300


@dataclass(frozen=True, slots=True)
class Aim:
    """What the orders of a list aim at, as what stands around them says."""

    article: str | None = None
    label: str | None = None
    unit: str | None = None


@dataclass(slots=True)
class Effect:
    """What was read of an order: `end` is where its words and its new text end.

    `whole` when its new text is a whole article, list or annex, which is read as any other text; `left` when
    it restates a list and stands where a sentence before a list does; `repeals` when it ends a whole act,
    which is told among the sources. None of these, and no amendment: it was not understood.
    """

    aim: Aim
    end: int
    amendments: list[OutlineAmendment] = field(default_factory=list)
    articles: tuple[NewArticle, ...] = ()
    targets: list[Target] = field(default_factory=list)
    open_ended: bool = False
    whole: bool = False
    left: bool = False
    repeals: bool = False
    text_at: int | None = None


class OrderWords:
    """The words of one order, with what it inherits from the orders around it."""

    def __init__(
        self, text: OrderText, clause: Clause, around: Aim, place: Place, provision: str | None
    ) -> None:
        self.text, self.clause, self.around = text, clause, around
        words = text.skeleton[clause.begin : clause.told]
        label = re.match(r"\s*\(?\w{1,9}\s?[).°º]+[\s–—.-]*", words) if clause.label else None
        self.words = " " * label.end() + words[label.end() :] if label else words
        self.place, self.provision = place, provision
        printed = text.words(clause.begin + len(words) - len(words.lstrip()), clause.told)
        self.printed = printed if len(printed) <= _MOST_PRINTED else printed[: _MOST_PRINTED - 1] + "…"
        self.announces = text.skeleton.startswith(":", clause.told)
        self.verb_at = (clause.verb.start if clause.verb else clause.begin) - clause.begin
        self.verb_end = (clause.verb.end if clause.verb else clause.begin) - clause.begin

    @property
    def verb(self) -> Verb:
        """Return the verb. Only an order is asked for it, not a line that says where the orders below aim."""
        if self.clause.verb is None:
            raise ValueError("this line orders nothing")
        return self.clause.verb

    @property
    def begins_its_sentence(self) -> bool:
        """Return whether nothing but a place stands before the verb: "en el artículo 5, …"."""
        return _PLACE.match(self.words[: self.verb_at].strip()) is not None

    def aim(self) -> Aim:
        """Return what the order aims at, with what it inherits from the orders around it."""
        words = relabelled_in(self.up_to_the_new(self.words))[1]
        targets = targets_in(words)
        mentions = labels_in(words)
        article = next((one.article for one in targets if one.article), None)
        if article is None and (named := articles_in(self.up_to_the_new(self.words))):
            article = named[0].numbers[0]
        unit = unit_in(words, mentions[-1].end if mentions else None)
        if article is not None and article != self.around.article:
            return Aim(article, _only_label(targets), unit)
        label = _only_label(targets)
        if label and self.around.label:
            label = f"{self.around.label}/{label}"
        return Aim(article or self.around.article, label or self.around.label, unit or self.around.unit)

    def path(self, label: str | None) -> str | None:
        """Return a letter with the number that it is in, as the orders around say."""
        if label is None or self.around.label is None:
            return label
        return f"{self.around.label}/{label}"

    def up_to_the_new(self, words: str) -> str:
        """Return the words up to those that announce the new text: "por la siguiente letra"."""
        found = _ANNOUNCES.search(words, min(self.verb_end, len(words)))
        return words[: found.start()] if found else words

    def new_text(self) -> list[tuple[int, int]]:
        """Return where the new text stands: within its quotes, or without quotes up to the next order."""
        text, clause = self.text, self.clause
        skeleton = text.skeleton
        if clause.told < clause.end and skeleton[clause.told] == ":":
            quotes = text.quotes_between(clause.told, clause.end)
            if not quotes or skeleton[clause.told + 1 : quotes[0].start].strip(" \n*_"):
                rest = skeleton[clause.told + 1 : clause.end]
                begin = clause.told + 1 + len(rest) - len(rest.lstrip())
                return [(begin, begin + len(rest.strip()))] if rest.strip() else []
            first = [quotes[0]]
            for quote in quotes[1:]:
                if re.sub(r"[\s.,;:ye_*–-]", "", skeleton[first[-1].end : quote.start]):
                    break
                first.append(quote)
            return [(quote.inner_start, quote.inner_end) for quote in first]
        quotes = text.quotes_between(clause.begin + self.verb_at, clause.end)
        if quotes and GIVES_TEXT.search(skeleton, clause.begin + self.verb_at, quotes[-1].start):
            return [(quotes[-1].inner_start, quotes[-1].inner_end)]
        return []

    def with_tail(self, new: Sequence[tuple[int, int]]) -> str:
        """Return the words of the order with those behind its quoted text: ", pasando la actual d) a ser
        e)".
        """
        if not new or new[-1][1] >= self.clause.end or new[-1][1] <= self.clause.told:
            return self.words
        tail = self.text.skeleton[new[-1][1] : self.clause.end].split("\n")[0]
        return f"{self.words} {tail}"

    def items(self, start: int, end: int, announced: Sequence[str]) -> tuple[NewItem, ...]:
        """Return the items of a new text that stands between two places."""
        return new_items(self.text.text[start:end], announced)

    def amendment(
        self,
        action: AmendmentAction,
        *,
        aim: Aim | None = None,
        unit: str | None = None,
        label: str | None = None,
        text: str | None = None,
        new_label: str | None = None,
        after: str | None = None,
        old_words: str | None = None,
    ) -> OutlineAmendment:
        """Return an amendment with the words of this order and its place in the amending act."""
        aim = aim or Aim()
        return OutlineAmendment(
            action, self.place, self.printed, unit or aim.unit, aim.article, label, text, new_label, after,
            old_words, self.provision,
        )  # fmt: skip


def _only_label(targets: Sequence[Target]) -> str | None:
    labels = [one.label for one in targets if one.label]
    return labels[0] if len(labels) == 1 else None
