"""What acts on functions do: stated as a list, assigned, reworded, relettered, handed over, removed.

Takes the state of one layer, which it changes, the act and the codes behind its words. Raises: Wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from organica.domain.acts import AssignFunction, FunctionItem
from tests.support.law.state import Codes, State, Thing, Wrong, changed


def places(
    items: Sequence[FunctionItem], above: str | None = None
) -> Iterator[tuple[str, FunctionItem, str | None]]:
    """Yield each item of a list with its place in it and that of the item above: `1`, then `1.0`, …"""
    for number, item in enumerate(items):
        place = f"{number}" if above is None else f"{above}.{number}"
        yield place, item, above
        yield from places(item.children, place)


def _function(item: FunctionItem, unit: str, post: str | None, parent: str | None) -> Thing:
    return {
        "unit": unit,
        "post": post,
        "parent": parent,
        "list": item.list,
        "label": item.label,
        "text": item.text,
        "misprint": item.misprint,
    }


def state_list(state: State, unit: str, items: Sequence[FunctionItem], codes: Codes) -> None:
    """Make these the whole list of a unit: what it leaves out ends, with its sub-items."""
    named: set[str] = set()
    for place, item, above in places(items):
        code = codes[f"item:{place}"]
        if code in named:
            raise Wrong("named_twice")
        named.add(code)
        parent = None if above is None else codes[f"item:{above}"]
        state.functions[code] = _function(item, unit, None, parent)
    state.listed.add(unit)
    for code, held in list(state.functions.items()):
        listed = (held["unit"] == unit and held["post"] is None) or held["parent"] in named
        if listed and code not in named and code in state.functions:
            remove(state, code)


def assign(state: State, act: AssignFunction, codes: Codes) -> None:
    """Let a function begin, with its sub-items, in a unit or one of its posts."""
    state.need("unit", act.unit)
    for place, item, above in places([act.function]):
        code = codes[f"item:{place}"]
        if code in state.functions:
            raise Wrong("function_exists")
        parent = codes.get("parent") if above is None else codes[f"item:{above}"]
        state.functions[code] = _function(item, act.unit, codes.get("post"), parent)
    state.listed.add(act.unit)


def relabel(state: State, code: str, label: str) -> None:
    """Give another letter; one that was a confirmed misprint is none any more."""
    changed(state.need("function", code), {"label": label, "misprint": False})
    state.listed.add(state.functions[code]["unit"])


def hand_over(
    state: State, code: str, to: str, label: str | None = None, list_name: str | None = None
) -> None:
    """Let a function and its sub-items go to another unit, under the letter given."""
    function = state.need("function", code)
    state.listed |= {function["unit"], to}
    place = {"unit": to, "post": None, "parent": None, "list": list_name, "label": label, "misprint": False}
    changed(function, place)
    for below in state.below(code):
        state.functions[below] |= {"unit": to, "post": None}


def remove(state: State, code: str) -> None:
    """Let a function end with its sub-items."""
    state.need("function", code)
    for each in (*state.below(code), code):
        state.listed.add(state.functions[each]["unit"])
        state.end("function", each)
