"""How alike texts are, which assignment is best, and what a printed place means."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest

from organica.domain.source import Provision
from organica.plan.assignment import assigned
from organica.plan.likeness import Weights, Words, is_generic, says_the_same
from organica.plan.noting import PLAN_DECISIONS, PlanDoubt
from organica.plan.provisions import provision_of
from organica.plan.reasons import ALTERNATIVE_SENTENCES, REASON_SENTENCES, AlternativeCode, ReasonCode


@pytest.mark.parametrize("seed", range(60))
def test_an_assignment_is_the_best_of_all(seed: int) -> None:
    chance = Random(seed)
    left, right = chance.randint(1, 5), chance.randint(1, 5)
    worths = {
        (one, other): round(chance.random(), 2)
        for one in range(left)
        for other in range(right)
        if chance.random() < 0.6
    }
    chosen = assigned(worths)
    assert len(set(chosen.values())) == len(chosen)
    every = permutations([*range(right), *[None] * left], left)
    best = max(
        sum(worths.get((one, other), 0.0) for one, other in enumerate(each) if other is not None)
        for each in every
    )
    assert sum(worths[pair] for pair in chosen.items()) == pytest.approx(best)


def test_what_is_worth_nothing_stays_alone() -> None:
    assert assigned({(0, 0): 0.0, (1, 1): -1.0, (2, 2): 0.1}) == {2: 2}
    assert assigned({}) == {}


@pytest.mark.parametrize(
    ("text", "generic"),
    [
        ("Las demás funciones que le encomiende el Director", True),  # resoluciones de Chile
        ("Otras que le sean asignadas por la Gerencia General", True),  # ROF del Perú
        ("Desempeñar las demás funciones que le fijen las leyes", True),  # leyes orgánicas de Chile
        ("Las demás que le corresponda de acuerdo a la normativa sobre la materia", True),  # ROF del Perú
        ("Cualquier otra función que le delegue la autoridad", True),  # decretos de Argentina
        ("Realizar todas las demás tareas que le solicite su jefatura", True),
        ("Coordinar con las demás unidades la elaboración del presupuesto", False),
        ("Atender las solicitudes de otras instituciones", False),
    ],
)
def test_what_closes_any_list_is_known(text: str, generic: bool) -> None:
    assert is_generic(text) is generic


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Pagar.", "Pagar;", True),
        ("Pagar; y", "Pagar", True),
        ("Pagar  a\ntiempo", "Pagar a tiempo", True),
        ("Pagar a tiempo", "Pagar, a tiempo", False),
        ("Ley", "Le y", False),
    ],
)
def test_the_sign_that_closes_an_item_says_nothing(one: str, other: str, same: bool) -> None:
    assert says_the_same(one, other) is same


def test_a_formula_counts_as_one_word() -> None:
    formula = "conforme a la normativa vigente sobre procedimientos administrativos"
    texts = [
        Words.of(f"{word} {formula}")
        for word in ("Pagar sueldos", "Abrir puertas", "Regar plantas", "Atar cabos")
    ]
    weights = Weights([*texts, *(Words.of(f"Tarea {number} distinta") for number in "123456")])
    assert weights.alike(texts[0], texts[1]) < 0.25
    assert weights.alike(texts[0], Words.of(f"Pagar los sueldos mensuales {formula}")) > 0.8


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Artículo 12", Provision(article="12")),
        ("ARTÍCULO 5°.-", Provision(article="5")),
        ("Artículo 12 bis", Provision(article="12 bis")),
        ("Artículo 10-A", Provision(article="10-A")),
        ("Artículo primero", Provision(article="primero")),
        ("Art. 7, inciso segundo", Provision(article="7", paragraph="segundo")),
        ("Reglamento de Organización y Funciones, artículo 33", Provision(document="Reglamento de Organización y Funciones", article="33")),
        ("Anexo II, numeral 4", Provision(document="Anexo II", paragraph="4")),
        ("Resuelvo 2", Provision()),
    ],
)  # fmt: skip
def test_a_printed_place_is_taken_apart(printed: str, expected: Provision) -> None:
    found = provision_of(printed, "b")
    assert found == Provision(expected.document, expected.article, expected.paragraph, "b", printed)


def test_where_nothing_is_printed_there_is_no_place() -> None:
    assert provision_of(None) is None
    assert provision_of(None, "b") == Provision(label="b")


def test_every_code_has_its_sentence() -> None:
    assert set(REASON_SENTENCES) == set(ReasonCode)
    assert set(ALTERNATIVE_SENTENCES) == set(AlternativeCode)
    assert set(PLAN_DECISIONS) == set(PlanDoubt)
