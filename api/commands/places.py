"""Where in a file that stands which the register refuses: line and column, as a compiler gives them.

Takes the path of a file that was read and the facts of a refusal; returns a place. Called by `resolutions`.
The register knows acts and codes, not files; so the file is composed again and searched for what is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from organica.domain.errors import Fact, Refused
from organica.files.node import Node
from organica.files.yaml_strict import nodes_in

# The facts that name something a file says, the most telling first: of a parent that is not there the parent
# is to be mended, not the unit below it.
_TELLING = ("function", "post", "appointment", "parent", "heir", "target", "label", "name", "unit", "part")


def place_of(path: Path, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Return line and column of the value that the facts are about, else of its act; or nothing."""
    try:
        root = nodes_in(path.read_text(encoding="utf-8")).value
    except (OSError, UnicodeDecodeError, Refused):
        return {}
    if not isinstance(root, dict):
        return {}
    act = facts.get("act") or _ref_in(facts.get("target"))
    if isinstance(act, str):
        item = _act(root, act)
        found = item and (_named_in([item], facts) or item)
    else:
        # What no act is to blame for stands in the head: a part that is covered, a source that comes before.
        head = [node for word, node in root.items() if word not in ("organization", "acts")]
        found = _named_in(head, facts)
    return {"line": found.spot.line, "column": found.spot.column} if found else {}


def _named_in(within: list[Node], facts: Mapping[str, Fact]) -> Node | None:
    for name in _TELLING:
        for node in within:
            for text in _texts(node):
                if text.value == facts.get(name):
                    return text
    return None


def _texts(node: Node) -> Iterator[Node]:
    """Yield every text below a node in the order of the file."""
    match node.value:
        case dict():
            for each in node.value.values():
                yield from _texts(each)
        case list():
            for each in node.value:
                yield from _texts(each)
        case str():
            yield node


def _ref_in(target: object) -> str | None:
    """Return the reference of the act that a target `<source>#<ref>` names."""
    return target.partition("#")[2] or None if isinstance(target, str) else None


def _act(root: dict[str, Node], ref: str) -> Node | None:
    """Return the act with this reference: its own, or its number in the file from 1.

    The acts of a supplement count on from those that its source has, so only their own references tell them.
    A correction names the acts that it mends.
    """
    counted = "organica" in root and root["organica"].value == "resolution/1"
    listed = root["acts"].value if "acts" in root else []
    for number, item in enumerate(listed if isinstance(listed, list) else [], start=1):
        if not isinstance(item.value, dict):
            continue
        bodies = [body.value for body in item.value.values()]
        maps = [body for body in (item.value, *bodies) if isinstance(body, dict)]
        own = [body["ref"].value for body in maps if "ref" in body]
        if ref in own or (counted and not own and ref == str(number)):
            return item
    return None
