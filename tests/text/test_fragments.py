"""Rules of Spanish text, as tables of fragments written for the purpose: one row per finding."""

from __future__ import annotations

import pytest

from organica.text.awaited_labels import awaited, stands_behind
from organica.text.fold import folded, same_name, words
from organica.text.kinds import UNIT_KINDS, kind_named, kind_that_begins
from organica.text.labels import first_label_like, labelled, labels_after
from organica.text.normalise import normalised
from organica.text.numbers import cardinal
from organica.text.persons import person_name
from organica.text.slug import slug


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("Gestio\u0301n", "Gestión"),  # accents apart, as some systems save them
        ("uno\r\ndos\rtres", "uno\ndos\ntres"),
        ("\ufeffUnidad", "Unidad"),  # a byte mark
        ("texto \u00a0\n\u00a0\n", "texto\n\n"),  # non-breaking spaces at the ends of lines
        ("dos  espacios y\u00a0uno fijo", "dos  espacios y\u00a0uno fijo"),  # inside, literal
        ("art. 5\u2028sigue\x0cotra\tvez", "art. 5 sigue otra vez"),  # no line ends of the file: blanks
        ("Aten\u00adción \u202eUsua\u200bria\u2060\uffff", "Atención Usuaria"),  # nobody sees these
        ("admi\u00ad\nnistración\n\u00ad", "admi\u00ad\nnistración\n"),  # joins what it parts
    ],
)
def test_normalising_leaves_what_is_seen_inside_a_line_literal(published: str, expected: str) -> None:
    assert normalised(published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("División de Gestión Usuaria", "division de gestion usuaria"),
        ("DISEÑO, y/o «Diseño»", "diseno y o diseno"),
        ("Nº 5", "n 5"),
        ("N° 5", "n 5"),
        ("—", ""),
    ],
)
def test_folding_forgets_accents_case_and_punctuation(text: str, expected: str) -> None:
    assert folded(text) == expected
    assert words(text) == tuple(expected.split())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Oficina de Partes", "oficina  de PARTES", True),
        ("Oficina de Partes", "Oficina Partes", False),
        ("Oficina de Gestión", "Oficina de Gestion", False),
    ],
)
def test_a_name_is_the_same_up_to_case(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


@pytest.mark.parametrize(
    ("name", "code"),
    [
        # The six permanent codes of the first body.
        ("División de Gestión Usuaria", "gestion-usuaria"),
        ("Departamento de Gestión y Asesoría de Compradores", "gestion-y-asesoria-de-compradores"),
        ("Departamento de Gestión y Participación de Proveedores", "gestion-y-participacion-de-proveedores"),
        (
            "Departamento Diseño de Servicios y Experiencia Usuaria",
            "diseno-de-servicios-y-experiencia-usuaria",
        ),
        ("Departamento de Formación y Capacitación Usuaria", "formacion-y-capacitacion-usuaria"),
        ("Departamento de Atención Usuaria", "atencion-usuaria"),
        ("Oficina del Consumidor", "consumidor"),
        ("Unidad de la Mujer", "mujer"),
        ("Dirección de los Ríos", "rios"),
        ("Unidad de Laboratorios", "laboratorios"),
        ("Fiscalía", "fiscalia"),
        ("Dirección de", "direccion-de"),
        ("Consejo Consultivo", "consejo-consultivo"),
        ("Sección 2.ª (I+D)", "2-i-d"),
        ("***", ""),
    ],
)
def test_a_code_is_the_name_without_its_rank(name: str, code: str) -> None:
    assert slug(name) == code


def test_a_code_is_cut_between_words_where_codes_may_not_be_longer() -> None:
    assert slug("Unidad de " + "coordinación " * 20) == "-".join(["coordinacion"] * 9)
    assert slug("x" * 200) == "x" * 120


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("División de Estudios", "División"),
        ("SUBDEPARTAMENTO DE PAGOS", "Subdepartamento"),
        ("Area de Redes", "Área"),
        ("El Departamento de Pagos", None),
        ("Departamentos", None),
        ("", None),
    ],
)
def test_the_first_word_of_a_name_is_its_kind(name: str, kind: str | None) -> None:
    found = kind_that_begins(name)
    assert (found.word if found else None) == kind


def test_every_kind_is_found_by_its_singular_and_its_plural() -> None:
    for kind in UNIT_KINDS:
        assert kind_named(kind.word) == kind
        assert kind_named(kind.plural) == kind
    assert kind_named("dos departamentos") is None


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("un", 1), ("una", 1), ("cinco", 5), ("quince", 15), ("Dieciséis", 16), ("veintiuna", 21),
        ("veintidós", 22), ("veintitrés", 23), ("treinta", 30), ("12", 12), ("varios", None), ("", None),
        ("9999999", None),
    ],
)  # fmt: skip
def test_numbers_are_read_in_words_and_in_digits(word: str, number: int | None) -> None:
    assert cardinal(word) == number


@pytest.mark.parametrize(
    ("item", "label", "text"),
    [
        ("a. Llevar el registro.", "a", "Llevar el registro."),
        ("b) Llevar el registro.", "b", "Llevar el registro."),
        ("B) Llevar el registro.", "B", "Llevar el registro."),
        ("ll) Llevar el registro.", "ll", "Llevar el registro."),
        ("ñ) Llevar el registro.", "ñ", "Llevar el registro."),
        ("1. Llevar", "1", "Llevar"),
        ("1.- Llevar", "1", "Llevar"),
        ("1. - Llevar", "1", "Llevar"),
        ("12) Llevar", "12", "Llevar"),
        ("c.  Dos  espacios", "c", "Dos  espacios"),
    ],
)
def test_a_label_is_read_without_its_punctuation(item: str, label: str, text: str) -> None:
    found = labelled(item)
    assert found is not None
    assert (found.label, found.text) == (label, text)


@pytest.mark.parametrize("item", ["Asesorar.", "a.b", "a.", "1.500 casos", "D.S. 250", "2024 fue", "a la"])
def test_what_only_looks_like_a_label_is_none(item: str) -> None:
    assert labelled(item) is None


@pytest.mark.parametrize(
    ("label", "after"),
    [
        ("a", ("b",)), ("l", ("m", "ll")), ("ll", ("m",)), ("n", ("o", "ñ")), ("ñ", ("o",)),
        ("C", ("D", "CH")), ("9", ("10",)), ("z", ("aa",)), ("aa", ("bb",)),
    ],
)  # fmt: skip
def test_old_and_new_alphabets_may_both_follow(label: str, after: tuple[str, ...]) -> None:
    assert labels_after(label) == after


@pytest.mark.parametrize(("label", "first"), [("d", "a"), ("D", "A"), ("3", "1")])
def test_a_list_begins_in_the_style_of_its_labels(label: str, first: str) -> None:
    assert first_label_like(label) == first


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Ana Ruiz", True),
        ("María José de la Fuente O'Higgins", True),
        ("Juan P. Soto-Mayor", True),
        ("ANA RUIZ", True),
        ("Ana", False),
        ("Ana Ruiz (s)", False),
        ("Ana Ruiz, Jefa", False),
        ("Directora Ana Ruiz", False),
        ("Misión Institucional", False),
        ("Oficina Central", False),
        ("Tiene por objetivo", False),
        ("Calle 5", False),
    ],
)
def test_a_person_is_two_or_more_capitalised_words_and_nothing_else(line: str, person: bool) -> None:
    assert person_name(line) is person


@pytest.mark.parametrize(
    ("item", "label", "text"),
    [
        ("y d) Fertilizar.", "d", "Fertilizar."),
        ("o 3. Fertilizar.", "3", "Fertilizar."),
        ("c.1 El presupuesto;", "c.1", "El presupuesto;"),
        ("c.2) El plan;", "c.2", "El plan;"),
        ("1.2.1 de obra;", "1.2.1", "de obra;"),
        ("II Bis. Prestar;", "II Bis", "Prestar;"),
        ("2 bis.- Cambiar.", "2 bis", "Cambiar."),
        ("d quáter) Cambiar.", "d quáter", "Cambiar."),
    ],
)
def test_some_labels_are_such_only_where_they_are_awaited(item: str, label: str, text: str) -> None:
    assert labelled(item) is None
    found = awaited(item)
    assert found is not None
    assert (found.label, found.text) == (label, text)


@pytest.mark.parametrize(
    "item",
    ["y dirigir.", "o bien", "D.S. 250", "a.b", "c.1", "2 bis", "II Bis de la ley", "1.2 Obra", "1.500", "bis. Uno", "2 bisontes."],
)  # fmt: skip
def test_what_looks_like_an_awaited_label_is_none(item: str) -> None:
    assert awaited(item) is None


@pytest.mark.parametrize(
    ("label", "base"), [("II bis", "II"), ("2 TER", "2"), ("d quáter", "d"), ("bis", None), ("II", None)]
)
def test_a_label_put_in_later_stands_behind_another(label: str, base: str | None) -> None:
    assert stands_behind(label) == base
