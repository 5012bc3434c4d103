"""The model of the law is no empty shell: histories by hand, with what it must say of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from organica.domain.acts import (
    Act,
    EndProgramme,
    IndicatorItem,
    Invalidate,
    MergeUnits,
    MoveUnit,
    Period,
    Rectify,
    RelabelFunction,
    RenameUnit,
    ReportIndicator,
    Resume,
    Revoke,
    Succeed,
    SuppressUnit,
    Suspend,
    under,
)
from organica.domain.dates import LegalDate
from organica.domain.filings import CorrectedAct, CorrectedFacts, Correction, Filing, Supplement, Withholding
from organica.domain.resolution import EntryKind, Resolution, SourceContents
from tests.makers import (
    a_correction,
    a_function,
    a_resolution,
    a_statement,
    an_appointment,
    an_attestation,
    items,
    key_of,
)
from tests.support.law import Law, Verdict
from tests.support.law.opening import HEIR, OWN, openings

JUNE = date(2001, 6, 1)
FIRST = key_of("1", "2000")


def a_law(*filings: Filing) -> Law:
    """Dirección, with Archivo and Faros (functions a and b, two posts), and Boyas below Faros; since 2000."""
    law = Law()
    for filing in (*openings(), *filings):
        assert law.judge(filing).must == frozenset()
        law.accept(filing)
    return law


def later(*acts: Act, year: str = "2001", after: tuple[str, ...] = ()) -> Resolution:
    return a_resolution(*acts, number=year[2:], in_force_from=f"{year}-01-01", after=after, coverage=None)


def test_it_draws_the_picture_of_a_day() -> None:
    picture = a_law().on(OWN, JUNE)
    assert {code: unit["parent"] for code, unit in picture["units"].items()} == {
        "direccion": ("root", None),
        "archivo": ("known", "direccion"),
        "faros": ("known", "direccion"),
        "boyas": ("known", "faros"),
    }
    assert {code: held["label"] for code, held in picture["functions"].items()} == {
        "faros.1": "a",
        "faros.2": "b",
    }
    assert picture["appointments"]["direccion.p1.1"]["holder"] == "Ana Marejada"
    assert (picture["certain"], picture["coverage"]) == (True, {(OWN, "complete")})
    before = a_law().on(OWN, date(1999, 12, 31))
    assert (before["units"], before["coverage"]) == ({}, set())


@pytest.mark.parametrize(
    ("acts", "code"),
    [
        ([SuppressUnit(unit="faros")], "unit_has_children"),
        ([MoveUnit(unit="faros", parent=under("boyas"))], "parent_cycle"),
        ([RelabelFunction(function=a_function("faros/a"), label="b")], "label_twice"),
        ([RelabelFunction(function=a_function("faros/c"), label="d")], "function_not_in_force"),
        ([RenameUnit(unit="faros", name=name) for name in ("Uno", "Dos")], "acts_contradict"),
        ([a_statement("archivo", functions=items(labels)) for labels in ("a", "a b")], "acts_contradict"),
        ([Resume(target=FIRST)], "nothing_suspended"),
        ([Revoke(target=f"{FIRST}#4")], "unit_has_functions"),
        ([Succeed(heir="cl.nadie")], "heir_not_in_force"),
        ([MergeUnits(units=("faros",), into="muelles")], "unit_not_in_force"),
    ],
)
def test_it_refuses_what_no_law_can_order(acts: list[Act], code: str) -> None:
    law = a_law()
    verdict = law.judge(later(*acts))
    if code == "unit_has_functions":
        # What the revoked act brought in goes with it: only Boyas is left without a parent.
        assert verdict.must == {"unit_has_children"}
    else:
        assert code in verdict.must


def test_it_swaps_two_letters_by_what_the_paths_meant_before_the_file() -> None:
    swap = [RelabelFunction(function=a_function(f"faros/{old}"), label=new) for old, new in ("ab", "ba")]
    functions = a_law(later(*swap)).on(OWN, JUNE)["functions"]
    assert {code: held["label"] for code, held in functions.items()} == {"faros.1": "b", "faros.2": "a"}


def test_a_back_dated_act_that_takes_the_ground_from_a_later_one_is_refused() -> None:
    law = a_law(later(RenameUnit(unit="boyas", name="Balizas")))
    assert law.judge(later(SuppressUnit(unit="boyas"), year="2000", after=(FIRST,))).must == {
        "later:unit_not_in_force"
    }


def test_two_sources_of_one_day_need_an_order() -> None:
    law = a_law(later(RenameUnit(unit="faros", name="Uno")))
    other = replace(later(RenameUnit(unit="faros", name="Dos")), after=())
    other = replace(other, source=replace(other.source, number="99"))
    assert law.judge(other).must == {"order_unknown"}
    assert law.judge(replace(other, after=(key_of("01", "2001"),))) == Verdict()


def test_two_whole_lists_that_a_correction_brings_onto_one_day_contradict_each_other() -> None:
    second = replace(a_statement("archivo", functions=items("a")), in_force_from=LegalDate("2002-01-01"))
    law = a_law(later(a_statement("archivo", functions=items("a b")), second))
    facts = CorrectedFacts(in_force_from=LegalDate("2002-01-01"))
    assert law.judge(a_correction(source=key_of("01", "2001"), facts=facts)).must == {"acts_contradict"}


def test_it_takes_acts_away_for_a_time_or_for_all_days() -> None:
    law = a_law(later(RenameUnit(unit="faros", name="Balizas")))
    target = f"{key_of('01', '2001')}#1"
    names = []
    for act, year in ((Suspend(target=target), "2002"), (Resume(target=target), "2003")):
        law.judge(filing := later(act, year=year))
        law.accept(filing)
    names = [law.on(OWN, date(year, 6, 1))["units"]["faros"]["name"] for year in (2000, 2001, 2002, 2003)]
    assert names == ["Faros", "Balizas", "Faros", "Balizas"]
    law.judge(filing := later(Invalidate(target=target), year="2004"))
    law.accept(filing)
    assert law.on(OWN, date(2001, 6, 1))["units"]["faros"]["name"] == "Faros"
    assert law.on(OWN, date(2001, 6, 1), entry=5)["units"]["faros"]["name"] == "Balizas"


def test_it_reads_an_act_as_it_was_rectified_or_corrected() -> None:
    renaming = later(RenameUnit(unit="faros", name="Balizas"))
    to = RenameUnit(unit="faros", name="Boyas y balizas")
    rectified = a_law(renaming, later(Rectify(target=f"{key_of('01', '2001')}#1", to=to), year="2002"))
    assert rectified.on(OWN, JUNE)["units"]["faros"]["name"] == "Boyas y balizas"
    dropped = Correction(OWN, key_of("01", "2001"), "Errata.", acts=(CorrectedAct("1", drop=True),))
    assert a_law(renaming, dropped).on(OWN, JUNE)["units"]["faros"]["name"] == "Faros"


def test_an_attestation_gives_way_to_a_norm() -> None:
    attested = an_attestation(a_statement("faros", None, objective="Alumbrar."), in_force_from="2001-01-01")
    picture = a_law(attested).on(OWN, JUNE)
    assert (picture["units"]["faros"]["name"], picture["units"]["faros"]["objective"]) == (
        "Faros",
        "Alumbrar.",
    )


def test_a_withheld_name_is_shown_at_no_entry() -> None:
    appointing = later(an_appointment("faros/head", "Bruno Salina"))
    law = a_law(appointing, Withholding(OWN, "Solicitud.", ("faros.p1.1",)))
    for entry in (3, 4):
        assert law.on(OWN, JUNE, entry=entry)["appointments"]["faros.p1.1"]["holder"] is None


def test_a_succession_carries_units_under_free_codes() -> None:
    law = a_law(later(Succeed(heir=HEIR)))
    assert law.on(OWN, JUNE)["units"] == {}
    units = law.on(HEIR, JUNE)["units"]
    assert {code: unit["parent"][1] for code, unit in units.items()} == {
        "archivo": None,
        "archivo-servicio-ficticio": "direccion",
        "direccion": None,
        "faros": "direccion",
        "boyas": "faros",
    }


def test_a_figure_is_known_when_its_period_is_over_and_goes_with_its_programme() -> None:
    figure = IndicatorItem(name="Rescates", value="12", period=Period(on=LegalDate("2002")))
    reporting = later(ReportIndicator(programme="guardacostas", indicator=figure))
    law = a_law(reporting, later(EndProgramme(programme="guardacostas"), year="2004"))
    figures = [law.on(OWN, date(year, 1, 1))["indicators"].keys() for year in (2002, 2003, 2004)]
    assert figures == [set(), {"guardacostas.1"}, set()]


def test_the_heir_of_a_merger_runs_the_programmes_and_nobody_suppresses_a_unit_that_does() -> None:
    law = a_law()
    assert law.judge(later(SuppressUnit(unit="archivo"))).must == {"unit_has_programmes"}
    merged = a_law(later(MergeUnits(units=("archivo",), into="boyas")))
    assert merged.on(OWN, JUNE)["programmes"]["guardacostas"]["runner"] == ("unit", "boyas")


def test_what_is_only_proposed_changes_nothing_and_is_refused_where_the_norm_would_be() -> None:
    norm = later(RenameUnit(unit="boyas", name="Balizas"))
    proposal = replace(
        norm, kind=EntryKind.PROPOSAL, source=replace(norm.source, normative=False, proposal=True)
    )
    assert a_law(proposal).on(OWN, JUNE) == a_law().on(OWN, JUNE)
    renaming = replace(proposal, acts=(RenameUnit(unit="muelles", name="Balizas"),))
    assert a_law().judge(renaming).must == {"unit_not_in_force"}


def test_a_source_whose_contents_are_not_at_hand_is_named_until_more_of_it_comes() -> None:
    unread = replace(later(), contents=SourceContents.NOT_AT_HAND)
    key = unread.source.key
    assert a_law(unread).on(OWN, JUNE)["not_at_hand"] == {key}
    more = Supplement(OWN, key, (RenameUnit(unit="boyas", name="Balizas"),))
    assert a_law(unread, more).on(OWN, JUNE)["not_at_hand"] == set()
