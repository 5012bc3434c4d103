"""The statutory tables as XLSX, on both engines: one sheet that is the table, real days, nothing cut."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Iterator
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from starlette.testclient import TestClient

from organica.domain.resolution import CoverageClaim
from tests.api.conftest import an_application
from tests.api.contract import Reader, must_be_a_problem
from tests.makers import a_resolution, a_unit, an_item
from tests.support.stores import enact_in

ABOUT = "/v1/organizations/cl.chilecompra/statutory"
FICTIONAL = "/v1/organizations/cl.servicio-ficticio/statutory"


def workbook(client: TestClient, address: str) -> tuple[list[list[Cell | MergedCell]], Workbook]:
    """Return the rows of the only sheet as another library reads them, and the book."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    book = load_workbook(io.BytesIO(answer.content))
    [page] = book.worksheets
    return [list(row) for row in page.iter_rows()], book


def test_the_workbook_of_a_month_is_the_table_and_nothing_more(client: TestClient, rest: Reader) -> None:
    rows, book = workbook(client, f"{ABOUT}/facultades.xlsx?month=2025-01")
    answer = rest.answer(f"{ABOUT}/facultades?month=2025-01")
    assert [[cell.value for cell in row] for row in rows] == [
        answer["headers"],
        *(row["cells"] for row in answer["rows"]),
    ]
    assert book.sheetnames == ["facultades"]
    assert book.properties.title == "Facultades, funciones y atribuciones"
    assert book.properties.description is not None
    assert book.properties.description.splitlines() == [
        "cl.chilecompra, 2025-01-31",
        "Ley 20.285, artículo 7",
        "Encabezados confirmados en portaltransparencia.cl/PortalPdT/pdtta/-/ta/MU259/EO/FFA",
        f"{ABOUT}/facultades?month=2025-01",
    ]
    headers = client.get(f"{ABOUT}/facultades.xlsx?month=2025-01").headers
    assert headers["content-disposition"] == 'attachment; filename="cl.chilecompra-facultades-2025-01.xlsx"'
    assert '</v1/tables/cl.facultades>; rel="describedby"; type="application/json"' in headers["link"]


def test_headers_that_nobody_confirmed_are_told_in_the_properties(client: TestClient) -> None:
    _, book = workbook(client, f"{ABOUT}/estructura.xlsx?month=2025-01")
    assert "Encabezados sin confirmar" in (book.properties.description or "").splitlines()


def test_days_are_days_as_the_portal_writes_them(client: TestClient) -> None:
    rows, _ = workbook(client, f"{FICTIONAL}/facultades.xlsx?month=2019-05")
    [amended] = [row[5] for row in rows if str(row[0].value).endswith("Boyas")][:1]
    assert (amended.value, amended.number_format) == (datetime.fromisoformat("2019-05-10"), "dd/mm/yyyy")
    assert rows[1][5].value in ("Sin modificación", datetime.fromisoformat("2019-05-10"))


def test_the_work_list_is_a_workbook_too(client: TestClient, rest: Reader) -> None:
    rows, book = workbook(client, f"{ABOUT}/facultades/missing.xlsx?month=2025-01")
    told = rest.answer(f"{ABOUT}/facultades/missing?month=2025-01")["missing"]
    says = [cell.value for cell in rows[0]].index("says_es")
    assert [row[says].value for row in rows[1:]] == [each["says"]["es"] for each in told]
    assert book.sheetnames == ["missing-fields"]


def test_the_work_list_of_each_table_is_saved_under_a_name_of_its_own(client: TestClient) -> None:
    """Whoever keeps those of a month in one folder has them all."""

    def saved(address: str) -> str:
        return client.get(f"{ABOUT}/{address}").headers["content-disposition"]

    assert saved("facultades/missing.csv?month=2025-01") == (
        'attachment; filename="cl.chilecompra-facultades-missing-2025-01.csv"'
    )
    assert saved("marco-normativo/missing.xlsx?as_of=2025-01-31") == (
        'attachment; filename="cl.chilecompra-marco-normativo-missing-2025-01-31.xlsx"'
    )


def test_the_workbook_prints_on_the_paper_of_the_country_with_body_and_day_on_each_page(
    client: TestClient,
) -> None:
    rows, book = workbook(client, f"{ABOUT}/facultades.xlsx?month=2025-01")
    [page] = book.worksheets
    assert (page.page_setup.orientation, str(page.page_setup.paperSize)) == ("landscape", "1")
    assert page.oddFooter is not None
    assert page.oddFooter.left is not None
    assert page.oddFooter.left.text == "cl.chilecompra, 2025-01-31"
    # No row is higher than a sheet can show, so no letter of the published page is cut off on paper.
    heights = [page.row_dimensions[number].height or 0 for number in range(2, len(rows) + 1)]
    assert max(heights) <= 409
    assert min(heights) > 15


def test_equal_questions_have_equal_bytes_and_are_confirmed_by_their_etag(client: TestClient) -> None:
    address = f"{ABOUT}/facultades.xlsx?month=2025-01&known_at=1"
    first = client.get(address)
    assert "immutable" not in first.headers["cache-control"]
    again = client.get(address, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.fixture(scope="module")
def long_winded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A body of which one unit has more to do than a cell of a spreadsheet can hold."""
    code = "cl.oficina-extensa"
    much = a_resolution(
        a_unit("extensa", kind="Oficina", functions=[an_item("a", "Escribir. " * 3_300)]),
        organization=code,
        coverage=CoverageClaim(complete_under=(code,)),
    )
    url = f"sqlite:///{tmp_path_factory.mktemp('extensa') / 'organica.sqlite'}"
    asyncio.run(enact_in(url, much))
    with TestClient(an_application(url)) as client:
        yield Reader(client)


def test_what_no_cell_can_hold_is_on_the_work_list_refused_as_xlsx_and_whole_as_csv(
    long_winded: Reader,
) -> None:
    about = "/v1/organizations/cl.oficina-extensa"
    answer = long_winded.answer(f"{about}/statutory/facultades")
    [told] = [each for each in answer["missing"] if each["reason"] == "too_long"]
    assert told["column"] == "Descripción de las facultades, funciones y atribuciones"
    assert told["says"]["es"].endswith("(33003 > 32767); el CSV lo lleva entero.")
    for address in (f"{about}/statutory/facultades.xlsx", f"{about}/functions.xlsx"):
        for language in ("es", "en"):
            headers = {"accept-language": language}
            problem = must_be_a_problem(long_winded.client.get(address, headers=headers), 406)
            assert problem["code"] == "cell_too_long"
            assert (problem["facts"]["row"], problem["facts"]["limit"]) == (1, 32_767)
    text = long_winded.client.get(f"{about}/statutory/facultades.csv").content.decode("utf-8-sig")
    [_, row] = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    assert len(row[1]) == 33_003
