"""Roots remembered from before: what verify alone cannot see, and proofs that need no register to check."""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator

import pytest
import rfc8785
from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncEngine

from db import tables
from db.store import Store
from organica.domain.acts import RenameUnit
from organica.ledger.canonical import canonical, digest, leaf
from organica.ledger.tree import root, root_from_path
from organica.register.enact import enact
from organica.register.proof import BadCheckpoint, Checkpoint, parse_checkpoint, proof
from organica.register.rebuild import rebuild
from organica.register.refusals import NoSuchEntry
from organica.register.verify import verify
from tests.makers import a_resolution, a_unit
from tests.support.altering import administrator_of, run

ENTRIES = 4


@pytest.fixture
async def register(store: Store) -> Store:
    """Return a register of four entries."""
    await enact(store, a_resolution(a_unit("division")))
    for number in range(2, ENTRIES + 1):
        renamed = RenameUnit(unit="division", name=f"División {number}")
        await enact(store, a_resolution(renamed, number=str(number), in_force_from=f"201{number + 4}-01-01"))
    return store


@pytest.fixture
async def administrator(migrated_url: str) -> AsyncIterator[AsyncEngine]:
    """The engine of somebody whom no trigger stops."""
    async with administrator_of(migrated_url) as engine:
        yield engine


async def checkpoints(register: Store) -> list[Checkpoint]:
    """Return the roots after each entry, as somebody may have published them."""
    leaves = [entry.leaf for entry in await register.entries()]
    return [Checkpoint(size, root(leaves[:size])) for size in range(1, len(leaves) + 1)]


async def test_the_root_is_that_of_the_stored_leaves_and_holds_when_entries_follow(register: Store) -> None:
    published = await checkpoints(register)
    found = await verify(register, expected=published)
    assert (found.checkpoint, found.faults) == (published[-1], ())
    await enact(register, a_resolution(a_unit("dep", "division"), number="9", in_force_from="2024-01-01"))
    later = await verify(register, expected=published)
    assert (later.entries, later.faults) == (ENTRIES + 1, ())
    assert later.root != found.root


async def test_an_empty_register_has_the_root_of_nothing(store: Store) -> None:
    found = await verify(store)
    assert str(found.checkpoint) == f"0:{hashlib.sha256().hexdigest()}"
    assert (await verify(store, expected=[found.checkpoint])).faults == ()


async def test_entries_cut_off_the_end_are_found_by_a_remembered_root_only(
    register: Store, administrator: AsyncEngine
) -> None:
    published = await checkpoints(register)
    newest = (await register.entries())[ENTRIES - 2]
    await run(
        administrator,
        delete(tables.entry_organization).where(tables.entry_organization.c.entry == ENTRIES),
        delete(tables.entry).where(tables.entry.c.index == ENTRIES),
        update(tables.register_head).values(index=newest.index, recorded_at=newest.recorded_at),
    )
    await derive_all(register, administrator)
    assert (await verify(register)).faults == ()
    [fault] = (await verify(register, expected=published)).faults
    assert (fault.code, fault.entry, fault.detail) == (
        "entries_missing",
        ENTRIES,
        "4 entries were recorded; 3 are there",
    )


async def derive_all(register: Store, administrator: AsyncEngine) -> None:
    """Make rows and published changes say what the entries now say."""
    await run(administrator, delete(tables.change), delete(tables.turned_day))
    await rebuild(register)


async def forge(register: Store, administrator: AsyncEngine, index: int) -> None:
    """Rewrite an entry with everything that follows from it: digest, leaf, rows and changes."""
    entry = (await register.entries())[index - 1]
    document = canonical(json.loads(entry.document.replace(b"Divisi", b"Direcci")))
    assert document != entry.document
    hashed = digest(document)
    forged = leaf(entry.index, entry.kind, entry.organizations, entry.recorded_at, hashed)
    own = tables.entry.c.index == index
    await run(
        administrator, update(tables.entry).where(own).values(document=document, digest=hashed, leaf=forged)
    )
    await derive_all(register, administrator)


async def test_an_entry_rewritten_in_full_is_found_and_narrowed_down_by_remembered_roots_only(
    register: Store, administrator: AsyncEngine
) -> None:
    published = await checkpoints(register)
    await forge(register, administrator, 3)
    assert (await verify(register)).faults == ()
    [whole] = (await verify(register, expected=[published[-1]])).faults
    assert (whole.code, whole.entry) == ("root_differs", None)
    [between] = (await verify(register, expected=[published[-1], published[0]])).faults
    assert (between.code, between.entry) == ("root_differs", None)
    assert between.detail.endswith("; those up to 1 are as recorded")
    [exact] = (await verify(register, expected=[published[2], published[1]])).faults
    assert (exact.code, exact.entry) == ("root_differs", 3)
    assert exact.detail.startswith("the first 3 entries give the root ")
    assert (await verify(register, expected=published[:2])).faults == ()


async def test_anybody_can_check_a_proof_without_the_register(register: Store) -> None:
    published = (await checkpoints(register))[-1]
    for index in range(1, ENTRIES + 1):
        found = await proof(register, index)
        assert found.checkpoint == published
        assert found.header["index"] == index
        told = hashlib.sha256(b"\x00" + rfc8785.dumps(found.header)).digest()
        assert told == found.leaf
        assert root_from_path(told, index - 1, published.size, found.path) == published.root
        forged = hashlib.sha256(b"\x00" + rfc8785.dumps({**found.header, "kind": "attestation"})).digest()
        assert root_from_path(forged, index - 1, published.size, found.path) != published.root


@pytest.mark.parametrize("index", [0, ENTRIES + 1, -1])
async def test_there_is_no_proof_of_what_is_not_recorded(register: Store, index: int) -> None:
    with pytest.raises(NoSuchEntry) as refusal:
        await proof(register, index)
    assert refusal.value.facts == {"entry": index, "head": ENTRIES}


@pytest.mark.parametrize(
    "text", ["", "3", "3:", ":" + "a" * 64, "3:" + "a" * 63, "-1:" + "a" * 64, "x" * 999]
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(BadCheckpoint):
        parse_checkpoint(text)


def test_a_checkpoint_is_read_as_it_is_printed() -> None:
    checkpoint = Checkpoint(12, hashlib.sha256().digest())
    assert parse_checkpoint(str(checkpoint)) == checkpoint
