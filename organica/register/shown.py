"""What an answer shows of a state, and the digest by which readers see that a thing is still the same.

Takes states; returns plain tuples and texts. Called by views and by the archive, which finds with it the
entries that altered an answer.
"""

from __future__ import annotations

import hashlib
from dataclasses import fields
from typing import get_args

from organica.domain.states import PostState, State


def shown(state: State) -> tuple[tuple[str, object], ...]:
    """Return what an answer shows of a state: all that is so, since when, and why.

    Places only give an order, and whether a post fell vacant shows as whether it is known to be vacant.
    """
    said = tuple((name, getattr(state, name)) for name in _SHOWN[type(state)])
    return (*said, ("vacant", state.known_vacant)) if isinstance(state, PostState) else said


def state_key(state: State) -> str:
    """Return a short digest of a state: what is so, since when, and why."""
    return hashlib.sha256(repr(shown(state)).encode()).hexdigest()[:24]


_SHOWN = {
    kind: tuple(field.name for field in fields(kind) if field.name not in {"place", "vacant", "emptied"})
    for kind in get_args(State)
}
