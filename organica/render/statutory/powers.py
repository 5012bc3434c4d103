"""The rows of a table of powers: one for each unit and each provision that grants it something.

Takes a day; yields rows, and what had to be left out of them. Called by `table`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from organica.domain.dates import LegalDate
from organica.domain.source import Provision, citation_of
from organica.domain.states import FunctionState, UnitState
from organica.domain.statutory import Value
from organica.render.statutory.day import Day, later
from organica.render.statutory.description import description
from organica.render.statutory.granting import Grant, grant, grant_of_objective, restating
from organica.render.statutory.missing import Missing, Reason
from organica.render.statutory.rows import Row


@dataclass(slots=True)
class _Granted:
    """What one provision grants a unit, while it is gathered."""

    source: str
    provisions: list[Provision | None] = field(default_factory=list)
    objective: str | None = None
    functions: list[str] = field(default_factory=list)
    amended_on: LegalDate | None = None

    def add(self, found: Grant, amended_on: LegalDate | None) -> None:
        """Note the place of one thing that is granted, and when it was altered."""
        self.provisions.append(found.provision)
        self.amended_on = later(self.amended_on, amended_on)


_Place = tuple[str, str | None, str | None]


def power_rows(day: Day) -> Iterator[Row | Missing]:
    """Yield the rows of every unit, the objective's first; then what only attestations say of it.

    A power rests on an act: what only an attestation says has none to cite, so it is left out of the rows and
    told instead.
    """
    for unit in day.units():
        functions = day.structure.functions_by_unit.get(unit.code, ())
        granted, left_out = _gathered(day, unit, functions)
        for place, each in granted.items():
            yield _row(day, unit, functions, place, each)
        yield from left_out
        if not granted and not left_out:
            yield Missing(Reason.NOTHING_KNOWN, Value.DESCRIPTION, unit=unit)


def _gathered(
    day: Day, unit: UnitState, functions: Sequence[FunctionState]
) -> tuple[dict[_Place, _Granted], list[Missing]]:
    restated_by = restating(day, unit.code)
    granted: dict[_Place, _Granted] = {}
    left_out: list[Missing] = []
    if unit.objective:
        found = grant_of_objective(day, unit, restated_by)
        if found is None:
            attested = day.sources[_attesting(day, unit)]
            left_out.append(Missing(Reason.ATTESTED_OBJECTIVE, Value.DESCRIPTION, unit=unit, source=attested))
        else:
            here = granted.setdefault(found.place, _Granted(found.source))
            here.objective = unit.objective
            here.add(found, found.amended_on("objective"))
    attested_functions: dict[str, list[FunctionState]] = {}
    for function in functions:
        found = grant(day, function.legal_basis, restated_by)
        if found is None:
            attested_functions.setdefault(function.legal_basis[-1].source, []).append(function)
        else:
            here = granted.setdefault(found.place, _Granted(found.source))
            here.functions.append(function.code)
            here.add(found, found.amended_on())
    for each in day.left_by_unit.get(unit.code, ()):
        found = grant(day, each.legal_basis, restated_by)
        if found is not None and found.place in granted and day.sources[each.by.source].normative:
            here = granted[found.place]
            here.amended_on = later(here.amended_on, each.on)
    for source, held in attested_functions.items():
        named = ", ".join(function.label or function.code for function in held)
        left_out.append(
            Missing(
                Reason.ATTESTED_FUNCTIONS,
                Value.DESCRIPTION,
                unit=unit,
                source=day.sources[source],
                detail=named,
            )
        )
    return granted, left_out


def _attesting(day: Day, unit: UnitState) -> str:
    """Return the last attestation that a unit rests on."""
    return next(
        basis.source for basis in reversed(unit.legal_basis) if not day.sources[basis.source].normative
    )


def _row(
    day: Day, unit: UnitState, functions: Sequence[FunctionState], place: _Place, granted: _Granted
) -> Row:
    source = day.sources[granted.source]
    whole, document, article = granted.provisions[0], place[1], place[2]
    if any(provision != whole for provision in granted.provisions):
        # Letters of one article: what they have in common is the article, if that is known.
        whole = Provision(document=document, article=article)
    return Row(
        unit=unit,
        above=day.above(unit),
        source=source,
        granted_by=citation_of(source, whole),
        placed=whole is not None and (whole.article is not None or whole.printed is not None),
        description=description(granted.objective, functions, set(granted.functions), day.structure.posts),
        amended_on=later(granted.amended_on, day.amended_by_relation.get(granted.source)),
    )
