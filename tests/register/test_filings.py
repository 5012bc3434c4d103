"""Supplements, corrections, withholdings and mappings through the register, on both engines.

Each is an entry like any other: what it says holds from its index on, what was said before stays answered for
whoever asks with the knowledge of then, and the rows follow from the ledger.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from api.rest.answers import on_a_day
from db.engine import make_engine
from db.store import Store
from organica.domain.acts import Appoint, Holder, PostItem, PostRef, RenameUnit, StartProgramme
from organica.domain.dates import LegalDate
from organica.domain.errors import Refused
from organica.domain.filings import CorrectedAct, CorrectedFacts, ExternalId, Filing
from organica.domain.refusals.external_ids import (
    ExternalIdChangesNothing,
    ExternalIdNotHeld,
    ExternalIdTaken,
    NothingByThatCode,
)
from organica.domain.refusals.upon import ChangesNothing, UnknownSupplementedSource
from organica.domain.resolution import CoverageClaim, EntryKind
from organica.domain.source import Evidence
from organica.domain.states import Noun
from organica.ledger.tree import root
from organica.register.consult import Consult, KnownAt
from organica.register.enact import enact, preview
from organica.register.proof import leaf_of
from organica.register.rebuild import rebuild
from organica.register.refusals import NothingToWithhold, UnknownAppointment
from organica.register.verify import verify
from tests.makers import (
    ORGANIZATION,
    a_correction,
    a_day,
    a_mapping,
    a_resolution,
    a_supplement,
    a_unit,
    a_withholding,
    an_assignment,
    items,
    key_of,
)

KEY = key_of("1", "2015")
LATER = key_of("2", "2018")
DAY = a_day("2020-06-30")
ANA, BERTA = "Ana Inventada Ficticia", "Berta Inventada Ficticia"
FOUNDING = a_resolution(
    a_unit(
        "division",
        functions=items("a"),
        posts=[PostItem(name="Jefatura", heads=True, holder=Holder(ANA), capacity="titular")],
    ),
    coverage=CoverageClaim(partial_under=("division",)),
)
RENAMING = a_resolution(
    RenameUnit(unit="division", name="División Erada"),
    Appoint(post=PostRef(at="division/head"), holder=Holder(BERTA), capacity="suplente"),
    number="2",
    in_force_from="2018-01-01",
    coverage=None,
)


@pytest.fixture
async def register(store: Store) -> Store:
    """Return a register with a source of 2015 and one of 2018."""
    for filing in (FOUNDING, RENAMING):
        await enact(store, filing)
    return store


async def entered(register: Store, filing: Filing, kind: EntryKind) -> int:
    """Enter a filing; what was shown beforehand is what happened, once, and the rows follow from the ledger."""
    shown = await preview(register, filing)
    outcome = await enact(register, filing, expected_head=shown.head)
    assert (outcome.new, outcome.effects) == (True, shown.effects)
    entry = await register.entry(outcome.entry)
    assert entry is not None
    assert (entry.kind, entry.organizations) == (kind, (ORGANIZATION,))
    again = await enact(register, filing)
    assert (again.entry, again.new) == (outcome.entry, False)
    await sound(register)
    return outcome.entry


async def sound(register: Store) -> None:
    """The ledger is in order, and rebuilding gives the very same rows."""
    rows, names = await register.rows(ORGANIZATION), await register.disclosures()
    assert (await verify(register)).faults == ()
    await rebuild(register)
    assert (await register.rows(ORGANIZATION), await register.disclosures()) == (rows, names)
    assert (await verify(register)).faults == ()


async def refused(register: Store, filing: Filing, why: type[Refused]) -> Refused:
    """Return the refusal, having seen that nothing was written."""
    before = (await register.head(), await register.rows(ORGANIZATION), await register.disclosures())
    with pytest.raises(why) as refusal:
        await enact(register, filing)
    assert (await register.head(), await register.rows(ORGANIZATION), await register.disclosures()) == before
    return refusal.value


async def name_of(register: Store, known: int | None = None) -> str:
    at = None if known is None else KnownAt(entry=known)
    return (await Consult(register).structure(ORGANIZATION, DAY, at)).units["division"].state.name


async def test_a_supplement_adds_acts_coverage_and_evidence(register: Store) -> None:
    more = replace(
        a_supplement(
            an_assignment("division", "b", "Publicar."),
            source=KEY,
            coverage=CoverageClaim(complete_under=("division",)),
        ),
        evidence=Evidence(file="sources/anexo.txt"),
    )
    assert await entered(register, more, EntryKind.SUPPLEMENT) == 3
    consult = Consult(register)
    now = await consult.structure(ORGANIZATION, DAY)
    then = await consult.structure(ORGANIZATION, DAY, KnownAt(entry=2))
    assert [f.state.label for f in now.units["division"].functions] == ["a", "b"]
    assert [f.state.label for f in then.units["division"].functions] == ["a"]
    [added] = (f for f in now.units["division"].functions if f.state.label == "b")
    assert [(basis.source.key, basis.act) for basis in added.legal_basis] == [(KEY, "2")]
    assert [part.status.value for part in now.coverage.parts] == ["complete"]
    assert [part.status.value for part in then.coverage.parts] == ["partial"]
    assert (then.basis, now.basis) == (2, 3)
    shown = {record.source.key: record for record in await consult.sources(ORGANIZATION)}
    assert (shown[KEY].entry, shown[KEY].evidence) == (3, Evidence(file="sources/anexo.txt"))
    earlier = {each.source.key: each for each in await consult.sources(ORGANIZATION, KnownAt(entry=2))}
    assert (earlier[KEY].entry, earlier[KEY].evidence) == (1, None)


async def test_a_supplement_to_what_nobody_enacted_is_refused(register: Store) -> None:
    unknown = a_supplement(an_assignment("division", "b"), source=key_of("9", "2015"))
    assert (await refused(register, unknown, UnknownSupplementedSource)).facts["target"] == key_of(
        "9", "2015"
    )


async def test_a_correction_of_an_act_shows_from_its_entry_on(register: Store) -> None:
    mended = a_correction(
        CorrectedAct("1", to=RenameUnit(unit="division", name="División Exacta")), source=LATER
    )
    assert await entered(register, mended, EntryKind.CORRECTION) == 3
    assert (await name_of(register), await name_of(register, 2)) == ("División Exacta", "División Erada")
    assert await name_of(register, 1) == "Departamento Division"
    await refused(register, replace(mended, reason="Otra vez"), ChangesNothing)


async def test_a_correction_that_drops_an_act_undoes_it_for_all_days(register: Store) -> None:
    await entered(register, a_correction(CorrectedAct("1", drop=True), source=LATER), EntryKind.CORRECTION)
    assert (await name_of(register), await name_of(register, 2)) == (
        "Departamento Division",
        "División Erada",
    )


async def test_a_correction_of_a_date_moves_what_the_source_orders(register: Store) -> None:
    moved = a_correction(source=LATER, facts=CorrectedFacts(in_force_from=LegalDate("2021-01-01")))
    await entered(register, moved, EntryKind.CORRECTION)
    assert (await name_of(register), await name_of(register, 2)) == (
        "Departamento Division",
        "División Erada",
    )
    consult = Consult(register)
    archive = await consult.archive(ORGANIZATION)
    points = [[day.isoformat() for day in archive.change_points(known)] for known in (2, 3)]
    assert points == [["2015-01-01", "2018-01-01"], ["2015-01-01", "2021-01-01"]]
    dates = [
        {each.source.key: each.source.in_force_from.value for each in await consult.sources(ORGANIZATION, at)}
        for at in (KnownAt(entry=2), None)
    ]
    assert dates == [
        {KEY: "2015-01-01", LATER: "2018-01-01"},
        {KEY: "2015-01-01", LATER: "2021-01-01"},
    ]


async def test_answers_whose_source_was_corrected_are_other_answers(register: Store) -> None:
    """Nothing but a citation changes; so do the answers that cite it, or tell what it ended, and only those."""
    third = RenameUnit(unit="division", name="División Nueva")
    await enact(register, a_resolution(third, number="3", in_force_from="2024-01-01", coverage=None))
    facts = CorrectedFacts(citation_printed="Resolución exenta N° 3")
    consult, pinned = Consult(register), KnownAt(entry=3)
    days = [a_day("2016-01-01"), DAY, a_day("2025-01-01")]
    before = [(await on_a_day.structure(consult, ORGANIZATION, day, pinned)).body for day in days]
    await entered(register, a_correction(source=key_of("3", "2024"), facts=facts), EntryKind.CORRECTION)
    for reads in (consult, Consult(register)):
        after = [(await on_a_day.structure(reads, ORGANIZATION, day, pinned)).body for day in days]
        assert after == before
    now = [await reads.structure(ORGANIZATION, day) for day in days]
    then = [await reads.structure(ORGANIZATION, day, pinned) for day in days]
    assert [each.basis for each in then] == [2, 3, 3]
    assert [each.basis for each in now] == [2, 4, 4]
    shown = [each.units["division"].legal_basis[-1].citation for each in (then[2], now[2])]
    assert shown == ["Resolución exenta 3 de 2024", "Resolución exenta N° 3"]
    found = await reads.diff(ORGANIZATION, days[1], days[2])
    views = [found.basis_view(change) for change in found.changes]
    assert [view.citation for view in views if view] == ["Resolución exenta N° 3"]


async def shown_to(register: Store) -> list[str | None]:
    """Return the names that everybody is shown today of whoever holds the post."""
    snapshot = await Consult(register).structure(ORGANIZATION, DAY)
    return [held.holder for held in snapshot.units["division"].posts[0].appointments]


async def test_a_withholding_erases_the_name_and_no_proof(register: Store, migrated_url: str) -> None:
    assert await shown_to(register) == [ANA, BERTA]
    leaves = [leaf_of(entry) for entry in await register.entries()]
    documents = [(entry.document, entry.digest, entry.leaf) for entry in await register.entries()]
    rows = await register.rows(ORGANIZATION)
    [ana] = [each for each in await register.disclosures() if each.name == ANA]
    assert await entered(register, a_withholding("division.p1.1"), EntryKind.WITHHOLDING) == 3
    assert await shown_to(register) == [None, BERTA]
    assert [each.name for each in await register.disclosures()] == [BERTA]
    entries = list(await register.entries())
    assert [(entry.document, entry.digest, entry.leaf) for entry in entries[:2]] == documents
    assert root([leaf_of(entry) for entry in entries[:2]]) == root(leaves)
    assert ana.seal.encode() in entries[2].document
    assert not any(ANA.encode() in entry.document or ana.salt.encode() in entry.document for entry in entries)
    assert await register.rows(ORGANIZATION) == rows
    assert (await enact(register, FOUNDING)).new is False
    assert await bytes_of(register, migrated_url, ANA, ana.salt) == []


async def bytes_of(register: Store, url: str, *secrets: str) -> list[str]:
    """Return which secrets the storage still holds: any byte of the files of SQLite, any row of PostgreSQL."""
    if not url.startswith("sqlite"):
        engine = make_engine(url)
        async with engine.connect() as connection:
            tables = (
                await connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
            ).all()
            dump = [
                str(row)
                for table in tables
                for row in await connection.execute(text(f'SELECT * FROM "{table}"'))
            ]  # Its own tables.
        await engine.dispose()
        return [secret for secret in secrets if any(secret in row for row in dump)]
    file = Path(make_url(url).database or "")
    held = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
    assert BERTA.encode() in held
    return [secret for secret in secrets if secret.encode() in held]


async def test_a_withholding_of_what_is_not_there_is_refused(register: Store) -> None:
    unknown = await refused(register, a_withholding("division.p1.9"), UnknownAppointment)
    assert unknown.facts["appointment"] == "division.p1.9"
    await enact(register, a_withholding("division.p1.1"))
    twice = replace(a_withholding("division.p1.1"), reason="Otra solicitud")
    assert (await refused(register, twice, NothingToWithhold)).facts["appointments"] == ("division.p1.1",)


UNIT = ExternalId("siaper", "010", unit="division")


async def ties(register: Store, known: int | None = None) -> list[tuple[str, str, str]]:
    at = (await register.head()).index if known is None else known
    spans = (await register.rows(ORGANIZATION)).external_ids
    return [
        (span.code, span.system, span.value)
        for span in spans
        if span.since <= at and (span.until is None or at < span.until)
    ]


async def test_a_mapping_and_its_withdrawal(register: Store) -> None:
    mapping = a_mapping(UNIT, ExternalId("siaper", "P-1", post="division.p1"))
    assert await entered(register, mapping, EntryKind.MAPPING) == 3
    assert await entered(register, a_mapping(replace(UNIT, withdrawn=True)), EntryKind.MAPPING) == 4
    assert sorted(await ties(register, 3)) == [
        ("division", "siaper", "010"),
        ("division.p1", "siaper", "P-1"),
    ]
    assert await ties(register) == [("division.p1", "siaper", "P-1")]
    assert await ties(register, 2) == []
    archive = await Consult(register).archive(ORGANIZATION)
    assert [archive.snapshot(DAY, known).basis for known in (2, 3, 4)] == [2, 3, 4]
    told = [archive.snapshot(DAY, known).external_ids.get((Noun.UNIT, "division"), ()) for known in (2, 3, 4)]
    assert [[tie.value for tie in each] for each in told] == [[], ["010"], []]


async def test_a_mapping_of_a_programme_is_told_with_it_from_its_entry_on(register: Store) -> None:
    start = StartProgramme(programme="compradores", name="Compradores Públicos")
    await enact(register, a_resolution(start, number="9"))
    tie = ExternalId("pe.mef", "0117", programme="compradores")
    assert await entered(register, a_mapping(tie), EntryKind.MAPPING) == 4
    archive = await Consult(register).archive(ORGANIZATION)
    shown = [archive.snapshot(DAY, known).programmes["compradores"].external_ids for known in (3, 4)]
    assert [[(tie.system, tie.value, tie.since) for tie in each] for each in shown] == [
        [],
        [("pe.mef", "0117", 4)],
    ]
    assert archive.by_external_id("pe.mef", "0117", 4) == shown[1][0]
    await sound(register)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (ExternalId("siaper", "1", unit="nadie"), NothingByThatCode),
        (ExternalId("siaper", "1", programme="nada"), NothingByThatCode),
        (ExternalId("siaper", "010", function="division.1"), ExternalIdTaken),
        (UNIT, ExternalIdChangesNothing),
        (ExternalId("siaper", "011", unit="division", withdrawn=True), ExternalIdNotHeld),
    ],
)
async def test_a_mapping_that_cannot_be_is_refused(
    register: Store, said: ExternalId, why: type[Refused]
) -> None:
    await enact(register, a_mapping(UNIT, ExternalId("otro", "x", unit="division")))
    refusal = await refused(register, a_mapping(said, ExternalId("otro", "y", unit="division")), why)
    assert refusal.facts["code"] in (said.code, "division")


async def test_all_of_them_together_follow_from_the_ledger(register: Store) -> None:
    for filing in (
        a_mapping(UNIT),
        a_supplement(an_assignment("division", "b"), source=KEY),
        a_correction(source=KEY, facts=CorrectedFacts(subject="Estructura")),
        a_withholding("division.p1.1", "division.p1.2"),
        a_correction(CorrectedAct("1", drop=True), source=LATER),
        a_mapping(replace(UNIT, withdrawn=True)),
    ):
        await enact(register, filing)
    await sound(register)
    assert (await register.head()).index == 8
    assert list(await register.disclosures()) == []
