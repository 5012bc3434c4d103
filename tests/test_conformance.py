"""What `make conformance` stands on, also without Node.js: its lock, its register, and what it says when it cannot run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from conformance import run
from conformance.packages import UNREACHABLE
from conformance.serving import NotServed, load, served

CHECKOUT = Path(__file__).parents[1]
FOLDER = CHECKOUT / "conformance"


def written(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return read


def test_packages_have_exact_versions_which_the_lock_holds() -> None:
    package, lock = written("package.json"), written("package-lock.json")
    versions = {**package["dependencies"], **package["overrides"]}
    assert [name for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
    assert lock["packages"][""]["dependencies"] == package["dependencies"]


def test_the_lock_holds_the_hash_of_every_package_and_no_address_of_one() -> None:
    packages = {path: each for path, each in written("package-lock.json")["packages"].items() if path}
    assert [path for path, each in packages.items() if "resolved" in each] == []
    assert [path for path, each in packages.items() if not each["integrity"].startswith("sha512-")] == []
    assert len(packages) > len(written("package.json")["dependencies"])


def test_the_page_names_every_client_with_its_version() -> None:
    page = (CHECKOUT / "docs" / "conformance.md").read_text(encoding="utf-8")
    named = dict(re.findall(r"`((?:@[\w-]+/)?[\w.-]+)` (\d+\.\d+\.\d+)", page))
    requirements = (CHECKOUT / "requirements" / "clients.in").read_text(encoding="utf-8")
    python = dict(re.findall(r"^([\w.-]+)==(\S+)$", requirements, re.MULTILINE))
    assert named == {
        **written("package.json")["dependencies"],
        **written("package.json")["overrides"],
        **python,
    }
    assert len(python) == 4


@pytest.mark.parametrize(("options", "code"), [((), 1), (("--where-possible",), 0)])
def test_without_node_it_says_so_and_fails_only_where_it_was_asked_for(
    tmp_path: Path, options: tuple[str, ...], code: int
) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "conformance.run", *options],
        cwd=CHECKOUT,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == code
    assert ended.stdout == (
        "conformance: not run: Node.js 20.19 or newer and npm are needed, and are not installed here.\n"
    )


def test_a_program_that_breaks_off_has_failed() -> None:
    """Python reads no JavaScript: it ends with 1 and tells of no client."""
    first, *rest = run.programs_run_by(lambda _: sys.executable).lines_of("audit.mjs", {})
    assert first == "FAIL  audit.mjs: ended with 1"
    assert "SyntaxError" in " ".join(rest)


@pytest.mark.parametrize(
    ("said", "excused"),
    [
        ("npm error code ECONNREFUSED", True),
        ("npm error code ENOTFOUND", True),
        ("npm error code E503", True),
        ("npm error code EUSAGE", False),
        ("npm error code EINTEGRITY", False),
        ("npm error code EBADENGINE", False),
        ("npm error code E404", False),
        ("Failed to establish a new connection: [Errno 111] Connection refused", True),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", False),
    ],
)
def test_only_a_registry_that_is_not_reached_is_excused(said: str, excused: bool) -> None:
    assert bool(UNREACHABLE.search(said)) is excused


def test_the_clients_are_served_the_seeds_and_a_body_that_changes_between_two_years(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'organica.sqlite'}"
    load(url, FOLDER / "register")
    with served(url) as server:
        with urlopen(f"{server}/v1/organizations") as answer:
            codes = [each["code"] for each in json.load(answer)["organizations"]]
        seeds = {path.parent.name for path in (CHECKOUT / "seeds").glob("*/resolutions")}
        assert codes == sorted({*seeds, "cl.faros-de-ejemplo", "cl.hojas-de-ejemplo"})
        seen = []
        for day in ("2023-06-30", "2025-06-30"):
            with urlopen(f"{server}/v1/organizations/cl.faros-de-ejemplo/structure?as_of={day}") as answer:
                below = json.load(answer)["units"][0]["units"]
            unit = next(each for each in below if each["code"] == "faros")
            holders = [held["holder"]["name"] for post in unit["posts"] for held in post["appointments"]]
            seen.append((unit["name"], [each["code"] for each in unit["units"]], holders))
    assert seen == [
        ("División de Faros", ["boyas", "archivo"], ["Marta Farías Luz"]),
        ("División de Señalización Marítima", ["boyas", "balizas"], ["Ana Rompeolas Sur"]),
    ]


def test_a_server_that_does_not_start_is_told_with_what_it_said(tmp_path: Path) -> None:
    with (
        pytest.raises(NotServed, match="ORGANICA_MAX_BODY_BYTES"),
        served(f"sqlite:///{tmp_path / 'organica.sqlite'}", ORGANICA_MAX_BODY_BYTES="many"),
    ):
        pass
