"""Which of two acts of one day, or of dates that may be one day, comes first; and when nobody can tell."""

from __future__ import annotations

import pytest

from organica.domain.acts import (
    AmendFunction,
    AssignFunction,
    CreatePost,
    EndAppointment,
    MoveUnit,
    RelabelFunction,
    RemoveFunction,
    RenameUnit,
    SetObjective,
    StateUnit,
    SuppressUnit,
    TransferFunction,
    under,
)
from organica.domain.filings import Enacted
from organica.domain.history import fold
from organica.domain.refusals.ordering import OrderCycle, UndatedOrder, UnknownPredecessor
from organica.domain.resolution import Resolution
from organica.domain.states import content
from organica.domain.structure import Structure
from tests.makers import (
    ORGANIZATION,
    Book,
    a_day,
    a_function,
    a_post,
    a_post_ref,
    a_resolution,
    a_unit,
    an_appointment,
    an_assignment,
    an_item,
    items,
    key_of,
)
from tests.support.refusing import refused

BASE = a_resolution(
    a_unit("direccion", kind="Dirección"),
    a_unit("faros", "direccion", functions=items("a b"), posts=[a_post("Jefatura", heads=True)]),
    a_unit("boyas", "direccion"),
)
DAY = "2024-03-10"


def on_day(number: str, *acts: object, day: str = DAY, **more: object) -> Resolution:
    return a_resolution(*acts, number=number, in_force_from=day, **more)  # type: ignore[arg-type]  # Acts.


def last(book: Book) -> Structure:
    return book.history.moments[-1].structure


def contents(structure: Structure) -> dict[object, object]:
    """Return what a structure says, apart from the order of its legal bases."""
    return {(noun, code): content(state) for noun, code, state in structure.states()}


def named(name: str) -> RenameUnit:
    return RenameUnit(unit="faros", name=name)


@pytest.mark.parametrize(
    "acts",
    [
        (named("Luces"), SetObjective(unit="faros", objective="Alumbrar.")),
        (named("Luces"), MoveUnit(unit="faros", parent=under("boyas"))),
        (named("Luces"), RenameUnit(unit="boyas", name="Balizas")),
        (an_assignment("faros", "d"), an_assignment("faros", "c")),
        (
            AmendFunction(function=a_function("faros/a"), text="Otra."),
            RelabelFunction(function=a_function("faros/b"), label="z"),
        ),
        (
            AmendFunction(function=a_function(code="faros.1"), text="Otra."),
            RelabelFunction(function=a_function(code="faros.1"), label="z"),
        ),
        (RemoveFunction(function=a_function("faros/a")), an_assignment("faros", "c")),
        (SetObjective(unit="faros", objective="Igual."), StateUnit(unit="faros", name="Luces")),
        (
            an_appointment("faros/head", "Ana Rompeolas Sur"),
            an_appointment("faros/head", "Luis Brisa Mar", "suplente"),
        ),
    ],
)
def test_two_resolutions_of_one_day_on_different_matters_give_one_structure_in_either_order(
    acts: tuple[object, object],
) -> None:
    one, other = on_day("1", acts[0]), on_day("2", acts[1])
    first = contents(last(Book(BASE, one, other)))
    second = contents(last(Book(BASE, other, one)))

    def without_codes(found: dict[object, object]) -> set[str]:
        return {str(value) for value in found.values()}

    if isinstance(acts[0], AssignFunction) or "appoint" in str(type(acts[0])).lower():
        # Codes count in the order of entry; letters, texts and holders are the same.
        assert len(first) == len(second)
        printed = [
            [(f.label, f.text) for f in last(book).functions_by_unit["faros"]]
            for book in (Book(BASE, one, other), Book(BASE, other, one))
        ]
        assert printed[0] == printed[1]
    else:
        assert first == second


CONTRADICTIONS = [
    (
        AmendFunction(function=a_function("faros/a"), text="Otra."),
        RelabelFunction(function=a_function("faros/a"), label="z"),
        "path",
    ),
    (
        RelabelFunction(function=a_function("faros/a"), label="z"),
        AmendFunction(function=a_function("faros/z"), text="Otra."),
        "path",
    ),
    (
        TransferFunction(function=a_function("faros/a"), to="boyas"),
        AmendFunction(function=a_function("boyas/a"), text="Otra."),
        "path",
    ),
    (named("Luces"), named("Fanales"), "name"),
    (
        MoveUnit(unit="faros", parent=under("boyas")),
        StateUnit(unit="faros", parent=under("direccion")),
        "parent",
    ),
    (
        SetObjective(unit="faros", objective="Uno."),
        SetObjective(unit="faros", objective="Otro."),
        "objective",
    ),
    (
        AmendFunction(function=a_function("faros/a"), text="Una."),
        AmendFunction(function=a_function("faros/a"), text="Otra."),
        "text",
    ),
    (
        RelabelFunction(function=a_function("faros/a"), label="x"),
        RelabelFunction(function=a_function(code="faros.1"), label="y"),
        "label",
    ),
    (
        AmendFunction(function=a_function("faros/a"), text="Una."),
        RemoveFunction(function=a_function(code="faros.1")),
        "existence",
    ),
    (
        StateUnit(unit="faros", functions=(an_item("a"),)),
        StateUnit(unit="faros", functions=(an_item("a"), an_item("b"))),
        "functions",
    ),
    (StateUnit(unit="faros", functions=items("a b")), an_assignment("faros", "c"), "functions"),
    (
        StateUnit(unit="faros", functions=items("a b")),
        TransferFunction(function=a_function("faros/a"), to="boyas"),
        "functions",
    ),
    (
        TransferFunction(function=a_function("faros/a"), to="boyas"),
        StateUnit(unit="faros", functions=items("a b")),
        "functions",
    ),
    (
        an_appointment("faros/head", "Luis Brisa Mar", "suplente"),
        EndAppointment(post=a_post_ref("faros/head")),
        "holders",
    ),
    (StateUnit(unit="boyas", posts=()), CreatePost(unit="boyas", post=a_post("Patrón")), "posts"),
]


@pytest.mark.parametrize(("first", "second", "field"), CONTRADICTIONS)
def test_two_resolutions_of_one_day_on_one_matter_are_refused_until_the_file_says_after(
    first: object, second: object, field: str
) -> None:
    held = on_day("h", an_appointment("faros/head", "Ana Rompeolas Sur"), day="2023-01-01")
    book = Book(BASE, held, on_day("1", first))
    refusal = refused(book, on_day("2", second), UndatedOrder)
    assert refusal.facts["first"] == key_of("1", "2024")
    assert refusal.facts["second"] == key_of("2", "2024")
    assert field in str(refusal.facts["field"])


def test_two_resolutions_of_one_day_that_say_the_same_do_not_contradict_each_other() -> None:
    state = StateUnit(unit="faros", name="Luces", functions=items("a b"))
    book = Book(BASE, on_day("1", state), on_day("2", state))
    assert last(book).units["faros"].name == "Luces"
    assert len(last(book).functions) == 2


def test_after_says_which_of_two_resolutions_of_one_day_is_later() -> None:
    book = Book(BASE, on_day("1", named("Luces")), on_day("2", named("Fanales"), after=[key_of("1", "2024")]))
    assert last(book).units["faros"].name == "Fanales"


def test_the_day_of_signing_says_which_of_two_resolutions_of_one_day_is_later() -> None:
    early = on_day("1", named("Luces"), signed_on="2024-03-01")
    later = on_day("2", named("Fanales"), signed_on="2024-03-05")
    assert last(Book(BASE, early, later)).units["faros"].name == "Fanales"
    assert last(Book(BASE, later, early)).units["faros"].name == "Fanales"


def test_signing_dates_that_may_be_one_day_say_nothing() -> None:
    book = Book(BASE, on_day("1", named("Luces"), signed_on="2024"))
    refused(book, on_day("2", named("Fanales"), signed_on="2024-03-05"), UndatedOrder)


def test_declared_order_prevails_over_the_day_of_signing() -> None:
    book = Book(
        BASE,
        on_day("1", named("Luces"), signed_on="2024-03-05"),
        on_day("2", named("Fanales"), signed_on="2024-03-01", after=[key_of("1", "2024")]),
    )
    assert last(book).units["faros"].name == "Fanales"


def test_a_year_only_act_against_a_dated_one_of_that_year_is_refused_until_after() -> None:
    dated, year_only = on_day("1", named("Luces")), on_day("2", named("Fanales"), day="2024")
    refusal = refused(Book(BASE, dated), year_only, UndatedOrder)
    assert (refusal.facts["target"], refusal.facts["field"]) == ("faros", "name")
    refused(Book(BASE, year_only), dated, UndatedOrder)


def test_after_raises_the_day_of_a_year_only_act_to_that_of_its_predecessor() -> None:
    book = Book(
        BASE,
        on_day("1", named("Luces")),
        on_day("2", named("Fanales"), day="2024", after=[key_of("1", "2024")]),
    )
    assert [(m.day.isoformat(), m.certain) for m in book.history.moments] == [
        ("2015-01-01", True),
        ("2024-03-10", False),
        ("2025-01-01", True),
    ]
    assert last(book).units["faros"].name == "Fanales"
    assert book.history.structure_on(a_day("2024-03-09")).units["faros"].name == "Departamento Faros"


def test_after_a_year_only_act_a_dated_one_keeps_its_day() -> None:
    book = Book(
        BASE,
        on_day("1", named("Luces"), day="2024"),
        on_day("2", named("Fanales"), after=[key_of("1", "2024")]),
    )
    assert book.history.structure_on(a_day("2024-01-01")).units["faros"].name == "Luces"
    assert book.history.structure_on(a_day(DAY)).units["faros"].name == "Fanales"


def test_after_reaches_through_a_chain_of_predecessors() -> None:
    book = Book(
        BASE,
        on_day("1", named("Luces"), day="2024-06-01"),
        on_day("2", RenameUnit(unit="boyas", name="Balizas"), day="2024", after=[key_of("1", "2024")]),
        on_day("3", named("Fanales"), day="2024", after=[key_of("2", "2024")]),
    )
    assert [moment.day.isoformat() for moment in book.history.moments] == [
        "2015-01-01",
        "2024-06-01",
        "2025-01-01",
    ]
    assert last(book).units["faros"].name == "Fanales"


def test_signing_does_not_help_where_the_fold_would_apply_the_later_act_first() -> None:
    """The act "of 2024" was signed in May, so that it cannot be what the act of March changed."""
    book = Book(BASE, on_day("1", named("Luces"), signed_on="2024-03-01"))
    year_only = on_day("2", named("Fanales"), day="2024", signed_on="2024-05-02")
    refused(book, year_only, UndatedOrder)
    book.enact(on_day("2", named("Fanales"), day="2024", signed_on="2024-05-02", after=[key_of("1", "2024")]))
    assert last(book).units["faros"].name == "Fanales"


def test_different_days_need_no_declared_order() -> None:
    book = Book(BASE, on_day("1", named("Luces")), on_day("2", named("Fanales"), day="2024-03-11"))
    assert last(book).units["faros"].name == "Fanales"


def test_transferring_out_of_a_unit_and_suppressing_it_on_one_day_need_no_declared_order() -> None:
    book = Book(
        BASE,
        on_day(
            "1",
            TransferFunction(function=a_function("faros/a"), to="boyas"),
            TransferFunction(function=a_function("faros/b"), to="boyas"),
        ),
        on_day("2", SuppressUnit(unit="faros")),
    )
    assert "faros" not in last(book).units


def test_a_predecessor_that_nobody_knows_is_refused() -> None:
    refusal = refused(
        Book(BASE), on_day("1", named("Luces"), after=[key_of("99", "2020")]), UnknownPredecessor
    )
    assert refusal.facts["after"] == key_of("99", "2020")


def test_a_source_is_not_after_itself() -> None:
    own = on_day("1", named("Luces"), after=[key_of("1", "2024")])
    assert refused(Book(BASE), own, OrderCycle).facts["sources"] == (key_of("1", "2024"),)


def test_sources_that_are_each_after_the_other_are_refused() -> None:
    one = on_day("1", named("Luces"), after=[key_of("2", "2024")])
    other = on_day("2", named("Fanales"), after=[key_of("1", "2024")])
    with pytest.raises(OrderCycle) as refusal:
        fold(ORGANIZATION, [Enacted(1, BASE), Enacted(2, one), Enacted(3, other)])
    assert set(refusal.value.facts["sources"] or ()) == {key_of("1", "2024"), key_of("2", "2024")}  # type: ignore[arg-type]  # A tuple of keys.


def test_each_act_may_have_a_day_of_its_own() -> None:
    book = Book(
        BASE,
        on_day("1", named("Luces"), a_unit("puerto", "direccion", in_force_from="2025-07-01")),
    )
    assert [moment.day.isoformat() for moment in book.history.moments] == [
        "2015-01-01",
        "2024-03-10",
        "2025-07-01",
    ]
    assert last(book).units["puerto"].born.value == "2025-07-01"
