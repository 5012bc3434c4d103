"""A moment: the answer of one organization over the days between two change points.

Made by history from the days of a walk; read by versions, diff and the rules on conflicts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from organica.domain.coverage import Coverage
from organica.domain.dates import LegalDate
from organica.domain.structure import Structure


@dataclass(frozen=True)
class Moment:
    """The answer from `day` to the next moment.

    `since` and `until` are the legal dates between which the structure stays as it is: the end of an
    imprecise date's window starts a new moment (`certain` turns true), not a new structure.
    """

    day: date
    structure: Structure
    coverage: Coverage
    certain: bool
    since: LegalDate
    until: LegalDate | None = None
