"""What acts on programmes and their indicators do to a structure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from organica.domain.acts import (
    UNKNOWN_RUNNER,
    AmendProgramme,
    EndProgramme,
    FunctionRef,
    IndicatorItem,
    ProgrammeType,
    ReportIndicator,
    Runner,
    StartProgramme,
    StateProgramme,
)
from organica.domain.dates import LegalDate
from organica.domain.effects.amending import amended, only_given, stated
from organica.domain.effects.order import Order
from organica.domain.refusals.programmes import (
    IndicatorTwice,
    ProgrammeCodeUsedBefore,
    ProgrammeEnded,
    ProgrammeExists,
    ProgrammeFunctionTwice,
    ProgrammeIncomplete,
    ProgrammeNotInForce,
)
from organica.domain.states import IndicatorState, Noun, ProgrammeState
from organica.domain.structure import Structure


def state_programme(structure: Structure, act: StateProgramme, order: Order) -> Structure:
    """Create what is absent without claiming its birth, change what differs, report its indicators."""
    _refuse_used(structure, act.programme)
    known = structure.programmes.get(act.programme)
    programme = _new(act, order, born=order.at_least()) if known is None else stated(known, _said(act), order)
    structure = _with(structure, programme)
    due = (each for each in act.indicators if each.period.known_on <= order.day)
    return reported(structure, act.programme, due, order, born=order.at_least())


def start_programme(structure: Structure, act: StartProgramme, order: Order) -> Structure:
    """Bring a programme into being. Raises: ProgrammeExists, ProgrammeCodeUsedBefore."""
    if act.programme in structure.programmes:
        raise ProgrammeExists(programme=act.programme, day=order.day.isoformat())
    _refuse_used(structure, act.programme)
    return _with(structure, _new(act, order, born=order.since))


def amend_programme(structure: Structure, act: AmendProgramme, order: Order) -> Structure:
    """Change what is given. Raises: ProgrammeNotInForce, ProgrammeEnded, ActChangesNothing."""
    programme = programme_in_force(structure, act.programme, order)
    return _with(structure, amended(programme, _given(act), order))


def end_programme(structure: Structure, act: EndProgramme, order: Order) -> Structure:
    """End a programme and its indicators. Raises: ProgrammeNotInForce, ProgrammeEnded."""
    return ended(structure, programme_in_force(structure, act.programme, order).code, order)


def report_indicator(structure: Structure, act: ReportIndicator, order: Order) -> Structure:
    """Report one figure, as soon as its period lets it be known."""
    programme_in_force(structure, act.programme, order)
    if act.indicator.period.known_on > order.day:
        return structure
    return reported(structure, act.programme, [act.indicator], order, born=order.since)


def report_later(structure: Structure, act: StateProgramme | ReportIndicator, order: Order) -> Structure:
    """Report the figures whose period was not over on the act's own day and is known on this one.

    Nothing happens where the programme has ended before.
    """
    if act.programme not in structure.programmes:
        return structure
    due = (each for each in indicators_in(act) if each.period.known_on == order.day)
    return reported(structure, act.programme, due, order, born=order.since)


def indicators_in(act: object) -> tuple[IndicatorItem, ...]:
    """Return the figures that an act reports."""
    match act:
        case StateProgramme():
            return act.indicators
        case ReportIndicator():
            return (act.indicator,)
        case _:
            return ()


def reported(
    structure: Structure, programme: str, items: Iterable[IndicatorItem], order: Order, born: LegalDate
) -> Structure:
    """Report figures of a programme: a new one begins, one that is known changes or is confirmed.

    A figure that two acts report before its period is over is one figure, under the code of the first.
    """
    named: set[str] = set()
    for item in items:
        held = {(each.name, each.period.written): each.code for each in structure.indicators_of(programme)}
        same = held.get((item.name, item.period.written))
        minted = item.bound or ""
        code = minted if minted in structure.indicators else same or minted
        if code in named or same not in (None, code):
            raise IndicatorTwice(programme=programme, name=item.name, period=item.period.written)
        named.add(code)
        known = structure.indicators.get(code)
        if known is None:
            indicator = IndicatorState(
                code=code,
                programme=programme,
                name=item.name,
                value=item.value,
                unit=item.unit,
                period=item.period,
                note=item.note,
                born=born,
                since=born,
                legal_basis=order.granted(),
            )
        else:
            given = only_given({"name": item.name, "value": item.value, "unit": item.unit})
            given |= only_given({"period": item.period, "note": item.note})
            indicator = stated(known, given, order)
        structure = replace(structure, indicators={**structure.indicators, code: indicator})
    return structure


def handed_to(structure: Structure, programme: ProgrammeState, runner: Runner, order: Order) -> Structure:
    """Return the structure with a programme run by another."""
    return _with(structure, amended(programme, {"runner": runner}, order))


def ended(structure: Structure, code: str, order: Order) -> Structure:
    """Return the structure without the programme and its indicators."""
    for indicator in structure.indicators_of(code):
        structure = structure.ending(Noun.INDICATOR, indicator.code, order.ending())
    return structure.ending(Noun.PROGRAMME, code, order.ending())


def all_ended(structure: Structure, order: Order) -> Structure:
    """Return the structure without any programme: they end with their organization."""
    for code in sorted(structure.programmes):
        structure = ended(structure, code, order)
    return structure


def programme_in_force(structure: Structure, code: str, order: Order) -> ProgrammeState:
    """Return the programme's state. Raises: ProgrammeNotInForce, ProgrammeEnded."""
    programme = structure.programmes.get(code)
    if programme is not None:
        return programme
    ending = structure.endings.get((Noun.PROGRAMME, code))
    if ending is None:
        raise ProgrammeNotInForce(programme=code, day=order.day.isoformat())
    raise ProgrammeEnded(programme=code, ended=ending.on.value, day=order.day.isoformat())


def _refuse_used(structure: Structure, code: str) -> None:
    if structure.ended(Noun.PROGRAMME, code) and code not in structure.programmes:
        raise ProgrammeCodeUsedBefore(programme=code)


def _new(act: StateProgramme | StartProgramme, order: Order, born: LegalDate) -> ProgrammeState:
    if not order.partial and act.name is None:
        raise ProgrammeIncomplete(programme=act.programme)
    return ProgrammeState(
        code=act.programme,
        type=act.type or ProgrammeType.PROGRAMME,
        kind=act.kind,
        name=act.name or "",
        acronym=act.acronym,
        objective=act.objective,
        runner=act.runner or UNKNOWN_RUNNER,
        functions=_codes(act.programme, act.functions or ()),
        audience=act.audience or (),
        channels=act.channels or (),
        partners=act.partners or (),
        financing=act.financing or (),
        rests_on=act.rests_on or (),
        born=born,
        since=born,
        legal_basis=order.granted(),
    )


def _given(act: StateProgramme | AmendProgramme) -> dict[str, object]:
    functions = None if act.functions is None else _codes(act.programme, act.functions)
    return only_given(
        {
            "type": act.type,
            "kind": act.kind,
            "name": act.name,
            "acronym": act.acronym,
            "objective": act.objective,
            "runner": act.runner,
            "functions": functions,
            "audience": act.audience,
            "channels": act.channels,
            "partners": act.partners,
            "financing": act.financing,
            "rests_on": act.rests_on,
        }
    )


def _said(act: StateProgramme) -> dict[str, object]:
    """A source that does not say who runs a programme does not unsay what another one said."""
    return _given(replace(act, runner=None) if act.runner == UNKNOWN_RUNNER else act)


def _codes(programme: str, refs: Iterable[FunctionRef]) -> tuple[str, ...]:
    """Return the codes of the functions that a programme fulfils; binding has found each of them."""
    codes: list[str] = []
    for ref in refs:
        code = ref.bound or ""
        if code in codes:
            raise ProgrammeFunctionTwice(programme=programme, function=code)
        codes.append(code)
    return tuple(codes)


def _with(structure: Structure, programme: ProgrammeState) -> Structure:
    return replace(structure, programmes={**structure.programmes, programme.code: programme})
