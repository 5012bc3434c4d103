"""The provisions of an act that may order something: where each begins and ends, and which passages it has.

Takes passages; returns parts. Called by `amending`. A heading of an article inside a new text heads no
provision of the act: it is quoted, or the order before it announced the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from organica.importer.headings import Article, article_in, begins_orders, begins_recitals, division_in
from organica.importer.orders.labels import articles_in
from organica.importer.orders.text import balance
from organica.importer.orders.verbs import verbs_in
from organica.importer.passages import Passage
from organica.text.fold import folded

_ORDINAL = re.compile(
    r"(?P<number>PRIMER[OA]|SEGUND[OA]|TERCER[OA]|CUART[OA]|QUINT[OA]|SEXT[OA]|S[ÉE]PTIM[OA]"
    r"|OCTAV[OA]|NOVEN[OA]|D[ÉE]CIM[OA]|[ÚU]NIC[OA]|"
    r"Primer[oa]|Segund[oa]|Tercer[oa]|Cuart[oa]|Quint[oa]|Sext[oa]|S[ée]ptim[oa]|Octav[oa]"
    r"|Noven[oa]|D[ée]cim[oa]|[ÚU]nic[oa])"
    r"\s?(?:[.:°º)]\s?[-–—]*|\s[-–—])\s*(?P<rest>.*)",
    re.DOTALL,
)
_ALONE = frozenset({"articulo", "art"})


@dataclass(frozen=True, slots=True)
class Part:
    """One provision, or what stands under no heading. `headed` characters of its first passages are its
    heading.

    `bare` are the passages that begin a whole article without a quote.
    """

    indexes: tuple[int, ...]
    provision: str | None
    headed: int
    title: str
    bare: frozenset[int]


def parts_of(passages: Sequence[Passage], outside: frozenset[int]) -> tuple[Part, ...]:
    """Return the provisions of the act in their order, without its title and its reasons."""
    return tuple(_Parting(passages, outside).parts())


class _Parting:
    def __init__(self, passages: Sequence[Passage], outside: frozenset[int]) -> None:
        self.passages, self.outside = passages, outside
        enacts = any(article_in(one.text) or begins_orders(one.text) for one in passages)
        self.active = not enacts
        self._forget()

    def _forget(self) -> None:
        self.indexes: list[int] = []
        self.heading: tuple[str, str] | None = None
        self.headed = 0
        self.title = ""
        self.bare: set[int] = set()
        self.announced: set[str] = set()
        self.open_quotes = 0

    def parts(self) -> Iterator[Part]:
        for index, passage in enumerate(self.passages):
            heading = self._heading(index)
            if index in self.outside or (
                not self.open_quotes and self._leads_elsewhere(passage.text, heading)
            ):
                yield from self._finished()
                continue
            if heading is not None and self._is_inner(heading, index):
                self.announced.discard(folded(heading.number))
            elif heading is not None:
                yield from self._finished()
                self.active = True
                self._begin(index, heading)
            if self.active:
                self._take(index, passage)
        yield from self._finished()

    def _heading(self, index: int) -> Article | None:
        text = self.passages[index].text
        if folded(text) in _ALONE and index + 1 < len(self.passages):
            text = f"{text} {self.passages[index + 1].text}"
        found = article_in(text)
        if found is not None or self.open_quotes:
            return found
        ordinal = _ORDINAL.match(text)
        if ordinal is None or not (self._is_in_ordinals() or verbs_in(ordinal["rest"][:300])):
            return None
        return Article(ordinal["number"], ordinal["rest"])

    def _is_in_ordinals(self) -> bool:
        return self.heading is not None and self.heading[0] == self.heading[1]

    def _leads_elsewhere(self, text: str, heading: Article | None) -> bool:
        """Return whether the reasons, the orders or a division of the act begin with this passage."""
        if heading is not None:
            return False
        if begins_orders(text):
            self.active = True
            return True
        if begins_recitals(text) and not self.heading:
            self.active = False
            return True
        return division_in(text) is not None and not verbs_in(text)

    def _is_inner(self, heading: Article, index: int) -> bool:
        number = folded(heading.number)
        if self.heading is None:
            return False
        if number in self.announced:
            if not self.open_quotes:
                self.bare.add(index)
            return True
        return self.open_quotes > 0 and not self._is_next(number)

    def _is_next(self, number: str) -> bool:
        mine = folded(self.heading[0]) if self.heading else ""
        return number.isdigit() and mine.isdigit() and int(number) == int(mine) + 1

    def _begin(self, index: int, heading: Article) -> None:
        text = self.passages[index].text
        word = article_in(text) is not None or folded(text) in _ALONE
        self.heading = (heading.number, f"Artículo {heading.number}" if word else heading.number)
        whole = text
        if folded(text) in _ALONE:
            whole = f"{text} {self.passages[index + 1].text}"
        self.headed = len(whole) - len(heading.rest)
        self.title = heading.rest

    def _take(self, index: int, passage: Passage) -> None:
        self.indexes.append(index)
        self.open_quotes = max(0, self.open_quotes + balance(passage.text))
        if not self.open_quotes and passage.text.rstrip().endswith(":") and verbs_in(passage.text):
            self.announced = {folded(number) for one in articles_in(passage.text) for number in one.numbers}

    def _finished(self) -> Iterator[Part]:
        if self.indexes:
            provision = self.heading[1] if self.heading else None
            yield Part(tuple(self.indexes), provision, self.headed, self.title, frozenset(self.bare))
        self._forget()
