"""Any legal text is read: no line vanishes, no word is added or told twice, and hostile ones take no long time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from organica.domain.outline import DoubtCode, Outline, Place
from organica.importer import ReadRefused, read_text
from tests.importer.legal.makers import all_functions, an_act
from tests.support.growth import assert_grows_with_its_length

# Each "{n}" becomes a word that no other line has.
PIECES = st.sampled_from(
    ["DECRETA:", "VISTO:", "CONSIDERANDO: que conviene {n}", "Artículo 1. Son funciones de la Oficina de Partes:", "Artículo 2",
     "Artículo 3. Oficina Jurídica. Tendrá las siguientes funciones:", "Art. 4.- (Del Directorio).- Le corresponde:",
     "CAPÍTULO II", "SECCIÓN 1ª De la Dirección de Obras", "DISPOSICIONES TRANSITORIAS", "DIRECCIÓN DE OBRAS", "Oficina de Planos",
     "ACCIONES", "OBJETIVO", "FUNCIONES GENERALES", "RESPONSABILIDAD PRIMARIA", "INTEGRANTES", "Esta unidad tendrá las siguientes funciones:",
     "La estructura es la siguiente:", "El Consejo estará integrado por:", "La Oficina de Partes es el órgano de cartas {n}.",
     "La Oficina de Partes dependerá de la Dirección de Obras.", "Existirá un Comité de Ética, que asesora {n}.",
     "a) Abrir cartas {n};", "b) Cerrar {n}:", "c) Sellar {n}; d) Guardar bien.", "i) cartas {n};", "ii) cajas {n}.", "1. Medir calles {n}.",
     "2. Dirección General", "1.1 Oficina de Planos", "- Dibujar {n}.", "- Alcalde {n}", "I. Dictar {n}.", "II) Delegar {n}.", "l) Oír {n}.",
     "(Derogado.)", "b) (*)", "[...] 5. Citar {n}.", "Dirigir las obras del municipio {n}.", "Las demás que le encargue la ley {n}.",
     "Además, deberá informar al Alcalde {n}.", "que sigue {n} abajo", "y guardar las copias {n}", "- 12 -", "a)", "", "", "", "o",
     "UNIDADES DEPENDIENTES DE LA DIRECCIÓN DE OBRAS", "Deróguese el artículo 5.", "Comuníquese y archívese.", "Se exceptúan las cajas {n}.",
     "Créase el Servicio de Faros (SF).", "“Artículo 9. El Servicio velará por:", "Modifícase el artículo 3:", "§ 2º Às Comissões cabe:"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map(
    lambda pieces: "\n".join(piece.replace("{n}", f"n{number}") for number, piece in enumerate(pieces))
)


_OWN_WORD = re.compile(r"n\d+")


def accounted_lines(outline: Outline) -> set[int]:
    """The lines of which the outline says something; doubts about the whole text say nothing of a line."""
    whole = {DoubtCode.NO_SOURCE, DoubtCode.NO_UNIT}
    places = [
        one.place
        for group in (outline.units, outline.sources, outline.amendments, outline.passed_over)
        for one in group
    ]
    places += [doubt.place for doubt in outline.doubts if doubt.code not in whole]
    return {n for place in places for n in range(place.first_line, place.last_line + 1)}


@settings(deadline=None)  # a busy machine is no failure
@given(TEXTS)
# A paragraph behind the last item before an order of amendment belongs to the unit, too.
@example(
    "Artículo 1. Son funciones de la Oficina de Partes:\nb) Cerrar:\nOficina de Planos\nDeróguese el artículo 5.\nc) Sellar."
)
@example("- 12 -")
def test_any_legal_text_is_read_and_no_line_vanishes(text: str) -> None:
    try:
        outline = read_text(text)
    except ReadRefused:
        return
    told = accounted_lines(outline)
    for number, line in enumerate(text.split("\n"), 1):
        # A page number in the middle of a sentence is no text.
        assert not line or number in told or line == "- 12 -", (number, line)


@settings(deadline=None)
@given(TEXTS)
def test_functions_and_objectives_are_words_of_the_text_each_told_once(text: str) -> None:
    try:
        outline = read_text(text)
    except ReadRefused:
        return
    lines = text.split("\n")
    told: Counter[str] = Counter()
    for unit in outline.units:
        assert 1 <= unit.place.first_line <= unit.place.last_line <= len(lines)
        for one in all_functions(unit.functions):
            assert (
                unit.place.first_line <= one.place.first_line <= one.place.last_line <= unit.place.last_line
            )
            _assert_said(one.text, one.place, lines)
            told.update(_OWN_WORD.findall(one.text))
        if unit.objective is not None:
            assert unit.objective_place is not None
            _assert_said(unit.objective, unit.objective_place, lines)
            told.update(_OWN_WORD.findall(unit.objective))
    assert all(count == 1 for count in told.values())


def _assert_said(text: str, place: Place, lines: list[str]) -> None:
    """Assert that the words stand on these lines in this order."""
    around = " ".join(lines[place.first_line - 1 : place.last_line])
    rest = iter(around.split())
    # A label may stand right before the first word, with no blank between.
    first, *others = text.split()
    assert any(word.endswith(first) for word in rest), (text, around)
    assert all(word in rest for word in others), (text, around)


@settings(deadline=None)
@given(TEXTS)
# A name that goes on behind an empty line, where the page was turned.
@example("SECCIÓN 1ª De la Dirección de Obras\n\nque sigue abajo")
def test_parents_are_no_circle_and_names_are_words_of_the_text(text: str) -> None:
    try:
        outline = read_text(text)
    except ReadRefused:
        return
    above = {unit.name: unit.parent for unit in outline.units}
    words = " ".join(text.replace("- 12 -\n", "").split())
    for name in above:
        seen: set[str] = set()
        here: str | None = name
        while here is not None:
            assert here not in seen, (name, above)
            seen.add(here)
            here = above.get(here)
        assert name in words


LEAD = "Artículo 1. Son funciones de la Dirección de Obras:"
HOSTILE = [
    "Artículo 1. La Dirección ", "a) b) a) b)", "(", "“", "Son funciones de la Dirección de Obras las siguientes: ",
    "Son funciones de la Dirección de Obras las siguientes:\n\n", "i) Dirigir.\n", "1.1 Dirigir.\n",
    "Dirección de Obras\n\nACCIONES\n\n", "CAPÍTULO II De la Dirección de Obras\n", "(Derogado.)\n", "a) (*)\n",
    "La Oficina de Partes depende de la Dirección de Obras. ", "La Oficina de Partes depende de la Dirección de Obras.\n\n",
    "La estructura es la siguiente:\n\n1. Dirección de Obras\n\n1.1 Oficina\n\n", "Existirá una Oficina ", "- ", "- Dirigir\n",
    "la Dirección, ", "La Dirección de Obras velará por\nel orden\n", "le corresponderá ", "Dirigir la obra pública.\n\n", "DIRECCION ", "VISTO:\n",
    ". . . . 5\n", "funciones y atribuciones de la ", "a)\n", "art. ", "Esta unidad tendrá las siguientes funciones:\n\n",
    "OBJETIVOS\n\n", "La Dirección de Obras " * 50 + "\n", "a) Uno; b) dos; ", "derogado ", "Además, deberá informar. ", "§ 2º Às ",
    "UNIDADES DEPENDIENTES DE LA DIRECCIÓN DE OBRAS\n", "DIRECCION\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_any_piece_however_often_it_comes_is_read_in_time_that_grows_with_the_text(piece: str) -> None:
    def text(length: int) -> str:
        return an_act(f"{LEAD}\n\na) Dirigir.\n\n" + piece * (length // len(piece)))

    assert_grows_with_its_length(text, read_text, 120_000)


MANY: dict[str, tuple[int, Callable[[int], str]]] = {
    "one line of dots": (80_000, lambda n: "." * n),
    "one line of underscores": (80_000, lambda n: an_act(LEAD, "_" * n)),
    "blank lines before the text": (80_000, lambda n: "\n" * n + "Uno."),
    "blank lines in the text": (80_000, lambda n: "Uno.\n" + "\n" * n + "Dos."),
    "lists below lists": (7_000, lambda n: an_act(LEAD, "a) foo: a) bar; b) c:\n" * n)),
    "bullets below letters": (10_000, lambda n: an_act(LEAD, "- foo:\na) bar:\n" * n)),
    "orders below orders": (5_500, lambda n: an_act("Artículo 1. Modifícase la ley:", "a) Modifícase el artículo 3:\n" * n)),
    "places below places": (7_000, lambda n: an_act("Artículo 1. Modifícase la ley:", "a) En el artículo 3:\n" * n)),
    "headed units": (5_000, lambda n: an_act(*(f"DIRECCIÓN {each} DE OBRAS\n\nACCIONES\n\n1. Dirigir." for each in range(n)))),
}  # fmt: skip


@pytest.mark.parametrize("case", MANY)
def test_what_comes_very_often_takes_no_time_that_grows_with_its_square(case: str) -> None:
    most, text = MANY[case]
    assert_grows_with_its_length(text, read_text, most)


def test_thousands_of_different_units_are_read_in_time_that_grows_with_their_number() -> None:
    names = [
        f"DIRECCIÓN {a}{b}{c} DE OBRAS"
        for a in "ABCDEFGHIJ"
        for b in "KLMNOPQRST"
        for c in "UVWXYZABCDEFGHIJKLMNOPQRSTUVWX"
    ]
    assert_grows_with_its_length(
        lambda number: an_act(*(f"{name}\n\nACCIONES\n\n1. Dirigir." for name in names[:number])),
        read_text,
        len(names),
    )
