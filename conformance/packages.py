"""What the clients need: Node.js, Python, the packages of both, GraphiQL's files, a browser and LibreOffice.

Takes what this machine and its registries have; returns where each is, or says what is missing. Called by
`run`, and by `e2e.run` for what both need.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from api.explorer import GRAPHIQL_FILES
from api.explorer.install import NotInstalled
from api.explorer.install import install as install_graphiql

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
GRAPHIQL = MODULES / ".graphiql"
# What the Python clients need is not what the register runs on, so they have an environment of their own.
ENVIRONMENT = HERE / ".venv"
REQUIREMENTS = HERE.parent / "requirements" / "clients.txt"
# Written when all of a lock is installed: its digest.
INSTALLED = ".installed-from"
LEAST_NODE = (20, 19)
INSTALL_TIMEOUT_S = 150
FETCH_TIMEOUT_S = 20
SHOWN_LINES = 8
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OFFICES = ("soffice", "libreoffice")
# What npm and pip say when they reach no registry; everything else that they say is a fault of ours.
UNREACHABLE = re.compile(
    r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED"
    r"|ERR_SOCKET_TIMEOUT|\bE5\d\d\b|Failed to establish a new connection|Name or service not known"
    r"|Temporary failure in name resolution|Connection refused|Read timed out"
)


class NotAtHand(Exception):
    """What is missing. `excusable`: it says nothing about the checkout."""

    def __init__(self, what: str, *, excusable: bool = True) -> None:
        super().__init__(what)
        self.excusable = excusable


@dataclass(frozen=True, slots=True)
class Tools:
    """Where everything is. `chromium` and `office` are None where there is no browser, or no LibreOffice."""

    node: str
    python: str
    graphiql: Path
    chromium: str | None
    office: str | None

    def runs(self, file: str) -> str:
        """Return what runs a program of the clients."""
        return self.python if file.endswith(".py") else self.node


def at_hand() -> Tools:
    """Return where everything is, and install what is not there yet. Raises: NotAtHand."""
    node = node_at_hand()
    install_modules(HERE)
    return Tools(node, _python(), _graphiql(), browser(), office())


def browser() -> str | None:
    """Return where Chromium is; None where there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def office() -> str | None:
    """Return where LibreOffice is; None where there is none."""
    return next(filter(None, map(shutil.which, OFFICES)), None)


def node_at_hand() -> str:
    """Return where Node.js is. Raises: NotAtHand."""
    least = ".".join(map(str, LEAST_NODE))
    program = shutil.which("node")
    if program is None or shutil.which("npm") is None:
        raise NotAtHand(f"Node.js {least} or newer and npm are needed, and are not installed here.")
    printed = subprocess.run([program, "--version"], capture_output=True, text=True).stdout
    found = tuple(int(part) for part in re.findall(r"\d+", printed)[:2])
    if found < LEAST_NODE:
        raise NotAtHand(f"Node.js {least} or newer is needed, and this is {printed.strip()}.")
    return program


def install_modules(folder: Path) -> None:
    """Install the packages that the lock of a folder names, unless they are there. Raises: NotAtHand."""
    modules, lock = folder / "node_modules", folder / "package-lock.json"
    if _is_installed(modules, lock):
        return
    options = ("--prefer-offline", f"--fetch-timeout={FETCH_TIMEOUT_S}000", "--loglevel=error")
    # One is asked for alone first: where no registry is reached, hundreds would be waited for in turn.
    _run("npm", "view", "graphql", "name", "--fetch-retries=0", *options, folder=folder)
    _run("npm", "ci", "--fetch-retries=1", "--no-progress", *options, folder=folder)
    _note_installed(modules, lock)


def _python() -> str:
    program = str(ENVIRONMENT / "bin" / "python")
    if not _is_installed(ENVIRONMENT, REQUIREMENTS):
        _run(sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT))
        options = ("--quiet", "--disable-pip-version-check", f"--timeout={FETCH_TIMEOUT_S}", "--retries=1")
        _run(
            program, "-m", "pip", "install", *options, "--require-hashes", "--requirement", str(REQUIREMENTS)
        )
        _note_installed(ENVIRONMENT, REQUIREMENTS)
    return program


def _graphiql() -> Path:
    """Return a folder with GraphiQL's files, installed as `make explorer` does it. Raises: NotAtHand."""
    if not all((GRAPHIQL / name).is_file() for name in GRAPHIQL_FILES):
        try:
            install_graphiql(GRAPHIQL)
        except NotInstalled as reason:
            raise NotAtHand(f"GraphiQL could not be installed: {reason}") from None
    return GRAPHIQL


def _run(*command: str, folder: Path = HERE) -> None:
    """Run what installs something. Raises: NotAtHand."""
    try:
        ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=INSTALL_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        raise NotAtHand(f"“{_short(command)}” was not done after {INSTALL_TIMEOUT_S} s.") from None
    if ended.returncode != 0:
        said = ended.stderr.strip()
        shown = "\n".join(said.splitlines()[:SHOWN_LINES])
        raise NotAtHand(f"“{_short(command)}” failed:\n{shown}", excusable=bool(UNREACHABLE.search(said)))


def _short(command: tuple[str, ...]) -> str:
    return " ".join([Path(command[0]).name, *command[1:4]])


def _is_installed(folder: Path, lock: Path) -> bool:
    note = folder / INSTALLED
    return note.exists() and note.read_text(encoding="utf-8") == _digest(lock)


def _note_installed(folder: Path, lock: Path) -> None:
    (folder / INSTALLED).write_text(_digest(lock), encoding="utf-8")


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()
