"""The included vocabularies are whole and honest; a folder adds to them; what is wrong is refused with its place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from organica.domain.acts import UnitClass
from organica.domain.errors import BadInput, Fact
from organica.domain.ids import kind_code
from organica.domain.source import RelationKind
from organica.domain.vocabulary.concepts import COMMON, Scheme, term_key
from organica.files.vocabulary_file import INCLUDED, included_vocabularies, vocabularies_of
from tests.support.vocabulary_page import write_files_of_the_page

INCLUDED_CONCEPTS = included_vocabularies().concepts()
# Every term that the study of registers marks as background knowledge without a source at hand, by hand.
UNVERIFIED = {
    (Scheme.UNIT_KINDS, "cl"): (
        "direccion subdireccion division departamento subdepartamento seccion oficina unidad fiscalia "
        "direccion_regional"
    ),
    (Scheme.UNIT_KINDS, "pe"): "alta_direccion unidad_organica subunidad programa proyecto_especial",
    (Scheme.UNIT_CLASSES, "pe"): (
        "organos_de_linea organos_de_asesoramiento organos_de_apoyo organos_de_control_institucional "
        "organos_desconcentrados"
    ),
    (Scheme.UNIT_CLASSES, "bo"): (
        "unidades_sustantivas unidades_administrativas unidades_de_asesoramiento unidades_desconcentradas"
    ),
    (Scheme.UNIT_KINDS, "py"): "direccion_general direccion departamento division seccion",
    # Lists of instruments that are marked in part: what nobody has found in a norm or on a public page.
    (Scheme.SOURCE_KINDS, "cl"): (
        "decreto_ley decreto_exento resolucion_afecta reglamento decreto_alcaldicio circular"
    ),
    (Scheme.SOURCE_KINDS, "pe"): (
        "resolucion_suprema resolucion_ministerial resolucion_directoral resolucion_jefatural "
        "resolucion_de_presidencia_ejecutiva manual_de_operaciones cuadro_para_asignacion_de_personal"
    ),
    (Scheme.CAPACITIES, "cl"): "transitorio_y_provisional",
    (Scheme.CAPACITIES, "py"): "encargado_de_despacho",
}
# And what the study names with a source or without a mark.
NAMED = {
    (Scheme.SOURCE_KINDS, "cl"): (
        "ley decreto_con_fuerza_de_ley decreto_supremo resolucion_exenta instruccion_general acuerdo dictamen"
    ),
    (Scheme.SOURCE_KINDS, "pe"): (
        "ley decreto_legislativo decreto_de_urgencia decreto_supremo reglamento_de_organizacion_y_funciones"
    ),
    (Scheme.SOURCE_KINDS, "bo"): (
        "ley decreto_supremo decreto_presidencial resolucion_suprema resolucion_ministerial "
        "resolucion_administrativa"
    ),
    (Scheme.SOURCE_KINDS, "py"): "ley decreto resolucion",
    (Scheme.SOURCE_KINDS, "br"): "lei decreto portaria medida_provisoria",
    (Scheme.SOURCE_KINDS, "int"): (
        "resolucion_de_la_asamblea_general boletin_del_secretario_general orden_ejecutiva"
    ),
    (Scheme.CAPACITIES, COMMON): "titular suplente subrogante encargado interino vacante",
    (Scheme.CAPACITIES, "pe"): "designado designacion_temporal suplencia encargo",
    (Scheme.EMPLOYMENT_LINKS, "cl"): "planta contrata honorarios codigo_del_trabajo",
    (Scheme.RELATION_KINDS, "bo"): "abrogar derogar",
}
CODES = {(each.scheme, each.country or COMMON, each.code): each for each in INCLUDED_CONCEPTS}


def test_there_is_a_vocabulary_of_each_country_and_a_common_one() -> None:
    assert included_vocabularies().countries == ("bo", "br", "cl", "int", "pe", "py")
    assert {path.stem for path in INCLUDED.iterdir()} == {"bo", "br", "cl", "int", "pe", "py", COMMON}
    for country in included_vocabularies().countries:
        own = {each.scheme for each in INCLUDED_CONCEPTS if each.country == country}
        assert own >= set(Scheme) - {Scheme.UNIT_CLASSES}, country


@pytest.mark.parametrize("concept", INCLUDED_CONCEPTS, ids=lambda each: f"{each.country}-{each.code}")
def test_every_concept_has_both_labels_and_a_code_and_says_where_it_was_read(concept) -> None:  # type: ignore[no-untyped-def]
    assert kind_code(concept.code) == concept.code
    assert concept.es.strip()
    assert concept.en.strip()
    assert concept.source or not concept.verified
    assert (concept.normative is None) is (concept.scheme is not Scheme.SOURCE_KINDS)
    assert (concept.relation is None) is (concept.scheme is not Scheme.RELATION_KINDS)
    assert concept.unit_class is not None or concept.scheme is not Scheme.UNIT_CLASSES
    assert concept.country != "br" or dict(concept.native).keys() == {"pt"}


def test_codes_and_words_are_unique_in_their_country() -> None:
    assert len(CODES) == len(INCLUDED_CONCEPTS)
    words = Counter(
        (each.scheme, each.country, word)
        for each in INCLUDED_CONCEPTS
        for word in {term_key(word) for word in each.words}
    )
    assert {word: count for word, count in words.items() if count > 1} == {}


def test_what_the_study_could_not_source_is_not_verified() -> None:
    for (scheme, country), codes in UNVERIFIED.items():
        for code in codes.split():
            assert not CODES[scheme, country, code].verified, (country, code)


def test_what_the_study_names_is_there() -> None:
    for (scheme, country), codes in NAMED.items():
        for code in codes.split():
            assert (scheme, country, code) in CODES


def test_bolivia_abrogates_the_whole_and_derogates_a_part() -> None:
    assert CODES[Scheme.RELATION_KINDS, "bo", "abrogar"].relation is RelationKind.REPEALS
    assert CODES[Scheme.RELATION_KINDS, "bo", "derogar"].relation is RelationKind.DEROGATES
    assert CODES[Scheme.RELATION_KINDS, "bo", "abrogar"].verified


def test_what_attests_is_no_norm() -> None:
    attesting = {each.code for each in INCLUDED_CONCEPTS if each.normative is False}
    assert {
        "pagina_web",
        "informe",
        "formulario_de_postulacion",
        "nota_de_prensa",
        "acta_de_taller",
    } <= attesting
    assert not attesting & {"resolucion_exenta", "ley", "decreto_supremo", "boletin_del_secretario_general"}


def test_the_files_of_the_page_add_a_country_and_a_term(tmp_path: Path) -> None:
    known = vocabularies_of(write_files_of_the_page(tmp_path / "mine"))
    assert "zz" in known.countries
    assert len(known.concepts()) == len(INCLUDED_CONCEPTS) + 8
    bureau = known.named(Scheme.UNIT_KINDS, "zz", "BULEGOA")
    assert bureau is not None
    assert (bureau.code, bureau.unit_class, bureau.label("eu")) == ("negociado", UnitClass.LINE, "Bulegoa")
    ordinance = known.named(Scheme.SOURCE_KINDS, "cl", "Ordenanza")
    assert ordinance is not None
    assert (ordinance.code, ordinance.verified) == ("ordenanza_municipal", False)
    assert included_vocabularies().named(Scheme.UNIT_KINDS, "zz", "negociado") is None


HEAD = "organica: vocabulary/1\ncountry: zz\n"
GOOD = "{code: a, es: Aa, en: Bb, verified: false}"
# What stands after HEAD begins in line 3.
WRONG: list[tuple[str, str, tuple[int, int], dict[str, Fact]]] = [
    ("capacidades: []", "unknown_key", (3, 1), {"key": "capacidades", "suggestion": "capacities"}),
    ("capacities: [{code: a, es: Aa, verified: false}]", "missing_key", (3, 14), {"key": "en"}),
    ("capacities: [{code: a, es: Aa, en: Bb}]", "missing_key", (3, 14), {"key": "verified"}),
    ("capacities: [{code: Ñ, es: Aa, en: Bb, verified: false}]", "bad_code", (3, 21), {"value": "Ñ"}),
    ("capacities: [{code: a, es: Aa, en: Bb, verified: no}]", "expected_flag", (3, 50), {"value": "no"}),
    (
        "capacities: [{code: a, es: Aa, en: Bb, verified: true}]",
        "verified_without_source",
        (3, 50),
        {"concept": "a"},
    ),
    (
        "capacities: [{code: a, es: Aa, en: Bb, verified: false, normative: true}]",
        "unknown_key",
        (3, 57),
        {"key": "normative"},
    ),
    (
        "source_kinds: [{code: a, es: Aa, en: Bb, verified: false}]",
        "missing_key",
        (3, 16),
        {"key": "normative"},
    ),
    ("unit_classes: [{code: a, es: Aa, en: Bb, verified: false}]", "missing_key", (3, 16), {"key": "class"}),
    (
        "unit_kinds: [{code: a, es: Aa, en: Bb, class: lina, verified: false}]",
        "unknown_choice",
        (3, 47),
        {"suggestion": "line"},
    ),
    (
        "relation_kinds: [{code: a, es: Aa, en: Bb, relation: mata, verified: false}]",
        "unknown_choice",
        (3, 54),
        {"value": "mata"},
    ),
    (
        "capacities: [{code: a, es: Aa, en: Bb, native: {portugués: Ab}, verified: false}]",
        "badly_written",
        (3, 49),
        {"value": "portugués"},
    ),
    (
        "capacities: [{code: a, es: Aa, en: Bb, native: {en: Ab}, verified: false}]",
        "badly_written",
        (3, 49),
        {"value": "en"},
    ),
    (
        "capacities: [{code: a, es: Aa, en: '…', verified: false}]",
        "term_without_letters",
        (3, 36),
        {"term": "…"},
    ),
    (f"capacities:\n  - {GOOD}\n  - {GOOD}", "concept_taken", (5, 12), {"concept": "a", "country": "zz"}),
    (
        f"capacities:\n  - {GOOD}\n  - {{code: c, es: Cc, en: Dd, also: [AÁ], verified: false}}",
        "term_taken",
        (5, 38),
        {"term": "AÁ", "concept": "a"},
    ),
    ("capacities: {code: a}", "expected_list", (3, 13), {}),
    ("capacities: [", "broken_yaml", (4, 1), {}),
]


@pytest.mark.parametrize(
    ("fragment", "code", "place", "facts"),
    WRONG,
    ids=[each[1] + str(number) for number, each in enumerate(WRONG)],
)
def test_a_wrong_file_is_refused_with_its_place(
    tmp_path: Path, fragment: str, code: str, place: tuple[int, int], facts: dict[str, Fact]
) -> None:
    file = tmp_path / "zz.yaml"
    file.write_text(HEAD + fragment, encoding="utf-8")
    with pytest.raises(BadInput) as refusal:
        vocabularies_of(tmp_path)
    found = refusal.value
    assert (found.code, found.facts["file"]) == (code, file.as_posix())
    assert (found.facts["line"], found.facts["column"]) == place
    assert facts.items() <= found.facts.items()
    assert found.sentence("es") != found.sentence("en")
    assert found.cure("es") != found.cure("en")
    for sentence in (found.sentence("es"), found.cure("es")):
        assert "—" not in sentence


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("organica: vocabulary/2\ncountry: zz\n", "unknown_choice", (1, 11)),
        ("organica: vocabulary/1\ncountry: zeta\n", "badly_written", (2, 10)),
        ("organica: vocabulary/1\n", "missing_key", (1, 1)),
        ("country: zz\n", "missing_key", (1, 1)),
        ("", "expected_map", (1, 1)),
    ],
)
def test_a_file_that_is_no_vocabulary_is_refused(
    tmp_path: Path, text: str, code: str, place: tuple[int, int]
) -> None:
    (tmp_path / "zz.yml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as refusal:
        vocabularies_of(tmp_path)
    assert refusal.value.code == code
    assert (refusal.value.facts["line"], refusal.value.facts["column"]) == place


def test_a_term_of_a_country_that_is_included_cannot_be_taken_again(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "organica: vocabulary/1\ncountry: cl\nemployment_links:\n"
        "  - {code: a_contrata, es: A contrata, en: On contract, verified: false}\n",
        encoding="utf-8",
    )
    with pytest.raises(BadInput) as refusal:
        vocabularies_of(tmp_path)
    assert refusal.value.code == "term_taken"
    assert (refusal.value.facts["concept"], refusal.value.facts["line"]) == ("contrata", 4)
    assert str(refusal.value.facts["first"]).startswith((INCLUDED / "cl.yaml").as_posix())


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refusal:
        vocabularies_of(tmp_path / "none")
    assert refusal.value.code == "vocabulary_folder_missing"
    assert "ORGANICA_VOCABULARIES" in refusal.value.cure("es")
