"""What one execution may cost (presupuesto): objects, fields and seconds, counted while it runs.

Takes nothing; an executor that counts as it goes, and stops the whole execution at the first limit. Used by
`execute`. A text of 600 bytes can ask for millions of objects, which no check of the text can know.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from graphql import GraphQLError, located_error
from graphql.execution import Executor

from schema.refusals import QueryTooCostly

MAX_OBJECTS = 5_000
# Ten for each object: aliases of plain fields multiply the work without resolving an object.
MAX_FIELDS = 50_000
MAX_S = 5


class Budget:
    """The account of one execution. `spent` is why it was stopped."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ends = clock() + MAX_S
        self.objects = 0
        self.fields = 0
        self.spent: QueryTooCostly | None = None

    def object(self) -> None:
        """Count one object. Raises: QueryTooCostly."""
        self._check()
        if self.objects >= MAX_OBJECTS:
            self._stop(MAX_OBJECTS, "objects")
        self.objects += 1

    def field(self) -> None:
        """Count one field. Raises: QueryTooCostly."""
        self._check()
        if self.fields >= MAX_FIELDS:
            self._stop(MAX_FIELDS, "fields")
        self.fields += 1

    def _check(self) -> None:
        """Raises: QueryTooCostly where the time is over, or where the execution was stopped already."""
        if self.spent is not None:
            raise self.spent
        if self._clock() > self._ends:
            self._stop(MAX_S, "seconds")

    def _stop(self, limit: int, of: str) -> None:
        self.spent = QueryTooCostly(limit=limit, of=of)
        raise self.spent


class BudgetedExecutor(Executor[Any]):
    """Executes as graphql-core does, within the budget of the request that is its context."""

    def execute_field(self, parent_type: Any, source: Any, details: Any, path: Any, position: Any) -> Any:
        """Count a field and resolve it. Introspection counts too: its aliases multiply as well as ours."""
        try:
            self._budget.field()
        except QueryTooCostly as refusal:
            raise self._located(refusal, details, path) from None
        return super().execute_field(parent_type, source, details, path, position)

    def complete_object_value(
        self, return_type: Any, details: Any, info: Any, path: Any, result: Any, position: Any
    ) -> Any:
        """Count an object and resolve what is asked of it. Types of the introspection are free."""
        if not return_type.name.startswith("__"):
            self._budget.object()
        return super().complete_object_value(return_type, details, info, path, result, position)

    def handle_field_error(self, raw_error: Exception, return_type: Any, details: Any, path: Any) -> None:
        """Let nothing catch the end of a budget: a null here would let the siblings go on."""
        if self._budget.spent is not None:
            raise self._located(raw_error, details, path)
        super().handle_field_error(raw_error, return_type, details, path)

    @property
    def _budget(self) -> Budget:
        budget: Budget = self.context_value.budget
        return budget

    @staticmethod
    def _located(raw_error: Exception, details: Any, path: Any) -> GraphQLError:
        return located_error(raw_error, [each.node for each in details], path.as_list())
