"""A served instance: `organica` as a person runs it, on a free port, until it is no longer needed.

Takes the address of a database and settings; gives the address of the server. Called by `run`.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

ORGANICA = str(Path(sys.executable).parent / "organica")
HOST = "127.0.0.1"
START_TIMEOUT_S = 90
STOP_TIMEOUT_S = 20
LISTENS = re.compile(r"listens on (http://\S+)")


def load(url: str, folder: Path) -> None:
    """Make a database and enact the files of a folder in it. Raises: NotServed."""
    for command in (["migrate"], ["load", str(folder)]):
        ended = subprocess.run([ORGANICA, *command], env=_environment(url), capture_output=True, text=True)
        if ended.returncode != 0:
            raise NotServed(ended.stdout + ended.stderr)


class NotServed(Exception):
    """What the program said instead of serving."""


@contextmanager
def served_in_public(url: str, **settings: str) -> Iterator[str]:
    """Serve a database as `served` does, with the server's address as its public one."""
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    with served(url, port, ORGANICA_PUBLIC_URL=f"http://{HOST}:{port}", **settings) as address:
        yield address


@contextmanager
def served(url: str, port: int = 0, /, **settings: str) -> Iterator[str]:
    """Serve a database, with the seeds in it, while the block runs; give the server's address.

    What the server says of faults is passed on when it has stopped. Raises: NotServed.
    """
    command = [ORGANICA, "serve", "--migrate", "--load", "--host", HOST, "--port", str(port)]
    environment = {**_environment(url), **settings}
    with TemporaryFile("w+") as faults:
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=faults, text=True
        ) as server:
            late = threading.Timer(START_TIMEOUT_S, server.kill)
            late.start()
            try:
                address = _address(server)
                late.cancel()
                if address is None:
                    raise NotServed(_told(faults))
                yield address
            finally:
                late.cancel()
                server.terminate()
                try:
                    server.wait(STOP_TIMEOUT_S)
                except subprocess.TimeoutExpired:
                    server.kill()
        sys.stderr.write(_told(faults))


def _address(server: subprocess.Popen[str]) -> str | None:
    """Return where the server says that it listens; None where it ends before it does."""
    assert server.stdout is not None  # It is a pipe.
    for line in server.stdout:
        if listens := LISTENS.search(line):
            return listens.group(1)
    return None


def _told(faults: IO[str]) -> str:
    faults.seek(0)
    return faults.read()


def _environment(url: str) -> dict[str, str]:
    """Return the environment without the settings of whoever runs this."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ORGANICA_")}
    return {**kept, "ORGANICA_DATABASE_URL": url, "ORGANICA_LANG": "en"}
