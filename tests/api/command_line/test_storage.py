"""Storage that does not serve: one line, code 3 (or 2 for an address of no use), and nothing is lost."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from db.engine import make_engine
from tests.api.command_line.conftest import (
    FILES,
    PROGRAM,
    SEEDS,
    TIMEOUT_S,
    Ran,
    environment,
    held,
    organica,
)
from tests.api.command_line.files import founding
from tests.support.postgres import fresh_database

LIBC = ctypes.CDLL(None)
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1
COMMANDS = (
    ("structure", "cl.chilecompra"),
    ("diff", "cl.chilecompra", "2024-01-01", "2025-01-01"),
    ("load",),
    ("organizations",),
    ("verify",),
    ("proof", "1"),
    ("rebuild",),
    ("serve", "--port", "0"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_database_that_is_not_migrated_says_what_to_do(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "nueva" / "organica.sqlite"
    refused = organica(*command, url=f"sqlite:///{path}")
    assert (refused.code, refused.out) == (3, "")
    assert refused.err == (
        f"error[database_not_migrated]: No existe el archivo de la base de datos {path}. "
        "Remedio: Créelo con «organica migrate», o revise ORGANICA_DATABASE_URL.\n"
    )
    assert not path.parent.exists()  # A mistyped path leaves nothing behind.


def test_an_empty_database_is_not_migrated_on_either_engine(database_url: str) -> None:
    refused = (
        organica("verify", url=database_url)
        if "postgres" in database_url
        else _on_an_empty_file(database_url)
    )
    assert refused.code == 3
    assert refused.err.startswith("error[database_not_migrated]: ")
    assert organica("migrate", url=database_url).code == 0
    assert (
        organica("verify", url=database_url).out.splitlines()[-1] == "Asientos: 0. Filas: 0. Todo coincide."
    )
    assert organica("migrate", url=database_url).code == 0


def _on_an_empty_file(url: str) -> Ran:
    Path(url.split("///", 1)[1]).touch()
    return organica("verify", url=url)


@pytest.mark.parametrize("command", [*COMMANDS, ("migrate",)], ids=lambda command: command[0])
def test_a_database_of_a_newer_release_is_left_alone(seeded: str, command: tuple[str, ...]) -> None:
    path = Path(seeded.removeprefix("sqlite:///"))
    with sqlite3.connect(path) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999_del_futuro'")
    database.close()
    before = path.read_bytes()
    refused = organica(*command, url=seeded)
    assert (refused.code, refused.out) == (3, "")
    assert refused.err == (
        "error[database_newer]: La base de datos viene de una versión más nueva de Orgánica (9999_del_futuro). "
        "Remedio: Actualice Orgánica o use otra base de datos; esta no se ha tocado.\n"
    )
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("url", "code", "beginning"),
    [
        ("mysql://localhost/x", 2, "error[bad_setting]: "),
        ("sqlite://", 2, "error[bad_setting]: "),
        ("postgresql://localhost:1/x", 3, "error[storage_out_of_reach]: "),
        ("sqlite:////dev/null/x/organica.sqlite", 3, "error[database_not_migrated]: "),
    ],
)
def test_a_wrong_address_gets_one_line(url: str, code: int, beginning: str) -> None:
    refused = organica("verify", url=url)
    assert (refused.code, refused.out, refused.err.count("\n")) == (code, "", 1)
    assert refused.err.startswith((beginning, beginning.replace("bad_setting", "bad_database_url")))
    assert " Remedio: " in refused.err


def test_an_address_never_shows_its_password() -> None:
    for url in ("postgresql://ana:secreta@localhost:1/x", "mysql://ana:secreta@localhost/x"):
        assert "secreta" not in organica("verify", url=url, ORGANICA_DEBUG="0").err


def test_a_file_that_is_no_database_is_out_of_reach(tmp_path: Path) -> None:
    path = tmp_path / "carta.sqlite"
    path.write_text("No soy una base de datos. " * 100, encoding="utf-8")
    before = path.read_bytes()
    refused = organica("verify", url=f"sqlite:///{path}")
    assert (refused.code, refused.err.count("\n")) == (3, 1)
    assert refused.err.startswith(
        f"error[storage_out_of_reach]: No se puede usar el archivo de la base de datos {path}: "
    )
    assert "servidor" not in refused.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("command", ["verify", "migrate"])
def test_a_server_without_that_database_says_to_create_it(postgres_url: str, command: str) -> None:
    url = make_url(postgres_url).set(database="no_existe").render_as_string(hide_password=False)
    refused = organica(command, url=url)
    assert (refused.code, refused.out) == (3, "")
    assert refused.err == (
        "error[storage_out_of_reach]: El servidor de PostgreSQL no tiene la base de datos «no_existe». "
        "Remedio: Créela con «createdb no_existe» (o CREATE DATABASE), o revise ORGANICA_DATABASE_URL.\n"
    )


def test_a_server_that_does_not_answer_is_called_a_server() -> None:
    refused = organica("verify", url="postgresql://localhost:1/x")
    assert refused.err.endswith(
        "Revise ORGANICA_DATABASE_URL y que el servidor de PostgreSQL esté en marcha.\n"
    )


def bound_by_permissions() -> None:
    """Make permissions hold for the program, also where the tests run as root.

    Another user would not do: it may not even reach the Python that the environment was made with.
    """
    if os.geteuid() == 0:
        LIBC.prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


@pytest.fixture
def read_only(seeded: str, tmp_path: Path) -> Iterator[Path]:
    """A register of the seeds that may be read, in a folder in which nothing may be written."""
    folder = tmp_path / "archivo"
    folder.mkdir()
    path = folder / "organica.sqlite"
    shutil.copyfile(seeded.removeprefix("sqlite:///"), path)
    path.chmod(0o444)
    folder.chmod(0o555)
    yield path
    folder.chmod(0o755)


@pytest.mark.parametrize("command", ["enact", "rebuild"])
def test_a_read_only_register_refuses_to_be_written(read_only: Path, tmp_path: Path, command: str) -> None:
    founding(tmp_path)
    before = read_only.read_bytes()
    refused = organica(
        *{"enact": ("enact", "resolucion-1.yaml", "--yes"), "rebuild": ("rebuild",)}[command],
        url=f"sqlite:///{read_only}",
        cwd=tmp_path,
        prepare=bound_by_permissions,
    )
    assert refused.code == 3
    assert refused.err.startswith("error[storage_read_only]: ")
    assert refused.err.endswith("nada se guardó.\n")
    assert refused.err.count("\n") == 1
    assert read_only.read_bytes() == before


async def test_a_read_only_server_refuses_to_be_written(postgres_url: str, tmp_path: Path) -> None:
    with fresh_database(postgres_url) as url:
        for command in (("migrate",), ("load",)):
            assert organica(*command, url=url).code == 0
        owner = make_engine(postgres_url)
        async with owner.begin() as connection:
            name = make_url(url).database
            await connection.execute(text(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on'))
        await owner.dispose()
        before = organica("verify", "--json", url=url)
        refused = organica("enact", founding(tmp_path), "--yes", url=url)
        assert (refused.code, refused.err.count("\n")) == (3, 1)
        assert refused.err.startswith("error[storage_read_only]: ")
        assert organica("load", url=url).out == f"Archivos nuevos: 0. Ya conocidos: {FILES}.\n"
        assert organica("verify", "--json", url=url) == before
        assert before.code == 0


def test_a_full_disk_loses_nothing(seeded: str, tmp_path: Path) -> None:
    path = founding(tmp_path)
    before = held(seeded)
    size = Path(seeded.removeprefix("sqlite:///")).stat().st_size

    def no_room() -> None:
        # A write beyond this size fails half way, as on a full disk, and SQLite calls it an I/O error.
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    assert size > 40_000
    refused = organica("enact", path, "--yes", url=seeded, prepare=no_room)
    assert refused.code == 3
    assert "error[storage_failing]: " in refused.err
    assert "disk I/O error" in refused.err
    assert refused.err.count("\n") == 1
    assert held(seeded) == before
    assert organica("verify", url=seeded).code == 0
    assert organica("enact", path, "--yes", url=seeded).code == 0


def test_two_commands_at_once_both_end_well(empty: str) -> None:
    processes = [
        subprocess.Popen(
            [PROGRAM, "load", SEEDS], env=environment(empty), stdout=subprocess.PIPE, encoding="utf-8"
        )
        for _ in range(2)
    ]
    outputs = sorted(process.communicate(timeout=TIMEOUT_S)[0] for process in processes)
    assert [process.returncode for process in processes] == [0, 0]
    assert sum(int(output.split(": ")[1].split(".")[0]) for output in outputs) == FILES
    assert organica("verify", url=empty).code == 0
