"""Dates as acts print them, as tables of fragments."""

from __future__ import annotations

import pytest

from organica.text.printed_dates import date_at, dates, day_of_year, year_of_two_or_three


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bs. As., 23/12/96", "1996-12-23"),
        ("Santiago, 2 de mayo de 2024.-", "2024-05-02"),
        ("SANTIAGO, 02 MAY 2024", "2024-05-02"),
        ("SANTIAGO, 02 DIC. 2020", "2020-12-02"),
        ("a los nueve días del mes de abril del año dos mil veinticinco.", "2025-04-09"),
        ("treinta y un días del mes de diciembre de mil novecientos noventa y seis", "1996-12-31"),
        ("a los veintitrés días del mes de noviembre del año dos mil dieciséis.", "2016-11-23"),
        ("a los 19 días del mes de abril de 2021", "2021-04-19"),
        ("15 de agosto de dos mil, y", "2000-08-15"),
        ("Dado en Bogotá, D. C., a 3 de noviembre de 2011", "2011-11-03"),
        ("noviembre 3 de 2011", "2011-11-03"),
        ("D.O. 51.145, noviembre 22 de 2019", "2019-11-22"),
        ("D.O. 03.05.2002", "2002-05-03"),
        ("B.O. 20/8/2019", "2019-08-20"),
        ("1° de setiembre de 1980", "1980-09-01"),
        ("1o. de mayo de 2019", "2019-05-01"),
        ("24 de mayo del 2019", "2019-05-24"),
        ("el 21 de julio del año 2.022", "2022-07-21"),
        ("2 de mayo\nde 2024", "2024-05-02"),
        ("Brasília, 3 de março de 2020", "2020-03-03"),
        ("de 04 de Setembro de 2012", "2012-09-04"),
        ("2018-10-10", "2018-10-10"),
    ],
)
def test_a_date_is_read_in_words_and_figures(text: str, day: str) -> None:
    (found,) = dates(text)
    assert found.day == day
    again = date_at(text, found.start)
    assert again == found


@pytest.mark.parametrize(
    "text",
    [
        "30/02/2020",
        "numeral 41.1.2",
        "de la ley de 2004",
        "12 de la ley de 2004",
        "N° 1/2/96/5",
        "el 3 de mayo",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert dates(text) == ()


def test_words_behind_a_year_in_words_are_no_part_of_it() -> None:
    text = "tres de marzo de dos mil veinte comparece"
    (found,) = dates(text)
    assert (found.day, text[found.start : found.end]) == ("2020-03-03", "tres de marzo de dos mil veinte")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("(noviembre 03)", "2011-11-03"),
        ("(Diciembre 1º)", "2011-12-01"),
        ("(artículo 3)", None),
        ("anexo 3", None),
    ],
)
def test_a_line_of_month_and_day_takes_the_year_of_the_act(line: str, day: str | None) -> None:
    assert day_of_year(line, 2011) == day


@pytest.mark.parametrize(
    ("figures", "year"),
    [("96", 1996), ("04", 2004), ("40", 2040), ("41", 1941), ("012", 2012), ("991", 1991)],
)
def test_a_short_year_belongs_to_its_century(figures: str, year: int) -> None:
    assert year_of_two_or_three(figures) == year


@pytest.mark.parametrize("text", ["1" * 100_000, "1 de " * 25_000, "dos mil " * 12_500, "1/1/" * 25_000])
def test_a_hostile_line_holds_no_date(text: str) -> None:
    assert dates(text) == ()
