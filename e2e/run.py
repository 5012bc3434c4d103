"""`make e2e`: real browsers on what is embedded, as people and portals meet it; a line for each program.

Takes the programs in programs/; installs their packages, serves the seeds and the fictional body of
conformance/register from a database of its own, runs every program, two at once, and keeps pictures in
var/e2e. Ends with 1 where one failed. With `--where-possible`, as `make check` calls it, a missing Node.js,
Chromium or registry of packages is said and is no failure, and other browsers run only what differs most in
them. A missing other browser is said, and never a failure.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from conformance.packages import BROWSERS, NotAtHand, browser, install_modules, node_at_hand
from conformance.programs import Programs, counted, say
from conformance.run import REGISTER
from conformance.serving import NotServed, load, served_in_public
from e2e.random_charts import write_random_charts

HERE = Path(__file__).parent
PICTURES = HERE.parent / "var" / "e2e"
PROGRAM_TIMEOUT_S = 300
CHROMIUM, FIREFOX, WEBKIT = "chromium", "firefox", "webkit"
# Both workers end at about the same time: Firefox prints for half a minute, and what is slow in Chromium has
# many short ones behind it. Other browsers run what differs in them.
PROGRAMS = {
    FIREFOX: ("paper.mjs", "frame.mjs", "insert.mjs", "component.mjs", "people.mjs"),
    WEBKIT: ("safari.mjs",),
    CHROMIUM: (
        "pages.mjs",
        "chart.mjs",
        "insert.mjs",
        "reading.mjs",
        "people.mjs",
        "component.mjs",
        "frame.mjs",
        "paper.mjs",
        "markup.mjs",
    ),
}
# `make check` has no time for it; WebKit differs more.
IN_SHORT: dict[str, tuple[str, ...]] = {FIREFOX: ()}
# What each needs beside Chromium's programs, the first of which is what opens pages.
OTHERS = {FIREFOX: ("firefox-esr",), WEBKIT: ("WebKitWebDriver", "Xvfb")}


def main() -> int:
    """Run all programs; return 1 where one failed."""
    parser = argparse.ArgumentParser(description="Look at the embedded pages with a real browser.")
    parser.add_argument(
        "--where-possible",
        action="store_true",
        help="end with 0 where Node.js or Chromium is missing or packages cannot be fetched, and leave out "
        "what other browsers do alike",
    )
    parser.add_argument("programs", nargs="*", help="only these of programs/")
    arguments = parser.parse_args()
    started = time.monotonic()
    try:
        node, browsers = at_hand()
    except NotAtHand as reason:
        say(f"e2e: not run: {reason}")
        return 0 if arguments.where_possible and reason.excusable else 1
    programs = Programs(HERE / "programs", HERE, PROGRAM_TIMEOUT_S, lambda _: node)
    for name in [each for each in PROGRAMS if each not in browsers]:
        say(f"skip  {name}: it needs {' and '.join(OTHERS[name])}; `make tools` installs it")
    shutil.rmtree(PICTURES, ignore_errors=True)
    for name in browsers:
        (PICTURES / name).mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="organica-e2e-") as temporary:
        url = f"sqlite:///{Path(temporary) / 'organica.sqlite'}"
        charts = Path(temporary) / "charts"
        charts.mkdir()
        write_random_charts(charts)
        try:
            load(url, REGISTER)
            with served_in_public(url) as server:
                told = {
                    "ORGANICA_SERVER": server,
                    "ORGANICA_CHARTS": str(charts),
                    "ORGANICA_PYTHON": sys.executable,
                }
                printed = programs.run_each(
                    [
                        (file, {**told, **_in(name, browsers[name])})
                        for name, files in PROGRAMS.items()
                        if name in browsers
                        for file in (IN_SHORT.get(name, files) if arguments.where_possible else files)
                        if not arguments.programs or file in arguments.programs
                    ]
                )
        except NotServed as reason:
            say(f"e2e: the instance did not start:\n{reason}")
            return 1
    passed, failed = counted(printed)
    took = time.monotonic() - started
    say(f"e2e: {passed} passed, {failed} failed, in {took:.0f} s; pictures in {PICTURES}")
    return 1 if failed or not passed else 0


def _in(name: str, program: str) -> dict[str, str]:
    """Return what tells a program in which browser it runs."""
    return {
        "ORGANICA_BROWSER": name,
        "ORGANICA_EXECUTABLE": program,
        "ORGANICA_FOLDER": str(PICTURES / name),
    }


def at_hand() -> tuple[str, dict[str, str]]:
    """Return where Node.js and each browser is, with the packages installed. Raises: NotAtHand."""
    node = node_at_hand()
    chromium = browser()
    if chromium is None:
        raise NotAtHand(
            f"Chromium is needed ({', '.join(BROWSERS)}), and is not installed here: `make tools` does it."
        )
    install_modules(HERE)
    browsers = {CHROMIUM: chromium}
    for name, needed in OTHERS.items():
        found = [path for path in map(shutil.which, needed) if path is not None]
        if len(found) == len(needed):
            browsers[name] = found[0]
    return node, browsers


if __name__ == "__main__":
    sys.exit(main())
