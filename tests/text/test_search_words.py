"""Words as search compares them: a table of what must meet, of what must not, and of what a question asks."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organica.text.fold import unaccented
from organica.text.question_words import ASKING_WORDS, STOP_WORDS
from organica.text.search_words import MAX_LETTERS, asked_words, words_of

# Each line meets in one stem; the first column says where such words stand.
FAMILIES = [
    (
        "name of a unit",
        "capacitación capacitacion capacitaciones CAPACITACIÓN capacitar capacitando capacitado",
    ),
    ("function", "comprador compradores compradora COMPRADORES"),
    ("function", "compra compras"),
    ("function", "reclamo reclamos"),
    ("name of a unit", "gestión gestiones gestionar gestion"),
    ("function", "diseño diseños diseñar diseno DISEÑO"),
    ("function", "sanción sanciones sancionar sancion"),
    ("function", "certificación certificar certificaciones certificacion"),
    ("function", "planificar planificación planificaciones"),
    ("name of a unit", "fiscalización fiscalizar fiscalizaciones"),
    ("name of a unit", "jurídica jurídico juridicas jurídicos"),
    ("name of a unit", "estadística estadisticas estadístico"),
    ("name of a unit", "tecnologías tecnología tecnologia"),
    ("name of a unit", "contraloría contraloria contralorías"),
    ("question", "atención atencion atender atiende atienden"),
    ("question", "formar forman formación formaciones"),
    ("function", "licitación licitaciones licitar licitacion"),
    ("function", "convenio convenios"),
    ("function", "plan planes"),
    ("function", "nivel niveles"),
    ("law", "ley leyes"),
    ("law", "interés intereses"),
    ("function", "país países"),
    ("function", "mes meses"),
    ("function", "cliente clientes"),
    ("function", "informe informes"),
    ("function", "evaluar evaluación evaluaciones evalúa"),
    ("function", "indicador indicadores"),
    ("name of a unit", "secretaría secretaria secretarías"),
]
# Words that look alike and are others.
STRANGERS = [
    ("formación", "forma"),
    ("formación", "formal"),
    ("comprador", "compra"),
    ("gestión", "gesto"),
    ("atención", "tensión"),
    ("capacitación", "capital"),
    ("presupuesto", "supuesto"),
    ("ley", "lectura"),
]
QUESTIONS = [
    ("¿quién ve la capacitación de compradores?", "capacitacion comprador"),
    ("¿Quién está a cargo de los convenios marco?", "convenio marco"),
    ("¿Qué unidad está a cargo de los reclamos?", "reclamo"),
    ("¿cuál es la unidad encargada de pagos?", "pago"),
    ("que departamento ve licitaciones", "licitacion"),
    ("¿Dónde se forman los proveedores?", "forman proveedor"),
    ("a quién le corresponde fiscalizar", "fiscalizar"),
    ("departamento de compras", "departamento compra"),
    ("unidad de auditoría", "unidad auditoria"),
    ("responsable", "responsabl"),
    ("cargos", "cargo"),
    ("¿quién es el responsable de la bodega?", "bodega"),
    ("resolución 35B", "resolucion 35b"),
    ("compras, compra y COMPRAS", "compra"),
    ("letra b) del artículo 3", "letra articulo 3"),
]
WORDLESS = [
    "",
    "   ",
    "¿?¡!",
    "de la y",
    "¿quién ve?",
    "¿quién está a cargo?",
    "¿qué unidad?",
    "¿Cuál es el departamento?",
    "a b c",
    "\x00\x01",
    "\ud800\udfff",
    "🙂 🙂",
    "\u0301\u0301",
    "x" * (MAX_LETTERS + 1),
]


def stems(text: str) -> set[str]:
    return {word.stem for word in words_of(text)}


@pytest.mark.parametrize(("kind", "family"), FAMILIES, ids=[family for _, family in FAMILIES])
def test_a_family_of_words_meets_in_one_stem(kind: str, family: str) -> None:
    assert len(stems(family)) == 1, kind


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_words_that_only_look_alike_do_not_meet(one: str, other: str) -> None:
    assert not stems(one) & stems(other)


def test_singular_and_plural_have_one_form_and_other_kin_another() -> None:
    forms = {word.form for word in words_of("capacitación capacitaciones CAPACITACION capacitar")}
    assert forms == {"capacitacion", "capacitar"}


@pytest.mark.parametrize(("question", "words"), QUESTIONS)
def test_a_question_looks_for_the_words_that_tell(question: str, words: str) -> None:
    assert " ".join(word.form for word in asked_words(question)) == words


@pytest.mark.parametrize("question", WORDLESS)
def test_a_question_without_a_telling_word_looks_for_nothing(question: str) -> None:
    assert asked_words(question) == []


def test_places_are_those_of_the_literal_text_and_count_indexed_words_only() -> None:
    text = "a) La «Capacitación» de compradores; su CAPACITACIÓN, y/o formación."
    found = [(text[word.start : word.end], word.place) for word in words_of(text)]
    assert found == [("Capacitación", 0), ("compradores", 1), ("CAPACITACIÓN", 2), ("formación", 3)]


def test_an_accent_of_its_own_belongs_to_the_word_and_to_its_place() -> None:
    text = unicodedata.normalize("NFD", "la capacitación y el diseño")
    assert [text[word.start : word.end] for word in words_of(text)] == [
        unicodedata.normalize("NFD", "capacitación"),
        unicodedata.normalize("NFD", "diseño"),
    ]
    assert stems(text) == stems("capacitación diseño")


def test_characters_beyond_the_first_plane_count_as_one() -> None:
    text = "🙂 capacitación"
    assert [(word.start, word.end) for word in words_of(text)] == [(2, 14)]


def test_the_tables_are_written_as_folding_leaves_words() -> None:
    for word in STOP_WORDS | ASKING_WORDS:
        assert word == unaccented(word).casefold()
    assert not STOP_WORDS & ASKING_WORDS


@given(st.text(max_size=200))
def test_any_text_gives_words_within_it_in_their_order(text: str) -> None:
    found = words_of(text)
    assert [word.place for word in found] == list(range(len(found)))
    edges = [edge for word in found for edge in (word.start, word.end)]
    assert edges == sorted(edges)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(word.stem and word.form for word in found)


@given(st.text(alphabet="aáeéiíoóuúüñcsndrlmpt ", max_size=60))
def test_accents_make_no_difference(text: str) -> None:
    plain = unaccented(text)
    assert [(word.stem, word.form) for word in words_of(text)] == [
        (word.stem, word.form) for word in words_of(plain)
    ]
