"""What acts on programmes do: stated, started, amended, ended, and the figures that are reported of them.

Takes the state of one layer, which it changes, the act, the codes behind its words and the day on which it is
carried out. Raises: Wrong. Source: docs/model.md, "Programmes and services"; decision 0023.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from organica.domain.acts import (
    Act,
    AmendProgramme,
    EndProgramme,
    IndicatorItem,
    Period,
    ReportIndicator,
    StartProgramme,
    StateProgramme,
)
from organica.domain.dates import Precision
from tests.support.law.state import UNSAID, Codes, State, Thing, Wrong, changed, given

ON_PROGRAMMES = StateProgramme | StartProgramme | AmendProgramme | EndProgramme | ReportIndicator
LISTS = ("audience", "channels", "partners", "financing", "rests_on")
WORDS = ("kind", "acronym", "objective")


def known_from(period: Period) -> date:
    """Return the first day on which a figure can be known: its day, or the first one after its period."""
    if period.on is None:
        assert period.end is not None
        return period.end
    return period.on.latest + timedelta(days=period.on.precision is not Precision.DAY)


def figures(act: Act) -> tuple[IndicatorItem, ...]:
    """Return the figures that an act reports."""
    if isinstance(act, ReportIndicator):
        return (act.indicator,)
    return act.indicators if isinstance(act, StateProgramme) else ()


def later_days(act: Act, day: date) -> set[date]:
    """Return the days after its own on which a figure of an act comes to be known."""
    return {later for item in figures(act) if (later := known_from(item.period)) > day}


def state_programme(state: State, act: StateProgramme, codes: Codes, day: date, *, normative: bool) -> None:
    """Create what is absent, change what differs; who is not said to run it, is not unsaid."""
    _refuse_used(state, act.programme)
    _not_twice(act, codes)
    said = fields_of(act, codes)
    programme = state.programmes.get(act.programme)
    if programme is None:
        if normative and act.name is None:
            raise Wrong("programme_incomplete")
        _begin(state, act.programme, said)
    else:
        programme.update({name: value for name, value in said.items() if (name, value) != ("runner", UNSAID)})
    _report(state, act, codes, {each for each in figures(act) if known_from(each.period) <= day})


def start(state: State, act: StartProgramme, codes: Codes) -> None:
    """Let a programme begin under a code that none bore before."""
    if act.programme in state.programmes:
        raise Wrong("programme_exists")
    _refuse_used(state, act.programme)
    _not_twice(act, codes)
    _begin(state, act.programme, fields_of(act, codes))


def amend(state: State, act: AmendProgramme, codes: Codes) -> None:
    """Change what is given: something must differ."""
    programme = in_force(state, act.programme)
    _not_twice(act, codes)
    changed(programme, fields_of(act, codes))


def end(state: State, programme: str) -> None:
    """Let a programme end, and its figures with it."""
    in_force(state, programme)
    for code in [code for code, each in state.indicators.items() if each["programme"] == programme]:
        state.end("indicator", code)
    state.end("programme", programme)


def end_all(state: State) -> None:
    """Let every programme end, as their organization does."""
    for programme in list(state.programmes):
        end(state, programme)


def report(state: State, act: ReportIndicator, codes: Codes, day: date) -> None:
    """Report a figure, as soon as its period lets it be known."""
    in_force(state, act.programme)
    if known_from(act.indicator.period) <= day:
        _report(state, act, codes, {act.indicator})


def report_later(state: State, act: StateProgramme | ReportIndicator, codes: Codes, day: date) -> None:
    """Report what comes to be known on a day after that of its act, if there is such a programme still."""
    if act.programme in state.programmes:
        _report(state, act, codes, {each for each in figures(act) if known_from(each.period) == day})


def _report(
    state: State, act: StateProgramme | ReportIndicator, codes: Codes, due: Iterable[IndicatorItem]
) -> None:
    """One programme has one figure of one name and period: it begins, or the new one takes its place."""
    named: set[str] = set()
    for number, item in enumerate(figures(act)):
        if item not in due:
            continue
        code = codes[f"figure:{number}"]
        there = [
            each
            for each, known in state.indicators.items()
            if _told_apart(known) == (act.programme, item.name, item.period.written)
        ]
        if code not in state.indicators and there:
            code = there[0]
        if code in named or there not in ([], [code]):
            raise Wrong("indicator_twice")
        named.add(code)
        figure: Thing = {"programme": act.programme, "unit": None, "note": None}
        said = {"name": item.name, "value": item.value, "period": item.period}
        state.indicators[code] = (
            state.indicators.get(code, figure) | said | given(unit=item.unit, note=item.note)
        )


def in_force(state: State, programme: str) -> Thing:
    """Return a programme that is there. Raises: Wrong."""
    if programme not in state.programmes:
        ended = ("programme", programme) in state.ended
        raise Wrong("programme_ended" if ended else "programme_not_in_force")
    return state.programmes[programme]


def _refuse_used(state: State, code: str) -> None:
    if ("programme", code) in state.ended and code not in state.programmes:
        raise Wrong("programme_code_used_before")


def _begin(state: State, code: str, said: Thing) -> None:
    empty: Thing = dict.fromkeys(WORDS) | dict.fromkeys((*LISTS, "functions"), ())
    state.programmes[code] = empty | {"name": "", "type": "programme", "runner": UNSAID} | said


def _not_twice(act: StateProgramme | StartProgramme | AmendProgramme, codes: Codes) -> None:
    functions = fields_of(act, codes).get("functions", ())
    if len(functions) > len(set(functions)):
        raise Wrong("programme_function_twice")


def fields_of(act: StateProgramme | StartProgramme | AmendProgramme, codes: Codes) -> Thing:
    """Return what an act says of a programme, in plain words."""
    functions = None
    if act.functions is not None:
        functions = tuple(codes.get(f"function:{number}", "") for number in range(len(act.functions)))
    runner = None if act.runner is None else (act.runner.status.value, act.runner.unit)
    type_ = None if act.type is None else act.type.value
    rest = {name: getattr(act, name) for name in ("name", *WORDS, *LISTS)}
    return given(type=type_, runner=runner, functions=functions, **rest)


def fill(state: State, norms: State, said: State) -> None:
    """Fill what norms do not say of programmes; an attested one whose unit is gone is run by nobody known."""
    for code, programme in said.programmes.items():
        gone = programme["runner"][0] == "unit" and programme["runner"][1] not in state.units
        attested = programme | ({"runner": UNSAID} if gone else {})
        known = state.programmes.get(code)
        if known is not None:
            for name in (*WORDS, *LISTS, "functions"):
                known[name] = known[name] or attested[name]
            if known["runner"] == UNSAID:
                known["runner"] = attested["runner"]
        elif attested["name"] and ("programme", code) not in norms.ended - norms.lost:
            state.programmes[code] = attested
    of_norms = [_told_apart(each) for each in norms.indicators.values()]
    for code, figure in said.indicators.items():
        known = state.indicators.get(code)
        if known is not None and _told_apart(known) == _told_apart(figure):
            known.update(given(**{name: figure[name] for name in ("unit", "note") if not known[name]}))
        elif (
            known is None
            and figure["programme"] in state.programmes
            and _told_apart(figure) not in of_norms
            and ("indicator", code) not in norms.ended - norms.lost
        ):
            state.indicators[code] = dict(figure)


def _told_apart(figure: Thing) -> tuple[object, ...]:
    return figure["programme"], figure["name"], figure["period"].written
