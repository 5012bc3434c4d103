"""Sending a load over plain sockets: connections that ask one request after the other and remember the answers.

Takes a port and sorts of requests; gives a Tally. The least that HTTP/1.1 needs is written here, because whoever
sends shares the machine's cores with the server. Called by `tests.campaigns.attack`.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

from tests.support.load.corpus import Sort

ANSWER_TIMEOUT_S = 30
# A connection that was refused or cut off waits as a program that tries again would.
RETRY_S = 0.05
MAX_SHOWN_BYTES = 300
# Stands for a status where the connection was closed before an answer could be read.
CUT_OFF = 0


@dataclass(slots=True)
class Answer:
    """One answer: its status (or CUT_OFF), how long it took and what it began with."""

    status: int
    seconds: float
    body: bytes
    closes: bool


@dataclass(slots=True)
class Tally:
    """What a load got: answers by sort and status, the slowest of each sort, and what should not be."""

    answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    slowest: dict[str, float] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)

    def keep(self, sort: Sort, answer: Answer) -> None:
        """Count an answer, and hold it to what its sort may be answered with."""
        self.answers[sort.name, answer.status] += 1
        self.slowest[sort.name] = max(self.slowest.get(sort.name, 0.0), answer.seconds)
        cut_off = answer.status == CUT_OFF
        refused = cut_off or sort.code is None or f'"code":"{sort.code}"'.encode() in answer.body
        if answer.status not in sort.statuses or not refused:
            self.findings.append(f"{sort.name}: {answer.status} {answer.body[:MAX_SHOWN_BYTES]!r}")


class Connection:
    """One connection, opened anew where the server closed it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, sort: Sort, number: int) -> Answer:
        """Send a request and read its answer to the end."""
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        assert self._reader is not None
        begun = time.perf_counter()
        sending = asyncio.create_task(self._send(sort, number))
        try:
            async with asyncio.timeout(ANSWER_TIMEOUT_S):
                answer = await self._read(self._reader, begun)
        finally:
            whole = sending.done()
            sending.cancel()
            with suppress(asyncio.CancelledError, OSError):
                await sending
        if answer.closes or not whole:
            await self.close()
        return answer

    async def _send(self, sort: Sort, number: int) -> None:
        assert self._writer is not None
        for piece in sort.make(number):
            self._writer.write(piece)
            await self._writer.drain()
            if sort.pause_s:
                await asyncio.sleep(sort.pause_s)

    @staticmethod
    async def _read(reader: asyncio.StreamReader, begun: float) -> Answer:
        head = await reader.readuntil(b"\r\n\r\n")
        lines = head.lower().split(b"\r\n")
        length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)
        body = await reader.readexactly(length)
        seconds = time.perf_counter() - begun
        return Answer(int(head[9:12]), seconds, body[:2_000], b"connection: close" in lines)

    async def close(self) -> None:
        """Close it; the next request opens another."""
        if self._writer is not None:
            self._writer.close()
            with suppress(OSError):
                await self._writer.wait_closed()
        self._reader = self._writer = None


async def send_until(
    port: int, sorts: Sequence[Sort], connections: int, over: Callable[[], bool], first: int = 0
) -> Tally:
    """Keep connections busy until it is over; each goes round the sorts, beginning with another one."""
    tally, numbers = Tally(), count(first)

    async def one(place: int) -> None:
        connection = Connection(port)
        for turn in count(place):
            if over():
                break
            sort = sorts[turn % len(sorts)]
            try:
                tally.keep(sort, await connection.ask(sort, next(numbers)))
            except (OSError, EOFError, TimeoutError) as fault:
                tally.keep(sort, Answer(CUT_OFF, 0.0, repr(fault).encode(), True))
                await connection.close()
                await asyncio.sleep(RETRY_S)
        await connection.close()

    await asyncio.gather(*(one(place) for place in range(connections)))
    return tally


async def measure_until(
    port: int, sorts: Sequence[Sort], pause_s: float, over: Callable[[], bool]
) -> list[float]:
    """Ask as one legitimate client does, a pause between its requests; return how long each answer took."""
    connection, took = Connection(port), list[float]()
    for number in count():
        if over():
            break
        answer = await connection.ask(sorts[number % len(sorts)], number)
        assert answer.status == 200, answer.body
        took.append(answer.seconds)
        await asyncio.sleep(pause_s)
    await connection.close()
    return took
