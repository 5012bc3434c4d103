"""`kill -9` while resolutions are enacted: nothing acknowledged is lost, nothing is half done.

Half of the kills come at any instant, half at a named point of the write transaction. After each one the
database is opened anew and held to what was acknowledged. `make kills` runs the whole campaign; the tests
call the same functions with a few kills.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing.connection import Connection
from random import Random

from sqlalchemy import text

from db.engine import make_engine
from db.store import Store
from organica.domain.errors import Unavailable
from organica.register.verify import verify
from tests.campaigns.databases import register_on
from tests.campaigns.enacting import POINTS, READY, enact_until_killed
from tests.campaigns.portions import Portion, Report, campaign, seed_given
from tests.campaigns.processes import PROCESSES
from tests.support.postgres import server, started_server

KILLS = 1_000
BACKEND_KILLS = 40
KILLS_A_PORTION = (
    20  # Verifying takes longer with every entry, so each portion begins with an empty register.
)
LONGEST_WAIT_S = 0.12  # Several enactments; the shortest kills hit the first one.
CHILD_TIMEOUT_S = 30
RECOVERY_TIMEOUT_S = 60
_OTHER_BACKENDS = """
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""


@dataclass(frozen=True, slots=True)
class Survived:
    """What one child left: the entries it acknowledged, and how many more may stand beside them."""

    acknowledged: Sequence[int]
    more: Sequence[int]


def kill_children(url: str, kills: int, seed: int) -> Report:
    """Kill children that enact, half at any instant and half at a named point; check after each."""
    random, report = Random(seed), Report()
    survived: dict[str, Survived] = {}
    for number in range(kills):
        organization = f"cl.prueba-{number}"
        point = POINTS[(number // 2 + seed) % len(POINTS)] if number % 2 else None
        turn = random.randint(2, 4)  # Not the first, which has no rows to close.
        acknowledged, _ = _child(url, organization, point, turn, random.uniform(0, LONGEST_WAIT_S))
        if point is None:
            more: Sequence[int] = (0, 1)  # Committed, but killed before it could say so.
        else:
            more = (1,) if point == "after commit" else (0,)
            if len(acknowledged) != turn - 1:
                report.findings.append(f"{organization}: {point} was not reached at resolution {turn}")
        survived[organization] = Survived(acknowledged, more)
        report.counts["kills"] += 1
        report.counts["kills at a named point"] += point is not None
        report.counts["acknowledged"] += len(acknowledged)
        report.findings += asyncio.run(losses(url, survived))
    return report


def kill_backends(url: str, kills: int, seed: int) -> Report:
    """Kill the server's process that serves the child; the server restarts all others with it.

    The child then gets a refusal for an answer, and the server answers again after a while.
    """
    random, report = Random(seed), Report()
    survived: dict[str, Survived] = {}
    slowest = 0.0
    for number in range(kills):
        organization = f"cl.prueba-{number}"
        acknowledged, exit_code = _child(
            url, organization, None, 1, random.uniform(0, LONGEST_WAIT_S), lambda: _kill_backend(url)
        )
        if exit_code != 0:
            report.findings.append(f"{organization}: the child ended with {exit_code}, not with a refusal")
        survived[organization] = Survived(acknowledged, (0, 1))
        begun = time.monotonic()
        asyncio.run(_wait_for(url))
        slowest = max(slowest, time.monotonic() - begun)
        report.counts["backend kills"] += 1
        report.counts["acknowledged"] += len(acknowledged)
        report.findings += asyncio.run(losses(url, survived))
    if slowest > 10:
        report.findings.append(f"the server took {slowest:.1f} s to answer again")
    return report


async def losses(url: str, survived: Mapping[str, Survived]) -> list[str]:
    """Open the register anew; return every way in which it is not what was acknowledged."""
    store = Store(make_engine(url))
    found = await verify(store)
    entries = await store.entries()
    await store.close()
    losses = [f"verify: {fault}" for fault in found.faults]
    if [entry.index for entry in entries] != list(range(1, len(entries) + 1)):
        losses.append("the indices have gaps")
    for organization, child in survived.items():
        own = [entry.index for entry in entries if entry.organizations == (organization,)]
        if own[: len(child.acknowledged)] != list(child.acknowledged):
            losses.append(f"{organization}: acknowledged {list(child.acknowledged)}, stored {own}")
        elif len(own) - len(child.acknowledged) not in child.more:
            losses.append(f"{organization}: {own} stored, of which {len(child.acknowledged)} acknowledged")
    return losses


def _child(
    url: str,
    organization: str,
    point: str | None,
    turn: int,
    wait_s: float,
    kill: Callable[[], None] | None = None,
) -> tuple[list[int], int | None]:
    """Start a child and kill it, or let it kill itself; return what it acknowledged and how it ended."""
    heard, told = PROCESSES.Pipe(duplex=False)
    child = PROCESSES.Process(target=enact_until_killed, args=(url, organization, told, point, turn))
    child.start()
    told.close()
    if not heard.poll(CHILD_TIMEOUT_S) or heard.recv() != READY:
        raise RuntimeError("the child did not start")
    if kill is not None:
        time.sleep(wait_s)
        kill()
    elif point is None:
        time.sleep(wait_s)
        child.kill()
    child.join(CHILD_TIMEOUT_S)
    if child.exitcode is None:
        child.kill()
        raise RuntimeError(f"the child outlived {point or 'the kill'}")
    return _heard(heard), child.exitcode


def _heard(heard: Connection[int, int]) -> list[int]:
    acknowledged = []
    with heard:
        while True:
            try:
                acknowledged.append(heard.recv())
            except (EOFError, OSError):  # OSError: the child was killed while it spoke.
                return acknowledged


def _kill_backend(url: str) -> None:
    backends = asyncio.run(_backends(url))
    if not backends:
        raise RuntimeError("no backend serves the child")
    for pid in backends:
        os.kill(pid, signal.SIGKILL)


async def _backends(url: str) -> list[int]:
    engine = make_engine(url)
    async with engine.connect() as connection:
        found = list(await connection.scalars(text(_OTHER_BACKENDS)))
    await engine.dispose()
    return found


async def _wait_for(url: str) -> None:
    """Wait until the server has recovered and answers."""
    deadline = time.monotonic() + RECOVERY_TIMEOUT_S
    while True:
        store = Store(make_engine(url))
        try:
            await store.head()
            return
        except Unavailable:
            if time.monotonic() > deadline:
                raise
            await asyncio.sleep(0.02)
        finally:
            await store.close()


def _portion(on: str | None, seed: int, run: Callable[[str, int, int], Report]) -> Report:
    with register_on(on) as url:
        return run(url, KILLS_A_PORTION, seed)


def _portions(
    name: str, kills: int, seed: int, on: str | None, run: Callable[[str, int, int], Report]
) -> list[Portion]:
    seeds = [seed * 1_000_000 + number for number in range(kills // KILLS_A_PORTION)]
    return [
        Portion(f"{name} {number}", each, lambda each=each: _portion(on, each, run))  # type: ignore[misc]
        for number, each in enumerate(seeds, start=1)
    ]


def main() -> int:
    """Run the campaign on both engines."""
    seed = seed_given(__doc__ or "")
    with ExitStack() as stack:
        url, own = stack.enter_context(server()), stack.enter_context(started_server())
        portions = [
            *_portions("sqlite", KILLS, seed, None, kill_children),
            *_portions("postgresql", KILLS, seed, url, kill_children),
        ]
        # Nobody kills the processes of a server that others use.
        portions += _portions("postgresql backend", BACKEND_KILLS, seed, own, kill_backends)
        return campaign("kills", seed, portions)


if __name__ == "__main__":
    sys.exit(main())
