"""`make conformance`: clients that others wrote, run against a served instance; one line for each.

Takes the programs in clients/; installs their packages, serves the seeds and the bodies in register/ from a
database of its own, runs every program and prints what each client showed. Ends with 1 where one failed. With
`--where-possible`, as `make check` calls it, a missing Node.js, LibreOffice or registry of packages is said
and is no failure.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from conformance.packages import NotAtHand, Tools, at_hand
from conformance.serving import NotServed, load, served

HERE = Path(__file__).parent
CLIENTS = HERE / "clients"
REGISTER = HERE / "register"
PROGRAM_TIMEOUT_S = 150
AT_ONCE = 2
# The slowest first, so that both workers end at about the same time.
PROGRAMS = (
    "types.mjs",
    "tables.py",
    "explorer.mjs",
    "office.py",
    "python_readers.py",
    "openapi.mjs",
    "contract.mjs",
    "relay.mjs",
    "caches.mjs",
    "audit.mjs",
)
IN_A_BROWSER = "explorer.mjs"
IN_LIBREOFFICE = "office.py"
NO_OFFICE = "LibreOffice: it is not installed here, so no table was opened; `make tools` installs it"
BY_MANIFEST = "trusted.mjs"
MANIFEST = Path("types", "graphql", "persisted-documents.json")


def main() -> int:
    """Run all clients; return 1 where one failed."""
    parser = argparse.ArgumentParser(description="Run third-party clients against a served instance.")
    parser.add_argument(
        "--where-possible",
        action="store_true",
        help="end with 0 where Node.js or LibreOffice is missing or packages cannot be fetched",
    )
    where_possible = parser.parse_args().where_possible
    started = time.monotonic()
    try:
        tools = at_hand()
    except NotAtHand as reason:
        _say(f"conformance: not run: {reason}")
        return 0 if where_possible and reason.excusable else 1
    with tempfile.TemporaryDirectory(prefix="organica-conformance-") as temporary:
        try:
            printed = _printed(tools, Path(temporary), where_possible=where_possible)
        except NotServed as reason:
            _say(f"conformance: the instance did not start:\n{reason}")
            return 1
    passed, failed = (sum(line.startswith(word) for line in printed) for word in ("pass ", "FAIL "))
    _say(f"conformance: {passed} passed, {failed} failed, in {time.monotonic() - started:.0f} s")
    return 1 if failed or not passed else 0


def _printed(tools: Tools, folder: Path, *, where_possible: bool) -> list[str]:
    """Serve, run every program, and return the lines that were printed."""
    url = f"sqlite:///{folder / 'organica.sqlite'}"
    printed: list[str] = []
    load(url, REGISTER)
    with served(url, ORGANICA_EXPLORER_FOLDER=str(tools.graphiql)) as server:
        told = {"ORGANICA_SERVER": server, "ORGANICA_FOLDER": str(folder)}
        files = list(PROGRAMS)
        if tools.chromium is None:
            files.remove(IN_A_BROWSER)
            printed.append("skip  puppeteer-core: there is no Chromium here, so the explorer was not opened")
            _say(printed[-1])
        else:
            told["ORGANICA_CHROMIUM"] = tools.chromium
        if tools.office is None:
            files.remove(IN_LIBREOFFICE)
            printed.append(f"{'skip' if where_possible else 'FAIL'}  {NO_OFFICE}")
            _say(printed[-1])
        else:
            told["ORGANICA_OFFICE"] = tools.office
        printed += _run(tools, files, told)
        manifest = folder / MANIFEST
        if manifest.exists():
            trusted = str(manifest)
            with served(url, ORGANICA_TRUSTED_DOCUMENTS=trusted, ORGANICA_TRUSTED_ONLY="yes") as other:
                printed += _run(tools, [BY_MANIFEST], {**told, "ORGANICA_TRUSTING_SERVER": other})
    return printed


def _run(tools: Tools, files: list[str], told: Mapping[str, str]) -> list[str]:
    """Run programs, a few at once; print and return their lines as each ends."""
    printed: list[str] = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for ending in as_completed([pool.submit(lines_of, tools.runs(file), file, told) for file in files]):
            for line in ending.result():
                _say(line)
                printed.append(line)
    return printed


def lines_of(program: str, file: str, told: Mapping[str, str]) -> list[str]:
    """Return what a file of clients/ printed, run by a program.

    One that ended otherwise than by telling of a failure, failed.
    """
    try:
        ended = subprocess.run(
            [program, str(CLIENTS / file)],
            cwd=HERE,  # Some of them look for their own packages from where they run.
            env={**os.environ, **told},
            capture_output=True,
            text=True,
            timeout=PROGRAM_TIMEOUT_S,
        )
    except subprocess.TimeoutExpired:
        return [f"FAIL  {file}: not done after {PROGRAM_TIMEOUT_S} s"]
    lines = ended.stdout.splitlines()
    told_of = any(line.startswith("FAIL ") for line in lines)
    if (ended.returncode != 0 and not told_of) or not lines:
        lines += [f"FAIL  {file}: ended with {ended.returncode}", *ended.stderr.splitlines()[-20:]]
    return lines


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
