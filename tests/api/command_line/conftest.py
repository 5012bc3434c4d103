"""The real program as its users start it, and registers for it to work on."""

from __future__ import annotations

import asyncio
import atexit
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from db.engine import make_engine
from db.store import Store
from tests.support.forked_program import ForkedProgram

CHECKOUT = Path(__file__).parents[3]
PROGRAM = Path(sys.prefix) / "bin" / "organica"
SEEDS = CHECKOUT / "seeds"
# How many files the seeds are, which is how many entries a register that loads them has.
FILES = len(list(SEEDS.glob("*/resolutions/*.yaml")))
TIMEOUT_S = 60
# What a developer has set must not reach the program.
_OURS = ("ORGANICA_", "HOST", "PORT", "NO_COLOR", "FORCE_COLOR", "PYTHON", "TERM", "COLUMNS")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


def environment(url: str | None = None, **more: str) -> dict[str, str]:
    """Return an environment with nothing of the developer's in it."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return {**plain, "PYTHONUTF8": "1", **({"ORGANICA_DATABASE_URL": url} if url else {}), **more}


@cache
def _program() -> ForkedProgram:
    """Return what runs commands, started by the first test of a worker that needs it."""
    program = ForkedProgram(environment(), TIMEOUT_S)
    atexit.register(program.close)
    return program


def organica(
    *arguments: str | Path,
    url: str | None = None,
    cwd: Path | None = None,
    prepare: Callable[[], None] | None = None,
    **more: str,
) -> Ran:
    """Run the program without a terminal; `prepare` runs in its process before it."""
    if prepare is None:
        return Ran(*_program().run([*map(str, arguments)], environment(url, **more), cwd or CHECKOUT))
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)],
        env=environment(url, **more),
        cwd=cwd or CHECKOUT,
        preexec_fn=prepare,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT_S,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def held(url: str) -> str:
    """Return everything that a register holds, to compare before and after."""

    async def read() -> str:
        store = Store(make_engine(url))
        try:
            entries, names = await store.entries(), await store.disclosures()
            rows = [await store.rows(code) for code in await store.organizations()]
        finally:
            await store.close()
        return repr((entries, names, rows))

    return asyncio.run(read())


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite register that holds the seeds. Copy it; nobody may write to it."""
    path = tmp_path_factory.mktemp("seeded") / "organica.sqlite"
    for command in (("migrate",), ("load",)):
        done = organica(*command, url=f"sqlite:///{path}")
        assert done.code == 0, done.err
    return path


@pytest.fixture
def seeded(seeded_file: Path, tmp_path: Path) -> str:
    """The URL of a register of the test's own that holds the seeds."""
    path = tmp_path / "seeded.sqlite"
    shutil.copyfile(seeded_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
def empty(migrated_file: Path, tmp_path: Path) -> str:
    """The URL of a migrated register of the test's own that holds nothing."""
    path = tmp_path / "empty.sqlite"
    shutil.copyfile(migrated_file, path)
    return f"sqlite:///{path}"
