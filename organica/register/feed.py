"""The changes feed: what the register says happened, in the order in which it said so.

Gives the values that the storage keeps and readers receive. Made by changes and turn_day; named by the ports.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from organica.domain.change import Change


class Phase(StrEnum):
    """When the register said so. RECORDED: when an entry was made. EFFECTIVE: when its day came."""

    RECORDED = "recorded"
    EFFECTIVE = "effective"


class Nature(StrEnum):
    """Whether the law changed, or only what the register holds of it: a correction, or its coverage."""

    LEGAL = "legal"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """One change as it stands in the feed for ever.

    `seq` counts from 1 without gaps over the whole register. `entry` is the one that brought it or, of a
    change that took effect, the newest of the register when its day came. `day` is the day from which it
    holds; `recorded_at` is in UTC.
    """

    seq: int
    phase: Phase
    nature: Nature
    organization: str
    entry: int
    day: date
    change: Change
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes a reader asks for; what is None does not narrow them.

    `unit` belongs to `organization`: what is in that unit, or left it. The days are half-open.
    """

    organization: str | None = None
    unit: str | None = None
    effective_from: date | None = None
    effective_until: date | None = None


EVERY_CHANGE = Wanted()


@dataclass(frozen=True, slots=True)
class TurnedDay:
    """Up to which civil day the clock has told what took effect in an organization, itself included.

    `time_zone` is where the organization is; `next_point` its first change point after `day`, and
    `last_effective` the newest day of which the feed tells what took effect. None where there is none.
    """

    organization: str
    day: date
    time_zone: str | None
    next_point: date | None
    last_effective: date | None
