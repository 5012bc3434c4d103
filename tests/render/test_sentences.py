"""Changes as sentences: every kind has its own, and a few of them letter by letter."""

from string import Formatter
from typing import get_args

import pytest

from organica.domain.change import Change, ChangeKind
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.errors import Language
from organica.domain.source import SourceNature
from organica.domain.states import Noun
from organica.render.sentences import PHRASES, act_sentence, change_sentence, cited, shortened

FACTS = {"code", "name", "code_or_title", "unit_name", "before", "after", "before_name", "after_name"}
NAMES = {"compras": "Departamento de Compras", "division": "División de Gestión"}


def a_change(
    kind: ChangeKind,
    before: str | None = "antes",
    after: str | None = "después",
    code: str = "compras",
    field: str | None = None,
) -> Change:
    return Change(
        kind=kind,
        noun=Noun.UNIT,
        code=code,
        unit="compras",
        field=field,
        before=before,
        after=after,
        since=LegalDate("2024-03-15"),
        legal_basis=None,
    )


def test_every_kind_of_change_has_its_sentence() -> None:
    assert set(PHRASES) == set(ChangeKind)


@pytest.mark.parametrize("kind", ChangeKind)
@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize(("before", "after"), [("uno", "dos"), (None, "dos"), ("uno", None)])
def test_no_sentence_names_a_fact_that_does_not_exist(
    kind: ChangeKind, language: Language, before: str | None, after: str | None
) -> None:
    says = PHRASES[kind].for_change(a_change(kind, before, after))
    template = says.es if language == "es" else says.en
    assert {name for _, name, _, _ in Formatter().parse(template) if name} <= FACTS
    sentence = change_sentence(a_change(kind, before, after), NAMES, language)
    assert sentence.endswith((".", "»", "”"))
    assert "{" not in sentence


ALTERED = [
    kind
    for kind in ChangeKind
    if kind.value.endswith(("_renamed", "_retyped", "_changed", "_relabelled", "_transferred"))
]


@pytest.mark.parametrize("kind", ALTERED)
@pytest.mark.parametrize(("before", "after"), [(None, "dos"), ("uno", None)])
def test_what_appears_or_vanishes_is_not_said_with_a_dash(
    kind: ChangeKind, before: str | None, after: str | None
) -> None:
    assert "—" not in change_sentence(a_change(kind, before, after), NAMES, "es")


@pytest.mark.parametrize(
    ("change", "es", "en"),
    [
        (
            a_change(ChangeKind.UNIT_RENAMED, "Compras", "Departamento de Compras"),
            "«Compras» pasa a llamarse «Departamento de Compras» (compras).",
            "“Compras” is renamed “Departamento de Compras” (compras).",
        ),
        (
            a_change(ChangeKind.UNIT_MOVED, "unknown", "division"),
            "Departamento de Compras pasa a depender de División de Gestión; antes, de una unidad que no consta.",
            "Departamento de Compras moves under División de Gestión; before, under a unit that is not on record.",
        ),
        (
            a_change(ChangeKind.FUNCTION_RELABELLED, "a", "b", "compras.1"),
            "La función compras.1 de Departamento de Compras pasa de la letra «a» a la «b».",
            "Function compras.1 of Departamento de Compras changes its letter from “a” to “b”.",
        ),
        (
            a_change(ChangeKind.FUNCTION_RELABELLED, None, "b", "compras.1"),
            "La función compras.1 de Departamento de Compras recibe la letra «b».",
            "Function compras.1 of Departamento de Compras is given the letter “b”.",
        ),
        (
            a_change(ChangeKind.FUNCTION_TRANSFERRED, "compras", "otra", "compras.1"),
            "La función compras.1 pasa de Departamento de Compras a otra.",
            "Function compras.1 is transferred from Departamento de Compras to otra.",
        ),
        (
            a_change(ChangeKind.UNIT_COVERED, None, "Departamento de Compras"),
            "El registro empieza a cubrir «Departamento de Compras» (compras); no nace ese día.",
            "The register begins to cover “Departamento de Compras” (compras); it is not born that day.",
        ),
        (
            a_change(ChangeKind.UNIT_RETYPED, None, "support", field="unit_class"),
            "Departamento de Compras se clasifica como «de apoyo».",
            "Departamento de Compras is classified as “support”.",
        ),
        (
            a_change(ChangeKind.UNIT_RETYPED, "deconcentrated", "line", field="unit_class"),
            "Departamento de Compras pasa de «desconcentrada» a «de línea».",
            "Departamento de Compras changes from “deconcentrated” to “line”.",
        ),
        (
            a_change(ChangeKind.ORGANIZATION_ATTACHED, None, "cl.ministerio", "cl.servicio", "attached_to"),
            "La organización cl.servicio queda adscrita a cl.ministerio.",
            "Organization cl.servicio is attached to cl.ministerio.",
        ),
        (
            a_change(ChangeKind.ORGANIZATION_ATTACHED, "cl.a", "cl.b", "cl.servicio", "attached_to"),
            "La organización cl.servicio pasa de estar adscrita a cl.a a estarlo a cl.b.",
            "Organization cl.servicio is attached to cl.b; before, to cl.a.",
        ),
        (
            a_change(ChangeKind.ORGANIZATION_AFFILIATED, "int.red", None, "cl.servicio", "affiliations"),
            "La organización cl.servicio deja de estar afiliada a int.red.",
            "Organization cl.servicio is no longer affiliated with int.red.",
        ),
        (
            a_change(
                ChangeKind.SUBSTITUTION_ORDER_SET, None, "compras.p2, pagos.p1", "compras.p1", "substitutes"
            ),
            "Se fija el orden de subrogación del cargo compras.p1 de Departamento de Compras: "
            "compras.p2, pagos.p1.",
            "The substitution order of post compras.p1 of Departamento de Compras is set: "
            "compras.p2, pagos.p1.",
        ),
        (
            a_change(
                ChangeKind.REFERENCE_CARRIED_OVER, "Oficina de Compras", "compras", "oficina-de-compras"
            ),
            "Toda referencia a «Oficina de Compras» se entiende hecha a Departamento de Compras.",
            "Every reference to “Oficina de Compras” is understood as made to Departamento de Compras.",
        ),
        (
            a_change(
                ChangeKind.REFERENCE_CARRIED_OVER, "compras", "cl.central", "oficina-de-compras", "target"
            ),
            "Las referencias a «oficina-de-compras», que se entendían hechas a Departamento de Compras, se "
            "entienden hechas a cl.central.",
            "References to “oficina-de-compras”, understood as made to Departamento de Compras, are "
            "understood as made to cl.central.",
        ),
        (
            a_change(ChangeKind.BASIS_RENEWED, None, "cl/x/2", field="legal_basis"),
            "Departamento de Compras se mantiene igual, con un nuevo fundamento legal.",
            "Departamento de Compras stays as it is, on one more legal basis.",
        ),
        (
            a_change(ChangeKind.BASIS_RENEWED, "cl/x/2", None, "compras.1", "legal_basis"),
            "compras.1 se mantiene igual, con un fundamento legal menos.",
            "compras.1 stays as it is, on one legal basis less.",
        ),
        (
            a_change(ChangeKind.COVERAGE_CHANGED, None, "complete", "cl.servicio", "coverage"),
            "El registro pasa a cubrir cl.servicio: cobertura completa.",
            "The register now covers cl.servicio: complete coverage.",
        ),
        (
            a_change(ChangeKind.COVERAGE_CHANGED, "partial", "complete", field="coverage"),
            "La cobertura de Departamento de Compras pasa de parcial a completa.",
            "The coverage of Departamento de Compras changes from partial to complete.",
        ),
        (
            a_change(ChangeKind.COVERAGE_CHANGED, "partial", None, field="coverage"),
            "El registro deja de cubrir Departamento de Compras.",
            "The register no longer covers Departamento de Compras.",
        ),
        (
            a_change(ChangeKind.COVERAGE_CHANGED, None, "2025-03-01", field="coverage_checked_on"),
            "La cobertura de Departamento de Compras se revisó el 1 de marzo de 2025.",
            "The coverage of Departamento de Compras was checked on 1 March 2025.",
        ),
        (
            a_change(ChangeKind.COVERAGE_CHANGED, "2025-03-01", "2026-05-02", field="coverage_checked_on"),
            "La cobertura de Departamento de Compras se revisó el 2 de mayo de 2026; antes, el 1 de marzo de "
            "2025.",
            "The coverage of Departamento de Compras was checked on 2 May 2026; before, on 1 March 2025.",
        ),
    ],
)
def test_some_sentences(change: Change, es: str, en: str) -> None:
    assert (change_sentence(change, NAMES, "es"), change_sentence(change, NAMES, "en")) == (es, en)


def test_a_long_quote_is_cut_at_a_word_unless_all_is_asked_for() -> None:
    text = "Atender las consultas de las personas usuarias " * 5
    change = a_change(ChangeKind.FUNCTION_ASSIGNED, None, text.strip())
    assert "personas…»" in change_sentence(change, NAMES, "es")
    assert text.strip() in change_sentence(change, NAMES, "es", longest=None)


def test_a_text_of_one_endless_word_is_cut_too() -> None:
    assert shortened("a" * 200, 90) == "a" * 89 + "…"


@pytest.mark.parametrize(
    ("kind", "since", "citation", "es", "en"),
    [
        (
            ChangeKind.UNIT_CREATED,
            LegalDate("2024"),
            "Resolución 35B",
            "Resolución 35B, durante 2024 (fecha exacta no indicada)",
            "Resolución 35B, during 2024 (exact date not stated)",
        ),
        (
            ChangeKind.UNIT_STATED,
            LegalDate("2024", DateBasis.SINCE_AT_LEAST),
            "Resolución 35B",
            "Resolución 35B, al menos desde 2024 (fecha exacta no indicada)",
            "Resolución 35B, at least since 2024 (exact date not stated)",
        ),
        (ChangeKind.UNIT_SUPPRESSED, None, None, "sin acto conocido", "no known act"),
        (ChangeKind.UNIT_GAVE_WAY, None, None, "", ""),
        (ChangeKind.COVERAGE_CHANGED, LegalDate("2024"), None, "", ""),
        (
            ChangeKind.BASIS_RENEWED,
            LegalDate("2024-03-15"),
            "Resolución 35B",
            "Resolución 35B, el 15 de marzo de 2024",
            "Resolución 35B, on 15 March 2024",
        ),
    ],
)
def test_the_act_behind_a_change(
    kind: ChangeKind, since: LegalDate | None, citation: str | None, es: str, en: str
) -> None:
    change = Change(kind, Noun.UNIT, "compras", "compras", None, None, "Compras", since, None)
    assert (act_sentence(change, citation, "es"), act_sentence(change, citation, "en")) == (es, en)


def test_no_act_is_behind_a_basis_that_is_gone() -> None:
    assert act_sentence(a_change(ChangeKind.BASIS_RENEWED, "cl/x/2", None), None, "es") == ""


def test_a_citation_says_where_its_source_is_no_norm() -> None:
    assert cited("Resolución 35B", "es", SourceNature.NORM) == "Resolución 35B"
    assert cited("Organigrama", "es", SourceNature.ATTESTATION) == "constancia: Organigrama"
    assert cited("Organigrama", "en", SourceNature.ATTESTATION) == "attestation: Organigrama"
    assert cited("Plan de trabajo", "es", SourceNature.PROPOSAL) == "propuesta: Plan de trabajo"
    assert cited("Plan de trabajo", "en", SourceNature.PROPOSAL) == "proposal: Plan de trabajo"


@pytest.mark.parametrize(
    ("kind", "field", "before", "after", "es"),
    [
        (
            ChangeKind.UNIT_RENAMED,
            "acronym",
            "DC",
            "DGC",
            "Departamento de Compras cambia su sigla de «DC» a «DGC».",
        ),
        (
            ChangeKind.POST_CHANGED,
            "vacant",
            "false",
            "true",
            "El cargo p de Departamento de Compras queda vacante.",
        ),
        (
            ChangeKind.POST_CHANGED,
            "heads",
            "true",
            "false",
            "El cargo p deja de encabezar Departamento de Compras.",
        ),
        (
            ChangeKind.POST_CHANGED,
            "name",
            "Jefe",
            "Jefa",
            "Cambia el cargo p de Departamento de Compras: de «Jefe» a «Jefa».",
        ),
    ],
)
def test_a_field_that_the_kind_does_not_tell_has_a_sentence_of_its_own(
    kind: ChangeKind, field: str, before: str, after: str, es: str
) -> None:
    change = a_change(kind, before, after, code="p", field=field)
    assert change_sentence(change, NAMES, "es") == es
