"""Which doubt stands beside what: the unit or the function that it is about.

Takes an outline; returns its doubts by unit and by function, each once. Called by `render.outline`.

Lines say where a doubt belongs. In a file of one line they say nothing, so names and labels decide there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from organica.domain.outline import Doubt, Outline, OutlineFunction, OutlineUnit


@dataclass(slots=True)
class Placed:
    """The doubts of an outline by where they are told; units by their number in the outline.

    `above` are told under a unit's heading, `below` behind its last function, `beside` under the function
    with that identity, `left` at the end, because they concern no unit.
    """

    above: dict[int, list[Doubt]] = field(default_factory=dict)
    below: dict[int, list[Doubt]] = field(default_factory=dict)
    beside: dict[int, list[Doubt]] = field(default_factory=dict)
    left: list[Doubt] = field(default_factory=list)


def placed(outline: Outline) -> Placed:
    """Return the doubts of an outline, each in one place, in the order of the outline."""
    found = Placed()
    named: dict[str, list[int]] = {}
    for number, unit in enumerate(outline.units):
        # A register's doubts add the code where several units bear one name.
        for name in (unit.name, f"{unit.name} ({unit.code})"):
            named.setdefault(name, []).append(number)
    around = _innermost(outline)
    inside: dict[int, _Functions] = {}
    for order, doubt in enumerate(outline.doubts):
        by_name = _by_name(doubt, named, outline.units)
        owner = around.get(order) if by_name is None else by_name
        if owner is None:
            found.left.append(doubt)
            continue
        if owner not in inside:
            inside[owner] = _Functions(outline.units[owner])
        functions = inside[owner]
        function = functions.concerned(doubt)
        if function is not None:
            found.beside.setdefault(id(function), []).append(doubt)
        elif doubt.place.first_line <= functions.begin:
            found.above.setdefault(owner, []).append(doubt)
        else:
            found.below.setdefault(owner, []).append(doubt)
    return found


def every(functions: Sequence[OutlineFunction]) -> Iterator[OutlineFunction]:
    """Yield functions and all their sub-items, in the order of the text."""
    pending = list(reversed(functions))
    while pending:
        function = pending.pop()
        yield function
        pending += reversed(function.children)


def _by_name(doubt: Doubt, named: dict[str, list[int]], units: Sequence[OutlineUnit]) -> int | None:
    """Return the unit that the doubt names, if the doubt's line is one of the unit's."""
    line = doubt.place.first_line
    numbers = named.get(doubt.subject or "", ())
    return next((each for each in numbers if _holds(units[each], line)), None)


def _holds(unit: OutlineUnit, line: int) -> bool:
    return unit.place.first_line <= line <= unit.place.last_line


def _innermost(outline: Outline) -> dict[int, int]:
    """Return, for each doubt that has one, the unit around its line that began last: one sweep over both."""
    starts = sorted(
        range(len(outline.units)),
        key=lambda each: (outline.units[each].place.first_line, -outline.units[each].place.last_line),
    )
    order = sorted(range(len(outline.doubts)), key=lambda each: outline.doubts[each].place.first_line)
    found: dict[int, int] = {}
    around: list[int] = []
    upcoming = 0
    for each in order:
        line = outline.doubts[each].place.first_line
        while upcoming < len(starts) and outline.units[starts[upcoming]].place.first_line <= line:
            around.append(starts[upcoming])
            upcoming += 1
        while around and outline.units[around[-1]].place.last_line < line:
            around.pop()
        # In a file of one line every unit is around every doubt, and none more than the others.
        if around and (
            len(around) == 1 or outline.units[around[-1]].place != outline.units[around[-2]].place
        ):
            found[each] = around[-1]
    return found


class _Functions:
    """The functions of one unit, to be found by line or label."""

    def __init__(self, unit: OutlineUnit) -> None:
        self._by_line: dict[int, list[OutlineFunction]] = {}
        self._by_label: dict[str | None, OutlineFunction] = {}
        # Up to here a doubt is told under the heading: before the list, or where all is on one line.
        self.begin = unit.place.last_line
        for function in every(unit.functions):
            if len(self._by_label) == 0:
                self.begin = max(function.place.first_line - 1, unit.place.first_line)
            self._by_label[function.label] = function
            for line in range(function.place.first_line, function.place.last_line + 1):
                self._by_line.setdefault(line, []).append(function)
        # A function that fills all the lines of its unit is not told from it by them.
        self._only = {
            line: _only([each for each in functions if each.place != unit.place])
            for line, functions in self._by_line.items()
        }

    def concerned(self, doubt: Doubt) -> OutlineFunction | None:
        """Return the function that a doubt is about: the innermost on its line, or the one of its label."""
        line = doubt.place.first_line
        if line not in self._by_line:
            return None
        if (only := self._only[line]) is not None:
            return only
        labelled = self._by_label.get(doubt.printed)
        return labelled if doubt.printed and labelled in self._by_line[line] else None


def _only(functions: list[OutlineFunction]) -> OutlineFunction | None:
    """Return the innermost function of a line; None where several share it and the line tells nothing."""
    shortest = min((each.place.last_line - each.place.first_line for each in functions), default=0)
    inner = [each for each in functions if each.place.last_line - each.place.first_line == shortest]
    return inner[0] if len(inner) == 1 else None
