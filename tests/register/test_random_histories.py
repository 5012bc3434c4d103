"""Random histories through the real storage, on both engines: the register answers what the model replays.

The model and the histories are those of the domain's test; here each resolution is enacted in a
transaction, read back through consult, and at the end the ledger is replayed and the rows are rebuilt.
`ORGANICA_HYPOTHESIS=long` runs many more of them.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from db.engine import make_engine
from db.store import Store
from organica.domain.errors import Refused
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.register.consult import Consult, KnownAt
from organica.register.documents import resolution_of
from organica.register.enact import enact
from organica.register.rebuild import rebuild
from organica.register.snapshot import Snapshot
from organica.register.verify import verify
from tests.makers import ORGANIZATION
from tests.support.model import FIRST, Fault, Model, Proposal, Step, histories
from tests.support.postgres import fresh_database

LONG = os.environ.get("ORGANICA_HYPOTHESIS") == "long"
PROFILE = settings(
    max_examples=500 if LONG else 20,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)


@contextmanager
def sqlite_register(migrated: Path) -> Iterator[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "organica.sqlite"
        shutil.copyfile(migrated, path)
        yield f"sqlite+aiosqlite:///{path}"


@PROFILE
@given(steps=histories(max_steps=10))
def test_a_random_history_on_sqlite_is_as_the_model_replays_it(
    migrated_file: Path, steps: list[Step]
) -> None:
    with sqlite_register(migrated_file) as url:
        asyncio.run(driven(url, steps))


@PROFILE
@given(steps=histories(max_steps=10))
def test_a_random_history_on_postgresql_is_as_the_model_replays_it(
    postgres_url: str, migrated_template: str, steps: list[Step]
) -> None:
    with fresh_database(postgres_url, template=migrated_template) as url:
        asyncio.run(driven(url, steps))


async def driven(url: str, steps: list[Step]) -> None:
    """Enact a history step by step, each held to the model's verdict; then replay and rebuild it."""
    store = Store(make_engine(url))
    try:
        model = Model()
        await accepted(store, model, model.opening())
        answers: list[tuple[date, int, Picture]] = []
        for step in steps:
            proposal = model.propose(step)
            if not proposal.ops:
                continue
            fault = model.judge(proposal)
            if fault is None:
                await accepted(store, model, proposal)
                answers.append((proposal.day, len(model.accepted), model.on(proposal.day).plain()))
            else:
                await refused(store, proposal, fault)
        await agree(store, model, answers)
        before = await store.rows(ORGANIZATION)
        assert (await verify(store)).faults == ()
        await rebuild(store)
        assert await store.rows(ORGANIZATION) == before
    finally:
        await store.close()


Picture = dict[str, dict[str, tuple[str | None, ...]]]


async def accepted(store: Store, model: Model, proposal: Proposal) -> None:
    outcome = await enact(store, proposal.resolution)
    assert (outcome.entry, outcome.new) == (proposal.entry, True)
    entry = await store.entry(outcome.entry)
    assert entry is not None
    model.accept(proposal, resolution_of(entry).acts)


async def refused(store: Store, proposal: Proposal, fault: Fault) -> None:
    """The register gives the model's reason, and every row and entry is as it was."""
    before = (await store.head(), await store.rows(ORGANIZATION), list(await store.entries()))
    with pytest.raises(Refused) as refusal:
        await enact(store, proposal.resolution)
    if isinstance(refusal.value, LaterActNoLongerApplies):
        assert refusal.value.cause.code in fault.codes
        assert refusal.value.facts["later_source"] == fault.at.key
    else:
        assert refusal.value.code in fault.codes
        assert fault.at is proposal
    assert (await store.head(), await store.rows(ORGANIZATION), list(await store.entries())) == before


async def agree(store: Store, model: Model, answers: list[tuple[date, int, Picture]]) -> None:
    """Every day answers as the model does today, and as it did when each entry was the newest."""
    consult = Consult(store)
    days = model.days()
    for day in (FIRST - timedelta(days=1), *days, *(day + timedelta(days=13) for day in days)):
        assert plain(await consult.structure(ORGANIZATION, day)) == model.on(day).plain()
    for day, entry, picture in answers:
        assert plain(await consult.structure(ORGANIZATION, day, KnownAt(entry=entry))) == picture


def plain(snapshot: Snapshot) -> Picture:
    """Return a snapshot in the words of the model."""
    return {
        "units": {
            code: (unit.state.name, unit.parent.code if unit.parent else None)
            for code, unit in snapshot.units.items()
        },
        "functions": {
            code: (held.state.unit, held.state.label, held.state.text)
            for code, held in snapshot.functions.items()
        },
    }
