"""What a query may ask for, decided from its text before anything runs.

Takes a parsed document; returns nothing or refuses. Called by `execute` once a document. Every fragment is
measured once, so a fan-out of fragments within fragments costs its length and not what it spreads to.
"""

from __future__ import annotations

from collections.abc import Mapping
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
from schema.refusals import QueryTooDeep, QueryTooWide, WordTooLong

MAX_TOKENS = 1_500
MAX_DEPTH = 12
MAX_SPREAD_FIELDS = 3_000
# What a selection may nest in braces; past this no depth needs to be counted, and no recursion runs away.
MAX_NESTING = 60
MAX_WORD_CHARACTERS = 100
MAX_SHOWN_CHARACTERS = 80
_OPENING = frozenset({TokenKind.BRACE_L, TokenKind.BRACKET_L})
_CLOSING = frozenset({TokenKind.BRACE_R, TokenKind.BRACKET_R})


class _Measure:
    """The depth and the number of fields of selections, with fragments spread out."""

    def __init__(self, document: DocumentNode) -> None:
        self._fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self._known: dict[str, tuple[int, int]] = {}

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
        if name not in self._known:
            self._known[name] = (0, 0)  # A cycle ends here; validation refuses it.
            fragment = self._fragments.get(name)
            self._known[name] = self.of(fragment.selection_set, nesting) if fragment else (0, 0)
        return self._known[name]


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
    """Refuse a document that nests or spreads too much. Raises: QueryTooDeep, QueryTooWide, WordTooLong.

    Levels are counted from an operation on; a fragment alone is only kept from nesting without end.
    """
    visit(document, _Words())
    measure = _Measure(document)
    for node in document.definitions:
        depth, fields = measure.of(getattr(node, "selection_set", None))
        if isinstance(node, OperationDefinitionNode) and depth > MAX_DEPTH:
            raise QueryTooDeep(limit=MAX_DEPTH)
        if fields > MAX_SPREAD_FIELDS:
            raise QueryTooWide(limit=MAX_SPREAD_FIELDS)


def check_pages(document: DocumentNode, variables: Mapping[str, Any]) -> None:
    """Refuse a page size out of range, written or in a variable. Raises: PageSizeOutOfRange."""

    class Pages(Visitor):
        def enter_argument(self, node: Any, *_: Any) -> None:
            if node.name.value == "first":
                value = node.value
                if isinstance(value, IntValueNode):
                    checked_first(int(value.value))
                elif isinstance(value, VariableNode) and isinstance(variables.get(value.name.value), int):
                    checked_first(variables[value.name.value])

    visit(document, Pages())
