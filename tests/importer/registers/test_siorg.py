"""SIORG's JSON becomes an outline: units by their codes, items with their labels, doubts that name the unit."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from organica.domain.outline import DoubtCode, Outline, OutlineSort, Place
from organica.importer.errors import JsonMalformed, RegisterIncomplete, RegisterUnknown
from organica.importer.registers import REGISTERS, read_register, recognise, register_document
from organica.importer.registers.json_tree import parse_json

ADDRESS = "https://estruturaorganizacional.dados.gov.br/id"


def entry(code: str, name: str, parent: str | None = "1", **more: object) -> dict[str, object]:
    """Return one unit as SIORG's service writes it, of an invented body."""
    return {
        "codigoUnidade": f"{ADDRESS}/unidade-organizacional/{code}",
        "codigoUnidadePai": f"{ADDRESS}/unidade-organizacional/{parent}" if parent else None,
        "codigoTipoUnidade": f"{ADDRESS}/tipo-unidade/unidade-administrativa",
        "nome": name,
        "sigla": None,
        "dataInicialVersaoConsulta": "2025-02-13",
        "competencia": "",
        "finalidade": "",
        "missao": "",
        "atoNormativo": None,
        **more,
    }


BODY = entry(
    "1",
    "Agência Fictícia de Faróis",
    "900",
    codigoTipoUnidade=f"{ADDRESS}/tipo-unidade/entidade",
    sigla="AFF",
    finalidade="Cuidar dos faróis.",
    competencia="Compete à AFF: I - acender; e II - apagar.",
    atoNormativo={
        "tipoAto": "Portaria",
        "numero": "1.920",
        "dataAssinatura": "2024-10-29",
        "dataPublicacao": "2024-10-31",
        "ementa": "Altera o endereço",
    },
)


def read(*entries: Mapping[str, object], indent: int | None = None) -> Outline:
    answer = {"servico": {"codigoErro": 0, "data": "2026-08-01"}, "unidades": list(entries)}
    return read_register(json.dumps(answer, ensure_ascii=False, indent=indent).encode(), "siorg.json")


def test_a_body_and_its_units_are_read_with_their_codes() -> None:
    outline = read(BODY, entry("2", " Gerência  de Luz ", sigla="GL", competencia="I - medir."))
    body, unit = outline.units
    assert (outline.body, outline.dated) == ("Agência Fictícia de Faróis", "2026-08-01")
    assert (body.sort, body.kind, body.acronym, body.code, body.parent_code, body.parent) == (
        OutlineSort.BODY,
        None,
        "AFF",
        "1",
        "900",
        None,
    )
    assert body.objective == "Cuidar dos faróis.\n\nCompete à AFF:"
    assert [(each.label, each.text, each.list) for each in body.functions] == [
        ("I", "acender; e", None),
        ("II", "apagar.", None),
    ]
    assert (unit.sort, unit.kind, unit.name, unit.acronym) == (
        OutlineSort.UNIT,
        "Gerência",
        "Gerência de Luz",
        "GL",
    )
    assert (unit.parent, unit.parent_code, unit.in_force_from) == (
        "Agência Fictícia de Faróis",
        "1",
        "2025-02-13",
    )


def test_the_act_that_the_file_names_is_a_source_once() -> None:
    outline = read(BODY, entry("2", "Gerência de Luz", atoNormativo=BODY["atoNormativo"]))
    (source,) = outline.sources
    assert (
        source.kind,
        source.number,
        source.year,
        source.date,
        source.title,
        source.role,
        source.printed,
    ) == (
        "portaria",
        "1920",
        2024,
        "2024-10-29",
        "Altera o endereço",
        "cited",
        "Portaria 1.920 2024-10-29",
    )


def test_a_parent_outside_the_file_is_doubted() -> None:
    (doubt,) = read(BODY).doubts
    assert doubt.sentence("es") == (
        "Línea 1: «Agência Fictícia de Faróis» depende de la unidad 900, que no está en el archivo."
    )


def test_units_of_one_name_are_told_apart_by_their_codes() -> None:
    outline = read(
        BODY,
        entry("2", "Gerência Técnica"),
        entry("3", "Gerência Técnica"),
        entry("4", "Núcleo A", "3", competencia="II - ler."),
        entry("5", "Núcleo A", "2", competencia="II - ler."),
    )
    assert [(unit.parent, unit.parent_code) for unit in outline.units[3:]] == [
        ("Gerência Técnica", "3"),
        ("Gerência Técnica", "2"),
    ]
    assert [doubt.subject for doubt in outline.doubts if doubt.code is DoubtCode.LABEL_SKIPPED] == [
        "Núcleo A (4)",
        "Núcleo A (5)",
    ]


def test_lists_of_several_articles_are_named_after_them() -> None:
    outline = read(
        entry("2", "Gerência", None, competencia="Art. 1º Pode: I - a. Art. 2º Deve: I - b; II - c: a) d.")
    )
    functions = outline.units[0].functions
    assert [(each.list, each.provision, each.label) for each in functions] == [
        ("Art. 1º", "Art. 1º", "I"),
        ("Art. 2º", "Art. 2º", "I"),
        ("Art. 2º", "Art. 2º", "II"),
    ]
    assert [(child.list, child.label, child.text) for child in functions[2].children] == [
        ("Art. 2º", "a", "d.")
    ]
    assert outline.doubts == ()


def test_lists_without_articles_are_numbered_and_doubted() -> None:
    outline = read(entry("2", "Gerência", None, competencia="I - a; II - b. I - c."))
    assert [each.list for each in outline.units[0].functions] == ["1", "1", "2"]
    assert [doubt.code for doubt in outline.doubts] == [DoubtCode.LABEL_REPEATED]


def test_a_text_without_labels_stays_whole_with_a_doubt() -> None:
    outline = read(entry("2", "Gerência", None, competencia="expedir atos; propor metas; apoiar."))
    assert (outline.units[0].objective, outline.units[0].functions) == (
        "expedir atos; propor metas; apoiar.",
        (),
    )
    assert [doubt.code for doubt in outline.doubts] == [DoubtCode.ITEMS_UNCLEAR]


def test_markup_of_old_forms_is_no_text() -> None:
    (unit,) = read(
        entry(
            "2",
            "<b>Ger&ecirc;ncia</b>\n de Luz",
            None,
            competencia="<p>I - ler &amp; ver;</p><p>II - ir.</p>",
        )
    ).units
    assert unit.name == "Gerência de Luz"
    assert [each.text for each in unit.functions] == ["ler & ver;", "ir."]


def test_a_text_that_is_a_point_says_nothing() -> None:
    (unit,) = read(entry("2", "Gerência", None, competencia=".", finalidade=" . ")).units
    assert (unit.objective, unit.objective_place, unit.functions) == (None, None, ())


def test_a_label_with_nothing_behind_it_is_kept_and_doubted() -> None:
    outline = read(entry("2", "Gerência", None, competencia="I - ; II - ver."))
    assert [function.text for function in outline.units[0].functions] == [";", "ver."]
    assert [(doubt.code, doubt.printed) for doubt in outline.doubts] == [(DoubtCode.UNREAD_TEXT, "I")]


def test_what_might_be_an_item_and_stays_in_another_is_doubted() -> None:
    (doubt,) = read(entry("2", "Gerência", None, competencia="I - propor III - executar.")).doubts
    assert (doubt.code, doubt.printed) == (DoubtCode.UNREAD_TEXT, "III - executar.")


def test_a_unit_that_comes_twice_is_doubted() -> None:
    outline = read(BODY, entry("2", "Gerência"), entry("2", "Gerência"))
    assert [doubt.code for doubt in outline.doubts] == [DoubtCode.PARENT_OUTSIDE, DoubtCode.REPEATED_UNIT]


def test_places_are_the_lines_of_a_file_that_has_lines() -> None:
    outline = read(entry("2", "Gerência", None, competencia="Para: I - ler.", missao="Ler."), indent=1)
    (unit,) = outline.units
    assert unit.place == Place(7, 18)
    assert (unit.objective, unit.objective_place) == ("Ler.\n\nPara:", Place(14, 16))
    assert unit.functions[0].place == Place(14, 14)


def test_the_lines_of_an_item_are_joined_and_paragraphs_of_prose_stay() -> None:
    text = "Compete:\n\nem geral, I - ler\n  atas;\nII - ver."
    (unit,) = read(entry("2", "Gerência", None, competencia=text)).units
    assert unit.objective == "Compete:\n\nem geral,"
    assert [each.text for each in unit.functions] == ["ler atas;", "ver."]


@pytest.mark.parametrize("key", ["codigoUnidade", "nome"])
@pytest.mark.parametrize("value", [None, "", " . ", ["x"]])
def test_an_entry_without_code_or_name_is_refused(key: str, value: object) -> None:
    with pytest.raises(RegisterIncomplete) as refused:
        read(BODY, {**entry("2", "Gerência"), key: value})
    assert refused.value.facts == {"file": "siorg.json", "line": 1, "key": key}


@pytest.mark.parametrize(
    "content", [b"{}", b"[]", b"3", b'{"unidades": []}', b'{"unidades": [{"nome": "x"}]}', b"[1]"]
)
def test_json_of_no_known_register_is_refused_and_the_known_ones_are_named(content: bytes) -> None:
    with pytest.raises(RegisterUnknown) as refused:
        read_register(content, "x.json")
    assert refused.value.facts == {"file": "x.json", "known": tuple(register.name for register in REGISTERS)}
    assert "SIORG (Brasil), organigrama municipal (Argentina)" in refused.value.cure("es")


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(JsonMalformed):
        read_register(b"I - ler.", "x.json")


def test_each_register_recognises_its_own_files_only() -> None:
    siorg = parse_json(json.dumps({"unidades": [BODY]}).encode(), "x")
    municipal = parse_json(b'[{"id": "a", "nombre": "A", "tipo": "direccion", "padre": null}]', "x")
    names = [register.name if (register := recognise(tree)) else None for tree in (siorg, municipal)]
    assert names == ["SIORG (Brasil)", "organigrama municipal (Argentina)"]


def test_the_lines_of_the_file_are_those_that_places_point_at() -> None:
    content = json.dumps({"unidades": [BODY]}, ensure_ascii=False, indent=2).encode()
    place = read_register(content, "x.json").units[0].functions[0].place
    lines = register_document(content, "x.json").lines
    assert [line.number for line in lines] == list(range(1, content.count(b"\n") + 2))
    assert lines[place.first_line - 1].text.startswith('"competencia": "Compete à AFF: I - acender;')
