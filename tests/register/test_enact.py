"""Enacting through the real storage, on both engines: one entry, its rows, or nothing at all."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from sqlalchemy import text

from db.engine import make_engine
from db.readings import ReadTransaction
from db.store import Store
from organica.domain.acts import (
    CreatePost,
    FunctionItem,
    FunctionRef,
    Holder,
    PostItem,
    RenameUnit,
    SuppressUnit,
    TransferFunction,
)
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.refusals.units import UnitHasChildren, UnitNotInForce
from organica.domain.resolution import Resolution
from organica.ledger.canonical import canonical, digest
from organica.register import documents
from organica.register.consult import Consult, KnownAt
from organica.register.enact import DocumentDiffers, enact, preview
from organica.register.ports import Head
from organica.register.rebuild import rebuild
from organica.register.refusals import HeadMoved, SourceAlreadyEnacted
from organica.register.verify import verify
from tests.makers import ORGANIZATION, a_day, a_resolution, a_statement, a_unit, an_attestation

FUNCTIONS = (FunctionItem("Llevar el registro.", "a"), FunctionItem("Publicar el registro.", "b"))


def the_head(name: str) -> PostItem:
    return PostItem(heads=True, holder=Holder(name))


def founding() -> Resolution:
    return a_resolution(
        a_unit("division", functions=FUNCTIONS),
        a_unit("departamento", "division"),
        number="1",
        in_force_from="2015-01-01",
    )


def renaming(number: str = "2", day: str = "2018-01-01", name: str = "Departamento Nuevo") -> Resolution:
    return a_resolution(RenameUnit(unit="departamento", name=name), number=number, in_force_from=day)


async def everything(store: Store) -> object:
    """Return all that the register holds, for proving that nothing changed."""
    entries = await store.entries()
    rows = [await store.rows(code) for code in await store.organizations()]
    return (list(entries), list(await store.disclosures()), rows, await store.head())


async def test_an_enacted_resolution_is_one_entry_with_its_rows(store: Store) -> None:
    outcome = await enact(store, founding())
    assert (outcome.entry, outcome.new) == (1, True)
    [entry] = await store.entries()
    assert entry.index == 1
    assert entry.organizations == (ORGANIZATION,)
    assert entry.digest == digest(entry.document)
    assert entry.document == canonical(json.loads(entry.document))
    snapshot = await Consult(store).structure(ORGANIZATION, a_day("2016-01-01"))
    assert sorted(snapshot.units) == ["departamento", "division"]
    held = [(f.code, f.state.label, f.state.text) for f in snapshot.units["division"].functions]
    assert held == [
        ("division.1", "a", "Llevar el registro."),
        ("division.2", "b", "Publicar el registro."),
    ]


async def test_the_same_content_twice_is_a_no_op(store: Store) -> None:
    first = await enact(store, founding())
    before = await everything(store)
    again = await enact(store, founding())
    assert (again.entry, again.new) == (first.entry, False)
    assert await everything(store) == before


async def test_other_content_of_a_known_source_is_refused_with_both_remedies(store: Store) -> None:
    await enact(store, founding())
    before = await everything(store)
    other = a_resolution(a_unit("otra"), number="1", in_force_from="2015-01-01")
    with pytest.raises(SourceAlreadyEnacted) as refusal:
        await enact(store, other)
    assert refusal.value.facts["entry"] == 1
    assert "corrección" in refusal.value.cure("es")
    assert "complemento" in refusal.value.cure("es")
    assert await everything(store) == before


async def test_a_refused_act_leaves_the_register_as_it_was(store: Store) -> None:
    await enact(store, founding())
    before = await everything(store)
    with pytest.raises(UnitHasChildren):
        await enact(
            store, a_resolution(SuppressUnit(unit="division"), number="9", in_force_from="2019-01-01")
        )
    with pytest.raises(UnitNotInForce):
        await enact(store, renaming(day="2014-01-01"))
    assert await everything(store) == before


async def test_a_back_dated_act_that_a_later_one_cannot_follow_is_refused_and_names_it(store: Store) -> None:
    await enact(store, founding())
    await enact(store, renaming())
    before = await everything(store)
    with pytest.raises(LaterActNoLongerApplies) as refusal:
        await enact(
            store, a_resolution(SuppressUnit(unit="departamento"), number="3", in_force_from="2017-01-01")
        )
    assert refusal.value.facts["later_source"] == renaming().source.key
    assert await everything(store) == before


async def test_the_preview_equals_what_enacting_then_does(store: Store) -> None:
    await enact(store, founding())
    shown = await preview(store, renaming())
    done = await enact(store, renaming(), expected_head=shown.head)
    assert shown.effects == done.effects
    assert [(e.day.isoformat(), [c.kind.value for c in e.changes]) for e in shown.effects] == [
        ("2018-01-01", ["unit_renamed"])
    ]


async def test_enacting_after_the_register_moved_on_is_refused(store: Store) -> None:
    await enact(store, founding())
    shown = await preview(store, renaming())
    await enact(store, renaming("5", "2020-01-01", "Departamento Novísimo"))
    before = await everything(store)
    with pytest.raises(HeadMoved) as refusal:
        await enact(store, renaming(), expected_head=shown.head)
    assert refusal.value.facts == {"expected": 1, "head": 2}
    assert await everything(store) == before


async def test_a_clock_that_runs_backwards_does_not_turn_the_order_of_entries_round(store: Store) -> None:
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    await enact(store, founding(), clock=lambda: noon)
    await enact(store, renaming(), clock=lambda: noon - timedelta(days=3650))
    first, second = await store.entries()
    assert first.recorded_at == noon
    assert second.recorded_at == noon + timedelta(microseconds=1)


async def test_what_was_known_before_an_entry_is_still_answered_as_it_was(store: Store) -> None:
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    await enact(store, founding(), clock=lambda: noon)
    await enact(store, renaming(), clock=lambda: noon + timedelta(hours=1))
    consult = Consult(store)
    day = a_day("2019-01-01")
    names = {
        str(known): (await consult.structure(ORGANIZATION, day, known)).units["departamento"].state.name
        for known in (
            KnownAt(entry=1),
            KnownAt(entry=2),
            KnownAt(instant=noon + timedelta(minutes=30)),
            KnownAt(instant=noon + timedelta(hours=1)),
        )
    }
    old, new = "Departamento Departamento", "Departamento Nuevo"
    assert list(names.values()) == [old, new, old, new]
    before_everything = await consult.structure(ORGANIZATION, day, KnownAt(entry=0))
    assert (before_everything.coverage_status.value, before_everything.units) == ("none", {})


async def test_an_act_about_the_future_leaves_the_identities_of_the_past_alone(store: Store) -> None:
    await enact(store, founding())
    await enact(store, renaming())
    consult = Consult(store)
    past = await consult.structure(ORGANIZATION, a_day("2016-06-01"), KnownAt(entry=2))
    present = await consult.structure(ORGANIZATION, a_day("2019-06-01"), KnownAt(entry=2))
    await enact(store, renaming("6", "2031-01-01", "Departamento Futuro"))
    past_now = await consult.structure(ORGANIZATION, a_day("2016-06-01"), KnownAt(entry=3))
    present_now = await consult.structure(ORGANIZATION, a_day("2019-06-01"), KnownAt(entry=3))
    assert (
        (past_now.change_point, past_now.basis) == (past.change_point, past.basis) == (a_day("2015-01-01"), 2)
    )
    assert (present.basis, present_now.basis) == (2, 3)
    assert present_now.units["departamento"].in_force_until is not None


async def test_a_restated_list_keeps_the_identity_of_each_function(store: Store) -> None:
    await enact(store, founding())
    swapped = tuple(replace(item, label=label) for item, label in zip(reversed(FUNCTIONS), "ab", strict=True))
    await enact(
        store,
        a_resolution(
            a_statement("division", None, name="Departamento Division", functions=swapped),
            number="7",
            in_force_from="2020-01-01",
        ),
    )
    snapshot = await Consult(store).structure(ORGANIZATION, a_day("2021-01-01"))
    assert [(f.code, f.state.label) for f in snapshot.units["division"].functions] == [
        ("division.2", "a"),
        ("division.1", "b"),
    ]


async def test_a_name_lies_beside_the_document_and_never_in_it(store: Store) -> None:
    await enact(store, founding())
    await enact(store, an_attestation(a_statement("division", None, posts=[the_head("Ana Inventada")])))
    entry = (await store.entries())[-1]
    assert b"Ana Inventada" not in entry.document
    [disclosure] = await store.disclosures()
    assert (disclosure.name, disclosure.entry) == ("Ana Inventada", 2)
    snapshot = await Consult(store).structure(ORGANIZATION, a_day("2017-01-01"))
    head = snapshot.units["division"].head_post
    assert head is not None
    [appointment] = head.appointments
    assert appointment.holder == "Ana Inventada"
    assert [basis.normative for basis in appointment.legal_basis] == [False]


async def test_stating_the_same_holder_again_keeps_the_appointment(store: Store) -> None:
    await enact(store, founding())
    for number, day in (("c1", "2016-01-01"), ("c2", "2017-01-01")):
        await enact(
            store,
            an_attestation(
                a_statement("division", None, posts=[the_head("Ana Inventada")]),
                number=number,
                in_force_from=day,
            ),
        )
    snapshot = await Consult(store).structure(ORGANIZATION, a_day("2018-01-01"))
    assert sorted(snapshot.appointments) == ["division.p1.1"]


async def test_a_file_that_names_functions_and_holders_is_known_again(store: Store) -> None:
    await enact(store, founding())
    transfer = a_resolution(
        TransferFunction(function=FunctionRef(at="division/a"), to="departamento", label="a"),
        CreatePost(unit="departamento", post=the_head("Ana Inventada")),
        number="8",
        in_force_from="2020-01-01",
    )
    await enact(store, transfer)
    assert (await enact(store, transfer)).new is False


async def test_another_holder_is_other_content(store: Store) -> None:
    await enact(store, founding())

    def attested(name: str) -> Resolution:
        return an_attestation(a_statement("division", None, posts=[the_head(name)]))

    await enact(store, attested("Ana Inventada"))
    before = await everything(store)
    with pytest.raises(SourceAlreadyEnacted):
        await enact(store, attested("Berta Inventada"))
    assert await everything(store) == before


async def test_a_withheld_name_does_not_make_a_file_another_one(store: Store, migrated_url: str) -> None:
    await enact(store, founding())
    attested = an_attestation(a_statement("division", None, posts=[the_head("Ana Inventada")]))
    await enact(store, attested)
    engine = make_engine(migrated_url)
    async with engine.begin() as connection:
        await connection.execute(text("DELETE FROM disclosure"))
    await engine.dispose()
    assert (await enact(store, attested)).new is False
    head = (await Consult(store).structure(ORGANIZATION, a_day("2017-01-01"))).units["division"].head_post
    assert head is not None
    assert [appointment.holder for appointment in head.appointments] == [None]


async def test_an_entry_while_previewing_does_not_reach_the_preview(
    store: Store, migrated_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await enact(store, founding())
    quiet = await preview(store, renaming())
    other = Store(make_engine(migrated_url))
    read_head = ReadTransaction.head

    async def interrupted(self: ReadTransaction) -> Head:
        head = await read_head(self)
        if type(self) is ReadTransaction:
            await enact(other, renaming("5", "2017-01-01", "Departamento Novísimo"))
        return head

    monkeypatch.setattr(ReadTransaction, "head", interrupted)
    shown = await preview(store, renaming())
    await other.close()
    assert (shown.head, shown.effects) == (quiet.head, quiet.effects)
    assert (await store.head()).index == 2


async def test_what_is_not_composed_is_folded_as_the_document_says_it(store: Store) -> None:
    """A caller may hand in decomposed letters (NFD); the entry has composed ones, and so have the rows."""

    def written(form: Literal["NFC", "NFD"]) -> Resolution:
        def text_in(words: str) -> str:
            return unicodedata.normalize(form, words)

        return a_resolution(
            a_unit(
                "division",
                name=text_in("División de Gestión"),
                kind=text_in("División"),
                functions=[FunctionItem(text_in("Atención."), text_in("ñ"))],
                posts=[the_head(text_in("Ángela Inventada"))],
            )
        )

    assert written("NFD") != written("NFC")
    await enact(store, written("NFD"))
    rows = await store.rows(ORGANIZATION)
    assert (await verify(store)).faults == ()
    await rebuild(store)
    assert await store.rows(ORGANIZATION) == rows
    unit = (await Consult(store).structure(ORGANIZATION, a_day("2016-01-01"))).units["division"]
    assert unit.state.name == unicodedata.normalize("NFC", "División de Gestión")
    assert [each.name for each in await store.disclosures()] == [
        unicodedata.normalize("NFC", "Ángela Inventada")
    ]
    assert [(await enact(store, written(form))).new for form in ("NFC", "NFD")] == [False, False]


async def test_effects_are_compared_from_the_first_day_that_may_differ(store: Store) -> None:
    """A back-dated act shows its effect on its own day, and none on the days before."""
    await enact(store, founding())
    await enact(store, renaming("5", "2020-01-01", "Departamento Novísimo"))
    done = await enact(store, renaming("4", "2018-01-01", "Departamento Intermedio"))
    assert [(e.day.isoformat(), [c.kind.value for c in e.changes]) for e in done.effects] == [
        ("2018-01-01", ["unit_renamed"]),
    ]


async def test_documents_are_opened_once_and_forgotten_beyond_a_bound(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await enact(store, founding())
    await enact(store, renaming())
    [first, second] = [entry.document for entry in await store.entries()]
    assert documents.opened(first) is documents.opened(first)
    monkeypatch.setattr(documents, "MAX_OPENED_BYTES", len(second))
    desk = documents._Desk()
    kept = desk.open(second)
    assert desk.open(second) is kept
    desk.open(first)
    assert desk.open(second) is not kept


async def test_a_document_that_does_not_say_what_was_folded_is_not_enacted(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should the codec ever lose something, nothing is written."""
    before = await everything(store)
    monkeypatch.setattr(
        "organica.register.enact.nameless", lambda resolution: replace(resolution, after=("x",))
    )
    with pytest.raises(DocumentDiffers):
        await enact(store, founding())
    assert await everything(store) == before
