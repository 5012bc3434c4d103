"""Which language a reader gets: Spanish, unless English is asked for first."""

from __future__ import annotations

import pytest

from api.language import preferred, weighed


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "es"),
        ("", "es"),
        ("es-CL", "es"),
        ("en", "en"),
        ("EN-us", "en"),
        ("es-CL,es;q=0.9,en;q=0.8", "es"),
        ("en-US,en;q=0.9,es;q=0.8", "en"),
        ("es;q=0.2,en;q=0.7", "en"),
        ("fr,en;q=0.5", "en"),
        ("fr", "es"),
        ("*", "es"),
        ("*,en", "es"),
        ("en;q=0,*;q=0", "es"),
        ("en;q=0.0", "es"),
        ("en;q=mucho", "es"),
        ("en;q=9", "es"),
        (";;;,,,q=1", "es"),
        ("english", "es"),
        ("en," * 5_000, "en"),
    ],
)
def test_the_preferred_language(header: str | None, language: str) -> None:
    assert preferred(header) == language


def test_choices_come_by_weight_and_equals_in_their_order() -> None:
    assert weighed("text/html, a/b;q=0.5 , application/json; charset=utf-8;Q=0.9, c/d;q=0.5") == [
        ("text/html", 1.0),
        ("application/json", 0.9),
        ("a/b", 0.5),
        ("c/d", 0.5),
    ]
