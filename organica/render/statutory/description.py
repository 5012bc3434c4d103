"""The text of one cell: the objective of a unit and its functions, to the letter, as the act prints them.

Takes a unit's functions in printed order and which of them are meant; returns one text with line breaks.
Called by `powers`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from organica.domain.states import FunctionState, PostState

STEP = "   "


def description(
    objective: str | None,
    functions: Iterable[FunctionState],
    meant: Collection[str],
    posts: Mapping[str, PostState],
) -> str:
    """Return the objective, then "a) text" for each function that is meant, sub-items below their item.

    `functions` are all of the unit, so that a sub-item whose item is not meant can say where it belongs:
    "b) 1) text". Lists and posts with functions of their own are named on a line before them.
    """
    known = {function.code: function for function in functions}
    below: dict[str | None, list[FunctionState]] = {}
    for function in known.values():
        if function.code in meant:
            below.setdefault(function.parent if function.parent in meant else None, []).append(function)
    lines = [objective] if objective else []
    heading: tuple[str | None, str | None] = (None, None)
    for function in below.get(None, ()):
        if (function.post, function.list) != heading:
            heading = (function.post, function.list)
            lines.extend(_headed(function, posts))
        lines.extend(_item(function, "".join(_letters_above(function, known)), below, 0))
    return "\n".join(lines)


def _headed(function: FunctionState, posts: Mapping[str, PostState]) -> Iterator[str]:
    """Yield the line before a list: the post that holds it and its name, where it has either."""
    post = posts.get(function.post) if function.post else None
    named = [name for name in (post.name if post else None, function.list) if name]
    if named:
        yield f"{', '.join(named)}:"


def _letters_above(function: FunctionState, known: Mapping[str, FunctionState]) -> list[str]:
    """Return the letters of the items that it belongs to, the outermost first."""
    found: list[str] = []
    above = known.get(function.parent or "")
    while above is not None:
        found.insert(0, _letter(above))
        above = known.get(above.parent or "")
    return found


def _item(
    function: FunctionState, before: str, below: Mapping[str | None, list[FunctionState]], level: int
) -> Iterator[str]:
    yield f"{STEP * level}{before}{_letter(function)}{function.text}"
    for each in below.get(function.code, ()):
        yield from _item(each, "", below, level + 1)


def _letter(function: FunctionState) -> str:
    return f"{function.label}) " if function.label else ""
