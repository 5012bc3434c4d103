"""What schemathesis makes of our two contracts: requests that fit them and requests that do not, and its checks.

Takes the address of a served instance; returns how much was sent to which operation, and what was found.
Called by `tests.campaigns.requests` and, shortly, by the tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias
from urllib.request import urlopen

import schemathesis
from graphql import (
    ArgumentNode,
    IntValueNode,
    NullValueNode,
    ObjectValueNode,
    Visitor,
    parse,
    print_ast,
    visit,
)
from hypothesis import strategies as st
from schemathesis import engine
from schemathesis.core.failures import Failure
from schemathesis.engine import Status, events
from schemathesis.generation.meta import TestPhase
from schemathesis.graphql import nodes

from api.refusals import BodyTooLarge
from api.rest.refusals import DayOrInterval
from organica.domain.dates import FIRST_DAY, LAST_DAY
from organica.domain.errors import NotFound, Refused, error_tree
from organica.domain.ids import BadCode
from organica.register.refusals import BackwardInterval, UnitWithoutOrganization
from organica.register.search.refusals import BadSearchCursor, NothingToSearch, QuestionTooWide
from organica.register.statutory.refusals import BadMonth, MonthOrDay
from organica.register.work_items import BadWorkCursor
from schema.connection import MAX_FIRST
from schema.refusals import AmbiguousSource, BadCursor, BadDepth, QueryTooCostly, QueryTooWide, WordTooLong
from tests.campaigns.portions import Report

MAX_FAILURES = 20
REQUEST_TIMEOUT_S = 30
Case: TypeAlias = schemathesis.Case[Any]
GRAPHQL = "application/graphql-response+json"
# What neither contract can say in its own terms: how two parameters depend on each other, which codes and
# cursors there are, how much is too much. Everything else that is refused must contradict the contract.
_SAID_IN_WORDS: tuple[type[Refused], ...] = (
    *(kind for kind in error_tree() if issubclass(kind, NotFound)),
    *(DayOrInterval, UnitWithoutOrganization, BackwardInterval, AmbiguousSource, BadCursor, BadDepth),
    *(QueryTooCostly, QueryTooWide, WordTooLong, BodyTooLarge, QuestionTooWide),
    *(NothingToSearch, BadSearchCursor, BadWorkCursor, BadMonth, MonthOrDay),
)
SAID_IN_WORDS = frozenset(kind.code for kind in _SAID_IN_WORDS)
# What schemathesis calls a refusal of what fits the contract, over REST and twice over GraphQL.
_REJECTED = frozenset({"ST202", "ST206", "ST113"})


def ask_rest(address: str, seed: int, examples: int) -> Report:
    """Send what the served OpenAPI document allows and what it does not: all phases, all checks."""
    schema = schemathesis.openapi.from_url(f"{address}/openapi.json", config=_config(seed, examples))
    return _asked(schema, "REST")


def ask_graphql(address: str, seed: int, examples: int) -> Report:
    """Send what the served SDL allows and what it does not."""
    with urlopen(f"{address}/graphql/schema.graphql") as answer:
        sdl = answer.read().decode()
    more = {"base-url": f"{address}/graphql", "headers": {"Accept": GRAPHQL}}
    config = _config(seed, examples, **more)
    days = st.dates(FIRST_DAY, LAST_DAY)
    schemathesis.graphql.scalar("Date", days.map(lambda day: nodes.String(day.isoformat())))
    schema = schemathesis.graphql.from_file(sdl, config=config)
    return _asked(schema, "GraphQL")


def before_call(_context: schemathesis.HookContext, case: Case, _sent: dict[str, Any]) -> None:
    """Bring a query that is meant to be good into bounds; other hooks miss those that follow from answers."""
    good = case.meta is None or case.meta.generation.mode.is_positive
    if good and case.operation.label.startswith("Query."):
        case.body = print_ast(visit(parse(str(case.body)), _InBounds()))


schemathesis.hook(before_call)


class _InBounds(Visitor):
    """Brings a query into what only the descriptions of the SDL say: page sizes and depths have their bounds, and
    of a @oneOf input, which the generator does not know, one field is given."""

    def leave_argument(self, node: ArgumentNode, *_: Any) -> ArgumentNode | None:
        """Return the argument with its number in bounds."""
        bounds = {"first": MAX_FIRST, "depth": MAX_FIRST}.get(node.name.value)
        if bounds is None or not isinstance(node.value, IntValueNode):
            return None
        value = IntValueNode(value=str(abs(int(node.value.value)) % bounds + 1))
        return ArgumentNode(name=node.name, value=value)

    def leave_object_value(self, node: ObjectValueNode, *_: Any) -> ObjectValueNode | NullValueNode | None:
        """Return the object with the first of its fields that has a value, or null for none."""
        given = [field for field in node.fields if not isinstance(field.value, NullValueNode)]
        return ObjectValueNode(fields=tuple(given[:1])) if given else NullValueNode()


def _config(seed: int, examples: int, **more: object) -> schemathesis.Config:
    return schemathesis.Config.from_dict(
        {
            "seed": seed,
            "max-failures": MAX_FAILURES,
            # Whether making a case takes long is no question here: some codes are hard to guess.
            "suppress-health-check": ["all"],
            "continue-on-failure": True,
            "request-timeout": REQUEST_TIMEOUT_S,
            "generation": {"max-examples": examples, "no-shrink": True, "database": "none"},
            **more,
        }
    )


def _asked(schema: Any, interface: str) -> Report:
    """Run every phase; count what was sent, and keep what the checks found."""
    report = Report()

    def after_call(context: schemathesis.HookContext, case: Case, response: Any) -> None:
        report.counts[f"{interface} requests"] += 1
        report.counts[f"{interface} {case.operation.label}"] += 1
        report.counts[f"{interface} answered {response.status_code}"] += 1
        report.findings.extend(_ill_told(response))

    def filter_failure(
        context: schemathesis.HookContext, failure: Failure, case: Case, response: Any
    ) -> bool:
        codes = _codes(response)
        # The SDL calls every code a String; and links, which bring a code from one answer to another question,
        # take a function's for an organization's.
        linked = case.meta is not None and case.meta.phase.name is TestPhase.STATEFUL
        words = SAID_IN_WORDS | {BadCode.code} if linked or interface == "GraphQL" else SAID_IN_WORDS
        said = failure.code in _REJECTED and bool(codes) and codes <= words
        report.counts[f"{interface} refused for what is said in words"] += said
        return not said

    schema.hook(after_call)
    schema.hook(filter_failure)
    found: dict[str, str] = {}
    for event in engine.from_schema(schema).execute():
        for what, example in _found(event):
            found.setdefault(what, example)
    report.findings.extend(f"{what}: {example}" for what, example in found.items())
    return report


def _found(event: events.EngineEvent) -> Iterator[tuple[str, str]]:
    """Yield what an event tells that should not be: what it is, and the request that showed it."""
    if isinstance(event, events.ScenarioFinished):
        for case_id, checks in event.recorder.checks.items():
            for check in checks:
                if check.status is Status.FAILURE and check.failure_info is not None:
                    asked, failure = event.recorder.cases[case_id].value, check.failure_info.failure
                    what = f"{asked.operation.label}: {failure.title}"
                    yield what, f"{failure.message[:400]} {asked.as_curl_command()[:600]}"
    elif isinstance(event, events.NonFatalError):
        yield f"schemathesis at {event.label}", str(event.info)[:600]
    elif isinstance(event, events.FatalError):
        yield "schemathesis", repr(event.exception)[:600]


def _members(response: Any) -> list[dict[str, Any]]:
    """Return the errors of an answer, whichever interface gave it."""
    try:
        answer = response.json()
    except ValueError:
        return []
    if not isinstance(answer, dict):
        return []
    if "errors" in answer:
        return [{**error, **error.get("extensions", {})} for error in answer["errors"]]
    return [answer] if response.status_code >= 400 else []


def _codes(response: Any) -> frozenset[str]:
    return frozenset(str(error.get("code")) for error in _members(response))


def _ill_told(response: Any) -> Iterator[str]:
    """Yield the refusals that do not say what was wrong and what to do."""
    for error in _members(response):
        if not all(error.get(member) for member in ("code", "remedy")) or error["code"] == "internal_error":
            yield f"{response.request.url}: {error}"
