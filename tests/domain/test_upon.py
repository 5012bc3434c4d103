"""Acts upon acts: what rectifying, invalidating, revoking, suspending and resuming do to every day."""

from __future__ import annotations

import pytest

from organica.domain.acts import (
    Act,
    AmendFunction,
    EndAppointment,
    Holder,
    Invalidate,
    MergeUnits,
    PostRef,
    Rectify,
    RemoveFunction,
    RenameUnit,
    Resume,
    Revoke,
    SuppressUnit,
    Suspend,
)
from organica.domain.change import Change, ChangeKind
from organica.domain.diff import Side, diff
from organica.domain.filings import Supplement
from organica.domain.refusals.functions import LabelTwice
from organica.domain.refusals.matters import CannotAttest
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.refusals.upon import (
    ActsContradict,
    ChangesNothing,
    NothingSuspended,
    OmittedAlready,
    OnlyInvalidated,
    RectifiedTwice,
    RectifiesAnotherAct,
    RefUsedTwice,
    TargetGone,
    TargetsSeveralActs,
    UnknownTarget,
)
from organica.domain.resolution import Resolution
from organica.domain.source import BasisRole, Provision
from organica.domain.states import Noun
from organica.domain.structure import Structure
from tests.makers import (
    ORGANIZATION,
    Book,
    a_date,
    a_day,
    a_function,
    a_post,
    a_resolution,
    a_statement,
    a_unit,
    an_appointment,
    an_assignment,
    an_attestation,
    an_item,
    items,
    key_of,
)
from tests.support.refusing import refused

FIRST = key_of("1", "2015")


def a_book() -> Book:
    """Faros with two functions since 2015, renamed in 2018 (act 18) and again in 2020 (act 20)."""
    return Book(
        a_resolution(a_unit("direccion"), a_unit("faros", "direccion", functions=items("a b"))),
        renaming("Faros y Balizas", "2018"),
        renaming("Señales Marítimas", "2020"),
    )


def renaming(name: str, year: str, unit: str = "faros") -> Resolution:
    return a_resolution(RenameUnit(unit=unit, name=name), number=year[2:], in_force_from=f"{year}-01-01")


def upon(*acts: Act, year: str = "2022", number: str | None = None) -> Resolution:
    return a_resolution(*acts, number=number or year[2:], in_force_from=f"{year}-01-01", coverage=None)


def name_on(book: Book, day: str) -> str:
    return book.history.structure_on(a_day(day)).units["faros"].name


def names(book: Book) -> list[str]:
    days = ("2015-06-01", "2018-06-01", "2020-06-01", "2022-06-01", "2024-06-01")
    return [name_on(book, day) for day in days]


FIRST_NAME, SECOND, THIRD = "Departamento Faros", "Faros y Balizas", "Señales Marítimas"
E_18, E_20 = key_of("18", "2018"), key_of("20", "2020")


def test_a_rectification_changes_the_words_of_its_target_on_all_its_days() -> None:
    book = a_book()
    book.enact(upon(Rectify(target=f"{E_18}#1", to=RenameUnit(unit="faros", name="Faros y Boyas"))))
    assert names(book) == [FIRST_NAME, "Faros y Boyas", THIRD, THIRD, THIRD]
    unit = book.history.structure_on(a_day("2018-06-01")).units["faros"]
    assert unit.since == a_date("2018-01-01")
    assert [(basis.role, basis.source) for basis in unit.legal_basis] == [
        (BasisRole.GRANTS, FIRST),
        (BasisRole.AMENDS, E_18),
        (BasisRole.RECTIFIES, key_of("22", "2022")),
    ]
    assert [moment.day.year for moment in book.history.moments] == [2015, 2018, 2020]


def test_a_rectification_of_an_act_on_which_later_acts_stand_keeps_their_targets() -> None:
    book = a_book()
    book.enact(upon(AmendFunction(function=a_function("faros/a"), text="Encender de noche."), year="2021"))
    rectified = a_unit("faros", "direccion", functions=[*items("a"), *items("b c")[:1], *items("c")])
    book.enact(upon(Rectify(target=f"{FIRST}#2", to=rectified), year="2022"))
    before = book.history.structure_on(a_day("2016-01-01"))
    assert sorted(before.functions) == ["faros.1", "faros.2", "faros.3"]
    after = book.history.structure_on(a_day("2021-06-01"))
    assert after.functions["faros.1"].text == "Encender de noche."
    assert after.functions["faros.3"].label == "c"


def test_the_rectified_letter_of_a_function_is_still_that_function() -> None:
    book = Book(a_resolution(a_unit("faros"), an_assignment("faros", "q", "Encender.")))
    book.enact(upon(Rectify(target=f"{FIRST}#2", to=an_assignment("faros", "a", "Encender."))))
    function = book.history.structure_on(a_day("2015-06-01")).functions["faros.1"]
    assert (function.label, function.text) == ("a", "Encender.")


def test_a_rectification_may_give_its_target_another_day_and_keeps_what_it_does_not_say() -> None:
    book = Book(a_resolution(a_unit("faros")), renaming("Boyas", "2018"))
    to = RenameUnit(unit="faros", name="Boyas", in_force_from=a_date("2017-07-01"))
    book.enact(upon(Rectify(target=f"{E_18}#1", to=to)))
    assert [name_on(book, day) for day in ("2017-06-30", "2017-07-01")] == [FIRST_NAME, "Boyas"]


def test_a_rectified_holder_is_the_same_appointment() -> None:
    book = Book(
        a_resolution(a_unit("faros", posts=[a_post("Jefatura", heads=True)])),
        upon(an_appointment("faros/head", "Ana Rompeolas Sur"), year="2018"),
    )
    book.enact(upon(Rectify(target=f"{E_18}#1", to=an_appointment("faros/head", "Ana Rompeola Sur"))))
    held = book.history.structure_on(a_day("2019-01-01")).appointments
    assert [(code, each.seal) for code, each in held.items()] == [("faros.p1.1", "Ana Rompeola Sur")]


def test_the_last_of_two_rectifications_is_read_and_both_are_named() -> None:
    book = a_book()
    for year, name in (("2022", "Faros y Boyas"), ("2023", "Faros y Muelles")):
        book.enact(upon(Rectify(target=f"{E_18}#1", to=RenameUnit(unit="faros", name=name)), year=year))
    assert name_on(book, "2018-06-01") == "Faros y Muelles"
    roles = [
        basis.role for basis in book.history.structure_on(a_day("2018-06-01")).units["faros"].legal_basis
    ]
    assert roles == [BasisRole.GRANTS, BasisRole.AMENDS, BasisRole.RECTIFIES, BasisRole.RECTIFIES]


def test_an_invalidated_rectification_is_not_read() -> None:
    book = a_book()
    before = book.history.moments
    book.enact(upon(Rectify(target=f"{E_18}#1", to=RenameUnit(unit="faros", name="Otro"))))
    book.enact(upon(Invalidate(target=f"{key_of('22', '2022')}#1"), year="2023"))
    assert book.history.moments == before


def test_an_invalidation_takes_its_target_away_on_all_days() -> None:
    book = a_book()
    book.enact(upon(Invalidate(target=f"{E_18}#1")))
    assert names(book) == [FIRST_NAME, FIRST_NAME, THIRD, THIRD, THIRD]


def test_an_invalidation_of_an_invalidation_gives_its_target_back() -> None:
    book = a_book()
    before = book.history.moments
    book.enact(upon(Invalidate(target=E_18)))
    book.enact(upon(Invalidate(target=key_of("22", "2022")), year="2023"))
    assert book.history.moments == before


def test_revoking_the_first_of_two_renames_leaves_the_second() -> None:
    book = a_book()
    book.enact(upon(Revoke(target=f"{E_18}#1")))
    assert names(book) == [FIRST_NAME, SECOND, THIRD, THIRD, THIRD]
    later = book.history.structure_on(a_day("2022-06-01")).units["faros"]
    assert later.since == a_date("2020-01-01")
    assert E_18 not in [basis.source for basis in later.legal_basis]


def test_revoking_a_rename_gives_the_former_name_back_from_that_day_by_that_act() -> None:
    book = a_book()
    book.enact(upon(Revoke(target=f"{E_20}#1")))
    assert names(book) == [FIRST_NAME, SECOND, THIRD, SECOND, SECOND]
    unit = book.history.structure_on(a_day("2022-06-01")).units["faros"]
    assert unit.since == a_date("2022-01-01")
    assert unit.legal_basis[-1].role is BasisRole.REVOKES
    assert unit.legal_basis[-1].source == key_of("22", "2022")
    [change] = told(book, "2021-06-01", "2022-06-01")
    assert (change.kind, change.before, change.after) == (ChangeKind.UNIT_RENAMED, THIRD, SECOND)
    assert change.legal_basis is not None
    assert change.legal_basis.source == key_of("22", "2022")


def told(book: Book, base: str, target: str) -> list[Change]:
    sides = [book.history.moment_on(a_day(day)) for day in (base, target)]
    one, other = (Side(each.structure, each.coverage) for each in sides if each is not None)
    return diff(ORGANIZATION, one, other)


def test_what_a_revoked_act_created_ends_on_that_day_by_that_act() -> None:
    book = Book(a_resolution(a_unit("direccion")))
    book.enact(a_resolution(a_unit("faros", "direccion"), number="18", in_force_from="2018-01-01"))
    book.enact(upon(Revoke(target=E_18)))
    assert "faros" in book.history.structure_on(a_day("2021-12-31")).units
    structure = book.history.structure_on(a_day("2022-01-01"))
    assert "faros" not in structure.units
    ending = structure.endings[Noun.UNIT, "faros"]
    assert (ending.basis.source, ending.basis.role) == (key_of("22", "2022"), BasisRole.REVOKES)


def test_what_a_revoked_suppression_ended_is_there_again() -> None:
    book = Book(a_resolution(a_unit("direccion"), a_unit("faros", "direccion")))
    book.enact(a_resolution(SuppressUnit(unit="faros"), number="18", in_force_from="2018-01-01"))
    book.enact(upon(Revoke(target=E_18)))
    assert [
        "faros" in book.history.structure_on(a_day(day)).units
        for day in ("2017-12-31", "2018-01-01", "2022-01-01")
    ] == [True, False, True]
    [change] = told(book, "2020-01-01", "2022-06-01")
    assert (change.kind, change.code) == (ChangeKind.RESTORED, "faros")


def test_a_suspended_act_has_no_force_until_it_is_resumed() -> None:
    book = a_book()
    book.enact(upon(Suspend(target=f"{E_20}#1")))
    book.enact(upon(Resume(target=f"{E_20}#1"), year="2024"))
    assert names(book) == [FIRST_NAME, SECOND, THIRD, SECOND, THIRD]
    unit = book.history.structure_on(a_day("2024-06-01")).units["faros"]
    assert unit.since == a_date("2024-01-01")
    assert unit.legal_basis[-1].role is BasisRole.RESUMES


def test_acts_after_a_suspension_stand_on_what_is_then_in_force() -> None:
    book = a_book()
    book.enact(upon(Suspend(target=f"{E_20}#1")))
    book.enact(renaming("Faros del Sur", "2023"))
    book.enact(upon(Resume(target=f"{E_20}#1"), year="2024"))
    assert name_on(book, "2024-06-01") == "Faros del Sur"


def test_an_act_that_is_suspended_before_it_begins_takes_effect_when_it_is_resumed() -> None:
    book = Book(a_resolution(a_unit("faros")), renaming("Boyas", "2025"))
    book.enact(upon(Suspend(target=key_of("25", "2025"))))
    book.enact(upon(Resume(target=key_of("25", "2025")), year="2026"))
    assert [name_on(book, day) for day in ("2025-06-01", "2026-01-01")] == [FIRST_NAME, "Boyas"]


def test_a_revoked_revocation_gives_its_target_its_force_back_from_that_day() -> None:
    book = a_book()
    book.enact(upon(Revoke(target=f"{E_20}#1")))
    book.enact(upon(Revoke(target=key_of("22", "2022")), year="2024"))
    assert names(book) == [FIRST_NAME, SECOND, THIRD, SECOND, THIRD]


def test_a_revoked_appointment_that_would_have_lapsed_does_not_end_twice() -> None:
    book = Book(a_resolution(a_unit("faros", posts=[a_post("Jefatura", heads=True)])))
    appointment = an_appointment("faros/head", "Ana Rompeolas Sur", until="2024-01-01")
    book.enact(upon(appointment, year="2018"))
    book.enact(upon(Revoke(target=E_18)))
    structure = book.history.structure_on(a_day("2024-06-01"))
    ending = structure.endings[Noun.APPOINTMENT, "faros.p1.1"]
    assert ending.on == a_date("2022-01-01")


def test_a_whole_source_and_one_article_are_targets_too() -> None:
    book = Book(a_resolution(a_unit("faros"), a_unit("boyas")))
    third = Provision(article="3")
    book.enact(
        a_resolution(
            RenameUnit(unit="faros", name="Uno", provision=third),
            RenameUnit(unit="boyas", name="Dos", provision=Provision(article="4")),
            number="18",
            in_force_from="2018-01-01",
        )
    )
    book.enact(upon(Revoke(target=f"{E_18}#art:3")))
    units = book.history.structure_on(a_day("2022-06-01")).units
    assert (units["faros"].name, units["boyas"].name) == (FIRST_NAME, "Dos")


def test_a_back_dated_act_goes_below_a_revocation_and_survives_it() -> None:
    book = a_book()
    book.enact(upon(Revoke(target=f"{E_20}#1")))
    book.enact(renaming("Balizas", "2019"))
    assert names(book) == [FIRST_NAME, SECOND, THIRD, "Balizas", "Balizas"]


def test_an_invalidation_that_leaves_later_acts_without_ground_lists_them() -> None:
    book = Book(a_resolution(a_unit("direccion")))
    book.enact(a_resolution(a_unit("faros", "direccion"), number="18", in_force_from="2018-01-01"))
    book.enact(renaming("Balizas", "2019"))
    book.enact(renaming("Boyas", "2020"))
    for act in (Invalidate(target=E_18), Revoke(target=E_18)):
        refusal = refused(book, upon(act), LaterActNoLongerApplies)
        assert refusal.facts["later_acts"] == (f"{key_of('19', '2019')}#1", f"{E_20}#1")
        assert refusal.cause.code == "unit_not_in_force"


def test_an_invalidation_may_take_what_stands_on_its_target_with_it() -> None:
    book = Book(a_resolution(a_unit("direccion")))
    book.enact(a_resolution(a_unit("faros", "direccion"), number="18", in_force_from="2018-01-01"))
    book.enact(renaming("Balizas", "2020"))
    for act in (Invalidate, Revoke):
        other = Book(*(each.filing for each in book.enacted))
        other.enact(upon(act(target=E_18), act(target=E_20)))
        assert "faros" not in other.history.structure_on(a_day("2023-01-01")).units


def test_a_target_that_the_register_does_not_hold_is_refused() -> None:
    book = a_book()
    for target in (f"{E_18}#7", key_of("99", "2018"), f"{E_18}#art:3", f"{key_of('22', '2022')}#1"):
        refused(book, upon(Revoke(target=target)), UnknownTarget)


def test_a_rectification_that_changes_nothing_is_refused() -> None:
    book = a_book()
    to = RenameUnit(unit="faros", name=SECOND)
    refused(book, upon(Rectify(target=f"{E_18}#1", to=to)), ChangesNothing)


def test_a_rectification_of_several_acts_or_into_another_act_is_refused() -> None:
    book = a_book()
    to = RenameUnit(unit="faros", name="Otro")
    assert refused(book, upon(Rectify(target=FIRST, to=to)), TargetsSeveralActs).facts["refs"] == ("1", "2")
    refused(book, upon(Rectify(target=f"{E_18}#1", to=SuppressUnit(unit="faros"))), RectifiesAnotherAct)


def test_two_readings_of_one_act_in_one_file_are_refused() -> None:
    book = a_book()
    readings = (
        Rectify(target=f"{E_18}#1", to=RenameUnit(unit="faros", name=name)) for name in ("Uno", "Dos")
    )
    refused(book, upon(*readings), RectifiedTwice)


def test_what_was_invalidated_can_neither_be_rectified_nor_revoked_nor_invalidated_again() -> None:
    book = a_book()
    book.enact(upon(Invalidate(target=f"{E_18}#1")))
    to = RenameUnit(unit="faros", name="Otro")
    for act in (Rectify(target=f"{E_18}#1", to=to), Revoke(target=E_18), Invalidate(target=E_18)):
        refused(book, upon(act, year="2023"), TargetGone)


def test_a_rectification_cannot_be_taken_away_from_a_day_on() -> None:
    book = a_book()
    book.enact(upon(Rectify(target=f"{E_18}#1", to=RenameUnit(unit="faros", name="Otro"))))
    refused(book, upon(Revoke(target=f"{key_of('22', '2022')}#1"), year="2023"), OnlyInvalidated)


def test_resuming_what_is_not_suspended_and_revoking_what_is_omitted_are_refused() -> None:
    book = a_book()
    refused(book, upon(Resume(target=f"{E_18}#1")), NothingSuspended)
    book.enact(upon(Revoke(target=f"{E_18}#1")))
    refused(book, upon(Suspend(target=f"{E_18}#1"), year="2023"), OmittedAlready)


def test_a_revocation_that_would_break_an_invariant_is_refused_as_its_own_fault() -> None:
    book = Book(a_resolution(a_unit("faros", functions=items("a b"))))
    book.enact(upon(RemoveFunction(function=a_function("faros/a")), year="2018"))
    book.enact(upon(an_assignment("faros", "a", "Otra."), year="2020"))
    refused(book, upon(Revoke(target=E_18)), LabelTwice)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_acts_of_one_file_that_contradict_each_other_are_refused(order: tuple[int, int]) -> None:
    book = a_book()
    acts = [RenameUnit(unit="faros", name=name) for name in ("Uno", "Dos")]
    refusal = refused(book, upon(*(acts[each] for each in order)), ActsContradict)
    assert refusal.facts["field"] == "name"


def test_two_acts_of_one_file_on_two_days_do_not_contradict_each_other() -> None:
    book = a_book()
    later = RenameUnit(unit="faros", name="Dos", in_force_from=a_date("2023-01-01"))
    book.enact(upon(RenameUnit(unit="faros", name="Uno"), later))
    assert [name_on(book, day) for day in ("2022-06-01", "2023-06-01")] == ["Uno", "Dos"]


def test_two_acts_of_a_source_cannot_bear_one_reference() -> None:
    acts = (RenameUnit(unit="faros", name="Uno", ref="2"), RenameUnit(unit="direccion", name="Dos"))
    assert refused(a_book(), upon(*acts), RefUsedTwice).facts["ref"] == "2"


def test_an_attestation_does_nothing_to_the_acts_of_norms() -> None:
    to = RenameUnit(unit="faros", name="Otro")
    for act in (Rectify(target=f"{E_18}#1", to=to), Invalidate(target=E_18), Suspend(target=E_18)):
        refused(a_book(), an_attestation(act, in_force_from="2022-01-01", coverage=None), CannotAttest)


def test_what_is_suspended_may_be_revoked() -> None:
    book = a_book()
    book.enact(upon(Suspend(target=f"{E_20}#1")))
    book.enact(upon(Revoke(target=f"{E_20}#1"), year="2023"))
    assert name_on(book, "2024-06-01") == SECOND


def test_a_rectified_end_of_an_appointment_ends_the_one_that_it_now_names() -> None:
    ana, berta = Holder("Ana Rompeolas Sur"), Holder("Berta Rompeolas Sur")
    book = Book(
        a_resolution(a_unit("faros", posts=[a_post("Jefatura", heads=True)])),
        upon(an_appointment("faros/head", ana.name or ""), year="2016"),
        upon(an_appointment("faros/head", berta.name or "", capacity="suplente"), year="2017"),
        upon(EndAppointment(post=PostRef(at="faros/head"), holder=ana), year="2018"),
    )
    to = EndAppointment(post=PostRef(at="faros/head"), holder=berta)
    book.enact(upon(Rectify(target=f"{E_18}#1", to=to)))
    held = book.history.structure_on(a_day("2019-01-01")).appointments
    assert [each.seal for each in held.values()] == [ana.name]


def test_each_of_two_acts_upon_acts_in_one_file_is_behind_what_it_did() -> None:
    book = Book(a_resolution(a_unit("direccion"), a_unit("faros", functions=items("a")), a_unit("boyas")))
    book.enact(renaming("Balizas", "2016", "direccion"))
    book.enact(upon(MergeUnits(units=("faros",), into="boyas"), year="2017"))
    book.enact(upon(Suspend(target=key_of("17", "2017")), year="2018"))
    book.enact(upon(Revoke(target=key_of("16", "2016")), Resume(target=key_of("17", "2017")), year="2019"))
    structure = book.history.structure_on(a_day("2019-06-01"))
    behind = structure.functions["faros.1"].legal_basis[-1]
    assert (behind.role, behind.act) == (BasisRole.RESUMES, "2")
    behind = structure.units["direccion"].legal_basis[-1]
    assert (behind.role, behind.act) == (BasisRole.REVOKES, "1")


def test_what_was_attested_shows_again_when_the_norm_over_it_has_no_force() -> None:
    book = Book(an_attestation(a_statement("faros"), in_force_from="2016-01-01"))
    book.enact(
        a_resolution(a_unit("faros", name="Departamento Balizas"), number="17", in_force_from="2017-01-01")
    )
    book.enact(upon(Suspend(target=key_of("17", "2017")), year="2018"))
    assert [name_on(book, day) for day in ("2016-06-01", "2017-06-01", "2018-06-01")] == [
        "Departamento Faros",
        "Departamento Balizas",
        "Departamento Faros",
    ]


def test_a_source_may_be_revoked_although_its_later_acts_name_what_it_made() -> None:
    book = Book(a_resolution(a_unit("direccion")))
    later = AmendFunction(function=a_function("faros/a"), text="Otra.", in_force_from=a_date("2024-01-01"))
    book.enact(upon(a_unit("faros", "direccion", functions=items("a")), later, year="2018"))
    book.enact(upon(Revoke(target=E_18)))
    assert "faros" not in book.history.structure_on(a_day("2025-01-01")).units


def test_a_revoked_act_leaves_no_change_point_and_no_doubt_behind() -> None:
    book = Book(a_resolution(a_unit("faros")))
    book.enact(
        a_resolution(RenameUnit(unit="faros", name="Boyas"), number="25", in_force_from="2025", coverage=None)
    )
    book.enact(upon(Revoke(target=key_of("25", "2025")), year="2024"))
    assert [(moment.day.year, moment.certain) for moment in book.history.moments] == [
        (2015, True),
        (2024, True),
    ]


def test_a_supplement_brings_no_acts_upon_acts_to_a_source_that_was_taken_away() -> None:
    book = a_book()
    book.enact(upon(Revoke(target=E_20)))
    refused(book, Supplement(ORGANIZATION, E_20, acts=(Revoke(target=E_18),)), TargetGone)


def test_a_sub_item_that_a_rectification_moves_is_still_that_function() -> None:
    under_a = (an_item("a", children=(an_item("1", "Encender."),)), an_item("b"))  # type: ignore[arg-type]
    under_b = (an_item("a"), an_item("b", children=(an_item("1", "Encender."),)))  # type: ignore[arg-type]
    book = Book(a_resolution(a_unit("faros", functions=under_a)))
    [code] = [code for code, each in on_first_day(book).functions.items() if each.text == "Encender."]
    book.enact(upon(Rectify(target=f"{FIRST}#1", to=a_unit("faros", functions=under_b))))
    moved = on_first_day(book).functions[code]
    assert (moved.text, on_first_day(book).functions[moved.parent or ""].label) == ("Encender.", "b")


def on_first_day(book: Book) -> Structure:
    return book.history.structure_on(a_day("2015-01-01"))
