"""How long search takes: one large body in memory, and many bodies in the storage, on both engines.

Run by hand: `python -m benchmarks.search [ORGANIZATIONS]` (100 by default). Makes registers in a temporary
folder and, for PostgreSQL, on a server of the tests; prints one line a figure. The bodies are written as
rows, without entries: folding them is not what is measured. Their texts are words of the first body in any
order, so that each word stands in far more of them than in the texts of real bodies.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import text

from db.engine import make_engine
from db.migrate import migrate
from db.store import Store
from organica.domain.acts import ROOT
from organica.domain.dates import LegalDate
from organica.domain.source import BasisRole, LegalBasis
from organica.domain.states import FunctionState, Noun, OrganizationState, UnitState
from organica.domain.versions import Version
from organica.register.archive import Archive
from organica.register.ports import Known, OrganizationRows, Row
from organica.register.search.everywhere import find_everywhere
from organica.register.search.finding import find_in
from organica.register.search.index import index_of
from organica.register.search.ports import SearchTextRow
from organica.register.search.refusals import QuestionTooWide
from organica.register.search.texts import search_texts
from organica.text.search_words import asked_words
from tests.support.postgres import server

SEED = Path(__file__).parents[1] / "seeds/cl.chilecompra/resolutions/0001-resolucion-exenta-35b-2024.yaml"
UNITS, FUNCTIONS = 300, 5_000
SMALL_UNITS, SMALL_FUNCTIONS = 60, 1_000
TODAY = date(2025, 1, 1)
NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
BORN = LegalDate("2020-01-01")
BASIS = (LegalBasis("cl/x/decreto/2020/1", BasisRole.GRANTS, "1"),)
QUESTIONS = (
    "¿quién ve la capacitación de compradores?",
    "reclamos de usuarios",
    "convenio marco",
    "gestión",
    "faros",
)
TIMES = 5


def words_of_seed() -> list[str]:
    return [word for word in SEED.read_text(encoding="utf-8").split() if word.isalpha()]


def body(organization: str, units: int, functions: int, draw: random.Random) -> list[Version]:
    """Return the versions of a body whose texts are of the first body's words, in any order."""
    vocabulary = words_of_seed()
    start = date(2020, 1, 1)

    def some(words: int) -> str:
        return " ".join(draw.choices(vocabulary, k=words))

    own = OrganizationState(organization, organization, None, "UTC", None, (), BORN, BORN, BASIS)
    found = [Version(Noun.ORGANIZATION, organization, start, None, own)]
    for number in range(units):
        code = f"unidad-{number}"
        state = UnitState(
            code, "Unidad", f"Unidad de {some(3)}", ROOT, None, None, some(60), number, BORN, BORN, BASIS
        )
        found.append(Version(Noun.UNIT, code, start, None, state))
    for number in range(functions):
        unit = f"unidad-{number % units}"
        code = f"{unit}.{number // units + 1}"
        held = FunctionState(code, unit, None, None, None, None, some(40), number, False, BORN, BORN, BASIS)
        found.append(Version(Noun.FUNCTION, code, start, None, held))
    return found


@contextmanager
def timed(what: str) -> Iterator[None]:
    begin = time.perf_counter()
    yield
    say(f"{what}: {(time.perf_counter() - begin) * 1000:.0f} ms")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def one_body() -> None:
    versions = body("cl.grande", UNITS, FUNCTIONS, random.Random(1))  # noqa: S311 - nothing is secret here
    rows = OrganizationRows("cl.grande", tuple(Row(each, Known(1)) for each in versions), (), ())
    archive = Archive(rows, {}, 1)
    with timed(f"one body of {UNITS} units and {FUNCTIONS} functions, index built"):
        await index_of(archive)
    with timed("one body, its first snapshot"):
        _ = archive.snapshot(TODAY, 1).functions
    for question in QUESTIONS:
        took: list[float] = []
        hits = 0
        for _ in range(TIMES):
            begin = time.perf_counter()
            hits = len(await find_in(archive, asked_words(question), TODAY, 1))
            took.append((time.perf_counter() - begin) * 1000)
        say(f"one body, “{question}” ({hits} hits): {min(took):.1f} to {max(took):.1f} ms")


async def many_bodies(url: str, organizations: int, engine_name: str) -> None:
    engine = make_engine(url)
    await migrate(engine)
    store = Store(engine)
    draw = random.Random(2)  # noqa: S311 - nothing is secret here
    took = 0.0
    for number in range(organizations):
        code = f"cl.organismo-{number}"
        versions = body(code, SMALL_UNITS, SMALL_FUNCTIONS, draw)
        texts = [SearchTextRow(each, 1) for each in search_texts(versions)]
        async with store.writing() as writing:
            await writing.insert(code, versions[:1], (), (), 1)
            begin = time.perf_counter()
            await writing.insert_texts(code, texts)
            took += time.perf_counter() - begin
    say(f"{engine_name}, {organizations} bodies of {SMALL_UNITS} units and {SMALL_FUNCTIONS} functions")
    say(f"{engine_name}, texts of one body written: {took / organizations * 1000:.0f} ms")
    async with engine.begin() as connection:
        await connection.execute(text("ANALYZE"))
    for question in QUESTIONS:
        await ask_everywhere(store, question, engine_name)
    await store.close()


async def ask_everywhere(store: Store, question: str, engine_name: str) -> None:
    took: list[float] = []
    hits = ""
    for _ in range(TIMES):
        begin = time.perf_counter()
        try:
            hits = f"{len(await find_everywhere(store, asked_words(question), None, NOON, 1))} hits"
        except QuestionTooWide as refusal:
            hits = refusal.code
        took.append((time.perf_counter() - begin) * 1000)
    say(f"{engine_name}, all, “{question}” ({hits}): {min(took):.0f} to {max(took):.0f} ms")


def main() -> None:
    organizations = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    asyncio.run(one_body())
    with tempfile.TemporaryDirectory() as folder, server() as url:
        path = Path(folder) / "many.sqlite"
        asyncio.run(many_bodies(f"sqlite:///{path}", organizations, "SQLite"))
        say(f"SQLite, file: {path.stat().st_size / 1e6:.0f} MB")
        asyncio.run(many_bodies(url, organizations, "PostgreSQL"))


if __name__ == "__main__":
    main()
