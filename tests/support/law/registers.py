"""Two real registers side by side, one on SQLite and one on PostgreSQL, emptied between histories.

Takes the URLs of two migrated databases; does everything in both and compares what they answer (design section
11, invariant 7). One event loop serves both for as long as the process lives. Called by the machine.
"""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import Coroutine, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import text

from db.engine import make_engine
from db.store import Store
from db.tables import metadata
from organica.domain.errors import Refused
from organica.domain.filings import Filing
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.structure import Structure
from organica.register.consult import Consult, KnownAt
from organica.register.enact import Outcome, Preview, enact, preview
from organica.register.feed import Phase
from organica.register.programme_views import IndicatorVersion
from organica.register.rebuild import rebuild
from organica.register.search.places import Question
from organica.register.snapshot import Snapshot
from organica.register.verify import verify
from tests.support.law.seen import drawn
from tests.support.law.state import Picture
from tests.support.soundness import assert_sound

T = TypeVar("T")
Found = list[tuple[str, str, str, float, str, tuple[tuple[int, int], ...]]]
MANY = 10_000
_BEGIN = datetime(2000, 6, 1, 12, tzinfo=UTC)
_KEPT = ("register_head",)


class Clock:
    """A clock that both registers read: 20 days pass between two filings, so that some days come to pass."""

    def __init__(self) -> None:
        self.now = _BEGIN

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self) -> None:
        """Let time pass."""
        self.now += timedelta(days=20)


class Register:
    """One of the two, with what it was told of names so far."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.consult = Consult(store)
        self.names: dict[str, str] = {}

    async def learn_names(self) -> None:
        """Remember the names behind the seals, also those that are withheld later."""
        self.names |= {each.seal: each.name for each in await self.store.disclosures()}

    def opened(self, value: object) -> str:
        """Return how a value prints with names in the place of seals, which differ by their salts."""
        return re.sub(r"[0-9a-f]{64}", lambda seal: self.names.get(seal[0], seal[0]), repr(value))

    async def fingerprint(self, organizations: list[str]) -> tuple[str, ...]:
        """Return everything that the register holds, as text: head, rows, names that it shows, changes."""
        await self.learn_names()
        shown = sorted((each.entry, each.path, each.name) for each in await self.store.disclosures())
        entries = [
            (each.index, each.kind, each.organizations, each.recorded_at, self._said(each.document))
            for each in await self.store.entries()
        ]
        rows = [self.opened(await self.store.rows(code)) for code in organizations]
        rows += [repr(await self.store.stored_texts(code)) for code in organizations]
        changes = self.opened(list(await self.store.changes()))
        return (repr(await self.store.head()), repr(shown), repr(entries), *rows, changes)

    async def in_force(self, organizations: list[str]) -> tuple[object, ...]:
        """Return all that the register ever said of what is so, and what it told of it; sources apart."""
        rows = [replace(await self.store.rows(code), sources=()) for code in organizations]
        texts = [await self.store.stored_texts(code) for code in organizations]
        told = [each for each in await self.store.changes() if each.phase is Phase.RECORDED]
        return (rows, texts, told)

    def _said(self, document: bytes) -> str:
        return self.opened(document.decode())

    async def picture(self, organization: str, day: date, entry: int) -> Picture:
        """Return what is answered for a day as known at an entry, which must be sound."""
        snapshot = await self.consult.structure(organization, day, KnownAt(entry=entry))
        assert_sound(_structure(snapshot))
        things = (
            *(snapshot.units, snapshot.functions, snapshot.posts, snapshot.appointments),
            *(snapshot.programmes, _figures(snapshot)),
        )
        versions = [
            each for seen in (*things, snapshot.references, snapshot.lineage) for each in seen.values()
        ]
        own = [snapshot.organization] if snapshot.organization else []
        states = [each.state for each in (*own, *versions)]
        names = {each.state.seal: each.holder for each in snapshot.appointments.values() if each.holder}
        return drawn(states, names, snapshot.coverage, certain=snapshot.certain)

    async def searched(self, question: str, day: date, entry: int, organizations: list[str]) -> Found:
        """Return what a search finds, in its order; a search in one organization finds the same there."""
        known = KnownAt(entry=entry)
        found = await self._hits(Question(question, day, known))
        for code in organizations:
            within = await self._hits(Question(question, day, known, code))
            assert within == [hit for hit in found if hit[0] == code]
        return found

    async def _hits(self, question: Question) -> Found:
        page = await self.consult.search(question, MANY)
        assert not page.more
        assert page.total == len(page.hits)
        return [
            (hit.snapshot.organization_code, hit.thing.code, hit.field.value, hit.score, hit.text, hit.marks)
            for hit in page.hits
        ]


def _structure(snapshot: Snapshot) -> Structure:
    return Structure(
        units={code: unit.state for code, unit in snapshot.units.items()},
        functions={code: held.state for code, held in snapshot.functions.items()},
        posts={code: post.state for code, post in snapshot.posts.items()},
        appointments={code: held.state for code, held in snapshot.appointments.items()},
        programmes={code: programme.state for code, programme in snapshot.programmes.items()},
        indicators={code: figure.state for code, figure in _figures(snapshot).items()},
    )


def _figures(snapshot: Snapshot) -> dict[str, IndicatorVersion]:
    found = snapshot.indicators_by_programme.values()
    return {figure.state.code: figure for figures in found for figure in figures}


class Registers:
    """Both registers. `template`: a migrated, empty SQLite file."""

    def __init__(self, template: Path, folder: Path, postgres_url: str) -> None:
        self._template, self._file = template, folder / "organica.sqlite"
        self._loop = asyncio.new_event_loop()
        self._postgres = Store(make_engine(postgres_url))
        self._sqlite: Store | None = None
        self._administrator = make_engine(postgres_url)
        self.clock = Clock()
        self.both: tuple[Register, ...] = ()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine on the loop that all connections belong to."""
        return self._loop.run_until_complete(work)

    def empty(self) -> None:
        """Begin again with two empty registers."""
        self.run(self._empty())

    async def _empty(self) -> None:
        await self._close_sqlite()
        shutil.copyfile(self._template, self._file)
        self._sqlite = Store(make_engine(f"sqlite+aiosqlite:///{self._file}"))
        names = ", ".join(f'"{table.name}"' for table in metadata.tables.values() if table.name not in _KEPT)
        async with self._administrator.begin() as connection:
            # The guards of the ledger know no owner; a replica's session passes them.
            await connection.execute(text("SET LOCAL session_replication_role = replica"))
            await connection.execute(text(f"TRUNCATE {names}"))
            await connection.execute(text('UPDATE register_head SET "index" = 0, recorded_at = NULL'))
        self.both = (Register(self._sqlite), Register(self._postgres))
        self.clock = Clock()

    async def _close_sqlite(self) -> None:
        if self._sqlite is not None:
            await self._sqlite.close()
        for path in self._file.parent.glob(f"{self._file.name}*"):
            path.unlink()

    def close(self) -> None:
        """Close every connection and the loop."""

        async def closed() -> None:
            await self._close_sqlite()
            await self._postgres.close()
            await self._administrator.dispose()

        self.run(closed())
        self._loop.close()

    # --- What both answer -------------------------------------------------------------------------

    def _of_both(self, works: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
        """Let both registers work at one time, which is quicker where one of them waits."""

        async def together() -> list[T]:
            return await asyncio.gather(*works)

        return self.run(together())

    def preview(self, filing: Filing) -> tuple[str, Preview | str]:
        """Return what both registers show of a filing, as text and from the first one."""
        shown = self._of_both(_answered(preview(each.store, filing)) for each in self.both)
        told = [_told(each) for each in shown]
        assert told[0] == told[1]
        return told[0], shown[0]

    def enact(self, filing: Filing) -> Outcome | str:
        """Enact a filing in both; return the outcome, or the code of the refusal."""
        self.clock.goes_on()
        done = self._of_both(_answered(enact(each.store, filing, clock=self.clock)) for each in self.both)
        assert _told(done[0]) == _told(done[1])
        return done[0]

    def fingerprint(self, organizations: list[str]) -> tuple[str, ...]:
        """Return everything that the registers hold; it is the same in both."""
        found = self._of_both(each.fingerprint(organizations) for each in self.both)
        assert found[0] == found[1]
        return found[0]

    def in_force(self, organizations: list[str]) -> list[tuple[object, ...]]:
        """Return what both registers say of what is so; no proposal alters it."""
        return self._of_both(each.in_force(organizations) for each in self.both)

    def learn_names(self) -> None:
        """Let both remember the names that they show now."""
        self._of_both(each.learn_names() for each in self.both)

    def picture(self, organization: str, day: date, entry: int) -> Picture:
        """Return what both answer for a day as known at an entry."""
        found = self._of_both(each.picture(organization, day, entry) for each in self.both)
        assert found[0] == found[1]
        return found[0]

    def searched(self, question: str, day: date, entry: int, organizations: list[str]) -> Found:
        """Return what both find: the same things in the same order, with the same scores and marks."""
        found = self._of_both(each.searched(question, day, entry, organizations) for each in self.both)
        assert found[0] == found[1]
        return found[0]

    def rebuilt(self, organizations: list[str]) -> None:
        """Verify both and derive their rows anew: nothing is wrong, and nothing is another."""
        before = self.fingerprint(organizations)
        for each in self.both:
            faults = self.run(verify(each.store)).faults
            assert faults == (), faults
            self.run(rebuild(each.store))
        assert self.fingerprint(organizations) == before


async def _answered(work: Coroutine[Any, Any, T]) -> T | str:
    """Return an answer, or the code of a refusal: `later:` before the reason of an act enacted before."""
    try:
        return await work
    except LaterActNoLongerApplies as refusal:
        return f"later:{refusal.cause.code}"
    except Refused as refusal:
        return refusal.code


def _told(answer: Outcome | Preview | str) -> str:
    """Return how an answer prints; in a preview apart from the filing, whose seals differ by their salts."""
    if isinstance(answer, Preview):
        return repr((answer.head, answer.already, answer.effects))
    return repr(answer)
