"""A printed word finds its term, and a file is told which of its words no vocabulary knows; nothing is refused."""

from __future__ import annotations

import pytest

from organica.domain.acts import Appoint, CreateUnit, Holder, PostItem, PostRef, RenameUnit, StateUnit, under
from organica.domain.dates import LegalDate
from organica.domain.outline import Doubt, DoubtCode, Outline, OutlineHead, OutlineSource, OutlineUnit, Place
from organica.domain.resolution import EntryKind, Resolution
from organica.domain.source import LegalSource
from organica.domain.vocabulary.concepts import Concept, Scheme, term_key
from organica.domain.vocabulary.lookup import Vocabularies
from organica.domain.vocabulary.terms import Notice, NoticeCode, doubts_of, notices

CONCEPTS = (
    Concept(
        Scheme.SOURCE_KINDS,
        "resolucion_exenta",
        "Resolución exenta",
        "Exempt resolution",
        "cl",
        normative=True,
    ),
    Concept(Scheme.SOURCE_KINDS, "pagina_web", "Página web", "Web page", normative=False),
    Concept(Scheme.UNIT_KINDS, "departamento", "Departamento", "Department", "cl", also=("depto.",)),
    Concept(Scheme.UNIT_KINDS, "divisao", "División", "Division", "br", native=(("pt", "Divisão"),)),
    Concept(Scheme.CAPACITIES, "encargado", "A cargo", "In charge", also=("encargada",)),
    Concept(Scheme.CAPACITIES, "interino", "Interino", "Interim"),
    Concept(Scheme.CAPACITIES, "interino", "Interino", "Interim", "cl", note="El propio."),
    Concept(Scheme.EMPLOYMENT_LINKS, "contrata", "Contrata", "Fixed-term public post", "cl"),
)
KNOWN = Vocabularies(CONCEPTS)


@pytest.mark.parametrize(
    ("scheme", "country", "word", "code"),
    [
        (Scheme.UNIT_KINDS, "cl", "Departamento", "departamento"),
        (Scheme.UNIT_KINDS, "cl", "DEPTO", "departamento"),
        (Scheme.UNIT_KINDS, "cl", "Department", "departamento"),
        (Scheme.UNIT_KINDS, "br", "divisao", "divisao"),
        (Scheme.UNIT_KINDS, "br", "Divisão", "divisao"),
        (Scheme.UNIT_KINDS, "cl", "División", None),
        (Scheme.UNIT_KINDS, "cl", "Departamento de Compras", None),
        (Scheme.SOURCE_KINDS, "cl", "resolucion_exenta", "resolucion_exenta"),
        (Scheme.SOURCE_KINDS, "cl", "Resolución Exenta", "resolucion_exenta"),
        (Scheme.SOURCE_KINDS, "pe", "resolucion_exenta", None),
        (Scheme.SOURCE_KINDS, "pe", "pagina_web", "pagina_web"),
        (Scheme.CAPACITIES, "pe", "Encargada", "encargado"),
        (Scheme.CAPACITIES, None, "a cargo", "encargado"),
        (Scheme.UNIT_KINDS, None, "divisão", "divisao"),
        (Scheme.UNIT_KINDS, "cl", "…", None),
    ],
)
def test_a_word_finds_the_term_of_its_country_or_a_common_one(
    scheme: Scheme, country: str | None, word: str, code: str | None
) -> None:
    found = KNOWN.named(scheme, country, word)
    assert (found and found.code) == code


def test_the_countrys_own_term_comes_before_the_common_one() -> None:
    own, common = (
        KNOWN.named(Scheme.CAPACITIES, "cl", "interino"),
        KNOWN.named(Scheme.CAPACITIES, "pe", "interino"),
    )
    assert own is not None
    assert common is not None
    assert (own.country, common.country) == ("cl", None)


def test_the_concepts_of_a_country_are_its_own_and_the_common_ones() -> None:
    assert [each.code for each in KNOWN.concepts(country="br")] == [
        "pagina_web",
        "divisao",
        "encargado",
        "interino",
    ]
    assert [each.code for each in KNOWN.concepts(Scheme.UNIT_KINDS)] == ["divisao", "departamento"]
    assert KNOWN.countries == ("br", "cl")


def test_a_label_in_a_language_that_it_lacks_is_the_spanish_one() -> None:
    [concept] = [each for each in CONCEPTS if each.code == "divisao"]
    labels = [concept.label(language) for language in ("es", "en", "pt", "fr")]
    assert labels == ["División", "Division", "Divisão", "División"]


def test_two_ways_of_printing_a_term_have_one_key() -> None:
    assert term_key("  Resolución-Exenta ") == term_key("RESOLUCION_EXENTA") == "resolucion exenta"
    assert term_key("№…") == "no"
    assert term_key("…") == ""


def a_resolution(
    *acts: object, kind: str = "resolucion_exenta", attested: bool = False, body: str = "cl.servicio-ficticio"
) -> Resolution:
    country, _, issuer = body.partition(".")
    source = LegalSource(
        country, issuer, kind, "2020", LegalDate("2020-03-01"), number="7", normative=not attested
    )
    entry = EntryKind.ATTESTATION if attested else EntryKind.ENACTMENT
    return Resolution(body, entry, source, acts)  # type: ignore[arg-type]


def test_what_every_vocabulary_word_of_a_file_says_is_known_gives_no_notice() -> None:
    filing = a_resolution(
        CreateUnit(unit="compras", parent=under("direccion"), kind="departamento", name="Compras"),
        Appoint(
            post=PostRef(at="compras/head"),
            holder=Holder("Ana Ficticia"),
            capacity="encargada",
            employment="Contrata",
        ),
    )
    assert notices(filing, KNOWN) == ()


def test_an_unknown_word_is_noticed_once_with_its_act_and_the_nearest_term() -> None:
    filing = a_resolution(
        StateUnit(unit="pagos", kind="Departameto", posts=(PostItem(capacity="de facto"),)),
        RenameUnit(unit="pagos", name="Pagos", kind="Departameto"),
    )
    found = notices(filing, KNOWN)
    assert found == (
        Notice(NoticeCode.UNKNOWN_TERM, "cl", "Departameto", Scheme.UNIT_KINDS, "Departamento", 1),
        Notice(NoticeCode.UNKNOWN_TERM, "cl", "de facto", Scheme.CAPACITIES, None, 1),
    )
    assert found[0].sentence("es") == (
        "«Departameto» no está en el vocabulario de cl (tipos de unidad). ¿Quiso decir «Departamento»?"
    )
    assert found[1].sentence("en") == "“de facto” is not in the vocabulary of cl (capacities)."


def test_an_unknown_kind_of_source_is_suggested_by_its_code() -> None:
    [notice] = notices(a_resolution(kind="resolucion_excenta"), KNOWN)
    assert (notice.scheme, notice.suggestion, notice.act) == (Scheme.SOURCE_KINDS, "resolucion_exenta", None)


@pytest.mark.parametrize(
    ("kind", "attested", "code"),
    [
        ("pagina_web", False, NoticeCode.ATTESTATION_ENACTED),
        ("resolucion_exenta", True, NoticeCode.NORM_ATTESTED),
        ("pagina_web", True, None),
        ("resolucion_exenta", False, None),
    ],
)
def test_a_kind_that_does_not_fit_its_entry_is_noticed(
    kind: str, attested: bool, code: NoticeCode | None
) -> None:
    found = notices(a_resolution(kind=kind, attested=attested), KNOWN)
    assert [each.code for each in found] == ([code] if code else [])
    for each in found:
        assert each.sentence("es") != each.sentence("en")


def test_a_country_without_vocabulary_is_noticed_once_and_its_terms_are_not() -> None:
    filing = a_resolution(StateUnit(unit="pagos", kind="Negociado"), kind="bando", body="zz.concejo")
    assert notices(filing, KNOWN) == (Notice(NoticeCode.UNKNOWN_COUNTRY, "zz"),)


def an_outline(kind: str, capacity: str | None, source: str) -> Outline:
    place = Place(3, 4)
    unit = OutlineUnit("Pagos", kind, None, None, (), place, None)
    head = OutlineHead("Pagos", "Ana Ficticia", None, capacity, place)
    own = OutlineSource(
        kind=source,
        number="7",
        series=None,
        year=2020,
        issuer=None,
        role="self",
        printed="7",
        place=Place(1, 1),
    )
    cited = OutlineSource(
        kind="ordenanza",
        number="8",
        series=None,
        year=2020,
        issuer=None,
        role="cited",
        printed="8",
        place=Place(9, 9),
    )
    return Outline(units=(unit, unit), heads=(head,), sources=(own, cited), doubts=())


def test_a_text_is_doubted_for_the_words_that_no_country_knows() -> None:
    assert doubts_of(an_outline("Divisão", "A cargo", "resolucion_exenta"), KNOWN) == ()
    assert doubts_of(an_outline("Departamentos", None, "bando"), KNOWN) == (
        Doubt(DoubtCode.TERM_UNKNOWN, Place(3, 4), "Pagos", "Departamentos", "Departamento"),
        Doubt(DoubtCode.TERM_UNKNOWN, Place(1, 1), None, "bando", None),
    )
