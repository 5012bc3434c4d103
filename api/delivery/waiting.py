"""How many may wait for what is made one at a time.

Takes a bound and a refusal; gives places. Used by what draws pictures and by what makes workbooks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from organica.domain.errors import Unavailable


class Waiting:
    """Places to wait in: each holds in memory what it waits with, so that there are not many."""

    def __init__(self, most: int, refusal: type[Unavailable]) -> None:
        self._most = most
        self._refusal = refusal
        self._taken = 0

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold a place, until what is waited for is made. Raises: the refusal where none is left."""
        if self._taken >= self._most:
            raise self._refusal()
        self._taken += 1
        try:
            yield
        finally:
            self._taken -= 1
