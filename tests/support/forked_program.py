"""The program `organica`, loaded once and forked for each command: a process of its own without the second of its start.

Takes arguments, an environment and a folder; returns the exit code and what was printed. Called by the tests of
the command line, which run it hundreds of times. What depends on how a process begins (signals, limits, a
terminal, Python's own variables) is tried by tests that start the launcher itself.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

CODE_BYTES = 4


class ForkedProgram:
    """A process that has imported everything, and the line over which it is told what to run. Close it."""

    def __init__(self, environment: Mapping[str, str], timeout_s: float) -> None:
        self._line, theirs = socket.socketpair()
        self._line.settimeout(timeout_s)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "tests.support.forked_program", str(theirs.fileno())],
                env=dict(environment),
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )

    def run(
        self, arguments: Sequence[str], environment: Mapping[str, str], folder: Path
    ) -> tuple[int, str, str]:
        """Run one command to its end. Raises: TimeoutError, after which nothing more can be run."""
        with TemporaryFile() as asked, TemporaryFile() as out, TemporaryFile() as err:
            request = {"arguments": arguments, "environment": dict(environment), "folder": str(folder)}
            asked.write(json.dumps(request).encode())
            asked.seek(0)
            socket.send_fds(self._line, [b"."], [asked.fileno(), out.fileno(), err.fileno()])
            code = self._line.recv(CODE_BYTES, socket.MSG_WAITALL)
            assert len(code) == CODE_BYTES, "the process that forks has ended"
            printed = []
            for file in (out, err):
                file.seek(0)
                printed.append(file.read().decode())
        return int.from_bytes(code, "big", signed=True), printed[0], printed[1]

    def close(self) -> None:
        """End the process that forks."""
        self._line.close()
        self._process.kill()
        self._process.wait()


def _serve(line: socket.socket) -> dict[str, Any]:
    """Fork for each request; return it, in the child alone. The parent ends with its line."""
    while True:
        message, files, _, _ = socket.recv_fds(line, 1, 3)
        if not message:
            sys.exit()
        child = os.fork()
        if child == 0:
            line.close()
            return _taken_on(files)
        for file in files:
            os.close(file)
        _, status = os.waitpid(child, 0)
        line.sendall(os.waitstatus_to_exitcode(status).to_bytes(CODE_BYTES, "big", signed=True))


def _taken_on(files: Sequence[int]) -> dict[str, Any]:
    """Make this process what a freshly started one would be; return what it was asked."""
    asked, out, err = files
    with os.fdopen(asked, encoding="utf-8") as file:
        request: dict[str, Any] = json.load(file)
    for theirs, ours in ((out, 1), (err, 2)):
        os.dup2(theirs, ours)
        os.close(theirs)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    return request


def _import_everything() -> None:
    """Import what commands import when they run, so that no child has to."""
    from api.command_line import COMMANDS, build

    build("es", COMMANDS)
    for module in (
        "db.store",
        "db.engine",
        "db.migrate",
        "db.revisions",
        "api.settings",
        "asyncpg",
        "aiosqlite",
    ):
        import_module(module)


if __name__ == "__main__":
    from api.command_line import main

    _import_everything()
    sys.exit(main(_serve(socket.socket(fileno=int(sys.argv[1])))["arguments"]))
