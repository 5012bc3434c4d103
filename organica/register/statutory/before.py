"""What was before the day of a statutory table: what units held, what ended, what came new.

Takes an archive, with the structure of the day; yields values for `Day`. Called by `tables`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from organica.domain.source import LegalSource
from organica.domain.states import Noun, UnitState
from organica.domain.structure import Structure
from organica.register.archive import Archive
from organica.render.statutory.day import Ended, LeftFunction
from organica.render.statutory.granting import filled_in


def left(archive: Archive, structure: Structure, as_of: date, known: int) -> Iterator[LeftFunction]:
    """Yield what the units of a day held before it and hold no more."""
    for unit in structure.units:
        for code in archive.functions_ever_in(unit, known):
            now = structure.functions.get(code)
            if now is not None and now.unit == unit:
                continue
            held = [
                version
                for version in archive.versions_of(Noun.FUNCTION, code, known)
                if version.start <= as_of and getattr(version.state, "unit", None) == unit
            ]
            if held and held[-1].until is not None and held[-1].ended_by is not None:
                last = held[-1]
                yield LeftFunction(unit, last.state.legal_basis, held[-1].until, held[-1].ended_by)


def ended(archive: Archive, as_of: date, known: int) -> Iterator[Ended]:
    """Yield the units, functions and posts that were before a day and are no more."""
    for (noun, code), ending in archive.endings_before(as_of, known).items():
        if noun in (Noun.UNIT, Noun.FUNCTION, Noun.POST):
            versions = archive.versions_of(noun, code, known)
            last = [each for each in versions if each.start <= as_of][-1]
            yield Ended(last.state.legal_basis, ending.on, ending.basis)


def objectives_given(
    archive: Archive, structure: Structure, sources: Mapping[str, LegalSource], as_of: date, known: int
) -> Iterator[tuple[str, str]]:
    """Yield each unit that some norm gave an objective when it had none, with the key of that norm."""
    for code, unit in structure.units.items():
        if unit.objective is None:
            continue
        states = [
            each.state
            for each in archive.versions_of(Noun.UNIT, code, known)
            if each.start <= as_of and isinstance(each.state, UnitState)
        ]
        given = [state.objective is not None and not filled_in(state, sources) for state in states]
        began = [place for place in range(1, len(states)) if given[place] and not given[place - 1]]
        for basis in reversed(states[began[-1]].legal_basis if began else ()):
            if "objective" in basis.changed and sources[basis.source].normative:
                yield code, basis.source
                break
