"""What acts on an organization do to a structure."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from organica.domain.acts import EstablishOrganization, StateOrganization
from organica.domain.effects.amending import only_given, stated
from organica.domain.effects.order import Order
from organica.domain.refusals.organizations import OrganizationExists, UnknownTimeZone
from organica.domain.structure import OrganizationState, Structure


def state_organization(structure: Structure, act: StateOrganization, order: Order, code: str) -> Structure:
    """Change what differs; where the organization is new, claim nothing about its birth."""
    _check_time_zone(act.time_zone)
    given = only_given({"name": act.name, "acronym": act.acronym, "time_zone": act.time_zone})
    if structure.organization is not None:
        return replace(structure, organization=stated(structure.organization, given, order))
    organization = OrganizationState(
        code=code,
        name=act.name or code,
        acronym=act.acronym,
        time_zone=act.time_zone,
        born=order.at_least(),
        since=order.at_least(),
        legal_basis=order.granted(),
    )
    return replace(structure, organization=organization)


def establish_organization(
    structure: Structure, act: EstablishOrganization, order: Order, code: str
) -> Structure:
    """Bring an organization into being. Raises: OrganizationExists, UnknownTimeZone."""
    _check_time_zone(act.time_zone)
    if structure.organization is not None:
        raise OrganizationExists(organization=code, day=order.day.isoformat())
    organization = OrganizationState(
        code=code,
        name=act.name,
        acronym=act.acronym,
        time_zone=act.time_zone,
        born=order.since,
        since=order.since,
        legal_basis=order.granted(),
    )
    return replace(structure, organization=organization)


def _check_time_zone(name: str | None) -> None:
    """Raises: UnknownTimeZone. A name may also be a folder of the tz database, or lead out of it."""
    if name is None:
        return
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownTimeZone(time_zone=name) from None
