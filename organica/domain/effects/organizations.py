"""What acts on an organization do to a structure."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from organica.domain.acts import (
    AffiliateOrganization,
    AttachOrganization,
    DissolveOrganization,
    EndAffiliation,
    EstablishOrganization,
    RenameOrganization,
    StateOrganization,
)
from organica.domain.effects.amending import amended, only_given, stated
from organica.domain.effects.order import Order
from organica.domain.effects.programmes import all_ended
from organica.domain.refusals.organizations import (
    AffiliationNotInForce,
    OrganizationEnded,
    OrganizationExists,
    OrganizationNotInForce,
    OrganizationWithItself,
    UnknownTimeZone,
)
from organica.domain.states import Noun, OrganizationState
from organica.domain.structure import Structure


def state_organization(structure: Structure, act: StateOrganization, order: Order, code: str) -> Structure:
    """Change what differs; where the organization is new, claim nothing about its birth."""
    _check_time_zone(act.time_zone)
    refuse_itself(act.attached_to, code)
    given = only_given(
        {
            "name": act.name,
            "acronym": act.acronym,
            "time_zone": act.time_zone,
            "attached_to": act.attached_to,
        }
    )
    for body in act.affiliated_with:
        refuse_itself(body, code)
    _refuse_ended(structure, code, order)
    known = structure.organization
    if act.affiliated_with:
        joined = () if known is None else known.affiliations
        given["affiliations"] = tuple(sorted({*joined, *act.affiliated_with}))
    if known is not None:
        return replace(structure, organization=stated(known, given, order))
    organization = OrganizationState(
        code=code,
        name=act.name or code,
        acronym=act.acronym,
        time_zone=act.time_zone,
        attached_to=act.attached_to,
        affiliations=tuple(sorted(set(act.affiliated_with))),
        born=order.at_least(),
        since=order.at_least(),
        legal_basis=order.granted(),
    )
    return replace(structure, organization=organization)


def establish_organization(
    structure: Structure, act: EstablishOrganization, order: Order, code: str
) -> Structure:
    """Bring an organization into being. Raises: OrganizationExists, OrganizationEnded, UnknownTimeZone."""
    _check_time_zone(act.time_zone)
    refuse_itself(act.attached_to, code)
    _refuse_ended(structure, code, order)
    if structure.organization is not None:
        raise OrganizationExists(organization=code, day=order.day.isoformat())
    organization = OrganizationState(
        code=code,
        name=act.name,
        acronym=act.acronym,
        time_zone=act.time_zone,
        attached_to=act.attached_to,
        affiliations=(),
        born=order.since,
        since=order.since,
        legal_basis=order.granted(),
    )
    return replace(structure, organization=organization)


def rename_organization(structure: Structure, act: RenameOrganization, order: Order, code: str) -> Structure:
    """Change name or acronym. Raises: OrganizationNotInForce, OrganizationEnded, ActChangesNothing."""
    given = only_given({"name": act.name, "acronym": act.acronym})
    return replace(structure, organization=amended(in_force(structure, order, code), given, order))


def attach_organization(structure: Structure, act: AttachOrganization, order: Order, code: str) -> Structure:
    """Change the body through which it answers, which need not be in the register."""
    refuse_itself(act.to, code)
    organization = amended(in_force(structure, order, code), {"attached_to": act.to}, order)
    return replace(structure, organization=organization)


def affiliate_organization(
    structure: Structure, act: AffiliateOrganization, order: Order, code: str
) -> Structure:
    """Add an affiliation. Raises: OrganizationWithItself, ActChangesNothing where it is in force."""
    refuse_itself(act.body, code)
    organization = in_force(structure, order, code)
    affiliations = tuple(sorted({*organization.affiliations, act.body}))
    return replace(structure, organization=amended(organization, {"affiliations": affiliations}, order))


def end_affiliation(structure: Structure, act: EndAffiliation, order: Order, code: str) -> Structure:
    """Take an affiliation away. Raises: AffiliationNotInForce."""
    organization = in_force(structure, order, code)
    if act.body not in organization.affiliations:
        raise AffiliationNotInForce(organization=code, body=act.body, day=order.day.isoformat())
    affiliations = tuple(body for body in organization.affiliations if body != act.body)
    return replace(structure, organization=amended(organization, {"affiliations": affiliations}, order))


def dissolve_organization(
    structure: Structure, _act: DissolveOrganization, order: Order, code: str
) -> Structure:
    """End the organization and its programmes; units that are left are refused at the day's end."""
    in_force(structure, order, code)
    structure = all_ended(structure, order)
    return structure.ending(Noun.ORGANIZATION, code, order.ending())


def in_force(structure: Structure, order: Order, code: str) -> OrganizationState:
    """Return the organization's state. Raises: OrganizationNotInForce, OrganizationEnded."""
    _refuse_ended(structure, code, order)
    if structure.organization is None:
        raise OrganizationNotInForce(organization=code, day=order.day.isoformat())
    return structure.organization


def _refuse_ended(structure: Structure, code: str, order: Order) -> None:
    """An organization that was dissolved is never there again under its code. Raises: OrganizationEnded."""
    ending = structure.endings.get((Noun.ORGANIZATION, code))
    if ending is not None:
        raise OrganizationEnded(organization=code, ended=ending.on.value, day=order.day.isoformat())


def refuse_itself(body: str | None, code: str) -> None:
    """Raises: OrganizationWithItself."""
    if body == code:
        raise OrganizationWithItself(organization=code)


def _check_time_zone(name: str | None) -> None:
    """Raises: UnknownTimeZone. A name may also be a folder of the tz database, or lead out of it."""
    if name is None:
        return
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownTimeZone(time_zone=name) from None
