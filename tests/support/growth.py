"""Whether the time of a work grows with the length of its input, or with the square of it.

Takes how to make an input of a length and what to do with it; compares two lengths inside one run, so that a
slow or busy machine slows both. Called by the tests of readers, which anybody may hand a text made to be slow.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

TIMES = 8
# What grows with the length takes 8 times as long, with its square 64 times; halfway between the two.
MOST = 23
# So little time is no growth that anybody would notice, and too little to be measured.
TOO_LITTLE_S = 0.05
ATTEMPTS = 3


def assert_grows_with_its_length(make: Callable[[int], T], work: Callable[[T], object], longest: int) -> None:
    """Do the work on an input of the longest length and on one of an eighth; only their ratio counts.

    It is measured up to three times: a machine may be taken away from one of the two.
    """
    ratios = []
    for _ in range(ATTEMPTS):
        short, long = (_seconds(work, make(length)) for length in (longest // TIMES, longest))
        if long < TOO_LITTLE_S or long < MOST * short:
            return
        ratios.append(round(long / short, 1))
    raise AssertionError(f"{TIMES} times the length took {ratios} times as long")


def _seconds(work: Callable[[T], object], made: T) -> float:
    """Return the processor time of the work alone: what other tests left in memory is not searched for rubbish."""
    gc.disable()
    try:
        began = time.process_time()
        work(made)
        return time.process_time() - began
    finally:
        gc.enable()
