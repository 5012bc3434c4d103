"""What the model of the law found wrong of programmes in the register: each small, with the right outcome."""

from __future__ import annotations

from dataclasses import replace

from organica.domain.acts import (
    Act,
    DissolveOrganization,
    EstablishOrganization,
    IndicatorItem,
    MergeUnits,
    Period,
    Rectify,
    ReportIndicator,
    StartProgramme,
    StateProgramme,
    SuppressUnit,
    run_by,
)
from organica.domain.dates import LegalDate
from organica.domain.filings import Enacted
from organica.domain.history import fold
from organica.domain.refusals.ordering import LaterActNoLongerApplies, UndatedOrder
from organica.domain.refusals.organizations import OrganizationEnded
from organica.domain.refusals.upon import ActsContradict
from organica.domain.resolution import Resolution
from organica.register.proposed import folded_as
from tests.makers import ORGANIZATION, Book, a_day, a_proposal, a_resolution, a_unit, key_of
from tests.support.refusing import refused

COURSE = "compradores"
FOUNDED = a_resolution(
    EstablishOrganization(name="Servicio Ficticio", time_zone="UTC"),
    a_unit("faros"),
    a_unit("boyas"),
    StartProgramme(programme=COURSE, name="Compradores Públicos"),
)


def then(*acts: Act, number: str, day: str) -> Resolution:
    return a_resolution(*acts, number=number, in_force_from=day, coverage=None)


def a_report(value: str, period: str) -> ReportIndicator:
    figure = IndicatorItem(name="Cursos", value=value, period=Period(on=LegalDate(period)))
    return ReportIndicator(programme=COURSE, indicator=figure)


def figures(book: Book, day: str) -> dict[str, str]:
    return {code: each.value for code, each in book.history.structure_on(a_day(day)).indicators.items()}


def test_no_programme_is_started_after_its_organization_has_ended() -> None:
    book = Book(FOUNDED)
    ends: tuple[Act, ...] = (
        DissolveOrganization(),
        *(SuppressUnit(unit=unit) for unit in ("faros", "boyas")),
    )
    book.enact(then(*ends, number="17", day="2017-01-01"))
    for act in (
        StartProgramme(programme="tarde", name="Demasiado tarde"),
        StateProgramme(programme="tarde", name="Demasiado tarde"),
    ):
        refusal = refused(book, then(act, number="18", day="2018-01-01"), OrganizationEnded)
        assert refusal.facts["ended"] == "2017-01-01"


def test_two_reports_of_a_figure_that_is_not_known_yet_need_an_order() -> None:
    book = Book(FOUNDED)
    of_one_file = then(a_report("1", "2019"), a_report("2", "2019"), number="16", day="2016-01-01")
    assert refused(book, of_one_file, ActsContradict).facts["field"] == "value"
    book.enact(then(a_report("1", "2019"), number="16", day="2016-01-01"))
    unordered = then(a_report("2", "2019"), number="17", day="2016-01-01")
    assert refused(book, unordered, UndatedOrder).facts["field"] == "value"
    book.enact(replace(unordered, after=(key_of("16", "2016"),)))
    assert figures(book, "2020-01-01") == {f"{COURSE}.1": "2"}


def test_a_figure_says_what_the_later_act_reports_whichever_was_entered_first() -> None:
    book = Book(FOUNDED)
    book.enact(then(a_report("2", "2019"), number="18", day="2018-01-01"))
    book.enact(then(a_report("1", "2019"), number="17", day="2017-01-01"))
    assert list(figures(book, "2020-01-01").values()) == ["2"]


def test_a_report_that_a_back_dated_one_takes_the_ground_from_is_named() -> None:
    book = Book(FOUNDED)
    book.enact(then(a_report("1", "2014"), number="16", day="2016-01-01"))
    book.enact(then(a_report("2", "2014"), number="18", day="2018-01-01"))
    rectifying = Rectify(target=f"{key_of('18', '2018')}#1", to=a_report("2", "2019"))
    book.enact(then(rectifying, number="19", day="2019-01-01"))
    # From 2020 on the figure that was one of 2014 would be one of 2019, of which there would be another.
    refusal = refused(
        book, then(a_report("3", "2019"), number="17", day="2017-01-01"), LaterActNoLongerApplies
    )
    assert (refusal.facts["cause"], refusal.facts["later_source"]) == (
        "indicator_twice",
        key_of("18", "2018"),
    )


def test_a_programme_that_a_file_gives_to_a_unit_and_merges_away_is_run_by_the_heir() -> None:
    book = Book(FOUNDED)
    starting = StartProgramme(programme="balizas", name="Balizas", runner=run_by("boyas"))
    merging = MergeUnits(units=("boyas",), into="faros")
    book.enact(then(starting, merging, number="17", day="2017-01-01"))
    assert book.history.structure_on(a_day("2017-01-01")).programmes["balizas"].runner == run_by("faros")


def test_a_figure_that_is_proposed_would_be_known_when_its_period_is_over() -> None:
    proposed = folded_as(a_proposal(a_report("1", "2019"), in_force_from="2018-01-01"))
    enacted = [Enacted(1, FOUNDED)]
    history = fold(ORGANIZATION, enacted, fresh=Enacted(2, proposed))
    known = [len(history.structure_on(a_day(day)).indicators) for day in ("2019-12-31", "2020-01-01")]
    assert known == [0, 1]
