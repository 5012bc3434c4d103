"""Which norms a text amends, and whether a thing in force rests on one of them.

Takes an outline and the structure in force; answers for the key of a source. Called by amended_places and
amending: "artículo 3" is a place only in the norm that the text amends.
"""

from __future__ import annotations

from organica.domain.outline import Outline, OutlineSource, SourceRelation
from organica.domain.states import FunctionState, UnitState
from organica.domain.structure import Structure
from organica.text.fold import words


class AmendedSources:
    """The sources that a text says it amends; where it says none, the only one that the structure has."""

    def __init__(self, outline: Outline, structure: Structure) -> None:
        self._said = tuple(
            each
            for each in outline.sources
            if each.role == "cited" and each.relation is SourceRelation.AMENDS
        )
        states: tuple[UnitState | FunctionState, ...] = (
            *structure.units.values(),
            *structure.functions.values(),
        )
        self._held = {basis.source for state in states for basis in state.legal_basis}

    @property
    def said(self) -> str:
        """Return the amended sources as the text prints them; nothing where it names none."""
        return ", ".join(each.printed for each in self._said)

    @property
    def unknown(self) -> bool:
        """Tell whether nothing in force rests on what the text says that it amends."""
        return bool(self._said) and not any(map(self.amends, self._held))

    def amends(self, key: str) -> bool:
        """Tell whether the text amends the source of this key."""
        if not self._said:
            return self._held == {key}
        return any(_is(each, key) for each in self._said)

    def bears(self, state: UnitState | FunctionState) -> bool:
        """Tell whether a thing in force rests on what the text amends, or the text names nothing."""
        return not self._said or any(self.amends(basis.source) for basis in state.legal_basis)


def _is(source: OutlineSource, key: str) -> bool:
    """Tell whether a cited source has this key: its kind, number and year, as far as they are printed.

    A decreto supremo is often cited as a mere decreto, so the shorter kind stands for the longer one.
    """
    _, _, kind, year, name = key.split("/", 4)
    said = source.kind.replace("_", "-")
    same_kind = f"{kind}-".startswith(f"{said}-") or f"{said}-".startswith(f"{kind}-")
    same_year = source.year is None or str(source.year) == year
    cited = f"{source.number} {source.series or ''}" if source.number else source.title or ""
    return same_kind and same_year and _number(cited) == _number(name)


def _number(printed: str) -> tuple[str, ...]:
    return tuple(word.lstrip("0") or word for word in words(printed))
