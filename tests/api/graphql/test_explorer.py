"""The explorer: both pages under a strict policy, everything from our own origin, nothing inline."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import stat
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.explorer import GRAPHIQL_FILES, OUR_FILES, OURS, Explorer, install
from api.questions import questions

BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8"


def explorer(folder: Path) -> TestClient:
    return TestClient(Starlette(routes=Explorer(folder).routes()))


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder that has GraphiQL's files."""
    for name in GRAPHIQL_FILES:
        (tmp_path / name).write_text(f"/* {name} */", encoding="utf-8")
    return tmp_path


def test_a_browser_gets_our_own_page_where_graphiql_is_not_installed(client: TestClient) -> None:
    for path in ("/graphql", "/graphql?query=%7B__typename%7D", "/explorer"):
        response = client.get(path, headers={"accept": BROWSER})
        assert (response.status_code, response.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "Consultas de ejemplo" in client.get("/explorer/simple").text


def test_graphiql_is_served_where_all_its_files_are(installed: Path) -> None:
    reader = explorer(installed)
    assert "GraphiQL" in reader.get("/explorer").text
    assert reader.get("/explorer/graphiql.js").text == "/* graphiql.js */"
    assert "Consultas de ejemplo" in reader.get("/explorer/simple").text
    (installed / "react.js").unlink()
    assert "Consultas de ejemplo" in reader.get("/explorer").text


@pytest.mark.parametrize("name", ["simple.html", "graphiql.html"])
def test_a_page_holds_nothing_inline_and_names_only_our_own_files(name: str) -> None:
    page = (OURS / name).read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*\bsrc=)", page) == []
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=", page) == []
    files = re.findall(r'(?:src|href)="/explorer/([^"]+)"', page)
    assert files
    assert set(files) <= {*OUR_FILES, *GRAPHIQL_FILES}
    assert re.findall(r'(?:src|href)="(?!/explorer/|/graphql/|data:,)', page) == []


def test_the_policy_lets_nothing_leave_the_origin(installed: Path, tmp_path: Path) -> None:
    for folder, styles in ((installed, "'self' 'unsafe-inline'"), (tmp_path / "none", "'self'")):
        policy = explorer(folder).get("/explorer").headers["content-security-policy"]
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        assert rules["default-src"] == "'none'"
        assert (rules["script-src"], rules["connect-src"]) == ("'self'", "'self'")
        assert rules["style-src"] == styles
        assert not re.search(r"https?:|\*|unsafe-eval", policy)


@pytest.mark.parametrize(
    "path", ["nothing.js", "simple.html", "__init__.py", "..%2F__init__.py", "%2Fetc%2Fpasswd", "react.js"]
)
def test_no_other_file_is_served(tmp_path: Path, path: str) -> None:
    assert explorer(tmp_path).get(f"/explorer/{path}").status_code == 404


def test_our_files_are_served_with_their_types(tmp_path: Path) -> None:
    for name in OUR_FILES:
        response = explorer(tmp_path).get(f"/explorer/{name}")
        assert response.content == (OURS / name).read_bytes()
        assert response.headers["content-type"].split(";")[0] in {
            "text/css",
            "text/javascript",
        }


def test_the_examples_are_the_questions_each_in_both_languages(tmp_path: Path) -> None:
    examples = explorer(tmp_path).get("/explorer/examples.json").json()
    assert [example["query"] for example in examples] == [question.query for question in questions()]
    for language in ("es", "en"):
        assert len({example[language] for example in examples}) == len(examples) >= 10


def test_a_package_whose_bytes_differ_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stand-in for npm packs other bytes than those that are pinned."""
    npm = tmp_path / "npm"
    npm.write_text(
        "#!/bin/sh\nmkdir -p package/umd && echo other > package/umd/react.production.min.js\n"
        'tar -czf "$4/react-18.3.1.tgz" package\n',
        encoding="utf-8",
    )
    npm.chmod(npm.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setattr(shutil, "which", lambda name: str(npm))
    with pytest.raises(install.NotInstalled, match="hash mismatch"):
        install.install(tmp_path / "explorer")
    assert not (tmp_path / "explorer").exists()


def test_without_npm_the_command_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(install.NotInstalled, match="npm"):
        install.install(tmp_path / "explorer")


def test_what_is_pinned_has_a_version_a_hash_and_no_address() -> None:
    text = install.PINNED.read_text(encoding="utf-8")
    assert "://" not in text
    pinned = json.loads(text)
    assert {each["as"] for each in pinned} == set(GRAPHIQL_FILES)
    assert all(len(each["sha256"]) == hashlib.sha256().digest_size * 2 for each in pinned)
