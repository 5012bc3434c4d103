"""What a text may not say of a person, as tables of fragments: every number here is invented."""

from __future__ import annotations

import pytest

from organica.text.personal_data import has_email_address, identity_number_in
from tests.support.growth import assert_grows_with_its_length


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Chile: the check digit tells, or the word before it.
        ("Designase a doña Ana Rojas, 12.345.678-5, en el cargo.", "RUN"),
        ("cédula nacional de identidad N° 12.345.678-5", "RUN"),
        ("12345678-5", "RUN"),
        ("1.234.567-4", "RUN"),
        ("8.888.888–K", "RUN"),  # with a dash, as word processors make of a hyphen
        ("(8888888-k)", "RUN"),
        ("Nº12.345.678-5", "RUN"),
        ("１２.３４５.６７８-５", "RUN"),  # digits of full width
        ("RUN N° 12.345.678-9", "RUN"),  # mistyped, and still that of a person
        ("RUT: 123456785", "RUN"),
        ("R.U.N. 12345678", "RUN"),
        # Peru, Argentina.
        ("identificado con DNI N.° 08123456", "DNI"),
        ("D.N.I. 12.345.678", "DNI"),
        ("Documento Nacional de Identidad (DNI) Nº 12345678", "DNI"),
        ("CUIL 20-12345678-6", "CUIL"),
        # Paraguay, Bolivia, Uruguay.
        ("con C.I. N° 4.567.890", "C.I."),
        ("C.I. 4567891 L.P.", "C.I."),
        ("CI: 1.234.567-2", "C.I."),
        ("cédula de identidad número 1234567", "C.I."),
        ("documento de identidad: 765432", "C.I."),
        ("carnet de identidad No. 4567891", "C.I."),
        # Colombia.
        ("identificada con C.C. 52.123.456 de Bogotá", "C.C."),
        ("cédula de ciudadanía N.º 1020304050", "C.C."),
        # Brazil.
        ("inscrito no CPF sob o nº 111.444.777-35", "CPF"),
        ("11144477735", "CPF"),
        # Mexico.
        ("CURP BOXW310820HNERXN09", "CURP"),
    ],
)
def test_an_identity_number_of_a_person_is_found(text: str, kind: str) -> None:
    assert identity_number_in(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Ley N° 19.880, que establece bases de los procedimientos administrativos",
        "artículo 20 de la Ley 18.695",
        "Decreto con Fuerza de Ley N° 1-19.653, de 2000",
        "Resolución Exenta N° 35-B, de 2024",
        "RUT 60.805.000-0",  # of a public body
        "RUT N° 76.123.456-0",  # of a company
        "12.345.678-9",  # no check digit of a RUN
        "licitación ID 1057976-7-LP24",
        "licitación ID 1234567-4-LE24",
        "expediente 12.345.678-5/2024",
        "un presupuesto de $12.345.678 en 2024",
        "NIT 900.123.456-7",
        "CNPJ 00.394.460/0058-87",
        "RUC 20123456789",
        "teléfono 600 7000 600",
        "Otorgar la cédula de identidad y el documento nacional de identidad.",
        "art. 1545 C.C. y siguientes",
        "C.I. 2024",
        "verificar el DNI, conforme a la Ley 27444",
        "111.444.777-34",
        "AAAA000000HAAAAA00",
        "",
    ],
)
def test_numbers_of_laws_files_and_bodies_are_no_identity_numbers(text: str) -> None:
    assert identity_number_in(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Contacto: ana.rojas@ejemplo.cl", True),
        ("(oficina-de-partes@servicio.gob.cl)", True),
        ("ñandú+avisos@españa.example.org.", True),
        ("ana＠ejemplo.cl", True),  # a sign of full width
        ("a razón de 3 @ 100", False),
        ("la cuenta @ChileCompra", False),
        ("https://www.example.org/@servicio", False),
        ("arroba", False),
    ],
)
def test_an_email_address_is_found(text: str, found: bool) -> None:
    assert has_email_address(text) is found


@pytest.mark.parametrize(
    "piece", ["1", "1.", "12.345.678-", "a@", "a.", "DNI ", "C.I. n n n ", "documento ", " "]
)
def test_a_long_text_made_to_be_slow_is_judged_in_time_that_grows_with_it(piece: str) -> None:
    assert_grows_with_its_length(
        lambda length: piece * (length // len(piece)),
        lambda text: (identity_number_in(text), has_email_address(text)),
        1_000_000,
    )
