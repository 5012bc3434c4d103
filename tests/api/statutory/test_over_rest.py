"""The statutory tables over REST, on both engines: the very bytes that a portal takes, and what they lack."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from organica.domain.acts import RemoveFunction
from organica.domain.dates import LegalDate
from organica.domain.resolution import CoverageClaim, Resolution
from tests.api.conftest import an_application
from tests.api.contract import Reader
from tests.api.test_chilecompra import PAGE, published
from tests.makers import a_function, a_resolution, a_unit, items
from tests.support.stores import enact_in

ABOUT = "/v1/organizations/cl.chilecompra/statutory"
FICTIONAL = "/v1/organizations/cl.servicio-ficticio/statutory"
GOLDEN = Path(__file__).parent / "cl.chilecompra-facultades-2025-01.csv"
MONTH = f"{ABOUT}/facultades.csv?month=2025-01"
ACT = "Resolución exenta 35B de 2024"
HEADER = (
    "Unidad u órgano interno;Descripción de las facultades, funciones y atribuciones;"
    "Artículos de la ley, reglamento, u otro acto administrativo, que las otorgó;"
    "Fecha de publicación, si corresponde;Enlace a la publicación o archivo del texto íntegro y actualizado;"
    "Fecha de última modificación (dd/mm/aaaa);Fecha promulgación"
)


def test_the_file_of_a_month_is_this_one_byte_by_byte(client: TestClient) -> None:
    """If this fails because the file was meant to change, look at it as its readers would, and keep it anew."""
    answer = client.get(MONTH)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert (
        answer.headers["content-disposition"]
        == 'attachment; filename="cl.chilecompra-facultades-2025-01.csv"'
    )
    assert answer.headers["organica-coverage"] == "partial"
    assert answer.content.split(b"\r\n")[0] == ("\ufeff" + HEADER).encode()
    assert answer.content == GOLDEN.read_bytes()


def test_the_file_holds_every_letter_of_the_published_page(client: TestClient) -> None:
    text = client.get(MONTH).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";", strict=True))
    names = [row["Unidad u órgano interno"] for row in rows]
    assert names == [
        "División de Gestión Usuaria",
        "Departamento de Gestión y Asesoría de Compradores",
        "Departamento de Gestión y Participación de Proveedores",
        "Departamento Diseño de Servicios y Experiencia Usuaria",
        "Departamento de Formación y Capacitación Usuaria",
        "Departamento de Atención Usuaria",
    ]
    counted = 0
    for row in rows[1:]:
        objective, *functions = row["Descripción de las facultades, funciones y atribuciones"].split("\n")
        assert objective in PAGE.read_text(encoding="utf-8")
        assert functions == [
            f"{letter}) {said}" for letter, said in published(row["Unidad u órgano interno"])
        ]
        counted += len(functions)
        assert list(row.values())[2:] == [ACT, "", "", "Sin modificación", ""]
    assert counted == 61


def test_in_latin_1_the_same_file_says_so(client: TestClient) -> None:
    answer = client.get(f"{MONTH}&charset=latin1")
    assert answer.headers["content-type"] == "text/csv; charset=iso-8859-1; header=present"
    assert answer.content == GOLDEN.read_bytes().decode("utf-8-sig").encode("latin-1")


def test_a_month_is_its_last_day(rest: Reader) -> None:
    of_month = rest.answer(f"{ABOUT}/facultades?month=2024-02")
    of_day = rest.answer(f"{ABOUT}/facultades?as_of=2024-02-29")
    assert (of_month["month"], of_month["as_of"], of_day["month"]) == ("2024-02", "2024-02-29", None)
    assert of_month["certain"] is False
    assert {**of_month, "month": None} == of_day


def test_the_answer_says_what_the_file_says(rest: Reader, client: TestClient) -> None:
    answer = rest.answer(f"{ABOUT}/facultades?month=2025-01")
    text = client.get(MONTH).content.decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    assert answer["headers"] == header
    assert [[cell or "" for cell in row["cells"]] for row in answer["rows"]] == rows
    assert answer["rows"][-1]["unit"] == "atencion-usuaria"
    assert {row["source"] for row in answer["rows"]} == {"cl/chilecompra/resolucion-exenta/2024/35-B"}
    assert answer["template"]["confirmed"] is True


def test_the_work_list_names_each_field_that_is_missing(rest: Reader, client: TestClient) -> None:
    answer = rest.answer(f"{ABOUT}/facultades/missing?month=2025-01")
    whole, *fields = answer["missing"]
    assert whole == {
        "reason": "partly_covered",
        "column": None,
        "value": None,
        "unit": None,
        "unit_name": None,
        "source": None,
        "citation": None,
        "detail": "División de Gestión Usuaria",
        "says": {
            "es": "ChileCompra: la planilla está incompleta; el registro solo cubre una parte "
            "(División de Gestión Usuaria).",
            "en": "ChileCompra: the table is incomplete; the register covers a part only "
            "(División de Gestión Usuaria).",
        },
    }
    assert [(each["column"], each["reason"], each["says"]["es"]) for each in fields[:4]] == [
        (
            "Artículos de la ley, reglamento, u otro acto administrativo, que las otorgó",
            "no_article",
            f"{ACT}: falta el artículo.",
        ),
        (
            "Fecha de publicación, si corresponde",
            "absent",
            f"{ACT}: no consta la fecha de publicación, si se publicó.",
        ),
        (
            "Enlace a la publicación o archivo del texto íntegro y actualizado",
            "absent",
            f"{ACT}: falta el enlace al texto íntegro.",
        ),
        ("Fecha promulgación", "absent", f"{ACT}: no consta la fecha en que se dictó."),
    ]
    units = [row["unit"] for row in rest.answer(f"{ABOUT}/facultades?month=2025-01")["rows"]]
    assert [each["unit"] for each in fields] == [unit for unit in units for _ in range(4)]
    assert rest.answer(f"{ABOUT}/facultades?month=2025-01")["missing"] == answer["missing"]
    table = client.get(f"{ABOUT}/facultades/missing.csv?month=2025-01").text
    told = list(csv.DictReader(io.StringIO(table, newline=""), strict=True))
    assert [row["says_en"] for row in told] == [each["says"]["en"] for each in answer["missing"]]
    assert {(row["organization"], row["template"], row["as_of"]) for row in told} == {
        ("cl.chilecompra", "facultades", "2025-01-31")
    }


def test_after_the_last_check_the_work_list_says_that_nobody_has_looked(rest: Reader) -> None:
    answer = rest.answer(f"{ABOUT}/facultades/missing?month=2026-11")
    assert answer["missing"][1]["says"]["es"] == (
        "ChileCompra: no se ha revisado si hubo actos después del 20/11/2026."
    )


def test_the_structure_and_the_norms_are_tables_too(rest: Reader) -> None:
    structure = rest.answer(f"{ABOUT}/estructura?month=2025-01")
    assert structure["template"]["confirmed"] is False
    assert structure["rows"][1]["cells"] == [
        "Departamento de Gestión y Asesoría de Compradores",
        "Departamento",
        "División de Gestión Usuaria",
        ACT,
        None,
    ]
    norms = rest.answer(f"{ABOUT}/marco-normativo?month=2025-01")
    assert [row["cells"][:2] for row in norms["rows"]] == [
        ["Ley", "19886"],
        ["Resolución exenta", "370-B"],
        ["Resolución exenta", "35B"],
    ]
    # Of the first two the register has not the contents, so it cannot say that nothing amended them.
    assert [row["cells"][-1] for row in norms["rows"]] == [None, None, "Sin modificación"]


def test_the_tables_are_those_of_the_country(rest: Reader) -> None:
    answer = rest.answer(ABOUT)
    assert [(each["code"], each["confirmed"], each["newer"]) for each in answer["templates"]] == [
        ("estructura", False, None),
        ("facultades", True, None),
        ("facultades-anterior", True, "facultades"),
        ("marco-normativo", True, None),
    ]
    assert rest.answer(answer["templates"][1]["href"])["template"] == answer["templates"][1]
    assert rest.answer("/v1/organizations/pe.mtpe/statutory")["templates"] == []


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        (f"{ABOUT}/facultades?month=2003-06", 404, "statutory_day_not_covered"),
        (f"{ABOUT}/facultades/missing?month=2003-06", 404, "statutory_day_not_covered"),
        (f"{ABOUT}/facultades?month=2025-13", 400, "bad_month"),
        (f"{ABOUT}/facultades?month=enero", 400, "bad_month"),
        (f"{ABOUT}/facultades?month=1799-12", 400, "bad_month"),
        (f"{ABOUT}/facultades?month=2025-01&as_of=2025-01-31", 400, "month_or_day"),
        (f"{ABOUT}/facultades?charset=ascii", 400, "bad_charset"),
        (f"{ABOUT}/otra", 404, "unknown_template"),
        (f"{ABOUT}/UNO", 400, "bad_code"),
        ("/v1/organizations/pe.mtpe/statutory/facultades", 404, "unknown_template"),
        ("/v1/organizations/cl.nadie/statutory/facultades", 404, "unknown_organization"),
        ("/v1/organizations/cl.nadie/statutory", 404, "unknown_organization"),
    ],
)
def test_what_cannot_be_answered_is_refused(rest: Reader, address: str, status: int, code: str) -> None:
    for language in ("es", "en"):
        assert rest.problem(address, status, language)["code"] == code


def test_a_file_of_a_day_that_is_not_covered_is_a_problem_and_no_empty_file(client: TestClient) -> None:
    answer = client.get(f"{ABOUT}/facultades.csv?month=2003-06")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["detail"] == (
        "El registro no cubre cl.chilecompra el 2003-06-30; una planilla vacía diría que no tenía unidades."
    )


@pytest.mark.parametrize("address", [f"{MONTH}&known_at=1", f"{ABOUT}?known_at=1"])
def test_a_table_is_confirmed_by_its_etag_and_never_kept_for_ever(client: TestClient, address: str) -> None:
    """A later release may have other headers, also for a month and an entry long past."""
    pinned = client.get(address)
    assert "immutable" not in pinned.headers["cache-control"]
    again = client.get(address, headers={"if-none-match": pinned.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_what_the_register_learnt_later_is_not_in_the_table_of_an_earlier_entry(rest: Reader) -> None:
    known = rest.answer(f"{ABOUT}/marco-normativo?month=2025-01&known_at=1")
    assert [row["cells"][1] for row in known["rows"]] == ["35B"]


def test_each_change_of_the_law_is_in_the_table_of_its_month(rest: Reader) -> None:
    """The body of the other tests: an amendment in 2019, a transfer in 2020, a suppression in 2022."""

    def told(month: str, unit: str) -> list[list[str | None]]:
        rows = rest.answer(f"{FICTIONAL}/facultades?month={month}")["rows"]
        return [row["cells"] for row in rows if row["unit"] == unit]

    before, after = told("2019-04", "boyas")[0], told("2019-05", "boyas")[0]
    assert (before[5], after[5]) == ("Sin modificación", "10/05/2019")
    assert "dar aviso" not in str(before[1])
    assert "dar aviso" in str(after[1])
    handed = told("2020-09", "faros-norte")
    assert [cells[2] for cells in handed][-1] == "Resolución exenta 60 de 2020"
    # What was handed over is gone from the row of the act that granted it, which was amended by that.
    left = told("2020-09", "boyas")[0]
    assert (left[2], left[5]) == (before[2], "01/09/2020")
    assert told("2022-04", "apoyo") == []


@pytest.fixture(scope="module")
def paraguay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A Paraguayan body with one act of which all is known, and one function that was taken away."""

    def of_paraguay(resolution: Resolution, **facts: object) -> Resolution:
        source = replace(resolution.source, country="py", issuer="direccion-ficticia", **facts)  # type: ignore[arg-type]
        return replace(resolution, source=source)

    code = "py.direccion-ficticia"
    founding = of_paraguay(
        a_resolution(
            replace(
                a_unit("puertos", kind="Dirección", functions=items("a b")), objective="Regir los puertos."
            ),
            organization=code,
            coverage=CoverageClaim(complete_under=(code,), checked_on=LegalDate("2026-11-21").earliest),
        ),
        kind="decreto",
        published_on=LegalDate("2014-12-20"),
        text_url="https://ley.example/py/1",
    )
    removal = of_paraguay(
        a_resolution(
            RemoveFunction(function=a_function("puertos/b")),
            number="2",
            in_force_from="2020-03-05",
            organization=code,
            coverage=None,
        )
    )
    url = f"sqlite:///{tmp_path_factory.mktemp('paraguay') / 'organica.sqlite'}"
    asyncio.run(enact_in(url, founding, removal))
    with TestClient(an_application(url)) as client:
        yield Reader(client)


def test_paraguay_has_tables_of_its_own_over_the_same_rows(paraguay: Reader) -> None:
    about = "/v1/organizations/py.direccion-ficticia/statutory"
    powers = paraguay.answer(f"{about}/facultades?month=2019-12")
    assert powers["template"]["law"] == "Ley 5282/2014, artículo 8, letra b"
    assert (powers["template"]["confirmed"], powers["headers"][0]) == (False, "Órgano o dependencia interna")
    assert [row["cells"] for row in powers["rows"]] == [
        [
            "Dirección Puertos",
            "Regir los puertos.\na) Ejercer la función a.\nb) Ejercer la función b.",
            "Decreto 1 de 2015",
            "20/12/2014",
            "https://ley.example/py/1",
            "Sin modificación",
        ]
    ]
    later = paraguay.answer(f"{about}/facultades?month=2020-03")
    assert later["rows"][0]["cells"][1:3] == [
        "Regir los puertos.\na) Ejercer la función a.",
        "Decreto 1 de 2015",
    ]
    assert later["rows"][0]["cells"][-1] == "05/03/2020"
    norms = paraguay.answer(f"{about}/marco-normativo?month=2020-03")
    assert [row["cells"][:2] for row in norms["rows"]] == [["Decreto", "1"], ["Resolución exenta", "2"]]
    assert [each["reason"] for each in later["missing"]] == ["no_article"]
