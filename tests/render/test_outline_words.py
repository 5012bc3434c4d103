"""The words of an outline: what it cites, what an act orders, and that nothing lacks its words."""

from __future__ import annotations

import pytest

from organica.domain.outline import (
    AmendmentAction,
    Outline,
    OutlineAmendment,
    OutlineSort,
    OutlineSource,
    Place,
    SourceRelation,
)
from organica.render.outline import outline_lines
from organica.render.outline_words import ORDERS, RELATIONS, SORTS, order


def cited(relation: SourceRelation | None, title: str | None = None) -> OutlineSource:
    return OutlineSource(
        "ley", "2", None, 2019, None, "Ley 2", "cited", Place(3, 3), title=title, relation=relation
    )


def test_cited_sources_and_amendments_have_their_own_sections() -> None:
    outline = Outline(
        (),
        (),
        (cited(SourceRelation.REPEALS, "Del agua"), cited(None)),
        (),
        amendments=(
            OutlineAmendment(
                *(AmendmentAction.REPLACE, Place(5, 6), "sustitúyese…"),
                label="b",
                article="5",
                unit="Compras",
                text="Pagar.",
                provision="Artículo 1",
            ),
        ),
    )
    assert [(line.indent, line.text, line.note) for line in outline_lines(outline, "es")] == [
        (0, "Fuentes citadas", ""),
        (1, "Ley 2", "este texto la deroga; Del agua; línea 3"),
        (1, "Ley 2", "línea 3"),
        (0, "Modificaciones que ordena", ""),
        (1, "Se reemplaza «b» de artículo 5 de «Compras» por: Pagar.", "Artículo 1; líneas 5–6"),
    ]
    assert [
        text for _, text, _ in [(line.indent, line.text, line.note) for line in outline_lines(outline, "en")]
    ] == [
        "Sources cited",
        "Ley 2",
        "Ley 2",
        "Amendments ordered",
        "“b” of article 5 of “Compras” is replaced by: Pagar.",
    ]


@pytest.mark.parametrize(
    ("action", "facts", "es", "en"),
    [
        (
            AmendmentAction.ADD,
            {"new_label": "d", "after": "c", "article": "Artículo 4", "text": "Medir."},
            "Se agrega «d» de Artículo 4, después de «c»: Medir.",
            "“d” of Artículo 4, after “c” is added: Medir.",
        ),
        (AmendmentAction.REMOVE, {"label": "a"}, "Se suprime «a».", "“a” is removed."),
        (
            AmendmentAction.RELABEL,
            {"label": "c", "new_label": "d"},
            "«c» pasa a llevar «d».",
            "“c” is relabelled “d”.",
        ),
        (
            AmendmentAction.RENAME,
            {"unit": "Compras", "text": "Abastecimiento"},
            "«Compras» pasa a llamarse «Abastecimiento».",
            "“Compras” is renamed “Abastecimiento”.",
        ),
        (
            AmendmentAction.REPLACE_WORDS,
            {"old_words": "Alcaide", "text": "Alcalde"},
            "En el texto se cambia «Alcaide» por «Alcalde».",
            "In the text “Alcaide” becomes “Alcalde”.",
        ),
    ],
)
def test_what_an_act_orders_is_a_sentence(
    action: AmendmentAction, facts: dict[str, str], es: str, en: str
) -> None:
    amendment = OutlineAmendment(action, Place(1, 1), "…", **facts)
    assert (order(amendment, "es"), order(amendment, "en")) == (es, en)


def test_every_sort_relation_and_action_has_its_words() -> None:
    assert (set(SORTS), set(RELATIONS), set(ORDERS)) == (
        set(OutlineSort),
        set(SourceRelation),
        set(AmendmentAction),
    )
