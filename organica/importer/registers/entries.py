"""What the readers of all registers share: texts without markup, what no entry may lack, and first doubts.

Takes values of a register's entries; returns clean texts and doubts. Called by the registers' readers.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from organica.domain.outline import Doubt, DoubtCode, OutlineUnit
from organica.importer.errors import RegisterIncomplete
from organica.importer.registers.json_tree import Node
from organica.text.fold import words
from organica.text.normalise import normalised

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,12}|#\d{1,6});")


def without_markup(text: str) -> str:
    """Return the text without the tags and entities of HTML that registers keep from their old forms."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    return normalised(html.unescape(text)) if _ENTITY.search(text) else text


def name_of(text: str) -> str:
    """Return a name with one blank between its words and no markup."""
    return " ".join(without_markup(text).split())


def required(entry: Node, key: str, file: str) -> str:
    """Return a text that every entry of the register has. Raises: RegisterIncomplete."""
    text = entry.text(key)
    if text is None or not words(text):
        raise RegisterIncomplete(file=file, line=entry.place.first_line, key=key)
    return text


def required_name(entry: Node, key: str, file: str) -> str:
    """Return a name that every entry of the register has. Raises: RegisterIncomplete."""
    name = name_of(required(entry, key, file))
    if not words(name):
        raise RegisterIncomplete(file=file, line=entry.place.first_line, key=key)
    return name


def doubts_of_place(units: Sequence[OutlineUnit]) -> Iterator[tuple[str, list[Doubt]]]:
    """Yield, for each unit, what a doubt calls it, and the doubts about its code and its parent's.

    It is called by its name, with its code where names repeat: in a file of one line the line says nothing,
    so the name has to.
    """
    times = Counter(unit.name for unit in units)
    seen: set[str | None] = set()
    for unit in units:
        called = unit.name if times[unit.name] == 1 else f"{unit.name} ({unit.code})"
        found: list[Doubt] = []
        if unit.code in seen:
            found.append(Doubt(DoubtCode.REPEATED_UNIT, unit.place, called, unit.name))
        if unit.parent_code and unit.parent is None:
            found.append(Doubt(DoubtCode.PARENT_OUTSIDE, unit.place, called, unit.parent_code))
        seen.add(unit.code)
        yield called, found
