"""What an order of an amending act aims at: the unit, and the function in it, on that day.

Takes an order and the comparison; returns units and functions in force that fit. Called by amending. A place
is found by the name of its unit and its letter, or by the article that the function rests on.
"""

from __future__ import annotations

from collections.abc import Iterable

from organica.domain.outline import OutlineAmendment
from organica.domain.source import LegalBasis
from organica.domain.states import FunctionState, UnitState
from organica.plan.amended_sources import AmendedSources
from organica.plan.comparison import Comparison, same_label
from organica.plan.provisions import plain_number, provision_of
from organica.text.fold import folded
from organica.text.unit_names import Names, UnitName


class Places:
    """The places of a structure that an order may aim at."""

    def __init__(self, found: Comparison, amended: AmendedSources) -> None:
        self._amended = amended
        self._structure = found.structure
        units = found.structure.units.values()
        self._names = Names(
            UnitName(unit.code, unit.kind, unit.name, unit.acronym, unit.parent.unit) for unit in units
        )
        self._units_by_name: dict[str, list[UnitState]] = {}
        for unit in units:
            self._units_by_name.setdefault(folded(unit.name), []).append(unit)

    def unit(self, order: OutlineAmendment) -> UnitState | None:
        """Return the unit that an order names, or whose article it names; None where that is not one."""
        if order.unit is not None:
            named = self._units_by_name.get(folded(order.unit), [])
            if named:
                return named[0] if len(named) == 1 else None
            meant = self._names.meant_by(order.unit, None, "")
            return self._structure.units.get(meant) if meant else None
        article = article_of(order)
        if article is None:
            return None
        resting = {
            unit.code: unit
            for unit in self._structure.units.values()
            if self._rests_on(unit.legal_basis, article)
        }
        if not resting:
            functions = self._structure.functions.values()
            codes = {each.unit for each in functions if self._rests_on(each.legal_basis, article)}
            resting = {code: self._structure.units[code] for code in codes if code in self._structure.units}
        return next(iter(resting.values())) if len(resting) == 1 else None

    def functions(self, order: OutlineAmendment, label: str | None) -> list[FunctionState]:
        """Return the functions that an order may mean; where a letter is given, those that bear it."""
        unit = self.unit(order)
        if unit is not None:
            held = list(self._structure.functions_by_unit.get(unit.code, ()))
        elif order.unit is None and (article := article_of(order)) is not None:
            functions = self._structure.functions.values()
            held = [each for each in functions if self._rests_on(each.legal_basis, article)]
        else:
            return []
        if label is None:
            return held
        own = [each for each in held if each.parent is None and same_label(each.label, label)]
        if own or "/" not in label:
            return own
        return [each for each in held if same_label(self._path(each), label)]

    def everywhere(self) -> list[FunctionState]:
        """Return all functions in force that the amended norm bears on, in the order of their codes."""
        functions = self._structure.functions
        return [functions[code] for code in sorted(functions) if self._amended.bears(functions[code])]

    def is_of_another(self, unit: UnitState) -> bool:
        """Tell whether a unit, with all that it holds, rests on other norms than the amended one."""
        held = self._structure.functions_by_unit.get(unit.code, ())
        return not (self._amended.bears(unit) or any(map(self._amended.bears, held)))

    def _rests_on(self, legal_basis: Iterable[LegalBasis], article: str) -> bool:
        return any(
            basis.provision is not None
            and basis.provision.article is not None
            and folded(basis.provision.article) == folded(article)
            and self._amended.amends(basis.source)
            for basis in legal_basis
        )

    def _path(self, function: FunctionState) -> str:
        above = self._structure.functions.get(function.parent or "")
        own = function.label or ""
        return own if above is None else f"{self._path(above)}/{own}"


def article_of(order: OutlineAmendment) -> str | None:
    """Return the number of the article that an order aims at, without the word before it."""
    if order.article is None:
        return None
    place = provision_of(order.article)
    return place.article if place and place.article else plain_number(order.article)
