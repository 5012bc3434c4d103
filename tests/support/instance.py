"""A served instance: the real program in a process of its own, on a free port, until the block ends.

Takes the URL of a migrated register and settings as variables of the environment; gives where it listens, its
process and its log. Called by campaigns that send requests.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
PROGRAM = Path(sys.prefix) / "bin" / "organica"
START_TIMEOUT_S = 60
STOP_TIMEOUT_S = 20
# The last line of a traceback: what was raised.
_RAISED = re.compile(r"^Traceback .*\n(?:[ \t].*\n|\n)*(.*)", re.MULTILINE)
# What a developer has set must not reach the program.
_OURS = ("ORGANICA_", "HOST", "PORT")


@dataclass(frozen=True, slots=True)
class Instance:
    """One server process. `log` is the file to which it writes warnings and faults."""

    port: int
    process: subprocess.Popen[str]
    log: Path

    @property
    def address(self) -> str:
        """Return the origin of every URL, without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def faults(self) -> list[str]:
        """Return every exception that the log tells of, and the end of the process if it ended."""
        log = self.log.read_text(encoding="utf-8", errors="replace")
        raised = Counter(_RAISED.findall(log))
        told = [f"the server logged {times} times: {what}" for what, times in raised.items()]
        ended = self.process.poll()
        return told if ended is None else [*told, f"the server ended with {ended}: {log[-300:]}"]

    def resident_mb(self) -> int:
        """Return the memory that the process holds now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


@contextmanager
def instance(url: str, **settings: str) -> Iterator[Instance]:
    """Serve the register at `url` as `organica serve` does."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "server.log"
        with log.open("wb") as errors:
            process = subprocess.Popen(
                [PROGRAM, "--lang", "en", "serve", "--port", "0"],
                env={**plain, "PYTHONUTF8": "1", "ORGANICA_DATABASE_URL": url, **settings},
                cwd=CHECKOUT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                encoding="utf-8",
            )
        try:
            yield Instance(_port_of(process, log), process, log)
        finally:
            process.terminate()
            try:
                process.wait(STOP_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()


def _port_of(process: subprocess.Popen[str], log: Path) -> int:
    """Return the port that the greeting names. A server that never greets is killed."""
    watch = threading.Timer(START_TIMEOUT_S, process.kill)
    watch.start()
    try:
        for line in process.stdout or ():
            if found := re.search(r"listens on http://127\.0\.0\.1:(\d+)", line):
                return int(found[1])
    finally:
        watch.cancel()
    raise RuntimeError(log.read_text(encoding="utf-8"))
