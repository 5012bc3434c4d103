"""Workbooks beside the event loop, one at a time: a large one takes half a second of a processor.

Takes a sheet; returns bytes or refuses. Called by `writing` and `prescribed`.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from api.delivery.waiting import Waiting
from organica.register.turns import listed
from organica.render.workbook import Sheet, must_fit, workbook
from organica.render.workbook_refusals import WorkbookNotMade

# Each that waits holds its rows in memory.
MAX_WAITING = 16


class Workbooks:
    """What makes workbooks: several at once would share one interpreter, and leave the event loop less."""

    def __init__(self) -> None:
        self._one = ThreadPoolExecutor(max_workers=1, thread_name_prefix="workbook")
        self._waiting = Waiting(MAX_WAITING, WorkbookNotMade)

    async def made(self, sheet: Sheet) -> bytes:
        """Return a sheet as XLSX. Raises: CellTooLong, TooManyRows; WorkbookNotMade behind too many."""
        with self._waiting.place():
            await listed(must_fit(sheet))
            return await asyncio.get_running_loop().run_in_executor(self._one, workbook, sheet)


_WORKBOOKS = Workbooks()


async def as_workbook(sheet: Sheet) -> bytes:
    """Return a sheet as XLSX, after those that were asked for before. Raises: what `made` raises."""
    return await _WORKBOOKS.made(sheet)
