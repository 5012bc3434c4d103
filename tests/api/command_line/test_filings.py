"""`enact` and `load` of the files that are no law: what each of the four shows, asks and says afterwards."""

from __future__ import annotations

import json
from pathlib import Path

from tests.api.command_line.conftest import organica
from tests.api.command_line.files import CREATED, a_file, founding

SOURCE = "cl/servicio-ficticio/resolucion-exenta/2020/1"
HEAD = "organica: {kind}/1\norganization: cl.servicio-ficticio\n"
SUPPLEMENT = (
    HEAD.format(kind="supplement")
    + f"source: {SOURCE}\nacts:\n  - assign: {{unit: compras, function: {{label: c, text: Informar.}}}}\n"
)
CORRECTION = (
    HEAD.format(kind="correction")
    + f"""source: {SOURCE}
reason: La letra se transcribió mal.
facts: {{signed_on: 2020-02-20, subject: Estructura}}
acts:
  - {{ref: "3", to: {{assign: {{unit: compras, function: {{label: c, text: Informar bien.}}}}}}}}
"""
)
POST = """  - create_post: {unit: compras, post: {name: Jefatura, heads: true, holder: Ana Inventada}}
"""
WITHHOLDING = HEAD.format(kind="withholding") + "reason: Lo pidió la persona.\nappointments: [compras.p1.1]\n"
MAPPING = HEAD.format(kind="mapping") + 'external_ids:\n  - {unit: compras, system: siaper, value: "010"}\n'


def written(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def shown(url: str, folder: Path, name: str, text: str, language: str = "es") -> list[str]:
    """Enact a file without being asked; return the lines that people read."""
    path = written(folder, name, text)
    enacted = organica("--lang", language, "enact", path, "--yes", url=url, cwd=folder)
    assert (enacted.code, enacted.err) == (0, "")
    return enacted.out.splitlines()


def test_each_kind_of_file_shows_what_it_does(migrated_url: str, tmp_path: Path) -> None:
    a_file(tmp_path, CREATED + POST, covers=True)
    assert organica("enact", "resolucion-1.yaml", "--yes", url=migrated_url, cwd=tmp_path).code == 0
    assert shown(migrated_url, tmp_path, "b.yaml", SUPPLEMENT) == [
        "Complemento de Resolución exenta 1 de 2020  [b.yaml]",
        "Desde el 1 de marzo de 2020:",
        "  + Departamento de Compras recibe la función compras.3: «Informar.»",
        "Asentado: asiento 2.",
    ]
    assert shown(migrated_url, tmp_path, "c.yaml", CORRECTION.replace('"3"', '"4"')) == [
        "Corrección de lo registrado de Resolución exenta 1 de 2020  [c.yaml]",
        "  Motivo: La letra se transcribió mal.",
        "  ~ El acto 4 se lee de otro modo.",
        "  ~ Firmada: el 20 de febrero de 2020",
        "  ~ Materia: Estructura",
        "Desde el 1 de marzo de 2020:",
        "  ~ Cambia el texto de la función compras.3 de Departamento de Compras: de «Informar.» a «Informar bien.»",
        "Asentado: asiento 3.",
    ]
    assert shown(migrated_url, tmp_path, "w.yaml", WITHHOLDING) == [
        "Reserva de nombres de cl.servicio-ficticio  [w.yaml]",
        "  Motivo: Lo pidió la persona.",
        "  − Se borra el nombre de quien tiene el nombramiento compras.p1.1. No se puede deshacer.",
        "Asentado: asiento 4.",
    ]
    assert shown(migrated_url, tmp_path, "m.yaml", MAPPING, "en") == [
        "What other systems call cl.servicio-ficticio  [m.yaml]",
        "  + compras = siaper: 010",
        "Entered: entry 5.",
    ]
    again = organica("enact", "m.yaml", url=migrated_url, cwd=tmp_path)
    assert again.out == "m.yaml: ya estaba asentado (asiento 5); nada cambia.\n"
    assert organica("verify", url=migrated_url).code == 0


def test_a_file_that_is_no_law_asks_whether_to_enter_it(empty: str, tmp_path: Path) -> None:
    founding(tmp_path)
    assert organica("enact", "resolucion-1.yaml", "--yes", url=empty, cwd=tmp_path).code == 0
    written(tmp_path, "m.yaml", MAPPING)
    asked = organica("enact", "m.yaml", url=empty, cwd=tmp_path)
    assert asked.code == 2
    assert "confirmation_needed" in asked.err
    outcome = json.loads(organica("enact", "m.yaml", "--yes", "--json", url=empty, cwd=tmp_path).out)
    assert outcome == {"files": [{"file": "m.yaml", "entry": 2, "new": True, "effects": [], "notices": []}]}


def test_a_refused_correction_names_the_line_of_its_act(empty: str, tmp_path: Path) -> None:
    founding(tmp_path)
    assert organica("enact", "resolucion-1.yaml", "--yes", url=empty, cwd=tmp_path).code == 0
    path = written(tmp_path, "c.yaml", CORRECTION)
    refused = organica("enact", path, "--yes", "--json", url=empty, cwd=tmp_path)
    problem = json.loads(refused.err)["error"]
    assert (refused.code, problem["code"]) == (1, "unknown_target")
    assert (problem["facts"]["file"], problem["facts"]["line"]) == ("c.yaml", 7)


def test_a_refused_supplement_names_no_line_of_another_act(empty: str, tmp_path: Path) -> None:
    founding(tmp_path)
    assert organica("enact", "resolucion-1.yaml", "--yes", url=empty, cwd=tmp_path).code == 0
    path = written(tmp_path, "s.yaml", SUPPLEMENT.replace("label: c", "label: a"))
    refused = organica("enact", path, "--yes", "--json", url=empty, cwd=tmp_path)
    problem = json.loads(refused.err)["error"]
    assert (refused.code, problem["code"]) == (1, "label_twice")
    assert "line" not in problem["facts"]


def test_loading_a_folder_takes_every_kind_in_the_order_of_names(empty: str, tmp_path: Path) -> None:
    folder = tmp_path / "cl.servicio-ficticio" / "resolutions"
    founding(folder).rename(folder / "0001-resolucion.yaml")
    written(folder, "0002-complemento.yaml", SUPPLEMENT)
    written(folder, "0003-correccion.yaml", CORRECTION)
    written(folder, "0004-correspondencias.yaml", MAPPING)
    first = organica("--lang", "en", "load", tmp_path, url=empty)
    assert (first.code, first.out) == (0, "New files: 4. Known already: 0.\n")
    again = organica("--lang", "en", "load", tmp_path, url=empty)
    assert (again.code, again.out) == (0, "New files: 0. Known already: 4.\n")


def test_a_correction_with_a_name_before_its_sources_stops_the_load(empty: str, tmp_path: Path) -> None:
    folder = tmp_path / "cl.servicio-ficticio" / "resolutions"
    founding(folder).rename(folder / "0002-resolucion.yaml")
    written(folder, "0001-correccion.yaml", CORRECTION)
    refused = organica("load", tmp_path, url=empty)
    assert refused.code == 1
    assert "files_need_each_other" in refused.err
    assert "0001-correccion.yaml" in refused.err
    assert json.loads(organica("verify", "--json", url=empty).out)["entries"] == 0
