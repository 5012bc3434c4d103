"""The templates of statutory tables: their headers to the letter, and files that are refused with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from organica.domain.errors import Fact
from organica.domain.statutory import VALUES, Paper, TableKind, Value
from organica.files.errors import FileRefused
from organica.files.template_errors import TemplateFolderMissing
from organica.files.template_file import included_templates, templates_of
from tests.support.statutory import a_template

HEAD = """\
organica: statutory-template/1
country: cl
template: facultades
title: {es: Facultades, en: Powers}
law: Ley 20.285, artículo 7
"""
WHOLE = HEAD + "kind: powers\nconfirmed: false\ncolumns:\n  - {header: Unidad, value: unit_name}\n"
# The lines of each fragment stand after HEAD: its first line is line 6.
FRAGMENTS: list[tuple[str, str, tuple[int, int], dict[str, Fact]]] = [
    (
        "kind: powers\nconfirmed: true\ncolumns:\n  - {header: Unidad, value: unit_name}",
        "confirmed_without_source",
        (7, 12),
        {"template": "facultades"},
    ),
    ("kind: powers\nconfirmed: false\ncolumns: []", "empty_value", (8, 10), {}),
    (
        "kind: norms\nconfirmed: false\ncolumns:\n  - {header: Unidad, value: unit_name}",
        "value_out_of_place",
        (9, 29),
        {"value": "unit_name", "kind": "norms"},
    ),
    (
        "kind: structure\nconfirmed: false\ncolumns:\n  - {header: Funciones, value: description}",
        "value_out_of_place",
        (9, 32),
        {"value": "description"},
    ),
    (
        "kind: powers\nconfirmed: false\ncolumns:\n  - {header: Enlace, value: text_url, unamended: No}",
        "unamended_out_of_place",
        (9, 50),
        {"value": "text_url"},
    ),
    (
        "kind: powers\nconfirmed: false\nnewer: otra\ncolumns:\n  - {header: Unidad, value: unit_name}",
        "newer_template_unknown",
        (8, 8),
        {"newer": "otra", "country": "cl"},
    ),
    (
        "kind: powers\nconfirmed: false\npaper: a3\ncolumns:\n  - {header: Unidad, value: unit_name}",
        "unknown_choice",
        (8, 8),
        {"value": "a3"},
    ),
    (
        "kind: powers\nconfirmed: false\ncolumns:\n  - {header: Unidad, value: unit}",
        "unknown_choice",
        (9, 29),
        {"value": "unit"},
    ),
    (
        "kind: poderes\nconfirmed: false\ncolumns:\n  - {header: Unidad, value: unit_name}",
        "unknown_choice",
        (6, 7),
        {"value": "poderes"},
    ),
    (
        "kind: powers\ncolumns:\n  - {header: Unidad, value: unit_name}",
        "missing_key",
        (1, 1),
        {"key": "confirmed"},
    ),
    (
        "kind: powers\nconfirmed: false\ncolumns:\n  - {header: Unidad, valor: unit_name}",
        "unknown_key",
        (9, 22),
        {"key": "valor"},
    ),
    (
        "kind: powers\nconfirmed: false\ncolumns:\n  - {header: Fecha, value: signed_on}\n"
        "  - {header: Fecha, value: published_on}",
        "header_taken",
        (10, 14),
        {"header": "Fecha"},
    ),
]


def in_a_folder(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_newest_headers_of_the_chilean_portal_stand_to_the_letter() -> None:
    template = a_template()
    assert template.headers == (
        "Unidad u órgano interno",
        "Descripción de las facultades, funciones y atribuciones",
        "Artículos de la ley, reglamento, u otro acto administrativo, que las otorgó",
        "Fecha de publicación, si corresponde",
        "Enlace a la publicación o archivo del texto íntegro y actualizado",
        "Fecha de última modificación (dd/mm/aaaa)",
        "Fecha promulgación",
    )
    assert (template.confirmed, template.newer) == (True, None)
    assert template.source == "portaltransparencia.cl/PortalPdT/pdtta/-/ta/MU259/EO/FFA"


def test_the_earlier_headers_are_a_template_of_their_own_which_names_the_newer_one() -> None:
    template = a_template("facultades-anterior")
    assert template.headers == (
        "Unidad u órgano interno",
        "Facultades, funciones o atribuciones",
        "Fuente Legal",
        "Fecha de publicación (dd/mm/aaaa)",
        "Enlace a la publicación o archivo del texto íntegro y actualizado",
        "Fecha de última modificación (dd/mm/aaaa)",
    )
    assert (template.confirmed, template.newer) == (True, "facultades")


def test_the_norms_have_the_headers_of_the_sheet_that_the_government_gave_out() -> None:
    template = a_template("marco-normativo")
    assert template.headers == (
        "Tipo de norma",
        "Número",
        "Nombre/título",
        "¿Publicado en el Diario Oficial? (Sí/No)",
        "Fecha de publicación en el Diario Oficial o fecha de dictación (dd/mm/aaaa)",
        "Enlace a la publicación o archivo correspondiente",
        "Fecha última modificación (dd/mm/aaaa), si corresponde",
    )
    assert template.source == "github.com/kailIII/GobiernoTransparente, asistente/marconormativo.csv"


def test_each_country_prints_on_the_paper_of_its_offices() -> None:
    papers = {"cl": Paper.LETTER, "py": Paper.A4}
    assert {each.paper == papers[each.country] for each in included_templates()} == {True}


def test_chile_and_paraguay_have_the_trio_and_only_what_was_read_is_confirmed() -> None:
    told = {(each.country, each.code): (each.kind, each.confirmed) for each in included_templates()}
    assert told == {
        ("cl", "estructura"): (TableKind.STRUCTURE, False),
        ("cl", "facultades"): (TableKind.POWERS, True),
        ("cl", "facultades-anterior"): (TableKind.POWERS, True),
        ("cl", "marco-normativo"): (TableKind.NORMS, True),
        ("py", "estructura"): (TableKind.STRUCTURE, False),
        ("py", "facultades"): (TableKind.POWERS, False),
        ("py", "marco-normativo"): (TableKind.NORMS, False),
    }
    assert all(each.note for each in included_templates() if not each.confirmed)
    letters = {"estructura": "a", "facultades": "b", "marco-normativo": "c"}
    for each in included_templates():
        if each.country == "py":
            assert each.law == f"Ley 5282/2014, artículo 8, letra {letters[each.code]}"


def test_every_value_is_of_some_kind_of_row() -> None:
    assert frozenset().union(*VALUES.values()) == set(Value)
    assert set(VALUES) == set(TableKind)


def test_a_file_that_is_whole_is_read(tmp_path: Path) -> None:
    whole = WHOLE.replace("template: facultades", "template: propia")
    found = {(each.country, each.code): each for each in templates_of(in_a_folder(tmp_path, uno=whole))}
    assert found[("cl", "propia")].headers == ("Unidad",)
    assert {place: each for place, each in found.items() if place != ("cl", "propia")} == {
        (each.country, each.code): each for each in included_templates()
    }


def test_a_file_of_the_operator_takes_the_place_of_the_included_one(tmp_path: Path) -> None:
    (tmp_path / "uno.yml").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "leame.txt").write_text("no es una planilla", encoding="utf-8")
    found = templates_of(tmp_path)
    assert len(found) == len(included_templates())
    [template] = [each for each in found if (each.country, each.code) == ("cl", "facultades")]
    assert (template.headers, template.confirmed) == (("Unidad",), False)


def test_a_folder_that_is_not_there_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(TemplateFolderMissing) as refusal:
        templates_of(tmp_path / "ninguna")
    assert refusal.value.facts == {"folder": (tmp_path / "ninguna").as_posix()}
    assert "ORGANICA_TEMPLATES" in refusal.value.cure("en")


@pytest.mark.parametrize(("fragment", "code", "place", "facts"), FRAGMENTS)
def test_a_file_that_is_wrong_is_refused_with_its_place(
    fragment: str, code: str, place: tuple[int, int], facts: dict[str, Fact], tmp_path: Path
) -> None:
    with pytest.raises(FileRefused) as refusal:
        templates_of(in_a_folder(tmp_path, uno=HEAD + fragment + "\n"))
    assert refusal.value.code == code
    assert (refusal.value.facts["line"], refusal.value.facts["column"]) == place
    assert {name: refusal.value.facts[name] for name in facts} == facts
    assert str(refusal.value.facts["file"]).endswith("/uno.yaml")


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    other = WHOLE.replace("statutory-template/1", "statutory-template/2")
    with pytest.raises(FileRefused) as refusal:
        templates_of(in_a_folder(tmp_path, uno=other))
    assert (refusal.value.code, refusal.value.facts["line"]) == ("unknown_choice", 1)


def test_two_templates_of_a_country_never_share_a_code(tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refusal:
        templates_of(in_a_folder(tmp_path, uno=WHOLE, dos=WHOLE))
    assert refusal.value.code == "template_taken"
    assert refusal.value.facts["first"] == (tmp_path / "dos.yaml").as_posix()
    paraguayan = WHOLE.replace("country: cl", "country: py")
    in_a_folder(tmp_path, dos=paraguayan)
    mine = [each.country for each in templates_of(tmp_path) if each.headers == ("Unidad",)]
    assert mine == ["cl", "py"]
