"""A register that holds every seed, each file recorded at a known instant.

Takes the URL of a database; called by the fixtures here and by `renew`.
"""

from __future__ import annotations

from datetime import UTC, datetime

from api.commands.load import SEEDS, files_below
from db.engine import make_engine
from db.migrate import migrate
from db.store import Store
from organica.register.enact import enact

RECORDED = datetime(2026, 11, 20, 12, tzinfo=UTC)


async def fill_with_seeds(url: str) -> None:
    """Enact every seed in the order in which `organica load` does."""
    engine = make_engine(url)
    await migrate(engine)
    store = Store(engine)
    try:
        for _, filing in files_below(SEEDS):
            await enact(store, filing, clock=lambda: RECORDED)
    finally:
        await store.close()
