"""What an operation gave: its data, its refusals and its cost, as GraphQL writes them.

Made by `execute` and `documents`; written by the endpoint. What the register refuses is told with its code;
what nobody foresaw is logged and masked.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError

from organica.domain.errors import Fact, Language, Refused, Unavailable
from schema.budget import Budget
from schema.limits import MAX_SHOWN_CHARACTERS
from schema.refusals import InternalError

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

    `budget` is the account of what executing it cost.
    """

    executed: bool
    data: dict[str, Any] | None
    faults: tuple[Fault, ...] = ()
    budget: Budget | None = None

    def written(self, language: Language) -> dict[str, Any]:
        """Return it as GraphQL writes responses; `data` only where the operation was executed."""
        answer: dict[str, Any] = {}
        if self.faults:
            answer["errors"] = [fault.written(language) for fault in self.faults]
        if self.executed:
            answer["data"] = self.data
        if self.budget is not None:
            answer["extensions"] = {"cost": self.budget.written}
        return answer


def _clipped(name: str, fact: Fact) -> Fact:
    """Return a fact as an error shows it: what a reader sent is not sent back at length."""
    if name == "reason" and isinstance(fact, str):
        return _LONG_WORD.sub(r"\1…", fact)[:MAX_REASON_CHARACTERS]
    if isinstance(fact, str) and len(fact) > MAX_SHOWN_CHARACTERS:
        return f"{fact[:MAX_SHOWN_CHARACTERS]}…"
    return fact


def fault_of(error: GraphQLError, otherwise: type[Refused]) -> Fault:
    """Return an error of graphql-core as a refusal: its cause's, or one that says what the library says."""
    cause: BaseException | None = error
    while isinstance(cause, GraphQLError):
        if cause.original_error is None:
            # What is around a cause says more: it names the variable in which it is.
            return Fault(otherwise(reason=error.message), error)
        cause = cause.original_error
    if isinstance(cause, Refused):
        if isinstance(cause, Unavailable):
            _log.warning("the storage did not answer at %s: %s", error.path, cause)
        return Fault(cause, error)
    _log.error("a field failed at %s", error.path, exc_info=cause)
    return Fault(InternalError(), error)
