"""The judgement of growth tells the length of an input from the square of it."""

from __future__ import annotations

import pytest

from tests.support.growth import assert_grows_with_its_length


def test_what_grows_with_the_length_passes() -> None:
    assert_grows_with_its_length(lambda length: length, lambda length: sum(range(length)), 8_000_000)


def test_what_grows_with_the_square_fails() -> None:
    with pytest.raises(AssertionError, match="8 times the length took"):
        assert_grows_with_its_length(lambda length: length, lambda length: sum(range(length**2)), 4_000)
