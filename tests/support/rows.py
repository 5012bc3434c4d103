"""Values by hand for the tests of the storage, and the raw rows of every table.

What enters is nothing or an engine; what leaves are entries, states with every optional field absent or
present, and the tables' content as the driver gives it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from db.tables import metadata
from organica.domain.acts import (
    ROOT,
    UNKNOWN_PARENT,
    UNKNOWN_RUNNER,
    Channel,
    Financing,
    ParentStatus,
    Party,
    Period,
    ProgrammeType,
    UnitClass,
    run_by,
    under,
)
from organica.domain.change import Change, ChangeKind
from organica.domain.coverage import Coverage, CoveragePart
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.entry_rule import Anchor, EntryRule
from organica.domain.external_ids import ExternalIdSpan
from organica.domain.resolution import CoverageStatus, DoubtNote, EntryKind
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
    ProgrammeState,
    ReferenceState,
    State,
    UnitState,
)
from organica.domain.versions import Interval, Version
from organica.register.feed import Nature, Phase, RecordedChange
from organica.register.mentions import MentionSpan
from organica.register.ports import Disclosure, Entry, SourceRecord
from organica.register.search.ports import SearchTextRow
from organica.register.search.texts import SearchField, SearchText

ORGANIZATION = "cl.servicio-ficticio"
NOON = datetime(2026, 11, 20, 12, 0, 0, 123456, UTC)
DAY = date(2024, 1, 1)
NEXT_DAY = date(2025, 1, 1)
YEAR = LegalDate("2024", DateBasis.ASSUMED)
MONTH = LegalDate("2024-03", DateBasis.COMPUTED)
RULE = EntryRule(Anchor.NOTIFIED_ON, 90, True, None, "a los 90 días hábiles", "holidays 0.1, CL")
GRANTED = LegalBasis("cl/servicio-ficticio/resolucion-exenta/2024/35-B", BasisRole.GRANTS, "1")
PLACE = Provision("reglamento", "5°", "inciso 2", "b)", "Artículo 5°, letra b)")
AMENDED = LegalBasis(
    "cl/servicio-ficticio/decreto/2025/1",
    BasisRole.AMENDS,
    "acto-1",
    PLACE,
    MONTH,
    ("name", "objective"),
    RULE,
)


def an_entry(index: int = 1, *organizations: str, recorded_at: datetime | None = None) -> Entry:
    """Return an entry recorded a second after the one before it."""
    document = b'{"n":%d,"texto":"\xc3\xb1"}' % index
    return Entry(
        index,
        EntryKind.ENACTMENT,
        organizations or (ORGANIZATION,),
        document,
        sha256(document).digest(),
        sha256(b"\x00" + document).digest(),
        recorded_at or NOON + timedelta(seconds=index),
    )


def a_disclosure(entry: int = 1, name: str = "María Ñandú", organization: str = ORGANIZATION) -> Disclosure:
    seal = sha256(f"{entry}{name}".encode()).hexdigest()
    return Disclosure(seal, entry, organization, "/acts/0/posts/0/holder", "sal", name)


def a_record(
    number: str = "35", entry: int = 1, organization: str = ORGANIZATION, **more: Any
) -> SourceRecord:
    """Return a source with nothing but what it must have, unless told otherwise."""
    source = LegalSource(
        country="cl",
        issuer="servicio-ficticio",
        kind="resolucion_exenta",
        year="2024",
        in_force_from=YEAR,
        number=number,
    )
    return SourceRecord(organization, entry, replace(source, **more), None, ())


FULL_RECORD = replace(
    a_record(
        "010",
        series="B",
        title="Un título",
        citation_printed="Resolución exenta 35B de 2024",
        subject="Estructura",
        signed_on=MONTH,
        published_on=LegalDate("2024-03-15"),
        notified_on=LegalDate("2024-03-16", DateBasis.ASSUMED),
        in_force_from=LegalDate("2024-07-26", DateBasis.COMPUTED, RULE),
        text_url="https://ejemplo.cl/norma?id=1",
        normative=False,
        relations=(
            Relation(RelationKind.AMENDS, "cl/x/ley/2003/19886"),
            Relation(RelationKind.APPROVES, "a"),
        ),
    ),
    evidence=Evidence("sources/página.txt", "https://ejemplo.cl", LegalDate("2026-11-20"), "ab" * 32, "1-20"),
    doubts=(
        DoubtNote("lead_in"),
        DoubtNote("name", "atencion", "3-4", "impreso", "se deja como está"),
    ),
    invalid=True,
)
RECORDS = (
    FULL_RECORD,
    a_record("1.10"),
    replace(a_record("1"), evidence=Evidence(), entry=2),
    replace(a_record("2"), evidence=Evidence(url="https://ejemplo.cl"), entry=2),
)


def states() -> Iterator[tuple[Noun, State]]:
    """Yield every kind of state, each optional field once absent and once present."""
    when: dict[str, Any] = {"born": YEAR, "since": MONTH, "legal_basis": (GRANTED,)}
    twice: dict[str, Any] = {**when, "since": LegalDate("2024-03-15"), "legal_basis": (GRANTED, AMENDED)}
    yield Noun.ORGANIZATION, OrganizationState(ORGANIZATION, "Servicio", None, None, None, (), **when)
    yield (
        Noun.ORGANIZATION,
        OrganizationState(
            "otra", "Servicio", "SF", "America/Santiago", "cl.ministerio", ("cl.a", "int.b"), **twice
        ),
    )
    for code, parent in (("raiz", ROOT), ("sin-padre", UNKNOWN_PARENT), ("hija", under("raiz"))):
        yield Noun.UNIT, UnitState(code, "División", "División", parent, None, None, None, 1 << 20, **when)
    for each in UnitClass:
        yield (
            Noun.UNIT,
            UnitState(f"de-{each}", "Unidad", "Ñ «á»", ROOT, each, "U", "Objetivo\nlargo", 1 << 40, **twice),
        )
    yield (
        Noun.FUNCTION,
        FunctionState("raiz.1", "raiz", None, None, None, None, "Texto.", -5, False, **when),
    )
    yield (
        Noun.FUNCTION,
        FunctionState("raiz.2", "raiz", "raiz.p1", "raiz.1", "x", "ñ", "", 1 << 50, True, **twice),
    )
    yield Noun.POST, PostState("raiz.p1", "raiz", None, False, False, False, (), **when)
    yield (
        Noun.POST,
        PostState("raiz.p2", "raiz", "Jefatura", True, True, True, ("raiz.p1", "hija.p1"), **twice),
    )
    yield (
        Noun.APPOINTMENT,
        AppointmentState("raiz.p1.n1", "raiz.p1", "aa" * 32, None, None, lapses=None, **when),
    )
    yield (
        Noun.APPOINTMENT,
        AppointmentState("raiz.p1.n2", "raiz.p1", "bb" * 32, "titular", "planta", lapses=MONTH, **twice),
    )
    yield Noun.REFERENCE, ReferenceState("osce", "OSCE", None, "pe.oece", **when)
    yield Noun.REFERENCE, ReferenceState("seccion-n", "Sección «Ñ»", "raiz", None, **twice)
    for kind in LineageKind:
        tie = LineageState(f"raiz-{kind}", kind, Noun.UNIT, "raiz", None, "hija", None, **when)
        yield Noun.LINEAGE, tie
    carried = LineageState(
        "a-b", LineageKind.SUCCESSION, Noun.FUNCTION, "a.1", "cl.a", "b.1", "cl.b", **twice
    )
    yield Noun.LINEAGE, carried
    yield (
        Noun.PROGRAMME,
        ProgrammeState(
            "vacío",
            ProgrammeType.SERVICE,
            None,
            "Ñ",
            None,
            None,
            UNKNOWN_RUNNER,
            functions=(),
            audience=(),
            channels=(),
            partners=(),
            financing=(),
            rests_on=(),
            **when,
        ),
    )
    yield (
        Noun.PROGRAMME,
        ProgrammeState(
            "lleno",
            ProgrammeType.PROGRAMME,
            "Programa piloto",
            "Formación «á»",
            "F",
            "Objetivo\nlargo",
            run_by("raiz"),
            ("raiz.1", "raiz.2"),
            ("Compradores", "Proveedores"),
            (Channel("Aula", "https://ejemplo.cl"), Channel("Ñ")),
            (Party("Banco", "int.banco", "asistencia"), Party("Otro")),
            (Financing("Banco", "int.banco", "0.5", "PEN", "Préstamo"), Financing("Otro")),
            ("cl/x/ley/2003/19886",),
            **twice,
        ),
    )
    periods = (Period(on=LegalDate("2017", DateBasis.ASSUMED)), Period(start=DAY, end=NEXT_DAY))
    for number, period in enumerate(periods):
        unit, note = (None, None) if number else ("órdenes", "Nota\nlarga")
        figure = IndicatorState(
            f"lleno.{number}", "lleno", "Órdenes", "4504702937.47", unit, period, note, **twice
        )
        yield Noun.INDICATOR, figure


def versions() -> list[Version]:
    """Return each state as an open version and as one that ended, with and without an act that ended it."""
    found = []
    for noun, state in states():
        found += [
            Version(noun, state.code, DAY, NEXT_DAY, state, until=LegalDate("2025"), ended_by=AMENDED),
            Version(noun, state.code, NEXT_DAY, date(2026, 1, 1), state, until=LegalDate("2026-01")),
            Version(noun, state.code, date(2026, 1, 1), None, state),
        ]
    return sorted(found, key=lambda version: (list(Noun).index(version.noun), version.code, version.start))


FULL_PART = CoveragePart("división", CoverageStatus.COMPLETE, DAY, date(2026, 11, 20), "Solo la división")
INTERVALS = [
    Interval(DAY, NEXT_DAY, YEAR, LegalDate("2025"), False, Coverage()),
    Interval(
        NEXT_DAY,
        None,
        LegalDate("2025"),
        None,
        True,
        Coverage(
            (
                FULL_PART,
                CoveragePart("otra", CoverageStatus.PARTIAL, NEXT_DAY),
            )
        ),
    ),
]
MENTIONS = [
    MentionSpan("raiz.1", 0, 6, "Unidad", "raiz", 1, DAY, NEXT_DAY),
    MentionSpan("raiz.1", 7, 12, "Ñandú", None, 1, NEXT_DAY, None),
]
SEARCHED = [
    SearchTextRow(SearchText("raiz", SearchField.NAME, "Unidad Ñandú", DAY, NEXT_DAY), 1),
    SearchTextRow(SearchText("raiz.1", SearchField.FUNCTION_TEXT, "Ver de nuevo lo nuevo.", DAY, None), 1, 2),
    SearchTextRow(SearchText("raiz.2", SearchField.FUNCTION_TEXT, "Ver de nuevo lo nuevo.", DAY, None), 2),
]
EXTERNAL_IDS = (
    ExternalIdSpan(Noun.UNIT, "raiz", "siaper", "010", 1),
    ExternalIdSpan(Noun.ORGANIZATION, ORGANIZATION, "siaper", "Ñ 1", 1, 2),
)
CHANGES = [
    RecordedChange(
        1,
        Phase.RECORDED,
        Nature.LEGAL,
        ORGANIZATION,
        1,
        DAY,
        Change(ChangeKind.UNIT_RENAMED, Noun.UNIT, "raiz", "raiz", "name", "Antes", "Ñandú", MONTH, AMENDED),
        NOON,
    )
]
assert {state.parent.status for _, state in states() if isinstance(state, UnitState)} == set(ParentStatus)


async def every_row(engine: AsyncEngine) -> dict[str, list[tuple[Any, ...]]]:
    """Return the content of every table, in the order of its key."""
    async with engine.connect() as connection:
        return {
            table.name: [
                tuple(row) for row in await connection.execute(select(table).order_by(*table.primary_key))
            ]
            for table in metadata.sorted_tables
        }
