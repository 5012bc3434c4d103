"""The words in which an outline is shown: what things are, where they stand, what an act orders.

Takes parts of an outline; returns short texts in Spanish or English. Called by `render.outline`.
"""

from __future__ import annotations

from organica.domain.errors import Language, Says
from organica.domain.outline import (
    AmendmentAction,
    OutlineAmendment,
    OutlineSort,
    OutlineSource,
    OutlineUnit,
    Place,
    SourceRelation,
)

SORTS: dict[OutlineSort, Says] = {
    OutlineSort.BODY: Says(es="organismo", en="body"),
    OutlineSort.UNIT: Says(es="", en=""),
    OutlineSort.POST: Says(es="cargo", en="post"),
}
RELATIONS: dict[SourceRelation, Says] = {
    SourceRelation.AMENDS: Says(es="este texto la modifica", en="amended by this text"),
    SourceRelation.REPEALS: Says(es="este texto la deroga", en="repealed by this text"),
    SourceRelation.APPROVES: Says(es="este texto la aprueba", en="approved by this text"),
    SourceRelation.IMPLEMENTS: Says(es="este texto la desarrolla", en="implemented by this text"),
    SourceRelation.CONSOLIDATES: Says(es="este texto la refunde", en="consolidated by this text"),
    SourceRelation.AMENDED_BY: Says(es="modifica este texto", en="amends this text"),
    SourceRelation.REPEALED_BY: Says(es="deroga este texto", en="repeals this text"),
    SourceRelation.APPROVED_BY: Says(es="aprueba este texto", en="approves this text"),
}
ORDERS: dict[AmendmentAction, Says] = {
    AmendmentAction.REPLACE: Says(
        es="Se reemplaza {target} por: {text}", en="{target} is replaced by: {text}"
    ),
    AmendmentAction.ADD: Says(es="Se agrega {target}: {text}", en="{target} is added: {text}"),
    AmendmentAction.REMOVE: Says(es="Se suprime {target}.", en="{target} is removed."),
    AmendmentAction.RELABEL: Says(
        es="{target} pasa a llevar «{new_label}».", en="{target} is relabelled “{new_label}”."
    ),
    AmendmentAction.RENAME: Says(es="{target} pasa a llamarse «{text}».", en="{target} is renamed “{text}”."),
    AmendmentAction.REPLACE_WORDS: Says(
        es="En {target} se cambia «{old_words}» por «{text}».",
        en="In {target} “{old_words}” becomes “{text}”.",
    ),
}
REPEALED = Says(es="derogada", en="repealed")


def order(amendment: OutlineAmendment, language: Language) -> str:
    """Return what an amending act orders, as one sentence; what is not printed in it is left out."""
    sentence = ORDERS[amendment.action].render(
        language,
        {
            "target": _target(amendment, language),
            "text": amendment.text,
            "new_label": amendment.new_label,
            "old_words": amendment.old_words,
        },
    )
    return sentence[:1].upper() + sentence[1:]


def _target(amendment: OutlineAmendment, language: Language) -> str:
    """Return what an order aims at: "«b)» de artículo 5 de «Compras», después de «a)»"."""
    spanish = language == "es"
    opening, closing = ("«", "»") if spanish else ("“", "”")
    adds = amendment.action is AmendmentAction.ADD
    label = amendment.label or (amendment.new_label if adds else None)
    parts: list[str] = []
    if label:
        parts.append(f"{opening}{label}{closing}")
    if amendment.article:
        bare = amendment.article[0].isdigit()
        parts.append(
            f"{'artículo' if spanish else 'article'} {amendment.article}" if bare else amendment.article
        )
    if amendment.unit:
        parts.append(f"{opening}{amendment.unit}{closing}")
    aim = (" de " if spanish else " of ").join(parts) or ("el texto" if spanish else "the text")
    if amendment.after:
        aim += f", {'después de' if spanish else 'after'} {opening}{amendment.after}{closing}"
    return aim


def unit_note(unit: OutlineUnit, language: Language) -> str:
    """Return what stands beside a unit: whether it is left, what it is, code, start, provision, lines."""
    since = "desde" if language == "es" else "since"
    said = (
        REPEALED.render(language, {}) if unit.repealed else None,
        SORTS[unit.sort].render(language, {}),
        unit.code,
        f"{since} {unit.in_force_from}" if unit.in_force_from else None,
        unit.provision,
        where(unit.place, language),
    )
    return "; ".join(part for part in said if part)


def source_note(source: OutlineSource, language: Language) -> str:
    """Return what stands beside a source: its relation to the text, its name and its lines."""
    relation = RELATIONS[source.relation].render(language, {}) if source.relation else None
    said = (relation, source.title, where(source.place, language))
    return "; ".join(part for part in said if part)


def where(place: Place, language: Language) -> str:
    """Return the lines of a place in words."""
    if place.first_line == place.last_line:
        return f"{'línea' if language == 'es' else 'line'} {place.first_line}"
    return f"{'líneas' if language == 'es' else 'lines'} {place.first_line}–{place.last_line}"
