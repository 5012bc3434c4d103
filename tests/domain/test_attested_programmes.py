"""What attestations say of programmes: they fill what norms leave open, and give way."""

from __future__ import annotations

import pytest

from organica.domain.acts import (
    UNKNOWN_RUNNER,
    Act,
    EndProgramme,
    Financing,
    Party,
    ReportIndicator,
    StateProgramme,
    SuppressUnit,
    run_by,
)
from organica.domain.change import ChangeKind
from organica.domain.refusals.matters import CannotAttest
from tests.domain.programme_cases import (
    COURSE,
    FOUNDED,
    a_figure,
    a_start,
    changed,
    figures,
    on,
    then,
)
from tests.makers import (
    Book,
    an_attestation,
)
from tests.support.refusing import refused


@pytest.fixture
def book() -> Book:
    return Book(FOUNDED)


def test_an_attestation_fills_what_a_norm_does_not_say_of_a_programme(book: Book) -> None:
    book.enact(then(a_start(objective="Formar.", audience=("Compradores",))))
    partner = Party("Agencia Ficticia", "int.agencia", "asistencia técnica")
    paid = Financing("Banco Ficticio", amount="0250.50", currency="USD")
    said = StateProgramme(
        programme=COURSE,
        name="Otro nombre",
        objective="Otro objetivo.",
        audience=("Otros",),
        runner=run_by("faros"),
        partners=(partner,),
        financing=(paid,),
        indicators=(a_figure("57", period="2015"),),
    )
    book.enact(an_attestation(said))
    found = on(book, "2016-01-01").programmes[COURSE]
    assert (found.name, found.objective, found.audience) == (
        "Compradores Públicos",
        "Formar.",
        ("Compradores",),
    )
    assert (found.runner, found.partners) == (run_by("faros"), (partner,))
    assert found.financing == (Financing("Banco Ficticio", amount="250.5", currency="USD"),)
    assert figures(book, "2016-01-01") == [("compradores.1", "57", "2015")]
    assert [basis.source.split("/")[2] for basis in found.legal_basis] == ["resolucion-exenta", "constancia"]


def test_an_attested_programme_and_its_figures_give_way_to_a_norms(book: Book) -> None:
    told = (a_figure("57", period="2015"), a_figure("9", "Talleres", "2015"))
    book.enact(an_attestation(StateProgramme(programme=COURSE, name="Formación", indicators=told)))
    assert on(book, "2016-01-01").programmes[COURSE].name == "Formación"
    report = ReportIndicator(programme=COURSE, indicator=a_figure("60", period="2015"))
    book.enact(then(a_start(), report, number="3", day="2017-01-01"))
    assert on(book, "2017-01-01").programmes[COURSE].name == "Compradores Públicos"
    assert sorted(held.value for held in on(book, "2017-01-01").indicators.values()) == ["60", "9"]
    book.enact(then(EndProgramme(programme=COURSE), number="4", day="2018-01-01"))
    assert on(book, "2018-01-01").programmes == {}
    assert figures(book, "2018-01-01") == []


def test_an_attested_programme_whose_unit_a_norm_ended_is_run_by_nobody_known(book: Book) -> None:
    book.enact(an_attestation(StateProgramme(programme=COURSE, name="Formación", runner=run_by("boyas"))))
    book.enact(then(SuppressUnit(unit="boyas"), number="3", day="2017-01-01"))
    assert on(book, "2016-12-31").programmes[COURSE].runner == run_by("boyas")
    assert on(book, "2017-01-01").programmes[COURSE].runner == UNKNOWN_RUNNER
    assert changed(book, "2016-12-31", "2017-01-01") == [
        (ChangeKind.UNIT_SUPPRESSED, "boyas", "Departamento Boyas", None),
        (ChangeKind.PROGRAMME_MOVED, COURSE, "boyas", "unknown"),
    ]


@pytest.mark.parametrize("act", [a_start(), EndProgramme(programme=COURSE)], ids=["start", "end"])
def test_an_attestation_orders_nothing_of_a_programme(book: Book, act: Act) -> None:
    refused(book, an_attestation(act), CannotAttest)
