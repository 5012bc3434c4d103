"""How much a text states: what the facts say of it, and what is taken where they say nothing."""

from __future__ import annotations

import pytest

from organica.domain.errors import Refused
from organica.plan import Mode, ModeReason, Scope, read_facts

PLAIN: dict[str, object] = {
    "organica": "facts/1",
    "organization": "cl.servicio-ficticio",
    "name": "Servicio Ficticio",
    "time_zone": "America/Santiago",
}


@pytest.mark.parametrize(
    ("written", "scope"),
    [
        (None, None),
        ("full", Scope(Mode.FULL, ModeReason.GIVEN)),
        ("partial", Scope(Mode.PARTIAL, ModeReason.GIVEN)),
        ({"under": "compras"}, Scope(Mode.FULL, ModeReason.GIVEN, "compras")),
    ],
)
def test_a_scope_is_a_word_or_the_unit_above_all_of_it(written: object, scope: Scope | None) -> None:
    assert read_facts({**PLAIN, "scope": written}).scope == scope


@pytest.mark.parametrize(
    ("written", "code", "fact"),
    [
        ("first", "wrong_fact", "scope"),
        ("todo", "wrong_fact", "scope"),
        (["full"], "wrong_fact", "scope"),
        ({"above": "compras"}, "unknown_fact", "scope.above"),
        ({}, "missing_fact", "scope.under"),
        ({"under": "Compras"}, "bad_code", None),
    ],
)
def test_a_scope_that_says_nothing_known_is_refused(written: object, code: str, fact: str | None) -> None:
    with pytest.raises(Refused) as refusal:
        read_facts({**PLAIN, "scope": written})
    assert (refusal.value.code, refusal.value.facts.get("fact")) == (code, fact)
