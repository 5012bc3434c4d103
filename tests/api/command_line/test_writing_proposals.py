"""A proposal is written whole or not at all, and never over what is not ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.commands.writing_files import FileExists, FolderNotWritable, write_all
from tests.api.command_line.conftest import organica
from tests.api.command_line.test_plan import FOUNDING, done, written

SCHEMA = "resolution-1.schema.json"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_nothing_is_written_where_one_file_stands_already(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine")
    with pytest.raises(FileExists):
        write_all({tmp_path / "a": "1", tmp_path / "b": "2"}, force=False)
    assert (names(tmp_path), (tmp_path / "b").read_text()) == (["b"], "mine")
    write_all({tmp_path / "a": "1", tmp_path / "b": "2"}, force=False, renewed=[tmp_path / "b"])
    assert [(tmp_path / name).read_text() for name in names(tmp_path)] == ["1", "2"]


def test_a_file_that_cannot_be_written_leaves_no_other_behind(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(FolderNotWritable) as refusal:
        write_all({tmp_path / "a": "1", tmp_path / "b": "2"}, force=True)
    assert refusal.value.facts["file"] == (tmp_path / "b").as_posix()
    assert names(tmp_path) == ["b"]


def test_a_schema_file_that_is_not_ours_stays_unless_forced(tmp_path: Path) -> None:
    asked = written(tmp_path, "siete.txt", FOUNDING, "2020-03-01")
    nowhere = f"sqlite:///{tmp_path}/nada.sqlite"
    folder = tmp_path / "propuesta"
    folder.mkdir()
    (folder / SCHEMA).write_text("mine", encoding="utf-8")
    refused = organica(*asked, url=nowhere, cwd=tmp_path)
    assert refused.err.startswith(f"error[file_exists]: propuesta/{SCHEMA}")
    assert (names(folder), (folder / SCHEMA).read_text()) == ([SCHEMA], "mine")
    done(organica(*asked, "--force", url=nowhere, cwd=tmp_path))
    schema = json.loads((folder / SCHEMA).read_text(encoding="utf-8"))
    # One of another version of ours is renewed with every proposal.
    (folder / SCHEMA).write_text(json.dumps({"title": schema["title"]}), encoding="utf-8")
    (folder / "2020-decreto-supremo-7.yaml").unlink()
    done(organica(*asked, url=nowhere, cwd=tmp_path))
    assert json.loads((folder / SCHEMA).read_text(encoding="utf-8")) == schema
