"""The campaigns, shortly: the same functions with a few kills, flips and writers, and that they can find something."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.engine import make_engine
from db.store import Store
from organica.register.enact import enact
from organica.register.ports import Entry
from tests.campaigns import portions
from tests.campaigns.databases import register_on
from tests.campaigns.flips import COLUMNS, flip_bits
from tests.campaigns.kills import Survived, kill_backends, kill_children, losses
from tests.campaigns.portions import Portion, Report, campaign
from tests.campaigns.resolutions import numbered
from tests.campaigns.writers import out_of_order, pairs_with_one_head, write_together
from tests.campaigns.writing import Written
from tests.support.altering import administrator_of, run
from tests.support.postgres import started_server

ONE, OTHER = "cl.prueba-1", "cl.prueba-2"


def test_nothing_acknowledged_is_lost_and_nothing_half_done_when_a_writer_is_killed(
    migrated_url: str,
) -> None:
    report = kill_children(migrated_url, kills=12, seed=1)
    assert report.findings == []
    assert report.counts["kills at a named point"] == 6
    assert report.counts["acknowledged"] >= 6


@pytest.fixture
def a_server_of_its_own() -> Iterator[str]:
    """The URL of a register on a server whose processes may be killed."""
    with started_server() as server, register_on(server) as url:
        yield url


def test_nothing_acknowledged_is_lost_when_the_servers_process_is_killed(a_server_of_its_own: str) -> None:
    report = kill_backends(a_server_of_its_own, kills=2, seed=1)
    assert (report.findings, report.counts["backend kills"]) == ([], 2)


async def test_a_lost_entry_and_a_half_done_one_are_told(store: Store, migrated_url: str) -> None:
    for number in (1, 2):
        await enact(store, numbered(ONE, number))
    assert await losses(migrated_url, {ONE: Survived([1, 2], (0,))}) == []
    assert await losses(migrated_url, {ONE: Survived([1], (0, 1))}) == []
    assert await losses(migrated_url, {ONE: Survived([1], (0,))}) == [
        f"{ONE}: [1, 2] stored, of which 1 acknowledged"
    ]
    assert await losses(migrated_url, {ONE: Survived([1, 2, 3], (0,))}) == [
        f"{ONE}: acknowledged [1, 2, 3], stored [1, 2]"
    ]
    async with administrator_of(migrated_url) as administrator:
        await run(administrator, "DELETE FROM unit_version WHERE known_from = 2")
    told = await losses(migrated_url, {ONE: Survived([1, 2], (0,))})
    assert told
    assert all(each.startswith("verify: Fault(code='rows_differ', entry=2, ") for each in told)


async def test_every_flipped_bit_is_found_and_its_entry_named_first(migrated_url: str) -> None:
    report = await flip_bits(migrated_url, flips=60, seed=1)
    assert report.findings == []
    assert (report.counts["flips"], report.counts["found"]) == (60, 60)
    assert all(report.counts[f"flips in {column.name}"] for column in COLUMNS)


async def test_of_two_writers_with_one_head_one_wins_and_the_other_is_told_which_entry_won(
    migrated_url: str,
) -> None:
    report = await pairs_with_one_head(migrated_url, pairs=8)
    assert (report.findings, report.counts["pairs"]) == ([], 8)


def test_the_order_of_the_ledger_explains_what_ten_writers_saw(migrated_url: str) -> None:
    report = write_together(migrated_url, writers=10, seconds=2)
    assert report.findings == []
    assert report.counts["writers"] == 10
    assert report.counts["acknowledged"] >= 10


def test_an_order_that_explains_nothing_is_told(migrated_url: str) -> None:
    async def enacted() -> list[Entry]:
        store = Store(make_engine(migrated_url))
        for organization in (ONE, OTHER):
            await enact(store, numbered(organization, 1))
        entries = list(await store.entries())
        await store.close()
        return entries

    entries = asyncio.run(enacted())
    first, second = Written(10, 20, 1, ONE, "division"), Written(30, 40, 2, OTHER, "division")
    assert out_of_order([[first], [second]], entries) == []
    assert out_of_order([[second, first]], entries) == ["writer 0 was answered [2, 1]"]
    assert out_of_order([[first], [first]], entries) == ["two writers were answered the same entry"]
    late = Written(50, 60, 1, ONE, "division")
    assert out_of_order([[late], [second]], entries) == ["entry 2 was acknowledged before entry 1 was begun"]
    stranger = Written(10, 20, 1, OTHER, "division")
    assert out_of_order([[stranger]], entries) == [f"entry 1 is not what its writer enacted: {stranger}"]


def test_a_campaign_goes_on_where_it_was_and_runs_again_what_found_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(portions, "FOLDER", tmp_path)
    found, ran = {"two": ["a loss"]}, list[str]()

    def run_all(seed: int = 1) -> tuple[int, list[str], str]:
        def portion(name: str) -> Portion:
            def run() -> Report:
                ran.append(name)
                return Report(Counter(kills=5), found.get(name, []))

            return Portion(name, seed, run)

        ran.clear()
        ended = campaign("prueba", seed, [portion(name) for name in ("one", "two")])
        return ended, list(ran), capsys.readouterr().out.splitlines()[-1]

    summary = "prueba, seed {}, 2 portions: kills 10. Found wrong: {}."
    assert run_all() == (1, ["one", "two"], summary.format(1, 1))
    assert run_all() == (1, ["two"], summary.format(1, 1))
    found.clear()
    assert run_all() == (0, ["two"], summary.format(1, 0))
    assert run_all() == (0, ["one", "two"], summary.format(1, 0))
    assert run_all(seed=2) == (0, ["one", "two"], summary.format(2, 0))
