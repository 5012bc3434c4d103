"""The YAML that a person likes to read: short maps in one line, long texts folded, blocks for the rest.

Takes plain values; returns text that `yaml_strict` reads back to the very same values. Called by `write`.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import ScalarEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.resolver import Resolver

from organica.domain.filings import Filing
from organica.files.codec import to_plain
from organica.files.node import Plain

WIDTH = 100
# Room that a map in one line leaves for its indentation and the key before it.
_FLOW_WIDTH = 92
# From here on a text that cannot stand bare is folded below its key rather than quoted.
_LONG_TEXT = 70
_TEXT, _FLAG, _WHOLE = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "bool", "int"))
# A year or a count stands bare, as everyone writes it; whatever else another YAML reader would turn into a
# number, a date or a truth value gets quotes.
_BARE_KEYS = frozenset({"year", "days", "month_after"})
_RESOLVER = Resolver()
# Numbers of YAML 1.2 that are text in 1.1, such as 08 and 1e5: editors read by the one, our library by the
# other.
_CORE_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+")


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key, and quotes with the double marks that allow escapes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> Any:
        style = super().choose_scalar_style()
        return '"' if style == "'" else style


def write(filing: Filing) -> str:
    """Return the file of a filing. `read_text(write(f))` is `f` for every filing that a file can say.

    Codes that the register gave are left out. Raises: ValueError as `to_plain`.
    """
    return _emitted(_map(to_plain(filing, ledger=False), block=True))


def write_plain(plain: dict[str, Plain]) -> str:
    """Return part of a file, such as one act, as the file would have it."""
    return _emitted(_map(plain, block=True))


def write_blocks(word: str, plain: dict[str, Plain]) -> str:
    """Return one item of a list: a word with its map, each key of which stands on a line of its own."""
    item = MappingNode(
        _TEXT.replace("str", "map"), [(ScalarNode(_TEXT, word), _map(plain, block=True))], flow_style=False
    )
    return _emitted(SequenceNode(_TEXT.replace("str", "seq"), [item], flow_style=False))


def _emitted(node: Node) -> str:
    written: str = yaml.serialize(node, Dumper=_Dumper, width=WIDTH, allow_unicode=True)
    return written


def _node(plain: Plain, key: str, flow: bool = False) -> Node:
    match plain:
        case bool():
            return ScalarNode(_FLAG, "true" if plain else "false")
        case str():
            return _scalar(plain, key, flow)
        case list():
            return _list(plain, flow)
        case dict():
            return _map(plain, block=not flow and not _fits(plain))


def _map(plain: dict[str, Plain], block: bool) -> MappingNode:
    entries = [(ScalarNode(_TEXT, word), _node(each, word, not block)) for word, each in plain.items()]
    return MappingNode(_TEXT.replace("str", "map"), entries, flow_style=not block)


def _list(plain: list[Plain], flow: bool) -> SequenceNode:
    texts = all(isinstance(each, str) for each in plain)
    flow = flow or (texts and _fits(plain))
    # The items of one list look alike: all in one line each, or all in blocks. An act is a map with a
    # single key, whose own content decides.
    apart = not all((isinstance(each, dict) and len(each) == 1) or _fits(each) for each in plain)
    items = [
        _map(each, block=not flow and (apart or not _fits(each)))
        if isinstance(each, dict)
        else _node(each, "", flow)
        for each in plain
    ]
    return SequenceNode(_TEXT.replace("str", "seq"), items, flow_style=flow)


def _fits(plain: Plain) -> bool:
    """Tell whether a map or list of single texts stands well in one line."""
    values = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ()
    if not all(isinstance(each, str | bool) or _short_list(each) for each in values):
        return False
    return _length(plain) <= _FLOW_WIDTH


def _short_list(plain: Plain) -> bool:
    return isinstance(plain, list) and all(isinstance(each, str) for each in plain)


def _length(plain: Plain) -> int:
    """Return about how many columns the value takes in one line, in which a text of several has no place."""
    match plain:
        case bool():
            return 5
        case str():
            quoted = _resolves(plain) != _TEXT or _CORE_NUMBER.fullmatch(plain) is not None
            return WIDTH if "\n" in plain else len(plain) + 2 * quoted
        case list():
            return 2 + sum(_length(each) + 2 for each in plain)
        case dict():
            return 2 + sum(len(word) + 4 + _length(each) for word, each in plain.items())


def _scalar(text: str, key: str, flow: bool) -> ScalarNode:
    if key in _BARE_KEYS and _resolves(text) == _WHOLE:
        return ScalarNode(_WHOLE, text)
    if _CORE_NUMBER.fullmatch(text):
        return ScalarNode(_TEXT, text, style='"')
    for style in _styles(text, flow):
        if _survives(text, style):
            return ScalarNode(_TEXT, text, style=style)
    return ScalarNode(_TEXT, text, style='"')


def _styles(text: str, flow: bool) -> tuple[str | None, ...]:
    """Return the styles to try, the most readable first; blocks have no place inside braces."""
    if flow:
        return (None,)
    if "\n" in text:
        return ("|",)
    # A folded text that begins with a blank keeps its line breaks, and where it breaks hangs on its depth.
    return (None, ">") if len(text) > _LONG_TEXT and not text[0].isspace() else (None,)


def _survives(text: str, style: str | None) -> bool:
    """Tell whether a text in this style is that style when written, and the same text when read back."""
    probe = _emitted(MappingNode("tag:yaml.org,2002:map", [(ScalarNode(_TEXT, "k"), _styled(text, style))]))
    _key, found = (
        each for each in yaml.parse(probe, Loader=yaml.BaseLoader) if isinstance(each, ScalarEvent)
    )
    return (found.value, found.style or None) == (text, style)


def _styled(text: str, style: str | None) -> ScalarNode:
    return ScalarNode(_TEXT, text, style=style)


def _resolves(text: str) -> str:
    """Return the tag that an ordinary YAML reader would give a bare text."""
    tag: str = _RESOLVER.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag
