"""What a query may ask for, decided from its text before anything runs.

Takes a parsed document; returns nothing or refuses. Called by `execute` once a document. Every fragment is
measured once, so a fan-out of fragments within fragments costs its length and not what it spreads to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSyntaxError,
    IntValueNode,
    Lexer,
    OperationDefinitionNode,
    SelectionSetNode,
    Source,
    TokenKind,
    VariableNode,
    Visitor,
    visit,
)

from schema.connection import checked_first
from schema.refusals import (
    QueryNotValid,
    QueryRepeatsItself,
    QueryTooDeep,
    QueryTooWide,
    TooManyFragments,
    WordTooLong,
)

MAX_TOKENS = 1_500
MAX_DEPTH = 12
MAX_FRAGMENTS = 30
MAX_SPREAD_FIELDS = 3_000
# Thirty fragments that all ask the same ten fields of one object make 9,000.
MAX_PAIRS = 10_000
# What a selection may nest in braces; past this no depth needs to be counted, and no recursion runs away.
MAX_NESTING = 60
MAX_WORD_CHARACTERS = 100
MAX_SHOWN_CHARACTERS = 80
_OPENING = frozenset({TokenKind.BRACE_L, TokenKind.BRACKET_L})
_CLOSING = frozenset({TokenKind.BRACE_R, TokenKind.BRACKET_R})


def _fragments_of(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    return {
        node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
    }


class _Measure:
    """The depth and the number of fields of selections, with fragments spread out."""

    def __init__(self, document: DocumentNode) -> None:
        self._fragments = _fragments_of(document)
        self._known: dict[str, tuple[int, int]] = {}
        self._within: set[str] = set()
        self.cycle: str | None = None

    def of(self, selections: SelectionSetNode | None, nesting: int = 0) -> tuple[int, int]:
        """Return (levels of fields, number of fields). Introspection counts as one level."""
        if nesting > MAX_NESTING:
            raise QueryTooDeep(limit=MAX_DEPTH)
        depth = fields = 0
        for node in selections.selections if selections else ():
            if isinstance(node, FragmentSpreadNode):
                below = self._fragment(node.name.value, nesting + 1)
            elif isinstance(node, FieldNode):
                inside = self.of(node.selection_set, nesting + 1)
                below = (1, 1) if node.name.value.startswith("__") else (inside[0] + 1, inside[1] + 1)
            else:
                below = self.of(getattr(node, "selection_set", None), nesting + 1)
            depth, fields = max(depth, below[0]), fields + below[1]
        return depth, fields

    def _fragment(self, name: str, nesting: int) -> tuple[int, int]:
        if name in self._within:
            self.cycle = name
            return 0, 0
        if name not in self._known:
            self._within.add(name)
            fragment = self._fragments.get(name)
            self._known[name] = self.of(fragment.selection_set, nesting) if fragment else (0, 0)
            self._within.remove(name)
        return self._known[name]


class _Repetition:
    """How many pairs of fields validation compares, because they have one name in one place.

    It walks as execution does, fragments spread and fields of one name joined, in documents that spread into
    few enough fields.
    """

    def __init__(self, document: DocumentNode) -> None:
        self._fragments = _fragments_of(document)
        self.pairs = 0

    def count(self, places: Sequence[SelectionSetNode | None]) -> None:
        """Add the pairs of selections that stand in one place. Raises: QueryRepeatsItself."""
        named: dict[str, list[SelectionSetNode | None]] = {}
        for each in places:
            self._collect(each, named, set())
        for joined in named.values():
            self.pairs += len(joined) ** 2
            if self.pairs > MAX_PAIRS:
                raise QueryRepeatsItself(limit=MAX_PAIRS)
            if any(joined):
                self.count(joined)

    def _collect(
        self,
        selections: SelectionSetNode | None,
        named: dict[str, list[SelectionSetNode | None]],
        spread: set[str],
    ) -> None:
        for node in selections.selections if selections else ():
            if isinstance(node, FieldNode):
                name = (node.alias or node.name).value
                named.setdefault(name, []).append(node.selection_set)
            elif isinstance(node, FragmentSpreadNode):
                fragment = self._fragments.get(node.name.value)
                if fragment is not None and node.name.value not in spread:
                    spread.add(node.name.value)
                    self._collect(fragment.selection_set, named, spread)
            else:
                self._collect(getattr(node, "selection_set", None), named, spread)


class _Words(Visitor):
    """Refuses names, which every item of an answer repeats, and numbers, which Python refuses to read."""

    def enter(self, node: Any, *_: Any) -> None:
        word = getattr(node, "value", None)
        if (
            node.kind in ("name", "int_value", "float_value")
            and isinstance(word, str)
            and len(word) > MAX_WORD_CHARACTERS
        ):
            raise WordTooLong(limit=MAX_WORD_CHARACTERS, word=word[:MAX_SHOWN_CHARACTERS])


def nests_too_much(query: str) -> bool:
    """Tell whether as much of a text as is read opens more braces and brackets than any query needs."""
    lexer, open_now = Lexer(Source(query)), 0
    try:
        for _ in range(MAX_TOKENS):
            kind = lexer.advance().kind
            open_now += (kind in _OPENING) - (kind in _CLOSING)
            if open_now > MAX_NESTING:
                return True
            if kind is TokenKind.EOF:
                break
    except GraphQLSyntaxError:
        pass
    return False


def check_shape(document: DocumentNode) -> None:
    """Refuse a document that nests or spreads too much.

    Raises: TooManyFragments, QueryTooDeep, QueryTooWide, QueryNotValid for a fragment within itself,
    QueryRepeatsItself, WordTooLong.
    Levels are counted from an operation on; a fragment alone is only kept from nesting without end.
    """
    fragments = sum(isinstance(node, FragmentDefinitionNode) for node in document.definitions)
    if fragments > MAX_FRAGMENTS:
        raise TooManyFragments(limit=MAX_FRAGMENTS, fragments=fragments)
    visit(document, _Words())
    measure = _Measure(document)
    for node in document.definitions:
        depth, fields = measure.of(getattr(node, "selection_set", None))
        if isinstance(node, OperationDefinitionNode) and depth > MAX_DEPTH:
            raise QueryTooDeep(limit=MAX_DEPTH)
        if fields > MAX_SPREAD_FIELDS:
            raise QueryTooWide(limit=MAX_SPREAD_FIELDS)
    if measure.cycle is not None:
        raise QueryNotValid(reason=f"Cannot spread fragment '{measure.cycle}' within itself.")
    repetition = _Repetition(document)
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            repetition.count([node.selection_set])


def pages_in(document: DocumentNode) -> frozenset[str]:
    """Return the variables that give page sizes. Raises: PageSizeOutOfRange for a size that is written."""

    class Pages(Visitor):
        def __init__(self) -> None:
            super().__init__()
            self.variables: set[str] = set()

        def enter_argument(self, node: Any, *_: Any) -> None:
            if node.name.value == "first":
                if isinstance(node.value, IntValueNode):
                    checked_first(int(node.value.value))
                elif isinstance(node.value, VariableNode):
                    self.variables.add(node.value.name.value)

    pages = Pages()
    visit(document, pages)
    return frozenset(pages.variables)


def is_introspection(document: DocumentNode) -> bool:
    """Tell whether a document is what tools send to learn the schema: one `__schema`, and no alias anywhere.

    Without aliases it asks for nothing twice, and validation bounds how deep it goes, so its cost is that of
    the schema's size.
    """

    class Aliases(Visitor):
        found = False

        def enter_field(self, node: FieldNode, *_: Any) -> None:
            self.found = self.found or node.alias is not None

    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    if len(operations) != 1:
        return False
    roots = operations[0].selection_set.selections
    if len(roots) != 1 or not (isinstance(roots[0], FieldNode) and roots[0].name.value == "__schema"):
        return False
    aliases = Aliases()
    visit(document, aliases)
    return not aliases.found
