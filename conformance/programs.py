"""Running other people's programs: a few at once, a line of each told as it ends.

Takes which programs of a folder to run, and by what; returns the lines that they printed ("pass …" and "FAIL
…"). Called by `run`, and by `e2e.run`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

AT_ONCE = 2
LAST_LINES = 20


@dataclass(frozen=True, slots=True)
class Programs:
    """The programs of a folder. `run_from`: where they find their own packages; `runs`: what runs a file."""

    folder: Path
    run_from: Path
    timeout_s: int
    runs: Callable[[str], str]

    def run(self, files: Sequence[str], told: Mapping[str, str]) -> list[str]:
        """Run programs, each with these variables; print and return their lines as each ends."""
        return self.run_each([(file, told) for file in files])

    def run_each(self, runs: Sequence[tuple[str, Mapping[str, str]]]) -> list[str]:
        """Run programs, each with variables of its own; print and return their lines as each ends."""
        printed: list[str] = []
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for ending in as_completed([pool.submit(self.lines_of, file, told) for file, told in runs]):
                for line in ending.result():
                    say(line)
                    printed.append(line)
        return printed

    def lines_of(self, file: str, told: Mapping[str, str]) -> list[str]:
        """Return what a program printed; one that ended otherwise than by telling of a failure, failed."""
        try:
            ended = subprocess.run(
                [self.runs(file), str(self.folder / file)],
                cwd=self.run_from,
                env={**os.environ, **told},
                capture_output=True,
                text=True,
                timeout=self.timeout_s,
            )
        except subprocess.TimeoutExpired:
            return [f"FAIL  {file}: not done after {self.timeout_s} s"]
        lines = ended.stdout.splitlines()
        told_of = any(line.startswith("FAIL ") for line in lines)
        if (ended.returncode != 0 and not told_of) or not lines:
            last = ended.stderr.splitlines()[-LAST_LINES:]
            lines += [f"FAIL  {file}: ended with {ended.returncode}", *last]
        return lines


def counted(printed: Iterable[str]) -> tuple[int, int]:
    """Return how many passed and how many failed."""
    words = [line[:5] for line in printed]
    return words.count("pass "), words.count("FAIL ")


def say(line: str) -> None:
    """Print a line at once: some programs take a minute."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
