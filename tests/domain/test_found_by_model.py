"""What the model of the law found wrong in the register: each as small as it can be, with the right outcome."""

from __future__ import annotations

from dataclasses import replace

import pytest

from organica.domain.acts import (
    UNKNOWN_PARENT,
    AbolishPost,
    AssignFunction,
    CarryOver,
    EstablishOrganization,
    Invalidate,
    Rectify,
    RelabelFunction,
    RenameUnit,
    Resume,
    Revoke,
    StateOrganization,
    Succeed,
    SuppressUnit,
    Suspend,
    under,
)
from organica.domain.filings import Enacted, Supplement
from organica.domain.history import History, fold_together
from organica.domain.ids import Minter
from organica.domain.refusals.functions import FunctionNotInForce
from organica.domain.refusals.ordering import UndatedOrder
from organica.domain.refusals.upon import ActsContradict, RectifiesAnotherAct, UnknownTarget
from organica.domain.resolution import CoverageClaim, Resolution
from tests.makers import (
    ORGANIZATION,
    Book,
    a_day,
    a_function,
    a_post,
    a_post_ref,
    a_resolution,
    a_statement,
    a_unit,
    an_attestation,
    an_item,
    items,
    key_of,
    resolution_of,
)
from tests.support.refusing import refused

HEIR = "cl.faro-nuevo"


def a_book() -> Book:
    """Faros since 2015, renamed in 2018 (act 18) and again in 2020 (act 20)."""
    return Book(
        a_resolution(a_unit("direccion"), a_unit("faros", "direccion")),
        a_resolution(RenameUnit(unit="faros", name="Balizas"), number="18", in_force_from="2018-01-01"),
        a_resolution(RenameUnit(unit="faros", name="Boyas"), number="20", in_force_from="2020-01-01"),
    )


def test_an_act_upon_acts_cannot_be_rectified_into_another_act() -> None:
    book = a_book()
    revoking = Revoke(target=key_of("18", "2018"))
    book.enact(a_resolution(revoking, number="22", in_force_from="2022-01-01", coverage=None))
    to = RenameUnit(unit="faros", name="Otro")
    rectifying = Rectify(target=f"{key_of('22', '2022')}#1", to=to)
    refusal = refused(
        book, a_resolution(rectifying, number="23", in_force_from="2023-01-01"), RectifiesAnotherAct
    )
    assert (refusal.facts["was"], refusal.facts["to"]) == ("revoke", "rename unit")


def test_more_of_a_source_cannot_take_that_very_source_away() -> None:
    book, own = a_book(), key_of("20", "2020")
    for act in (Invalidate(target=own), Revoke(target=own), Suspend(target=own), Resume(target=own)):
        refusal = refused(book, Supplement(ORGANIZATION, own, acts=(act,)), UnknownTarget)
        assert refusal.facts["target"] == own


def test_one_file_cannot_both_suspend_and_revoke_an_act() -> None:
    both = Suspend(target=f"{key_of('20', '2020')}#1"), Revoke(target=f"{key_of('20', '2020')}#1")
    refusal = refused(a_book(), a_resolution(*both, number="22", in_force_from="2022-01-01"), ActsContradict)
    assert refusal.facts["field"] == "force"


def test_a_suspension_that_is_revoked_before_it_begins_never_takes_effect() -> None:
    book = a_book()
    suspending = Suspend(target=key_of("20", "2020"))
    book.enact(a_resolution(suspending, number="24", in_force_from="2024-01-01"))
    revoking = Revoke(target=key_of("24", "2024"))
    book.enact(a_resolution(revoking, number="23", in_force_from="2023-01-01"))
    assert book.history.structure_on(a_day("2025-01-01")).units["faros"].name == "Boyas"


@pytest.mark.parametrize("first", ["boyas", "radas"])
def test_an_attested_parent_stands_although_what_is_above_it_does_not(first: str) -> None:
    book = Book(
        an_attestation(
            *(
                a_statement(unit, {"boyas": "radas", "radas": "muelles"}[unit])
                for unit in (first, "radas" if first == "boyas" else "boyas")
            ),
            a_statement("muelles"),
            number="c1",
        )
    )
    # A norm creates muelles and another one suppresses it: it is no more, and radas hangs from nothing known.
    book.enact(a_resolution(a_unit("muelles"), number="17", in_force_from="2017-01-01"))
    book.enact(
        a_resolution(SuppressUnit(unit="muelles"), number="18", in_force_from="2018-01-01", coverage=None)
    )
    units = book.history.structure_on(a_day("2018-06-01")).units
    assert "muelles" not in units
    assert (units["boyas"].parent, units["radas"].parent) == (under("radas"), UNKNOWN_PARENT)


class TwoOrganizations:
    """One that has Faros with a function, and its heir in 2017: filings folded into both, one after the other."""

    def __init__(self, *before: Resolution) -> None:
        self.enacted: list[Enacted] = []
        self.histories: dict[str, History] = {}
        self._minter = Minter()
        opening = a_resolution(
            StateOrganization(name="Faro Viejo", time_zone="America/Santiago"),
            a_unit("faros", functions=items("a")),
        )
        establishing = EstablishOrganization(name="Faro Nuevo", time_zone="America/Santiago")
        heir = replace(
            a_resolution(establishing, number="h", organization=HEIR),
            coverage=CoverageClaim(complete_under=(HEIR,)),
        )
        succession = a_resolution(Succeed(heir=HEIR), number="17", in_force_from="2017-01-01")
        for filing in (opening, heir, *before, succession):
            self.enact(filing)

    def enact(self, filing: Resolution) -> None:
        fresh = Enacted(len(self.enacted) + 1, filing)
        self.histories = fold_together((ORGANIZATION, HEIR), self.enacted, fresh=fresh, minter=self._minter)
        bound = self.histories[filing.organization].bound
        assert bound is not None
        self.enacted.append(Enacted(fresh.entry, bound))


def test_what_is_revoked_after_a_succession_reaches_the_heir_on_that_day() -> None:
    relabelling = RelabelFunction(function=a_function("faros/a"), label="d")
    both = TwoOrganizations(a_resolution(relabelling, number="16", in_force_from="2016-01-01"))
    revoking = Revoke(target=key_of("16", "2016"))
    both.enact(a_resolution(revoking, number="18", in_force_from="2018-01-01", coverage=None))
    letters = {
        day: both.histories[HEIR].structure_on(a_day(day)).functions["servicio-ficticio-faros.1"].label
        for day in ("2017-12-31", "2018-01-01")
    }
    assert letters == {"2017-12-31": "d", "2018-01-01": "a"}


def test_a_predecessor_cannot_name_what_only_its_heir_has() -> None:
    both, code = TwoOrganizations(), "servicio-ficticio-faros.1"
    suspending = Suspend(target=key_of("17", "2017"))
    both.enact(a_resolution(suspending, number="18", in_force_from="2018-01-01"))
    assigning = AssignFunction(unit="faros", function=an_item("b", code=code))
    with pytest.raises(FunctionNotInForce) as refusal:
        both.enact(a_resolution(assigning, number="19", in_force_from="2019-01-01"))
    assert refusal.value.facts["function"] == code


def test_what_a_norm_abolishes_is_gone_although_an_act_behind_it_lost_its_force_before() -> None:
    said = a_statement("faros", posts=(a_post("Guardia"),))
    book = Book(
        a_resolution(a_unit("faros")),
        a_resolution(said, number="17", in_force_from="2017-01-01"),
        an_attestation(said, in_force_from="2017-06-01"),
        a_resolution(said, number="19", in_force_from="2019-01-01"),
    )
    for year, act in (
        ("2018", Suspend(target=key_of("17", "2017"))),
        ("2020", AbolishPost(post=a_post_ref("faros/Guardia"))),
    ):
        book.enact(a_resolution(act, number=year, in_force_from=f"{year}-01-01", coverage=None))
    posts = [sorted(book.history.structure_on(a_day(f"{year}-06-01")).posts) for year in (2018, 2019, 2020)]
    assert posts == [["faros.p1"], ["faros.p1"], []]


def test_in_a_rectified_list_only_one_item_is_the_function_that_another_names_by_its_code() -> None:
    book = Book(a_resolution(a_unit("faros", functions=items("a b"))))
    listed = (an_item("c", "Tres.", code="faros.1"), an_item("a", "Cuatro."))
    rectifying = Rectify(
        target=f"{resolution_of(book.enacted[0].filing).source.key}#1", to=a_unit("faros", functions=listed)
    )
    book.enact(a_resolution(rectifying, number="16", in_force_from="2016-01-01", coverage=None))
    functions = book.history.structure_on(a_day("2015-06-01")).functions
    assert {code: each.text for code, each in functions.items()} == {"faros.1": "Tres.", "faros.3": "Cuatro."}


def test_two_spellings_of_one_old_name_need_an_order_although_both_mean_one_unit() -> None:
    book = a_book()
    one, other = (CarryOver(name=name, unit="faros") for name in ("Oficina de Boyas", "OFICINA DE BOYAS"))
    of_one_file = a_resolution(one, other, number="21", in_force_from="2021-01-01")
    assert refused(book, of_one_file, ActsContradict).facts["field"] == "name"
    book.enact(a_resolution(one, number="21", in_force_from="2021-01-01"))
    unordered = a_resolution(other, number="22", in_force_from="2021-01-01")
    refusal = refused(book, unordered, UndatedOrder)
    assert (refusal.facts["field"], refusal.facts["target"]) == ("name", "oficina-de-boyas")
    book.enact(replace(unordered, after=(key_of("21", "2021"),)))
    references = book.history.structure_on(a_day("2021-01-01")).references
    assert references["oficina-de-boyas"].name == "OFICINA DE BOYAS"
