"""Carrying out one operation: text in, data and refusals out.

Takes a query with its variables and what it may read; returns an Answer and never raises. Called by the
GraphQL endpoint.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from graphql import DocumentNode, OperationDefinitionNode, get_operation_ast, get_variable_values
from graphql import execute as carry_out

from organica.domain.errors import Refused
from organica.register.consult import Consult
from schema.answer import Answer, Fault, fault_of
from schema.budget import Budget, CostLimits
from schema.build import built
from schema.connection import checked_first
from schema.documents import MAX_ERRORS, NotADocument, document_of
from schema.executor import BudgetedExecutor
from schema.refusals import QueryNotValid, UnknownOperation, VariablesNotValid
from schema.request import Request

DEFAULT_LIMITS = CostLimits()


async def execute(
    query: str,
    consult: Consult,
    *,
    variables: Mapping[str, Any] | None = None,
    operation_name: str | None = None,
    reading: bool = False,
    limits: CostLimits = DEFAULT_LIMITS,
) -> Answer:
    """Carry out one operation.

    `reading`: the request may only read (HTTP GET). `limits`: what carrying it out may cost.
    """
    try:
        document = await document_of(query, operation_name, reading)
        operation = _operation(document.node, operation_name)
        coerced = get_variable_values(built(), operation.variable_definitions or (), dict(variables or {}))
        if isinstance(coerced, list):
            return _refused([fault_of(error, VariablesNotValid) for error in coerced[:MAX_ERRORS]])
        for size in (coerced.coerced.get(name) for name in document.page_sizes):
            if isinstance(size, int):
                checked_first(size)
    except Refused as refusal:
        return _refused([Fault(refusal)])
    except NotADocument as found:
        return _refused(found.faults)
    request = Request(consult, Budget(limits, exempt=document.introspection))
    result = carry_out(
        built(),
        document.node,
        context_value=request,
        variable_values=dict(variables or {}),
        operation_name=operation_name,
        executor_class=BudgetedExecutor,
    )
    outcome = await result if inspect.isawaitable(result) else result
    budget = request.budget
    if budget.spent is not None:
        # Half an answer would pass for a whole one, so there is none.
        return Answer(True, None, (Fault(budget.spent, budget.stopped_at),), budget)
    faults = tuple(fault_of(error, QueryNotValid) for error in outcome.errors or ())
    return Answer(True, outcome.data, faults, budget)


def _refused(faults: Sequence[Fault]) -> Answer:
    return Answer(executed=False, data=None, faults=tuple(faults))


def _operation(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    operation = get_operation_ast(document, name)
    if operation is None:
        raise UnknownOperation(operation=name)
    return operation
