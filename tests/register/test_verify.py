"""Verify on both engines: whatever column is altered behind the register's back, a fault tells, and never a crash."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Column, Table, delete, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import make_engine
from db.store import Store
from db.tables import metadata
from organica.domain.acts import (
    AffiliateOrganization,
    Appoint,
    CarryOver,
    Channel,
    EndProgramme,
    Financing,
    FunctionItem,
    FunctionRef,
    Holder,
    IndicatorItem,
    NewUnit,
    Party,
    Period,
    PostItem,
    PostRef,
    RenameUnit,
    ReportIndicator,
    SetSubstitutionOrder,
    Share,
    SplitUnit,
    StartProgramme,
    StateOrganization,
    run_by,
    under,
)
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.filings import ExternalId, IdMapping
from organica.register.enact import enact
from organica.register.ports import Head
from organica.register.refusals import UnreadableRow
from organica.register.verify import verify
from tests.makers import ORGANIZATION, a_day, a_resolution, a_statement, a_unit, an_attestation
from tests.support.altering import administrator_of, run

# What nothing finds, and why. `alembic_version` is the migrations' own, and no table of the register.
UNALTERABLE = {
    ("register_head", "id"),  # The database itself refuses a second head.
}
BRANCH = NewUnit(unit="rama", parent=under("division"), kind="Sección", name="Sección Rama")
PROGRAMME = (
    StartProgramme(
        programme="curso",
        kind="Programa piloto",
        name="Curso",
        acronym="C",
        objective="Formar.",
        runner=run_by("dep"),
        functions=(FunctionRef(code="division.1"),),
        audience=("Compradores",),
        channels=(Channel("Aula", "https://ejemplo.cl"),),
        partners=(Party("Socio", "int.socio", "apoyo"),),
        financing=(Financing("Banco", "int.banco", "10", "USD", "Préstamo"),),
        rests_on=("cl/x/ley/2003/1",),
    ),
    ReportIndicator(
        programme="curso",
        indicator=IndicatorItem("Cursos", "1", Period(on=LegalDate("2015")), "cursos", "Nota"),
    ),
    ReportIndicator(
        programme="curso",
        indicator=IndicatorItem("Cursos", "2", Period(start=date(2016, 1, 1), end=date(2016, 7, 1))),
    ),
    EndProgramme(programme="curso", in_force_from=LegalDate("2018-09")),
)
# Kinds of values that an administrator's slip or malice could leave in a column of words.
OTHER_WORDS = {"stated": "computed", "assumed": "stated", "root": "unknown", "enactment": "attestation"}


@pytest.fixture
async def register(store: Store) -> Store:
    """Return a register that fills every table, and every column that may be absent at least once."""
    head = PostItem(name="Jefatura", heads=True, holder=Holder("Ana Inventada"), capacity="titular")
    founding = (
        StateOrganization(name="Servicio", acronym="SF", time_zone="UTC", attached_to="cl.ministerio"),
        a_unit(
            "division",
            functions=[
                FunctionItem("Informar al Departamento Dep.", "a", children=(FunctionItem("Ordenar.", "1"),))
            ],
            posts=[head, PostItem(name="Subjefatura")],
        ),
        a_unit("dep", "division"),
    )
    appointed = Appoint(
        post=PostRef(at="division/head"),
        holder=Holder("Berta Inventada"),
        capacity="suplente",
        in_force_until=LegalDate("2019-01-01"),
    )
    await enact(store, a_resolution(*founding, in_force_from="2015", basis=DateBasis.ASSUMED))
    await enact(
        store,
        a_resolution(
            RenameUnit(unit="dep", name="Otro"),
            appointed,
            AffiliateOrganization(body="int.red"),
            SetSubstitutionOrder(
                post=PostRef(at="division/head"), substitutes=(PostRef(code="division.p2"),)
            ),
            CarryOver(name="Dep. Antiguo", unit="dep"),
            CarryOver(name="Otro Servicio", organization="cl.otro"),
            SplitUnit(unit="dep", into=(Share(create=BRANCH),), remains=True),
            *PROGRAMME,
            number="2",
            in_force_from="2018-01-01",
            signed_on="2017-12-01",
        ),
    )
    attested = a_statement("dep", None, kind=None, objective="Ordenar.")
    await enact(store, an_attestation(attested, in_force_from="2018-06-01"))
    await enact(store, IdMapping(ORGANIZATION, (ExternalId(system="br.siorg", value="7", unit="dep"),)))
    assert (await verify(store)).faults == ()
    return store


@pytest.fixture
async def administrator(migrated_url: str) -> AsyncIterator[AsyncEngine]:
    """The engine of somebody whom no trigger and no foreign key stops."""
    async with administrator_of(migrated_url) as engine:
        yield engine


def others(value: Any, column: Column[Any]) -> list[Any]:
    """Return what else might stand in a column in place of a value."""
    kind = column.type.python_type
    if kind is bool:
        return [not value]
    if kind is int:
        return [9 if value is None else value + 7, *([] if value is None else [value - 1])]
    if kind is bytes:
        return [bytes([value[0] ^ 1]) + value[1:]]
    if kind is datetime:
        return [value - timedelta(microseconds=1)]
    if kind is date:
        return [date(2999, 1, 1) if value is None else value.replace(year=value.year - 1)]
    if value is None:
        return ["zzz"]
    if value[:1] in ("[", "{"):
        plain = [value.replace("1", "2", 1), "[]", "{}", f"{value} ", "zzz"]
        return [other for other in plain if other != value]
    return [f"x{value}", OTHER_WORDS.get(value, f"{value}x")]


async def restore(administrator: AsyncEngine, table: Table, rows: list[Any]) -> None:
    await run(administrator, delete(table), *([insert(table).values(rows)] if rows else []))


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
async def test_an_altered_column_is_found(register: Store, administrator: AsyncEngine, table: Table) -> None:
    async with administrator.connect() as connection:
        rows = [dict(row) for row in (await connection.execute(select(table))).mappings()]
    untouched = set()
    missed = []
    for column in table.columns:
        chosen = {row[column.name] is None: row for row in reversed(rows)}
        altered = 0
        for row in chosen.values():
            values = others(row[column.name], column)
            for value in values if row[column.name] is None or not column.nullable else [*values, None]:
                own = [key == row[key.name] for key in table.primary_key.columns]
                try:
                    touched = await run(administrator, update(table).where(*own).values({column.name: value}))
                except DBAPIError:  # A CHECK of the table refused it.
                    continue
                altered += touched
                if not (await verify(register)).faults:
                    missed.append((column.name, row[column.name], value))
                await restore(administrator, table, rows)
        if not altered:
            untouched.add((table.name, column.name))
    assert missed == []
    assert untouched == {pair for pair in UNALTERABLE if pair[0] == table.name}
    assert (await verify(register)).faults == ()


@pytest.mark.parametrize(
    ("statement", "code", "detail"),
    [
        ("DELETE FROM legal_source", "rows_differ", "source cl/servicio-ficticio/"),
        ("DELETE FROM unit_version", "rows_differ", "unit dep from "),
        ("DELETE FROM answer_interval", "rows_differ", "answer from "),
        ("DELETE FROM register_head", "unreadable_row", "“1” of the table register_head"),
        (
            "DELETE FROM entry_organization WHERE entry = 2",
            "unreadable_row",
            "“2” of the table entry_organization",
        ),
        (
            "INSERT INTO entry_organization VALUES (9, 'cl.falso', 0)",
            "unreadable_row",
            "“9 cl.falso” of the table entry_organization",
        ),
        (
            'DELETE FROM entry WHERE "index" = 4; DELETE FROM entry_organization WHERE entry = 4',
            "head_differs",
            "the head is entry 4 of ",
        ),
        (
            "INSERT INTO disclosure VALUES (1, 'ff', 'cl.servicio-ficticio', 'acts/0/holder', 's', 'Nadie')",
            "bad_seal",
            "the name at acts/0/holder",
        ),
        ("UPDATE entry SET kind = 'decree' WHERE \"index\" = 2", "unreadable_row", "“2” of the table entry"),
        (  # A year that PostgreSQL keeps and Python does not know.
            "UPDATE entry SET recorded_at = '12000-01-01 00:00:00+00' WHERE \"index\" = 2",
            "unreadable_row",
            "“2” of the table entry",
        ),
        (
            "UPDATE unit_version SET since_basis = 'guessed' WHERE code = 'dep' AND known_from = 1",
            "unreadable_row",
            "of the table unit_version",
        ),
        (
            "UPDATE post_version SET born_value = '2015-13-01'",
            "unreadable_row",
            "“cl.servicio-ficticio division.p1 2015-01-01 1” of the table post_version",
        ),
        ("UPDATE legal_source SET doubts = '[{\"x\": 1}]'", "unreadable_row", "of the table legal_source"),
    ],
)
async def test_what_was_damaged_is_named_with_its_table_and_key(
    register: Store, administrator: AsyncEngine, statement: str, code: str, detail: str
) -> None:
    await run(administrator, *statement.split("; "))
    faults = (await verify(register)).faults
    assert code in {fault.code for fault in faults}
    assert detail in " ".join(fault.detail for fault in faults if fault.code == code)


async def test_an_organization_that_no_entry_names_is_found(
    register: Store, administrator: AsyncEngine
) -> None:
    await run(administrator, "UPDATE organization_version SET organization = 'cl.falso'")
    assert await register.projected_organizations() == ["cl.falso", ORGANIZATION]
    assert await register.organizations() == [ORGANIZATION]
    faults = (await verify(register)).faults
    assert {(fault.code, fault.organization) for fault in faults} == {
        ("rows_differ", "cl.falso"),
        ("rows_differ", ORGANIZATION),
    }


async def test_a_name_given_to_another_organization_is_found(
    register: Store, administrator: AsyncEngine
) -> None:
    await run(administrator, "UPDATE disclosure SET organization = 'cl.falso' WHERE entry = 2")
    faults = (await verify(register)).faults
    assert [(fault.code, fault.entry, fault.organization) for fault in faults] == [
        ("bad_seal", 2, "cl.falso"),
        ("name_missing", 2, ORGANIZATION),
    ]


async def test_a_name_that_is_gone_and_that_no_entry_withholds_is_missed(
    register: Store, administrator: AsyncEngine
) -> None:
    await run(administrator, "DELETE FROM disclosure WHERE entry = 2")
    [fault] = (await verify(register)).faults
    assert (fault.code, fault.entry, fault.organization) == ("name_missing", 2, ORGANIZATION)


async def test_all_faults_of_a_register_are_told_not_only_the_first(
    register: Store, administrator: AsyncEngine
) -> None:
    await run(
        administrator,
        "UPDATE register_head SET recorded_at = NULL",
        "UPDATE disclosure SET name = 'Otra Persona' WHERE entry = 2",
        "UPDATE legal_source SET title = 'Otro' WHERE entry = 3",
    )
    faults = (await verify(register)).faults
    assert [(fault.code, fault.entry) for fault in faults] == [
        ("bad_seal", 2),
        ("rows_differ", 3),
        ("rows_differ", 3),
        ("head_differs", None),
    ]


async def test_a_reader_meets_a_damaged_row_as_unavailable(
    register: Store, administrator: AsyncEngine
) -> None:
    await run(administrator, "UPDATE answer_interval SET coverage = '[' WHERE known_from = 1")
    with pytest.raises(UnreadableRow) as refusal:
        await register.rows(ORGANIZATION)
    assert refusal.value.facts["table"] == "answer_interval"
    assert refusal.value.facts["key"] == f"{ORGANIZATION} 2015-01-01 1"


async def test_an_entry_in_between_is_no_fault(register: Store, migrated_url: str) -> None:
    """Verify reads one state: what is enacted while it works belongs to the next one."""
    other = Store(make_engine(migrated_url))
    later = a_resolution(RenameUnit(unit="dep", name="Final"), number="9", in_force_from="2030-01-01")
    async with register.reading() as reads:
        before = await reads.head()
        await enact(other, later)
        assert await reads.head() == before
        assert len(await reads.entries()) == 4
    await other.close()
    assert await register.head() != before == Head(4, before.recorded_at)
    assert (await verify(register)).faults == ()
    assert a_day("2030-01-01") in {
        row.interval.start for row in (await register.rows(ORGANIZATION)).intervals
    }
