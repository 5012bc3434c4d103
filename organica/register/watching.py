"""What an answer rests on, noted while it is made, so that the edge can tell for how long it holds.

Takes notes from the reads of the register; gives a Watch to whoever opened it. Called by consult, by the
snapshot and by `acts_between`, which are the doors to the newest state and to people's names; opened by
`api.delivery` around each answer. Where nobody watches, a note costs a look-up and is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True)
class Watch:
    """What one answer rests on.

    newest: on the newest state of the register, so that the next entry may change it.
    feed: on the end of the changes feed, where a reader waits for what comes.
    until: on what day it is; the instant at which that changes somewhere, None where no day was asked.
    names: it shows the name of a person, which may be withheld at any time.
    """

    newest: bool = False
    feed: bool = False
    until: datetime | None = None
    names: bool = False

    @property
    def fixed(self) -> bool:
        """Tell whether the answer is the same for ever (invariant 3, withheld names aside)."""
        return not (self.newest or self.feed or self.until or self.names)


_open: ContextVar[Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watching() -> Iterator[Watch]:
    """Open a watch over all that is asked inside, in this task and in those that it starts."""
    watch = Watch()
    token = _open.set(watch)
    try:
        yield watch
    finally:
        _open.reset(token)


def note_newest() -> None:
    """Note that the newest state of the register was asked for."""
    if watch := _open.get():
        watch.newest = True


def note_feed() -> None:
    """Note that the changes feed was read."""
    if watch := _open.get():
        watch.feed = True


def note_today(until: datetime) -> None:
    """Note that it mattered what day it is, which is another one from `until` on."""
    if watch := _open.get():
        watch.until = min(watch.until or until, until)


def note_name() -> None:
    """Note that the name of a person was read."""
    if watch := _open.get():
        watch.names = True
