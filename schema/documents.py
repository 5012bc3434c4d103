"""Reading documents: from a text to one that may be carried out, and those that were read already.

Takes the text of a query; returns its parsed and valid document or refuses. Called by `execute`, and by
whoever registers trusted documents. What was valid once is kept; a long text is read beside the event loop.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    GraphQLSyntaxError,
    OperationType,
    get_operation_ast,
    parse,
    specified_rules,
    validate,
)
from graphql.validation import recommended_rules

from organica.domain.errors import Refused
from schema.answer import Fault, fault_of
from schema.build import built
from schema.limits import (
    MAX_DEPTH,
    MAX_TOKENS,
    check_shape,
    is_introspection,
    nests_too_much,
    pages_in,
)
from schema.refusals import MutationOverGet, QueryNotParsed, QueryNotValid, QueryTooDeep, QueryTooLong

MAX_DOCUMENTS = 200
MAX_KEPT_CHARACTERS = 8_000
MAX_ERRORS = 20
# Validating takes about a tenth of a millisecond a field. What may take long is read by one thread, a text at
# a time, so that a flood of long texts waits in line and everybody else goes on.
MAX_CHARACTERS_IN_LOOP = 500


@dataclass(frozen=True, slots=True)
class Document:
    """A document that may be carried out, with what its text alone tells.

    `page_sizes` are the variables that give some; `introspection`: it is what tools send to learn the schema.
    """

    node: DocumentNode
    page_sizes: frozenset[str]
    introspection: bool


class _Known:
    """The documents that were read. Those asked for again are not driven out by ones that never are."""

    def __init__(self) -> None:
        self._once: OrderedDict[str, Document] = OrderedDict()
        self._again: OrderedDict[str, Document] = OrderedDict()

    def __contains__(self, query: str) -> bool:
        return query in self._again or query in self._once

    def __len__(self) -> int:
        return len(self._again) + len(self._once)

    def get(self, query: str) -> Document | None:
        """Return the document of a text that was read before."""
        document = self._again.get(query) or self._once.pop(query, None)
        if document is not None:
            self._keep(self._again, query, document)
        return document

    def add(self, query: str, document: Document) -> None:
        """Keep a document that was read for the first time."""
        if query not in self:
            self._keep(self._once, query, document)

    @staticmethod
    def _keep(where: OrderedDict[str, Document], query: str, document: Document) -> None:
        where[query] = document
        where.move_to_end(query)
        if len(where) > MAX_DOCUMENTS:
            where.popitem(last=False)


_known = _Known()
_reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading-documents")


class NotADocument(Exception):
    """What is wrong with a text, all at once."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__()


def is_known(query: str) -> bool:
    """Tell whether a text was read already, so that carrying it out begins at once."""
    return query in _known


async def document_of(query: str, operation_name: str | None, reading: bool) -> Document:
    """Return the document of a text. `reading`: it may only read. Raises: NotADocument."""
    document = _known.get(query)
    if document is not None:
        _must_read(document.node, operation_name, reading)
        return document
    if len(query) <= MAX_CHARACTERS_IN_LOOP:
        document = _read(query, operation_name, reading)
    else:
        loop = asyncio.get_running_loop()
        document = await loop.run_in_executor(_reader, _read, query, operation_name, reading)
    if len(query) <= MAX_KEPT_CHARACTERS:
        _known.add(query, document)
    return document


def reasons_against(query: str) -> str:
    """Return why a text is no query of this contract; empty where it is one."""
    try:
        _read(query, None, reading=False)
    except NotADocument as found:
        return "; ".join(fault.refusal.sentence("es") for fault in found.faults)
    return ""


def _read(query: str, operation_name: str | None, reading: bool) -> Document:
    try:
        node = _parsed(query)
        _must_read(node, operation_name, reading)
        check_shape(node)
        errors = validate(built(), node, [*specified_rules, *recommended_rules], max_errors=MAX_ERRORS)
        if errors:
            raise NotADocument(*(fault_of(error, QueryNotValid) for error in errors[:MAX_ERRORS]))
        return Document(node, pages_in(node), is_introspection(node))
    except Refused as refusal:
        raise NotADocument(Fault(refusal)) from None
    except GraphQLSyntaxError as error:
        raise NotADocument(fault_of(error, QueryNotParsed)) from None
    except RecursionError:
        raise NotADocument(Fault(QueryTooDeep(limit=MAX_DEPTH))) from None


def _must_read(document: DocumentNode, operation_name: str | None, reading: bool) -> None:
    operation = get_operation_ast(document, operation_name)
    if reading and operation is not None and operation.operation is not OperationType.QUERY:
        raise NotADocument(Fault(MutationOverGet(operation=operation.operation.value)))


def _parsed(query: str) -> DocumentNode:
    try:
        return _unlinked(parse(query, max_lexical_tokens=MAX_TOKENS, max_comments=MAX_TOKENS))
    except GraphQLSyntaxError as error:
        if "Parsing aborted" in error.message:
            if nests_too_much(query):
                raise QueryTooDeep(limit=MAX_DEPTH) from None
            raise QueryTooLong(limit=MAX_TOKENS) from None
        raise


def _unlinked(document: DocumentNode) -> DocumentNode:
    """Return a document whose tokens are no longer tied to one another, which nobody needs any more.

    Tied, those of a document that was refused would stay in memory until all garbage is looked for.
    """
    token = document.loc.start_token if document.loc else None
    while token is not None:
        token.prev, token.next, token = None, None, token.next
    return document
