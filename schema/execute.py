"""Carrying out one operation: text in, data and refusals out.

Takes a query with its variables and what it may read; returns an Answer and never raises. Called by the
GraphQL endpoint. What the register refuses is told with its code; what nobody foresaw is logged and masked.
"""

from __future__ import annotations

import inspect
import logging
import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    get_operation_ast,
    get_variable_values,
    parse,
    specified_rules,
    validate,
)
from graphql import (
    execute as carry_out,
)
from graphql.validation import recommended_rules

from organica.domain.errors import Fact, Language, Refused, Unavailable
from organica.register.consult import Consult
from schema.budget import BudgetedExecutor
from schema.build import built
from schema.limits import (
    MAX_DEPTH,
    MAX_SHOWN_CHARACTERS,
    MAX_TOKENS,
    check_pages,
    check_shape,
    nests_too_much,
)
from schema.refusals import (
    InternalError,
    MutationOverGet,
    QueryNotParsed,
    QueryNotValid,
    QueryTooDeep,
    QueryTooLong,
    UnknownOperation,
    VariablesNotValid,
)
from schema.request import Request

MAX_DOCUMENTS = 200
MAX_KEPT_CHARACTERS = 8_000
MAX_ERRORS = 20
MAX_REASON_CHARACTERS = 400
WITHHELD_FACTS = frozenset({"cause"})

_LONG_WORD = re.compile(rf"(\S{{{MAX_SHOWN_CHARACTERS}}})\S+")
_log = logging.getLogger("organica.schema")


@dataclass(frozen=True, slots=True)
class Fault:
    """One refusal, with where in the query it arose."""

    refusal: Refused
    located: GraphQLError | None = None

    def written(self, language: Language) -> dict[str, Any]:
        """Return it as GraphQL writes errors."""
        refusal = self.refusal
        # What the storage says of itself is for its operator: a fact left out prints as a dash.
        facts = {
            name: _clipped(name, fact) for name, fact in refusal.facts.items() if name not in WITHHELD_FACTS
        }
        error: dict[str, Any] = {"message": refusal.says.render(language, facts)}
        if self.located is not None and self.located.locations:
            error["locations"] = [place.formatted for place in self.located.locations]
        if self.located is not None and self.located.path is not None:
            error["path"] = self.located.path
        remedy = refusal.remedy.render(language, facts)
        error["extensions"] = {"code": refusal.code, "facts": facts, "remedy": remedy}
        return error


@dataclass(frozen=True, slots=True)
class Answer:
    """What an operation gave. Not executed means that it was refused beforehand and there is no data.

    `objects` and `fields` are what executing it cost.
    """

    executed: bool
    data: dict[str, Any] | None
    faults: tuple[Fault, ...] = ()
    objects: int = 0
    fields: int = 0

    def written(self, language: Language) -> dict[str, Any]:
        """Return it as GraphQL writes responses; `data` only where the operation was executed."""
        answer: dict[str, Any] = {}
        if self.faults:
            answer["errors"] = [fault.written(language) for fault in self.faults]
        if self.executed:
            answer["data"] = self.data
        return answer


class _Refusals(Exception):
    """What validation found, all at once."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__()


_documents: OrderedDict[str, DocumentNode] = OrderedDict()


async def execute(
    query: str,
    consult: Consult,
    *,
    variables: Mapping[str, Any] | None = None,
    operation_name: str | None = None,
    reading: bool = False,
) -> Answer:
    """Carry out one operation. `reading`: the request may only read (HTTP GET)."""
    try:
        document = _document(query, operation_name, reading)
        operation = _operation(document, operation_name)
        coerced = get_variable_values(built(), operation.variable_definitions or (), dict(variables or {}))
        if isinstance(coerced, list):
            return _refused([_fault(error, VariablesNotValid) for error in coerced[:MAX_ERRORS]])
        check_pages(document, coerced.coerced)
    except Refused as refusal:
        return _refused([Fault(refusal)])
    except GraphQLSyntaxError as error:
        return _refused([_fault(error, QueryNotParsed)])
    except _Refusals as found:
        return _refused(found.faults)
    request = Request(consult)
    result = carry_out(
        built(),
        document,
        context_value=request,
        variable_values=dict(variables or {}),
        operation_name=operation_name,
        executor_class=BudgetedExecutor,
    )
    outcome = await result if inspect.isawaitable(result) else result
    budget, errors = request.budget, outcome.errors or []
    if budget.spent is not None:
        await request.settled()
        # Half an answer would pass for a whole one, so there is none. The last error is what stopped it.
        return Answer(True, None, (Fault(budget.spent, errors[-1]),), budget.objects, budget.fields)
    faults = tuple(_fault(error, QueryNotValid) for error in errors)
    return Answer(True, outcome.data, faults, budget.objects, budget.fields)


def _clipped(name: str, fact: Fact) -> Fact:
    """Return a fact as an error shows it: what a reader sent is not sent back at length."""
    if name == "reason" and isinstance(fact, str):
        return _LONG_WORD.sub(r"\1…", fact)[:MAX_REASON_CHARACTERS]
    if isinstance(fact, str) and len(fact) > MAX_SHOWN_CHARACTERS:
        return f"{fact[:MAX_SHOWN_CHARACTERS]}…"
    return fact


def _refused(faults: list[Fault]) -> Answer:
    return Answer(executed=False, data=None, faults=tuple(faults))


def _document(query: str, operation_name: str | None, reading: bool) -> DocumentNode:
    """Return the parsed and valid document. Raises: Refused, GraphQLSyntaxError, _Refusals."""
    known = _documents.get(query)
    document = known or _parsed(query)
    operation = get_operation_ast(document, operation_name)
    if reading and operation is not None and operation.operation is not OperationType.QUERY:
        raise MutationOverGet(operation=operation.operation.value)
    if known is not None:
        _documents.move_to_end(query)
        return known
    check_shape(document)
    try:
        errors = validate(built(), document, [*specified_rules, *recommended_rules], max_errors=MAX_ERRORS)
    except RecursionError:
        raise QueryTooDeep(limit=MAX_DEPTH) from None
    if errors:
        raise _Refusals([_fault(error, QueryNotValid) for error in errors[:MAX_ERRORS]])
    if len(query) <= MAX_KEPT_CHARACTERS:
        _documents[query] = document
        if len(_documents) > MAX_DOCUMENTS:
            _documents.popitem(last=False)
    return document


def _parsed(query: str) -> DocumentNode:
    try:
        return parse(query, max_lexical_tokens=MAX_TOKENS, max_comments=MAX_TOKENS)
    except GraphQLSyntaxError as error:
        if "Parsing aborted" in error.message:
            if nests_too_much(query):
                raise QueryTooDeep(limit=MAX_DEPTH) from None
            raise QueryTooLong(limit=MAX_TOKENS) from None
        raise


def _operation(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    operation = get_operation_ast(document, name)
    if operation is None:
        raise UnknownOperation(operation=name)
    return operation


def _fault(error: GraphQLError, otherwise: type[Refused]) -> Fault:
    """Return an error of graphql-core as a refusal: its cause's, or one that says what the library says."""
    cause: BaseException | None = error
    while isinstance(cause, GraphQLError):
        if cause.original_error is None:
            return Fault(otherwise(reason=cause.message), error)
        cause = cause.original_error
    if isinstance(cause, Refused):
        if isinstance(cause, Unavailable):
            _log.warning("the storage did not answer at %s: %s", error.path, cause)
        return Fault(cause, error)
    _log.error("a field failed at %s", error.path, exc_info=cause)
    return Fault(InternalError(), error)
