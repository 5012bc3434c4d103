"""Mentions as a reader meets them: of a day, as known at an entry, and part of an answer's identity."""

from __future__ import annotations

from dataclasses import replace

from db.store import Store
from organica.domain.acts import Act, RenameUnit
from organica.domain.dates import LegalDate
from organica.domain.filings import ExternalId
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.enact import enact
from organica.register.ports import Known, MentionRow
from organica.register.snapshot import Snapshot
from tests.makers import ORGANIZATION, a_day, a_mapping, a_resolution, a_unit, an_item

TEXT = "Coordinar con el Departamento de Faros."


def a_founding() -> list[Act]:
    return [
        a_unit("direccion", functions=[an_item("a", TEXT)]),
        RenameUnit(unit="direccion", name="Dirección", in_force_from=LegalDate("2017-01-01")),
    ]


async def two_entries(store: Store) -> None:
    await enact(store, a_resolution(*a_founding()))
    new = a_unit("faros", "direccion", name="Departamento de Faros")
    await enact(store, a_resolution(new, number="2", in_force_from="2020-01-01"))


async def asked(store: Store, day: str, known: int) -> Snapshot:
    return await Consult(store).structure(ORGANIZATION, a_day(day), KnownAt(entry=known))


def told(snapshot: Snapshot) -> list[tuple[str, str | None]]:
    [function] = snapshot.functions.values()
    return [(each.text, each.unit.code if each.unit else None) for each in function.mentions]


async def test_a_mention_means_what_the_register_knew_of_that_day(store: Store) -> None:
    await two_entries(store)
    name = "Departamento de Faros"
    cases = {("2021-01-01", 1): None, ("2021-01-01", 2): "faros", ("2019-12-31", 2): None}
    for (day, known), unit in cases.items():
        snapshot = await asked(store, day, known)
        assert told(snapshot) == [(name, unit)], (day, known)
        assert [each.text for each in snapshot.unresolved_mentions] == ([] if unit else [name])
        assert [(e.from_unit.code, e.to_unit.code) for e in snapshot.coordination] == (
            [("direccion", "faros")] if unit else []
        )


async def test_a_mention_cut_into_two_rows_leaves_the_identity_of_earlier_answers_alone(store: Store) -> None:
    await two_entries(store)
    assert [(await asked(store, "2016-01-01", known)).basis for known in (1, 2)] == [1, 1]
    assert [(await asked(store, "2021-01-01", known)).basis for known in (1, 2)] == [1, 2]


async def test_a_mention_that_comes_to_mean_something_else_is_another_answer(store: Store) -> None:
    await enact(store, a_resolution(*a_founding()))
    rows = await store.rows(ORGANIZATION)
    [first] = rows.mentions
    other = replace(first.mention, unit="direccion")
    mended = replace(rows, mentions=(MentionRow(first.mention, Known(1, 2)), MentionRow(other, Known(2))))
    archive = Archive(mended, {}, 3)
    answers = [archive.snapshot(a_day("2018-01-01"), known) for known in (1, 2, 3)]
    assert [snapshot.basis for snapshot in answers] == [1, 2, 2]
    assert [told(snapshot)[0][1] for snapshot in answers] == [None, "direccion", "direccion"]
    newer_rules = replace(first.mention, derived_by=first.mention.derived_by + 1)
    derived_anew = replace(
        rows, mentions=(MentionRow(first.mention, Known(1, 2)), MentionRow(newer_rules, Known(2)))
    )
    assert Archive(derived_anew, {}, 3).snapshot(a_day("2018-01-01"), 3).basis == 1


async def test_an_outside_name_is_part_of_the_answers_in_which_the_thing_is(store: Store) -> None:
    await two_entries(store)
    await enact(store, a_mapping(ExternalId("br.siorg", "9", unit="faros")))
    await enact(store, a_mapping(ExternalId("br.siorg", "9", unit="faros", withdrawn=True)))
    shown = {known: await asked(store, "2021-01-01", known) for known in (2, 3, 4)}
    values = [[tie.value for tie in snapshot.units["faros"].external_ids] for snapshot in shown.values()]
    assert values == [[], ["9"], []]
    assert [snapshot.basis for snapshot in shown.values()] == [2, 3, 4]
    assert [(await asked(store, "2018-01-01", known)).basis for known in (2, 3, 4)] == [2, 2, 2]
