"""The outline as a whole: all that was read of one document."""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.outline.doubts import Doubt
from organica.domain.outline.parts import (
    OutlineAmendment,
    OutlineHead,
    OutlineSource,
    OutlineUnit,
    PassedOver,
)


@dataclass(frozen=True, slots=True)
class Outline:
    """All that was read of one document, each group in the order of the text.

    `body` is the name of the body that the text is about, where it says so; `amendments` are the orders of
    a text that alters another one; `dated` is the day of the register or text itself ("2011-11-03");
    `passed_over` are the lines that say nothing of units, and why they were left out.
    """

    units: tuple[OutlineUnit, ...]
    heads: tuple[OutlineHead, ...]
    sources: tuple[OutlineSource, ...]
    doubts: tuple[Doubt, ...]
    body: str | None = None
    amendments: tuple[OutlineAmendment, ...] = ()
    dated: str | None = None
    passed_over: tuple[PassedOver, ...] = ()
