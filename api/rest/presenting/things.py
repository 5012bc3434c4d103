"""Values of the register as plain ones: what an answer looks like, apart from how it was asked.

Takes snapshots, versions and changes; returns dicts that JSON can carry, in a fixed order of keys.
Called by the REST operations and by whatever else shows the register. `api.rest.schemas.things` describes
each.
"""

from __future__ import annotations

from datetime import date

from api.rest.presenting.law import Plain, bases, basis, legal_date, legal_date_or_none
from api.rest.presenting.programmes import programme
from api.rest.presenting.sources import cited_source
from api.rest.presenting.ties import external_ids
from organica.domain.change import Change
from organica.domain.coverage import CoveragePart, Gap
from organica.register.archive import Run
from organica.register.mentioned import Mention
from organica.register.snapshot import Snapshot
from organica.register.turns import listed
from organica.register.views import (
    AppointmentVersion,
    BasisView,
    FunctionVersion,
    OrganizationVersion,
    PostVersion,
    ReferenceVersion,
    Substitute,
    UnitVersion,
)
from organica.render.banner import no_later_act_known


def country_of(organization: str) -> str:
    """Return the country in an organization's code, in lower case; "int" for an international body."""
    return organization.partition(".")[0]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def mention(seen: Mention) -> Plain:
    """Return where a text names a unit, and the code of the one that it means."""
    return {
        "start": seen.start,
        "end": seen.end,
        "text": seen.text,
        "unit": seen.unit.code if seen.unit else None,
    }


def _in_force(
    seen: UnitVersion | FunctionVersion | PostVersion | AppointmentVersion | ReferenceVersion,
) -> Plain:
    return {
        "in_force_from": legal_date(seen.in_force_from),
        "in_force_until": legal_date_or_none(seen.in_force_until),
        "legal_basis": bases(seen.legal_basis),
    }


def moment(snapshot: Snapshot, as_of: date) -> Plain:
    """Return what the answer for a day is worth: since when, until when, how certain, what it covers."""
    return {
        "in_force_from": legal_date_or_none(snapshot.in_force_from),
        "in_force_until": legal_date_or_none(snapshot.in_force_until),
        "certain": snapshot.certain,
        "basis": snapshot.basis,
        "coverage": coverage(snapshot, as_of),
    }


def coverage(snapshot: Snapshot, as_of: date) -> Plain:
    """Return what the register claims to cover, and whether anything is known since the last check."""
    return {
        "status": snapshot.coverage_status.value,
        "checked_on": _day(snapshot.coverage.checked_on),
        "no_later_act_known": no_later_act_known(snapshot.coverage, snapshot.change_point, as_of),
        "parts": [_coverage_part(part) for part in snapshot.coverage.parts],
        "gaps": [gap(each) for each in snapshot.coverage.gaps],
        "not_covered": _not_covered(snapshot),
    }


def _not_covered(snapshot: Snapshot) -> Plain | None:
    if snapshot.not_covered is None:
        return None
    sources = [cited_source(each) for each in snapshot.sources_not_at_hand]
    return {"reason": snapshot.not_covered.value, "sources": sources}


def gap(seen: Gap) -> Plain:
    """Return what a source leaves open, and where it would be found."""
    return {
        "key": seen.key,
        "subject": seen.subject,
        "since": seen.since.isoformat(),
        "unit": seen.unit,
        "programme": seen.programme,
        "source": seen.source,
        "lines": seen.lines,
    }


def _coverage_part(part: CoveragePart) -> Plain:
    return {
        "part": part.part,
        "status": part.status.value,
        "since": part.since.isoformat(),
        "checked_on": _day(part.checked_on),
        "note": part.note,
    }


def organization(snapshot: Snapshot) -> Plain:
    """Return the organization on a day; where nothing says what it was, only its code."""
    seen = snapshot.organization
    return {
        "code": snapshot.organization_code,
        "country": country_of(snapshot.organization_code),
        "name": seen.state.name if seen else None,
        "acronym": seen.state.acronym if seen else None,
        "time_zone": seen.state.time_zone if seen else None,
        "attached_to": seen.state.attached_to if seen else None,
        "affiliations": list(seen.state.affiliations) if seen else [],
        "in_force_from": legal_date(seen.in_force_from) if seen else None,
        "in_force_until": legal_date_or_none(seen.in_force_until) if seen else None,
        "legal_basis": bases(seen.legal_basis) if seen else [],
        "external_ids": external_ids(seen.external_ids) if seen else [],
    }


def _unit_itself(unit: UnitVersion) -> Plain:
    """Return what is so of a unit alone, whatever hangs from it."""
    return {
        "code": unit.code,
        "kind": unit.state.kind,
        "class": unit.state.unit_class.value if unit.state.unit_class else None,
        "name": unit.state.name,
        "acronym": unit.state.acronym,
        "objective": unit.state.objective,
        "parent": unit.state.parent.unit,
        "parent_status": unit.parent_status.value,
        **_in_force(unit),
        "external_ids": external_ids(unit.external_ids),
    }


def flat_unit(unit: UnitVersion) -> Plain:
    """Return a unit with its posts and the act that ends it as it is; functions are told elsewhere."""
    return {**_unit_with_posts(unit), **ended_by(unit)}


def _unit_with_posts(unit: UnitVersion) -> Plain:
    return {
        **_unit_itself(unit),
        "head": post(unit.head_post) if unit.head_post else None,
        "posts": [post(each) for each in unit.posts],
    }


async def nested_units(snapshot: Snapshot, *units: UnitVersion) -> list[Plain]:
    """Return all units, or these, with their posts, their functions and the units below them."""
    upwards = list(snapshot.walk(*units))[::-1]
    nested: dict[str, Plain] = {}
    for unit, shown in zip(upwards, await listed(map(_with_functions, upwards)), strict=True):
        # Those below it come before it here.
        nested[unit.code] = {**shown, "units": [nested[each.code] for each in unit.children]}
    return [nested[unit.code] for unit in units or snapshot.roots]


def _with_functions(unit: UnitVersion) -> Plain:
    return {
        **_unit_with_posts(unit),
        "functions": [nested_function(each) for each in unit.functions],
        "programmes": [programme(each) for each in unit.programmes],
    }


def unit_version(version: UnitVersion, run: Run) -> Plain:
    """Return one version of a unit with its days and the act that ended it."""
    return {**_unit_itself(version), **days(run), **ended_by(version)}


def days(run: Run) -> Plain:
    """Return the first day on which something is so, and the first on which it no longer is."""
    return {"from": run[0].isoformat(), "until": _day(run[1])}


def ended_by(seen: UnitVersion | FunctionVersion | PostVersion | OrganizationVersion) -> Plain:
    """Return the act by which a thing is no longer as it is."""
    return {"ended_by": basis(seen.ended_by) if seen.ended_by else None}


def _function_itself(function: FunctionVersion) -> Plain:
    return {
        "code": function.code,
        "label": function.state.label,
        "list": function.state.list,
        "position": function.position,
        "text": function.state.text,
        "misprint": function.state.misprint,
        "held_by": function.state.post,
        **_in_force(function),
        "mentions": [mention(each) for each in function.mentions],
        "external_ids": external_ids(function.external_ids),
    }


def nested_function(function: FunctionVersion) -> Plain:
    """Return a function with its sub-items."""
    return {
        **_function_itself(function),
        "functions": [nested_function(each) for each in function.children],
    }


def flat_function(function: FunctionVersion) -> Plain:
    """Return a function with where it stands and the act that ends it as it is."""
    return {
        **_function_itself(function),
        "unit": function.state.unit,
        "unit_name": function.unit.state.name,
        "parent": function.state.parent,
        **ended_by(function),
    }


def function_version(version: FunctionVersion, run: Run) -> Plain:
    """Return one version of a function with its days; names of units as they were then."""
    return {**flat_function(version), **days(run)}


def post(seen: PostVersion) -> Plain:
    """Return a post with who holds it."""
    return {
        **post_itself(seen),
        "occupancy": seen.occupancy.value,
        "appointments": [appointment(each) for each in seen.appointments],
    }


def post_itself(seen: PostVersion) -> Plain:
    """Return what is so of a post alone, whoever holds it."""
    return {
        "code": seen.code,
        "name": seen.state.name,
        "heads": seen.state.heads,
        **_in_force(seen),
        "external_ids": external_ids(seen.external_ids),
        "substitutes": [_substitute(each) for each in seen.substitutes],
    }


def _substitute(seen: Substitute) -> Plain:
    """Return a post that stands in for another; two that stand in for each other end the story here."""
    return {
        "rank": seen.rank,
        "code": seen.code,
        "in_force": seen.post is not None,
        "name": seen.post.state.name if seen.post else None,
        "unit": seen.post.state.unit if seen.post else None,
        "legal_basis": basis(seen.legal_basis),
    }


def reference(seen: ReferenceVersion) -> Plain:
    """Return what references to an old name mean: a unit, which may have ended since, or a body."""
    return {
        "code": seen.code,
        "name": seen.name,
        "unit": seen.unit_code,
        "unit_in_force": None if seen.unit_code is None else seen.unit is not None,
        "organization": seen.organization,
        **_in_force(seen),
    }


def appointment(seen: AppointmentVersion) -> Plain:
    """Return who holds a post. A person is a name, the post and the act; nothing else is kept."""
    return {
        "code": seen.code,
        "holder": {"name": seen.holder, "withheld": seen.holder is None},
        "capacity": seen.state.capacity,
        "employment": seen.state.employment,
        "lapses": legal_date_or_none(seen.state.lapses),
        **_in_force(seen),
    }


def change(seen: Change, why: BasisView | None) -> Plain:
    """Return one change between two days with the act behind it."""
    return {
        "kind": seen.kind.value,
        "noun": seen.noun.value,
        "code": seen.code,
        "unit": seen.unit,
        "field": seen.field,
        "before": seen.before,
        "after": seen.after,
        "since": legal_date_or_none(seen.since),
        "legal_basis": basis(why) if why else None,
    }
