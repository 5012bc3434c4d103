"""`read` and `plan`: texts become outlines and proposals, and nothing else is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.api.command_line.conftest import SEEDS, organica

PAGE = SEEDS / "cl.chilecompra" / "sources" / "division-gestion-usuaria.txt"
FACTS = PAGE.with_suffix(".facts.yaml")


def test_read_prints_the_tree_with_lines_and_doubts() -> None:
    read = organica("read", PAGE)
    lines = read.out.splitlines()
    assert (read.code, read.err) == (0, "")
    assert lines[:3] == [
        "Resolución exenta 35B de 2024  [línea 175]",
        "División de Gestión Usuaria  [líneas 1–9]",
        "  Cristián Pérez Contreras  [línea 3]",
    ]
    assert "    m) Otras funciones que le sean encomendadas por la Dirección.  [línea 43]" in lines
    assert lines[lines.index("  Departamento de Formación y Capacitación Usuaria  [líneas 113–139]") + 1] == (
        "    ? Línea 117: la lista dice «Departamento de Formación y Capacitación de Usuaria»; queda el nombre "
        "del encabezado, «Departamento de Formación y Capacitación Usuaria».  [Duda: name_variant]"
    )
    assert lines[-1] == "Unidades: 6. Funciones: 61. Dudas: 1."


def test_read_prints_the_outline_as_json() -> None:
    outline = json.loads(organica("read", PAGE, "--json").out)
    assert [len(unit["functions"]) for unit in outline["units"]] == [0, 13, 14, 11, 11, 12]
    assert list(outline) == ["units", "heads", "legal_sources", "doubts"]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (
            None,
            2,
            "error[file_not_readable]: No se puede abrir texto.txt: No such file or directory. Remedio: Revise la ruta y los permisos del archivo.",
        ),
        (
            b"\xff\xfe",
            1,
            "error[text_not_utf8]: texto.txt no está en UTF-8 (línea 1, byte 0). Remedio: Guarde el documento como texto en UTF-8 y léalo de nuevo.",
        ),
        (
            b" \n",
            1,
            "error[text_empty]: texto.txt no tiene texto. Remedio: Entregue el texto publicado; una imagen escaneada necesita antes su texto.",
        ),
    ],
)
def test_a_text_that_cannot_be_read_gets_one_line(
    tmp_path: Path, content: bytes | None, code: int, line: str
) -> None:
    if content is not None:
        (tmp_path / "texto.txt").write_bytes(content)
    refused = organica("read", "texto.txt", cwd=tmp_path)
    assert (refused.code, refused.out, refused.err) == (code, "", line + "\n")


def test_an_error_of_a_json_command_is_json_too(tmp_path: Path) -> None:
    refused = organica("--lang", "en", "read", "nada.txt", "--json", cwd=tmp_path)
    assert refused.out == ""
    assert json.loads(refused.err) == {
        "error": {
            "code": "file_not_readable",
            "detail": "nada.txt cannot be opened: No such file or directory.",
            "facts": {"file": "nada.txt", "reason": "No such file or directory"},
            "remedy": "Check the path and the permissions of the file.",
        }
    }


def test_plan_writes_what_it_proposes_and_overwrites_nothing(tmp_path: Path) -> None:
    asked = ("plan", PAGE, "--facts", FACTS, "--out", "propuesta")
    planned = organica(*asked, cwd=tmp_path)
    files = sorted((tmp_path / "propuesta").iterdir())
    assert (planned.code, planned.err) == (0, "")
    assert [file.name for file in files] == [
        "2024-pagina-web-organigrama-division-de-gestion-usuaria.yaml",
        "2024-resolucion-exenta-35-b.yaml",
    ]
    files[1].write_text("mío", encoding="utf-8")
    refused = organica(*asked, cwd=tmp_path)
    assert (refused.code, refused.err) == (
        1,
        "error[file_exists]: propuesta/2024-resolucion-exenta-35-b.yaml ya existe; no se escribió nada. "
        "Remedio: Elija otra carpeta o agregue --force.\n",
    )
    assert files[1].read_text(encoding="utf-8") == "mío"
    assert organica(*asked, "--force", cwd=tmp_path).code == 0
    assert files[1].read_text(encoding="utf-8") != "mío"


def test_the_help_of_plan_says_what_it_does_not_do_yet() -> None:
    assert "comparación con la estructura vigente vendrá después" in " ".join(
        organica("plan", "--help").out.split()
    )
