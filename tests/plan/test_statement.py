"""What a first statement makes of outlines other than the seed's, and of facts that are wrong."""

from __future__ import annotations

from datetime import date

import pytest

from organica.domain.acts import UNKNOWN_PARENT, FunctionItem, StateUnit, under
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.errors import Refused, error_tree
from organica.domain.outline import (
    Doubt,
    DoubtCode,
    Outline,
    OutlineFunction,
    OutlineHead,
    OutlineSource,
    OutlineUnit,
    Place,
)
from organica.domain.resolution import DoubtNote, Resolution
from organica.domain.source import Evidence
from organica.files import read_text, write
from organica.plan import PageFacts, PlanRefused, read_facts, state_outline
from organica.plan.doubts import DECISIONS

LINE = Place(1, 1)
FACTS = PageFacts("cl.chilecompra", "ChileCompra", "America/Santiago", Evidence(file="sources/a.txt"))
PLAIN: dict[str, object] = {
    "organica": "facts/1",
    "organization": "cl.chilecompra",
    "name": "ChileCompra",
    "time_zone": "America/Santiago",
}


def a_unit(name: str, parent: str | None = None, *functions: OutlineFunction) -> OutlineUnit:
    return OutlineUnit(name, "Unidad", parent, None, functions, LINE, None)


def a_source(
    year: int | None = 2024, printed: str = "Decreto 5 de 2024", issuer: str | None = None
) -> OutlineSource:
    return OutlineSource("decreto", "5", None, year, issuer, printed, "self", Place(9, 9))


def an_outline(
    *units: OutlineUnit,
    heads: tuple[OutlineHead, ...] = (),
    sources: tuple[OutlineSource, ...] = (a_source(),),
    doubts: tuple[Doubt, ...] = (),
) -> Outline:
    return Outline(units or (a_unit("Unidad de Apoyo"),), heads, sources, doubts)


def codes(resolution: Resolution) -> list[str]:
    return [act.unit for act in resolution.acts if isinstance(act, StateUnit)]


def test_the_second_of_two_equal_names_gets_a_number() -> None:
    units = [
        a_unit("Unidad de Apoyo"),
        a_unit("Oficina de Apoyo"),
        a_unit("Apoyo 2"),
        a_unit("Sección Apoyo"),
    ]
    enactment, _ = state_outline(an_outline(*units), FACTS)
    assert codes(enactment) == ["apoyo", "apoyo-2", "apoyo-2-2", "apoyo-3"]


def test_a_parent_that_is_named_and_was_not_read_is_unknown() -> None:
    units = (a_unit("División A"), a_unit("Unidad B", "División A"), a_unit("Unidad C", "División Z"))
    enactment, _ = state_outline(an_outline(*units), FACTS)
    parents = [act.parent for act in enactment.acts if isinstance(act, StateUnit)]
    assert parents == [UNKNOWN_PARENT, under("a"), UNKNOWN_PARENT]


def test_sub_items_and_names_of_lists_are_kept() -> None:
    child = OutlineFunction("1", "x", LINE)
    function = OutlineFunction("a", "y", LINE, "específicas", (child,))
    enactment, _ = state_outline(an_outline(a_unit("Unidad B", None, function)), FACTS)
    stated = enactment.acts[1]
    assert isinstance(stated, StateUnit)
    assert stated.functions == (FunctionItem("y", "a", "específicas", children=(FunctionItem("x", "1"),)),)
    assert read_text(write(enactment), "r.yaml") == enactment


def test_the_start_is_the_facts_or_else_the_year_of_the_source_assumed() -> None:
    given = LegalDate("2024-05-02")
    for facts, start in (
        (FACTS, LegalDate("2024", DateBasis.ASSUMED)),
        (PageFacts("cl.chilecompra", "C", "UTC", in_force_from=given), given),
    ):
        enactment, _ = state_outline(an_outline(), facts)
        assert (enactment.source.in_force_from, enactment.source.year) == (start, "2024")


def test_an_issuer_that_is_printed_is_the_issuer() -> None:
    for issuer, expected in ((None, "chilecompra"), ("EF", "ef")):
        enactment, _ = state_outline(an_outline(sources=(a_source(issuer=issuer),)), FACTS)
        assert enactment.source.issuer == expected


def test_without_heads_nothing_is_attested() -> None:
    assert state_outline(an_outline(), FACTS)[1] is None


def test_heads_are_attested_unit_by_unit_as_printed() -> None:
    heads = (
        OutlineHead("Unidad A", "Ana Soto", "Jefa", None, Place(2, 2)),
        OutlineHead("Unidad B", "Luis Paz", None, "subrogante", Place(5, 5)),
    )
    _, attestation = state_outline(
        an_outline(a_unit("Unidad A"), a_unit("Unidad B", "Unidad A"), heads=heads), FACTS
    )
    assert attestation is not None
    assert codes(attestation) == ["a", "b"]
    assert (attestation.source.title, attestation.source.kind) == ("Organigrama: Unidad A", "pagina_web")
    assert attestation.evidence == Evidence(file="sources/a.txt", lines="2-5")
    assert read_text(write(attestation), "r.yaml") == attestation


def test_a_doubt_about_a_person_does_not_repeat_the_name() -> None:
    head = OutlineHead("Unidad de Apoyo", "Ana Soto", None, None, LINE)
    doubts = (
        Doubt(DoubtCode.HEAD_UNCERTAIN, Place(3, 3), "Unidad de Apoyo", "Luis Paz"),
        Doubt(DoubtCode.UNREAD_TEXT, Place(4, 4), None, "Habla Ana Soto"),
        Doubt(DoubtCode.UNREAD_TEXT, Place(5, 6), None, "Otra cosa"),
    )
    enactment, _ = state_outline(an_outline(heads=(head,), doubts=doubts), FACTS)
    assert enactment.doubts == (
        DoubtNote("head_uncertain", "apoyo", "3-3"),
        DoubtNote("unread_text", None, "4-4"),
        DoubtNote("unread_text", None, "5-6", "Otra cosa"),
    )


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("Contacto: partes@ejemplo.cl", None),
        ("Encargada, RUN 12.345.678-5", None),
        ("Ley N° 19.880", "Ley N° 19.880"),
    ],
)
def test_a_doubt_does_not_repeat_what_no_file_may_hold(printed: str, kept: str | None) -> None:
    doubts = (Doubt(DoubtCode.UNREAD_TEXT, LINE, printed=printed),)
    enactment, _ = state_outline(an_outline(doubts=doubts), FACTS)
    assert [doubt.printed for doubt in enactment.doubts] == [kept]
    assert read_text(write(enactment), "r.yaml") == enactment


def test_every_doubt_has_a_decision_or_says_that_only_a_person_can_decide() -> None:
    assert set(DECISIONS) == set(DoubtCode)


@pytest.mark.parametrize(
    ("outline", "code"),
    [
        (Outline((), (), (a_source(),), ()), "no_unit_to_state"),
        (an_outline(sources=()), "no_own_source"),
        (an_outline(sources=(a_source(year=None),)), "start_unknown"),
        (an_outline(a_unit("Отдел")), "name_without_letters"),
    ],
)
def test_an_outline_that_nothing_can_be_made_of_is_refused(outline: Outline, code: str) -> None:
    with pytest.raises(PlanRefused) as refusal:
        state_outline(outline, FACTS)
    assert refusal.value.code == code


def test_all_facts_are_read() -> None:
    facts = read_facts(
        {
            **PLAIN,
            "in_force_from": "2024-01",
            "evidence": {
                "file": "sources/a.txt",
                "url": "https://a.cl/",
                "sha256": "ab",
                "retrieved_on": "2026-01-02",
            },
            "coverage": {"checked_on": "2026-11-20", "note": "Sólo una parte"},
        }
    )
    assert facts == PageFacts(
        "cl.chilecompra",
        "ChileCompra",
        "America/Santiago",
        Evidence("sources/a.txt", "https://a.cl/", LegalDate("2026-01-02"), "ab"),
        LegalDate("2024-01"),
        date(2026, 11, 20),
        "Sólo una parte",
    )


@pytest.mark.parametrize(
    ("changed", "code", "fact"),
    [
        ({"naem": "x"}, "unknown_fact", "naem"),
        ({"coverage": {"cheked_on": "x"}}, "unknown_fact", "coverage.cheked_on"),
        ({"name": None}, "missing_fact", "name"),
        ({"name": " "}, "wrong_fact", "name"),
        ({"organica": "resolution/1"}, "wrong_fact", "organica"),
        ({"time_zone": "America/Santiagoo"}, "wrong_fact", "time_zone"),
        ({"time_zone": "../zone"}, "wrong_fact", "time_zone"),
        ({"evidence": "x"}, "wrong_fact", "evidence"),
        ({"in_force_from": {"value": "2024", "basis": "guess"}}, "wrong_fact", "in_force_from.basis"),
        ({"in_force_from": {"basis": "assumed"}}, "missing_fact", "in_force_from.value"),
        ({"organization": "chilecompra"}, "bad_code", None),
        ({"in_force_from": "2024-02-30"}, "bad_legal_date", None),
        ({"source": {"kind": "propuesta_de_ley"}}, "kind_of_proposals", None),
    ],
)
def test_wrong_facts_are_refused_by_name(changed: dict[str, object], code: str, fact: str | None) -> None:
    with pytest.raises(Refused) as refusal:
        read_facts({**PLAIN, **changed})
    assert (refusal.value.code, refusal.value.facts.get("fact")) == (code, fact)


def test_every_refusal_has_a_code_of_its_own() -> None:
    codes_of_all = [cls.code for cls in error_tree(Refused)]
    assert [cls for cls in error_tree(PlanRefused) if codes_of_all.count(cls.code) != 1] == []
