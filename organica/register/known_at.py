"""With which knowledge a question is asked. A value; used by every dated read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class KnownAt:
    """With which knowledge a question is asked: an instant, or the index of an entry. Exactly one."""

    instant: datetime | None = None
    entry: int | None = None
