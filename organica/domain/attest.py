"""Attestations fill only what no norm says on that day, and give way when the act becomes known.

Takes the structure that norms make and the one that attestations make; returns the answer of the day.
Called by layers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TypeVar

from organica.domain.acts import UNKNOWN_PARENT, UNKNOWN_RUNNER, ParentStatus, RunnerStatus
from organica.domain.source import BasisRole, LegalBasis
from organica.domain.states import (
    AppointmentState,
    FunctionState,
    IndicatorState,
    Noun,
    PostState,
    ProgrammeState,
    UnitState,
)
from organica.domain.structure import Structure


def filled(norms: Structure, attested: Structure) -> Structure:
    """Return the norms' structure with its gaps filled by what is attested."""
    if attested.organization is None and not (attested.units or attested.posts or attested.programmes):
        return norms
    if norms.organization is None and any(noun is Noun.ORGANIZATION for noun, _ in norms.endings):
        return norms  # A norm says that there is no such organization any more, hence nothing of it.
    units = _units(norms, attested)
    functions = _functions(norms, attested, units)
    posts, stand_in = _posts(norms, attested, units)
    appointments = _appointments(norms, attested, posts, stand_in)
    programmes = _programmes(norms, attested, units)
    return replace(
        norms,
        organization=norms.organization or attested.organization,
        units=units,
        functions=functions,
        posts=posts,
        appointments=appointments,
        programmes=programmes,
        indicators=_indicators(norms, attested, programmes),
        endings={**attested.endings, **norms.endings},
    )


def _ruled_out(norms: Structure, noun: Noun, code: str) -> bool:
    """Tell whether a norm ended a thing. One whose act lost its force is not ended: no norm speaks of it."""
    return norms.ended(noun, code) and (noun, code) not in norms.lost


def _units(norms: Structure, attested: Structure) -> dict[str, UnitState]:
    units = dict(norms.units)
    for code, said in attested.units.items():
        known = units.get(code)
        if known is not None:
            units[code] = _gaps_filled(known, said)
        elif said.name and not _ruled_out(norms, Noun.UNIT, code):
            units[code] = said
    for code, unit in list(units.items()):
        known = norms.units.get(code)
        attested_parent = known is None or known.parent.status is ParentStatus.UNKNOWN
        if attested_parent and not _stands(unit, units):
            said = replace(attested.units[code], parent=UNKNOWN_PARENT)
            units[code] = said if known is None else _gaps_filled(known, said)
    return units


def _stands(unit: UnitState, units: Mapping[str, UnitState]) -> bool:
    """Tell whether the parent, if known, is there and does not itself hang from the unit."""
    if unit.parent.unit is not None and unit.parent.unit not in units:
        return False
    seen: set[str] = set()
    code = unit.parent.unit
    while code is not None and code in units and code != unit.code and code not in seen:
        seen.add(code)
        code = units[code].parent.unit
    return code != unit.code


S = TypeVar("S", UnitState, PostState, ProgrammeState, IndicatorState)


def _gaps_filled(known: UnitState, said: UnitState) -> UnitState:
    parent = said.parent if known.parent.status is ParentStatus.UNKNOWN else known.parent
    filled_in = replace(
        known,
        parent=parent,
        unit_class=known.unit_class or said.unit_class,
        acronym=known.acronym or said.acronym,
        objective=known.objective or said.objective,
    )
    return _resting_on_both(known, said, filled_in)


def _resting_on_both(known: S, said: S, filled_in: S) -> S:
    """What an attestation fills rests on it too, by name, and is so since the later of the two."""
    filled = tuple(each.name for each in fields(known) if _differs(known, filled_in, each.name))
    if not filled:
        return known
    since = max(known.since, said.since, key=lambda date: date.earliest)
    attesting: tuple[LegalBasis, ...] = tuple(
        replace(basis, changed=filled) if basis.role is BasisRole.GRANTS else basis
        for basis in said.legal_basis
    )
    return replace(filled_in, since=since, legal_basis=(*known.legal_basis, *attesting))


def _differs(one: S, other: S, field: str) -> bool:
    return bool(getattr(one, field) != getattr(other, field))


def _functions(
    norms: Structure, attested: Structure, units: dict[str, UnitState]
) -> dict[str, FunctionState]:
    """Return the norms' functions, and the attested ones of units whose lists no norm has decided."""
    said = {
        code: function
        for code, function in attested.functions.items()
        if function.unit in units
        and function.unit not in norms.listed
        and code not in norms.functions
        and not _ruled_out(norms, Noun.FUNCTION, code)
    }
    while astray := [code for code, function in said.items() if function.parent not in (None, *said)]:
        said = {code: function for code, function in said.items() if code not in astray}
    return {**norms.functions, **said}


def _posts(
    norms: Structure, attested: Structure, units: dict[str, UnitState]
) -> tuple[dict[str, PostState], dict[str, str]]:
    """Return the posts, and for each attested post that a norm's post replaces, the code of that one."""
    posts = dict(norms.posts)
    stand_in: dict[str, str] = {}
    for code, said in attested.posts.items():
        known = posts.get(code)
        ruled = (post for post in norms.posts_by_unit.get(said.unit, ()) if _one_post(post, said))
        instead = next(ruled, None)
        if known is not None:
            nobody = not known.emptied and not norms.appointments_to(code)
            filled_in = replace(
                known, name=known.name or said.name, vacant=known.vacant or (nobody and said.vacant)
            )
            posts[code] = _resting_on_both(known, said, filled_in)
        elif instead is not None:
            stand_in[code] = instead.code
        elif said.unit in units and not _ruled_out(norms, Noun.POST, code):
            posts[code] = said
    return posts, stand_in


def _one_post(norm: PostState, said: PostState) -> bool:
    """Tell whether a norm's post and an attested one are one: both head the unit, or bear one name."""
    return (norm.heads and said.heads) or (said.name is not None and norm.name == said.name)


def _appointments(
    norms: Structure, attested: Structure, posts: dict[str, PostState], stand_in: dict[str, str]
) -> dict[str, AppointmentState]:
    held = {appointment.post for appointment in norms.appointments.values()}
    appointments = dict(norms.appointments)
    for code, said in attested.appointments.items():
        post = stand_in.get(said.post, said.post)
        known_vacant = post in norms.posts and norms.posts[post].known_vacant
        gives_way = post in held or known_vacant or _ruled_out(norms, Noun.APPOINTMENT, code)
        if post in posts and not gives_way:
            appointments[code] = replace(said, post=post)
    return appointments


# What an attestation may say of a programme that a norm leaves open.
_OPEN = ("kind", "acronym", "objective", "functions", "audience", "channels", "partners", "financing")


def _programmes(
    norms: Structure, attested: Structure, units: Mapping[str, UnitState]
) -> dict[str, ProgrammeState]:
    """Return the programmes; one whose unit a norm has ended is run by nobody that is known."""
    programmes = dict(norms.programmes)
    for code, said in attested.programmes.items():
        gone = said.runner.unit is not None and said.runner.unit not in units
        runner = UNKNOWN_RUNNER if gone else said.runner
        known = programmes.get(code)
        if known is not None:
            gaps = {name: getattr(known, name) or getattr(said, name) for name in (*_OPEN, "rests_on")}
            open_runner = known.runner.status is RunnerStatus.UNKNOWN
            filled_in = replace(known, **gaps, runner=runner if open_runner else known.runner)
            programmes[code] = _resting_on_both(known, said, filled_in)
        elif said.name and not _ruled_out(norms, Noun.PROGRAMME, code):
            programmes[code] = replace(said, runner=runner)
    return programmes


def _indicators(
    norms: Structure, attested: Structure, programmes: Mapping[str, ProgrammeState]
) -> dict[str, IndicatorState]:
    """Return the figures: those of norms, and the attested ones of which no norm gives the value."""
    indicators = dict(norms.indicators)
    ruled = {_told_apart(each) for each in norms.indicators.values()}
    for code, said in attested.indicators.items():
        known = indicators.get(code)
        if known is None:
            ruled_out = _told_apart(said) in ruled or _ruled_out(norms, Noun.INDICATOR, code)
            if said.programme in programmes and not ruled_out:
                indicators[code] = said
        elif _told_apart(known) == _told_apart(said):  # Else a norm was rectified to be about another one.
            filled_in = replace(known, unit=known.unit or said.unit, note=known.note or said.note)
            indicators[code] = _resting_on_both(known, said, filled_in)
    return indicators


def _told_apart(figure: IndicatorState) -> tuple[str, str, str]:
    return figure.programme, figure.name, figure.period.written
