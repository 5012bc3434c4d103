"""Comparing a text with the structure in force: what enters is an outline, what leaves is a proposal.

Takes the outline, the structure on the day of the text and the facts; returns the acts that lead from the one
to the other. Called by the command line.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from organica.domain.outline import Outline
from organica.domain.resolution import CoverageClaim, EntryKind, Resolution
from organica.domain.structure import Structure
from organica.plan.amending import Orders, orders_of
from organica.plan.comparison import Comparison, compared
from organica.plan.deciding import left_to_decide
from organica.plan.doubts import notes
from organica.plan.ending import suppressions
from organica.plan.errors import NoUnitToState, ScopeNotInForce
from organica.plan.facts import PageFacts
from organica.plan.function_acts import function_acts, removals
from organica.plan.namesakes import less_sure_of_namesakes
from organica.plan.noting import comparison_notes, of_the_year
from organica.plan.one_line import on_one_line
from organica.plan.posting import post_acts
from organica.plan.proposal import CERTAIN, Mode, ModeReason, PlannedAct, Proposal, Scope
from organica.plan.reasons import Reason, ReasonCode
from organica.plan.restating import restatements
from organica.plan.sourcing import evidence_of, own_source
from organica.plan.statement import attestation_of, heads_astray, state_outline
from organica.plan.unit_acts import changes, creations, mergers, splits


def propose(
    outline: Outline,
    structure: Structure,
    facts: PageFacts,
    *,
    taken: Collection[str] = (),
    known: Collection[str] = (),
) -> Proposal:
    """Return the smallest set of acts found that leads from the structure to what the text says.

    `structure` is what is in force on the text's own day without it; where that holds no unit, everything is
    stated. `taken` are codes of units that the register has given besides those of the structure, `known`
    the keys of the sources that it holds.
    Raises: NoUnitToState, NothingToAmend, NoOwnSource, StartUnknown, NameWithoutLetters, ScopeNotInForce.
    """
    outline = on_one_line(outline)
    if not structure.units:
        return _first(outline, facts, taken, known)
    if not outline.units and not outline.amendments:
        raise NoUnitToState()
    source = own_source(outline, facts)
    scope = _scope(outline, structure, facts)
    found = compared(outline, structure, scope, taken)
    orders = orders_of(found)
    acts, settled = left_to_decide(
        outline, structure, less_sure_of_namesakes(found, _in_order(found, orders))
    )
    by_name = {
        entry.name: code for entry, code in reversed(list(zip(found.sides.entries, found.codes, strict=True)))
    }
    doubts = (
        *notes(outline, by_name),
        *comparison_notes(found),
        *orders.doubts,
        *settled,
        *heads_astray(outline, by_name),
        *of_the_year(outline, source, facts, known),
    )
    resolution = Resolution(
        organization=facts.organization,
        kind=EntryKind.ENACTMENT,
        source=source,
        evidence=evidence_of(outline, facts),
        coverage=_coverage(scope, facts),
        doubts=doubts,
        acts=tuple(planned.act for planned in acts),
    )
    attestation = attestation_of(outline, by_name, source, facts, known)
    return Proposal(resolution, attestation, acts, doubts, scope)


def _first(outline: Outline, facts: PageFacts, taken: Collection[str], known: Collection[str]) -> Proposal:
    enactment, attestation = state_outline(outline, facts, taken=taken, known=known)
    because = (Reason(ReasonCode.FIRST_STATEMENT),)
    stated = (PlannedAct(act, CERTAIN, because) for act in enactment.acts)
    acts, settled = left_to_decide(outline, Structure(), stated)
    of_year = of_the_year(outline, enactment.source, facts, known)
    enactment = replace(enactment, doubts=(*enactment.doubts, *settled, *of_year))
    scope = Scope(Mode.FIRST, ModeReason.NOTHING_IN_FORCE)
    return Proposal(enactment, attestation, acts, enactment.doubts, scope)


def _scope(outline: Outline, structure: Structure, facts: PageFacts) -> Scope:
    """Return how much the text states: as the facts say, else no more than what it mentions."""
    if facts.scope is not None:
        if facts.scope.under is not None and facts.scope.under not in structure.units:
            raise ScopeNotInForce(unit=facts.scope.under)
        return facts.scope
    if outline.amendments:
        return Scope(Mode.PARTIAL, ModeReason.AMENDMENTS)
    return Scope(Mode.PARTIAL, ModeReason.CAUTION)


def _in_order(found: Comparison, orders: Orders) -> list[PlannedAct]:
    """Return all acts in the order in which they are carried out.

    What is repeated comes before what changes it, and whatever receives a function before the function.
    """
    return [
        *restatements(found),
        *creations(found),
        *splits(found),
        *mergers(found),
        *changes(found),
        *removals(found),
        *function_acts(found),
        *post_acts(found),
        *suppressions(found),
        *orders.acts,
    ]


def _coverage(scope: Scope, facts: PageFacts) -> CoverageClaim | None:
    """Return what the register holds from this source on; a text that states no whole claims nothing."""
    if scope.mode is not Mode.FULL:
        return None
    part = facts.organization if scope.under is None else scope.under
    return CoverageClaim(complete_under=(part,), checked_on=facts.checked_on, note=facts.note)
