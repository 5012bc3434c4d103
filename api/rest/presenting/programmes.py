"""Programmes, services and the figures reported of them as plain values.

Takes values of the register; returns dicts that JSON can carry, in a fixed order of keys. Called by the REST
operations. `api.rest.schemas.programmes` describes each.
"""

from __future__ import annotations

from api.rest.presenting.law import Plain, bases, basis, legal_date, legal_date_or_none
from api.rest.presenting.ties import external_ids
from organica.domain.acts import Period
from organica.register.archive import Run
from organica.register.programme_views import IndicatorVersion, ProgrammeVersion


def programme(seen: ProgrammeVersion) -> Plain:
    """Return a programme of a day with its figures and the act that ends it as it is."""
    return {
        **_itself(seen),
        "indicators": [indicator(each) for each in seen.indicators],
        "ended_by": basis(seen.ended_by) if seen.ended_by else None,
    }


def programme_version(version: ProgrammeVersion, run: Run) -> Plain:
    """Return one version of a programme with its days, and its figures as they were on the first of them."""
    until = run[1].isoformat() if run[1] else None
    return {**programme(version), "from": run[0].isoformat(), "until": until}


def _itself(seen: ProgrammeVersion) -> Plain:
    state = seen.state
    return {
        "code": seen.code,
        "programme_type": state.type.value,
        "kind": state.kind,
        "name": state.name,
        "acronym": state.acronym,
        "objective": state.objective,
        "run_by": seen.run_by.value,
        "unit": seen.unit.code if seen.unit else None,
        "unit_name": seen.unit.state.name if seen.unit else None,
        "functions": [
            {
                "code": each.code,
                "in_force": each.function is not None,
                "label": each.function.state.label if each.function else None,
                "text": each.function.state.text if each.function else None,
            }
            for each in seen.functions
        ],
        "audience": list(state.audience),
        "channels": [{"name": each.name, "url": each.url} for each in state.channels],
        "partners": [
            {"name": each.name, "organization": each.organization, "role": each.role}
            for each in state.partners
        ],
        "financing": [
            {
                "name": each.name,
                "organization": each.organization,
                "amount": each.amount,
                "currency": each.currency,
                "note": each.note,
            }
            for each in state.financing
        ],
        "rests_on": list(state.rests_on),
        "external_ids": external_ids(seen.external_ids),
        "in_force_from": legal_date(seen.in_force_from),
        "in_force_until": legal_date_or_none(seen.in_force_until),
        "legal_basis": bases(seen.legal_basis),
    }


def indicator(seen: IndicatorVersion) -> Plain:
    """Return a figure with its period: a date, or days from one up to, not including, another."""
    return {
        "code": seen.code,
        "name": seen.state.name,
        "value": seen.state.value,
        "unit": seen.state.unit,
        "period": period(seen.state.period),
        "note": seen.state.note,
        "in_force_from": legal_date(seen.in_force_from),
        "in_force_until": legal_date_or_none(seen.in_force_until),
        "legal_basis": bases(seen.legal_basis),
    }


def period(seen: Period) -> Plain:
    """Return the days that a figure is about."""
    return {
        "on": legal_date_or_none(seen.on),
        "from": seen.start.isoformat() if seen.start else None,
        "until": seen.end.isoformat() if seen.end else None,
    }
