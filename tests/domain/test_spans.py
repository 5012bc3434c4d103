"""Spans include their first day and exclude their last."""

from __future__ import annotations

from datetime import date

import pytest

from organica.domain.span import EndBeforeStart, Span

JANUARY = Span(date(2024, 1, 1), date(2024, 2, 1))


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2023-12-31", False), ("2024-01-01", True), ("2024-01-31", True), ("2024-02-01", False)],
)
def test_a_span_includes_its_start_and_excludes_its_end(day: str, inside: bool) -> None:
    assert (date.fromisoformat(day) in JANUARY) is inside


def test_a_span_without_end_goes_on() -> None:
    assert date(2999, 12, 31) in Span(date(2024, 1, 1))
    assert date(2023, 12, 31) not in Span(date(2024, 1, 1))


@pytest.mark.parametrize("end", [date(2024, 1, 1), date(2023, 12, 31)])
def test_a_span_without_a_single_day_is_refused(end: date) -> None:
    with pytest.raises(EndBeforeStart) as refusal:
        Span(date(2024, 1, 1), end)
    assert refusal.value.facts == {"start": "2024-01-01", "end": end.isoformat()}


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (Span(date(2024, 2, 1), date(2024, 3, 1)), False),
        (Span(date(2024, 1, 31), date(2024, 3, 1)), True),
        (Span(date(2023, 1, 1), date(2024, 1, 1)), False),
        (Span(date(2023, 1, 1), date(2024, 1, 2)), True),
        (Span(date(2023, 1, 1)), True),
        (Span(date(2024, 2, 1)), False),
        (JANUARY, True),
    ],
)
def test_spans_that_only_touch_share_no_day(other: Span, shared: bool) -> None:
    assert JANUARY.overlaps(other) is shared
    assert other.overlaps(JANUARY) is shared
