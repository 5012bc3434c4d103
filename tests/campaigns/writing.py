"""A writer among many: enacts as fast as it can until its time is over, then tells all that it saw.

Takes a database, its number and a time; tells over a pipe each entry with the instants before and after
`enact`, and how often it was told to repeat. Started by tests/campaigns/writers.py.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event

from db.engine import make_engine
from db.store import Store
from organica.register.enact import enact
from organica.register.refusals import StorageBusy
from tests.campaigns.resolutions import creating

UNITS_EACH = 4  # Two writers share an organization until each has created so many units in it.
START_TIMEOUT_S = 60


@dataclass(frozen=True, slots=True)
class Written:
    """One acknowledged entry: when its writer asked for it and had the answer, in nanoseconds."""

    begun: int
    acknowledged: int
    entry: int
    organization: str
    unit: str


def write_until_the_end(
    url: str, writer: int, seconds: float, begin: Event, told: Connection[object, object]
) -> None:
    """Enact until the time is over. Runs in a process of its own."""
    begin.wait(START_TIMEOUT_S)
    told.send(asyncio.run(_written(url, writer, seconds)))


async def _written(url: str, writer: int, seconds: float) -> tuple[list[Written], int]:
    store = Store(make_engine(url))
    written: list[Written] = []
    busy = number = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        organization = f"cl.obra-{writer // 2}-{number // UNITS_EACH}"
        unit = f"u{writer}-{number}"
        begun = time.monotonic_ns()
        try:
            outcome = await enact(store, creating(organization, unit, f"{writer}-{number}"))
        except StorageBusy:
            busy += 1
            continue
        written.append(Written(begun, time.monotonic_ns(), outcome.entry, organization, unit))
        number += 1
    await store.close()
    return written, busy
