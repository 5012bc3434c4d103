"""What an answer says of itself."""

from datetime import date

from organica.domain.coverage import Coverage, CoveragePart
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.resolution import CoverageStatus
from organica.render.banner import certainty_sentence, coverage_sentences, force_sentence

PART = CoveragePart("gestion", CoverageStatus.COMPLETE, date(2024, 1, 1), date(2026, 11, 20), "Solo ella.")
WHOLE = CoveragePart("cl.x", CoverageStatus.PARTIAL, date(2024, 1, 1))


def test_no_coverage_is_not_an_empty_body() -> None:
    assert list(coverage_sentences(Coverage(), "cl.x", {}, "es")) == [
        "Sin cobertura: el registro no tiene nada de esa fecha; pudo haber unidades."
    ]
    assert list(coverage_sentences(Coverage(), "cl.x", {}, "en")) == [
        "Not covered: the register holds nothing of that day; units may well have existed."
    ]


def test_a_covered_part_is_named_with_its_last_check() -> None:
    names = {"gestion": "División de Gestión"}
    assert list(coverage_sentences(Coverage((PART,)), "cl.x", names, "es")) == [
        "Cobertura completa de «División de Gestión» y lo que de ella depende. Solo ella.",
        "Revisado el 20 de noviembre de 2026; después no consta ningún acto posterior.",
    ]


def test_where_a_part_was_never_checked_no_check_is_claimed() -> None:
    assert list(coverage_sentences(Coverage((WHOLE, PART)), "cl.x", {}, "en")) == [
        "Partial coverage of the whole organization.",
        "Complete coverage of “gestion” and all below it. Solo ella.",
    ]


def test_the_days_in_force_end_with_their_last_day() -> None:
    since, until = LegalDate("2024", DateBasis.ASSUMED), LegalDate("2026-03-01")
    assert force_sentence(since, until, "es") == (
        "Así está desde 2024 (fecha exacta no indicada; supuesto) hasta el 28 de febrero de 2026."
    )
    assert force_sentence(None, None, "es") is None


def test_an_uncertain_answer_says_when_it_becomes_certain() -> None:
    assert certainty_sentence(True, date(2025, 1, 1), "es") is None
    assert certainty_sentence(False, date(2025, 1, 1), "en") == (
        "Not certain: an act's exact date is not on record, and it may not have been in force yet. "
        "It is certain from 1 January 2025."
    )
