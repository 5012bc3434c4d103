"""Legal dates, and why things are so, as plain values: the source, the act and the place in it.

Takes values of the register; returns dicts that JSON can carry, in a fixed order of keys. Called by the files
beside it that show things. `api.rest.schemas.things` describes each.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from organica.domain.dates import LegalDate
from organica.domain.entry_rule import EntryRule
from organica.domain.source import Provision
from organica.register.views import BasisView

Plain = dict[str, Any]


def legal_date(value: LegalDate) -> Plain:
    """Return a legal date with its window and how the register came to it."""
    return {
        "value": value.value,
        "precision": value.precision.value,
        "earliest": value.earliest.isoformat(),
        "latest": value.latest.isoformat(),
        "basis": value.basis.value,
        "rule": _rule(value.rule),
    }


def _rule(rule: EntryRule | None) -> Plain | None:
    if rule is None:
        return None
    return {
        "after": rule.after.value,
        "days": rule.days,
        "working": rule.working,
        "month_after": rule.month_after,
        "printed": rule.printed,
        "calendar": rule.calendar,
    }


def legal_date_or_none(value: LegalDate | None) -> Plain | None:
    """Return a legal date, or None where there is none."""
    return legal_date(value) if value else None


def basis(view: BasisView) -> Plain:
    """Return why a thing is so: the source, the act in it, the place in it."""
    return {
        "source": view.source.key,
        "act": view.act,
        "citation": view.citation,
        "provision": provision(view.provision),
        "role": view.role.value,
        "normative": view.normative,
        "nature": view.nature.value,
    }


def bases(views: Iterable[BasisView]) -> list[Plain]:
    """Return why a thing is so, oldest first."""
    return [basis(view) for view in views]


def provision(provision: Provision | None) -> Plain | None:
    """Return the place inside a source, or None where none is given."""
    if provision is None:
        return None
    return {
        "document": provision.document,
        "article": provision.article,
        "paragraph": provision.paragraph,
        "label": provision.label,
        "printed": provision.printed,
    }
