"""What must hold of every structure on every day, whatever was enacted.

Source: design section 11, invariant 2. Written apart from `organica.domain.checks`, which it watches over.
"""

from __future__ import annotations

from collections import Counter

from organica.domain.acts import ParentStatus
from organica.domain.history import History
from organica.domain.states import Noun
from organica.domain.structure import Structure


def assert_sound(structure: Structure) -> None:
    """No orphan, no cycle, no two functions with one letter in one list, nothing under a wrong code."""
    for _, code, state in structure.states():
        assert state.code == code
        assert state.legal_basis
    for unit in structure.units.values():
        assert (unit.parent.status is ParentStatus.KNOWN) == (unit.parent.unit is not None)
        assert unit.parent.unit is None or unit.parent.unit in structure.units
        above, steps = unit.parent.unit, 0
        while above is not None:
            steps += 1
            assert steps <= len(structure.units), f"{unit.code} hangs in a ring"
            above = structure.units[above].parent.unit
    letters: Counter[object] = Counter()
    for function in structure.functions.values():
        assert function.unit in structure.units
        if function.parent is not None:
            assert structure.functions[function.parent].unit == function.unit
        if function.post is not None:
            assert structure.posts[function.post].unit == function.unit
        if function.label is not None and not function.misprint:
            letters[function.unit, function.post, function.list, function.parent, function.label] += 1
    assert not [place for place, times in letters.items() if times > 1]
    heads = Counter(post.unit for post in structure.posts.values() if post.heads)
    assert not [unit for unit, times in heads.items() if times > 1]
    assert all(post.unit in structure.units for post in structure.posts.values())
    assert all(held.post in structure.posts for held in structure.appointments.values())
    for post in structure.posts.values():
        assert post.code not in post.substitutes
        assert len(set(post.substitutes)) == len(post.substitutes)
    for programme in structure.programmes.values():
        assert programme.runner.unit is None or programme.runner.unit in structure.units
        assert len(set(programme.functions)) == len(programme.functions)
    figures = Counter((each.programme, each.name, each.period) for each in structure.indicators.values())
    assert all(programme in structure.programmes for programme, _, _ in figures)
    assert not [figure for figure, times in figures.items() if times > 1]
    for reference in structure.references.values():
        assert (reference.unit is None) != (reference.organization is None)
    if structure.organization is not None:
        assert list(structure.organization.affiliations) == sorted(set(structure.organization.affiliations))
    elif any(noun is Noun.ORGANIZATION for noun, _ in structure.endings):
        assert not structure.units, "a dissolved organization has units"
        assert not structure.programmes, "a dissolved organization has programmes"


def assert_all_sound(history: History) -> None:
    """Hold every moment to the invariants; moments are in order and end where the next structure begins."""
    days = [moment.day for moment in history.moments]
    assert days == sorted(set(days))
    for moment in history.moments:
        assert_sound(moment.structure)
