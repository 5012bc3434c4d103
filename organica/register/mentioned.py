"""Where the functions of a day name other units: each mention, and which units they tie to which.

Takes a snapshot; returns values of that snapshot. Called by snapshot; read by schema and REST.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from organica.register.mentions import MentionSpan

if TYPE_CHECKING:
    from organica.register.snapshot import Snapshot
    from organica.register.views import FunctionVersion, UnitVersion


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a unit in the text of a function, as it is in a snapshot."""

    snapshot: Snapshot
    span: MentionSpan

    @property
    def function(self) -> FunctionVersion:
        """Return the function whose text it stands in."""
        return self.snapshot.functions[self.span.function]

    @property
    def start(self) -> int:
        """Return the place of its first character in the text, counted from 0."""
        return self.span.first

    @property
    def end(self) -> int:
        """Return the place behind its last character."""
        return self.span.last

    @property
    def text(self) -> str:
        """Return the name, literal."""
        return self.span.text

    @property
    def unit(self) -> UnitVersion | None:
        """Return the unit that it means; None where no unit of the organization answers to it."""
        return self.snapshot.units.get(self.span.unit or "")


@dataclass(frozen=True, slots=True)
class Coordination:
    """That functions of one unit name another one; `functions` are those, in printed order."""

    from_unit: UnitVersion
    to_unit: UnitVersion
    functions: tuple[FunctionVersion, ...]


def coordination(snapshot: Snapshot) -> tuple[Coordination, ...]:
    """Return which units name which, by the codes of both; a unit that names itself is not told."""
    found: dict[tuple[str, str], list[FunctionVersion]] = {}
    for unit, held in snapshot.functions_by_unit.items():
        for function in held:
            named = {each.unit.code for each in function.mentions if each.unit is not None}
            for other in named - {unit}:
                found.setdefault((unit, other), []).append(function)
    return tuple(
        Coordination(snapshot.units[one], snapshot.units[other], tuple(found[one, other]))
        for one, other in sorted(found)
    )
