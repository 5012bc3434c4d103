"""An answer as bytes, with its validator and how long it holds.

Takes bytes and what they rest on; returns a Made. Made by REST and GraphQL, kept by `kept`, sent by
`sending`.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from organica.register.watching import Watch
from organica.render.workbook import MEDIA_TYPE as WORKBOOK

MIN_COMPRESSED_BYTES = 1_000
# Level 6 halves what level 1 leaves and is paid once for each answer that is kept.
GZIP_LEVEL = 6
# What takes longer than about a millisecond to compress is compressed beside the event loop.
MAX_BYTES_IN_LOOP = 50_000
SHORT_LIFE_S = 60
PACKED = frozenset({"image/png", WORKBOOK})
YEAR_S = 31_536_000


class Lifetime(StrEnum):
    """For how long a reader may use an answer without asking again: the value of Cache-Control.

    FOR_EVER: a fixed day and a fixed state of knowledge, and nobody's name.
    SHORT: it follows the newest state, and a minute late does no harm.
    NEVER: it shows a name, which may be withheld at any time, or is where a reader waits for news.
    NOT_STORED: an error, or an answer to somebody alone.
    """

    FOR_EVER = f"public, max-age={YEAR_S}, immutable"
    SHORT = f"public, max-age={SHORT_LIFE_S}, must-revalidate"
    NEVER = "public, no-cache"
    NOT_STORED = "no-store"


def lifetime(watch: Watch) -> Lifetime:
    """Return how long an answer holds that rests on this."""
    if watch.names or watch.feed:
        return Lifetime.NEVER
    return Lifetime.FOR_EVER if watch.fixed else Lifetime.SHORT


@dataclass(slots=True)
class Made:
    """An answer: its bytes, their type, further headers, its status, and how long it holds.

    `tag` is a digest of the bytes, so that two answers have one ETag exactly when they are the same, in every
    process and after every restart.
    """

    body: bytes
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)
    lifetime: Lifetime = Lifetime.SHORT
    status: int = 200
    tag: str = field(init=False)
    _compressed: bytes | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.tag = hashlib.sha256(self.body).hexdigest()[:32]

    @property
    def compressible(self) -> bool:
        """Tell whether compressing is worth its time: text is, what is packed already is not."""
        return len(self.body) >= MIN_COMPRESSED_BYTES and self.media_type not in PACKED

    async def compressed(self) -> bytes:
        """Return the bytes as gzip; computed once, and the same for the same bytes."""
        if self._compressed is None:
            if len(self.body) > MAX_BYTES_IN_LOOP:
                self._compressed = await asyncio.to_thread(_gzip, self.body)
            else:
                self._compressed = _gzip(self.body)
        return self._compressed

    @property
    def size(self) -> int:
        """Return about how many bytes of memory it takes, its compressed form included."""
        return len(self.body) + len(self.body) // 4 + 500


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, GZIP_LEVEL, mtime=0)
