"""Which unit stands under which: lists, sentences, running heads; and what is not said."""

from __future__ import annotations

import pytest

from organica.domain.outline import DoubtCode
from organica.importer import read_text
from tests.importer.legal.makers import an_act, parents

JURIDICA = ("Artículo 8. Son funciones de la Oficina Jurídica:", "a) Informar;", "b) Defender.")
GENERAL = ("Artículo 9. Son funciones de la Dirección General:", "a) Dirigir;", "b) Mandar.")
BODY = "Apruébase la estructura orgánica del Servicio Nacional de Faros."


@pytest.mark.parametrize(
    ("paragraphs", "parent"),
    [
        (["Artículo 1. La estructura del Servicio será la siguiente:", "1. Dirección General", "1.1. Oficina Jurídica"], "Dirección General"),
        (["Artículo 1. La estructura es la siguiente:", "1. Dirección General", "a) Oficina Jurídica", "2. Secretaría"], "Dirección General"),
        (["Artículo 1. La Dirección General está conformada por las siguientes unidades:", "a) Oficina Jurídica.", "b) Secretaría."], "Dirección General"),
        (["Artículo 1. De la Dirección General dependen las siguientes oficinas:", "a) Oficina Jurídica.", "b) Secretaría."], "Servicio Nacional de Faros"),
        (["Artículo 1. La estructura es la siguiente:", "1. Dirección General", "2. Oficina Jurídica"], "Servicio Nacional de Faros"),
        (["Artículo 1. La Oficina Jurídica dependerá de la Dirección General."], "Dirección General"),
        (["Artículo 1. La Oficina Jurídica depende directamente de la Dirección General y tendrá un jefe."], "Dirección General"),
        (["Artículo 1. La Oficina Jurídica es una unidad de dependencia directa de la Dirección General."], "Dirección General"),
        (["Artículo 1. La Oficina Jurídica depende administrativamente de la Dirección General y técnicamente del Fiscal."], "Dirección General"),
        (["Artículo 1. La Dirección General contará con una Oficina Contable y una Oficina Jurídica."], "Dirección General"),
        (["Artículo 1. La Oficina Jurídica, dependiente de la Dirección General, informará en derecho."], "Dirección General"),
        (["Artículo 1. Es así.", "La Oficina Jurídica, dependiente de la Dirección General, informa en derecho."], "Dirección General"),
        (["Artículo 1. La Dirección General contará con una Oficina Jurídica."], "Dirección General"),
        (["Artículo 1. La Oficina Jurídica dependerá del Servicio."], "Servicio Nacional de Faros"),
        (["Artículo 1. Otra cosa."], "Servicio Nacional de Faros"),
        # A sentence about one unit says more than the list of all.
        (["Artículo 1. La estructura es la siguiente:", "1. Secretaría", "1.1. Oficina Jurídica", "Artículo 2. La Oficina Jurídica dependerá de la Dirección General."], "Dirección General"),
    ],
)  # fmt: skip
def test_a_parent_is_what_the_text_says(paragraphs: list[str], parent: str | None) -> None:
    assert parents(BODY, *paragraphs, *JURIDICA, *GENERAL)["Oficina Jurídica"] == parent


def test_a_group_of_units_is_no_parent() -> None:
    found = parents(
        BODY, "Artículo 1. La estructura es la siguiente:", "1. Órganos de dirección", "1.1. Dirección General",
        "2. Órganos de apoyo", "2.1. Oficina Jurídica", *JURIDICA, *GENERAL,
    )  # fmt: skip
    assert found["Dirección General"] == found["Oficina Jurídica"] == "Servicio Nacional de Faros"


def test_a_list_of_units_may_be_set_as_headings() -> None:
    outline = read_text(
        "# DECRETO 7\n\nDECRETA:\n\n**Artículo 1.** La estructura es la siguiente:\n\n"
        "### 1. Dirección General\n\n1.1. Oficina Jurídica\n\n### 2. Secretaría\n\n2.1. Oficina Contable\n\n"
        "**Artículo 2.** Son funciones de la Oficina Jurídica:\n\na) Informar;\n\nb) Defender.\n\n"
        "**Artículo 3.** Son funciones de la Oficina Contable:\n\na) Pagar;\n\nb) Cobrar.\n"
    )
    assert {unit.name: unit.parent for unit in outline.units} == {
        "Oficina Jurídica": "Dirección General",
        "Oficina Contable": "Secretaría",
    }


def test_it_is_the_unit_at_hand() -> None:
    found = parents(
        *GENERAL, "Artículo 10. Oficina Jurídica. Dependerá de la Dirección General y tendrá las siguientes funciones:",
        "a) Informar.", "b) Defender.",
    )  # fmt: skip
    assert found["Oficina Jurídica"] == "Dirección General"


def test_the_head_of_a_superior_stands_above_its_parts() -> None:
    found = parents(
        "DIRECCIÓN DE OBRAS", "ACCIONES", "1. Dirigir.", "DIRECCIÓN DE OBRAS", "OFICINA DE PLANOS", "ACCIONES", "1. Guardar.",
        "DIRECCIÓN DE OBRAS", "OFICINA DE CAMINOS", "ACCIONES", "1. Medir.", "DIRECCIÓN DE SALUD", "ACCIONES", "1. Curar.",
    )  # fmt: skip
    assert found == {
        "DIRECCIÓN DE OBRAS": None,
        "OFICINA DE PLANOS": "DIRECCIÓN DE OBRAS",
        "OFICINA DE CAMINOS": "DIRECCIÓN DE OBRAS",
        "DIRECCIÓN DE SALUD": None,
    }


@pytest.mark.parametrize(
    "group",
    ["UNIDADES DEPENDIENTES DE LA DIRECCIÓN DE OBRAS", "OFICINAS DEPENDIENTES DE LA DIRECCIÓN DE OBRAS"],
)
def test_a_head_may_say_what_the_units_below_it_depend_on(group: str) -> None:
    found = parents(
        "DIRECCIÓN DE OBRAS", "ACCIONES", "1. Dirigir.", group, "OFICINA DE PLANOS", "ACCIONES", "1. Guardar.",
        "OFICINA DE CAMINOS", "ACCIONES", "1. Medir.", "DIRECCIÓN DE SALUD", "ACCIONES", "1. Curar.",
    )  # fmt: skip
    assert found == {
        "DIRECCIÓN DE OBRAS": None,
        "OFICINA DE PLANOS": "DIRECCIÓN DE OBRAS",
        "OFICINA DE CAMINOS": "DIRECCIÓN DE OBRAS",
        "DIRECCIÓN DE SALUD": None,
    }


def test_the_title_of_a_division_may_say_what_the_units_of_its_articles_depend_on() -> None:
    found = parents(
        "Sección 1.ª Otros órganos directamente dependientes de la Dirección General", *JURIDICA,
        "Artículo 10. Oficina Contable. Le corresponde:", "a) Pagar;", "b) Cobrar.",
        "Sección 2.ª Disposiciones comunes", "Artículo 11. Oficina de Cartas. Le corresponde:", "a) Abrir;", "b) Cerrar.",
    )  # fmt: skip
    assert found == {
        "Oficina Jurídica": "Dirección General",
        "Oficina Contable": "Dirección General",
        "Oficina de Cartas": None,
    }


def test_what_is_not_said_is_assumed_and_doubted_once() -> None:
    outline = read_text(an_act(BODY, *JURIDICA, *GENERAL))
    assert [(unit.name, unit.parent) for unit in outline.units] == [
        ("Oficina Jurídica", "Servicio Nacional de Faros"),
        ("Dirección General", "Servicio Nacional de Faros"),
    ]
    assumed = [doubt for doubt in outline.doubts if doubt.code is DoubtCode.PARENTS_ASSUMED]
    assert [(doubt.subject, doubt.printed) for doubt in assumed] == [("Servicio Nacional de Faros", "2")]


def test_a_post_stands_in_the_unit_of_its_article() -> None:
    found = parents(
        *JURIDICA,
        "Artículo 10. Oficina Jurídica. El Jefe tendrá las siguientes funciones:",
        "a) Firmar.",
        "b) Citar.",
    )
    assert found["Jefe"] == "Oficina Jurídica"
