"""Acts upon acts: rectify, invalidate, revoke, suspend, resume; their targets are what other sources ordered.

A target is written `<source>` for all acts of a source, `<source>#<ref>` for one of them, or
`<source>#art:<article>` for those of one article.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from organica.domain.acts.parts import Ordered

if TYPE_CHECKING:
    from organica.domain.acts import PlainAct


@dataclass(frozen=True, slots=True)
class Target:
    """The acts of one source that an act upon acts aims at: all of them, one, or those of one article."""

    source: str
    ref: str | None = None
    article: str | None = None

    @classmethod
    def parse(cls, value: str) -> Target:
        """Read `<source>`, `<source>#<ref>` or `<source>#art:<article>`."""
        source, _, rest = value.partition("#")
        if rest.startswith("art:"):
            return cls(source, article=rest.removeprefix("art:"))
        return cls(source, ref=rest or None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectify(Ordered):
    """Correct what another act says, in its place and for all its days (rectificar).

    `to` is the whole act as it should have been written.
    """

    target: str
    to: PlainAct


@dataclass(frozen=True, slots=True, kw_only=True)
class Invalidate(Ordered):
    """Take other acts away as if they had never been (invalidar)."""

    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revoke(Ordered):
    """Take other acts away from a day on (dejar sin efecto)."""

    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspend(Ordered):
    """Take other acts away from a day until they are resumed (suspender)."""

    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume(Ordered):
    """End the suspension of other acts (alzar la suspensión)."""

    target: str
