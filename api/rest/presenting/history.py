"""Histories and acts as plain values: versions of posts and of the organization, who held what, which acts.

Takes values of the register; returns dicts that JSON can carry, in a fixed order of keys. Called by the REST
operations. `api.rest.schemas.history` describes each.
"""

from __future__ import annotations

from api.rest.presenting.law import Plain, basis, legal_date, legal_date_or_none, provision
from api.rest.presenting.things import (
    appointment,
    change,
    days,
    ended_by,
    organization,
    post,
    post_itself,
)
from organica.register.acts_between import TakenAct
from organica.register.archive import Run
from organica.register.difference import StructureDiff
from organica.register.histories import ChangePoint, Spell, Tenure
from organica.register.views import OrganizationVersion, PostVersion


def post_version(version: PostVersion, run: Run) -> Plain:
    """Return one version of a post with its days and the act that ended it; who held it is told apart."""
    return {**post_itself(version), **_where(version), **days(run)}


def flat_post(seen: PostVersion) -> Plain:
    """Return a post of a day with who holds it, where it stands and the act that ends it as it is."""
    return {**post(seen), **_where(seen)}


def _where(seen: PostVersion) -> Plain:
    return {"unit": seen.state.unit, "unit_name": seen.unit.state.name, **ended_by(seen)}


def spell(seen: Spell) -> Plain:
    """Return a run of days over which the same appointments held a post, or nobody did."""
    return {
        **days((seen.start, seen.end)),
        "occupancy": seen.occupancy.value,
        "appointments": list(seen.appointments),
    }


def tenure(seen: Tenure) -> Plain:
    """Return who held a post over a run of days, and why no longer."""
    held = seen.appointment
    place = held.snapshot.posts.get(seen.post)
    return {
        **appointment(held),
        "post": seen.post,
        "post_name": place.state.name if place else None,
        "unit": place.state.unit if place else None,
        **days((seen.start, seen.end)),
        "ending": seen.ending.value if seen.ending else None,
        "ended_by": basis(held.ended_by) if held.ended_by else None,
    }


def organization_version(version: OrganizationVersion) -> Plain:
    """Return one version of an organization with the act that ended it."""
    return {
        **organization(version.snapshot),
        **ended_by(version),
    }


def change_point(seen: ChangePoint) -> Plain:
    """Return a day on which the answer changes, what it is worth from then on, and the acts of that day."""
    return {
        "day": seen.interval.start.isoformat(),
        "in_force_from": legal_date(seen.interval.since),
        "in_force_until": legal_date_or_none(seen.interval.until),
        "certain": seen.interval.certain,
        "acts": [act(each) for each in seen.acts],
    }


def act(seen: TakenAct) -> Plain:
    """Return which act took effect, on which day, and where it stands."""
    return {
        "source": seen.source.key,
        "act": seen.ref,
        "citation": seen.citation,
        "provision": provision(seen.provision),
        "normative": seen.normative,
        "nature": seen.nature.value,
        "organization": seen.organization,
        "entry": seen.entry,
        "effect": seen.effect.value,
        "day": seen.day.isoformat(),
        "since": legal_date(seen.since),
        "rectified_by": [basis(each) for each in seen.rectified_by],
    }


def act_with_changes(seen: TakenAct, found: StructureDiff) -> Plain:
    """Return an act in the words of its file, and its part of a difference."""
    return {
        **act(seen),
        "words": seen.plain,
        "changes": [change(each, found.basis_view(each)) for each in seen.changes],
    }
