"""What an outline prints, as acts write it: functions, ranks, and which entries are units at all.

Takes parts of an outline; returns parts of acts. Called by statement and by the files that propose acts.
"""

from __future__ import annotations

from dataclasses import replace

from organica.domain.acts import FunctionItem
from organica.domain.outline import Outline, OutlineFunction, OutlineSort, OutlineUnit
from organica.text.fold import folded
from organica.text.kinds import kind_that_begins


def function_item(item: OutlineFunction) -> FunctionItem:
    """Return a function of the text as an act writes it."""
    return FunctionItem(
        text=item.text,
        label=item.label,
        list=item.list,
        children=tuple(map(function_item, item.children)),
    )


def kind_of_entry(entry: OutlineUnit) -> str:
    """Return the rank: as printed, or the word that begins the name."""
    known = kind_that_begins(entry.name)
    return entry.kind or (known.word if known else entry.name.split()[0])


def is_unit(entry: OutlineUnit, known: frozenset[str] = frozenset()) -> bool:
    """Tell whether an entry is a unit of the register; `known` are the folded names of those in force.

    The body itself is one, a root, where the text gives it an objective or functions, or where the register
    holds a unit of its name; else its name is only what the units hang from.
    """
    if entry.repealed or entry.sort is OutlineSort.POST:
        return False
    told = entry.sort is OutlineSort.UNIT or bool(entry.functions or entry.objective)
    return told or folded(entry.name) in known


def posts_in(outline: Outline) -> tuple[OutlineUnit, ...]:
    """Return the posts that the text gives functions to; one printed twice is one, with all its functions."""
    posts: dict[tuple[str, str], OutlineUnit] = {}
    for entry in outline.units:
        if entry.sort is OutlineSort.POST and not entry.repealed:
            key = (folded(entry.parent or ""), folded(entry.name))
            known = posts.get(key)
            both = entry if known is None else replace(known, functions=known.functions + entry.functions)
            posts[key] = both
    return tuple(posts.values())


def names_of_body(outline: Outline) -> frozenset[str]:
    """Return what the text calls the body itself, folded."""
    names = {entry.name for entry in outline.units if entry.sort is OutlineSort.BODY}
    return frozenset(map(folded, names | ({outline.body} if outline.body else set())))
