"""The answers that a process keeps: within a bound of bytes, and only while they are true.

Takes made answers under the question that they answer; gives them back until an entry is recorded, a day
ends that mattered, or others push them out. Used by `delivering`.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from api.delivery.made import Lifetime, Made

# No single answer may push out most of the others.
LARGEST_SHARE = 8

Question: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """`head`: the register's newest entry when it was made. `until`: when a day ends that mattered."""

    made: Made
    head: int
    until: datetime | None


class KeptAnswers:
    """A bounded store; what nobody asked for the longest leaves first. `bytes`: about what it takes."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self.bytes = 0
        self._answers: OrderedDict[Question, _Kept] = OrderedDict()

    def fixed(self, question: Question) -> Made | None:
        """Return the answer that holds for ever, where it is kept: nothing else needs to be read for it."""
        kept = self._answers.get(question)
        if kept is None or kept.made.lifetime is not Lifetime.FOR_EVER:
            return None
        self._answers.move_to_end(question)
        return kept.made

    def current(self, question: Question, head: int, now: datetime) -> Made | None:
        """Return the answer that is kept and still true; forget one that is not."""
        kept = self._answers.get(question)
        if kept is None:
            return None
        if kept.head != head or (kept.until is not None and now >= kept.until):
            self._forget(question)
            return None
        self._answers.move_to_end(question)
        return kept.made

    def keep(self, question: Question, made: Made, head: int, until: datetime | None) -> None:
        """Keep an answer that was made while `head` was the newest entry, or an older one still was."""
        if made.lifetime is Lifetime.NOT_STORED or _size(question, made) * LARGEST_SHARE > self._max_bytes:
            return
        if question in self._answers:
            self._forget(question)
        self._answers[question] = _Kept(made, head, until)
        self.bytes += _size(question, made)
        while self.bytes > self._max_bytes:
            self._forget(next(iter(self._answers)))

    def _forget(self, question: Question) -> None:
        self.bytes -= _size(question, self._answers.pop(question).made)


def _size(question: Question, made: Made) -> int:
    return made.size + sum(len(part) for part in question)
