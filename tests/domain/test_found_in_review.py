"""What a second reading found wrong of programmes, open questions and corrections, each with the right answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from organica.domain.acts import (
    UNKNOWN_RUNNER,
    Act,
    AmendProgramme,
    EndProgramme,
    EstablishOrganization,
    IndicatorItem,
    Period,
    Rectify,
    RenameUnit,
    ReportIndicator,
    StartProgramme,
    StateProgramme,
    Suspend,
    run_by,
)
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.filings import CorrectedAct, CorrectedFacts
from organica.domain.refusals.ordering import UndatedOrder
from organica.domain.refusals.upon import ActsContradict
from organica.domain.resolution import NotKnown, Resolution
from tests.makers import (
    ORGANIZATION,
    Book,
    a_correction,
    a_day,
    a_resolution,
    a_statement,
    a_supplement,
    a_unit,
    an_attestation,
    items,
    key_of,
)
from tests.support.refusing import refused
from tests.support.replaying_acts import assert_acts_lead_from_day_to_day, effects_of

COURSE, REGISTER = "compradores", "registro"
FOUNDED = a_resolution(
    EstablishOrganization(name="Servicio Ficticio", time_zone="UTC"),
    a_unit("faros", functions=items("a b")),
    a_unit("boyas"),
    StartProgramme(programme=COURSE, name="Compradores Públicos", runner=run_by("faros")),
    StartProgramme(programme=REGISTER, name="Registro"),
)
SIXTEEN, SEVENTEEN = key_of("16", "2016"), key_of("17", "2017")


@pytest.fixture
def book() -> Book:
    return Book(FOUNDED)


def of(year: str, *acts: Act, number: str | None = None) -> Resolution:
    return a_resolution(*acts, number=number or year[2:], in_force_from=f"{year}-01-01", coverage=None)


def a_figure(
    value: str, period: str = "2015", basis: DateBasis = DateBasis.STATED, **more: str
) -> IndicatorItem:
    return IndicatorItem(name="Cursos", value=value, period=Period(on=LegalDate(period, basis)), **more)


def a_report(
    value: str, period: str = "2015", programme: str = COURSE, basis: DateBasis = DateBasis.STATED
) -> ReportIndicator:
    return ReportIndicator(programme=programme, indicator=a_figure(value, period, basis))


def figures(book: Book, day: str) -> dict[str, tuple[str, str]]:
    """Return the programme and the value of every figure by its code."""
    held = book.history.structure_on(a_day(day)).indicators
    return {code: (each.programme, each.value) for code, each in held.items()}


def test_a_report_that_is_rectified_to_another_programme_leaves_the_figures_of_the_first(book: Book) -> None:
    book.enact(of("2016", a_report("1")))
    book.enact(of("2017", a_report("2")))
    rectifying = Rectify(target=f"{SEVENTEEN}#1", to=a_report("2", programme=REGISTER))
    book.enact(of("2018", rectifying))
    assert figures(book, "2018-01-01") == {f"{COURSE}.1": (COURSE, "1"), f"{REGISTER}.1": (REGISTER, "2")}
    assert book.refold().moments == book.history.moments


def test_a_figure_is_that_of_its_period_however_the_register_came_to_the_period(book: Book) -> None:
    book.enact(of("2016", a_report("1", basis=DateBasis.ASSUMED)))
    book.enact(of("2017", a_report("2")))
    assert figures(book, "2017-01-01") == {f"{COURSE}.1": (COURSE, "2")}
    assert book.history.structure_on(a_day("2017-01-01")).indicators[f"{COURSE}.1"].period == Period(
        on=LegalDate("2015")
    )


def test_who_runs_a_programme_and_that_nobody_is_known_to_need_an_order(book: Book) -> None:
    placed = AmendProgramme(programme=COURSE, runner=run_by("boyas"))
    unsaid = AmendProgramme(programme=COURSE, runner=UNKNOWN_RUNNER)
    assert refused(book, of("2016", placed, unsaid), ActsContradict).facts["field"] == "runner"
    book.enact(of("2016", placed))
    assert refused(book, of("2016", unsaid, number="99"), UndatedOrder).facts["field"] == "runner"
    # A statement that does not say who runs it says nothing against the one that does.
    book.enact(of("2016", StateProgramme(programme=COURSE, runner=UNKNOWN_RUNNER), number="99"))
    assert book.history.structure_on(a_day("2016-01-01")).programmes[COURSE].runner == run_by("boyas")


def test_an_attestation_says_nothing_of_a_figure_that_is_rectified_to_another_period(book: Book) -> None:
    book.enact(of("2016", a_report("1")))
    said = StateProgramme(programme=COURSE, indicators=(a_figure("7", note="De 2015."),))
    book.enact(an_attestation(said))
    assert book.history.structure_on(a_day("2016-01-01")).indicators[f"{COURSE}.1"].note == "De 2015."
    book.enact(of("2018", Rectify(target=f"{SIXTEEN}#1", to=a_report("1", period="2014"))))
    assert book.history.structure_on(a_day("2016-01-01")).indicators[f"{COURSE}.1"].note is None


def test_a_question_about_what_is_there_no_more_is_settled_by_more_of_its_source(book: Book) -> None:
    asking = replace(of("2016", a_unit("muelles")), not_known=(NotKnown("¿Quién?", unit="muelles"),))
    book.enact(asking)
    book.enact(a_correction(CorrectedAct("1", drop=True), source=SIXTEEN))
    book.enact(replace(a_supplement(source=SIXTEEN), answers=(f"{SIXTEEN}#1",)))
    moment = book.history.moment_on(a_day("2016-01-01"))
    assert moment is not None
    assert moment.coverage.gaps == ()


@pytest.mark.parametrize(
    "facts",
    [
        CorrectedFacts(citation_printed="Resolución exenta 16, de 2016"),
        CorrectedFacts(signed_on=LegalDate("2015-12-30")),
        CorrectedFacts(in_force_from=LegalDate("2016-02-01")),
    ],
    ids=["citation", "signing", "day"],
)
def test_facts_are_corrected_although_more_of_the_source_said_otherwise(
    book: Book, facts: CorrectedFacts
) -> None:
    book.enact(of("2016", RenameUnit(unit="faros", name="Uno")))
    book.enact(a_supplement(RenameUnit(unit="faros", name="Dos"), source=SIXTEEN))
    book.enact(a_correction(source=SIXTEEN, facts=facts))
    assert book.history.structure_on(a_day("2016-06-01")).units["faros"].name == "Dos"


def test_two_whole_lists_that_a_correction_brings_onto_one_day_contradict_each_other(book: Book) -> None:
    later = replace(a_statement("faros", functions=items("a")), in_force_from=LegalDate("2017-01-01"))
    book.enact(of("2016", a_statement("faros", functions=items("a b")), later))
    correcting = a_correction(source=SIXTEEN, facts=CorrectedFacts(in_force_from=LegalDate("2017-01-01")))
    assert refused(book, correcting, ActsContradict).facts["field"] == "functions"


def test_a_figure_whose_programme_ended_before_its_period_makes_no_change_point_and_no_effect(
    book: Book,
) -> None:
    book.enact(of("2016", a_report("1", "2018")))
    assert a_day("2019-01-01") in {moment.day for moment in book.history.moments}
    book.enact(of("2017", EndProgramme(programme=COURSE)))
    days = [a_day(f"{year}-01-01") for year in (2015, 2016, 2017)]
    assert [moment.day for moment in book.history.moments] == days
    assert [each.day for each in effects_of(book.enacted, ORGANIZATION)][-1] == days[-1]
    # While the end has no force, the figure is told after all.
    book.enact(of("2018", Suspend(target=SEVENTEEN)))
    assert figures(book, "2019-01-01") == {f"{COURSE}.1": (COURSE, "1")}
    assert [each.day for each in effects_of(book.enacted, ORGANIZATION)][-1] == a_day("2019-01-01")


def test_the_acts_between_two_days_lead_from_one_to_the_other_with_figures_reported_ahead(book: Book) -> None:
    book.enact(of("2016", a_report("1", "2018"), a_report("2", "2014")))
    stated = StateProgramme(programme=REGISTER, indicators=(a_figure("3", "2017"), a_figure("4", "2016")))
    book.enact(of("2017", stated))
    book.enact(of("2019", EndProgramme(programme=COURSE)))
    days = [a_day(day) for day in ("2015-06-01", "2016-06-01", "2017-06-01", "2018-06-01", "2020-01-01")]
    assert assert_acts_lead_from_day_to_day(book, days) > 0
