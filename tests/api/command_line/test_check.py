"""`check`: files are read and held against the register, nothing changes, and a mistake is told with its place."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from api.command_line import main
from tests.api.command_line.conftest import SEEDS, held, organica
from tests.api.command_line.files import CREATED, HEADER, RENAMED, a_file, founding

PREFIX = "error[{code}]: mala.yaml:{line}:{column}: "
# What stands after the header, which has three lines; the sentence and how the remedy begins, in Spanish.
MISTAKES: list[tuple[str, str, tuple[int, int], str, str]] = [
    # How it is written.
    ("acts:\n  - renme: {unit: compras, name: Uno}", "unknown_act", (5, 5), "«renme» no es un acto.", "¿Quiso decir «rename»? Actos posibles: state, "),
    ("acts:\n  - suprimir: {unit: compras}", "unknown_act", (5, 5), "«suprimir» no es un acto.", "¿Quiso decir «suppress»? Actos posibles: state, "),
    ("acts:\n  - rename: {unit: compras, nmae: Uno}", "unknown_key", (5, 29), "La clave «nmae» no existe aquí.", "¿Quiso decir «name»? Claves posibles: "),
    ("acts:\n  - rename: {unit: compras, name: Uno, name: Dos}", "duplicate_key", (5, 40), "La clave «name» ya está en la línea 5.", "Deje una sola."),
    ("acts:\n\t- suppress: {unit: compras}", "tab_indentation", (5, 1), "La línea 5 no es YAML bien escrito: hay un tabulador donde van espacios.", "Cambie los tabuladores de la sangría por espacios."),
    ("acts:\n  - suppress:\n      unit: compras\n     in_force_from: 2021", "broken_yaml", (7, 6), "La línea 7 no es YAML bien escrito (did not find expected key).", "Revise sangrías (espacios, no tabuladores)"),
    ("acts:\n  - amend: {function: compras/a, text: Comprar: bienes y servicios.}", "unquoted_text", (5, 47), "La línea 5 no es YAML bien escrito: un texto lleva «: » sin comillas.", "Ponga el texto entre comillas"),
    ("acts:\n  - amend:\n      function: compras/a\n      text: Comprar: bienes y servicios.", "unquoted_text", (7, 20), "La línea 7 no es YAML bien escrito: un texto lleva «: » sin comillas.", "Ponga el texto entre comillas"),
    ('acts:\n  - rename: {unit: compras, name: "Uno}', "quote_not_closed", (5, 35), "La línea 5 no es YAML bien escrito: unas comillas que se abren no se cierran.", "Cierre las comillas"),
    ("acts:\n  - suppress: {unit: compras, in_force_from: 2024-02-30}", "bad_legal_date", (5, 46), "«2024-02-30» no es un año (2024), un mes (2024-03), un día (2024-03-15) ni", ""),
    ("acts:\n  - suppress: {unit: Compras}", "bad_code", (5, 22), "«Compras» no es un código válido: de una unidad.", "Use minúsculas sin tilde, cifras y guiones"),
    ("acts:\n  - move: {unit: compras}", "missing_key", (5, 5), "Falta la clave «parent».", "Agregue «parent» en ese lugar."),
    ("acts:\n  - rename: {unit: compras, name: }", "empty_value", (5, 29), "La clave no tiene valor.", "Escriba el valor o quite la clave"),
    ("acts:\n  - classify: {unit: compras, class: soporte}", "unknown_choice", (5, 38), "«soporte» no es uno de los valores posibles.", "¿Quiso decir «support»? Valores posibles: "),
    ("acts:\n  suppress: {unit: compras}", "expected_list", (5, 3), "Aquí va una lista.", "Escriba cada elemento con «- »"),
    ("acts:\n  - suppress: {unit: compras, undecided: true}", "undecided_act", (5, 31), "El acto «suppress» espera una decisión.", "Si el texto lo ordena, borre la línea «undecided»"),
    # What the register has on that day.
    ("acts:\n  - suppress: {unit: compra}", "unit_not_in_force", (5, 22), "La unidad compra no existe en el registro el 2020-03-01.", "Revise el código y la fecha"),
    ("acts:\n  - rename:\n      unit: compras\n      name: Uno\n  - amend:\n      function: compras/z\n      text: Vender.", "function_not_in_force", (9, 17), "La función compras/z no existe el 2020-03-01.", "Nombre la función como unidad/letra"),
    ("acts:\n  - relabel: {function: compras/c, label: z}", "function_ambiguous", (5, 25), "compras/c corresponde a varias funciones: compras.3, compras.4.", "Indique el código de la función (code)."),
    ("acts:\n  - relabel: {function: compras/a, label: b}", "label_twice", (5, 43), "La letra b se repite en compras el 2020-03-01", "Corrija la letra"),
    ("acts:\n  - move: {unit: compras, parent: nadie}", "parent_not_in_force", (5, 35), "La unidad superior nadie de compras no existe el 2020-03-01.", "Cree o declare la unidad superior"),
    ("acts:\n  - create: {unit: compras, parent: none, kind: Sección, name: Uno}", "unit_exists", (5, 20), "La unidad compras ya existe el 2020-03-01.", "Use otro código"),
    ("acts:\n  - transfer: {function: compras/a, to: nadie}", "unit_not_in_force", (5, 41), "La unidad nadie no existe en el registro el 2020-03-01.", "Revise el código y la fecha"),
    ("acts:\n  - abolish_post: {post: compras/Jefatura}", "post_not_in_force", (5, 26), "El cargo compras/Jefatura no existe el 2020-03-01.", ""),
    ("acts:\n  - revoke: {target: cl/servicio-ficticio/decreto/1999/7}", "unknown_target", (5, 22), "", ""),
    ("acts:\n  - suppress: {unit: compras}", "unit_has_functions", (5, 22), "La unidad compras se suprime y aún tiene funciones: ", ""),
]  # fmt: skip
TWO_C = (
    CREATED + "        - {label: c, text: Guardar.}\n        - {label: c, text: Archivar., misprint: true}\n"
)


@pytest.fixture(scope="module")
def standing(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a register that knows the fictional body; no test here changes it."""
    folder = tmp_path_factory.mktemp("standing")
    shutil.copyfile(migrated_file, folder / "organica.sqlite")
    url = f"sqlite:///{folder}/organica.sqlite"
    assert organica("enact", a_file(folder, TWO_C, covers=True), "--yes", url=url).code == 0
    return url


@pytest.mark.parametrize(
    ("acts", "code", "place", "sentence", "remedy"),
    MISTAKES,
    ids=[f"{n}-{row[1]}" for n, row in enumerate(MISTAKES)],
)
def test_a_mistake_is_told_with_line_column_and_remedy(
    standing: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    acts: str,
    code: str,
    place: tuple[int, int],
    sentence: str,
    remedy: str,
) -> None:
    before = held(standing)
    text = HEADER.format(number="9", day="2020-03-01") + acts + "\n"
    (tmp_path / "mala.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ORGANICA_DATABASE_URL", standing)
    # In this process: the program itself takes a second to start, and every row would wait for it twice.
    assert main(["check", "mala.yaml"]) == 1
    checked = capsys.readouterr()
    assert (checked.out, checked.err.count("\n")) == ("", 1)
    told, _, cure = checked.err.partition(" Remedio: ")
    prefix = PREFIX.format(code=code, line=place[0], column=place[1])
    assert told[: len(prefix + sentence)] == prefix + sentence
    assert cure[: len(remedy)] == remedy
    # Enacting says the very same, and neither changes anything.
    assert main(["enact", "mala.yaml", "--yes"]) == 1
    assert capsys.readouterr().err == checked.err
    assert held(standing) == before


def test_files_without_errors_are_told_with_what_they_change(migrated_url: str, tmp_path: Path) -> None:
    founding(tmp_path)
    a_file(tmp_path, RENAMED, number="2", day="2021-01-01")
    before = held(migrated_url)
    checked = organica("check", "resolucion-1.yaml", "resolucion-2.yaml", url=migrated_url, cwd=tmp_path)
    assert (checked.code, checked.err) == (0, "")
    # The second stands on the first, which nobody has enacted.
    assert checked.out.splitlines() == [
        "resolucion-1.yaml: sin errores. Cambios: 5, en 1 día.",
        "resolucion-2.yaml: sin errores. Cambios: 1, en 1 día.",
    ]
    assert held(migrated_url) == before
    alone = organica("--lang", "en", "check", "resolucion-2.yaml", url=migrated_url, cwd=tmp_path)
    assert alone.code == 1
    assert alone.err.startswith(
        "error[unit_not_in_force]: resolucion-2.yaml:5:20: Unit compras does not exist"
    )


def test_what_the_register_holds_is_said_so(seeded: str, tmp_path: Path) -> None:
    seed = SEEDS / "cl.chilecompra" / "resolutions" / "0001-resolucion-exenta-35b-2024.yaml"
    (tmp_path / "a.yaml").write_bytes(seed.read_bytes())
    checked = organica("check", "a.yaml", url=seeded, cwd=tmp_path)
    assert (checked.code, checked.out) == (0, "a.yaml: ya está en el registro (asiento 1).\n")
    as_json = organica("check", "a.yaml", "--json", url=seeded, cwd=tmp_path)
    held_already = {"file": "a.yaml", "entry": 1, "changes": 0, "days": [], "notices": []}
    assert json.loads(as_json.out) == {"files": [held_already]}


def test_a_typing_error_is_found_without_a_register(tmp_path: Path) -> None:
    founding(tmp_path)
    a_file(tmp_path, "acts: nada\n", number="2")
    nowhere = f"sqlite:///{tmp_path}/nada.sqlite"
    refused = organica("check", "resolucion-1.yaml", "resolucion-2.yaml", url=nowhere, cwd=tmp_path)
    assert (refused.code, refused.err[:47]) == (1, "error[expected_list]: resolucion-2.yaml:4:7: Aq")
    missing = organica("check", "resolucion-1.yaml", url=nowhere, cwd=tmp_path)
    assert (missing.code, missing.err[:29]) == (3, "error[database_not_migrated]:")
    assert not (tmp_path / "nada.sqlite").exists()


def test_an_error_in_json_has_its_place_as_facts(empty: str, tmp_path: Path) -> None:
    a_file(tmp_path, "acts:\n  - suppress: {unit: nadie}\n", number="9")
    refused = organica("check", "resolucion-9.yaml", "--json", url=empty, cwd=tmp_path)
    error = json.loads(refused.err)["error"]
    assert (error["code"], error["facts"]["line"], error["facts"]["column"]) == ("unit_not_in_force", 5, 22)


def test_a_mistake_in_the_head_is_told_with_its_place_too(empty: str, tmp_path: Path) -> None:
    path = founding(tmp_path)
    text = path.read_text(encoding="utf-8").replace("[cl.servicio-ficticio]}", "[compras, comprar]}")
    path.write_text(text, encoding="utf-8")
    refused = organica("check", "resolucion-1.yaml", url=empty, cwd=tmp_path)
    assert refused.code == 1
    assert ": resolucion-1.yaml:4:38: " in refused.err
