"""Programmes and their indicators as the own columns of their tables, and back.

Takes states and rows; returns columns and states, and refuses with ValueError, TypeError or LookupError what
it would not have written itself. Called by packing and unpacking.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from organica.domain.acts import (
    Channel,
    Financing,
    Party,
    Period,
    ProgrammeType,
    Runner,
    RunnerStatus,
)
from organica.domain.dates import LegalDate
from organica.domain.source import LegalBasis
from organica.domain.states import IndicatorState, ProgrammeState


def programme_columns(state: ProgrammeState) -> dict[str, Any]:
    """Return what a programme says; a list is JSON text, absent where it is empty."""
    return {
        "type": state.type.value,
        "kind": state.kind,
        "name": state.name,
        "acronym": state.acronym,
        "objective": state.objective,
        "runner_status": state.runner.status.value,
        "runner_unit": state.runner.unit,
        "functions": _json(state.functions),
        "audience": _json(state.audience),
        "channels": _json(map(_said, state.channels)),
        "partners": _json(map(_said, state.partners)),
        "financing": _json(map(_said, state.financing)),
        "rests_on": _json(state.rests_on),
    }


def indicator_columns(state: IndicatorState) -> dict[str, Any]:
    """Return what an indicator says; its period is in four columns."""
    on = state.period.on
    return {
        "programme": state.programme,
        "name": state.name,
        "value": state.value,
        "unit": state.unit,
        "period_on_value": None if on is None else on.value,
        "period_on_basis": None if on is None else on.basis.value,
        "period_from": state.period.start,
        "period_until": state.period.end,
        "note": state.note,
    }


def programme(
    code: str, born: LegalDate, since: LegalDate, basis: tuple[LegalBasis, ...], own: Sequence[Any]
) -> ProgrammeState:
    """Return the state that a row says."""
    (kind_of_it, kind, name, acronym, objective, status, unit) = own[:7]
    (functions, audience, channels, partners, financing, rests_on) = (
        json.loads(text) if text is not None else [] for text in own[7:]
    )
    state = ProgrammeState(
        code=code,
        type=ProgrammeType(kind_of_it),
        kind=kind,
        name=name,
        acronym=acronym,
        objective=objective,
        runner=Runner(RunnerStatus(status), unit),
        functions=tuple(functions),
        audience=tuple(audience),
        channels=tuple(Channel(**each) for each in channels),
        partners=tuple(Party(**each) for each in partners),
        financing=tuple(Financing(**each) for each in financing),
        rests_on=tuple(rests_on),
        born=born,
        since=since,
        legal_basis=basis,
    )
    _hold(programme_columns(state), own)
    return state


def indicator(
    code: str,
    born: LegalDate,
    since: LegalDate,
    basis: tuple[LegalBasis, ...],
    own: Sequence[Any],
    on: LegalDate | None,
) -> IndicatorState:
    """Return the state that a row says; `on` is the date in its columns, where they hold one."""
    (of, name, value, unit, _on_value, _on_basis, start, end, note) = own
    period = Period(on, start, end)
    state = IndicatorState(code, of, name, value, unit, period, note, born, since, basis)
    _hold(indicator_columns(state), own)
    return state


def _said(value: Channel | Party | Financing) -> dict[str, Any]:
    return {name: each for name, each in asdict(value).items() if each is not None}


def _json(values: Iterable[Any]) -> str | None:
    found = list(values)
    if not found:
        return None
    return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _hold(written: Mapping[str, Any], own: Sequence[Any]) -> None:
    """Refuse columns that say more than their value, or say it in other bytes: a rebuild would differ."""
    for (column, text), read in zip(written.items(), own, strict=True):
        if read != text:
            raise ValueError(f"{column} is not as the register writes it")
