"""`programmes` and the history of one: lines for people, and the REST answer for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from organica.domain.acts import Period
from organica.domain.dates import LegalDate
from organica.render.periods import number_text, period_text
from tests.api.command_line.conftest import organica
from tests.makers import a_day
from tests.support.programmes import DECREE, MORE, PILOT, REGISTER

BODY = "pe.perucompras"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a database with the bodies of tests.support.programmes, enacted by the command itself."""
    folder = tmp_path_factory.mktemp("programmes")
    url = f"sqlite:///{folder}/organica.sqlite"
    assert organica("migrate", url=url).code == 0
    for number, text in enumerate((REGISTER, DECREE, PILOT, MORE), start=1):
        place = Path(folder) / f"{number}.yaml"
        place.write_text(text, encoding="utf-8")
        enacted = organica("enact", "--yes", str(place), url=url)
        assert enacted.code == 0, enacted.err
    return url


def test_a_service_is_told_in_spanish_with_its_figures(url: str) -> None:
    shown = organica("programmes", BODY, "--as-of", "2022-12-31", url=url)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.splitlines() == [
        "Experiencia innovadora: Registro de órdenes de compra en cadena de bloques  [registro-blockchain]",
        "  A cargo de Oficina de Tecnologías de la Información",
        "  Dar transparencia a cada orden con un código QR.",
        "  Cumple: oti.1",
        "  Destinatarios: Entidades compradoras; Proveedores; Ciudadanía",
        "  Canales: Aplicación móvil con código QR; Buscador público",
        "  Marco legal: pe/mef/decreto-supremo/2019/082-2019-EF; pe/pcm/decreto-supremo/2018/118-2018-PCM",
        "  Monto contratado, 31 de julio de 2022: 4\u202f504\u202f702\u202f937,47 PEN  [registro-blockchain.4]",
        "  Órdenes de compra, 2017: 79\u202f091 órdenes  [registro-blockchain.1]",
        "  Órdenes de compra, 2021: 125\u202f343 órdenes  [registro-blockchain.2]",
        "  Órdenes registradas, 31 de julio de 2022: 393\u202f734 órdenes  [registro-blockchain.3]",
        "  constancia: Formulario de postulación",
    ]


def test_english_is_told_on_request(url: str) -> None:
    lines = organica(
        "--lang", "en", "programmes", "pe.osce", "--as-of", "2022-01-01", url=url
    ).out.splitlines()
    assert lines[1] == "  Run by the organization itself"
    assert (
        "  Personas capacitadas, 1 January 2021 to 31 August 2021: 63,354 personas  [compradores-publicos.1]"
        in lines
    )
    assert "  Partners: USAID (asistencia técnica); CLDP" in lines


def test_where_nothing_is_known_it_says_so(url: str) -> None:
    assert organica("programmes", BODY, "--as-of", "2018-01-01", url=url).out == (
        "El registro no cubre ese día.\n"
    )
    assert organica("programmes", BODY, "--as-of", "2019-02-01", url=url).out == (
        "No consta ningún programa ni servicio.\n"
    )
    missing = organica("programmes", BODY, "--programme", "otro", url=url)
    assert (missing.code, missing.out) == (1, "")
    assert "unknown_programme" in missing.err


def test_the_history_of_a_programme_says_when_it_ended_and_by_which_act(url: str) -> None:
    shown = organica("history", "pe.osce", "--programme", "tienda", url=url)
    assert shown.code == 0
    assert "Tienda de bases estándar" in shown.out
    assert "Resolución 9 de 2023" in shown.out


def test_the_json_is_what_rest_answers(url: str) -> None:
    all_of_it = json.loads(organica("programmes", BODY, "--as-of", "2022-12-31", "--json", url=url).out)
    one = json.loads(
        organica(
            "programmes",
            BODY,
            "--as-of",
            "2022-12-31",
            "--programme",
            "registro-blockchain",
            "--json",
            url=url,
        ).out
    )
    assert all_of_it["programmes"] == [one["programme"]]
    past = json.loads(organica("history", "pe.osce", "--programme", "tienda", "--json", url=url).out)
    assert [version["until"] for version in past["versions"]] == ["2024-01-01"]


def test_a_found_programme_is_told_by_its_name(url: str) -> None:
    shown = organica("search", "compradores", "--organization", "pe.osce", "--as-of", "2022-01-01", url=url)
    assert shown.out.splitlines()[:2] == [
        "Potenciando las habilidades de los compradores públicos  [compradores-publicos]",
        "  constancia: Nota de prensa",
    ]


@pytest.mark.parametrize(
    ("value", "spanish", "english"),
    [
        ("57", "57", "57"),
        ("1234", "1234", "1,234"),
        ("63354", "63\u202f354", "63,354"),
        ("-0.5", "-0,5", "-0.5"),
        ("-12345.25", "-12\u202f345,25", "-12,345.25"),
    ],
)
def test_numbers_are_written_as_each_language_writes_them(value: str, spanish: str, english: str) -> None:
    assert (number_text(value, "es"), number_text(value, "en")) == (spanish, english)


def test_a_period_tells_its_last_day() -> None:
    days = Period(start=a_day("2021-01-01"), end=a_day("2021-09-01"))
    assert period_text(days, "es") == "del 1 de enero de 2021 al 31 de agosto de 2021"
    assert period_text(Period(on=LegalDate("2017")), "es") == "2017"
