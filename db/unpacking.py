"""Rows as versions, intervals and sources again.

Takes rows in the order of their tables' columns; returns the values that were written. Called by readings
only. There is no object-relational mapper: an organization has thousands of rows, and most of them share
their legal dates and legal bases, which are made once each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, assert_never

from organica.domain.acts import Parent, ParentStatus, UnitClass
from organica.domain.coverage import Coverage, CoveragePart
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.resolution import CoverageStatus, DoubtNote
from organica.domain.source import (
    BasisRole,
    Evidence,
    LegalBasis,
    LegalSource,
    Provision,
    Relation,
    RelationKind,
)
from organica.domain.structure import (
    AppointmentState,
    FunctionState,
    Noun,
    OrganizationState,
    PostState,
    State,
    UnitState,
)
from organica.domain.versions import Interval, Version
from organica.register.ports import IntervalRow, Known, Row, SourceRecord

Read = Sequence[Any]
Opened = Callable[[str, LegalDate, LegalDate, tuple[LegalBasis, ...], Read], State]


class Unpacking:
    """Turns the rows of one load into values, and remembers the values that repeat."""

    def __init__(self) -> None:
        self._dates: dict[tuple[str, str], LegalDate] = {}
        self._bases: dict[str, tuple[LegalBasis, ...]] = {}
        self._endings: dict[str, LegalBasis] = {}
        self._coverages: dict[str, Coverage] = {}

    def versions(self, noun: Noun, read: Sequence[Read]) -> list[Row]:
        """Return the versions of one noun, in the order of the rows."""
        opened = self._opener(noun)
        rows: list[Row] = []
        for columns in read:
            (_, code, start, end, known_from, known_until, until, until_basis, ended_by) = columns[:9]
            (born, born_basis, since, since_basis, basis) = columns[9:14]
            state = opened(
                code,
                self._date(born, born_basis),
                self._date(since, since_basis),
                self._basis(basis),
                columns[14:],
            )
            version = Version(
                noun, code, start, end, state, self._maybe_date(until, until_basis), self._ended_by(ended_by)
            )
            rows.append(Row(version, Known(known_from, known_until)))
        return rows

    def intervals(self, read: Sequence[Read]) -> list[IntervalRow]:
        """Return the intervals, in the order of the rows."""
        return [
            IntervalRow(
                Interval(
                    start,
                    end,
                    self._date(since, since_basis),
                    self._maybe_date(until, until_basis),
                    certain,
                    self._coverage(coverage),
                ),
                Known(known_from, known_until),
            )
            for (
                _,
                start,
                end,
                known_from,
                known_until,
                since,
                since_basis,
                until,
                until_basis,
                certain,
                coverage,
            ) in read
        ]

    def source(self, columns: Read) -> SourceRecord:
        """Return one source."""
        (organization, _, entry, country, issuer, kind, year, start, start_basis) = columns[:9]
        (number, series, title, printed, subject, signed, signed_basis) = columns[9:16]
        (published, published_basis, text_url, normative, relations, evidence, doubts) = columns[16:]
        source = LegalSource(
            country=country,
            issuer=issuer,
            kind=kind,
            year=year,
            in_force_from=self._date(start, start_basis),
            number=number,
            series=series,
            title=title,
            citation_printed=printed,
            subject=subject,
            signed_on=self._maybe_date(signed, signed_basis),
            published_on=self._maybe_date(published, published_basis),
            text_url=text_url,
            normative=normative,
            relations=tuple(Relation(RelationKind(r["kind"]), r["target"]) for r in json.loads(relations)),
        )
        doubt_notes = tuple(DoubtNote(**doubt) for doubt in json.loads(doubts))
        return SourceRecord(organization, entry, source, _evidence(evidence), doubt_notes)

    def _opener(self, noun: Noun) -> Opened:
        match noun:
            case Noun.ORGANIZATION:
                return _organization
            case Noun.UNIT:
                return _unit
            case Noun.FUNCTION:
                return _function
            case Noun.POST:
                return _post
            case Noun.APPOINTMENT:
                return self._appointment
            case _:
                assert_never(noun)

    def _appointment(
        self, code: str, born: LegalDate, since: LegalDate, basis: tuple[LegalBasis, ...], own: Read
    ) -> AppointmentState:
        post, seal, capacity, employment, lapses, lapses_basis = own
        ends = self._maybe_date(lapses, lapses_basis)
        return AppointmentState(code, post, seal, capacity, employment, born, since, ends, basis)

    def _date(self, value: str, basis: str) -> LegalDate:
        known = self._dates.get((value, basis))
        if known is None:
            known = self._dates[value, basis] = LegalDate(value, DateBasis(basis))
        return known

    def _maybe_date(self, value: str | None, basis: str | None) -> LegalDate | None:
        return None if value is None or basis is None else self._date(value, basis)

    def _basis(self, text: str) -> tuple[LegalBasis, ...]:
        known = self._bases.get(text)
        if known is None:
            known = self._bases[text] = tuple(_legal_basis(plain) for plain in json.loads(text))
        return known

    def _ended_by(self, text: str | None) -> LegalBasis | None:
        if text is None:
            return None
        known = self._endings.get(text)
        if known is None:
            known = self._endings[text] = _legal_basis(json.loads(text))
        return known

    def _coverage(self, text: str) -> Coverage:
        known = self._coverages.get(text)
        if known is None:
            parts = tuple(_coverage_part(plain) for plain in json.loads(text))
            known = self._coverages[text] = Coverage(parts)
        return known


def _organization(
    code: str, born: LegalDate, since: LegalDate, basis: tuple[LegalBasis, ...], own: Read
) -> OrganizationState:
    name, acronym, time_zone = own
    return OrganizationState(code, name, acronym, time_zone, born, since, basis)


def _unit(
    code: str, born: LegalDate, since: LegalDate, basis: tuple[LegalBasis, ...], own: Read
) -> UnitState:
    kind, name, parent_status, parent_unit, unit_class, acronym, objective, place = own
    parent = Parent(ParentStatus(parent_status), parent_unit)
    named_class = None if unit_class is None else UnitClass(unit_class)
    return UnitState(code, kind, name, parent, named_class, acronym, objective, place, born, since, basis)


def _function(
    code: str, born: LegalDate, since: LegalDate, basis: tuple[LegalBasis, ...], own: Read
) -> FunctionState:
    unit, post, parent, named_list, label, text, place, misprint = own
    return FunctionState(
        code, unit, post, parent, named_list, label, text, place, misprint, born, since, basis
    )


def _post(
    code: str, born: LegalDate, since: LegalDate, basis: tuple[LegalBasis, ...], own: Read
) -> PostState:
    unit, name, heads, vacant = own
    return PostState(code, unit, name, heads, vacant, born, since, basis)


def _legal_basis(plain: dict[str, Any]) -> LegalBasis:
    since = plain.get("since")
    return LegalBasis(
        source=plain["source"],
        role=BasisRole(plain["role"]),
        act=plain["act"],
        provision=Provision(**plain["provision"]) if "provision" in plain else None,
        since=None if since is None else LegalDate(since["value"], DateBasis(since["basis"])),
        changed=tuple(plain.get("changed", ())),
    )


def _coverage_part(plain: dict[str, Any]) -> CoveragePart:
    checked_on = plain.get("checked_on")
    return CoveragePart(
        part=plain["part"],
        status=CoverageStatus(plain["status"]),
        since=date.fromisoformat(plain["since"]),
        checked_on=None if checked_on is None else date.fromisoformat(checked_on),
        note=plain.get("note"),
    )


def _evidence(text: str | None) -> Evidence | None:
    if text is None:
        return None
    plain = json.loads(text)
    retrieved_on = plain.get("retrieved_on")
    if retrieved_on is not None:
        plain["retrieved_on"] = LegalDate(retrieved_on["value"], DateBasis(retrieved_on["basis"]))
    return Evidence(**plain)
