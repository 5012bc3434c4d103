"""What `make e2e` stands on, also without a browser: its lock, its pages, and what it says when it cannot run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from api.embed.addresses import INSERT
from api.embed.forms import Form
from api.embed.pages.kinds import PAGES
from e2e import run

CHECKOUT = Path(__file__).parents[1]
FOLDER = CHECKOUT / "e2e"


def written(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return read


def test_packages_have_exact_versions_which_the_lock_holds_by_hash_and_without_address() -> None:
    package, lock = written("package.json"), written("package-lock.json")
    wanted = package["dependencies"]
    assert [name for name, version in wanted.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
    assert lock["packages"][""]["dependencies"] == wanted
    packages = {path: each for path, each in lock["packages"].items() if path}
    assert [path for path, each in packages.items() if "resolved" in each] == []
    assert [path for path, each in packages.items() if not each["integrity"].startswith("sha512-")] == []


def test_every_program_is_run() -> None:
    programs = {path.name for path in (FOLDER / "programs").iterdir()}
    run_somewhere = {file for files in run.PROGRAMS.values() for file in files}
    assert programs - {"visiting.mjs", "listening.mjs"} == run_somewhere


def test_every_sort_of_page_is_looked_at() -> None:
    looked = set(re.findall(r'path: "(/embed/[^"?]*)', (FOLDER / "programs" / "visiting.mjs").read_text()))
    for page in PAGES:
        pattern = re.sub(r"\{\w+\}", "[a-z.-]+?", page.path)
        for form in (*Form, INSERT):
            assert any(re.fullmatch(pattern + re.escape(form), each) for each in looked), page.name + form


@pytest.mark.parametrize(("options", "code"), [((), 1), (("--where-possible",), 0)])
def test_without_node_it_says_so_and_fails_only_where_it_was_asked_for(
    tmp_path: Path, options: tuple[str, ...], code: int
) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "e2e.run", *options],
        cwd=CHECKOUT,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == code
    assert ended.stdout == (
        "e2e: not run: Node.js 20.19 or newer and npm are needed, and are not installed here.\n"
    )


def test_without_a_browser_it_says_which_one_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "node_at_hand", lambda: "node")
    monkeypatch.setattr(run, "browser", lambda: None)
    monkeypatch.setattr(sys, "argv", ["run", "--where-possible"])
    assert run.main() == 0
    assert capsys.readouterr().out.startswith("e2e: not run: Chromium is needed (chromium, ")


def test_another_browser_that_is_missing_is_said_and_the_rest_runs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "firefox-esr").touch(mode=0o755)
    (tmp_path / "WebKitWebDriver").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(run, "node_at_hand", lambda: "node")
    monkeypatch.setattr(run, "browser", lambda: "chromium")
    monkeypatch.setattr(run, "install_modules", lambda folder: None)
    # WebKit's driver needs a display too, which is not there.
    assert run.at_hand() == ("node", {run.CHROMIUM: "chromium", run.FIREFOX: str(tmp_path / "firefox-esr")})
