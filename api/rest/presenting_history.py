"""Histories and acts as plain values: versions of posts and of the organization, who held what, which acts.

Takes values of the register; returns dicts that JSON can carry, in a fixed order of keys. Called by the REST
operations. `api.rest.schemas_history` describes each.
"""

from __future__ import annotations

from datetime import date

from api.rest.presenting import (
    Plain,
    appointment,
    basis,
    change,
    legal_date,
    legal_date_or_none,
    organization,
    post_itself,
    provision,
)
from organica.register.acts_between import TakenAct
from organica.register.difference import StructureDiff
from organica.register.histories import ChangePoint, Spell, Tenure
from organica.register.views import OrganizationVersion, PostVersion


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def post_version(version: PostVersion) -> Plain:
    """Return one version of a post with the act that ended it; who held it is told apart."""
    return {
        **post_itself(version),
        "unit": version.state.unit,
        "unit_name": version.unit.state.name,
        "ended_by": basis(version.ended_by) if version.ended_by else None,
    }


def spell(seen: Spell) -> Plain:
    """Return a run of days over which the same appointments held a post, or nobody did."""
    return {
        "from": seen.start.isoformat(),
        "until": _day(seen.end),
        "occupancy": seen.occupancy.value,
        "appointments": list(seen.appointments),
    }


def tenure(seen: Tenure) -> Plain:
    """Return who held a post over a run of days, and why no longer."""
    held = seen.appointment
    post = held.snapshot.posts.get(seen.post)
    return {
        **appointment(held),
        "post": seen.post,
        "post_name": post.state.name if post else None,
        "unit": post.state.unit if post else None,
        "from": seen.start.isoformat(),
        "until": _day(seen.end),
        "ending": seen.ending.value if seen.ending else None,
        "ended_by": basis(held.ended_by) if held.ended_by else None,
    }


def organization_version(version: OrganizationVersion) -> Plain:
    """Return one version of an organization with the act that ended it."""
    return {
        **organization(version.snapshot),
        "ended_by": basis(version.ended_by) if version.ended_by else None,
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
