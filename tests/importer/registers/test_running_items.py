"""Items in running text: fragments written after real ones, and that no word is ever lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organica.importer.registers.running_items import Item, Running, Slip, running_items
from organica.text.fold import words


def labels(running: Running) -> list[object]:
    """Return the labels, those of sub-items in a list behind their item's."""

    def of(items: list[Item]) -> list[object]:
        return [
            label
            for item in items
            for label in ([item.label, of(item.children)] if item.children else [item.label])
        ]

    return of(running.items)


def said(running: Running) -> Counter[str]:
    """Return every word of prose and items, labels included."""
    found = Counter(word for part in running.prose for word in words(part))
    pending = list(running.items)
    while pending:
        item = pending.pop()
        found.update([*words(item.label), *words(item.text)])
        pending += item.children
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I - propor;  II - executar; e III - outros.", ["I", "II", "III"]),
        ("I- propor; II -executar; III-julgar; IV – ouvir; V ¿ pagar.", ["I", "II", "III", "IV", "V"]),
        ("I -¿propor; II - executar.", ["I", "II"]),
        ("I. Propor; II. executar; III. julgar.", ["I", "II", "III"]),
        ("Para:  I  Propor metas.  II  Rever metas.  III - Pagar.", ["I", "II", "III"]),
        ("Cabe à área I - propor no todo ou em parte  \xa0 II - executar  \xa0 III - pagar", ["I", "II", "III"]),
        ("I - submeter: a) planos; b) metas; e c) contas; II - pagar.", ["I", ["a", "b", "c"], "II"]),
        ("I - no âmbito da Fiscalização a) vistoriar; b) autuar. II - pagar.", ["I", ["a", "b"], "II"]),
        ("I - emitir: a) parecer sobre: 1. obras; e 2. pistas. b) atas; II - ler.", ["I", ["a", ["1", "2"], "b"], "II"]),
        ("I - cumprir o inciso II do art. 5º; II - pagar.", ["I", "II"]),
        ("I - cumprir os incisos I e II - e o resto; II - pagar.", ["I", "II"]),
        ("I - ver os itens b), c) e d) do plano; e II - pagar.", ["I", "II"]),
        ("I - o que cabe na alínea -a- do inciso II e art. 9º, VI. II - pagar.", ["I", "II"]),
        ("a) propor; b) executar.", ["a", "b"]),
        ("Art. 5o Delegar à GOIA para: I - propor. Art. 6o Atribuir: I - pagar; II - ler.", ["I", "I", "II"]),
        ("Assessorar o Diretor", []),
        (".", []),
        ("", []),
    ],
)  # fmt: skip
def test_items_are_found_by_their_labels_in_their_order(text: str, expected: list[object]) -> None:
    running = running_items(text)
    assert labels(running) == expected
    assert running.slips == []
    assert said(running) == Counter(words(text))


def test_a_text_keeps_its_literal_words_and_loses_only_the_dash() -> None:
    running = running_items("Compete ao Núcleo:   I -  coordenar  o núcleo; e  II - ler. ")
    assert running.prose == ["Compete ao Núcleo:"]
    assert [(item.label, item.text) for item in running.items] == [
        ("I", "coordenar  o núcleo; e"),
        ("II", "ler."),
    ]


def test_a_new_article_begins_a_new_list_and_its_own_words_are_prose() -> None:
    running = running_items(
        "Art. 31. Delegar à CNOC para: I - ver o § 2º do art. 3º; II - ler. Art. 32. Atribuir: I - subsidiar. "
        "Parágrafo único. A CNOC ouve a área. § 1º Vale a lei: I - sempre."
    )
    assert [(item.label, item.heading, item.series) for item in running.items] == [
        ("I", "Art. 31", 0),
        ("II", "Art. 31", 0),
        ("I", "Art. 32", 1),
        ("I", "Art. 32, § 1º", 3),
    ]
    assert running.prose == [
        "Art. 31. Delegar à CNOC para:",
        "Art. 32. Atribuir:",
        "Parágrafo único. A CNOC ouve a área.",
        "§ 1º Vale a lei:",
    ]


def test_an_article_that_lost_its_first_letter_is_one_at_the_beginning_only() -> None:
    running = running_items("rt. 7o Delegar: I - ver o art. 3o; II - ler.")
    assert [item.heading for item in running.items] == ["rt. 7o", "rt. 7o"]


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("II - ler; III - ver.", [Slip("II", "I", False)]),
        ("I - ler; III - ver; IV - ir.", [Slip("III", "II", False)]),
        ("I - ler; II - ver; IIII - ir; IV - oír.", [Slip("IIII", "III", False)]),
        ("I - a; II - b; III - c; III - d; IV - e.", [Slip("III", "IV", True)]),
        ("I - a; II - b; XIII - c; IV - d.", [Slip("XIII", "III", False)]),
        ("I - a; II - b. I - c; II - d.", [Slip("I", "III", True)]),
        ("I - ver: a) planos; c) contas.", [Slip("c", "b", False)]),
    ],
)
def test_a_label_out_of_its_order_is_kept_as_printed_and_told(text: str, slips: list[Slip]) -> None:
    running = running_items(text)
    assert running.slips == slips
    assert said(running) == Counter(words(text))


def test_numbering_that_begins_anew_without_an_article_is_another_list() -> None:
    assert [item.series for item in running_items("I - a; II - b. I - c; II - d.").items] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("expedir atos; propor a revisão; apoiar a área.", True),
        ("Emitir parecer sobre obras. Propor metas.", True),
        ("Art. 33. Receber dados. Art. 34. Representar a área.", True),
        ("coordenar o que diz o art. 16 da Portaria n. 5.", False),
        ("Art. 11. Delegar à área para coordenar.", False),
        ("Assessorar o Diretor", False),
    ],
)
def test_a_text_of_several_parts_without_labels_stays_whole_and_is_doubted(text: str, unclear: bool) -> None:
    running = running_items(text)
    assert (running.unclear, running.items) == (unclear, [])
    assert said(running) == Counter(words(text))


def test_what_might_be_an_item_and_stays_in_another_is_told() -> None:
    running = running_items("I - propor metas III - executar metas; II - pagar.")
    assert labels(running) == ["I", "II"]
    assert running.passed_over == ["III - executar metas; II - pagar."]


pieces = st.sampled_from(
    [
        "I - ", "II – ", "III¿", "IV. ", "V  ", "VI-", "IIII - ", "XL - ", "C - ",
        "a) ", "b ) ", "c)", "1. ", "2) ", "Art. 5º ", "Art. 41-A. ", "rt. 7o ", "§ 1º ",
        "Parágrafo único. ", "art. 3º ", "inciso II ", "alínea a) ", "; e ", ". ", ": ", "; ", ", ",
        "   ", "\xa0\xa0", "propor ", "Executar ", "e ", "ou ", "É ", "ñ", "nos incisos I e II - ",
        "(I) ", "¿", "-", "RBAC nº 119 ", "1.2. ",
    ]
)  # fmt: skip


@given(st.lists(pieces, max_size=40).map("".join))
def test_no_word_of_a_text_is_lost_or_said_twice(text: str) -> None:
    assert said(running_items(text)) == Counter(words(text))


@given(st.text("IVX-–¿.;:) aebcArt§1º\n", max_size=80))
def test_no_word_of_any_text_is_lost_or_said_twice(text: str) -> None:
    assert sum(len(word) for word in said(running_items(text)).elements()) == sum(map(len, words(text)))


def test_a_long_text_of_marks_alone_is_read_in_time() -> None:
    running = running_items("I - " * 20_000 + " " * 200_000 + "II - fim")
    assert labels(running)[0] == "I"
