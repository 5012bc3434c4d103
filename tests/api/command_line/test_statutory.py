"""`organica statutory`: the tables that there are, the file of one, and what it lacks."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.api.command_line.conftest import CHECKOUT, PROGRAM, environment, organica
from tests.support.statutory import REPLACING, own_templates

BODY = "cl.chilecompra"
GOLDEN = CHECKOUT / "tests" / "api" / "statutory" / "cl.chilecompra-facultades-2025-01.csv"
ASKED = ("statutory", BODY, "facultades", "--month", "2025-01")
LACKS = "Datos que le faltan a la planilla: 25. Agregue --missing para verlos.\n"


def test_without_a_table_it_shows_those_that_there_are(seeded: str) -> None:
    shown = organica("statutory", BODY, url=seeded)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.splitlines() == [
        "Estructura orgánica  [estructura; encabezados sin confirmar]",
        "  Ley 20.285, artículo 7",
        "Facultades, funciones y atribuciones  [facultades]",
        "  Ley 20.285, artículo 7",
        "Facultades, funciones y atribuciones (planilla anterior)  [facultades-anterior; la reemplaza facultades]",
        "  Ley 20.285, artículo 7",
        "Marco normativo  [marco-normativo]",
        "  Ley 20.285, artículo 7",
    ]
    none = organica("--lang", "en", "statutory", "pe.mtpe", url=seeded)
    assert (none.code, none.out) == (0, "No table: there is none for the country of pe.mtpe.\n")


def test_the_file_goes_to_the_output_byte_by_byte_and_the_rest_to_the_other(seeded: str) -> None:
    done = subprocess.run(
        [PROGRAM, *ASKED], env=environment(seeded), cwd=CHECKOUT, capture_output=True, check=True
    )
    assert done.stdout == GOLDEN.read_bytes()
    assert done.stderr.decode() == LACKS


def test_the_file_is_written_where_it_is_wanted_and_over_nothing(seeded: str, tmp_path: Path) -> None:
    file = tmp_path / "facultades.csv"
    done = organica(*ASKED, "--output", file, "--charset", "latin1", url=seeded)
    assert (done.code, done.out, done.err) == (0, "", LACKS)
    assert file.read_bytes() == GOLDEN.read_bytes().decode("utf-8-sig").encode("latin-1")
    again = organica(*ASKED, "--output", file, url=seeded)
    assert again.code == 1
    assert again.err.startswith("error[file_exists]")
    forced = organica(*ASKED, "--output", file, "--force", url=seeded)
    assert (forced.code, file.read_bytes()) == (0, GOLDEN.read_bytes())


def test_the_work_list_is_told_unit_by_unit(seeded: str) -> None:
    shown = organica(*ASKED, "--missing", url=seeded)
    assert (shown.code, shown.err) == (0, "")
    act = "Resolución exenta 35B de 2024"
    assert shown.out.splitlines()[:7] == [
        "Toda la planilla",
        "  ChileCompra: la planilla está incompleta; el registro solo cubre una parte (División de Gestión Usuaria).",
        "División de Gestión Usuaria  [gestion-usuaria]",
        f"  {act}: falta el artículo.  [Artículos de la ley, reglamento, u otro acto administrativo, que las otorgó]",
        f"  {act}: no consta la fecha de publicación, si se publicó.  [Fecha de publicación, si corresponde]",
        f"  {act}: falta el enlace al texto íntegro.  [Enlace a la publicación o archivo del texto íntegro y actualizado]",
        f"  {act}: no consta la fecha en que se dictó.  [Fecha promulgación]",
    ]
    english = organica("--lang", "en", *ASKED, "--missing", url=seeded).out.splitlines()
    assert english[3].startswith(f"  {act}: the article is missing.")


def test_json_is_the_answer_of_rest(seeded: str) -> None:
    answer = json.loads(organica(*ASKED, "--json", url=seeded).out)
    assert (answer["month"], len(answer["rows"]), len(answer["missing"])) == ("2025-01", 6, 25)
    listed = json.loads(organica("statutory", BODY, "--json", url=seeded).out)
    assert [each["code"] for each in listed["templates"]][1] == "facultades"


def test_the_units_of_a_paraguayan_body_that_only_a_report_names_have_no_act_to_cite(seeded: str) -> None:
    answer = json.loads(
        organica("statutory", "py.snpp", "estructura", "--month", "2023-06", "--json", url=seeded).out
    )
    assert answer["headers"][0] == "Órgano o dependencia"
    assert answer["rows"][0]["cells"][0] == "Gerencia Técnica"
    assert {row["cells"][3] for row in answer["rows"]} == {None}
    assert "attested_unit" in {each["reason"] for each in answer["missing"]}


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("facultades", "--month", "2025-13"), 2, "bad_month"),
        (("facultades", "--month", "2025-01", "--as-of", "2025-01-31"), 2, "month_or_day"),
        (("facultades", "--month", "2003-06"), 1, "statutory_day_not_covered"),
        (("otra",), 1, "unknown_template"),
    ],
)
def test_what_cannot_be_answered_is_refused(
    seeded: str, arguments: tuple[str, ...], code: int, error: str
) -> None:
    refused = organica("statutory", BODY, *arguments, url=seeded)
    assert (refused.code, refused.out) == (code, "")
    assert refused.err.startswith(f"error[{error}]")


def test_a_file_that_ends_in_xlsx_is_a_workbook(seeded: str, tmp_path: Path) -> None:
    file, list_ = tmp_path / "facultades.xlsx", tmp_path / "faltan.XLSX"
    done = organica(*ASKED, "--output", file, url=seeded)
    assert (done.code, done.out, done.err) == (0, "", LACKS)
    [page] = load_workbook(file).worksheets
    assert (page.title, page.max_row, page["A2"].value) == ("facultades", 7, "División de Gestión Usuaria")
    first = file.read_bytes()
    assert organica(*ASKED, "--output", file, "--force", url=seeded).code == 0
    assert file.read_bytes() == first
    assert organica(*ASKED, "--missing", "--output", list_, url=seeded).code == 0
    [page] = load_workbook(list_).worksheets
    assert (page.title, page.max_row) == ("missing-fields", 26)


def test_the_work_list_can_be_a_file(seeded: str, tmp_path: Path) -> None:
    file = tmp_path / "faltan.csv"
    done = organica(*ASKED, "--missing", "--output", file, url=seeded)
    assert (done.code, done.out, done.err) == (0, "", "")
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
    assert (len(rows), rows[1]["says_es"]) == (25, "Resolución exenta 35B de 2024: falta el artículo.")


def test_the_templates_of_the_operator_are_shown_and_filled_in(seeded: str, tmp_path: Path) -> None:
    folder = str(own_templates(tmp_path))
    shown = organica("statutory", BODY, url=seeded, ORGANICA_TEMPLATES=folder)
    assert "Facultades según la instrucción nueva  [facultades; encabezados sin confirmar]" in shown.out
    asked = ("statutory", BODY, "propia", "--month", "2025-01", "--json")
    answer = json.loads(organica(*asked, url=seeded, ORGANICA_TEMPLATES=folder).out)
    assert answer["headers"] == ["Unidad", "Última modificación"]
    assert answer["rows"][0]["cells"] == ["División de Gestión Usuaria", "Nunca"]


def test_a_template_that_is_wrong_stops_the_start_with_file_line_and_remedy(
    seeded: str, tmp_path: Path
) -> None:
    wrong = own_templates(tmp_path) / "c.yaml"
    wrong.write_text(
        REPLACING.replace("template: facultades", "template: otra").replace("unit_name", "unidad"),
        encoding="utf-8",
    )
    for command in (("serve", "--port", "0"), ("statutory", BODY)):
        refused = organica(*command, url=seeded, ORGANICA_TEMPLATES=str(tmp_path))
        assert (refused.code, refused.out) == (2, "")
        assert refused.err.startswith(f"error[unknown_choice]: {wrong.as_posix()}:10:29:")
        assert "unit_name" in refused.err
    gone = organica("statutory", BODY, url=seeded, ORGANICA_TEMPLATES=str(tmp_path / "ninguna"))
    assert (gone.code, gone.err.partition(":")[0]) == (2, "error[template_folder_missing]")
