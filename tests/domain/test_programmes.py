"""Programmes and services: what acts do to them, who runs them, and when an act on them is refused."""

from __future__ import annotations

import pytest

from organica.domain.acts import (
    THE_ORGANIZATION,
    UNKNOWN_RUNNER,
    AmendProgramme,
    Channel,
    DissolveOrganization,
    EndProgramme,
    EstablishOrganization,
    FunctionRef,
    MergeUnits,
    ProgrammeType,
    Rectify,
    RemoveFunction,
    ReportIndicator,
    Resume,
    Revoke,
    StartProgramme,
    StateProgramme,
    SuppressUnit,
    Suspend,
    run_by,
)
from organica.domain.change import ChangeKind
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.ids import BadCode
from organica.domain.refusals.functions import FunctionNotInForce
from organica.domain.refusals.matters import ActChangesNothing, OutsideCoverage
from organica.domain.refusals.ordering import UndatedOrder
from organica.domain.refusals.programmes import (
    ProgrammeCodeUsedBefore,
    ProgrammeEnded,
    ProgrammeExists,
    ProgrammeFunctionTwice,
    ProgrammeIncomplete,
    ProgrammeNotInForce,
    UnitHasProgrammes,
)
from organica.domain.refusals.units import UnitNotInForce
from organica.domain.refusals.upon import ActsContradict
from organica.domain.resolution import CoverageClaim, Resolution
from organica.domain.source import BasisRole
from organica.domain.states import Noun
from tests.domain.programme_cases import (
    COURSE,
    FOUNDED,
    REGISTER,
    a_figure,
    a_start,
    changed,
    figures,
    on,
    then,
)
from tests.makers import (
    Book,
    a_function,
    a_resolution,
    a_unit,
    an_attestation,
    key_of,
)
from tests.support.refusing import refused


@pytest.fixture
def book() -> Book:
    return Book(FOUNDED)


def test_a_norm_starts_amends_and_ends_a_programme(book: Book) -> None:
    book.enact(then(a_start(kind="Programa piloto", runner=run_by("faros"), audience=("Compradores",))))
    wider = AmendProgramme(programme=COURSE, audience=("Compradores", "Proveedores"), runner=run_by("boyas"))
    book.enact(then(wider, number="3", day="2017-01-01"))
    book.enact(then(EndProgramme(programme=COURSE), number="4", day="2018-01-01"))
    assert on(book, "2015-12-31").programmes == {}
    first, second = (on(book, day).programmes[COURSE] for day in ("2016-01-01", "2017-01-01"))
    assert (first.type, first.kind, first.name) == (
        ProgrammeType.PROGRAMME,
        "Programa piloto",
        "Compradores Públicos",
    )
    assert (first.runner, first.audience) == (run_by("faros"), ("Compradores",))
    assert first.born == LegalDate("2016-01-01")
    assert (second.runner, second.audience) == (run_by("boyas"), ("Compradores", "Proveedores"))
    assert [basis.role for basis in second.legal_basis] == [BasisRole.GRANTS, BasisRole.AMENDS]
    assert set(second.legal_basis[1].changed) == {"runner", "audience"}
    assert on(book, "2018-01-01").programmes == {}
    assert changed(book, "2016-12-31", "2017-01-01") == [
        (ChangeKind.PROGRAMME_MOVED, COURSE, "faros", "boyas"),
        (ChangeKind.PROGRAMME_CHANGED, COURSE, "Compradores", "Compradores, Proveedores"),
    ]
    assert changed(book, "2017-12-31", "2018-01-01") == [
        (ChangeKind.PROGRAMME_ENDED, COURSE, "Compradores Públicos", None)
    ]


def test_a_statement_creates_changes_and_confirms_without_claiming_a_birth(book: Book) -> None:
    channel = Channel("Aula virtual", "https://ejemplo.cl/aula")
    stated = StateProgramme(programme=COURSE, name="Compradores", channels=(channel,), acronym="CP")
    book.enact(then(stated))
    moved = StateProgramme(programme=COURSE, runner=THE_ORGANIZATION, channels=())
    book.enact(then(moved, number="3", day="2017-01-01"))
    again = StateProgramme(programme=COURSE, name="Compradores", runner=UNKNOWN_RUNNER)
    book.enact(then(again, number="4", day="2018-01-01"))
    first, second, third = (on(book, f"{year}-01-01").programmes[COURSE] for year in (2016, 2017, 2018))
    assert first.born == LegalDate("2016-01-01", DateBasis.SINCE_AT_LEAST)
    assert (first.type, first.runner, first.channels) == (
        ProgrammeType.PROGRAMME,
        UNKNOWN_RUNNER,
        (channel,),
    )
    assert (second.runner, second.channels, second.acronym) == (THE_ORGANIZATION, (), "CP")
    assert third.runner == THE_ORGANIZATION
    assert [basis.role for basis in third.legal_basis] == [
        BasisRole.GRANTS,
        BasisRole.AMENDS,
        BasisRole.RESTATES,
    ]
    assert third.since == second.since
    assert [change[0] for change in changed(book, "2015-12-31", "2016-01-01")] == [
        ChangeKind.PROGRAMME_STATED
    ]


def test_a_programme_names_functions_by_path_and_keeps_their_codes(book: Book) -> None:
    refs = (a_function("faros/b"), a_function(code="faros.1"))
    entry = book.enact(then(a_start(functions=refs)))
    assert isinstance(entry.filing, Resolution)
    [act] = entry.filing.acts
    assert isinstance(act, StartProgramme)
    assert [ref.bound for ref in act.functions] == ["faros.2", "faros.1"]
    book.enact(then(RemoveFunction(function=a_function("faros/b")), number="3", day="2017-01-01"))
    # What the act names stays as it names it; whoever reads is told that it is no longer in force.
    assert on(book, "2017-01-01").programmes[COURSE].functions == ("faros.2", "faros.1")


def test_acts_upon_acts_work_on_programmes_as_on_all(book: Book) -> None:
    report = ReportIndicator(programme=COURSE, indicator=a_figure("57", period="2018"))
    book.enact(then(a_start(functions=(a_function("faros/a"),)), report))
    source = key_of("2", "2016")
    mended = a_start(functions=(a_function("faros/a"), a_function("faros/b")), acronym="CP")
    book.enact(then(Rectify(target=f"{source}#1", to=mended), number="3", day="2017-01-01"))
    assert on(book, "2016-01-01").programmes[COURSE].functions == ("faros.1", "faros.2")
    other = ReportIndicator(programme=COURSE, indicator=a_figure("75", period="2018"))
    book.enact(then(Rectify(target=f"{source}#2", to=other), number="4", day="2017-02-01"))
    assert figures(book, "2019-01-01") == [("compradores.1", "75", "2018")]
    book.enact(then(Suspend(target=f"{source}#2"), number="5", day="2018-01-01"))
    assert figures(book, "2019-01-01") == []
    book.enact(then(Resume(target=f"{source}#2"), number="6", day="2020-01-01"))
    assert figures(book, "2020-01-01") == [("compradores.1", "75", "2018")]
    book.enact(then(Revoke(target=source), number="7", day="2021-01-01"))
    assert on(book, "2021-01-01").programmes == {}
    assert on(book, "2020-12-31").programmes[COURSE].acronym == "CP"


def test_merged_units_hand_their_programmes_to_the_heir(book: Book) -> None:
    book.enact(then(a_start(runner=run_by("boyas"))))
    book.enact(then(MergeUnits(units=("boyas",), into="faros"), number="3", day="2017-01-01"))
    assert on(book, "2017-01-01").programmes[COURSE].runner == run_by("faros")


def test_programmes_end_with_their_organization(book: Book) -> None:
    book.enact(then(a_start(), ReportIndicator(programme=COURSE, indicator=a_figure(period="2015"))))
    gone = [RemoveFunction(function=a_function(f"faros/{label}")) for label in "ab"]
    units = [SuppressUnit(unit=unit) for unit in ("boyas", "faros")]
    book.enact(then(DissolveOrganization(), *gone, *units, number="3", day="2017-01-01"))
    assert (on(book, "2017-01-01").programmes, on(book, "2017-01-01").indicators) == ({}, {})
    assert on(book, "2017-01-01").ended(Noun.PROGRAMME, COURSE)


def test_a_unit_that_runs_a_programme_is_not_suppressed_alone(book: Book) -> None:
    book.enact(then(a_start(runner=run_by("boyas"))))
    alone = then(SuppressUnit(unit="boyas"), number="3", day="2017-01-01")
    assert refused(book, alone, UnitHasProgrammes).facts["programmes"] == (COURSE,)
    placed = AmendProgramme(programme=COURSE, runner=run_by("faros"))
    book.enact(then(SuppressUnit(unit="boyas"), placed, number="3", day="2017-01-01"))
    assert on(book, "2017-01-01").programmes[COURSE].runner == run_by("faros")


@pytest.mark.parametrize("attested", [False, True])
def test_a_unit_that_does_not_exist_runs_nothing(book: Book, attested: bool) -> None:
    stated = StateProgramme(programme=COURSE, name="Formación", runner=run_by("balizas"))
    filing = an_attestation(stated) if attested else then(stated)
    assert refused(book, filing, UnitNotInForce).facts["unit"] == "balizas"


def test_a_unit_that_runs_a_programme_must_be_covered() -> None:
    book = Book(a_resolution(a_unit("faros"), coverage=CoverageClaim(complete_under=("faros",))))
    book.enact(then(a_start(runner=run_by("faros"))))
    later = AmendProgramme(programme=COURSE, name="Otro", runner=THE_ORGANIZATION)
    book.enact(a_resolution(later, number="3", in_force_from="2017-01-01", coverage=None))
    bare = Book(a_resolution(EstablishOrganization(name="Servicio", time_zone="UTC"), coverage=None))
    bare.enact(a_resolution(a_start(), number="2", in_force_from="2016-01-01", coverage=None))
    assert on(bare, "2016-01-01").programmes[COURSE].runner == UNKNOWN_RUNNER
    unit = a_resolution(
        a_unit("faros"), a_start(REGISTER), number="3", in_force_from="2017-01-01", coverage=None
    )
    refused(bare, unit, OutsideCoverage)


def test_acts_on_programmes_that_are_not_there_are_refused(book: Book) -> None:
    for act in (
        AmendProgramme(programme=COURSE, name="Otro"),
        EndProgramme(programme=COURSE),
        ReportIndicator(programme=COURSE, indicator=a_figure()),
    ):
        assert refused(book, then(act), ProgrammeNotInForce).facts["programme"] == COURSE
    book.enact(then(a_start()))
    book.enact(then(EndProgramme(programme=COURSE), number="3", day="2017-01-01"))
    late = then(AmendProgramme(programme=COURSE, name="Otro"), number="4", day="2018-01-01")
    assert refused(book, late, ProgrammeEnded).facts["ended"] == "2017-01-01"


def test_a_code_is_given_to_one_programme_for_ever(book: Book) -> None:
    book.enact(then(a_start()))
    refused(book, then(a_start(), number="3", day="2017-01-01"), ProgrammeExists)
    book.enact(then(EndProgramme(programme=COURSE), number="3", day="2017-01-01"))
    for act in (a_start(), StateProgramme(programme=COURSE, name="Otro")):
        refused(book, then(act, number="4", day="2018-01-01"), ProgrammeCodeUsedBefore)


def test_a_new_programme_needs_a_name(book: Book) -> None:
    refused(book, then(StateProgramme(programme=COURSE)), ProgrammeIncomplete)


def test_an_amendment_that_changes_nothing_is_refused(book: Book) -> None:
    book.enact(then(a_start()))
    same = then(AmendProgramme(programme=COURSE, name="Compradores Públicos"), number="3", day="2017-01-01")
    assert refused(book, same, ActChangesNothing).facts["target"] == COURSE


def test_functions_that_nobody_has_or_that_are_named_twice_are_refused(book: Book) -> None:
    missing = then(a_start(functions=(a_function("faros/z"),)))
    assert refused(book, missing, FunctionNotInForce).facts["function"] == "faros/z"
    twice = then(a_start(functions=(a_function("faros/a"), FunctionRef(code="faros.1"))))
    assert refused(book, twice, ProgrammeFunctionTwice).facts["function"] == "faros.1"


def test_two_sources_of_one_day_that_differ_on_a_programme_need_an_order(book: Book) -> None:
    book.enact(then(StateProgramme(programme=COURSE, name="Formación")))
    other = then(StateProgramme(programme=COURSE, name="Otra"), number="3")
    assert refused(book, other, UndatedOrder).facts["target"] == COURSE
    figure = StateProgramme(programme=REGISTER, name="Registro", indicators=(a_figure("1", period="2015"),))
    book.enact(then(figure, number="4"))
    wrong = ReportIndicator(programme=REGISTER, indicator=a_figure("2", period="2015"))
    assert refused(book, then(wrong, number="5"), UndatedOrder).facts["field"] == "value"
    split = then(
        StateProgramme(programme=COURSE, name="Una"),
        StateProgramme(programme=COURSE, name="Otra"),
        number="6",
        day="2017-01-01",
    )
    assert refused(book, split, ActsContradict).facts["field"] == "name"


def test_the_code_of_a_programme_keeps_its_grammar() -> None:
    with pytest.raises(BadCode):
        a_start("Compradores Públicos")
