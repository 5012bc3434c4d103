"""Where a paragraph is cut in which a list runs on, one row a finding."""

from __future__ import annotations

import pytest

from organica.domain.outline import Place
from organica.importer import read_text
from organica.importer.run_in import cuts
from tests.support.growth import assert_grows_with_its_length


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("La Oficina tendrá estas funciones: a) Recibir; b) Anotar, y c) Archivar.",
         ["La Oficina tendrá estas funciones:", "a) Recibir;", "b) Anotar, y", "c) Archivar."]),
        ("Corresponde al Director Nacional: 1.- Dirigir. 2.- Mandar.- 3.- Informar.",
         ["Corresponde al Director Nacional:", "1.- Dirigir.", "2.- Mandar.-", "3.- Informar."]),
        ("Corresponde al Director: I. Dirigir; II. Mandar; III. Informar de todo ello.",
         ["Corresponde al Director:", "I. Dirigir;", "II. Mandar;", "III. Informar de todo ello."]),
        # A list below an item stays with it.
        ("Sus funciones serán: a) Llevar: 1) libros; 2) actas; b) Archivar lo llevado.",
         ["Sus funciones serán:", "a) Llevar: 1) libros; 2) actas;", "b) Archivar lo llevado."]),
        # Members and functions in one paragraph: the sentence between them belongs to neither.
        ("El Consejo se integra por: a) un Ministro, y b) un Juez. Le corresponde: a) Velar, y b) Acordar.",
         ["El Consejo se integra por:", "a) un Ministro, y", "b) un Juez.", "Le corresponde:", "a) Velar, y", "b) Acordar."]),
        ("Las funciones de las letras a), b) y c) del artículo anterior son: las mismas.", None),
        ("Lo dicho en las letras a) y b) regirá así: a) del artículo quinto no se hablará.", None),
        ("Se cita: a) una sola cosa que no es lista ninguna, ni lo parece siquiera.", None),
        ("El plazo será éste: 10) días; 11) meses; no hay lista que empiece en diez.", None),
    ],
)  # fmt: skip
def test_a_list_that_runs_on_is_cut_at_its_labels(text: str, parts: list[str] | None) -> None:
    found = [
        text[start:end].strip() for start, end in zip((0, *cuts(text)), (*cuts(text), len(text)), strict=True)
    ]
    assert [part for part in found if part] == (parts or [text])


def test_each_part_of_a_wrapped_paragraph_has_its_own_lines() -> None:
    text = (
        "Artículo 1.- La Oficina de Partes tendrá las\nsiguientes funciones: a) Recibir lo que llegue a\n"
        "la institución; b) Despachar lo que salga de ella, y\nc) Archivar."
    )
    [unit] = read_text(text).units
    assert [(one.label, one.place) for one in unit.functions] == [
        ("a", Place(2, 3)),
        ("b", Place(3, 3)),
        ("c", Place(4, 4)),
    ]


@pytest.mark.parametrize("piece", [": a) ", "a) b) ", ": a) x; b) y; ", "i) ii) ", "1) 2) : 1) "])
def test_hostile_repetitions_are_cut_in_time(piece: str) -> None:
    assert_grows_with_its_length(lambda times: piece * times, cuts, 20_000)
