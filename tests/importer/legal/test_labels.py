"""Labels of items: how they are printed, which list they belong to, and what is odd about them."""

from __future__ import annotations

import pytest

from organica.importer import read_text
from tests.importer.legal.makers import a_list, all_functions, doubted, labels

ROWS: list[tuple[str, list[str], list[str], list[str]]] = [
    ("a.", ["a. Abrir.", "b. Cerrar."], ["a", "b"], []),
    ("a)", ["a) Abrir;", "b) Cerrar."], ["a", "b"], []),
    ("A)", ["A) Abrir;", "B) Cerrar."], ["A", "B"], []),
    ("1.", ["1. Abrir.", "2. Cerrar."], ["1", "2"], []),
    ("1.-", ["1.- Abrir.", "2.- Cerrar."], ["1", "2"], []),
    ("1. -", ["1. - Abrir.", "2. - Cerrar."], ["1", "2"], []),
    ("1°", ["1° Abrir.", "2° Cerrar."], ["1", "2"], []),
    ("(a)", ["(a) Abrir;", "(b) Cerrar."], ["a", "b"], []),
    ("a).-", ["a).- Abrir;", "b).- Cerrar."], ["a", "b"], []),
    ("no blank behind", ["a.Abrir.", "b.Cerrar."], ["a", "b"], []),
    ("I.", ["I. Abrir;", "II. Cerrar;", "III. Sellar."], ["I", "II", "III"], []),
    ("I.-", ["I.- Abrir;", "II.- Cerrar."], ["I", "II"], []),
    ("i)", ["i) Abrir;", "ii) Cerrar;", "iii) Sellar."], ["i", "ii", "iii"], []),
    ("decimal under a number", ["1. Abrir:", "1.1 Abrir cartas.", "1.2 Abrir cajas.", "2. Cerrar."],
     ["1", ">1.1", ">1.2", "2"], []),
    ("decimal alone", ["1.1 Abrir cartas.", "1.2 Abrir cajas."], ["1.1", "1.2"], []),
    ("the old digraphs count", ["k) Abrir;", "l) Cerrar;", "ll) Sellar;", "m) Guardar."],
     ["k", "l", "ll", "m"], ["label_skipped k a"]),
    ("ñ counts", ["m) Abrir;", "n) Cerrar;", "ñ) Sellar;", "o) Guardar."],
     ["m", "n", "ñ", "o"], ["label_skipped m a"]),
    ("ñ does not count", ["m) Abrir;", "n) Cerrar;", "o) Guardar."], ["m", "n", "o"], ["label_skipped m a"]),
    ("Roman i is a letter after h", [f"{one}) Abrir {one}{one}{one}." for one in "abcdefghij"], list("abcdefghij"), []),
    ("Roman v and x are letters", [f"{one}) Abrir." for one in "abcdefghijklmnopqrstuvwxyz"],
     list("abcdefghijklmnopqrstuvwxyz"), []),
    ("longer than the alphabet", [*(f"{one}) Abrir." for one in "abcdefghijklmnopqrstuvwxyz"), "aa) Sellar.", "bb) Lacrar."],
     [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"], []),
    ("I read for l", [*(f"{one}) Abrir." for one in "abcdefghijk"), "I) Cerrar.", "m) Sellar."],
     list("abcdefghijklm"), ["label_misread I l"]),
    ("1 read for l", [*(f"{one}) Abrir." for one in "abcdefghijk"), "1) Cerrar.", "m) Sellar."],
     list("abcdefghijklm"), ["label_misread 1 l"]),
    ("0 read for o", [*(f"{one}) Abrir." for one in "abcdefghijklmn"), "0) Cerrar.", "p) Sellar."],
     list("abcdefghijklmnop"), ["label_misread 0 o"]),
    ("letters under a number", ["1. Abrir:", "a) cartas;", "b) cajas.", "2. Cerrar."], ["1", ">a", ">b", "2"], []),
    ("numbers under a letter", ["a) Abrir:", "1. cartas;", "2. cajas.", "b) Cerrar."], ["a", ">1", ">2", "b"], []),
    ("Romans under a letter", ["a) Abrir:", "i) cartas;", "ii) cajas.", "b) Cerrar."], ["a", ">i", ">ii", "b"], []),
    ("letters under a Roman", ["I. Abrir:", "a) cartas;", "b) cajas.", "II. Cerrar."], ["I", ">a", ">b", "II"], []),
    ("a list below that nothing announced", ["1. Abrir lo que llegue.", "a) Cartas.", "b) Cajas.", "2. Cerrar."],
     ["1", ">a", ">b", "2"], []),
    ("Romans below h", [*(f"{one}) Abrir." for one in "abcdefg"), "h) Cerrar:", "i) cartas;", "ii) cajas.", "i) Sellar."],
     [*"abcdefgh", ">i", ">ii", "i"], []),
    ("bullets below", ["a) Abrir:", "- cartas;", "- cajas.", "b) Cerrar."], ["a", ">-", ">-", "b"], []),
    ("three levels", ["I. Abrir:", "a) cartas:", "1. simples;", "2. dobles.", "b) cajas.", "II. Cerrar."],
     ["I", ">a", ">>1", ">>2", ">b", "II"], []),
    ("bullets", ["- Abrir.", "- Cerrar."], ["-", "-"], []),
    ("round bullets", ["• Abrir.", "• Cerrar."], ["-", "-"], []),
    ("a label behind a bullet", ["- a) Abrir.", "- b) Cerrar."], ["a", "b"], []),
    ("two on one line", ["a) Abrir cartas; b) Cerrar cartas; y", "c) Sellar."], ["a", "b", "c"], []),
    ("three on one line", ["1. Abrir cartas. 2. Cerrar cartas. 3. Sellar.", "4. Guardar."], ["1", "2", "3", "4"], []),
    ("a reference is no label", ["a) Abrir lo que manda la letra b) de la ley.", "b) Cerrar."], ["a", "b"], []),
    ("a label on a line of its own", ["a)\nAbrir cartas.", "b)\nCerrar cartas."], ["a", "b"], []),
    ("no label at all", ["Abrir las cartas.", "Cerrar las cajas.", "Las demás que le encargue la ley."],
     ["-", "-", "-"], ["unlabelled_list"]),
    ("skipped", ["a) Abrir.", "b) Cerrar.", "d) Sellar."], ["a", "b", "d"], ["label_skipped d c"]),
    ("repeated", ["a) Abrir.", "b) Cerrar.", "b) Sellar.", "c) Guardar."], ["a", "b", "b", "c"], ["label_repeated b c"]),
    ("a list torn at its beginning", ["c) Abrir.", "d) Cerrar."], ["c", "d"], ["label_skipped c a"]),
    ("a number without a point", ["1 Abrir las cartas", "2 Cerrar las cajas"], ["1", "2"], []),
    ("repealed in brackets", ["a) Abrir.", "b) (Derogada).", "c) Sellar."], ["a", "c"], ["item_repealed b"]),
    ("repealed by a star", ["a) Abrir.", "b) (*)", "c) Sellar."], ["a", "c"], ["item_repealed b"]),
    ("repealed without brackets", ["a) Abrir.", "b) Derogada.", "c) Sellar."], ["a", "c"], ["item_repealed b"]),
    ("repealed by a law", ["a) Abrir.", "b) Suprimida por la Ley N° 9.", "c) Sellar."], ["a", "c"], ["item_repealed b"]),
    ("a conjunction before the last", ["a) Abrir;", "b) Cerrar;", "y c) Sellar."], ["a", "b", "c"], []),
    ("a conjunction before another label", ["a) Abrir.", "y d) de la ley."], ["a"], []),
    ("a letter with a number", ["a) Abrir;", "b) Cerrar:", "b.1 Las cartas;", "b.2) Las cajas;", "c) Sellar."],
     ["a", "b", ">b.1", ">b.2", "c"], []),
    ("a letter with a number below a number", ["1. Abrir:", "a) cartas:", "a.1 simples;", "a.2 dobles.", "2. Cerrar."],
     ["1", ">a", ">>a.1", ">>a.2", "2"], []),
    ("a decimal with a small letter", ["1. Abrir:", "1.1 de día;", "1.2 de noche:", "1.2.1 en invierno;", "2. Cerrar."],
     ["1", ">1.1", ">1.2", ">>1.2.1", "2"], []),
    ("a number with a point is no decimal", ["1. Abrir.", "1.500 cartas al año.", "1.7 metros de cajas.", "2. Cerrar."], ["1", "2"], []),
    ("put in later behind a Roman", ["I. Abrir;", "II. Cerrar;", "II Bis. Sellar;", "III. Guardar."],
     ["I", "II", "II Bis", "III"], []),
    ("put in later behind a number", ["1. Abrir.", "2. Cerrar.", "2 bis. Sellar.", "2 ter) Lacrar.", "3. Guardar."],
     ["1", "2", "2 bis", "2 ter", "3"], []),
    ("put in later behind a letter", ["a) Abrir.", "a bis) Cerrar.", "a quáter) Lacrar.", "b) Guardar."],
     ["a", "a bis", "a quáter", "b"], []),
    ("put in later behind what comes elsewhere", ["a) Abrir.", "7 bis. Cerrar.", "b) Guardar."], ["a", "b"], []),
    ("what an amending act leaves out", ["1. Abrir.", "[...]", "(...) 2. Cerrar."], ["1", "2"], []),
    ("a note between two items", ["a) Abrir.", "(Letra sustituida por la Ley N° 9)", "b) Cerrar."], ["a", "b"], []),
    ("a further paragraph", ["a) Abrir.", "Se exceptúan las cajas.", "b) Cerrar."], ["a", "b"], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("items", "expected", "doubts"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_items_stand_under_their_labels(items: list[str], expected: list[str], doubts: list[str]) -> None:
    outline = read_text(a_list(*items))
    [unit] = outline.units
    assert unit.name == "Oficina de Partes"
    assert labels(unit.functions) == expected
    assert doubted(outline) == doubts


@pytest.mark.parametrize(
    ("items", "texts"),
    [
        (["a) Abrir cartas; b) Cerrar cartas; y", "c) Sellar."], ["Abrir cartas;", "Cerrar cartas; y", "Sellar."]),
        (["a)\nAbrir cartas."], ["Abrir cartas."]),
        (["**a)** Abrir **cartas**."], ["Abrir cartas."]),
        (["- a) Abrir.", "- b) Cerrar."], ["Abrir.", "Cerrar."]),
        (["a) Abrir.", "Se exceptúan las cajas.", "b) Cerrar."], ["Abrir.\n\nSe exceptúan las cajas.", "Cerrar."]),
        (["1.Abrir.", "2.Cerrar."], ["Abrir.", "Cerrar."]),
        (["a) Abrir lo que manda la letra b) de la ley."], ["Abrir lo que manda la letra b) de la ley."]),
    ],
)  # fmt: skip
def test_the_text_of_an_item_is_what_stands_behind_its_label(items: list[str], texts: list[str]) -> None:
    [unit] = read_text(a_list(*items)).units
    assert [one.text for one in all_functions(unit.functions)] == texts


def test_each_item_stands_on_its_own_lines() -> None:
    [unit] = read_text(a_list("a) Abrir\ncartas.", "b) Cerrar.")).units
    assert [(one.place.first_line, one.place.last_line) for one in unit.functions] == [(5, 6), (8, 8)]
    assert [one.provision for one in unit.functions] == ["Artículo 1", "Artículo 1"]
