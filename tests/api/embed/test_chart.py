"""Charts as they are served: what is in them, what they are worth, and how long they hold."""

from __future__ import annotations

import asyncio
import struct
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import etree
from starlette.testclient import TestClient

from api.embed.chart.pictures import MAX_PIXELS, MAX_WAITING, Pictures, drawn_apart
from api.embed.chart.refusals import PictureNotDrawn, PictureTooLarge
from api.settings import Settings
from organica.domain.acts import ROOT, under
from organica.domain.resolution import CoverageClaim
from organica.render.chart.layout import laid_out
from organica.render.chart.style import DIGEST
from tests.api.conftest import an_application
from tests.domain.fictional import BODY
from tests.makers import a_resolution, a_statement, an_attestation
from tests.support.charts import a_chart, a_unit, random_units
from tests.support.stores import enact_in

CHILECOMPRA = "/embed/cl.chilecompra.svg"
FICTIONAL = f"/embed/{BODY}.svg"
SVG = "{http://www.w3.org/2000/svg}"


class Drawn:
    """A chart that was served, read as its reader's browser reads it."""

    def __init__(self, client: TestClient, address: str, **headers: str) -> None:
        self.response = client.get(address, headers=headers)
        assert self.response.status_code == 200, self.response.text
        self.root = etree.fromstring(self.response.content)
        links = list(self.root.iter(f"{SVG}a"))
        self.boxes = {str(each.get("data-unit")): each for each in links if each.get("data-unit")}
        self.page, self.permanent = links[0].get("href"), links[-1].get("href")
        self.said = [str(each.text) for each in self.root.findall(f"{SVG}text")]

    def says(self, unit: str) -> str:
        """Return all that a box says."""
        return str(self.boxes[unit].get("aria-label"))

    def frame(self, unit: str) -> str:
        """Return how a box is framed."""
        return str(self.boxes[unit][0].get("class"))


def test_the_chart_of_chilecompra_has_its_division_over_its_five_departments(client: TestClient) -> None:
    chart = Drawn(client, f"{CHILECOMPRA}?as_of=2025-06-01")
    assert {unit: chart.says(unit) for unit in chart.boxes} == {
        "gestion-usuaria": "División de Gestión Usuaria. Dependencia no consta",
        "gestion-y-asesoria-de-compradores": "Departamento de Gestión y Asesoría de Compradores",
        "gestion-y-participacion-de-proveedores": "Departamento de Gestión y Participación de Proveedores",
        "diseno-de-servicios-y-experiencia-usuaria": "Departamento Diseño de Servicios y Experiencia Usuaria",
        "formacion-y-capacitacion-usuaria": "Departamento de Formación y Capacitación Usuaria",
        "atencion-usuaria": "Departamento de Atención Usuaria",
    }
    assert len(list(chart.root.iter(f"{SVG}polyline"))) == 5
    assert chart.said == [
        "Estructura orgánica al 1 de junio de 2025",
        "Así está desde 2024 (fecha exacta no indicada; supuesto).",
        "Cobertura completa de «División de Gestión Usuaria» y lo que de ella depende. Sólo la División de Gestión Usuaria.",
        "Revisado el 20 de noviembre de 2026.",
        "Fuente: Resolución exenta 35B de 2024.",
        "Marco fino discontinuo: la unidad lleva una advertencia.",
        "Enlace permanente a esta versión:",
    ]


def test_each_box_leads_to_its_unit_on_the_same_day_and_in_the_same_language(client: TestClient) -> None:
    chart = Drawn(client, f"{CHILECOMPRA}?as_of=2025-06-01&known_at=2&lang=en")
    assert chart.boxes["atencion-usuaria"].get("href") == (
        "/embed/cl.chilecompra/atencion-usuaria?as_of=2025-06-01&known_at=2&lang=en"
    )
    assert chart.page == "/embed/cl.chilecompra?as_of=2025-06-01&known_at=2&lang=en"
    assert chart.root.get("lang") == "en"


def test_every_address_in_a_chart_is_served(client: TestClient) -> None:
    chart = Drawn(client, f"{FICTIONAL}?as_of=2022-06-01&compare=2016-01-01")
    addresses = [str(each.get("href")) for each in chart.root.iter(f"{SVG}a")]
    assert len(addresses) == 8
    for address in addresses:
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code == 200, address


def test_a_day_of_doubt_marks_every_unit_of_which_it_is_not_certain_that_it_was_there(
    client: TestClient,
) -> None:
    chart = Drawn(client, f"{CHILECOMPRA}?as_of=2024-12-31")
    assert chart.says("atencion-usuaria") == "Departamento de Atención Usuaria. Vigencia no segura ese día"
    assert {chart.frame(unit) for unit in chart.boxes} == {"oc-b oc-d"}
    assert (
        "Respuesta no segura: la fecha exacta de un acto no consta y podía no regir aún. Hay certeza desde el 1 de enero de 2025."
    ) in " ".join(chart.said)


def test_a_day_that_is_not_covered_gives_a_chart_that_says_so(client: TestClient) -> None:
    chart = Drawn(client, f"{CHILECOMPRA}?as_of=2020-01-01&lang=en")
    assert chart.boxes == {}
    assert "Not covered: the register holds nothing of that day; units may well have existed." in chart.said
    assert "no unit is on record" in str(chart.root[1].text)


def test_what_changed_since_an_earlier_day_stands_out_and_says_what(client: TestClient) -> None:
    chart = Drawn(client, f"{FICTIONAL}?as_of=2022-06-01&compare=2016-01-01")
    assert {unit: chart.says(unit) for unit in chart.boxes} == {
        "direccion": "Dirección del Servicio. Funciones: 1 recibida de otra unidad",
        "boyas": "Departamento de Boyas. Antes dependía de División de Señalización Marítima. "
        "Funciones: 1 nueva, 1 traspasada a otra unidad, 1 con otro texto",
        "archivo": "Oficina de Archivo. Antes dependía de División de Apoyo",
        "operaciones": "División de Señalización Marítima. Antes: «División de Operaciones»",
        "faros-norte": "Departamento de Faros del Norte. Funciones: 1 recibida de otra unidad",
        "apoyo": "División de Apoyo. Suprimida: Resolución exenta 12 de 2022, el 1 de abril de 2022",
    }
    assert {unit: chart.frame(unit) for unit in chart.boxes} == {
        "direccion": "oc-b oc-reworded",
        "boyas": "oc-b oc-altered",
        "archivo": "oc-b oc-altered",
        "operaciones": "oc-b oc-altered",
        "faros-norte": "oc-b oc-reworded",
        "apoyo": "oc-b oc-gone",
    }
    assert "Comparada con el 1 de enero de 2016: cambiaron 6 unidades." in chart.said
    assert "Unidades que había el 1 de enero de 2016 y ya no hay" in chart.said
    # The suppressed unit hangs from nothing any more, and leads to the last day on which it was compared.
    assert "as_of=2016-01-01" in str(chart.boxes["apoyo"].get("href"))
    assert len(list(chart.root.iter(f"{SVG}polyline"))) == 4


def test_a_new_unit_says_by_which_act_it_was_created(client: TestClient) -> None:
    chart = Drawn(client, f"{FICTIONAL}?as_of=2031-06-01&compare=2023-01-01")
    assert chart.says("innovacion") == (
        "Unidad de Innovación. Creada: Resolución exenta 77 de 2024, el 1 de enero de 2031"
    )
    assert [unit for unit in chart.boxes if chart.frame(unit) != "oc-b"] == ["innovacion"]


def test_a_day_before_coverage_makes_no_unit_a_new_one(client: TestClient) -> None:
    chart = Drawn(client, f"{CHILECOMPRA}?as_of=2025-06-01&compare=2020-01-01")
    assert {chart.frame(unit) for unit in chart.boxes} == {"oc-b oc-altered", "oc-b oc-altered oc-d"}
    assert "El registro no cubre el 1 de enero de 2020: solo nació después lo que así se dice." in chart.said


def test_no_chart_names_a_person(client: TestClient) -> None:
    for address in (f"{FICTIONAL}?as_of=2024-06-01&compare=2016-01-01", f"{CHILECOMPRA}?as_of=2025-06-01"):
        said = Drawn(client, address).response.text
        assert not [name for name in ("Marta", "Farías", "Rompeolas", "Brisa") if name in said]


def test_a_chart_of_a_fixed_day_and_entry_holds_for_ever_and_others_are_asked_for_again(
    client: TestClient,
) -> None:
    fixed = client.get(f"{FICTIONAL}?as_of=2024-06-01&known_at=14")
    assert fixed.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client.get(FICTIONAL).headers["cache-control"] == "public, max-age=60, must-revalidate"
    again = client.get(
        f"{FICTIONAL}?as_of=2024-06-01&known_at=14", headers={"if-none-match": fixed.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_the_permanent_link_gives_the_same_boxes_and_holds_for_ever(client: TestClient) -> None:
    chart = Drawn(client, f"{FICTIONAL}?as_of=2022-06-01&compare=2016-01-01&width=720")
    assert parse_qs(urlsplit(str(chart.permanent)).query).keys() == {"as_of", "known_at", "compare", "width"}
    fixed = Drawn(client, str(chart.permanent))
    assert fixed.response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert {unit: fixed.says(unit) for unit in fixed.boxes} == {
        unit: chart.says(unit) for unit in chart.boxes
    }
    assert fixed.permanent == chart.permanent


def test_a_chart_comes_with_a_policy_that_lets_it_load_nothing_and_lets_any_page_show_it(
    client: TestClient,
) -> None:
    headers = client.get(f"{CHILECOMPRA}?as_of=2025-06-01&lang=es").headers
    assert headers["content-type"] == "image/svg+xml; charset=utf-8"
    assert headers["content-security-policy"] == (
        f"default-src 'none'; style-src '{DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors *"
    )
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert headers["content-disposition"] == 'inline; filename="cl.chilecompra-2025-06-01.svg"'
    assert "set-cookie" not in headers
    assert "Accept-Language" not in headers.get("vary", "")


def test_only_those_may_frame_a_chart_whom_the_operator_lets(filled_url: str) -> None:
    settings = Settings(database_url=filled_url, frame_ancestors="https://portal.example")
    with TestClient(an_application(filled_url, settings)) as client:
        policy = client.get(CHILECOMPRA).headers["content-security-policy"]
    assert policy.endswith("frame-ancestors https://portal.example")


def test_head_tells_what_get_would_send(client: TestClient) -> None:
    address = f"{CHILECOMPRA}?as_of=2025-06-01"
    got, told = client.get(address), client.head(address)
    assert (told.status_code, told.content) == (200, b"")
    assert told.headers == got.headers


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("width=12", 400, "bad_chart_width"),
        ("width=100000", 400, "bad_chart_width"),
        ("width=٣٦٠", 400, "bad_chart_width"),
        ("compare=2023", 400, "bad_date"),
        ("compare=2025-01-02&as_of=2025-01-01", 400, "backward_interval"),
        ("as_of=2025-01-01&as_of=2025-01-02", 400, "repeated_parameter"),
        ("depth=3", 400, "unknown_parameter"),
        ("lang=fr", 400, "bad_language"),
        ("known_at=999999", 404, "unknown_entry"),
    ],
)
@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_what_cannot_be_drawn_is_a_problem(
    client: TestClient, query: str, status: int, code: str, suffix: str
) -> None:
    answer = client.get(f"/embed/cl.chilecompra.{suffix}?{query}")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"


def test_a_problem_speaks_the_language_that_the_address_asks_for(client: TestClient) -> None:
    address = "/embed/cl.nadie.svg?lang=en"
    answer = client.get(address, headers={"accept-language": "es"})
    assert answer.status_code == 404
    assert answer.headers["content-language"] == "en"
    assert answer.json()["detail"].startswith("The register")


def test_the_language_is_the_readers_where_the_address_names_none(client: TestClient) -> None:
    chart = Drawn(client, f"{CHILECOMPRA}?as_of=2025-06-01", **{"accept-language": "en"})
    assert chart.said[0] == "Organisational structure on 1 June 2025"
    assert "Accept-Language" in chart.response.headers["vary"]
    assert "lang=" not in str(chart.page)


def test_a_picture_is_the_chart_in_twice_as_many_pixels(client: TestClient) -> None:
    address = "/embed/cl.chilecompra.{}?as_of=2025-06-01&width=720"
    picture = client.get(address.format("png"))
    assert picture.headers["content-type"] == "image/png"
    assert picture.content[:8] == b"\x89PNG\r\n\x1a\n"
    root = Drawn(client, address.format("svg")).root
    assert struct.unpack(">II", picture.content[16:24]) == (
        2 * int(str(root.get("width"))),
        2 * round(float(str(root.get("height")))),
    )


async def test_the_same_chart_gives_the_same_picture() -> None:
    chart = a_chart(random_units(12, 4, fearsome=0))
    pictures = Pictures()
    assert await pictures.drawn(chart, laid_out(chart)) == await pictures.drawn(chart, laid_out(chart))


async def test_a_chart_too_large_for_a_document_has_no_picture() -> None:
    chart = a_chart([a_unit(f"u{number}", number) for number in range(1_500)])
    layout = laid_out(chart)
    assert layout.width * layout.height > MAX_PIXELS
    with pytest.raises(PictureTooLarge) as refusal:
        await Pictures().drawn(chart, layout)
    assert refusal.value.facts == {"width": 1000, "height": round(layout.height)}


async def test_whoever_comes_when_too_many_wait_for_a_picture_is_told_to_come_again() -> None:
    chart = a_chart([a_unit("a", 0)])
    pictures, layout = Pictures(), laid_out(chart)
    asked = [pictures.drawn(chart, layout) for _ in range(MAX_WAITING + 1)]
    drawn = await asyncio.gather(*asked, return_exceptions=True)
    assert [isinstance(each, bytes) for each in drawn] == [True] * MAX_WAITING + [False]
    assert isinstance(drawn[-1], PictureNotDrawn)
    assert isinstance(await pictures.drawn(chart, layout), bytes)


async def test_what_the_program_that_draws_cannot_read_gives_no_picture() -> None:
    with pytest.raises(PictureNotDrawn) as refusal:
        await drawn_apart(b"<svg", 1)
    assert "ValueError" in str(refusal.value.facts["cause"])


async def test_units_that_are_partly_covered_and_those_only_attested_carry_a_warning(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'organica.sqlite'}"
    norm = a_resolution(
        a_statement("apoyo", ROOT, name="División de Apoyo", kind="División"),
        coverage=CoverageClaim(complete_under=("apoyo",)),
    )
    seen = an_attestation(
        a_statement("cartas", ROOT, name="Oficina de Cartas", kind="Oficina"),
        a_statement("sellos", under("apoyo"), name="Sellos", kind="Oficina"),
        number="w",
        in_force_from="2021-06-01",
        coverage=CoverageClaim(partial_under=("cartas",)),
    )
    await enact_in(url, norm, seen)
    with TestClient(an_application(url)) as client:
        chart = Drawn(client, f"{FICTIONAL}?as_of=2025-06-01")
    assert {unit: (chart.says(unit), chart.frame(unit)) for unit in chart.boxes} == {
        "apoyo": ("División de Apoyo", "oc-b"),
        "cartas": (
            "Oficina de Cartas. Consta sin norma: Constancia w de 2021. Cobertura parcial",
            "oc-b oc-d",
        ),
        "sellos": ("Oficina. Sellos. Consta sin norma: Constancia w de 2021", "oc-b oc-d"),
    }
