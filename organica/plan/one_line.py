"""Names, kinds and citations on one line: where a text breaks one, the break is a blank.

Takes an outline; returns it so. Called by propose, statement and sourcing. The texts of functions and
objectives stay as they are printed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from organica.domain.outline import Outline, OutlineAmendment, OutlineHead, OutlineSource, OutlineUnit

P = TypeVar("P", OutlineUnit, OutlineHead, OutlineSource, OutlineAmendment)
_UNIT = ("name", "kind", "parent", "acronym", "provision")
_HEAD = ("unit", "name", "post", "capacity")
_SOURCE = ("printed", "title", "issuer")
_ORDER = ("unit", "provision")


def on_one_line(outline: Outline) -> Outline:
    """Return the outline with what names and cites on one line."""
    return replace(
        outline,
        units=tuple(_joined(each, _UNIT) for each in outline.units),
        heads=tuple(_joined(each, _HEAD) for each in outline.heads),
        sources=tuple(_joined(each, _SOURCE) for each in outline.sources),
        amendments=tuple(_joined(each, _ORDER) for each in outline.amendments),
        body=_line(outline.body),
    )


def _joined(part: P, fields: tuple[str, ...]) -> P:
    told = {name: getattr(part, name) for name in fields}
    changed: dict[str, Any] = {name: line for name, text in told.items() if (line := _line(text)) != text}
    return replace(part, **changed) if changed else part


def _line(text: str | None) -> str | None:
    """Return a text without its line breaks; other blanks stay as they are printed."""
    return text if text is None or len(text.splitlines()) < 2 else " ".join(text.split())
