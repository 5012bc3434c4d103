"""50,000 requests made of the contracts by schemathesis, sent to a served instance on each engine.

Takes nothing; fills a register on either engine, serves it, and sends what REST and GraphQL allow and what they
do not. No answer is 5xx, none contradicts its contract, and nothing that the contract excludes is accepted.
`make requests` runs the whole campaign; test_campaigns.py sends some.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable

from tests.api.conftest import fill
from tests.campaigns.databases import register_on
from tests.campaigns.portions import Portion, Report, campaign, seed_given
from tests.campaigns.questions import ask_graphql, ask_rest
from tests.support.instance import instance
from tests.support.postgres import server

# How many examples an operation gets in each phase that makes them at random; links lead to more.
INTERFACES: tuple[tuple[str, Callable[[str, int, int], Report], int, int], ...] = (
    ("REST", ask_rest, 100, 3),
    ("GraphQL", ask_graphql, 300, 3),
)


def send(url: str, ask: Callable[[str, int, int], Report], seed: int, examples: int) -> Report:
    """Serve a filled register and ask it; what the server itself says of faults is found too."""
    with instance(url) as running:
        report = ask(running.address, seed, examples)
        report.findings += running.faults()
    return report


def _portion(on: str | None, ask: Callable[[str, int, int], Report], seed: int, examples: int) -> Report:
    with register_on(on) as url:
        asyncio.run(fill(url))
        return send(url, ask, seed, examples)


def main() -> int:
    """Run the campaign on both engines."""
    given = seed_given(__doc__ or "")
    with server() as url:
        portions = [
            Portion(
                f"{interface} on {engine} {number}",
                each,
                lambda on=on, ask=ask, each=each, examples=examples: _portion(on, ask, each, examples),  # type: ignore[misc]
            )
            for interface, ask, examples, portions_each in INTERFACES
            for engine, on in (("sqlite", None), ("postgresql", url))
            for number in range(1, portions_each + 1)
            for each in (given * 1_000_000 + number,)
        ]
        return campaign("requests", given, portions)


if __name__ == "__main__":
    sys.exit(main())
