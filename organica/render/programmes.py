"""Programmes and services for people: what they are, who runs them, who takes part and who pays, in words.

Takes values of the domain; returns text. Called by the command line and by the pages.
"""

from __future__ import annotations

from collections.abc import Callable

from organica.domain.acts import Financing, Party, ProgrammeType, RunnerStatus
from organica.domain.errors import Language, Says
from organica.render.periods import number_text

_TYPES = {
    ProgrammeType.PROGRAMME: Says(es="Programa", en="Programme"),
    ProgrammeType.SERVICE: Says(es="Servicio", en="Service"),
}
_RUN_BY = {
    RunnerStatus.UNIT: Says(es="A cargo de {unit}", en="Run by {unit}"),
    RunnerStatus.ORGANIZATION: Says(es="A cargo del propio organismo", en="Run by the organization itself"),
    RunnerStatus.UNKNOWN: Says(es="Responsable: no consta", en="Who runs it is not on record"),
}


def type_text(of: ProgrammeType, language: Language) -> str:
    """Return whether it is a programme or a service."""
    return _TYPES[of].render(language, {})


def runner_text(status: RunnerStatus, unit: str, language: Language) -> str:
    """Return who runs it. `unit`: the name of the unit that does, where one does."""
    return _RUN_BY[status].render(language, {"unit": unit})


def party_text(party: Party) -> str:
    """Return a body that takes part, with its role: "USAID (asistencia técnica)"."""
    return f"{party.name} ({party.role})" if party.role else party.name


def financing_text(financing: Financing, language: Language, literal: Callable[[str], str] = str) -> str:
    """Return who pays, and how much where a source says so: "PERÚ COMPRAS: 121 227 PEN".

    `literal` returns how a name stands in it.
    """
    name = literal(financing.name)
    if not financing.amount:
        return name
    return f"{name}: {number_text(financing.amount, language)} {financing.currency or ''}".rstrip()
