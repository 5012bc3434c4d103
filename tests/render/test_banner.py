"""What an answer says of itself."""

from collections.abc import Mapping
from datetime import date

import pytest

from organica.domain.coverage import Coverage, CoveragePart
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.errors import Language
from organica.domain.resolution import CoverageStatus
from organica.render.banner import (
    certainty_sentence,
    coverage_sentences,
    force_sentence,
    no_later_act_known,
)

PART = CoveragePart("gestion", CoverageStatus.COMPLETE, date(2024, 1, 1), date(2026, 11, 20), "Solo ella.")
WHOLE = CoveragePart("cl.x", CoverageStatus.PARTIAL, date(2024, 1, 1))


def said(
    coverage: Coverage,
    names: Mapping[str, str],
    language: Language,
    *,
    as_of: date = date(2026, 11, 21),
    change_point: date | None = date(2024, 1, 1),
) -> list[str]:
    return list(coverage_sentences(coverage, "cl.x", names, language, as_of=as_of, change_point=change_point))


def test_no_coverage_is_not_an_empty_body() -> None:
    assert said(Coverage(), {}, "es") == [
        "Sin cobertura: el registro no tiene nada de esa fecha; pudo haber unidades."
    ]
    assert said(Coverage(), {}, "en") == [
        "Not covered: the register holds nothing of that day; units may well have existed."
    ]


def test_a_covered_part_is_named_with_its_last_check() -> None:
    names = {"gestion": "División de Gestión"}
    assert said(Coverage((PART,)), names, "es") == [
        "Cobertura completa de «División de Gestión» y lo que de ella depende. Solo ella.",
        "Revisado el 20 de noviembre de 2026; no consta ningún acto posterior.",
    ]


SINCE_THE_CHECK = [
    # as of, change point, what JSON says, what the sentence adds to "Revisado el …" in Spanish and English
    ("2024-01-01", "2024-01-01", None, "", ""),
    ("2026-11-20", "2026-11-20", None, "", ""),
    (
        "2026-11-21",
        "2024-01-01",
        True,
        "; no consta ningún acto posterior",
        "; no later act is known",
    ),
    (
        "2026-11-21",
        "2026-11-20",
        True,
        "; no consta ningún acto posterior",
        "; no later act is known",
    ),
    (
        "2026-11-21",
        "2026-11-21",
        False,
        "; después consta un cambio, desde el 21 de noviembre de 2026",
        "; a later change is known, from 21 November 2026",
    ),
    (
        "2030-01-01",
        "2027-03-01",
        False,
        "; después consta un cambio, desde el 1 de marzo de 2027",
        "; a later change is known, from 1 March 2027",
    ),
]


@pytest.mark.parametrize(("as_of", "change_point", "known", "es", "en"), SINCE_THE_CHECK)
def test_what_is_known_since_the_last_check(
    as_of: str, change_point: str, known: bool | None, es: str, en: str
) -> None:
    day, point = date.fromisoformat(as_of), date.fromisoformat(change_point)
    coverage = Coverage((PART,))
    assert no_later_act_known(coverage, point, day) is known
    assert said(coverage, {}, "es", as_of=day, change_point=point)[-1] == (
        f"Revisado el 20 de noviembre de 2026{es}."
    )
    assert said(coverage, {}, "en", as_of=day, change_point=point)[-1] == (
        f"Checked on 20 November 2026{en}."
    )


@pytest.mark.parametrize("coverage", [Coverage(), Coverage((WHOLE, PART))], ids=["nothing", "one part not"])
def test_without_a_check_of_everything_nothing_is_said_of_later_acts(coverage: Coverage) -> None:
    assert no_later_act_known(coverage, date(2024, 1, 1), date(2030, 1, 1)) is None


def test_where_a_part_was_never_checked_no_check_is_claimed() -> None:
    assert said(Coverage((WHOLE, PART)), {}, "en") == [
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
