"""With which day a text is compared, and since when its acts are said to be in force."""

from __future__ import annotations

from dataclasses import replace

import pytest

from organica.domain.dates import DateBasis, LegalDate
from organica.domain.ids import BadCode
from organica.plan import comparison_day, propose
from organica.plan.sourcing import own_source
from tests.support.plan.texts import a_body, a_head_unit, a_text, facts, structure_of

SAME_YEAR = "cl/servicio-ficticio/decreto/2025/7"


@pytest.mark.parametrize(
    ("given", "printed", "day", "start"),
    [
        (LegalDate("2025-05-01"), "2025-03-03", "2025-05-01", LegalDate("2025-05-01")),
        (LegalDate("2025", DateBasis.ASSUMED), None, "2025-01-01", LegalDate("2025", DateBasis.ASSUMED)),
        (None, "2025-03-03", "2025-03-03", LegalDate("2025-03-03", DateBasis.ASSUMED)),
        (None, None, "2025-12-31", LegalDate("2025", DateBasis.ASSUMED)),
    ],
)
def test_it_is_the_day_given_else_the_one_printed_else_the_end_of_the_year(
    given: LegalDate | None, printed: str | None, day: str, start: LegalDate
) -> None:
    outline = a_text(a_head_unit())
    outline = replace(outline, sources=(replace(outline.sources[0], date=printed),))
    told = replace(facts(), in_force_from=given)
    assert comparison_day(outline, told).isoformat() == day
    assert own_source(outline, told).in_force_from == start


@pytest.mark.parametrize(
    ("known", "doubts"),
    [
        (set(), 0),
        ({SAME_YEAR}, 1),
        ({"cl/servicio-ficticio/decreto/2024/7"}, 0),
        ({"cl/servicio-ficticio/decreto/2025/99"}, 0),
        ({"cl/servicio-ficticio/pagina-web/2025/organigrama"}, 0),
    ],
)
def test_another_norm_of_the_only_year_that_is_known_is_a_doubt(known: set[str], doubts: int) -> None:
    told = replace(facts(None), in_force_from=None)
    proposal = propose(a_text(a_head_unit()), structure_of(a_body()), told, known=known)
    found = [doubt.decision or "" for doubt in proposal.doubts if doubt.code == "year_only"]
    assert len(found) == doubts
    assert all(SAME_YEAR in each and "2025-12-31" in each for each in found)


def test_a_known_day_leaves_no_doubt_of_the_year() -> None:
    proposal = propose(a_text(a_head_unit()), structure_of(a_body()), facts(None), known={SAME_YEAR})
    assert [doubt for doubt in proposal.doubts if doubt.code == "year_only"] == []


def test_a_kind_of_source_that_no_file_may_hold_is_refused_before_anything_is_compared() -> None:
    outline = a_text(a_head_unit())
    wrong = replace(outline, sources=(replace(outline.sources[0], kind="Decreto Raro"),))
    with pytest.raises(BadCode):
        comparison_day(wrong, facts())
