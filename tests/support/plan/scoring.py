"""How well a plan recovers what is true of a pair: what it found, missed and invented.

Takes a pair; plans it, folds the proposal into the history, and compares what became of every unit and function
with what is true. Called by tests/plan and by the campaign of plans.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field

from organica.domain.acts import (
    RemoveFunction,
    RestateFunction,
    RestateUnit,
    SuppressUnit,
)
from organica.domain.dates import LegalDate
from organica.domain.structure import Structure
from organica.plan import Mode, ModeReason, PageFacts, Proposal, Scope, propose
from tests.makers import ORGANIZATION
from tests.support.plan.drafts import DraftFunction, DraftUnit
from tests.support.plan.generator import TEXT_DAY, Pair

# Which part of what is true a plan must recover over many pairs.
LEAST = {"renames": 0.95, "transfers": 0.98, "re-letterings": 0.98}
WHOLE = Scope(Mode.FULL, ModeReason.GIVEN)


@dataclass
class Score:
    """Counts of what was true, found and invented, and sentences about what should not be."""

    counts: Counter[str] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)

    def add(self, what: str, true: set[str], found: set[str]) -> None:
        """Count a set of codes that is true against the one that was found."""
        self.counts[f"{what} true"] += len(true)
        self.counts[f"{what} found"] += len(true & found)
        self.counts[f"{what} invented"] += len(found - true)


def falls_short(counts: Counter[str]) -> list[str]:
    """Return where the sums of many pairs are below what plans must recover, or above what they may invent."""
    short = [
        f"{what}: {counts[f'{what} found']} of {counts[f'{what} true']}"
        for what, least in LEAST.items()
        if counts[f"{what} found"] < least * counts[f"{what} true"]
    ]
    invented = counts["suppressions invented"]
    return [*short, f"suppressions invented: {invented}"] if invented else short


def facts(*, full: bool) -> PageFacts:
    """Return the facts beside the text of a pair."""
    return PageFacts(
        ORGANIZATION,
        "Servicio Ficticio",
        "America/Santiago",
        in_force_from=LegalDate.of(TEXT_DAY),
        scope=WHOLE if full else None,
    )


def planned(pair: Pair) -> Proposal:
    """Return what the planner proposes for a pair."""
    return propose(pair.outline, pair.structure, facts(full=pair.full))


def score(pair: Pair) -> Score:
    """Return how well the plan of a pair recovers what is true."""
    proposal = planned(pair)
    register = deepcopy(pair.register)
    register.enact(proposal.resolution)
    after = register.structure
    result = Score(Counter(pair.truth))
    told = [unit for unit in pair.draft.units if _is_told(pair, unit)]
    result.findings += _unlike(pair, after, told)
    _score_units(pair, proposal, after, result)
    _score_functions(pair, after, told, result)
    acts = proposal.resolution.acts
    result.counts["acts"] = len(acts)
    result.counts["restatements"] = sum(isinstance(act, RestateUnit | RestateFunction) for act in acts)
    result.counts["removals proposed"] = sum(isinstance(act, RemoveFunction) for act in acts)
    result.counts["doubts"] = len(proposal.doubts)
    return result


def _is_told(pair: Pair, unit: DraftUnit) -> bool:
    return pair.full or unit.name in {entry.name for entry in pair.outline.units}


def _score_units(pair: Pair, proposal: Proposal, after: Structure, result: Score) -> None:
    before = pair.structure
    alive = {unit.code: unit for unit in pair.draft.units if unit.code is not None}
    renamed = {
        code
        for code, unit in after.units.items()
        if code in before.units and unit.name != before.units[code].name
    }
    named_rightly = {code for code in renamed if code in alive and after.units[code].name == alive[code].name}
    result.add("renames", set(pair.renamed & alive.keys()), named_rightly)
    result.counts["renames wrong"] += len(renamed - named_rightly)
    suppressed = {act.unit for act in proposal.resolution.acts if isinstance(act, SuppressUnit)}
    ended = {code for code in before.units if code not in after.units}
    result.counts["suppressions proposed"] += len(suppressed)
    result.counts["suppressions invented"] += len(suppressed & alive.keys())
    result.counts["ends invented"] += len(ended & alive.keys())
    result.counts["ends missed"] += len({code for code in before.units if code not in alive} - ended)
    if suppressed & alive.keys():
        result.findings.append(f"seed {pair.seed}: suppressed {sorted(suppressed & alive.keys())}")


def _score_functions(pair: Pair, after: Structure, told: list[DraftUnit], result: Score) -> None:
    before = pair.structure.functions
    where = {
        function.code: (unit, function)
        for unit in pair.draft.units
        for function in unit.functions
        if function.code is not None
    }
    units = {unit.name: code for code, unit in after.units.items()}
    placed = {code for code in where if _is_there(after, units, code, *where[code])}
    moved_true = {code for code, (unit, _) in where.items() if unit.code != before[code].unit}
    moved = {
        code for code, state in after.functions.items() if code in before and state.unit != before[code].unit
    }
    plain = moved_true & pair.transferred
    result.add("transfers", plain, moved & placed & plain)
    result.counts["transfers invented"] += len(moved - moved_true)
    result.add("handed over", moved_true - plain, moved & placed & (moved_true - plain))
    stated = {id(unit) for unit in told}
    lettered = {
        code
        for code, (unit, function) in where.items()
        if id(unit) in stated and unit.code == before[code].unit and function.label != before[code].label
    }
    result.add("re-letterings", lettered, lettered & placed)
    kept = {
        code for code, (unit, _) in where.items() if id(unit) in stated and unit.code == before[code].unit
    }
    result.counts["kept true"] += len(kept)
    result.counts["kept found"] += len(kept & placed)
    ended = {code for code in before if code not in where}
    result.counts["function ends true"] += len(ended)
    result.counts["function ends found"] += len({code for code in ended if code not in after.functions})


def _is_there(
    after: Structure, units: dict[str, str], code: str, unit: DraftUnit, function: DraftFunction
) -> bool:
    state = after.functions.get(code)
    return state is not None and state.unit == units.get(unit.name) and state.label == function.label


def _unlike(pair: Pair, after: Structure, told: list[DraftUnit]) -> list[str]:
    """Return what of the text the structure does not say as the text does."""
    by_name = {unit.name: unit for unit in after.units.values()}
    found = []
    for unit in told:
        state = by_name.get(unit.name)
        if state is None:
            found.append(f"seed {pair.seed}: no unit «{unit.name}»")
            continue
        above = after.units[state.parent.unit].name if state.parent.unit else None
        said = [(each.label, each.text) for each in unit.functions]
        # A decree closes each item with a sign; an item that is not amended keeps that of the text before.
        held = [(each.label, each.text.rstrip(";")) for each in after.functions_by_unit.get(state.code, ())]
        if above != (unit.parent.name if unit.parent else None):
            found.append(f"seed {pair.seed}: «{unit.name}» is under «{above}»")
        if said != held:
            odd = sorted(set(said) ^ set(held), key=str)
            found.append(
                f"seed {pair.seed}: the functions of «{unit.name}» differ: {odd[:4]} order {not odd}"
            )
    if pair.full and len(after.units) != len(told):
        found.append(f"seed {pair.seed}: {len(after.units)} units, not {len(told)}")
    if not pair.full:
        stated = {state.code for unit in told if (state := by_name.get(unit.name)) is not None}
        for code, was in pair.structure.units.items():
            same = code in stated or (
                after.units.get(code) == was
                and after.functions_by_unit.get(code) == pair.structure.functions_by_unit.get(code)
            )
            if not same:
                found.append(f"seed {pair.seed}: «{was.name}», which the text does not mention, changed")
    return found
