"""Rows as versions, intervals and sources again.

Takes rows in the order of their tables' columns; returns the values that were written, and refuses with a
plain ValueError, TypeError or LookupError what packing would not have written. Called by readings only. There
is no object-relational mapper: an organization has thousands of rows, and most of them share
their legal dates and legal bases, which are made once each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, assert_never

from db.packing import codes_text, gaps_text, list_text, one_text, source_columns
from db.programme_rows import indicator, programme
from organica.domain.acts import Parent, ParentStatus, UnitClass
from organica.domain.coverage import Coverage, CoveragePart, Gap
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.entry_rule import Anchor, EntryRule
from organica.domain.external_ids import ExternalIdSpan
from organica.domain.resolution import CoverageStatus, DoubtNote, SourceContents
from organica.domain.source import (
    BasisRole,
    Evidence,
    LegalBasis,
    LegalSource,
    Provision,
    Relation,
    RelationKind,
)
from organica.domain.states import (
    AppointmentState,
    FunctionState,
    IndicatorState,
    LineageKind,
    LineageState,
    Noun,
    OrganizationState,
    PostState,
    ReferenceState,
    State,
    UnitState,
)
from organica.domain.versions import Interval, Version
from organica.register.mentions import MentionSpan
from organica.register.ports import IntervalRow, Known, MentionRow, Row, SourceRecord

Read = Sequence[Any]
Opened = Callable[[str, LegalDate, LegalDate, tuple[LegalBasis, ...], Read], State]


class Unpacking:
    """Turns the rows of one load into values, and remembers the values that repeat."""

    def __init__(self) -> None:
        self._dates: dict[tuple[str, str], LegalDate] = {}
        self._bases: dict[str, tuple[LegalBasis, ...]] = {}
        self._endings: dict[str, LegalBasis] = {}
        self._coverages: dict[tuple[str, str | None, str | None], Coverage] = {}

    def version(self, noun: Noun) -> Callable[[Read], Row]:
        """Return what turns a row of one noun into its version."""
        opened = self._opener(noun)

        def made(columns: Read) -> Row:
            (_, code, start, end, known_from, known_until, until, until_basis, ended_by) = columns[:9]
            (born, born_basis, since, since_basis, basis) = columns[9:14]
            state = opened(
                code,
                self._date(born, born_basis),
                self._date(since, since_basis),
                self._basis(basis),
                columns[14:],
            )
            ending = self.maybe_basis("ended_by", ended_by)
            version = Version(noun, code, start, end, state, self.maybe_date(until, until_basis), ending)
            return Row(version, Known(known_from, known_until))

        return made

    def interval(self, columns: Read) -> IntervalRow:
        """Return one interval."""
        (_, start, end, known_from, known_until, since, since_basis, until, until_basis) = columns[:9]
        certain, coverage, not_at_hand, gaps = columns[9:]
        interval = Interval(
            start,
            end,
            self._date(since, since_basis),
            self.maybe_date(until, until_basis),
            certain,
            self._coverage(coverage, not_at_hand, gaps),
        )
        return IntervalRow(interval, Known(known_from, known_until))

    def source(self, columns: Read) -> SourceRecord:
        """Return one source."""
        (organization, key, entry, country, issuer, kind, year, start, start_basis, rule) = columns[:10]
        (number, series, title, printed, subject, signed, signed_basis) = columns[10:17]
        (published, published_basis, notified, notified_basis) = columns[17:21]
        (text_url, normative, relations, evidence, doubts, contents, proposal, invalid) = columns[21:]
        in_force_from = self._date(start, start_basis)
        source = LegalSource(
            country=country,
            issuer=issuer,
            kind=kind,
            year=year,
            in_force_from=replace(in_force_from, rule=_rule(json.loads(rule))) if rule else in_force_from,
            number=number,
            series=series,
            title=title,
            citation_printed=printed,
            subject=subject,
            signed_on=self.maybe_date(signed, signed_basis),
            published_on=self.maybe_date(published, published_basis),
            notified_on=self.maybe_date(notified, notified_basis),
            text_url=text_url,
            normative=normative,
            relations=tuple(Relation(RelationKind(r["kind"]), r["target"]) for r in json.loads(relations)),
            proposal=proposal,
        )
        doubt_notes = tuple(DoubtNote(**doubt) for doubt in json.loads(doubts))
        held = None if contents is None else SourceContents(contents)
        record = SourceRecord(organization, entry, source, _evidence(evidence), doubt_notes, held, invalid)
        written = source_columns(record)
        for name, text in (
            ("key", key),
            ("in_force_from_rule", rule),
            ("relations", relations),
            ("evidence", evidence),
            ("doubts", doubts),
        ):
            _same(name, text, written[name])
        return record

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
            case Noun.REFERENCE:
                return _reference
            case Noun.LINEAGE:
                return _lineage
            case Noun.PROGRAMME:
                return programme
            case Noun.INDICATOR:
                return self._indicator
            case _:
                assert_never(noun)

    def _appointment(
        self, code: str, born: LegalDate, since: LegalDate, basis: tuple[LegalBasis, ...], own: Read
    ) -> AppointmentState:
        post, seal, capacity, employment, lapses, lapses_basis = own
        ends = self.maybe_date(lapses, lapses_basis)
        return AppointmentState(code, post, seal, capacity, employment, born, since, ends, basis)

    def _indicator(
        self, code: str, born: LegalDate, since: LegalDate, basis: tuple[LegalBasis, ...], own: Read
    ) -> IndicatorState:
        return indicator(code, born, since, basis, own, self.maybe_date(own[4], own[5]))

    def _date(self, value: str, basis: str) -> LegalDate:
        known = self._dates.get((value, basis))
        if known is None:
            known = self._dates[value, basis] = LegalDate(value, DateBasis(basis))
        return known

    def maybe_date(self, value: str | None, basis: str | None) -> LegalDate | None:
        """Return a date that may be absent."""
        if (value is None) is not (basis is None):
            raise ValueError("a date without its basis, or a basis without its date")
        return None if value is None or basis is None else self._date(value, basis)

    def _basis(self, text: str) -> tuple[LegalBasis, ...]:
        known = self._bases.get(text)
        if known is None:
            known = tuple(_legal_basis(plain) for plain in json.loads(text))
            _same("legal_basis", text, list_text(known))
            self._bases[text] = known
        return known

    def maybe_basis(self, column: str, text: str | None) -> LegalBasis | None:
        """Return one legal basis that may be absent."""
        if text is None:
            return None
        known = self._endings.get(text)
        if known is None:
            known = _legal_basis(json.loads(text))
            _same(column, text, one_text(known))
            self._endings[text] = known
        return known

    def _coverage(self, text: str, not_at_hand: str | None, gaps: str | None) -> Coverage:
        known = self._coverages.get((text, not_at_hand, gaps))
        if known is None:
            parts = tuple(_coverage_part(plain) for plain in json.loads(text))
            missing = () if not_at_hand is None else tuple(json.loads(not_at_hand))
            open_questions = () if gaps is None else tuple(_gap(plain) for plain in json.loads(gaps))
            known = Coverage(parts, missing, open_questions)
            _same("coverage", text, list_text(parts))
            _same("not_at_hand", not_at_hand, codes_text(known.not_at_hand))
            _same("gaps", gaps, gaps_text(known.gaps))
            self._coverages[text, not_at_hand, gaps] = known
        return known


def _same(column: str, read: str | None, written: str | None) -> None:
    """Refuse JSON that says more than its value, or says it in other bytes: a rebuild would differ."""
    if read != written:
        raise ValueError(f"{column} is not as the register writes it")


def _organization(
    code: str, born: LegalDate, since: LegalDate, basis: tuple[LegalBasis, ...], own: Read
) -> OrganizationState:
    name, acronym, time_zone, attached_to, affiliations = own
    bodies = _codes("affiliations", affiliations)
    return OrganizationState(code, name, acronym, time_zone, attached_to, bodies, born, since, basis)


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
    unit, name, heads, vacant, emptied, substitutes = own
    posts = _codes("substitutes", substitutes)
    return PostState(code, unit, name, heads, vacant, emptied, posts, born, since, basis)


def _reference(
    code: str, born: LegalDate, since: LegalDate, basis: tuple[LegalBasis, ...], own: Read
) -> ReferenceState:
    name, unit, body = own
    return ReferenceState(code, name, unit, body, born, since, basis)


def _lineage(
    code: str, born: LegalDate, since: LegalDate, basis: tuple[LegalBasis, ...], own: Read
) -> LineageState:
    kind, noun, predecessor, out_of, successor, into = own
    named = (LineageKind(kind), Noun(noun), predecessor, out_of, successor, into)
    return LineageState(code, *named, born, since, basis)


def mention(columns: Read) -> MentionRow:
    """Return one mention."""
    (_, code, start, end, known_from, known_until, first, last, text, unit, derived_by) = columns
    span = MentionSpan(code, first, last, text, unit, derived_by, start, end)
    return MentionRow(span, Known(known_from, known_until))


def external_id(columns: Read) -> ExternalIdSpan:
    """Return one name that another system gives."""
    (_, noun, code, system, value, known_from, known_until) = columns
    return ExternalIdSpan(Noun(noun), code, system, value, known_from, known_until)


def _codes(column: str, text: str | None) -> tuple[str, ...]:
    """Return the codes of a list, in its order."""
    codes = () if text is None else tuple(json.loads(text))
    _same(column, text, codes_text(codes))
    return codes


def _legal_basis(plain: dict[str, Any]) -> LegalBasis:
    since = plain.get("since")
    return LegalBasis(
        source=plain["source"],
        role=BasisRole(plain["role"]),
        act=plain["act"],
        provision=Provision(**plain["provision"]) if "provision" in plain else None,
        since=None if since is None else LegalDate(since["value"], DateBasis(since["basis"])),
        changed=tuple(plain.get("changed", ())),
        rule=_rule(plain["rule"]) if "rule" in plain else None,
    )


def _rule(plain: dict[str, Any]) -> EntryRule:
    return EntryRule(**{**plain, "after": Anchor(plain["after"])})


def _coverage_part(plain: dict[str, Any]) -> CoveragePart:
    checked_on = plain.get("checked_on")
    return CoveragePart(
        part=plain["part"],
        status=CoverageStatus(plain["status"]),
        since=date.fromisoformat(plain["since"]),
        checked_on=None if checked_on is None else date.fromisoformat(checked_on),
        note=plain.get("note"),
    )


def _gap(plain: dict[str, Any]) -> Gap:
    return Gap(**{**plain, "since": date.fromisoformat(plain["since"])})


def _evidence(text: str | None) -> Evidence | None:
    if text is None:
        return None
    plain = json.loads(text)
    retrieved_on = plain.get("retrieved_on")
    if retrieved_on is not None:
        plain["retrieved_on"] = LegalDate(retrieved_on["value"], DateBasis(retrieved_on["basis"]))
    return Evidence(**plain)
