"""Random histories, many of them back-dated: the register answers what a small model answers.

`ORGANICA_HYPOTHESIS=long` runs many more of them.
"""

from __future__ import annotations

import os
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from organica.domain.acts import ParentStatus
from organica.domain.change import ChangeKind
from organica.domain.diff import Side, diff
from organica.domain.errors import Refused
from organica.domain.moments import Moment
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.states import content
from organica.domain.structure import Structure
from organica.domain.versions import versions
from tests.makers import ORGANIZATION, Book, acts_of
from tests.support.model import FIRST, Fault, Model, Op, Picture, Proposal, Step, histories

LONG = os.environ.get("ORGANICA_HYPOTHESIS") == "long"
PROFILE = settings(
    max_examples=20_000 if LONG else 400,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
Told = set[tuple[str, str, str]]


def plain(structure: Structure) -> dict[str, dict[str, tuple[str | None, ...]]]:
    """Return a structure in the words of the model."""
    assert all(unit.parent.status is not ParentStatus.UNKNOWN for unit in structure.units.values())
    return {
        "units": {code: (unit.name, unit.parent.unit) for code, unit in structure.units.items()},
        "functions": {code: (held.unit, held.label, held.text) for code, held in structure.functions.items()},
    }


def driven(steps: list[Step]) -> tuple[Book, Model]:
    """Enact a history step by step, each held to the model's verdict."""
    book, model = Book(), Model()
    opening = model.opening()
    model.accept(opening, acts_of(book.enact(opening.resolution)))
    for step in steps:
        proposal = model.propose(step)
        if not proposal.ops:
            continue
        fault = model.judge(proposal)
        if fault is None:
            model.accept(proposal, acts_of(book.enact(proposal.resolution)))
            agree(book, model)
        else:
            refuses(book, proposal, fault)
    return book, model


def agree(book: Book, model: Model) -> None:
    days = model.days()
    assert [moment.day for moment in book.history.moments] == days
    for day in (FIRST - timedelta(days=1), *days, *(day + timedelta(days=13) for day in days)):
        structure = book.history.structure_on(day)
        assert plain(structure) == model.on(day).plain()
        for held in structure.functions_by_unit.values():
            letters = [function.label or "" for function in held]
            assert letters == sorted(letters)


def refuses(book: Book, proposal: Proposal, fault: Fault) -> None:
    """The register gives the model's reason, names the act that fails, and nothing has changed."""
    before, entries = book.history, list(book.enacted)
    with pytest.raises(Refused) as refusal:
        book.enact(proposal.resolution)
    if fault.at is proposal:
        assert refusal.value.code in fault.codes
        assert refusal.value.facts["source"] == proposal.key
    else:
        assert isinstance(refusal.value, LaterActNoLongerApplies)
        assert refusal.value.cause.code in fault.codes
        assert refusal.value.facts["later_source"] == fault.at.key
    assert (book.history, book.enacted) == (before, entries)
    assert book.refold().moments == before.moments


@PROFILE
@given(histories())
def test_every_day_of_a_random_history_is_as_the_model_replays_it(steps: list[Step]) -> None:
    book, _ = driven(steps)
    assert book.refold().moments == book.history.moments


@PROFILE
@given(histories(max_steps=8))
def test_the_diff_of_any_two_days_is_the_models_with_the_act_behind_each_change(steps: list[Step]) -> None:
    book, model = driven(steps)
    moments = book.history.moments
    for index, base in enumerate(moments):
        for target in moments[index:]:
            assert told(base, target) == expected(model, base.day, target.day)


@PROFILE
@given(histories(max_steps=8))
def test_the_versions_of_a_random_history_cover_every_day_once(steps: list[Step]) -> None:
    book, _ = driven(steps)
    found = versions(book.history)
    for moment in book.history.moments:
        on_the_day = [
            (version.noun, version.code, version.state)
            for version in found
            if version.start <= moment.day and (version.end is None or moment.day < version.end)
        ]
        states = list(moment.structure.states())
        assert len(on_the_day) == len(states)
        assert {each[:2]: each[2] for each in on_the_day} == {each[:2]: each[2] for each in states}
    for version, following in zip(found, [*found[1:], None], strict=True):
        only_renewed = (
            following is not None
            and (following.noun, following.code, following.start) == (version.noun, version.code, version.end)
            and content(following.state) == content(version.state)
        )
        if only_renewed and following is not None:
            assert (version.until, version.ended_by) == (following.until, following.ended_by)
        else:
            assert (version.until.earliest if version.until else None) == version.end
            assert (version.ended_by is None) == (version.end is None)


def told(base: Moment, target: Moment) -> Told:
    """Return (kind, code, source) of each change that the register tells."""
    changes = diff(ORGANIZATION, Side(base.structure, base.coverage), Side(target.structure, target.coverage))
    found = [
        (change.kind.value, change.code, change.legal_basis.source if change.legal_basis else "nobody")
        for change in changes
    ]
    assert len(found) == len(set(found))
    return set(found)


_KINDS = {
    "name": ChangeKind.UNIT_RENAMED,
    "parent": ChangeKind.UNIT_MOVED,
    "unit": ChangeKind.FUNCTION_TRANSFERRED,
    "label": ChangeKind.FUNCTION_RELABELLED,
    "text": ChangeKind.FUNCTION_AMENDED,
}


def expected(model: Model, base: date, target: date) -> Told:
    """Return (kind, code, source) of each change between two days, as the model has them."""
    old, new = model.on(base), model.on(target)
    found: Told = set()
    for before, after, born, ended in (
        (old.units, new.units, ChangeKind.UNIT_CREATED, ChangeKind.UNIT_SUPPRESSED),
        (old.functions, new.functions, ChangeKind.FUNCTION_ASSIGNED, ChangeKind.FUNCTION_REMOVED),
    ):
        for code in before.keys() | after.keys():
            if code not in before:
                found.add((born.value, code, model.key(granting(model, code))))
            elif code not in after:
                found.add((ended.value, code, model.key(ending(model, code, target))))
            else:
                found |= {
                    (_KINDS[name].value, code, model.key(after[code][name][1]))
                    for name in after[code]
                    if after[code][name][0] != before[code][name][0]
                }
    return found


def granting(model: Model, code: str) -> int:
    """Return the entry that brought a thing into being."""
    return next(
        each.entry
        for each in model.accepted
        for op in each.ops
        if op.kind in ("create", "assign") and op.code == code
    )


def ending(model: Model, code: str, day: date) -> int:
    """Return the entry that ended a thing; nothing ends twice."""
    return next(
        each.entry
        for each in model.accepted
        for op in each.ops
        if op.kind in ("suppress", "remove") and op.code == code and each.day <= day
    )


def test_the_model_is_no_empty_shell() -> None:
    """The model itself refuses and replays: a hand-made history with its exact picture."""
    model = Model()
    opening = model.opening()
    model.accept(opening, acts_of(Book().enact(opening.resolution)))
    assert model.on(FIRST - timedelta(days=1)) == Picture()
    assert model.on(FIRST).plain() == {
        "units": {
            "direccion": ("Dirección", None),
            "archivo": ("Archivo", "direccion"),
            "faros": ("Faros", "direccion"),
            "boyas": ("Boyas", "faros"),
        },
        "functions": {
            "faros.1": ("faros", "a", "Encender los faros."),
            "boyas.1": ("boyas", "a", "Fondear las boyas."),
            "boyas.2": ("boyas", "b", "Recuperar las boyas."),
        },
    }
    ring = model.propose(Step(day=6, orders=(("move", 2, 1, 1),)))
    assert ring.ops == (Op("move", "direccion", parent="boyas"),)
    assert model.judge(ring) == Fault(ring, frozenset({"parent_cycle"}))
    creation = model.propose(Step(day=5, orders=(("create", 0, 0, 1),)))
    model.accept(creation, creation.resolution.acts)
    assert model.on(creation.day).plain()["units"]["compras"] == ("Unidad 2", "archivo")
    early = model.propose(Step(day=4, orders=(("create", 0, 0, 1),)))
    assert model.judge(early) == Fault(model.accepted[1], frozenset({"unit_exists"}))
