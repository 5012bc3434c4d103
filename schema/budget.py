"""What one execution may cost (presupuesto): objects, fields and seconds, counted while it runs.

Takes the limits of a request; gives its account, which stops the whole execution at the first limit. Used by
`executor`. A text of 600 bytes can ask for millions of objects, which no check of the text can know.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from graphql import GraphQLError

from organica.register.turns import Slices
from schema.refusals import QueryTooCostly

MAX_OBJECTS = 5_000
MAX_S = 5
# Aliases of plain fields multiply the work without resolving an object.
FIELDS_FOR_EACH_OBJECT = 10


@dataclass(frozen=True, slots=True)
class CostLimits:
    """What an operator lets one query cost: resolved objects, and seconds in all."""

    objects: int = MAX_OBJECTS
    seconds: int = MAX_S

    @property
    def fields(self) -> int:
        """Return how many fields may be resolved."""
        return self.objects * FIELDS_FOR_EACH_OBJECT


class Budget:
    """The account of one execution. `spent` is why it was stopped, and `stopped_at` where.

    `exempt`: only time is limited, which is so for the introspection that tools send.
    """

    def __init__(
        self, limits: CostLimits, *, exempt: bool = False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.limits = limits
        self._exempt = exempt
        self._clock = clock
        self._ends = clock() + limits.seconds
        self.slices = Slices(clock)
        self.objects = 0
        self.fields = 0
        self.spent: QueryTooCostly | None = None
        self.stopped_at: GraphQLError | None = None

    def object(self) -> None:
        """Count one object. Raises: QueryTooCostly."""
        self._check()
        if self.objects >= self.limits.objects and not self._exempt:
            self._stop(self.limits.objects, "objects")
        self.objects += 1

    def charge(self, objects: int) -> None:
        """Count work that is as dear as so many objects, before it begins. Raises: QueryTooCostly."""
        self._check()
        if self.objects + objects > self.limits.objects and not self._exempt:
            self._stop(self.limits.objects, "objects")
        self.objects += objects

    def field(self) -> None:
        """Count one field. Raises: QueryTooCostly."""
        self._check()
        if self.fields >= self.limits.fields and not self._exempt:
            self._stop(self.limits.fields, "fields")
        self.fields += 1

    @property
    def written(self) -> dict[str, int]:
        """Return the account as an answer tells it: what was resolved, and how much may be."""
        return {
            "objects": self.objects,
            "fields": self.fields,
            "maxObjects": self.limits.objects,
            "maxFields": self.limits.fields,
        }

    def _check(self) -> None:
        """Raises: QueryTooCostly where the time is over, or where the execution was stopped already."""
        if self.spent is not None:
            raise self.spent
        if self._clock() > self._ends:
            self._stop(self.limits.seconds, "seconds")

    def _stop(self, limit: int, of: str) -> None:
        self.spent = QueryTooCostly(limit=limit, of=of)
        raise self.spent
