"""Proposals through the register, on both engines: stored, previewed, compared, and never in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.store import Store
from organica.domain.acts import (
    AmendFunction,
    CreatePost,
    Holder,
    PostItem,
    RemoveFunction,
    RenameUnit,
    SuppressUnit,
)
from organica.domain.change import ChangeKind
from organica.domain.refusals.functions import FunctionNotInForce
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.refusals.proposals import UnknownProposal
from organica.domain.refusals.units import UnitNotInForce
from organica.domain.refusals.upon import UnknownSupplementedSource
from organica.domain.resolution import CoverageClaim, EntryKind
from organica.domain.source import Relation, RelationKind, SourceNature
from organica.files import read_file
from organica.ledger.tree import root
from organica.register.consult import Consult, KnownAt
from organica.register.enact import enact, preview
from organica.register.proof import leaf_of
from organica.register.proposals import Proposal, WouldBe
from organica.register.rebuild import rebuild
from organica.register.refusals import AmbiguousProposal, SourceAlreadyEnacted
from organica.register.search.places import Question
from organica.register.verify import verify
from organica.register.views import UnitVersion
from tests.makers import (
    ORGANIZATION,
    a_day,
    a_function,
    a_proposal,
    a_resolution,
    a_supplement,
    a_unit,
    a_withholding,
    an_assignment,
    items,
    key_of,
    proposal_key,
)

SEEDS = Path(__file__).parents[2] / "seeds"
KEY = proposal_key("p1", "2018")
DAY = a_day("2020-06-30")
FOUNDING = a_resolution(a_unit("division", functions=items("a")), a_unit("oficina", functions=items("a")))
PLAN = a_proposal(
    RenameUnit(unit="division", name="División del Porvenir"),
    a_unit("area-virtual", parent="division", functions=items("ab")),
    an_assignment("division", "z"),
)


async def previewed(consult: Consult, key: str = KEY, known: int | None = None) -> WouldBe:
    known_at = None if known is None else KnownAt(entry=known)
    proposal, archive, at = await consult.proposal(key, known_at)
    return await consult.proposals.preview(proposal, archive, at)


async def test_a_proposal_is_an_entry_and_alters_no_answer(store: Store) -> None:
    await enact(store, FOUNDING)
    consult = Consult(store)
    before = await consult.structure(ORGANIZATION, DAY)
    changes = await store.changes()
    outcome = await enact(store, PLAN)
    assert (outcome.entry, outcome.new) == (2, True)
    entry = await store.entry(2)
    assert entry is not None
    assert (entry.kind, entry.organizations) == (EntryKind.PROPOSAL, (ORGANIZATION,))
    after = await Consult(store).structure(ORGANIZATION, DAY)
    assert (
        (after.basis, after.change_point) == (before.basis, before.change_point) == (1, a_day("2015-01-01"))
    )
    assert set(after.units) == {"division", "oficina"}
    assert after.units["division"].state.name != "División del Porvenir"
    assert await store.changes() == changes
    question = Question("porvenir", DAY, None, ORGANIZATION)
    assert (await Consult(store).search(question, 10)).hits == ()
    everywhere = Question("porvenir", DAY, None, None)
    assert (await Consult(store).search(everywhere, 10)).total == 0
    assert await Consult(store).acts(ORGANIZATION) == [
        each for each in await Consult(store).acts(ORGANIZATION) if each.entry == 1
    ]
    assert (await Consult(store).archive(ORGANIZATION)).change_points(2) == [a_day("2015-01-01")]


async def test_what_it_would_change_is_shown_before_it_is_stored_and_is_what_enacting_it_would_do(
    store: Store,
) -> None:
    await enact(store, FOUNDING)
    shown = await preview(store, PLAN)
    law = replace(PLAN, kind=EntryKind.ENACTMENT, source=replace(PLAN.source, proposal=False, normative=True))
    would = await preview(store, law)
    assert [each.kind for effect in shown.effects for each in effect.changes] == [
        each.kind for effect in would.effects for each in effect.changes
    ]
    assert shown.effects[0].day == a_day("2018-01-01")
    assert (await store.head()).index == 1
    await enact(store, PLAN)
    again = await enact(store, PLAN)
    assert (again.entry, again.new) == (2, False)
    with pytest.raises(SourceAlreadyEnacted):
        await enact(store, replace(PLAN, acts=PLAN.acts[:1]))


async def test_its_preview_is_the_structure_with_it_marked_and_its_difference_is_that_of_two_answers(
    store: Store,
) -> None:
    await enact(store, FOUNDING)
    await enact(store, PLAN)
    consult = Consult(store)
    made = await previewed(consult)
    assert made.applies
    assert made.archive is not None
    snapshot = made.archive.snapshot(DAY, made.known)
    assert snapshot.proposal == KEY
    assert snapshot.units["division"].state.name == "División del Porvenir"
    assert [each.source.nature for each in snapshot.units["area-virtual"].legal_basis] == [
        SourceNature.PROPOSAL
    ]
    assert made.archive.snapshot(a_day("2017-12-31"), made.known).units.keys() == {"division", "oficina"}
    in_force = await consult.archive(ORGANIZATION)
    found = made.against(in_force, DAY, 2)
    assert found is not None
    assert (found.base.proposal, found.target.proposal) == (None, KEY)
    assert {each.kind for each in found.changes} == {
        ChangeKind.UNIT_RENAMED,
        ChangeKind.UNIT_CREATED,
        ChangeKind.FUNCTION_ASSIGNED,
    }
    assert all(each.legal_basis and each.legal_basis.source == KEY for each in found.changes)


async def test_acts_that_cannot_apply_are_refused_as_those_of_a_norm_and_nothing_is_stored(
    store: Store,
) -> None:
    await enact(store, FOUNDING)
    with pytest.raises(UnitNotInForce) as refusal:
        await enact(store, a_proposal(RenameUnit(unit="faros", name="Faros")))
    assert refusal.value.facts["source"] == KEY
    assert (await store.head()).index == 1


async def test_when_the_law_moves_on_it_stays_and_its_preview_says_why_it_no_longer_applies(
    store: Store,
) -> None:
    await enact(store, FOUNDING)
    await enact(store, a_proposal(AmendFunction(function=a_function("oficina/a"), text="Otra cosa.")))
    removal = RemoveFunction(function=a_function("oficina/a"))
    await enact(store, a_resolution(removal, number="2", in_force_from="2017-01-01", coverage=None))
    consult = Consult(store)
    assert (await previewed(consult, known=2)).applies
    made = await previewed(consult)
    assert not made.applies
    assert made.archive is None
    assert isinstance(made.refusal, FunctionNotInForce)
    assert made.refusal.facts["source"] == KEY
    assert made.refusal.facts["act"] == "1"
    assert made.refusal.cure("es")
    assert made.against(await consult.archive(ORGANIZATION), DAY, 3) is None
    archive = await consult.archive(ORGANIZATION)
    assert [each.key for each in await consult.proposals.of(archive, 3)] == [KEY]


async def test_a_law_that_stands_on_what_it_would_take_away_is_named(store: Store) -> None:
    await enact(store, FOUNDING)
    await enact(
        store, a_proposal(RemoveFunction(function=a_function("oficina/a")), SuppressUnit(unit="oficina"))
    )
    later = RenameUnit(unit="oficina", name="Oficina Mayor")
    await enact(store, a_resolution(later, number="2", in_force_from="2019-01-01", coverage=None))
    refusal = (await previewed(Consult(store))).refusal
    assert isinstance(refusal, LaterActNoLongerApplies)
    assert refusal.facts["later_acts"] == (f"{key_of('2', '2019')}#1",)


async def test_it_is_replaced_by_a_proposal_and_enacted_by_a_norm_that_says_so(store: Store) -> None:
    await enact(store, FOUNDING)
    await enact(store, PLAN)
    second = proposal_key("p2", "2019")
    with pytest.raises(UnknownProposal):
        await enact(
            store,
            a_proposal(an_assignment("division", "y"), replaces=("cl/otra/propuesta-x/2018/1",), number="p2"),
        )
    await enact(
        store,
        a_proposal(an_assignment("division", "y"), number="p2", in_force_from="2019-01-01", replaces=(KEY,)),
    )
    norm = a_resolution(an_assignment("division", "y"), number="5", in_force_from="2020-01-01", coverage=None)
    relation = Relation(RelationKind.IMPLEMENTS, second)
    await enact(store, replace(norm, source=replace(norm.source, relations=(relation,))))
    assert await fates(Consult(store), 4) == {
        KEY: ((), (second,)),
        second: ((key_of("5", "2020"),), ()),
    }
    # What was known before shows neither.
    assert await fates(Consult(store), 2) == {KEY: ((), ())}


async def fates(consult: Consult, known: int) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return what became of each proposal: the keys of what enacted it, and of what replaced it."""
    found = await consult.proposals.of(await consult.archive(ORGANIZATION), known)
    seen: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for each in found:
        fate = await consult.proposals.fate(each, found, known)
        by, instead = fate.enacted_by, fate.replaced_by
        seen[each.key] = (tuple(r.source.key for r in by), tuple(r.source.key for r in instead))
    return seen


async def test_codes_given_in_a_proposal_are_never_given_to_anything_else(store: Store) -> None:
    await enact(store, FOUNDING)
    await enact(store, a_proposal(an_assignment("division", "z")))
    norm = a_resolution(an_assignment("division", "z"), number="5", in_force_from="2020-01-01", coverage=None)
    await enact(store, norm)
    division = (await Consult(store).structure(ORGANIZATION, DAY)).units["division"]
    assert [each.code for each in division.functions] == ["division.1", "division.3"]
    made = await previewed(Consult(store), known=2)
    assert made.archive is not None
    seen = made.archive.snapshot(DAY, made.known).units["division"]
    assert [each.code for each in seen.functions] == ["division.1", "division.2"]


async def test_a_name_in_a_proposal_is_sealed_and_can_be_withheld(store: Store) -> None:
    await enact(store, FOUNDING)
    post = CreatePost(unit="division", post=PostItem(heads=True, holder=Holder("Ana Inventada Ficticia")))
    await enact(store, a_proposal(post))
    entry = await store.entry(2)
    assert entry is not None
    assert b"Ana" not in entry.document
    assert await holders(store) == ["Ana Inventada Ficticia"]
    await enact(store, a_withholding("division.p1.1"))
    assert await holders(store) == [None]
    assert (await verify(store)).faults == ()


async def holders(store: Store) -> list[str | None]:
    """Return who would hold posts, also as known when the proposal was the newest entry."""
    consult = Consult(store)
    found: list[str | None] = []
    made = await previewed(consult)
    assert made.archive is not None
    found += [each.holder for each in made.archive.snapshot(DAY, made.known).appointments.values()]
    before = await previewed(consult, known=2)
    assert before.archive is not None
    names = [each.holder for each in before.archive.snapshot(DAY, before.known).appointments.values()]
    assert names == found
    return found


async def test_a_proposal_is_neither_supplemented_nor_corrected(store: Store) -> None:
    await enact(store, FOUNDING)
    await enact(store, PLAN)
    with pytest.raises(UnknownSupplementedSource):
        await enact(store, a_supplement(an_assignment("division", "y"), source=KEY))


async def test_verify_rebuild_and_proof_take_it_as_any_other_entry(store: Store) -> None:
    await enact(store, FOUNDING)
    await enact(store, PLAN)
    norm = a_resolution(an_assignment("division", "y"), number="5", in_force_from="2020-01-01", coverage=None)
    await enact(store, norm)
    rows = await store.rows(ORGANIZATION)
    assert (await verify(store)).faults == ()
    assert await rebuild(store) == 3
    assert await store.rows(ORGANIZATION) == rows
    checked = await verify(store)
    assert checked.faults == ()
    assert checked.root == root([leaf_of(each) for each in await store.entries()])


async def test_the_area_that_the_ministry_plans_is_kept_and_is_not_law(store: Store) -> None:
    for file in sorted((SEEDS / "pe.mtpe" / "resolutions").glob("*.yaml")):
        await enact(store, read_file(file))
    consult = Consult(store)
    archive = await consult.archive("pe.mtpe")
    [plan] = await consult.proposals.of(archive, archive.head)
    name = "Área de gestión operativa para la capacitación virtual"
    for day in (a_day("2023-02-28"), a_day("2026-11-21")):
        in_force = archive.snapshot(day, archive.head)
        assert name not in {each.state.name for each in in_force.units.values()}
        assert name in {each.state.name for each in await would_be(consult, plan, day)}
    assert (plan.source.nature, plan.day) == (SourceNature.PROPOSAL, a_day("2023-02-28"))


async def would_be(consult: Consult, plan: Proposal, day: date) -> list[UnitVersion]:
    """Return the units as they would be on a day."""
    made = await previewed(consult, plan.key)
    assert made.archive is not None
    return list(made.archive.snapshot(day, made.known).units.values())


async def test_one_document_may_propose_something_in_two_organizations(store: Store) -> None:
    other = "cl.otro-servicio"
    await enact(store, FOUNDING)
    everything = CoverageClaim(complete_under=(other,))
    await enact(store, a_resolution(a_unit("division"), number="o", organization=other, coverage=everything))
    await enact(store, PLAN)
    theirs = a_proposal(RenameUnit(unit="division", name="Oficina del Porvenir"))
    await enact(store, replace(theirs, organization=other))
    consult = Consult(store)
    with pytest.raises(AmbiguousProposal) as refusal:
        await consult.proposal(KEY)
    assert refusal.value.facts == {"proposal": KEY, "organizations": (other, ORGANIZATION)}
    for organization, name in ((ORGANIZATION, "División del Porvenir"), (other, "Oficina del Porvenir")):
        found, archive, known = await consult.proposal(KEY, organization=organization)
        made = await consult.proposals.preview(found, archive, known)
        assert made.archive is not None
        units = made.archive.snapshot(DAY, made.known).units.values()
        assert (found.organization, [each.state.name for each in units if "Porvenir" in each.state.name]) == (
            organization,
            [name],
        )
    # Before the second was entered there was one alone.
    assert (await consult.proposal(KEY, KnownAt(entry=3)))[0].organization == ORGANIZATION
    with pytest.raises(UnknownProposal):
        await consult.proposal(KEY, organization="cl.nadie")
