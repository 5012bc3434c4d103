"""YAML without its surprises: texts stay texts (`010`, `NO`, `1.10`), and every value knows its place.

Takes the text of a file; returns its nodes or refuses with line and column. Called by reading.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from organica.files.errors import (
    BrokenYaml,
    DuplicateKey,
    EmptyValue,
    ExpectedMap,
    FileRefused,
    FileTooLarge,
    NestedTooDeep,
    YamlFeatureRefused,
)
from organica.files.node import MAX_LEVELS, Node, Spot, clean, forbidden, quoted
from organica.files.yaml_errors import broken
from organica.text.unseen import first_unseen, with_unseen_shown

MAX_FILE_BYTES = 5_000_000
# The C reader takes 0.1 s for 5 MB, the one in Python 3 s; both yield the same events. A PyYAML that was
# built without libyaml has only the latter.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def nodes_in(text: str, file: str | None = None, *, nulls: bool = False) -> Node:
    """Return the one document of the text. With `nulls` a key whose value is null is as if left out.

    Raises: BrokenYaml, YamlFeatureRefused, DuplicateKey, EmptyValue, NestedTooDeep, ForbiddenCharacter,
    FileTooLarge.
    """
    if len(text) > MAX_FILE_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_FILE_BYTES:
        raise FileTooLarge(most=MAX_FILE_BYTES, **Spot(file=file).facts())
    text = text.removeprefix("\ufeff")
    _refuse_unseen(text, file)
    return _Composer(file, nulls=nulls).document(_events(text, file))


def _refuse_unseen(text: str, file: str | None) -> None:
    # Line ends are no matter here, and between two words of YAML a tab is a blank: values are judged later.
    offset = first_unseen(text.replace("\r\n", "\n\n").replace("\t", " "))
    if offset is None:
        return
    before = text[:offset]
    spot = Spot(_path_at(text, offset), file, before.count("\n") + 1, offset - before.rfind("\n"))
    raise forbidden(text[offset], spot)


def _path_at(text: str, offset: int) -> str:
    """Return the path of the value in which a character stands; empty where it stands in none.

    The characters that nobody sees, some of which end a line of YAML, give way to one that is seen: then the
    text can be composed, and every place stays where it was.
    """
    composer = _Composer(None, sought=offset)
    try:
        composer.document(_events(with_unseen_shown(text), None))
    except FileRefused:
        # What else is wrong is told when the character is gone.
        return composer.found
    return composer.found


def _events(text: str, file: str | None) -> Iterator[Event]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise _broken(error, text, file) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # The reader in Python meets impossible escapes ("\UFFFFFFFF") with errors of Python, without place.
        raise BrokenYaml(problem=str(error).splitlines()[0], **Spot(file=file, line=1).facts()) from None


def _broken(error: yaml.MarkedYAMLError, text: str, file: str | None) -> BrokenYaml:
    """Return why the text is no YAML: at the place of the slip, which may lie before that of its effect."""
    mark = error.problem_mark or error.context_mark
    if "end of stream" in (error.problem or "") and "quoted scalar" in (error.context or ""):
        mark = error.context_mark
    if mark is None:
        return broken(error.problem, error.context, "", Spot(file=file, line=1, column=1).facts())
    line, column = mark.line, mark.column
    lines = text.split("\n")
    written = lines[line] if line < len(lines) else ""
    spot = Spot(file=file, line=line + 1, column=column + 1)
    # A bracket or brace that opened on an earlier line was never closed: no colon is to blame.
    unclosed = "flow" in (error.context or "") and error.context_mark and error.context_mark.line < line
    sign = "" if unclosed else written[column : column + 2]
    return broken(error.problem, error.context, sign, spot.facts())


class _Composer:
    """Builds the nodes from the events.

    PyYAML's own composer keeps the first of two equal keys silently and recurses without a bound.
    """

    def __init__(self, file: str | None, sought: int = -1, *, nulls: bool = False) -> None:
        self._file = file
        self._nulls = nulls
        self._level = 0
        # `found` becomes the path of the text in which the character at this offset stands.
        self._sought = sought
        self.found = ""

    def document(self, events: Iterator[Event]) -> Node:
        """Return the root of the only document."""
        root: Node | None = None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                if root is not None or event.tags:
                    raise self._refused(event, "tag" if event.tags else "document")
            elif isinstance(event, NodeEvent):
                root = self._node(event, events, "")
        if root is None:
            raise ExpectedMap(**Spot(file=self._file, line=1, column=1).facts())
        return root

    def _node(self, event: Event, events: Iterator[Event], path: str, named_at: Spot | None = None) -> Node:
        spot = self._spot(event, path)
        if isinstance(event, AliasEvent):
            raise self._refused(event, "alias")
        if getattr(event, "anchor", None) is not None:
            raise self._refused(event, "anchor")
        if getattr(event, "tag", None) is not None:
            raise self._refused(event, "tag")
        if isinstance(event, ScalarEvent):
            start, end = event.start_mark, event.end_mark
            if start and end and start.index <= self._sought < end.index:
                self.found = path
            if _is_null(event):
                raise EmptyValue(**(named_at or spot).facts())
            return Node(clean(event.value, spot), spot, named_at)
        self._level += 1
        if self._level > MAX_LEVELS:
            raise NestedTooDeep(most=MAX_LEVELS, **spot.facts())
        value = self._map(events, spot) if isinstance(event, MappingStartEvent) else self._list(events, spot)
        self._level -= 1
        return Node(value, spot, named_at)

    def _map(self, events: Iterator[Event], spot: Spot) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._node(event, events, spot.path)
            if not isinstance(key.value, str):
                raise ExpectedMap(**key.spot.facts())
            named_at = self._spot(event, spot.key(key.value).path)
            if key.value in entries:
                first = entries[key.value].key_spot.line
                raise DuplicateKey(key=quoted(key.value), first_line=first, **named_at.facts())
            value = next(events)
            if self._nulls and _is_null(value):
                continue
            entries[key.value] = self._node(value, events, named_at.path, named_at)
        return entries

    def _list(self, events: Iterator[Event], spot: Spot) -> list[Node]:
        items: list[Node] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(event, events, spot.item(len(items)).path))
        return items

    def _spot(self, event: Event, path: str) -> Spot:
        mark = event.start_mark
        return Spot(path, self._file, mark.line + 1, mark.column + 1) if mark else Spot(path, self._file)

    def _refused(self, event: Event, feature: str) -> YamlFeatureRefused:
        return YamlFeatureRefused(feature=feature, **self._spot(event, "").facts())


def _is_null(event: Event) -> bool:
    return isinstance(event, ScalarEvent) and event.implicit[0] and event.value in _NULLS
