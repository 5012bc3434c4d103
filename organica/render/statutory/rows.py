"""The one model of a row, from which every column of every template takes its value.

Made by `powers`, `units` and `norms`; read by `cells`.
"""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.dates import LegalDate
from organica.domain.source import LegalSource
from organica.domain.states import UnitState


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says. Which of it there is hangs on the kind of the table.

    `above` is what the unit hangs from. `source` is the norm that the row rests on; where there is none,
    `attested_by` is the document that alone says so. `granted_by` is the citation with its article;
    `placed` tells whether the article, or the place as printed, is known. `amended_on`: None where nothing
    that the register knows amended it.
    """

    unit: UnitState | None = None
    above: str | None = None
    source: LegalSource | None = None
    attested_by: LegalSource | None = None
    granted_by: str | None = None
    placed: bool = True
    description: str | None = None
    amended_on: LegalDate | None = None
