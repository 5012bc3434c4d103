"""A legitimate client beside 50 legitimate connections, and beside 50 that attack: how long its answers take.

Takes an engine; fills a register with a small and a very big body, serves it, and lets both loads take turns.
`make attack` prints the 99th percentile of the client beside each; test_campaigns.py only checks that every attack is
answered as it should be, because a test that measures fails on busy machines.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from multiprocessing.connection import Connection as Pipe

from tests.api.conftest import fill
from tests.campaigns.databases import register_on
from tests.campaigns.processes import PROCESSES
from tests.support import postgres
from tests.support.instance import Instance, instance
from tests.support.load.big_body import enact_big_body
from tests.support.load.corpus import ATTACKS, LEGITIMATE, Sort, structure_question, unit_question
from tests.support.load.sender import Tally, measure_until, send_until

CONNECTIONS = 50
ROUNDS = 5
SECONDS_A_LOAD = 15
# The load is in full swing before it counts.
SETTLE_S = 2
PAUSE_S = 0.04
MOST_TIMES = 2.0
CLIENT = (Sort("structure", structure_question), Sort("unit", unit_question))
LOADS = {"legitimate": LEGITIMATE, "attack": ATTACKS}


def load_in_process(port: int, name: str, seconds: float, first: int, told: Pipe[Tally, None]) -> None:
    """Send a load in a process of its own, so that the client's clock waits for nothing but answers."""
    ends = time.monotonic() + seconds
    tally = asyncio.run(send_until(port, LOADS[name], CONNECTIONS, lambda: time.monotonic() > ends, first))
    told.send(tally)


def beside(running: Instance, name: str, seconds: float, first: int) -> tuple[list[float], Tally]:
    """Measure the client beside a load; return its times and what the load got."""
    receiving, sending = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(
        target=load_in_process, args=(running.port, name, SETTLE_S + seconds, first, sending)
    )
    process.start()
    time.sleep(SETTLE_S)
    ends = time.monotonic() + seconds
    took = asyncio.run(measure_until(running.port, CLIENT, PAUSE_S, lambda: time.monotonic() > ends))
    tally = receiving.recv()
    process.join()
    return took, tally


def percentile(times: Sequence[float], share: float) -> float:
    """Return the time, in milliseconds, that this share of the times does not exceed."""
    ranked = sorted(times)
    return 1_000 * ranked[min(len(ranked) - 1, int(len(ranked) * share))]


def main() -> int:
    """Run the loads in turn and print what they did; return 1 where the attack slows the client too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seconds", type=int, default=SECONDS_A_LOAD)
    parser.add_argument("--postgres", action="store_true", help="with PostgreSQL instead of SQLite")
    given = parser.parse_args()
    with ExitStack() as opened:
        server = opened.enter_context(postgres.server()) if given.postgres else None
        url = opened.enter_context(register_on(server))
        asyncio.run(fill(url))
        asyncio.run(enact_big_body(url))
        with instance(url) as running:
            return _told(running, given.rounds, given.seconds)


def _told(running: Instance, rounds: int, seconds: int) -> int:
    before = running.resident_mb()
    took: dict[str, list[float]] = {name: [] for name in LOADS}
    tallies: dict[str, list[Tally]] = {name: [] for name in LOADS}
    findings: list[str] = []
    for turn in range(rounds):
        for name in LOADS:
            times, tally = beside(running, name, seconds, turn * 1_000_000)
            took[name] += times
            tallies[name].append(tally)
            findings += tally.findings
            _print(f"round {turn + 1}, {name}: {_figures(times)}, {sum(tally.answers.values())} served")
    findings += running.faults()
    for name, times in took.items():
        _print(f"beside {CONNECTIONS} {name} connections: {_figures(times)}")
    _print_attacks(tallies["attack"])
    ratio = percentile(took["attack"], 0.99) / percentile(took["legitimate"], 0.99)
    _print(f"resident memory: {before} MB before, {running.resident_mb()} MB after")
    for finding in findings[:20]:
        _print(f"  FOUND: {finding}")
    _print(f"attack: p99 is {ratio:.2f} times the other, {MOST_TIMES} at most. Found wrong: {len(findings)}.")
    return 1 if findings or ratio > MOST_TIMES else 0


def _print_attacks(tallies: Sequence[Tally]) -> None:
    """Print each sort with its answers by status and the slowest, the slowest sort first."""
    slowest: Counter[str] = Counter()
    for tally in tallies:
        for name, seconds in tally.slowest.items():
            slowest[name] = max(slowest[name], round(seconds * 1_000))
    for name, milliseconds in slowest.most_common():
        statuses: Counter[int] = Counter()
        for tally in tallies:
            statuses.update({status: n for (each, status), n in tally.answers.items() if each == name})
        told = ", ".join(f"{n} times {status}" for status, n in sorted(statuses.items()))
        _print(f"  {name}: {told}; slowest {milliseconds} ms")


def _figures(times: Sequence[float]) -> str:
    middle, high = percentile(times, 0.5), percentile(times, 0.99)
    return f"p50 {middle:.1f} ms, p99 {high:.1f} ms of {len(times)}"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
