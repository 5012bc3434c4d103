"""Random histories under a moving clock: the feed suffices for a subscriber, and verify derives it again."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.engine import make_engine
from db.store import Store
from organica.domain.errors import Refused
from organica.register.documents import filing_of
from organica.register.enact import enact
from organica.register.rebuild import rebuild
from organica.register.turn_day import turn_day
from organica.register.verify import verify
from tests.makers import ORGANIZATION, resolution_of
from tests.register.test_changes import Clock
from tests.support.feed import assert_the_feed_suffices
from tests.support.model import FIRST, LONG, Model, Proposal, Step, histories
from tests.support.stores import sqlite_register

PROFILE = settings(
    max_examples=500 if LONG else 20,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
# Days that pass between two steps; a clock that was wrong goes back.
PAUSES = st.lists(st.sampled_from([-40, 0, 1, 30, 200, 900]), min_size=10, max_size=10)


@PROFILE
@given(steps=histories(max_steps=10), pauses=PAUSES)
def test_the_feed_of_a_random_history_suffices(
    migrated_file: Path, steps: list[Step], pauses: list[int]
) -> None:
    with sqlite_register(migrated_file) as url:
        asyncio.run(driven(url, steps, pauses))


async def driven(url: str, steps: list[Step], pauses: list[int]) -> None:
    """Enact what the model accepts, with the clock moved and turned in between."""
    store = Store(make_engine(url))
    clock = Clock(FIRST.isoformat())

    async def accepted(model: Model, proposal: Proposal) -> None:
        try:
            outcome = await enact(store, proposal.resolution, clock=clock)
        except Refused:  # Why, is for test_random_histories to compare.
            return
        entry = await store.entry(outcome.entry)
        assert entry is not None
        model.accept(proposal, resolution_of(filing_of(entry)).acts)

    try:
        model = Model()
        await accepted(model, model.opening())
        for place, (step, pause) in enumerate(zip(steps, pauses, strict=False)):
            clock.now += timedelta(days=pause)
            if place % 2:
                await turn_day(store, clock)
            proposal = model.propose(step)
            if proposal.ops and model.judge(proposal) is None:
                await accepted(model, proposal)
        clock.now += timedelta(days=9_000)
        await turn_day(store, clock)
        await assert_the_feed_suffices(store, ORGANIZATION)
        told = await store.changes()
        assert (await verify(store)).faults == ()
        await rebuild(store)
        assert await store.changes() == told
    finally:
        await store.close()
