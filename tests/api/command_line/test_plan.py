"""From a text to the register in minutes: read, correct, plan, check, enact, and the same again for an amendment."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from organica.files import read_file
from tests.api.command_line.conftest import Ran, held, organica
from tests.makers import resolution_of
from tests.support.editor_yaml import as_an_editor_reads

FOUNDING = """\
DECRETO SUPREMO N° 7, DE 2020
APRUEBA LA ORGANIZACIÓN INTERNA DEL SERVICIO FICTICIO

Santiago, 20 de febrero de 2020.

Decreto:

Artículo 1.- El Departamento de Compras tendrá las siguientes funciones:
a) Comprar los bienes y servicios que se requieran.
b) Pagar oportunamente a los proveedores.
c) Llevar el registro de los contratos vigentes.

Artículo 2.- El Departamento de Archivo tendrá las siguientes funciones:
a) Guardar los documentos del servicio.
b) Informar a quien pida copia de un documento.

Anótese, tómese razón y publíquese.
"""
AMENDING = """\
DECRETO SUPREMO N° 40, DE 2022
FIJA LAS FUNCIONES DEL DEPARTAMENTO DE COMPRAS DEL SERVICIO FICTICIO

Santiago, 12 de abril de 2022.

Decreto:

Artículo 1.- El Departamento de Compras tendrá las siguientes funciones:
a) Comprar los bienes y servicios que se requieran.
b) Pagar oportunamente a los proveedores, dentro de treinta días.
c) Llevar el registro de los contratos vigentes.
d) Publicar cada año el plan de compras.

Anótese, tómese razón y publíquese.
"""
ORDERS = """\
# Lo que un decreto ordena, escrito por una persona.
legal_sources:
  - {kind: decreto_supremo, number: 51, year: 2023, role: self, printed: Decreto supremo 51 de 2023}
amendments:
  - {action: replace, unit: Departamento de Archivo, label: b, text: Entregar copia., printed: Sustitúyese la letra b}
  - {action: remove, unit: Departamento de Compras, label: c, printed: Suprímese la letra c}
  - {action: relabel, unit: Departamento de Compras, label: d, new_label: c, printed: La letra d pasa a ser c}
"""
FACTS = """\
organica: facts/1
organization: cl.servicio-ficticio
name: Servicio Ficticio
time_zone: America/Santiago
in_force_from: {day}
"""


def written(folder: Path, name: str, text: str, day: str) -> tuple[str, ...]:
    """Write a document and its facts; return what plan is asked with."""
    (folder / name).write_text(text, encoding="utf-8")
    (folder / f"{name}.facts.yaml").write_text(FACTS.format(day=day), encoding="utf-8")
    return ("plan", name, "--facts", f"{name}.facts.yaml", "--out", "propuesta")


def done(ran: Ran) -> list[str]:
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()


def acts_in(path: Path) -> list[str]:
    """Return the words of the acts of a file."""
    return [word for act in as_an_editor_reads(path.read_text(encoding="utf-8"))["acts"] for word in act]


@pytest.fixture
def founded_on_each(migrated_url: str, tmp_path: Path) -> str:
    """The URL of a register, on each engine, in which the first text is enacted as planned."""
    return with_the_first_text(migrated_url, tmp_path)


@pytest.fixture
def founded(empty: str, tmp_path: Path) -> str:
    """The URL of a register in a file, in which the first text is enacted as planned."""
    return with_the_first_text(empty, tmp_path)


def with_the_first_text(url: str, tmp_path: Path) -> str:
    """Plan, check and enact the first text."""
    asked = written(tmp_path, "siete.txt", FOUNDING, "2020-03-01")
    planned = done(organica(*asked, url=url, cwd=tmp_path))
    assert planned == [
        "Se enuncia todo lo que dice el texto. El registro no tiene nada vigente de la organización ese día.",
        "constatar una organización     1  1 seguro",
        "constatar una unidad           2  2 seguros",
        "propuesta/2020-decreto-supremo-7.yaml",
        "Dudas del lector: 0. Revise los archivos antes de promulgarlos.",
    ]
    file = "propuesta/2020-decreto-supremo-7.yaml"
    assert done(organica("check", file, url=url, cwd=tmp_path)) == [
        f"{file}: sin errores. Cambios: 10, en 1 día."
    ]
    assert done(organica("enact", file, "--yes", url=url, cwd=tmp_path))[-1] == "Promulgado: asiento 1."
    return url


def test_an_amending_text_becomes_a_minimal_file_and_the_structure_that_it_says(
    founded_on_each: str, tmp_path: Path
) -> None:
    founded = founded_on_each
    before = held(founded)
    asked = written(tmp_path, "cuarenta.txt", AMENDING, "2022-05-01")
    planned = done(organica(*asked, url=founded, cwd=tmp_path))
    assert held(founded) == before
    assert planned[1:4] == [
        "reiterar una unidad     1  1 seguro",
        "modificar el texto      1  1 seguro",
        "agregar una función     1  1 seguro",
    ]
    path = tmp_path / "propuesta" / "2022-decreto-supremo-40.yaml"
    assert acts_in(path) == ["restate", "amend", "assign"]
    text = path.read_text(encoding="utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=resolution-1.schema.json\n# Propuesto según cuarenta.txt"
    )
    assert "  # Seguro (0,91). El texto se parece en 81 % al de la función compras.2." in text
    assert "  # En lugar de (0,09): Eliminar la función compras.2 y agregar otra." in text
    done(organica("check", path, url=founded, cwd=tmp_path))
    assert done(organica("enact", path, "--yes", url=founded, cwd=tmp_path))[-1] == "Promulgado: asiento 2."
    # Then a decree that only gives orders, as a person wrote down its outline.
    asked = written(tmp_path, "ordenes.yaml", ORDERS, "2023-05-01")
    done(organica(*asked, url=founded, cwd=tmp_path))
    path = tmp_path / "propuesta" / "2023-decreto-supremo-51.yaml"
    assert sorted(acts_in(path)) == ["amend", "relabel", "remove"]
    assert done(organica("enact", path, "--yes", url=founded, cwd=tmp_path))[-1] == "Promulgado: asiento 3."
    shown = done(
        organica("structure", "cl.servicio-ficticio", "--as-of", "2023-05-01", "--full", url=founded)
    )
    assert [line.strip() for line in shown if line.strip()[1:2] == ")"] == [
        "a) Comprar los bienes y servicios que se requieran.  [compras.1]",
        "b) Pagar oportunamente a los proveedores, dentro de treinta días.  [compras.2]",
        "c) Publicar cada año el plan de compras.  [compras.4]",
        "a) Guardar los documentos del servicio.  [archivo.1]",
        "b) Entregar copia.  [archivo.2]",
    ]
    assert organica("verify", url=founded).code == 0


def test_a_source_on_record_proposes_nothing(founded: str, tmp_path: Path) -> None:
    asked = written(tmp_path, "otra-vez.txt", FOUNDING, "2020-03-01")
    again = organica(*asked[:-1], "nueva", url=founded, cwd=tmp_path)
    assert done(again) == [
        "La fuente cl/servicio-ficticio/decreto-supremo/2020/7 ya está en el registro (asiento 1): nada que proponer.",
        "No se escribió ningún archivo.",
    ]
    assert not (tmp_path / "nueva").exists()
    told = json.loads(organica(*asked[:-1], "nueva", "--json", url=founded, cwd=tmp_path).out)
    assert told == {
        "source": "cl/servicio-ficticio/decreto-supremo/2020/7",
        "entry": 1,
        "compared_with": "2020-03-01",
        "files": [],
    }


def test_a_text_that_orders_nothing_new_says_so_and_writes_nothing(founded: str, tmp_path: Path) -> None:
    orders = (
        ORDERS.partition("amendments:")[0]
        + "units: []\namendments:\n"
        + (
            "  - {action: rename, unit: Departamento de Compras, text: Departamento de Compras, printed: Denomínase}\n"
        )
    )
    asked = written(tmp_path, "nada.yaml", orders, "2023-05-01")
    ran = organica("--lang", "en", *asked[:-1], "nueva", url=founded, cwd=tmp_path)
    assert done(ran) == [
        "The text changes nothing of what is in force on 1 May 2023.",
        "No file was written.",
    ]
    assert not (tmp_path / "nueva").exists()


def test_what_a_whole_text_leaves_out_ends_only_when_a_person_has_decided(
    founded: str, tmp_path: Path
) -> None:
    asked = written(tmp_path, "cuarenta.txt", AMENDING, "2022-05-01")
    planned = done(organica(*asked, "--full", url=founded, cwd=tmp_path))
    waiting = [line for line in planned if line.startswith("Esperan una decisión: ")]
    assert len(waiting) == 1
    path = tmp_path / "propuesta" / "2022-decreto-supremo-40.yaml"
    assert "suppress" in acts_in(path)
    before = held(founded)
    file = path.relative_to(tmp_path)
    checked = organica("check", file, url=founded, cwd=tmp_path)
    refused = organica("enact", "--yes", file, url=founded, cwd=tmp_path)
    assert (checked.code, refused.code, checked.err) == (1, 1, refused.err)
    assert refused.err.startswith("error[undecided_act]: propuesta/")
    assert held(founded) == before
    text = path.read_text(encoding="utf-8")
    line = next(number for number, each in enumerate(text.splitlines(), start=1) if "undecided: true" in each)
    assert f":{line}:7: El acto «" in refused.err
    path.write_text(text.replace("      undecided: true\n", ""), encoding="utf-8")
    assert done(organica("enact", path, "--yes", url=founded, cwd=tmp_path))[-1] == "Promulgado: asiento 2."
    shown = done(organica("structure", "cl.servicio-ficticio", "--as-of", "2022-05-01", url=founded))
    assert [line for line in shown if "Departamento de Archivo" in line] == []


def test_the_outline_that_read_prints_can_be_corrected_and_planned_without_a_register(tmp_path: Path) -> None:
    nowhere = f"sqlite:///{tmp_path}/nada.sqlite"
    asked = written(tmp_path, "siete.txt", FOUNDING, "2020-03-01")
    outline = json.loads(organica("read", "siete.txt", "--json", cwd=tmp_path).out)
    outline["units"][1]["parent"] = "Departamento de Compras"
    del outline["units"][0]["functions"][2], outline["heads"], outline["units"][0]["lines"]
    (tmp_path / "outline.json").write_text(json.dumps(outline, ensure_ascii=False), encoding="utf-8")
    done(organica("plan", "outline.json", *asked[2:], url=nowhere, cwd=tmp_path))
    assert not (tmp_path / "nada.sqlite").exists()
    read = resolution_of(read_file(tmp_path / "propuesta" / "2020-decreto-supremo-7.yaml"))
    assert [getattr(act, "unit", None) for act in read.acts] == [None, "compras", "archivo"]
    plain = as_an_editor_reads(
        (tmp_path / "propuesta" / "2020-decreto-supremo-7.yaml").read_text(encoding="utf-8")
    )
    assert [len(act["state"].get("functions", [])) for act in plain["acts"]] == [0, 2, 2]
    assert plain["acts"][2]["state"]["parent"] == "compras"


def test_a_mistake_in_the_outline_is_told_with_line_column_and_pointer(tmp_path: Path) -> None:
    asked = written(tmp_path, "mala.yaml", "units:\n  - {name: Uno, fucntions: []}\n", "2020-03-01")
    refused = organica(*asked, cwd=tmp_path)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith(
        "error[unknown_key]: mala.yaml:2:17 (/units/0/fucntions): La clave «fucntions» no existe aquí. "
        "Remedio: ¿Quiso decir «functions»? "
    )


def test_the_schema_beside_the_proposal_is_the_one_that_its_first_line_names(tmp_path: Path) -> None:
    asked = written(tmp_path, "siete.txt", FOUNDING, "2020-03-01")
    done(organica(*asked, url=f"sqlite:///{tmp_path}/nada.sqlite", cwd=tmp_path))
    [path] = (tmp_path / "propuesta").glob("*.yaml")
    text = path.read_text(encoding="utf-8")
    named = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    schema = (path.parent / named).read_text(encoding="utf-8")
    assert schema == organica("schema", "resolution").out
    Draft202012Validator(json.loads(schema)).validate(as_an_editor_reads(text))


def test_facts_prints_what_the_text_knows_and_leaves_the_rest_to_fill_in(tmp_path: Path) -> None:
    written(tmp_path, "siete.txt", FOUNDING, "2020-03-01")
    template = organica("facts", "siete.txt", cwd=tmp_path)
    assert (template.code, template.err) == (0, "")
    assert "  file: sources/siete.txt\n" in template.out
    assert "o, si no, su año (2020), supuesto" in template.out
    assert "(DECRETO SUPREMO N° 7, DE 2020)" in template.out
    (tmp_path / "f.yaml").write_text(template.out, encoding="utf-8")
    nowhere = f"sqlite:///{tmp_path}/nada.sqlite"
    refused = organica("plan", "siete.txt", "--facts", "f.yaml", "--out", "p", url=nowhere, cwd=tmp_path)
    assert (refused.code, refused.err[:34]) == (1, "error[empty_value]: f.yaml:4:1: La")
    known = {
        "organization:": "organization: cl.servicio-ficticio",
        "time_zone:": "time_zone: America/Santiago",
    }
    lines = [
        known.get(line, "name: Servicio" if line == "name:" else line) for line in template.out.splitlines()
    ]
    (tmp_path / "f.yaml").write_text("\n".join(lines), encoding="utf-8")
    done(organica("plan", "siete.txt", "--facts", "f.yaml", "--out", "p", url=nowhere, cwd=tmp_path))
    assert (tmp_path / "p" / "2020-decreto-supremo-7.yaml").exists()
    english = organica("--lang", "en", "facts", "siete.txt", cwd=tmp_path).out
    assert english.startswith("# What the text does not print.")
    assert as_an_editor_reads(english).keys() == as_an_editor_reads(template.out).keys()


def test_the_facts_may_give_the_source_that_the_text_does_not_print(tmp_path: Path) -> None:
    text = FOUNDING.partition("Decreto:")[2]
    asked = written(tmp_path, "sin-fuente.txt", text, "2020-03-01")
    nowhere = f"sqlite:///{tmp_path}/nada.sqlite"
    refused = organica(*asked, url=nowhere, cwd=tmp_path)
    assert refused.code == 1
    assert refused.err.startswith("error[no_own_source]: sin-fuente.txt: El documento no nombra la fuente ")
    with (tmp_path / "sin-fuente.txt.facts.yaml").open("a", encoding="utf-8") as facts:
        facts.write("source: {kind: resolucion_exenta, number: 010, year: 2020, issuer: MH}\n")
    done(organica(*asked, url=nowhere, cwd=tmp_path))
    source = as_an_editor_reads(
        (tmp_path / "propuesta" / "2020-resolucion-exenta-010.yaml").read_text(encoding="utf-8")
    )["source"]
    assert source == {
        "kind": "resolucion_exenta",
        "number": "010",
        "year": 2020,
        "issuer": "mh",
        "citation": "Resolución exenta 010 de 2020",
        "in_force_from": "2020-03-01",
    }


def test_heads_that_are_attested_already_are_said_to_be(founded: str, tmp_path: Path) -> None:
    page = (
        "units:\n  - {{name: Departamento de Compras, kind: Departamento}}\n"
        "heads:\n  - {{unit: Departamento de Compras, name: Persona Inventada, post: Jefatura}}\n"
        "legal_sources:\n  - {{kind: resolucion_exenta, {}, year: 2023, role: self, printed: R}}\n"
    )
    asked = written(tmp_path, "uno.yaml", page.format('number: "8"'), "2023-05-01")
    planned = done(organica(*asked, url=founded, cwd=tmp_path))
    attested = "propuesta/2023-pagina-web-organigrama-departamento-de-compras.yaml"
    assert attested in planned
    assert (
        done(organica("enact", attested, "--yes", url=founded, cwd=tmp_path))[-1] == "Promulgado: asiento 2."
    )
    # Of the next text of the year the page bears the number; once that one is on record, it is left out.
    asked = written(tmp_path, "dos.yaml", page.format('number: "9"'), "2023-06-01")
    planned = done(organica(*asked, url=founded, cwd=tmp_path))
    second = "propuesta/2023-pagina-web-organigrama-departamento-de-compras-9.yaml"
    assert second in planned
    assert done(organica("enact", second, "--yes", url=founded, cwd=tmp_path))[-1] == "Promulgado: asiento 3."
    planned = done(organica(*asked, "--force", url=founded, cwd=tmp_path))
    assert (
        "La constancia de jefaturas cl/servicio-ficticio/pagina-web/2023/"
        "organigrama-departamento-de-compras-9 ya está en el registro (asiento 3): no se escribe."
    ) in planned


def test_neither_comments_nor_json_repeat_whole_orders(founded: str, tmp_path: Path) -> None:
    orders = (
        ORDERS.partition("amendments:")[0]
        + "amendments:\n  - action: remove\n    unit: Departamento de Compras\n    label: c\n"
        + "    printed: Suprímese la letra c) del Departamento de Compras, de doña Ana Inventada, ana@ejemplo.cl\n"
    )
    asked = written(tmp_path, "orden.yaml", orders, "2023-05-01")
    told = organica(*asked, "--json", url=founded, cwd=tmp_path).out
    file = (tmp_path / json.loads(told)["files"][0]).read_text(encoding="utf-8")
    assert "«Suprímese la letra c) del Departamento de Compras …»" in " ".join(file.replace("# ", "").split())
    assert [word for word in ("Inventada", "@") if word in told or word in file] == []


def test_orders_where_nothing_is_in_force_name_the_way_out(tmp_path: Path) -> None:
    asked = written(tmp_path, "ordenes.yaml", ORDERS, "2023-05-01")
    nowhere = f"sqlite:///{tmp_path}/nada.sqlite"
    refused = organica("--lang", "en", *asked, url=nowhere, cwd=tmp_path)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("error[nothing_to_amend]: ordenes.yaml: The text amends another one")
    assert "--as-of" in refused.err


def test_a_proposal_is_printed_as_json(tmp_path: Path) -> None:
    asked = written(tmp_path, "siete.txt", FOUNDING, "2020-03-01")
    nowhere = f"sqlite:///{tmp_path}/nada.sqlite"
    told = json.loads(organica(*asked, "--partial", "--json", url=nowhere, cwd=tmp_path).out)
    assert told["scope"] == {"mode": "first", "because": "nothing_in_force", "under": None}
    assert [(each["confidence"]["level"], each["undecided"]) for each in told["acts"]] == [
        ("sure", False)
    ] * 3
    assert told["files"] == ["propuesta/2020-decreto-supremo-7.yaml"]
