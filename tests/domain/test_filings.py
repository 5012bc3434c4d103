"""Filings that are no law: what a supplement, a correction and a mapping do to what is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from organica.domain.acts import (
    UNKNOWN_RUNNER,
    Act,
    Invalidate,
    Rectify,
    RenameUnit,
    StartProgramme,
    SuppressUnit,
)
from organica.domain.external_ids import ExternalIdSpan, external_ids
from organica.domain.filings import (
    CorrectedAct,
    CorrectedFacts,
    Correction,
    ExternalId,
    IdMapping,
    NotOneOf,
    Supplement,
)
from organica.domain.refusals.external_ids import (
    ExternalIdChangesNothing,
    ExternalIdNotHeld,
    ExternalIdTaken,
    NothingByThatCode,
)
from organica.domain.refusals.matters import CoverageOfNothing, OutsideCoverage
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.refusals.upon import (
    ChangesNothing,
    RectifiesAnotherAct,
    UnknownSupplementedSource,
    UnknownTarget,
)
from organica.domain.resolution import CoverageClaim, Resolution
from organica.domain.source import BasisRole
from organica.domain.states import Noun
from tests.makers import ORGANIZATION, Book, a_date, a_day, a_resolution, a_unit, an_assignment, items, key_of
from tests.support.refusing import refused

FIRST = key_of("1", "2015")
E_18 = key_of("18", "2018")


def a_book() -> Book:
    """Faros under Dirección since 2015, renamed in 2018."""
    return Book(
        a_resolution(a_unit("direccion"), a_unit("faros", "direccion", functions=items("a"))),
        later(RenameUnit(unit="faros", name="Balizas"), year="2018"),
    )


def later(*acts: Act, year: str) -> Resolution:
    return a_resolution(*acts, number=year[2:], in_force_from=f"{year}-01-01", coverage=None)


def a_supplement(*acts: Act, source: str = FIRST, coverage: CoverageClaim | None = None) -> Supplement:
    return Supplement(ORGANIZATION, source, acts=acts, coverage=coverage)


def a_correction(*acts: CorrectedAct, source: str = E_18, facts: CorrectedFacts | None = None) -> Correction:
    return Correction(ORGANIZATION, source, "Error de transcripción.", acts=acts, facts=facts)


def a_mapping(*ids: ExternalId) -> IdMapping:
    return IdMapping(ORGANIZATION, ids)


def name_on(book: Book, day: str) -> str:
    return book.history.structure_on(a_day(day)).units["faros"].name


def test_a_supplement_brings_in_more_of_its_source_from_the_sources_day() -> None:
    book = a_book()
    book.enact(a_supplement(a_unit("boyas", "direccion"), an_assignment("boyas", "a")))
    structure = book.history.structure_on(a_day("2015-01-01"))
    assert structure.units["boyas"].born == a_date("2015-01-01")
    assert [(basis.source, basis.act) for basis in structure.units["boyas"].legal_basis] == [(FIRST, "3")]
    assert [(basis.source, basis.act) for basis in structure.functions["boyas.1"].legal_basis] == [
        (FIRST, "4")
    ]


def test_the_acts_of_a_supplement_count_on_and_are_targets_like_any_other() -> None:
    book = a_book()
    book.enact(a_supplement(a_unit("boyas", "direccion")))
    book.enact(later(Invalidate(target=f"{FIRST}#3"), year="2022"))
    assert book.history.structure_on(a_day("2016-01-01")).units.keys() == {"direccion", "faros"}


def test_a_supplement_extends_what_is_covered() -> None:
    book = Book(a_resolution(a_unit("direccion"), a_unit("faros"), coverage=covers("direccion", "faros")))
    refused(book, a_supplement(a_unit("boyas")), OutsideCoverage)
    book.enact(a_supplement(a_unit("boyas"), coverage=covers("boyas")))
    moment = book.history.moment_on(a_day("2015-01-01"))
    assert moment is not None
    assert [part.part for part in moment.coverage.parts] == ["boyas", "direccion", "faros"]
    refused(book, a_supplement(coverage=covers("muelles")), CoverageOfNothing)


def covers(*parts: str) -> CoverageClaim:
    return CoverageClaim(complete_under=parts)


def test_a_correction_mends_what_was_entered_and_is_no_law() -> None:
    book = a_book()
    book.enact(a_correction(CorrectedAct("1", RenameUnit(unit="faros", name="Boyas"))))
    assert [name_on(book, day) for day in ("2017-12-31", "2018-01-01")] == ["Departamento Faros", "Boyas"]
    basis = book.history.structure_on(a_day("2018-01-01")).units["faros"].legal_basis
    assert [(each.source, each.role) for each in basis] == [
        (FIRST, BasisRole.GRANTS),
        (E_18, BasisRole.AMENDS),
    ]


def test_a_correction_takes_out_an_act_that_its_source_never_had() -> None:
    book = a_book()
    book.enact(a_correction(CorrectedAct("1", drop=True)))
    assert name_on(book, "2018-06-01") == "Departamento Faros"


def test_a_correction_of_a_reading_that_another_one_replaced_is_refused() -> None:
    book = a_book()
    for year, name in (("2022", "Bollas"), ("2023", "Muelles")):
        book.enact(later(Rectify(target=f"{E_18}#1", to=RenameUnit(unit="faros", name=name)), year=year))
    rectified = Rectify(target=f"{E_18}#1", to=RenameUnit(unit="faros", name="Boyas"))
    refused(book, a_correction(CorrectedAct("1", rectified), source=key_of("22", "2022")), ChangesNothing)


def test_a_day_that_is_learnt_later_makes_the_answer_certain() -> None:
    book = Book(a_resolution(a_unit("faros")), later(RenameUnit(unit="faros", name="Balizas"), year="2018"))
    year = a_resolution(
        RenameUnit(unit="faros", name="Boyas"), number="19", in_force_from="2019", coverage=None
    )
    book.enact(year)
    assert [name_on(book, "2019-03-01"), certain(book, "2019-03-01")] == ["Boyas", False]
    facts = CorrectedFacts(in_force_from=a_date("2019-05-02"), subject="Nombre de la unidad")
    book.enact(a_correction(source=key_of("19", "2019"), facts=facts))
    assert [name_on(book, day) for day in ("2019-05-01", "2019-05-02")] == ["Balizas", "Boyas"]
    assert certain(book, "2019-05-02")


def certain(book: Book, day: str) -> bool:
    moment = book.history.moment_on(a_day(day))
    return moment is not None and moment.certain


def test_a_correction_of_a_rectification_reads_as_corrected() -> None:
    book = a_book()
    book.enact(later(Rectify(target=f"{E_18}#1", to=RenameUnit(unit="faros", name="Bollas")), year="2022"))
    rectified = Rectify(target=f"{E_18}#1", to=RenameUnit(unit="faros", name="Boyas"))
    book.enact(a_correction(CorrectedAct("1", rectified), source=key_of("22", "2022")))
    assert name_on(book, "2018-06-01") == "Boyas"


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        (a_correction(CorrectedAct("1", RenameUnit(unit="faros", name="Balizas"))), ChangesNothing),
        (a_correction(facts=CorrectedFacts(in_force_from=a_date("2018-01-01"))), ChangesNothing),
        (a_correction(CorrectedAct("1", SuppressUnit(unit="faros"))), RectifiesAnotherAct),
        (a_correction(CorrectedAct("2", drop=True)), UnknownTarget),
        (a_correction(CorrectedAct("2", drop=True), source=FIRST), LaterActNoLongerApplies),
    ],
)
def test_what_cannot_be_corrected_or_supplemented_is_refused(
    correction: Correction | Supplement, why: type[ChangesNothing]
) -> None:
    refused(a_book(), correction, why)


def test_a_source_that_the_register_does_not_hold_is_neither_corrected_nor_supplemented() -> None:
    unknown = key_of("7", "2018")
    refused(a_book(), a_supplement(a_unit("boyas"), source=unknown), UnknownSupplementedSource)
    drop = a_correction(CorrectedAct("1", drop=True), source=unknown)
    refused(a_book(), drop, UnknownSupplementedSource)


def test_a_corrected_act_is_either_replaced_or_dropped() -> None:
    for given in ({}, {"to": SuppressUnit(unit="faros"), "drop": True}):
        with pytest.raises(NotOneOf):
            CorrectedAct("1", **given)  # type: ignore[arg-type]  # Each is what its key says.


def spans(*mappings: IdMapping) -> Sequence[ExternalIdSpan]:
    """Return the ties that mappings make, entered one after the other on top of the book's two entries."""
    book = a_book()
    found: Sequence[ExternalIdSpan] = ()
    for mapping in mappings:
        enacted = book.enact(mapping)
        found = external_ids(ORGANIZATION, book.enacted, book.history, enacted.entry)
    return found


FAROS = ExternalId(system="br.siorg", value="100", unit="faros")
GONE = ExternalId(system="br.siorg", value="100", unit="faros", withdrawn=True)


def test_a_mapping_says_what_another_system_calls_a_thing() -> None:
    function = ExternalId(system="br.siorg", value="f1", function="faros.1")
    assert spans(a_mapping(FAROS, function)) == (
        ExternalIdSpan(Noun.UNIT, "faros", "br.siorg", "100", since=3),
        ExternalIdSpan(Noun.FUNCTION, "faros.1", "br.siorg", "f1", since=3),
    )


def test_a_mapping_names_a_programme_and_never_one_that_the_organization_had_not() -> None:
    book = a_book()
    book.enact(
        a_resolution(
            StartProgramme(programme="compradores", name="Compradores", runner=UNKNOWN_RUNNER), number="9"
        )
    )
    tie = ExternalId(system="pe.mef", value="0117", programme="compradores")
    entry = book.enact(a_mapping(tie)).entry
    assert external_ids(ORGANIZATION, book.enacted, book.history, entry) == (
        ExternalIdSpan(Noun.PROGRAMME, "compradores", "pe.mef", "0117", since=entry),
    )
    unit = ExternalId(system="pe.mef", value="0118", unit="compradores")
    with pytest.raises(NothingByThatCode) as refusal:
        spans(a_mapping(replace(tie, value="0119")))
    assert refusal.value.facts == {"noun": "programme", "code": "compradores"}
    with pytest.raises(NothingByThatCode):
        spans(a_mapping(unit))


def test_a_withdrawn_name_is_free_again_for_another_thing() -> None:
    other = ExternalId(system="br.siorg", value="100", unit="direccion")
    assert spans(a_mapping(FAROS), a_mapping(GONE), a_mapping(other)) == (
        ExternalIdSpan(Noun.UNIT, "faros", "br.siorg", "100", since=3, until=4),
        ExternalIdSpan(Noun.UNIT, "direccion", "br.siorg", "100", since=5),
    )


def test_a_mapping_changes_no_answer() -> None:
    book = a_book()
    before = book.history.moments
    book.enact(a_mapping(FAROS))
    assert book.history.moments == before


def test_ties_that_cannot_be_are_refused() -> None:
    unknown, other = (
        ExternalId(system="br.siorg", value="100", unit=unit) for unit in ("muelles", "direccion")
    )
    with pytest.raises(NothingByThatCode):
        spans(a_mapping(unknown))
    with pytest.raises(ExternalIdChangesNothing):
        spans(a_mapping(FAROS), a_mapping(FAROS))
    with pytest.raises(ExternalIdTaken):
        spans(a_mapping(FAROS, other))
    with pytest.raises(ExternalIdNotHeld):
        spans(a_mapping(GONE))


def test_an_external_id_names_one_thing() -> None:
    with pytest.raises(NotOneOf):
        ExternalId(system="s", value="1")
    with pytest.raises(NotOneOf):
        ExternalId(system="s", value="1", unit="faros", function="faros.1")
