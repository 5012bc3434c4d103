"""A database of an earlier release that holds entries is migrated, and its rows are then what its ledger gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Table, inspect, select
from sqlalchemy.ext.asyncio import AsyncEngine

from db import tables
from db.engine import make_engine
from db.migrate import migrate
from db.revisions import SCRIPTS
from db.store import Store
from organica.register.enact import enact
from organica.register.verify import verify
from tests.domain.fictional import fictional_resolutions
from tests.support.programmes import programme_filings
from tests.support.stores import enact_in

BEFORE_PROGRAMMES = "0003"


async def test_a_database_from_before_programmes_needs_no_rebuild(empty: AsyncEngine, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/today.sqlite"
    await enact_in(url, *fictional_resolutions())
    today = make_engine(url)
    try:
        async with today.connect() as connection:
            rows = {
                table: [dict(row._mapping) for row in await connection.execute(_ordered(table))]
                for table in tables.metadata.sorted_tables
            }
    finally:
        await today.dispose()
    async with empty.begin() as connection:
        await connection.run_sync(_upgrade_to, BEFORE_PROGRAMMES)
        await connection.run_sync(_fill, rows)
        assert not await connection.run_sync(lambda plain: inspect(plain).has_table("programme_version"))
    await migrate(empty)
    store = Store(empty)
    assert (await verify(store)).faults == ()
    for filing in programme_filings():
        await enact(store, filing)
    assert (await verify(store)).faults == ()


def _ordered(table: Table) -> Any:
    return select(table).order_by(*table.primary_key.columns)


def _upgrade_to(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _fill(connection: Connection, rows: dict[Table, list[dict[str, Any]]]) -> None:
    """Write what an older release would have written: its tables, without the columns that it lacked."""
    there = inspect(connection)
    for entry in rows[tables.entry]:
        index = entry["index"]
        connection.execute(tables.entry.insert(), entry)
        touched = [row for row in rows[tables.entry_organization] if row["entry"] == index]
        connection.execute(tables.entry_organization.insert(), touched)
        head = {"index": index, "recorded_at": entry["recorded_at"]}
        connection.execute(tables.register_head.update().values(head))
    written = (tables.entry, tables.entry_organization, tables.register_head)
    for table, found in rows.items():
        if table in written or not found:
            continue
        columns = {column["name"] for column in there.get_columns(table.name)}
        connection.execute(
            table.insert(), [{name: row[name] for name in row if name in columns} for row in found]
        )
