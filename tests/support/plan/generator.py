"""Pairs for the planner: ten years of a body, and a text that known acts have made out of it.

Takes a seed; returns the resolutions, the structure that they make, and the text with what became of every unit
and function. Called by tests/plan and by the campaign of plans.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random

from organica.domain.acts import (
    ROOT,
    AmendFunction,
    AssignFunction,
    CreateUnit,
    FunctionItem,
    FunctionRef,
    MoveUnit,
    PlainAct,
    RenameUnit,
    under,
)
from organica.domain.filings import Enacted
from organica.domain.history import fold
from organica.domain.ids import Minter
from organica.domain.outline import Outline
from organica.domain.resolution import Resolution
from organica.domain.structure import Structure
from organica.text.slug import slug
from tests.makers import ORGANIZATION, a_day, a_resolution
from tests.support.plan.changes import Changes
from tests.support.plan.drafts import LABELS, Draft, draft_of
from tests.support.plan.wording import (
    CLOSING,
    KINDS,
    a_function,
    a_name,
    named_for,
    reworded,
    some_matters,
)

TEXT_DAY = a_day("2025-12-31")


@dataclass(frozen=True)
class Pair:
    """A history, the text that follows it, and what is true: `draft` holds what became of everything.

    `full`: the text states all of the body; else only the units whose ids are `stated`.
    """

    seed: int
    resolutions: tuple[Resolution, ...]
    register: Register
    structure: Structure
    draft: Draft
    outline: Outline
    truth: Counter[str]
    renamed: frozenset[str]
    transferred: frozenset[str]
    full: bool


def a_pair(seed: int, *, full: bool = True, units: int | None = None, functions: int | None = None) -> Pair:
    """Return the pair of a seed; without numbers, a body of 5 to 40 units with 5 to 15 functions each."""
    chance = Random(seed)
    number = units or chance.randint(5, 40)
    register = Register()
    resolutions = a_history(chance, number, functions, register)
    structure = register.structure
    draft = draft_of(structure)
    changes = Changes(chance, draft, whole=full)
    changes.make()
    outline = draft.outline(None if full else changes.stated)
    return Pair(
        seed=seed,
        resolutions=resolutions,
        register=register,
        structure=structure,
        draft=draft,
        outline=outline,
        truth=changes.made,
        renamed=frozenset(changes.renamed),
        transferred=frozenset(changes.transferred),
        full=full,
    )


def a_history(
    chance: Random, number: int, functions: int | None, register: Register
) -> tuple[Resolution, ...]:
    """Return the resolutions of ten years: the body's creation and what changed year by year; enact each."""
    created: list[CreateUnit] = []
    names: set[str] = set()
    borrowed: list[str] = []
    for place in range(number):
        matters = some_matters(chance)
        depth = 0 if place == 0 else chance.choice((1, 1, 2, 3))
        kind = "Dirección" if place == 0 else KINDS[min(depth, len(KINDS) - 1)]
        name = named_for(kind, matters, names)
        if name is None:
            continue
        texts = [a_function(chance, matters) for _ in range(functions or chance.randint(5, 15))]
        if borrowed and chance.random() < 0.2:
            texts[0] = chance.choice(borrowed)
        borrowed.append(texts[-1])
        if chance.random() < 0.7:
            texts.append(chance.choice(CLOSING))
        parent = ROOT if place == 0 else under(chance.choice(created[: max(1, place // 2)]).unit)
        items = tuple(
            FunctionItem(text=text, label=label) for label, text in zip(LABELS, texts, strict=False)
        )
        created.append(CreateUnit(unit=slug(name), parent=parent, kind=kind, name=name, functions=items))
    resolutions = [a_resolution(*created, number="1", in_force_from="2016-01-01")]
    register.enact(resolutions[0])
    for year in range(2017, 2026, 2):
        resolutions.append(_a_year(chance, year, register.structure, names))
        register.enact(resolutions[-1])
    return tuple(resolutions)


def _a_year(chance: Random, year: int, structure: Structure, names: set[str]) -> Resolution:
    """Return what a resolution of one year did to the body."""
    acts: list[PlainAct] = []
    for unit in chance.sample(sorted(structure.units), max(1, len(structure.units) // 5)):
        state, held = structure.units[unit], structure.functions_by_unit.get(unit, ())
        happens = chance.random()
        matters = some_matters(chance)
        if happens < 0.25:
            acts.append(RenameUnit(unit=unit, name=a_name(chance, state.kind, names)))
        elif happens < 0.5 and held:
            function = chance.choice(held)
            text = reworded(chance, function.text, 0.2)
            if text != function.text:
                acts.append(AmendFunction(function=FunctionRef(code=function.code), text=text))
        elif happens < 0.8:
            label = LABELS[len(held)]
            item = FunctionItem(text=a_function(chance, matters), label=label)
            acts.append(AssignFunction(unit=unit, function=item))
        elif state.parent.unit is not None and not structure.children.get(unit):
            root = next(code for code, each in structure.units.items() if each.parent == ROOT)
            if state.parent.unit != root:
                acts.append(MoveUnit(unit=unit, parent=under(root)))
    number = str(year)
    if not acts:
        first = sorted(structure.units)[0]
        acts.append(RenameUnit(unit=first, name=a_name(chance, structure.units[first].kind, names)))
    return a_resolution(*acts, number=number, in_force_from=f"{year}-01-01")


class Register:
    """A register without storage or checks of its own: each resolution is folded once, after those before."""

    def __init__(self) -> None:
        self._enacted: list[Enacted] = []
        self._minter = Minter()
        self._history = fold(ORGANIZATION, ())

    @property
    def structure(self) -> Structure:
        """Return what is in force on the day of the text."""
        return self._history.structure_on(TEXT_DAY)

    def enact(self, resolution: Resolution) -> None:
        """Fold a resolution in. Raises what the fold refuses."""
        fresh = Enacted(len(self._enacted) + 1, resolution)
        self._history = fold(ORGANIZATION, self._enacted, fresh=fresh, minter=self._minter)
        bound = self._history.bound
        assert bound is not None
        self._enacted.append(Enacted(fresh.entry, bound))
