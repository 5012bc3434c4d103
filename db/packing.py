"""Versions, intervals and sources as the columns of their tables.

Takes domain values; returns what to write, under the columns' names. Called by the write transaction, and by
unpacking, which holds what it reads to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any, assert_never

from db.programme_rows import indicator_columns, programme_columns
from organica.domain.coverage import Gap
from organica.domain.dates import LegalDate
from organica.domain.entry_rule import EntryRule
from organica.domain.external_ids import ExternalIdSpan
from organica.domain.source import Provision
from organica.domain.states import (
    AppointmentState,
    FunctionState,
    IndicatorState,
    LineageState,
    OrganizationState,
    PostState,
    ProgrammeState,
    ReferenceState,
    State,
    UnitState,
)
from organica.domain.versions import Interval, Version
from organica.register.mentions import MentionSpan
from organica.register.ports import SourceRecord

Columns = dict[str, Any]


def version_columns(organization: str, version: Version, at: int) -> Columns:
    """Return the columns of a version that the register says from entry `at` on."""
    state = version.state
    return {
        "organization": organization,
        "code": version.code,
        "in_force_day": version.start,
        "end_day": version.end,
        "known_from": at,
        "known_until": None,
        **date_columns("until", version.until),
        "ended_by": one_text(version.ended_by),
        **date_columns("born", state.born),
        **date_columns("since", state.since),
        "legal_basis": list_text(state.legal_basis),
        **_own_columns(state),
    }


def interval_columns(organization: str, interval: Interval, at: int) -> Columns:
    """Return the columns of an interval that the register says from entry `at` on."""
    return {
        "organization": organization,
        "in_force_day": interval.start,
        "end_day": interval.end,
        "known_from": at,
        "known_until": None,
        **date_columns("since", interval.since),
        **date_columns("until", interval.until),
        "certain": interval.certain,
        "coverage": list_text(interval.coverage.parts),
        "not_at_hand": codes_text(interval.coverage.not_at_hand),
        "gaps": gaps_text(interval.coverage.gaps),
    }


def mention_columns(organization: str, mention: MentionSpan, at: int) -> Columns:
    """Return the columns of a mention that the register finds from entry `at` on."""
    return {
        "organization": organization,
        "code": mention.function,
        "in_force_day": mention.start,
        "end_day": mention.end,
        "known_from": at,
        "known_until": None,
        "first": mention.first,
        "last": mention.last,
        "text": mention.text,
        "unit": mention.unit,
        "derived_by": mention.derived_by,
    }


def external_id_columns(organization: str, tie: ExternalIdSpan) -> Columns:
    """Return the columns of what another system calls a thing."""
    return {
        "organization": organization,
        "noun": tie.noun.value,
        "code": tie.code,
        "system": tie.system,
        "value": tie.value,
        "known_from": tie.since,
        "known_until": tie.until,
    }


def source_columns(record: SourceRecord) -> Columns:
    """Return the columns of a source."""
    source = record.source
    return {
        "organization": record.organization,
        "key": source.key,
        "entry": record.entry,
        "country": source.country,
        "issuer": source.issuer,
        "kind": source.kind,
        "year": source.year,
        **date_columns("in_force_from", source.in_force_from),
        "in_force_from_rule": one_text(source.in_force_from.rule),
        "number": source.number,
        "series": source.series,
        "title": source.title,
        "citation_printed": source.citation_printed,
        "subject": source.subject,
        **date_columns("signed_on", source.signed_on),
        **date_columns("published_on", source.published_on),
        **date_columns("notified_on", source.notified_on),
        "text_url": source.text_url,
        "normative": source.normative,
        "relations": list_text(source.relations),
        "evidence": one_text(record.evidence),
        "doubts": list_text(record.doubts),
        "contents": None if record.contents is None else record.contents.value,
        "proposal": source.proposal,
        "invalid": record.invalid,
    }


def list_text(values: Iterable[Any]) -> str:
    """Return the JSON text of a column that holds a list of values."""
    return canonical_json([_plain(value) for value in values])


def one_text(value: Any | None) -> str | None:
    """Return the JSON text of a column that holds one value; None where there is none."""
    return None if value is None else canonical_json(_plain(value))


def gaps_text(gaps: tuple[Gap, ...]) -> str | None:
    """Return the JSON text of a column that holds open questions; None where there are none."""
    return list_text(gaps) if gaps else None


def codes_text(codes: tuple[str, ...]) -> str | None:
    """Return the JSON text of a column that holds a list of codes; None where it is empty."""
    return canonical_json(list(codes)) if codes else None


def canonical_json(value: Any) -> str:
    """Return the one text of a plain value: sorted keys, no spaces, letters as themselves."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _own_columns(state: State) -> Columns:
    match state:
        case OrganizationState():
            return {
                **_named(state, "name", "acronym", "time_zone", "attached_to"),
                "affiliations": codes_text(state.affiliations),
            }
        case UnitState():
            return {
                **_named(state, "kind", "name", "acronym", "objective", "place"),
                "parent_status": state.parent.status.value,
                "parent_unit": state.parent.unit,
                "unit_class": None if state.unit_class is None else state.unit_class.value,
            }
        case FunctionState():
            return _named(state, "unit", "post", "parent", "list", "label", "text", "place", "misprint")
        case PostState():
            return {
                **_named(state, "unit", "name", "heads", "vacant", "emptied"),
                "substitutes": codes_text(state.substitutes),
            }
        case AppointmentState():
            own = _named(state, "post", "seal", "capacity", "employment")
            return {**own, **date_columns("lapses", state.lapses)}
        case ReferenceState():
            return {**_named(state, "name", "unit"), "body": state.organization}
        case LineageState():
            return {
                **_named(state, "predecessor", "predecessor_organization"),
                **_named(state, "successor", "successor_organization"),
                "kind": state.kind.value,
                "noun": state.noun.value,
            }
        case ProgrammeState():
            return programme_columns(state)
        case IndicatorState():
            return indicator_columns(state)
        case _:
            assert_never(state)


def _named(state: State, *names: str) -> Columns:
    return {name: getattr(state, name) for name in names}


def date_columns(name: str, value: LegalDate | None) -> Columns:
    """Return the two columns of a date that may be absent."""
    if value is None:
        return {f"{name}_value": None, f"{name}_basis": None}
    return {f"{name}_value": value.value, f"{name}_basis": value.basis.value}


def _plain(value: Any) -> Columns:
    """Return a value as JSON keeps it; what is absent or an empty list is left out."""
    named = {field.name: getattr(value, field.name) for field in fields(value)}
    return {name: _plain_item(item) for name, item in named.items() if item not in (None, ())}


def _plain_item(item: Any) -> Any:
    if isinstance(item, LegalDate):
        return {"value": item.value, "basis": item.basis.value}
    if isinstance(item, Provision | EntryRule):
        return _plain(item)
    return item.isoformat() if isinstance(item, date) else item
