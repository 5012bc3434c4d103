"""Choices made by bytes that Hypothesis drew, so that a history is the same whenever its bytes are.

Called by everything that drafts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Picks:
    """Choices made by a run of bytes; where it ends, the first option is taken."""

    def __init__(self, drawn: bytes) -> None:
        self._drawn = iter(drawn)

    def number(self) -> int:
        """Return the next byte."""
        return next(self._drawn, 0)

    def of(self, options: Sequence[T]) -> T:
        """Return one of some options."""
        return options[self.number() % len(options)]

    def once_in(self, times: int) -> bool:
        """Tell whether this is the rare case."""
        return self.number() % times == times - 1
