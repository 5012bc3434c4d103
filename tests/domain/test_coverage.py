"""What the register claims to cover, and what it makes of what lies outside."""

from __future__ import annotations

from datetime import date

import pytest

from organica.domain.acts import MoveUnit, RenameUnit, StateUnit, SuppressUnit, under
from organica.domain.change import ChangeKind
from organica.domain.coverage import Coverage, CoveragePart, Reach
from organica.domain.diff import Side, diff
from organica.domain.refusals.matters import OutsideCoverage
from organica.domain.refusals.units import UnitHasFunctions
from organica.domain.resolution import CoverageClaim, CoverageStatus
from organica.domain.structure import Structure
from tests.makers import (
    EVERYTHING,
    ORGANIZATION,
    Book,
    a_day,
    a_resolution,
    a_statement,
    a_unit,
    an_assignment,
    an_attestation,
    items,
)
from tests.support.refusing import refused

DIVISION = CoverageClaim(complete_under=("division",), checked_on=date(2026, 11, 20), note="Solo la división")


def stated(number: str = "1", in_force_from: str = "2015-01-01", claim: CoverageClaim = DIVISION) -> Book:
    """Return a book that covers one division with a department and its function, and nothing else."""
    return Book(
        a_resolution(
            a_statement("division"),
            a_statement("departamento", "division", functions=items("a")),
            number=number,
            in_force_from=in_force_from,
            coverage=claim,
        )
    )


def side(book: Book, day: str) -> Side:
    moment = book.history.moment_on(a_day(day))
    return Side(moment.structure, moment.coverage) if moment else Side(Structure(), Coverage())


def told(book: Book, base: str, target: str) -> list[tuple[ChangeKind, str]]:
    return [(change.kind, change.code) for change in diff(ORGANIZATION, side(book, base), side(book, target))]


def test_nothing_is_covered_before_the_first_claim() -> None:
    assert side(stated(), "2014-12-31").coverage.status(ORGANIZATION) is CoverageStatus.NONE


def test_a_part_with_all_below_it_is_covered_and_the_whole_is_not() -> None:
    book = stated()
    coverage, structure = side(book, "2015-01-01").coverage, book.history.structure_on(a_day("2015-01-01"))
    assert coverage.status(ORGANIZATION) is CoverageStatus.PARTIAL
    assert coverage.parts == (
        CoveragePart(
            "division", CoverageStatus.COMPLETE, a_day("2015-01-01"), date(2026, 11, 20), "Solo la división"
        ),
    )
    assert coverage.reaches(structure, ORGANIZATION, "departamento")
    assert not coverage.reaches(structure, ORGANIZATION, "otra")
    assert coverage.checked_on == date(2026, 11, 20)


def test_the_organizations_own_code_covers_everything() -> None:
    coverage = side(stated(claim=EVERYTHING), "2015-01-01").coverage
    assert coverage.status(ORGANIZATION) is CoverageStatus.COMPLETE
    assert coverage.reaches(Structure(), ORGANIZATION, "cualquiera")


def test_a_partial_claim_over_everything_is_partial() -> None:
    coverage = side(stated(claim=CoverageClaim(partial_under=(ORGANIZATION,))), "2015-01-01").coverage
    assert coverage.status(ORGANIZATION) is CoverageStatus.PARTIAL
    assert coverage.checked_on is None


def test_a_weaker_claim_takes_nothing_away_and_a_stronger_one_adds() -> None:
    weak = CoverageClaim(partial_under=("division",), checked_on=date(2020, 1, 1))
    one = Coverage().with_reach(Reach(weak), date(2015, 1, 1)).with_reach(Reach(DIVISION), date(2016, 1, 1))
    assert one.part("division") == CoveragePart(
        "division", CoverageStatus.COMPLETE, date(2016, 1, 1), date(2026, 11, 20), "Solo la división"
    )
    other = one.with_reach(Reach(weak), date(2017, 1, 1))
    assert other == one


def test_the_register_was_checked_up_to_the_day_of_the_part_that_was_checked_least() -> None:
    both = Coverage().with_reach(Reach(DIVISION), date(2015, 1, 1))
    other = CoverageClaim(complete_under=("otra",), checked_on=date(2025, 1, 1))
    both = both.with_reach(Reach(other), date(2015, 1, 1))
    assert both.checked_on == date(2025, 1, 1)
    never = both.with_reach(Reach(CoverageClaim(partial_under=("tercera",))), date(2015, 1, 1))
    assert never.checked_on is None


@pytest.mark.parametrize("kind", ["state", "create"])
def test_a_unit_outside_coverage_is_refused(kind: str) -> None:
    act = a_statement("otra") if kind == "state" else a_unit("otra")
    resolution = a_resolution(act, number="2", in_force_from="2016-01-01", coverage=None)
    refusal = refused(stated(), resolution, OutsideCoverage)
    assert (refusal.facts["unit"], refusal.facts["day"], refusal.facts["act"]) == ("otra", "2016-01-01", "1")


def test_a_first_file_that_covers_nothing_is_refused() -> None:
    refused(Book(), a_resolution(a_unit("otra"), coverage=None), OutsideCoverage)


def test_an_act_before_the_coverage_begins_is_refused() -> None:
    early = a_resolution(
        StateUnit(unit="division", name="División", kind="División"),
        number="2",
        in_force_from="2014-01-01",
        coverage=None,
    )
    refused(stated(), early, OutsideCoverage)


def test_an_attestation_outside_coverage_is_refused() -> None:
    refused(stated(), an_attestation(a_statement("otra"), coverage=None), OutsideCoverage)


def test_acts_on_what_is_covered_need_no_claim_of_their_own() -> None:
    book = stated()
    book.enact(
        a_resolution(
            RenameUnit(unit="departamento", name="Departamento Nuevo"),
            a_unit("oficina", "departamento"),
            an_assignment("oficina", "a"),
            number="2",
            in_force_from="2016-01-01",
            coverage=None,
        )
    )
    gone = a_resolution(SuppressUnit(unit="oficina"), number="3", in_force_from="2017-01-01", coverage=None)
    refused(book, gone, UnitHasFunctions)


def test_a_unit_moved_below_a_covered_one_is_covered() -> None:
    book = stated()
    book.enact(
        a_resolution(
            a_unit("oficina"),
            number="2",
            in_force_from="2016-01-01",
            coverage=CoverageClaim(partial_under=("oficina",)),
        )
    )
    move = MoveUnit(unit="oficina", parent=under("departamento"))
    book.enact(a_resolution(move, number="3", in_force_from="2017-01-01", coverage=None))
    assert "oficina" in book.history.moments[-1].structure.units


def test_a_diff_across_the_edge_of_coverage_says_covered_and_never_created() -> None:
    assert told(stated(), "2014-12-31", "2015-01-01") == [
        (ChangeKind.UNIT_COVERED, "division"),
        (ChangeKind.UNIT_COVERED, "departamento"),
        (ChangeKind.FUNCTION_COVERED, "departamento.1"),
    ]


def test_a_unit_with_parts_that_is_stated_inside_what_was_covered_already_says_stated() -> None:
    book = stated()
    book.enact(
        a_resolution(
            a_statement("seccion", "departamento"),
            a_statement("oficina", "seccion", functions=items("a")),
            number="2",
            in_force_from="2016-01-01",
            coverage=None,
        )
    )
    assert told(book, "2015-06-01", "2016-06-01") == [
        (ChangeKind.UNIT_STATED, "seccion"),
        (ChangeKind.UNIT_STATED, "oficina"),
        (ChangeKind.FUNCTION_STATED, "oficina.1"),
    ]


def test_coverage_that_grows_sideways_says_covered_for_the_new_part_alone() -> None:
    book = stated()
    book.enact(
        a_resolution(
            a_statement("otra", functions=items("a")),
            a_statement("anexa", "division"),
            number="2",
            in_force_from="2016-01-01",
            coverage=CoverageClaim(complete_under=("otra",)),
        )
    )
    assert told(book, "2015-06-01", "2016-06-01") == [
        (ChangeKind.UNIT_COVERED, "otra"),
        (ChangeKind.UNIT_STATED, "anexa"),
        (ChangeKind.FUNCTION_COVERED, "otra.1"),
    ]


def test_coverage_grows_backwards_without_unreal_acts() -> None:
    book = stated()
    book.enact(
        a_resolution(a_statement("division"), number="9", in_force_from="2010-01-01", coverage=DIVISION)
    )
    assert side(book, "2010-01-01").coverage.status(ORGANIZATION) is CoverageStatus.PARTIAL
    assert told(book, "2010-01-01", "2015-01-01") == [
        (ChangeKind.UNIT_STATED, "departamento"),
        (ChangeKind.FUNCTION_STATED, "departamento.1"),
    ]


def test_what_a_norm_creates_is_created_even_at_the_edge_of_coverage() -> None:
    book = Book(a_resolution(a_unit("faros", functions=items("a"))))
    assert told(book, "2014-12-31", "2015-01-01") == [
        (ChangeKind.UNIT_CREATED, "faros"),
        (ChangeKind.FUNCTION_ASSIGNED, "faros.1"),
    ]
