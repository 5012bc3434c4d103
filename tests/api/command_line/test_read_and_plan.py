"""`read` and `plan`: texts become outlines and proposals, and nothing else is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from schema.print import OUTLINE
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
    assert lines[-1] == "Unidades: 6. Funciones: 61. Fuentes: 1. Dudas: 1 (name_variant 1)."


def test_read_prints_the_outline_as_json() -> None:
    outline = json.loads(organica("read", PAGE, "--json").out)
    assert [len(unit["functions"]) for unit in outline["units"]] == [0, 13, 14, 11, 11, 12]
    Draft202012Validator(json.loads(OUTLINE.read_text(encoding="utf-8"))).validate(outline)


def test_read_prints_only_the_doubts() -> None:
    read = organica("--lang", "en", "read", PAGE, "--doubts")
    assert (read.code, read.err) == (0, "")
    assert read.out.splitlines() == [
        "? Line 117: the list says “Departamento de Formación y Capacitación de Usuaria”; the name of the heading "
        "stands, “Departamento de Formación y Capacitación Usuaria”.  [Doubt: name_variant]",
        "Units: 6. Functions: 61. Sources: 1. Doubts: 1 (name_variant 1).",
    ]


def test_read_prints_the_text_with_the_numbers_that_places_point_at() -> None:
    read = organica("read", PAGE, "--text")
    printed = PAGE.read_text(encoding="utf-8").splitlines()
    lines = read.out.splitlines()
    assert (read.code, read.err) == (0, "")
    assert lines[116].startswith("117  ")
    assert [line[5:] for line in lines] == [line.strip() for line in printed]


@pytest.mark.parametrize("options", [("--text", "--json"), ("--doubts", "--json"), ("--text", "--doubts")])
def test_read_answers_in_one_way_at_a_time(options: tuple[str, ...]) -> None:
    refused = organica("read", PAGE, *options)
    assert (refused.code, refused.out) == (2, "")
    assert "--text, --doubts y --json no van juntas." in refused.err


def test_read_takes_a_machine_readable_register(tmp_path: Path) -> None:
    entries = [
        {
            "id": "intendencia",
            "nombre": "Intendencia",
            "tipo": "intendencia",
            "padre": None,
            "mision": "Gobernar.",
        },
        {
            "id": "obras",
            "nombre": "Obras",
            "tipo": "direccion",
            "padre": "nadie",
            "mision": "",
            "funciones": ["Iluminar."],
        },
    ]
    file = tmp_path / "organigrama.json"
    file.write_text(json.dumps(entries), encoding="utf-8")
    assert organica("read", file).out.splitlines() == [
        "Intendencia  [intendencia; línea 1]",
        "  ? Línea 1: ningún vocabulario conoce «Intendencia»; el término más parecido: —.  [Duda: term_unknown]",
        "  Gobernar.  [línea 1]",
        "Dirección: Obras  [obras; línea 1]",
        "  ? Línea 1: «Obras» depende de la unidad nadie, que no está en el archivo.  [Duda: parent_outside]",
        "  – Iluminar.  [línea 1]",
        "Unidades: 2. Funciones: 1. Fuentes: 0. Dudas: 2 (parent_outside 1, term_unknown 1).",
    ]
    file.write_text("{}", encoding="utf-8")
    refused = organica("read", file)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "error[register_unknown]: organigrama.json es JSON, pero de ningún registro conocido. Remedio: Se leen: "
        "SIORG (Brasil), organigrama municipal (Argentina). Entregue el archivo tal como el registro lo publica.\n"
    )


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (
            None,
            2,
            "error[file_not_readable]: No se puede abrir texto.txt: No such file or directory. Remedio: Revise la ruta y los permisos del archivo.",
        ),
        (
            b"\x89PNG\r\n\x1a\n",
            1,
            "error[format_not_read]: texto.txt está en un formato que no se lee como documento: image. Remedio: Guarde el documento como texto, Markdown, HTML, DOCX o PDF con texto.",
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
    nowhere = f"sqlite:///{tmp_path}/nada.sqlite"
    planned = organica(*asked, url=nowhere, cwd=tmp_path)
    files = sorted((tmp_path / "propuesta").glob("*.yaml"))
    assert (planned.code, planned.err) == (0, "")
    assert [file.name for file in files] == [
        "2024-pagina-web-organigrama-division-de-gestion-usuaria.yaml",
        "2024-resolucion-exenta-35-b.yaml",
    ]
    files[1].write_text("mío", encoding="utf-8")
    refused = organica(*asked, url=nowhere, cwd=tmp_path)
    assert (refused.code, refused.err) == (
        1,
        "error[file_exists]: propuesta/2024-resolucion-exenta-35-b.yaml ya existe; no se escribió nada. "
        "Remedio: Elija otra carpeta o agregue --force.\n",
    )
    assert files[1].read_text(encoding="utf-8") == "mío"
    assert organica(*asked, "--force", url=nowhere, cwd=tmp_path).code == 0
    assert files[1].read_text(encoding="utf-8") != "mío"
