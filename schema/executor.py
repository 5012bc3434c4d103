"""Executing as graphql-core does, within a budget and a slice at a time.

Takes what graphql-core hands its executor, whose context is a Request; gives the same results. Used by
`execute`. Lists and objects that are met once a slice is over wait for a turn (`organica.register.turns`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import Any

from graphql import located_error
from graphql.execution import Executor
from graphql.pyutils import gather_with_cancel

from organica.register.watching import note_newest
from schema.budget import Budget
from schema.refusals import QueryTooCostly


class BudgetedExecutor(Executor[Any]):
    """Counts what it does, and stops or waits where its budget says so."""

    def execute_field(self, parent_type: Any, source: Any, details: Any, path: Any, position: Any) -> Any:
        """Count a field and resolve it. Introspection counts too: its aliases multiply as well as ours."""
        try:
            self._budget.field()
        except QueryTooCostly as refusal:
            self.handle_field_error(refusal, None, details, path)
            return None
        return super().execute_field(parent_type, source, details, path, position)

    def complete_object_value(
        self, return_type: Any, details: Any, info: Any, path: Any, result: Any, position: Any
    ) -> Any:
        """Count an object and resolve what is asked of it. Types of the introspection are free."""
        if return_type.name.startswith("__"):
            note_newest()  # The next release may say otherwise.
        else:
            self._budget.object()
        complete = super().complete_object_value

        def completed() -> Any:
            return complete(return_type, details, info, path, result, position)

        return self._after_turn(completed) if self._budget.slices.over() else completed()

    async def _after_turn(self, complete: Callable[[], Any]) -> Any:
        if self._budget.spent is None:
            await self._budget.slices.turn()
        completed = complete()
        return await completed if self.is_awaitable(completed) else completed

    def complete_iterable_value(
        self, item_type: Any, details: Any, info: Any, path: Any, items: Iterable[Any], position: Any
    ) -> Any:
        """Complete the items of a list; those that are left when the slice is over, one after another later.

        No list of the contract holds awaitables or is streamed.
        """
        completed: list[Any] = []
        left = iter(enumerate(items))

        def complete(index: int, item: Any) -> bool:
            """Append the item; tell whether it must still be awaited."""
            place = path.add_key(index, None)
            return self.complete_list_item_value(item, completed, item_type, details, info, place, position)

        pending: list[int] = []
        try:
            while self._budget.spent is None and not self._budget.slices.over():
                index, item = next(left, (None, None))
                if index is None:
                    return self._all(completed, pending) if pending else completed
                if complete(index, item):
                    pending.append(index)
        except Exception:
            if pending:
                self.settle_in_background([completed[index] for index in pending])
            raise
        return self._in_turns(left, complete, completed, pending)

    async def _in_turns(
        self,
        left: Iterator[tuple[int, Any]],
        complete: Callable[[int, Any], bool],
        completed: list[Any],
        pending: list[int],
    ) -> list[Any]:
        """Complete what is left of a list, waiting for a turn whenever a slice is over."""
        if pending:
            await self._all(completed, pending)
        for index, item in left:
            if self._budget.spent is not None:
                break
            if self._budget.slices.over():
                await self._budget.slices.turn()
            if complete(index, item):
                completed[index] = await completed[index]
        return completed

    @staticmethod
    async def _all(completed: list[Any], pending: list[int]) -> list[Any]:
        """Await those items of a list that are pending, side by side."""
        waiting: list[Awaitable[Any]] = [completed[index] for index in pending]
        for index, value in zip(pending, await gather_with_cancel(*waiting), strict=True):
            completed[index] = value
        return completed

    def handle_field_error(self, raw_error: Exception, return_type: Any, details: Any, path: Any) -> None:
        """Note an error; one that ends the budget is noted once, and what is left is null, asked by nobody.

        Nothing is raised for it, also where null may not stand: what waits side by side comes to its end by
        itself, rather than being cancelled half-way, and there is no answer whose nulls could be seen.
        """
        if self._budget.spent is None:
            super().handle_field_error(raw_error, return_type, details, path)
        elif self._budget.stopped_at is None:
            nodes = [each.node for each in details]
            self._budget.stopped_at = located_error(raw_error, nodes, path.as_list())

    @property
    def _budget(self) -> Budget:
        budget: Budget = self.context_value.budget
        return budget
