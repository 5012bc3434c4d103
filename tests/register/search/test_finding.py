"""Search on both engines: the rules of ranking one by one, which day and which knowledge, and no person."""

from __future__ import annotations

from datetime import UTC, date, datetime

from db.store import Store
from organica.domain.acts import (
    AmendFunction,
    AssignFunction,
    FunctionItem,
    Holder,
    MoveUnit,
    PostItem,
    RemoveFunction,
    RenameUnit,
    SuppressUnit,
    under,
)
from organica.register.consult import Consult
from organica.register.enact import enact
from organica.register.search.places import Question
from organica.register.search.texts import SearchField
from tests.makers import ORGANIZATION, a_function, a_resolution
from tests.support.searching import FILLERS, MANY, SECOND, a_told_unit, asked, codes, found, marked

# --- How hits are ranked ---------------------------------------------------------------------------


async def test_a_name_comes_before_an_acronym_a_post_a_function_and_an_objective(store: Store) -> None:
    await found(
        store,
        a_told_unit("uno", "Unidad de Faros"),
        a_told_unit("dos", "Unidad Segunda", acronym="FAROS"),
        a_told_unit("tres", "Unidad Tercera", posts=(PostItem(name="Encargatura de Faros"),)),
        a_told_unit("cuatro", "Unidad Cuarta", "Encender los faros."),
        a_told_unit("cinco", "Unidad Quinta", objective="Cuidar de los faros."),
        a_told_unit("seis", "Unidad Sexta", *FILLERS),
    )
    hits = await asked(store, "¿quién ve los faros?")
    assert [(hit.thing.code, hit.field) for hit in hits] == [
        ("uno", SearchField.NAME),
        ("dos", SearchField.ACRONYM),
        ("tres.p1", SearchField.POST_NAME),
        ("cuatro.1", SearchField.FUNCTION_TEXT),
        ("cinco", SearchField.OBJECTIVE),
    ]
    assert [hit.unit.code for hit in hits if hit.unit] == ["uno", "dos", "tres", "cuatro", "cinco"]


async def test_all_the_words_beat_some_of_them_even_in_a_name(store: Store) -> None:
    await found(
        store,
        a_told_unit("faros", "Unidad de Faros", *FILLERS),
        a_told_unit(
            "otra", "Unidad Otra", "Revisar los inventarios de la bodega y, cuando proceda, pintar los faros."
        ),
    )
    hits = await asked(store, "pintar faros")
    assert codes(hits) == ["otra.1", "faros"]
    assert hits[0].score > 0.5 > hits[1].score


async def test_a_unit_may_have_the_words_in_several_of_its_texts(store: Store) -> None:
    await found(
        store,
        a_told_unit("faros", "Unidad de Faros", objective="Pintar y conservar.", acronym="UF"),
        a_told_unit("otra", "Unidad Otra", "Mirar los faros.", *FILLERS),
    )
    hits = await asked(store, "pintar faros")
    assert codes(hits) == ["faros", "otra.1"]
    assert (hits[0].field, marked(hits[0])) == (SearchField.NAME, ["Faros"])
    assert hits[0].score > 0.5


async def test_words_side_by_side_come_before_words_apart(store: Store) -> None:
    await found(
        store,
        a_told_unit(
            "unidad",
            "Unidad",
            "Comprar pintura y conservar boyas, faros, muelles.",
            "Comprar boyas, muelles y conservar pintura, faros.",
            "Comprar boyas, faros y conservar pintura, muelles.",
        ),
    )
    hits = await asked(store, "pintura de faros")
    assert codes(hits)[0] == "unidad.2"
    assert len(hits) == 3


async def test_the_very_word_comes_before_its_kin_and_a_short_text_before_a_long_one(store: Store) -> None:
    await found(
        store,
        a_told_unit(
            "unidad",
            "Unidad",
            "Sancionar incumplimientos de contratistas.",
            "Aplicar sanciones a contratistas.",
            "Aplicar sanciones a contratistas, a proveedores, a concesionarios y a quienes incumplan plazos.",
        ),
    )
    assert codes(await asked(store, "sanción")) == ["unidad.2", "unidad.3", "unidad.1"]


async def test_a_word_that_stands_everywhere_counts_little(store: Store) -> None:
    await found(
        store,
        a_told_unit(
            "unidad", "Unidad", *(f"Gestionar la gestión de gestiones {each}." for each in FILLERS), "Pagar."
        ),
    )
    hits = await asked(store, "gestión de pagar")
    assert codes(hits)[0] == "unidad.9"


async def test_equal_hits_come_by_organization_and_code(store: Store) -> None:
    units = (a_told_unit("boyas", "Unidad B", "Ver faros."), a_told_unit("archivo", "Unidad A", "Ver faros."))
    await found(store, *units)
    await found(store, *units, organization=SECOND)
    hits = await asked(store, "faros", organization=None)
    assert [(hit.snapshot.organization_code, hit.thing.code) for hit in hits] == [
        (SECOND, "archivo.1"),
        (SECOND, "boyas.1"),
        (ORGANIZATION, "archivo.1"),
        (ORGANIZATION, "boyas.1"),
    ]
    assert len({hit.score for hit in hits}) == 1


async def test_every_mark_is_a_word_that_was_looked_for_however_often_and_however_written(
    store: Store,
) -> None:
    text = "La CAPACITACIÓN («capacitaciones») y el diseño: capacitar, diseñar y capacitación."
    await found(store, a_told_unit("unidad", "Unidad", text))
    (hit,) = await asked(store, "diseno capacitacion")
    assert hit.text == text
    assert marked(hit) == [
        "CAPACITACIÓN",
        "capacitaciones",
        "diseño",
        "capacitar",
        "diseñar",
        "capacitación",
    ]


# --- Which day, and with which knowledge -----------------------------------------------------------


async def test_what_was_suppressed_is_found_on_its_days_only(store: Store) -> None:
    await found(store, a_told_unit("faros", "Unidad de Faros"), a_told_unit("otra", "Unidad Otra"))
    suppressing = a_resolution(SuppressUnit(unit="faros"), number="2", in_force_from="2022-01-01")
    await enact(store, suppressing)
    assert codes(await asked(store, "faros", day="2021-12-31")) == ["faros"]
    assert codes(await asked(store, "faros", day="2022-01-01")) == []
    assert codes(await asked(store, "faros", day="2019-12-31")) == []
    # Before the second entry nobody knew that it would be suppressed.
    assert codes(await asked(store, "faros", day="2022-01-01", known=1)) == ["faros"]


async def test_another_wording_is_found_from_its_day_on_and_the_former_until_then(store: Store) -> None:
    await found(store, a_told_unit("faros", "Unidad de Faros", "Encender linternas.", "Pintar torres."))
    await enact(
        store,
        a_resolution(
            AmendFunction(function=a_function("faros/a"), text="Apagar lámparas."),
            RemoveFunction(function=a_function("faros/b")),
            AssignFunction(unit="faros", function=FunctionItem(text="Pintar boyas.", label="c")),
            RenameUnit(unit="faros", name="Unidad de Balizas"),
            number="2",
            in_force_from="2023-01-01",
        ),
    )
    for words, before, after in (
        ("linternas", ["faros.1"], []),
        ("lámparas", [], ["faros.1"]),
        ("pintar torres", ["faros.2"], ["faros.3"]),
        ("faros", ["faros"], []),
        ("balizas", [], ["faros"]),
    ):
        assert codes(await asked(store, words, day="2022-12-31")) == before, words
        assert codes(await asked(store, words, day="2023-01-01")) == after, words


async def test_a_move_leaves_the_rows_of_search_as_they_were(store: Store) -> None:
    await found(store, a_told_unit("faros", "Faros", "Encender."), a_told_unit("boyas", "Boyas"))
    before = await store.stored_texts(ORGANIZATION)
    moving = a_resolution(
        MoveUnit(unit="faros", parent=under("boyas")), number="2", in_force_from="2022-01-01"
    )
    await enact(store, moving)
    assert await store.stored_texts(ORGANIZATION) == before


async def test_today_is_the_day_where_each_organization_is(store: Store) -> None:
    zones = ((ORGANIZATION, "America/Santiago"), (SECOND, "Pacific/Auckland"))
    for number, (organization, zone) in enumerate(zones):
        await found(store, organization=organization, time_zone=zone)
        creating = a_told_unit("faros", "Unidad de Faros")
        await enact(
            store,
            a_resolution(
                creating,
                organization=organization,
                in_force_from="2024-06-02",
                number=f"2-{number}",
                coverage=None,
            ),
        )
    # One o'clock in the night of 2 June in Auckland; nine in the morning of the first in Santiago.
    consult = Consult(store, now=lambda: datetime(2024, 6, 1, 13, 7, tzinfo=UTC))
    page = await consult.search(Question("faros"), MANY)
    assert [(hit.snapshot.organization_code, hit.as_of) for hit in page.hits] == [(SECOND, date(2024, 6, 2))]
    assert (await consult.search(Question("faros", organization=ORGANIZATION), MANY)).hits == ()
    assert (await consult.search(Question("faros", organization=SECOND), MANY)).total == 1


# --- Persons ---------------------------------------------------------------------------------------


async def test_nobody_is_found_by_name_and_the_post_is(store: Store) -> None:
    head = PostItem(name="Jefatura", heads=True, holder=Holder("Rosalinda Ficticia Faro"), capacity="titular")
    await found(store, a_told_unit("faros", "Unidad Primera", posts=(head,)))
    for name in ("Rosalinda Ficticia Faro", "rosalinda", "FICTICIA"):
        assert await asked(store, name) == []
    (hit,) = await asked(store, "jefatura")
    assert hit.unit is not None
    assert (hit.thing.code, hit.field, hit.unit.code) == ("faros.p1", SearchField.POST_NAME, "faros")
    assert "osalinda" not in repr(await store.stored_texts(ORGANIZATION))
