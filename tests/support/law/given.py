"""What a replay is given and what it gives: codes and names, and the answers of each change point.

Filled by the replay; kept by the law from one entry to the next.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date

from tests.support.law.state import Picture


@dataclass(slots=True)
class Given:
    """The codes that the register gave, by organization; the appointments and names that it withheld."""

    codes: dict[str, set[str]] = field(default_factory=dict)
    withheld: set[tuple[str, str]] = field(default_factory=set)

    def copy(self) -> Given:
        """Return codes of their own, to which others may be added."""
        return Given({code: set(given) for code, given in self.codes.items()}, set(self.withheld))

    def mint(self, organization: str, stem: str, carried: Set[str]) -> str:
        """Return the next free number of a stem: a number once given is never given again."""
        codes = self.codes.setdefault(organization, set())
        numbers = [int(code[len(stem) :]) for code in codes | carried if _numbers(code, stem)]
        codes.add(code := f"{stem}{max(numbers, default=0) + 1}")
        return code


def _numbers(code: str, stem: str) -> bool:
    return code.startswith(stem) and code[len(stem) :].isdigit()


@dataclass(slots=True)
class Answers:
    """What is answered from one change point on: of each organization a picture, and whether it is certain.

    By organization: `parts`, what is covered and how far; `gaps`, the open questions, each with its unit;
    `not_at_hand`, the sources whose contents nobody has entered.
    """

    day: date
    pictures: dict[str, Picture]
    uncertain: set[str]
    parts: dict[str, set[tuple[str, str]]]
    gaps: dict[str, set[tuple[str, str | None]]]
    not_at_hand: dict[str, set[str]]
