"""What ties things together, as plain values: forebears and heirs, destinations, mentions, outside names.

Takes values of the register; returns dicts that JSON can carry, in a fixed order of keys. Called by the REST
operations. `api.rest.schemas.ties` describes each.
"""

from __future__ import annotations

from collections.abc import Iterable

from api.rest.presenting.law import Plain, bases, basis, legal_date
from organica.domain.external_ids import ExternalIdSpan
from organica.register.kinship import FunctionDestination, Kin, Kinship
from organica.register.mentioned import Coordination, Mention
from organica.register.views import FunctionVersion


def kinship(found: Kinship) -> Plain:
    """Return what a thing came out of, and what came out of it."""
    return {
        "predecessors": [_kin(each) for each in found.predecessors],
        "successors": [_kin(each) for each in found.successors],
    }


def _kin(seen: Kin) -> Plain:
    return {
        "kind": seen.kind.value,
        "organization": seen.organization_code,
        "code": seen.code,
        "name": seen.name,
        "in_force_from": legal_date(seen.in_force_from),
        "legal_basis": bases(seen.legal_basis),
    }


def destination(seen: FunctionDestination) -> Plain:
    """Return where a function went that a unit held, or the act that ended it."""
    ended_by = seen.last.ended_by
    return {
        **_function(seen.last),
        "until": legal_date(seen.until),
        "ended_by": basis(ended_by) if ended_by else None,
        "to": _received(seen.to) if seen.to else None,
    }


def _function(seen: FunctionVersion) -> Plain:
    return {"code": seen.code, "label": seen.state.label, "text": seen.state.text}


def _received(seen: FunctionVersion) -> Plain:
    return {
        "organization": seen.snapshot.organization_code,
        "unit": seen.state.unit,
        "unit_name": seen.unit.state.name,
        **_function(seen),
        "in_force_from": legal_date(seen.in_force_from),
        "legal_basis": bases(seen.legal_basis),
    }


def coordination(seen: Coordination) -> Plain:
    """Return that functions of one unit name another one."""
    return {
        "from": seen.from_unit.code,
        "from_name": seen.from_unit.state.name,
        "to": seen.to_unit.code,
        "to_name": seen.to_unit.state.name,
        "functions": [{"code": each.code, "label": each.state.label} for each in seen.functions],
    }


def unresolved(seen: Mention) -> Plain:
    """Return a name that means no unit, and the function whose text it stands in."""
    return {
        "function": seen.function.code,
        "unit": seen.function.state.unit,
        "start": seen.start,
        "end": seen.end,
        "text": seen.text,
    }


def external_ids(ties: Iterable[ExternalIdSpan]) -> list[Plain]:
    """Return what other systems call a thing, and the entry from which on the register says so."""
    return [{"system": tie.system, "value": tie.value, "since": tie.since} for tie in ties]


def named_thing(tie: ExternalIdSpan) -> Plain:
    """Return what another system calls so."""
    return {
        "noun": tie.noun.value,
        "code": tie.code,
        "system": tie.system,
        "value": tie.value,
        "since": tie.since,
    }
