"""Plans of generated pairs: a history, and a text that known acts made of it. `make plans` takes 1,200 of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from db.store import Store
from organica.files import read_text, write
from organica.importer import read_text as read_decree
from organica.register.consult import Consult
from organica.register.enact import enact
from organica.register.verify import verify
from tests.campaigns.plans import run_pairs
from tests.makers import ORGANIZATION
from tests.support.plan.decrees import printed
from tests.support.plan.generator import TEXT_DAY, a_pair
from tests.support.plan.scoring import falls_short, planned, score


@pytest.mark.parametrize("full", [True, False])
def test_a_plan_leads_to_the_text_and_recovers_what_became_of_each_thing(full: bool) -> None:
    report = run_pairs(1, 10, full=full)
    assert report.findings == []
    assert report.counts["texts"] == 10
    assert report.counts["renames true"] >= 10
    assert falls_short(report.counts) == []


@pytest.mark.parametrize("seed", range(1, 7))
def test_a_decree_that_is_printed_and_read_back_gives_the_same_plan(seed: int) -> None:
    pair = a_pair(seed, units=8)
    read_back = replace(pair, outline=read_decree(printed(pair.draft)))
    result, known = score(read_back), score(pair)
    assert result.findings == []
    for what in ("renames", "transfers", "re-letterings", "kept"):
        assert result.counts[f"{what} found"] == known.counts[f"{what} found"]


def test_what_a_plan_misses_is_told() -> None:
    counts = Counter({"renames true": 100, "renames found": 94, "suppressions invented": 1})
    assert falls_short(counts) == ["renames: 94 of 100", "suppressions invented: 1"]


def test_a_plan_that_leads_elsewhere_is_told() -> None:
    pair = a_pair(1)
    pair.draft.units[1].functions[0].text = "Otra cosa"
    (finding,) = score(pair).findings
    assert "differ" in finding


def test_one_pair_is_always_planned_alike() -> None:
    assert planned(a_pair(3)) == planned(a_pair(3))


@pytest.mark.parametrize("full", [True, False])
async def test_the_register_takes_what_is_proposed_and_then_says_what_the_text_says(
    store: Store, full: bool
) -> None:
    pair = a_pair(5, full=full, units=8)
    for resolution in pair.resolutions:
        await enact(store, resolution)
    proposal = planned(pair)
    # It goes through the file that a person reads.
    await enact(store, read_text(write(proposal.resolution), "propuesta.yaml"))
    assert (await verify(store)).faults == ()
    answer = await Consult(store).structure(ORGANIZATION, TEXT_DAY)
    register = {unit.state.name: unit for unit in answer.units.values()}
    told = {unit.name for unit in pair.outline.units}
    for unit in pair.draft.units:
        if unit.name not in told:
            continue
        found = register[unit.name]
        assert (found.parent.state.name if found.parent else None) == (unit.parent and unit.parent.name)
        assert [(each.state.label, each.state.text) for each in found.functions] == [
            (each.label, each.text) for each in unit.functions
        ]
    assert not full or register.keys() == told
