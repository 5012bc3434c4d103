"""The files of a folder are enacted so that each comes after what it needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.commands.load import files_below
from api.commands.loading_order import FilesNeedEachOther, OrderNamesNoFolder
from organica.files.errors import ExpectedList, MissingKey, UnknownKey

HEAD = """organica: resolution/1
organization: {code}
source: {{kind: ley, number: "{number}", year: 2020, issuer: congreso, in_force_from: 2020-01-01}}
"""
STATED = "acts:\n  - state: {{organization: {code}, name: {code}}}\n"


def written(folder: Path, code: str, name: str, number: str, more: str = "", acts: str = STATED) -> None:
    """Write one resolution file of an organization."""
    path = folder / code / "resolutions" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(code=code, number=number) + more + acts.format(code=code), encoding="utf-8")


def order(folder: Path) -> list[str]:
    return [f"{path.parts[-3]}/{path.stem}" for path, _ in files_below(folder)]


def test_organizations_come_by_name_and_their_files_by_theirs(tmp_path: Path) -> None:
    written(tmp_path, "cl.b", "0002", "2")
    written(tmp_path, "cl.b", "0001", "1")
    written(tmp_path, "cl.a", "0001", "1")
    assert order(tmp_path) == ["cl.a/0001", "cl.b/0001", "cl.b/0002"]


def test_what_the_order_of_the_folder_names_comes_first(tmp_path: Path) -> None:
    for code in ("cl.a", "cl.b", "cl.c"):
        written(tmp_path, code, "0001", "1")
    (tmp_path / "order.yaml").write_text("organizations: [cl.c]\n", encoding="utf-8")
    assert order(tmp_path) == ["cl.c/0001", "cl.a/0001", "cl.b/0001"]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("organizaciones: [cl.a]\n", UnknownKey),
        ("{}\n", MissingKey),
        ("organizations: cl.a\n", ExpectedList),
        ("organizations: [cl.z]\n", OrderNamesNoFolder),
    ],
)
def test_an_order_that_says_something_else_is_refused(
    tmp_path: Path, text: str, refusal: type[Exception]
) -> None:
    written(tmp_path, "cl.a", "0001", "1")
    (tmp_path / "order.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(refusal):
        files_below(tmp_path)


def test_an_heir_begins_before_whom_it_succeeds(tmp_path: Path) -> None:
    written(tmp_path, "cl.a", "0001", "1")
    written(tmp_path, "cl.a", "0002", "2", acts="acts:\n  - succeed: {{heir: cl.z}}\n")
    written(tmp_path, "cl.z", "0001", "1")
    assert order(tmp_path) == ["cl.a/0001", "cl.z/0001", "cl.a/0002"]


def test_a_source_comes_before_those_that_name_it(tmp_path: Path) -> None:
    written(tmp_path, "cl.a", "0001", "5", more="after: [cl/congreso/ley/2020/9]\n")
    written(tmp_path, "cl.z", "0001", "9")
    assert order(tmp_path) == ["cl.z/0001", "cl.a/0001"]


def test_a_source_of_the_own_organization_is_meant_where_there_is_one(tmp_path: Path) -> None:
    written(tmp_path, "cl.a", "0001", "9")
    written(tmp_path, "cl.a", "0002", "5", more="after: [cl/congreso/ley/2020/9]\n")
    written(tmp_path, "cl.z", "0001", "9")
    assert order(tmp_path) == ["cl.a/0001", "cl.a/0002", "cl.z/0001"]


def test_files_that_wait_for_one_another_are_all_named(tmp_path: Path) -> None:
    written(tmp_path, "cl.a", "0001", "1", more="after: [cl/congreso/ley/2020/2]\n")
    written(tmp_path, "cl.b", "0001", "2", more="after: [cl/congreso/ley/2020/1]\n")
    with pytest.raises(FilesNeedEachOther) as refusal:
        files_below(tmp_path)
    assert refusal.value.facts["files"] == (
        (tmp_path / "cl.a/resolutions/0001.yaml").as_posix(),
        (tmp_path / "cl.b/resolutions/0001.yaml").as_posix(),
    )
