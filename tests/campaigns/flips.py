"""Single flipped bits in stored entries: verify finds each of them and names the faulty entry first.

Takes the URL of a register of its own; flips one random bit behind its back, verifies, and puts it back.
`make flips` runs the whole campaign on both engines; the tests call the same function with a few flips.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Column, select, text, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.types import String

from db import tables
from db.engine import make_engine
from db.store import Store
from organica.register.enact import enact
from organica.register.verify import verify
from tests.campaigns.databases import register_on
from tests.campaigns.portions import Portion, Report, campaign, seed_given
from tests.campaigns.resolutions import numbered
from tests.support.altering import administrator_of, run
from tests.support.postgres import server

FLIPS = 1_000
FLIPS_A_PORTION = 100
ORGANIZATIONS = ("cl.prueba-1", "cl.prueba-2")
RESOLUTIONS_EACH = 4
_ENTRY = tables.entry.c
# Every column of an entry that is no number of its own; the index is found by the gap that it leaves.
COLUMNS: tuple[Column[Any], ...] = (
    *(_ENTRY.kind, _ENTRY.document, _ENTRY.digest, _ENTRY.leaf, _ENTRY.recorded_at),
    tables.entry_organization.c.organization,
)
# What PostgreSQL counts instants from, in microseconds in 64 bits; the last bit would leave its calendar.
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_INSTANT_BITS = 63
_DAY = timedelta(days=1) // timedelta(microseconds=1)


async def flip_bits(url: str, flips: int, seed: int) -> Report:
    """Enact some entries; flip bits in them one at a time."""
    random, report = Random(seed), Report()
    store = Store(make_engine(url))
    for number in range(1, RESOLUTIONS_EACH + 1):
        for organization in ORGANIZATIONS:
            await enact(store, numbered(organization, number))
    async with administrator_of(url) as administrator:
        for _ in range(flips):
            column = random.choice(COLUMNS)
            index = random.randint(1, RESOLUTIONS_EACH * len(ORGANIZATIONS))
            kept = await _value(administrator, column, index)
            where = await _flip(administrator, column, index, random)
            faults = (await verify(store)).faults
            if not faults:
                report.findings.append(f"{where} of entry {index}: not found")
            elif faults[0].entry != index:
                report.findings.append(f"{where} of entry {index}: {faults[0]} comes first")
            await run(administrator, _where(update(column.table), column, index).values({column.name: kept}))
            report.counts["flips"] += 1
            report.counts[f"flips in {column.name}"] += 1
            report.counts["found"] += bool(faults)
    if (await verify(store)).faults:
        report.findings.append("the register was not put back as it was")
    await store.close()
    return report


def _where(statement: Any, column: Column[Any], index: int) -> Any:
    own = column.table.c.entry if column.table is tables.entry_organization else _ENTRY.index
    return statement.where(own == index)


async def _value(administrator: AsyncEngine, column: Column[Any], index: int) -> Any:
    async with administrator.connect() as connection:
        return await connection.scalar(_where(select(column), column, index))


async def _flip(administrator: AsyncEngine, column: Column[Any], index: int, random: Random) -> str:
    """Flip one bit of a stored value; return which one."""
    if column is _ENTRY.recorded_at and administrator.dialect.name == "postgresql":
        return await _flip_instant(administrator, index, random)
    # What SQLite keeps of an instant is text; its own type would not let a broken one through.
    is_text = column.type.python_type is not bytes
    stored_as = type_coerce(column, String) if is_text else column
    async with administrator.connect() as connection:
        value = await connection.scalar(_where(select(stored_as), column, index))
    flipped, bit = _flipped(value.encode("ascii") if is_text else value, random, is_text=is_text)
    key = "entry" if column.table is tables.entry_organization else '"index"'
    statement = text(f"UPDATE {column.table.name} SET {column.name} = :written WHERE {key} = :own")
    written = flipped.decode("ascii") if is_text else flipped
    await run(administrator, statement.bindparams(written=written, own=index))
    return f"bit {bit} of {column.name}"


def _flipped(stored: bytes, random: Random, *, is_text: bool) -> tuple[bytes, int]:
    """Return the bytes with one bit flipped, and which. Text stays ASCII without NUL: engines refuse the rest."""
    while True:
        place, bit = random.randrange(len(stored)), random.randrange(7 if is_text else 8)
        flipped = bytearray(stored)
        flipped[place] ^= 1 << bit
        if flipped[place] or not is_text:
            return bytes(flipped), place * 8 + bit


async def _flip_instant(administrator: AsyncEngine, index: int, random: Random) -> str:
    value: datetime = await _value(administrator, _ENTRY.recorded_at, index)
    bit = random.randrange(_INSTANT_BITS)
    flipped = ((value - _EPOCH) // timedelta(microseconds=1)) ^ 1 << bit
    # Days and the rest apart: PostgreSQL multiplies intervals in floating point.
    days, rest = divmod(flipped, _DAY)
    statement = (
        "UPDATE entry SET recorded_at = timestamptz '2000-01-01 00:00:00Z'"
        f" + make_interval(days => {days}) + {rest} * interval '1 microsecond' WHERE \"index\" = {index}"
    )
    await run(administrator, statement)
    return f"bit {bit} of recorded_at"


def _portion(on: str | None, seed: int) -> Report:
    with register_on(on) as url:
        return asyncio.run(flip_bits(url, FLIPS_A_PORTION, seed))


def main() -> int:
    """Run the campaign on both engines."""
    seed = seed_given(__doc__ or "")
    with server() as url:
        portions = [
            Portion(f"{name} {number}", each, lambda on=on, each=each: _portion(on, each))  # type: ignore[misc]
            for name, on in (("sqlite", None), ("postgresql", url))
            for number in range(1, FLIPS // FLIPS_A_PORTION + 1)
            for each in (seed * 1_000_000 + number,)
        ]
        return campaign("flips", seed, portions)


if __name__ == "__main__":
    sys.exit(main())
