"""Which units a text names: tables of fragments written for the purpose, one row per finding.

The last column says in which kind of document the wording occurs.
"""

from __future__ import annotations

import doctest
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organica.text import mentions
from organica.text.mentions import Mention, Names, Reference, UnitName, find, references, resolve


@pytest.mark.parametrize(
    ("fragment", "expected", "document"),
    [
        # A rank in any case and a capitalised name with its joining words.
        ("Informar a la División de Obras.", ["División de Obras"], "resolution"),
        ("junto con la división de Obras Públicas, y", ["división de Obras Públicas"], "web page"),
        ("con apoyo del departamento Catastro, el uso", ["departamento Catastro"], "web page"),
        ("a la Oficina de Partes y Archivo.", ["Oficina de Partes y Archivo"], "resolution"),
        ("con la Unidad para la Igualdad de Género y", ["Unidad para la Igualdad de Género"], "regulation"),
        ("la Dirección General de la Mujer elabora", ["Dirección General de la Mujer"], "decree"),
        ("la Dirección general de Riego elabora", ["Dirección general de Riego"], "decree"),
        ("al Despacho del Director Nacional, las", ["Despacho del Director Nacional"], "Colombian decree"),
        ("la Subdirección de Área Sur", ["Subdirección de Área Sur"], "Mexican law"),
        (
            "con la Jefatura de Gabinete de Ministros",
            ["Jefatura de Gabinete de Ministros"],
            "Argentine decree",
        ),
        ("el Departamento\nde Redes informará", ["Departamento\nde Redes"], "PDF with broken lines"),
        ("la Division de Gestion", ["Division de Gestion"], "old system without accents"),
        (
            "la Oficina de Planes, Presupuesto y Mejora, en",
            ["Oficina de Planes, Presupuesto y Mejora"],
            "Peruvian regulation",
        ),
        # Where one name ends and the next begins.
        (
            "al Departamento de Pagos de la División de Obras",
            ["Departamento de Pagos", "División de Obras"],
            "manual",
        ),
        ("la Oficina de Pagos y la Unidad de Control", ["Oficina de Pagos", "Unidad de Control"], "manual"),
        ("la Oficina de Pagos y Oficina de Cobros", ["Oficina de Pagos", "Oficina de Cobros"], "web page"),
        ("la División de Obras y Ministerio de Minas", ["División de Obras"], "decree"),
        ("la Oficina de Pagos (OP) y", ["Oficina de Pagos"], "Peruvian regulation"),
        ("la Oficina de Pagos N° 3", ["Oficina de Pagos"], "resolution"),
        ("Depende de la Oficina de Pagos. Además", ["Oficina de Pagos"], "regulation"),
        # Several names behind one rank: each is the name alone.
        ("los departamentos de Redes e Informática", ["Redes", "Informática"], "manual"),
        ("las Divisiones de Obras y de Riego", ["Obras", "Riego"], "resolution"),
        ("las Divisiones de Pagos y Cobros y de Riego", ["Pagos y Cobros", "Riego"], "resolution"),
        ("las Oficinas de Pagos, Cobros y Archivo", ["Pagos", "Cobros", "Archivo"], "manual"),
        ("la División de Obras y la de Riego", ["División de Obras", "Riego"], "decree"),
        # A rank that stands alone.
        (
            "en coordinación con la Fiscalía de los procesos",
            [],
            "web page: of which Fiscalía it does not say",
        ),
        ("coordinar con la Fiscalía y Gabinete.", ["Fiscalía", "Gabinete"], "web page"),
        ("que le encomiende la Dirección.", ["Dirección"], "web page"),
        # What names nobody.
        ("la unidad encargada y las unidades requirentes", [], "law"),
        ("Las Unidades Ejecutoras informarán", [], "regulation"),
        ("los demás departamentos de la División", [], "web page"),
        ("lo que defina el Departamento", [], "web page: the unit that speaks"),
        ("organismos públicos y servicios del Estado", [], "law"),
        ("cada Dirección, otra Gerencia, la Dirección competente", [], "regulation"),
        ("Dirección y control de las obras", [], "list of functions"),
        ("Secretaría", [], "heading"),
        ("bajo la dirección del Presidente, en coordinación con Obras", [], "law"),
        ("la Secretaria de Actas, doña", [], "minutes: the person"),
        ("el Comité de Coordinación Regional y el Jefe de Gabinete", [], "decree"),
        ("véase la Sección Segunda y la Sección III del", [], "regulation: parts of its text"),
        ("sistemas de Contabilidad, Tesorería, Presupuesto", [], "law: matters"),
        ("EL DEPARTAMENTO DE PAGOS TENDRÁ LAS FUNCIONES", [], "capitals say nothing"),
        ("", [], "nothing"),
    ],
)
def test_ranks_and_capitals_show_what_may_be_a_unit(
    fragment: str, expected: list[str], document: str
) -> None:
    found = find(fragment)
    assert [mention.text for mention in found] == expected, document
    assert all(fragment[mention.start : mention.end] == mention.text for mention in found)


# Two divisions with one department each of the same name, as bodies with regional mirrors have.
OBRAS = UnitName("obras", "División", "División de Obras y Riego", None, "direccion")
NAMES = Names(
    [
        UnitName("direccion", "Dirección", "Dirección Ejecutiva", None, None),
        OBRAS,
        UnitName("personas", "División", "División de Personas", None, "direccion"),
        UnitName("pagos-obras", "Departamento", "Departamento de Administración", None, "obras"),
        UnitName("pagos-personas", "Departamento", "Departamento de Administración", None, "personas"),
        UnitName("compradores", "Departamento", "Departamento de Apoyo a Compradores", None, "obras"),
        UnitName("proveedores", "Departamento", "Departamento de Apoyo a Proveedores", "DAP", "obras"),
        UnitName("control", "Unidad", "Unidad de Control de Gestión", None, "direccion"),
        UnitName("asuntos", "Dirección", "Asuntos Jurídicos", None, "personas"),
        UnitName("fiscalia", "Fiscalía", "Fiscalía", None, "direccion"),
        UnitName("consejo", "Consejo", "Consejo Directivo", None, None),
    ],
    carried={"Oficina de Enganche": "personas", "Oficina Perdida": "no-longer-there"},
    body=("Servicio de Aguas", "SERAGUA"),
)


@pytest.mark.parametrize(
    ("fragment", "expected", "document"),
    [
        ("la División de Obras y Riego", [("División de Obras y Riego", "obras")], "full name"),
        ("la división de obras y riego informará", [("división de obras y riego", "obras")], "lower case"),
        ("LA DIVISION DE OBRAS Y RIEGO", [("DIVISION DE OBRAS Y RIEGO", "obras")], "capitals, no accents"),
        ("la División de Riego", [("División de Riego", "obras")], "a part that distinguishes"),
        ("la División de Obra", [("División de Obra", "obras")], "number and gender apart"),
        ("el departamento Compradores", [("departamento Compradores", "compradores")], "no joining word"),
        ("el departamento de compradores.", [("departamento de compradores", "compradores")], "web page"),
        ("el departamento DAP.", [("departamento DAP", "proveedores")], "acronym behind the rank"),
        ("según DAP e informes", [("DAP", "proveedores")], "acronym alone"),
        ("la Unidad de Apoyo", [("Unidad de Apoyo", None)], "no unit of that kind has it"),
        ("el Departamento de Apoyo", [("Departamento de Apoyo", None)], "two of them have it"),
        ("la Unidad de Asuntos Jurídicos", [("Unidad de Asuntos Jurídicos", "asuntos")], "another rank"),
        (
            "la Dirección de Asuntos Jurídicos",
            [("Dirección de Asuntos Jurídicos", "asuntos")],
            "rank in the kind",
        ),
        ("a la Oficina de Enganche", [("Oficina de Enganche", "personas")], "carried over"),
        ("a la Oficina Perdida", [("Oficina Perdida", None)], "carried over to what is not in force"),
        ("la Fiscalía de SERAGUA", [("Fiscalía de SERAGUA", "fiscalia")], "the body behind the unit"),
        ("la Dirección SERAGUA ofrece", [], "the body itself"),
        ("por la Dirección.", [("Dirección", "direccion")], "the one above"),
        ("la Contraloría", [("Contraloría", None)], "the body has none"),
        ("la Dirección de Deuda", [("Dirección de Deuda", None)], "another body's"),
        (
            "los departamentos de compradores, proveedores y catastro.",
            [("compradores", "compradores"), ("proveedores", "proveedores"), ("catastro", None)],
            "web page",
        ),
        ("los departamentos de compradores y mejorar su gestión", [], "a verb is no name"),
        ("los departamentos interesados y proveedores", [], "suppliers, not their department"),
        (
            "las Divisiones de Obras y Riego y de Personas",
            [("Obras y Riego", "obras"), ("Personas", "personas")],
            "resolution",
        ),
        (
            "los Departamentos de Apoyo a Compradores, Apoyo a Proveedores y Administración",
            [
                ("Apoyo a Compradores", "compradores"),
                ("Apoyo a Proveedores", "proveedores"),
                ("Administración", "pagos-personas"),
            ],
            "names that share a word",
        ),
        (
            "las Divisiones de Obras y Riego y Personas",
            [("Obras y Riego", "obras"), ("Personas", "personas")],
            "the known name holds an y",
        ),
        ("la División de Personas y Catastro", [("División de Personas", "personas")], "capitals run on"),
        ("Informar a Obras y Riego, y", [("Obras y Riego", "obras")], "web page"),
        ("el jefe de Asuntos Jurídicos.", [("Asuntos Jurídicos", "asuntos")], "web page"),
        ("al Consejo Directivo lo que", [("Consejo Directivo", "consejo")], "decree"),
        ("el Consejo Directivo Nacional", [], "another council"),
        ("la ley de Asuntos Jurídicos", [], "a matter"),
        ("la Personas y personas", [], "one word is a matter"),
        ("la unidad de control interno y", [], "everyday word, not the whole name"),
        ("la unidad de control de gestión y", [("unidad de control de gestión", "control")], "whole name"),
        ("el departamento de apoyo técnico", [], "in lower case another one"),
        ("la oficina encargada", [], "law"),
    ],
)
def test_known_names_decide_what_is_a_mention_and_whose(
    fragment: str, expected: list[tuple[str, str | None]], document: str
) -> None:
    found = references(fragment, NAMES, own="personas")
    assert [(one.mention.text, one.unit) for one in found] == expected, document
    assert all(fragment[one.mention.start : one.mention.end] == one.mention.text for one in found)


@pytest.mark.parametrize(
    ("own", "unit"),
    [
        ("pagos-obras", "pagos-obras"),
        ("compradores", "pagos-obras"),
        ("asuntos", "pagos-personas"),
        ("personas", "pagos-personas"),
        ("direccion", None),
        ("not-in-force", None),
    ],
)
def test_of_several_units_with_one_name_the_nearest_is_meant(own: str, unit: str | None) -> None:
    (mention,) = find("con el Departamento de Administración")
    assert resolve(mention, NAMES, own) == unit


def test_nobody_names_itself_by_a_part_that_a_sibling_shares() -> None:
    (mention,) = find("con el Departamento de Apoyo")
    assert resolve(mention, NAMES, own="compradores") is None


def test_a_mention_carries_its_place_and_its_rank() -> None:
    assert references("con la Fiscalía y DAP", NAMES, own="obras") == (
        Reference(Mention(7, 15, "Fiscalía", "Fiscalía"), "fiscalia"),
        Reference(Mention(18, 21, "DAP", None), "proveedores"),
    )


def test_without_names_only_the_looks_remain() -> None:
    assert references("la División de Obras, con DAP", Names([]), own="obras") == (
        Reference(Mention(3, 20, "División de Obras", "División"), None),
    )


def test_a_ring_of_parents_does_not_hold_the_search_up() -> None:
    names = Names([OBRAS, UnitName("direccion", "Dirección", "Dirección de Obras", None, "obras")])
    (mention,) = find("por la Dirección")
    assert resolve(mention, names, own="obras") == "direccion"


WORDS = st.sampled_from(
    [
        *("el", "la", "los", "las", "de", "del", "y", "e", ",", ".", ";", "(", "5", "Nº", "\u00a0", "\n"),
        *(
            "División",
            "divisiones",
            "Departamento",
            "departamentos",
            "Fiscalía",
            "UNIDAD",
            "áreas",
            "general",
        ),
        *("Obras", "Riego", "obras", "Compradores", "Apoyo", "Personas", "DAP", "Consejo", "Directivo"),
        *("SERAGUA", "ñ\u0303", "İ"),
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_text_yields_mentions_in_order_that_do_not_overlap_and_quote_it(text: str) -> None:
    for found in (find(text), tuple(one.mention for one in references(text, NAMES, own="obras"))):
        assert all(text[mention.start : mention.end] == mention.text != "" for mention in found)
        assert all(one.end <= other.start for one, other in pairwise(found))


def test_the_example_of_use_holds() -> None:
    assert doctest.testmod(mentions).failed == 0
