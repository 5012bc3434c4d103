"""Days for people, in both languages."""

from datetime import date

import pytest

from organica.domain.dates import DateBasis, LegalDate
from organica.domain.errors import Language
from organica.render.days import day_text, legal_date_text, since_text, until_text


@pytest.mark.parametrize(
    ("day", "es", "en"),
    [
        (date(2024, 12, 31), "31 de diciembre de 2024", "31 December 2024"),
        (date(2025, 1, 1), "1 de enero de 2025", "1 January 2025"),
    ],
)
def test_a_day_is_written_out(day: date, es: str, en: str) -> None:
    assert (day_text(day, "es"), day_text(day, "en")) == (es, en)


@pytest.mark.parametrize(
    ("value", "es", "en"),
    [
        ("2024", "durante 2024 (fecha exacta no indicada)", "during 2024 (exact date not stated)"),
        ("2024-03", "durante marzo de 2024 (día no indicado)", "during March 2024 (day not stated)"),
        ("2024-03-15", "el 15 de marzo de 2024", "on 15 March 2024"),
        (
            "2022-04-07/2023-02-28",
            "entre el 7 de abril de 2022 y el 28 de febrero de 2023 (día no indicado)",
            "between 7 April 2022 and 28 February 2023 (day not stated)",
        ),
    ],
)
def test_a_legal_date_says_no_more_than_its_act(value: str, es: str, en: str) -> None:
    assert (legal_date_text(LegalDate(value), "es"), legal_date_text(LegalDate(value), "en")) == (es, en)


@pytest.mark.parametrize(
    ("value", "basis", "language", "expected"),
    [
        ("2024", DateBasis.ASSUMED, "es", "desde 2024 (fecha exacta no indicada; supuesto)"),
        ("2024", DateBasis.ASSUMED, "en", "since 2024 (exact date not stated; assumed)"),
        ("2024-03-15", DateBasis.STATED, "es", "desde el 15 de marzo de 2024"),
        ("2024-03-15", DateBasis.STATED, "en", "since 15 March 2024"),
        ("2024-03-15", DateBasis.ASSUMED, "en", "since 15 March 2024 (assumed)"),
        ("2024-03-15", DateBasis.COMPUTED, "es", "desde el 15 de marzo de 2024 (calculado)"),
        ("2024-03-15", DateBasis.COMPUTED, "en", "since 15 March 2024 (computed)"),
        ("2024-03", DateBasis.SINCE_AT_LEAST, "es", "al menos desde marzo de 2024 (día no indicado)"),
        ("2024-03", DateBasis.SINCE_AT_LEAST, "en", "at least since March 2024 (day not stated)"),
        (
            "2022-04-07/2022-05-17",
            DateBasis.SINCE_AT_LEAST,
            "es",
            "al menos desde un día entre el 7 de abril de 2022 y el 17 de mayo de 2022 (día no indicado)",
        ),
        (
            "2022-04-07/2022-05-17",
            DateBasis.ASSUMED,
            "en",
            "since some day between 7 April 2022 and 17 May 2022 (day not stated; assumed)",
        ),
    ],
)
def test_a_beginning_tells_how_it_is_known(
    value: str, basis: DateBasis, language: Language, expected: str
) -> None:
    assert since_text(LegalDate(value, basis), language) == expected


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        ("2025-01-01", "es", "hasta el 31 de diciembre de 2024"),
        ("2025-01-01", "en", "until 31 December 2024"),
        ("2025", "es", "hasta 2025 (fecha exacta no indicada)"),
        ("2025-03", "en", "until March 2025 (day not stated)"),
        (
            "2022-05-18/2023-02-28",
            "es",
            "hasta un día entre el 18 de mayo de 2022 y el 28 de febrero de 2023 (día no indicado)",
        ),
    ],
)
def test_an_end_names_the_last_day_and_not_the_first_after(
    value: str, language: Language, expected: str
) -> None:
    assert until_text(LegalDate(value), language) == expected
