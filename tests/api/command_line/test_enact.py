"""`enact` and `load`: what they show, what they refuse, and that a refusal leaves the register as it was."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.api.command_line.conftest import (
    FILES,
    PROGRAM,
    SEEDS,
    TIMEOUT_S,
    environment,
    held,
    organica,
)
from tests.api.command_line.files import CREATED, RENAMED, a_file, founding

SEED = "seeds/cl.chilecompra/resolutions/0001-resolucion-exenta-35b-2024.yaml"


def test_enacting_shows_the_difference_and_the_entry(migrated_url: str, tmp_path: Path) -> None:
    founding(tmp_path)
    enacted = organica("enact", "resolucion-1.yaml", "--yes", url=migrated_url, cwd=tmp_path)
    assert (enacted.code, enacted.err) == (0, "")
    assert enacted.out.splitlines() == [
        "Resolución exenta 1 de 2020  [resolucion-1.yaml]",
        "Desde el 1 de marzo de 2020:",
        "  + Se crea la organización «Servicio Ficticio» (cl.servicio-ficticio).",
        "  + Se crea «Departamento de Compras» (compras).",
        "  + Departamento de Compras recibe la función compras.1: «Comprar.»",
        "  + Departamento de Compras recibe la función compras.2: «Pagar.»",
        "  ~ El registro pasa a cubrir cl.servicio-ficticio: cobertura completa.",
        "Promulgado: asiento 1.",
    ]
    a_file(tmp_path, RENAMED, number="2", day="2021-01-01")
    again = organica("--lang", "en", "enact", "resolucion-2.yaml", "-y", url=migrated_url, cwd=tmp_path)
    assert again.out.splitlines() == [
        "Resolución exenta 2 de 2020  [resolucion-2.yaml]",
        "From 1 January 2021:",
        "  ~ “Departamento de Compras” is renamed “Departamento de Adquisiciones” (compras).",
        "Enacted: entry 2.",
    ]
    assert organica("verify", url=migrated_url).code == 0


def test_a_file_enacted_twice_says_so_and_changes_nothing(migrated_url: str, tmp_path: Path) -> None:
    path = founding(tmp_path)
    assert organica("enact", path, "--yes", url=migrated_url).code == 0
    before = held(migrated_url)
    # Nothing is to be confirmed, so neither a terminal nor --yes is needed.
    twice = organica("enact", "resolucion-1.yaml", url=migrated_url, cwd=tmp_path)
    assert (twice.code, twice.out, twice.err) == (
        0,
        "resolucion-1.yaml: ya estaba promulgado (asiento 1); nada cambia.\n",
        "",
    )
    assert held(migrated_url) == before


def test_the_outcome_as_json_names_codes_and_acts(empty: str, tmp_path: Path) -> None:
    path = founding(tmp_path)
    outcome = json.loads(organica("enact", path, "--yes", "--json", url=empty).out)["files"][0]
    assert (outcome["entry"], outcome["new"]) == (1, True)
    assert [(effect["day"], effect["certain"]) for effect in outcome["effects"]] == [("2020-03-01", True)]
    changes = outcome["effects"][0]["changes"]
    assert [change["code"] for change in changes] == [
        "cl.servicio-ficticio",
        "compras",
        "compras.1",
        "compras.2",
        "cl.servicio-ficticio",
    ]
    *legal, covered = changes
    assert {change["legal_basis"]["citation"] for change in legal} == {"Resolución exenta 1 de 2020"}
    assert (covered["kind"], covered["after"], covered["legal_basis"]) == (
        "coverage_changed",
        "complete",
        None,
    )


@pytest.mark.parametrize("arguments", [(), ("--json",)])
def test_without_a_terminal_nobody_can_confirm(
    empty: str, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    path = founding(tmp_path)
    refused = organica("enact", path, *arguments, url=empty)
    assert refused.code == 2
    assert "confirmation_needed" in refused.err
    if not arguments:
        assert refused.err == (
            "error[confirmation_needed]: No hay una terminal en que confirmar; nada se promulgó. "
            "Remedio: Agregue --yes, o ejecútelo en una terminal sin --json.\n"
        )
    assert organica("verify", url=empty).out.splitlines()[-1] == "Asientos: 0. Filas: 0. Todo coincide."


@pytest.mark.parametrize(
    ("answer", "language", "question", "code", "entries"),
    [
        ("s\n", "es", "¿Promulgar? [s/N] ", 0, 1),
        ("y\n", "en", "Enact? [y/N] ", 0, 1),
        ("\n", "es", "¿Promulgar? [s/N] ", 1, 0),
        ("no\n", "en", "Enact? [y/N] ", 1, 0),
    ],
)
def test_on_a_terminal_a_person_decides(
    empty: str, tmp_path: Path, answer: str, language: str, question: str, code: int, entries: int
) -> None:
    path = founding(tmp_path)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [PROGRAM, "--lang", language, "enact", path],
        env=environment(empty),
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    os.close(theirs)
    os.write(ours, answer.encode())
    _, err = process.communicate(timeout=TIMEOUT_S)
    os.close(ours)
    assert process.returncode == code
    assert err.startswith(question)
    assert ("error[declined]" in err) == (code == 1)
    counted = json.loads(organica("verify", "--json", url=empty).out)
    assert (counted["entries"], counted["faults"]) == (entries, [])


BROKEN = [
    (
        CREATED.replace("- create:", "- crete:"),
        "error[unknown_act]: mala/resolucion-9.yaml:6:5: «crete» no es un acto. Remedio: ¿Quiso decir «create»? ",
    ),
    (
        CREATED + "  - create: {unit: compras, parent: none, kind: Departamento, name: Otro}\n",
        "error[duplicate_code]: mala/resolucion-9.yaml:14:",
    ),
    (
        CREATED.replace("parent: none", "parent: [none"),
        "error[broken_yaml]: mala/resolucion-9.yaml:",
    ),
    (
        "acts:\n  - suppress: {unit: nadie}\n",
        "error[unit_not_in_force]: mala/resolucion-9.yaml:5:22: La unidad nadie no existe en el registro el 2020-03-01. "
        "Remedio: ",
    ),
    (
        "acts:\n  - rename: {unit: compras, name: Uno}\n  - remove: {function: {at: compras/z}}\n",
        "error[function_not_in_force]: mala/resolucion-9.yaml:6:29: La función compras/z no existe el 2020-03-01. "
        "Remedio: ",
    ),
    (
        "acts:\n  - suppress: {unit: compras}\n",
        "error[unit_has_functions]: mala/resolucion-9.yaml:5:22: La unidad compras se suprime y aún tiene funciones: ",
    ),
]


@pytest.mark.parametrize(("acts", "beginning"), BROKEN, ids=[line.split("]")[0][6:] for _, line in BROKEN])
def test_a_file_that_cannot_be_enacted_is_refused_in_one_line(
    empty: str, tmp_path: Path, acts: str, beginning: str
) -> None:
    assert organica("enact", founding(tmp_path), "--yes", url=empty).code == 0
    before = held(empty)
    a_file(tmp_path / "mala", acts, number="9")
    refused = organica("enact", "mala/resolucion-9.yaml", "--yes", url=empty, cwd=tmp_path)
    assert (refused.code, refused.err[: len(beginning)]) == (1, beginning)
    assert refused.err.count("\n") == 1
    assert " Remedio: " in refused.err
    assert held(empty) == before
    assert organica("verify", url=empty).code == 0


def test_a_back_dated_file_under_which_a_later_act_fails_is_refused(
    migrated_url: str, tmp_path: Path
) -> None:
    amended = "acts:\n  - amend: {function: {at: compras/b}, text: Pagar a tiempo.}\n"
    for path in (founding(tmp_path), a_file(tmp_path, amended, number="2", day="2022-01-01")):
        assert organica("enact", path, "--yes", url=migrated_url).code == 0
    before = held(migrated_url)
    removed = "acts:\n  - remove: {function: {at: compras/b}}\n"
    a_file(tmp_path, removed, number="3", day="2021-01-01")
    refused = organica("enact", "resolucion-3.yaml", "--yes", url=migrated_url, cwd=tmp_path)
    assert refused.code == 1
    assert refused.err.startswith(
        "error[later_act_no_longer_applies]: resolucion-3.yaml: Con este acto ya no podrían aplicarse: "
        "cl/servicio-ficticio/resolucion-exenta/2020/2#1. "
    )
    assert refused.err.count("\n") == 1
    assert held(migrated_url) == before


def test_a_known_source_with_other_content_is_refused_with_both_remedies(empty: str, tmp_path: Path) -> None:
    path = founding(tmp_path)
    assert organica("enact", path, "--yes", url=empty).code == 0
    before = held(empty)
    path.write_text(path.read_text(encoding="utf-8").replace("Comprar.", "Vender."), encoding="utf-8")
    refused = organica("enact", "resolucion-1.yaml", "--yes", url=empty, cwd=tmp_path)
    assert refused.code == 1
    assert refused.err.startswith("error[source_already_enacted]: resolucion-1.yaml: La fuente ")
    assert "(correction/1)" in refused.err
    assert "(supplement/1)" in refused.err
    assert held(empty) == before


def test_a_broken_file_among_several_stops_all_of_them(empty: str, tmp_path: Path) -> None:
    founding(tmp_path)
    a_file(tmp_path, "acts: nada\n", number="2")
    refused = organica("enact", "resolucion-1.yaml", "resolucion-2.yaml", "--yes", url=empty, cwd=tmp_path)
    assert (refused.code, refused.out) == (1, "")
    assert json.loads(organica("verify", "--json", url=empty).out)["entries"] == 0


def test_a_file_that_does_not_exist_is_wrong_usage(empty: str, tmp_path: Path) -> None:
    refused = organica("enact", "nada.yaml", url=empty, cwd=tmp_path)
    assert refused.code == 2
    assert refused.err.startswith("error[file_unreadable]: No se puede abrir nada.yaml: ")


def test_loading_enacts_what_is_new_and_repeating_it_nothing(migrated_url: str) -> None:
    first = organica("load", url=migrated_url)
    assert (first.code, first.out, first.err) == (0, f"Archivos nuevos: {FILES}. Ya conocidos: 0.\n", "")
    before = held(migrated_url)
    second = organica("--lang", "en", "load", SEEDS, url=migrated_url)
    assert (second.code, second.out) == (0, f"New files: 0. Known already: {FILES}.\n")
    assert json.loads(organica("load", "--json", url=migrated_url).out) == {"new": 0, "known": FILES}
    assert held(migrated_url) == before
    assert organica("verify", url=migrated_url).code == 0


def test_loading_stops_at_the_file_that_fails_and_keeps_those_before_it(empty: str, tmp_path: Path) -> None:
    folder = tmp_path / "semillas" / "cl.servicio-ficticio" / "resolutions"
    founding(folder)
    a_file(folder, "acts:\n  - rename: {unit: nadie, name: Nadie}\n", number="2", day="2021-01-01")
    a_file(folder, RENAMED, number="3", day="2022-01-01")
    refused = organica("load", "semillas", url=empty, cwd=tmp_path)
    assert refused.code == 1
    assert refused.err.startswith(
        "error[unit_not_in_force]: semillas/cl.servicio-ficticio/resolutions/resolucion-2.yaml:5:20: La unidad nadie "
    )
    counted = json.loads(organica("verify", "--json", url=empty).out)
    assert (counted["entries"], counted["faults"]) == (1, [])


def test_loading_from_a_folder_that_does_not_exist_is_wrong_usage(empty: str, tmp_path: Path) -> None:
    refused = organica("load", "nada", url=empty, cwd=tmp_path)
    assert (refused.code, refused.err) == (
        2,
        "error[folder_missing]: No existe la carpeta nada. "
        "Remedio: Indique una carpeta con <organización>/resolutions/*.yaml.\n",
    )


@pytest.mark.parametrize(
    "wrong", ["semillas/cl.servicio-ficticio", "semillas/cl.servicio-ficticio/resolutions"]
)
def test_loading_from_a_folder_without_resolutions_is_wrong_usage(
    empty: str, tmp_path: Path, wrong: str
) -> None:
    founding(tmp_path / "semillas" / "cl.servicio-ficticio" / "resolutions")
    refused = organica("load", wrong, url=empty, cwd=tmp_path)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(
        f"error[nothing_to_load]: En {wrong} no hay ningún archivo <organización>/resolutions/*.yaml. Remedio: "
    )


@pytest.mark.parametrize("content", ["", "\n\n", "# Nada aún.\n", "\ufeff"])
def test_an_empty_file_is_called_empty(empty: str, tmp_path: Path, content: str) -> None:
    (tmp_path / "vacia.yaml").write_text(content, encoding="utf-8")
    refused = organica("enact", "vacia.yaml", "--yes", url=empty, cwd=tmp_path)
    assert (refused.code, refused.err) == (
        1,
        "error[file_empty]: vacia.yaml: El archivo está vacío. "
        "Remedio: Escriba en él una resolución; docs/resolution-file.md explica cómo.\n",
    )


def test_loading_enacts_each_organization_in_the_order_of_names(empty: str, tmp_path: Path) -> None:
    folder = tmp_path / "semillas" / "cl.servicio-ficticio" / "resolutions"
    founding(folder)
    a_file(folder, RENAMED, number="2", day="2021-01-01")
    shutil.copytree(SEEDS / "cl.chilecompra", tmp_path / "semillas" / "cl.chilecompra")
    chile = len(list((SEEDS / "cl.chilecompra" / "resolutions").iterdir()))
    assert organica("load", "semillas", url=empty, cwd=tmp_path).out == (
        f"Archivos nuevos: {chile + 2}. Ya conocidos: 0.\n"
    )
    known = organica("enact", SEED, folder / "resolucion-2.yaml", url=empty)
    assert [line.split("(")[1].split(")")[0] for line in known.out.splitlines()] == [
        "asiento 1",
        f"asiento {chile + 2}",
    ]


def test_what_was_enacted_while_a_person_thought_must_be_seen_first(empty: str, tmp_path: Path) -> None:
    path = founding(tmp_path)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [PROGRAM, "enact", "resolucion-1.yaml"],
        env=environment(empty),
        cwd=tmp_path,
        stdin=theirs,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    assert process.stderr is not None
    question = "¿Promulgar? [s/N] ".encode()
    assert process.stderr.read(len(question)) == question
    assert organica("load", url=empty).code == 0
    os.write(ours, b"s\n")
    _, said = process.communicate(timeout=TIMEOUT_S)
    os.close(ours)
    assert (process.returncode, said.decode()) == (
        1,
        f"error[head_moved]: resolucion-1.yaml: El registro avanzó al asiento {FILES} desde la vista previa "
        "(asiento 0). "
        "Remedio: Revise de nuevo la vista previa y repita.\n",
    )
    assert organica("enact", path, "--yes", url=empty).out.endswith(f"Promulgado: asiento {FILES + 1}.\n")
