"""What a file declares falls with its source: the coverage, the open questions and what settled others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from organica.domain.acts import Act, Invalidate, RenameUnit, Revoke, Suspend
from organica.domain.coverage import CoveragePart
from organica.domain.filings import CorrectedAct, Correction
from organica.domain.history import fold
from organica.domain.refusals.matters import OutsideCoverage
from organica.domain.resolution import CoverageClaim, CoverageStatus, NotKnown, Resolution
from tests.makers import (
    EVERYTHING,
    ORGANIZATION,
    Book,
    a_day,
    a_resolution,
    a_supplement,
    a_unit,
    key_of,
)
from tests.support.refusing import refused

FIRST, SECOND = key_of("1", "2015"), key_of("2", "2018")
HEAD = NotKnown("¿Quién encabeza el departamento?", unit="faros", ref="jefatura")
WHOLE = NotKnown("¿Qué otros órganos hay?", ref="otros")


def stating(*acts: Act, year: str, coverage: CoverageClaim | None = None, **said: object) -> Resolution:
    number = {"2015": "1", "2018": "2", "2020": "3", "2022": "4"}[year]
    file = a_resolution(*acts, number=number, in_force_from=f"{year}-01-01", coverage=coverage)
    return replace(file, **said)  # type: ignore[arg-type]  # Fields of a resolution.


def a_book(*, second: Resolution) -> Book:
    """Dirección, covered since 2015 with a question, and what a second source brings in 2018."""
    division = CoverageClaim(complete_under=("direccion",))
    return Book(stating(a_unit("direccion"), year="2015", coverage=division, not_known=(WHOLE,)), second)


def parts_on(book: Book, day: str) -> tuple[CoveragePart, ...]:
    moment = book.history.moment_on(a_day(day))
    return moment.coverage.parts if moment else ()


def covered(book: Book, day: str) -> list[tuple[str, CoverageStatus]]:
    return [(part.part, part.status) for part in parts_on(book, day)]


def gaps(book: Book, day: str) -> list[str]:
    moment = book.history.moment_on(a_day(day))
    return [gap.key.partition("#")[2] for gap in moment.coverage.gaps] if moment else []


ONLY_DIVISION = [("direccion", CoverageStatus.COMPLETE)]
ALL = [(ORGANIZATION, CoverageStatus.COMPLETE), *ONLY_DIVISION]
WIDER = stating(
    a_unit("faros"), year="2018", coverage=EVERYTHING, not_known=(HEAD,), answers=(f"{FIRST}#otros",)
)


@pytest.mark.parametrize("target", [SECOND, f"{SECOND}#1"])
def test_what_an_invalid_source_declared_falls_on_all_days_and_is_known_before(target: str) -> None:
    book = a_book(second=WIDER)
    assert (covered(book, "2019-01-01"), gaps(book, "2019-01-01")) == (ALL, ["jefatura"])
    before = book.history
    book.enact(stating(Invalidate(target=target), year="2020"))
    assert covered(book, "2017-12-31") == covered(book, "2018-01-01") == ONLY_DIVISION
    assert covered(book, "2021-01-01") == ONLY_DIVISION
    assert gaps(book, "2018-01-01") == gaps(book, "2021-01-01") == ["otros"]
    assert fold(ORGANIZATION, book.enacted[:2]).moments == before.moments


def test_what_a_supplement_declared_falls_with_its_source() -> None:
    book = a_book(second=stating(a_unit("faros"), year="2018", coverage=EVERYTHING))
    book.enact(replace(a_supplement(source=SECOND), not_known=(replace(HEAD, unit=None),)))
    assert gaps(book, "2018-01-01") == ["otros", "jefatura"]
    book.enact(stating(Invalidate(target=SECOND), year="2020"))
    assert (covered(book, "2018-01-01"), gaps(book, "2018-01-01")) == (ONLY_DIVISION, ["otros"])


def test_it_stands_again_where_the_invalidation_is_itself_invalid_or_never_was_there() -> None:
    for undoing in (
        stating(Invalidate(target=key_of("3", "2020")), year="2022"),
        Correction(ORGANIZATION, key_of("3", "2020"), "No lo dice.", (CorrectedAct("1", drop=True),)),
    ):
        book = a_book(second=WIDER)
        book.enact(stating(Invalidate(target=SECOND), year="2020"))
        book.enact(undoing)
        assert (covered(book, "2019-01-01"), gaps(book, "2019-01-01")) == (ALL, ["jefatura"])


@pytest.mark.parametrize(
    "act", [Revoke(target=SECOND), Suspend(target=SECOND), Invalidate(target=f"{SECOND}#2")]
)
def test_a_source_that_was_valid_in_part_or_for_a_time_declares_what_it_did(act: Act) -> None:
    second = replace(WIDER, acts=(*WIDER.acts, a_unit("muelles")))
    book = a_book(second=second)
    book.enact(stating(act, year="2020"))
    assert (covered(book, "2021-01-01"), gaps(book, "2021-01-01")) == (ALL, ["jefatura"])


def test_what_others_said_of_a_part_whose_claim_fell_is_covered_in_part() -> None:
    book = a_book(second=WIDER)
    book.enact(stating(a_unit("muelles"), year="2020"))
    book.enact(stating(Invalidate(target=SECOND), year="2022"))
    assert covered(book, "2019-12-31") == ONLY_DIVISION
    partly = CoveragePart(ORGANIZATION, CoverageStatus.PARTIAL, a_day("2018-01-01"))
    assert parts_on(book, "2020-01-01") == (partly, *parts_on(book, "2019-12-31"))
    later = a_resolution(
        RenameUnit(unit="muelles", name="Boyas"), number="5", in_force_from="2023-01-01", coverage=None
    )
    book.enact(later)
    assert book.history.structure_on(a_day("2023-01-01")).units["muelles"].name == "Boyas"


def test_what_only_the_claim_that_fell_would_cover_is_refused() -> None:
    book = a_book(second=WIDER)
    book.enact(stating(Invalidate(target=SECOND), year="2020"))
    refusal = refused(book, stating(a_unit("muelles"), year="2022"), OutsideCoverage)
    assert refusal.facts["unit"] == "muelles"


def test_what_is_declared_of_a_thing_that_never_was_is_declared_of_nothing() -> None:
    claim = CoverageClaim(complete_under=("faros", "muelles"))
    second = stating(a_unit("faros"), a_unit("muelles"), year="2018", coverage=claim, not_known=(HEAD,))
    book = a_book(second=second)
    book.enact(stating(Invalidate(target=f"{SECOND}#1"), year="2020"))
    assert covered(book, "2018-01-01") == [*ONLY_DIVISION, ("muelles", CoverageStatus.COMPLETE)]
    assert gaps(book, "2018-01-01") == ["otros"]
