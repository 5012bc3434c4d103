"""Rules of entry into force through the register: counted once with real calendars, and kept with the entry."""

from __future__ import annotations

import json

import pytest

from api.rest.presenting.law import legal_date
from api.rest.presenting.sources import source as presented
from db.store import Store
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.entry_rule import Anchor, EntryRule
from organica.domain.errors import Refused
from organica.domain.refusals.entry_rules import RuleGivesAnotherDay, RuleOutOfRange, RuleWithoutDay
from organica.domain.resolution import Resolution
from organica.files import from_plain, read_text, to_plain
from organica.register.consult import Consult
from organica.register.documents import opened, same_content
from organica.register.enact import enact, preview
from organica.register.entry_into_force import with_computed_dates
from organica.register.rebuild import rebuild
from organica.register.refusals import RuleWithoutCalendar, SourceAlreadyEnacted
from organica.register.verify import verify
from tests.makers import a_day, resolution_of


def a_file(dates: str, organization: str = "cl.servicio-ficticio", act_from: str = "") -> Resolution:
    own = f", in_force_from: {act_from}" if act_from else ""
    written = read_text(
        f"""
organica: resolution/1
organization: {organization}
source:
  kind: decreto
  number: "9"
  year: 2025
{dates}
coverage: {{complete_under: [{organization}]}}
acts:
  - establish: {{organization: {organization}, name: Organismo Ficticio, time_zone: America/Santiago}}
  - create: {{unit: compras, parent: none, kind: Oficina, name: Oficina de Compras{own}}}
""",
        "decreto.yaml",
    )
    return resolution_of(written)


def dated(published_on: str, rule: str, organization: str = "cl.servicio-ficticio") -> Resolution:
    return a_file(f"  published_on: {published_on}\n  in_force_from: {{rule: {rule}}}", organization)


def start_of(resolution: Resolution) -> LegalDate:
    return resolution_of(with_computed_dates(resolution, ())).source.in_force_from


WORKING = "{days: 5, working: true, after: published_on, printed: a los cinco días hábiles de su publicación}"


def test_the_new_procurement_law_of_peru_began_ninety_days_after_its_regulation_was_published() -> None:
    """D.S. 009-2025-EF was published on 22 January 2025; Ley 32069 and OECE began on 22 April 2025."""
    found = start_of(dated("2025-01-22", "{days: 90, after: published_on}", "pe.oece"))
    assert (found.value, found.basis) == ("2025-04-22", DateBasis.COMPUTED)


@pytest.mark.parametrize(
    ("organization", "published_on", "expected"),
    [
        # Fiestas Patrias. Friday 12 September; one: 15, two: 16, three: 17; 18 and 19, a weekend; four: 22, five: 23.
        ("cl.servicio-ficticio", "2025-09-12", "2025-09-23"),
        # In 2024 Friday 20 was a holiday too. Tuesday 17; 18 to 20, a weekend; one: 23, two to five: 24 to 27.
        ("cl.servicio-ficticio", "2024-09-17", "2024-09-27"),
        # New Year. Monday 29 December; one: 30, two: 31; 1 January; three: Friday 2; a weekend; four: 5, five: 6.
        ("cl.servicio-ficticio", "2025-12-29", "2026-01-06"),
        # Holy Week. Monday 14 April; one: 15, two: 16; Thursday 17 and Friday 18, a weekend; three: 21 to five: 23.
        ("pe.servicio-ficticio", "2025-04-14", "2025-04-23"),
        # In Chile Thursday 17 April is a working day: one: 15, two: 16, three: 17; Friday; four: 21, five: 22.
        ("cl.servicio-ficticio", "2025-04-14", "2025-04-22"),
    ],
)
def test_working_days_leave_out_the_holidays_of_the_sources_country(
    organization: str, published_on: str, expected: str
) -> None:
    found = start_of(dated(published_on, WORKING, organization))
    assert found.value == expected
    assert found.rule is not None
    assert found.rule.calendar is not None
    assert found.rule.calendar.startswith("holidays ")
    assert found.rule.calendar.endswith(f", {organization[:2].upper()}")


async def test_what_is_enacted_by_a_rule_is_in_force_from_the_computed_day(store: Store) -> None:
    resolution = dated("2025-09-12", WORKING)
    shown = await preview(store, resolution)
    assert resolution_of(shown.filing).source.in_force_from.value == "2025-09-23"
    await enact(store, resolution)
    consult = Consult(store)
    before = await consult.structure("cl.servicio-ficticio", a_day("2025-09-22"))
    after = await consult.structure("cl.servicio-ficticio", a_day("2025-09-23"))
    assert "compras" not in before.units
    assert after.certain
    since = after.units["compras"].in_force_from
    assert (since.value, since.basis) == ("2025-09-23", DateBasis.COMPUTED)
    rule = since.rule
    assert rule is not None
    assert (rule.after, rule.days, rule.working) == (Anchor.PUBLISHED_ON, 5, True)
    assert rule.printed == "a los cinco días hábiles de su publicación"
    [record] = await Consult(store).sources("cl.servicio-ficticio")
    assert record.source.in_force_from == since
    assert presented(record)["in_force_from"] == legal_date(since)
    assert legal_date(since)["rule"] == {
        "after": "published_on",
        "days": 5,
        "working": True,
        "month_after": None,
        "printed": "a los cinco días hábiles de su publicación",
        "calendar": rule.calendar,
    }


async def test_a_provision_may_begin_by_a_rule_of_its_own(store: Store) -> None:
    own = "{rule: {month_after: 1, after: notified_on, printed: el primer día del mes siguiente}}"
    dates = "  published_on: 2025-09-12\n  notified_on: 2025-10-03\n  in_force_from: 2025-09-12"
    await enact(store, a_file(dates, act_from=own))
    snapshot = await Consult(store).structure("cl.servicio-ficticio", a_day("2025-11-01"))
    since = snapshot.units["compras"].in_force_from
    assert since == LegalDate(
        "2025-11-01",
        DateBasis.COMPUTED,
        EntryRule(Anchor.NOTIFIED_ON, month_after=1, printed="el primer día del mes siguiente"),
    )
    assert snapshot.organization is not None
    assert snapshot.organization.in_force_from == LegalDate("2025-09-12")
    earlier = await Consult(store).structure("cl.servicio-ficticio", a_day("2025-10-31"))
    assert "compras" not in earlier.units


async def test_the_rows_of_a_rule_are_those_that_a_replay_gives(store: Store) -> None:
    own = "{rule: {days: 30, after: published_on}}"
    await enact(store, a_file(_dates("2025-09-12", WORKING), act_from=own))
    assert (await verify(store)).faults == ()
    rows = await store.rows("cl.servicio-ficticio")
    await rebuild(store)
    assert await store.rows("cl.servicio-ficticio") == rows
    assert (await verify(store)).faults == ()


def _dates(published_on: str, rule: str) -> str:
    return f"  published_on: {published_on}\n  in_force_from: {{rule: {rule}}}"


def test_an_entry_keeps_the_day_that_was_counted_then() -> None:
    """A later calendar would give 23 September; the entry says another day, and that is the one folded."""
    dated_once = with_computed_dates(dated("2025-09-12", WORKING), ())
    plain = json.loads(json.dumps(to_plain(dated_once)))
    assert plain["source"]["in_force_from"]["value"] == "2025-09-23"
    plain["source"]["in_force_from"]["value"] = "2025-09-30"
    plain["source"]["in_force_from"]["rule"]["calendar"] = "holidays 0.1, CL"
    recorded = resolution_of(from_plain(plain, ledger=True))
    assert recorded.source.in_force_from.earliest == a_day("2025-09-30")
    assert to_plain(recorded) == plain
    assert same_content(dated("2025-09-12", WORKING), recorded, {})


async def test_a_file_with_the_rule_says_the_same_as_its_entry(store: Store) -> None:
    resolution = dated("2025-09-12", WORKING)
    await enact(store, resolution)
    again = await enact(store, resolution)
    assert (again.entry, again.new) == (1, False)
    with_day = a_file(_with_value("2025-09-23"))
    assert (await enact(store, with_day)).new is False
    [entry] = await store.entries()
    date = resolution_of(opened(entry.document).filing).source.in_force_from
    assert (date.value, date.basis) == ("2025-09-23", DateBasis.COMPUTED)


@pytest.mark.parametrize(
    "other",
    [
        "{days: 6, working: true, after: published_on, printed: a los cinco días hábiles de su publicación}",
        "{days: 5, after: published_on, printed: a los cinco días hábiles de su publicación}",
        "{days: 5, working: true, after: published_on}",
    ],
)
async def test_a_file_with_another_rule_is_another_content(store: Store, other: str) -> None:
    await enact(store, dated("2025-09-12", WORKING))
    with pytest.raises(SourceAlreadyEnacted):
        await enact(store, dated("2025-09-12", other))
    with pytest.raises(SourceAlreadyEnacted):
        await enact(store, a_file(_with_value("2025-09-24")))
    assert len(await store.entries()) == 1


def _with_value(value: str, basis: str = "") -> str:
    return f"  published_on: 2025-09-12\n  in_force_from: {{value: {value}, {basis}rule: {WORKING}}}"


async def test_a_stated_day_stands_and_the_rule_is_kept_as_printed(store: Store) -> None:
    await enact(store, a_file(_with_value("2025-09-24", "basis: stated, ")))
    [record] = await Consult(store).sources("cl.servicio-ficticio")
    found = record.source.in_force_from
    assert (found.value, found.basis) == ("2025-09-24", DateBasis.STATED)
    assert found.rule is not None
    assert (found.rule.days, found.rule.calendar) == (5, None)


@pytest.mark.parametrize(
    ("resolution", "refused", "facts"),
    [
        (
            a_file("  in_force_from: {rule: {days: 1, after: published_on}}"),
            RuleWithoutDay,
            {"after": "published_on", "known": None},
        ),
        (
            dated("2025-09", "{days: 1, after: published_on}"),
            RuleWithoutDay,
            {"after": "published_on", "known": "2025-09 (stated)"},
        ),
        (
            dated("2025-09-12", WORKING, "int.organismo"),
            RuleWithoutCalendar,
            {"country": "int", "year": 2025},
        ),
        (
            # The library knows the holidays of Chile from 1915 on.
            dated("1901-09-12", WORKING),
            RuleWithoutCalendar,
            {"country": "cl", "year": 1901},
        ),
        (dated("2999-12-31", "{days: 1, after: published_on}"), RuleOutOfRange, {"day": "3000-01-01"}),
        (a_file(_with_value("2025-09-22")), RuleGivesAnotherDay, {"computed": "2025-09-23"}),
        (
            a_file(
                "  signed_on: 2025-01-02\n  in_force_from: 2025-01-02",
                act_from="{rule: {days: 1, after: notified_on}}",
            ),
            RuleWithoutDay,
            {"act": "2", "after": "notified_on"},
        ),
    ],
)
async def test_a_rule_that_gives_no_day_is_refused_and_nothing_is_written(
    store: Store, resolution: Resolution, refused: type[Refused], facts: dict[str, object]
) -> None:
    with pytest.raises(refused) as refusal:
        await enact(store, resolution)
    assert refusal.value.facts.items() >= {"source": resolution.source.key, **facts}.items()
    assert len(await store.entries()) == 0


async def test_an_act_known_only_by_its_month_is_not_certain_before_the_month_is_over(store: Store) -> None:
    await enact(store, a_file("  in_force_from: 2025-03"))
    consult = Consult(store)
    days = ("2025-03-01", "2025-03-31", "2025-04-01")
    seen = [await consult.structure("cl.servicio-ficticio", a_day(day)) for day in days]
    assert [("compras" in each.units, each.certain) for each in seen] == [
        (True, False),
        (True, False),
        (True, True),
    ]
    assert seen[0].units["compras"].in_force_from == LegalDate("2025-03")
