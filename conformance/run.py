"""`make conformance`: clients that others wrote, run against a served instance; one line for each.

Takes the programs in clients/; installs their packages, serves the seeds and the bodies in register/ from a
database of its own, runs every program and prints what each client showed. Ends with 1 where one failed. With
`--where-possible`, as `make check` calls it, a missing Node.js, LibreOffice or registry of packages is said
and is no failure.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from conformance.packages import NotAtHand, Tools, at_hand
from conformance.programs import Programs, counted, say
from conformance.serving import NotServed, load, served

HERE = Path(__file__).parent
CLIENTS = HERE / "clients"
REGISTER = HERE / "register"
PROGRAM_TIMEOUT_S = 300
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
        say(f"conformance: not run: {reason}")
        return 0 if where_possible and reason.excusable else 1
    with tempfile.TemporaryDirectory(prefix="organica-conformance-") as temporary:
        try:
            printed = _printed(tools, Path(temporary), where_possible=where_possible)
        except NotServed as reason:
            say(f"conformance: the instance did not start:\n{reason}")
            return 1
    passed, failed = counted(printed)
    say(f"conformance: {passed} passed, {failed} failed, in {time.monotonic() - started:.0f} s")
    return 1 if failed or not passed else 0


def _printed(tools: Tools, folder: Path, *, where_possible: bool) -> list[str]:
    """Serve, run every program, and return the lines that were printed."""
    url = f"sqlite:///{folder / 'organica.sqlite'}"
    programs = programs_run_by(tools.runs)
    printed: list[str] = []
    load(url, REGISTER)
    with served(url, ORGANICA_EXPLORER_FOLDER=str(tools.graphiql)) as server:
        told = {"ORGANICA_SERVER": server, "ORGANICA_FOLDER": str(folder)}
        files = list(PROGRAMS)
        if tools.chromium is None:
            files.remove(IN_A_BROWSER)
            printed.append("skip  puppeteer-core: there is no Chromium here, so the explorer was not opened")
            say(printed[-1])
        else:
            told["ORGANICA_CHROMIUM"] = tools.chromium
        if tools.office is None:
            files.remove(IN_LIBREOFFICE)
            printed.append(f"{'skip' if where_possible else 'FAIL'}  {NO_OFFICE}")
            say(printed[-1])
        else:
            told["ORGANICA_OFFICE"] = tools.office
        printed += programs.run(files, told)
        manifest = folder / MANIFEST
        if manifest.exists():
            trusted = str(manifest)
            with served(url, ORGANICA_TRUSTED_DOCUMENTS=trusted, ORGANICA_TRUSTED_ONLY="yes") as other:
                printed += programs.run([BY_MANIFEST], {**told, "ORGANICA_TRUSTING_SERVER": other})
    return printed


def programs_run_by(runs: Callable[[str], str]) -> Programs:
    """Return the programs of clients/. Some of them look for their own packages from where they run."""
    return Programs(CLIENTS, HERE, PROGRAM_TIMEOUT_S, runs)


if __name__ == "__main__":
    sys.exit(main())
