"""The page of one unit: what it is for, its functions, who heads it, why it is so, and what was before.

Takes plain values; returns what the page shows. Called by `api.embed.pages.unit`.
"""

from __future__ import annotations

from collections.abc import Sequence

from htpy import Element, Node, dd, details, div, dl, dt, h1, h2, li, nav, ol, p, section, span, summary, ul

from organica.domain.errors import Language, Says
from organica.render.pages.parts import (
    banner,
    foot,
    function_lists,
    linked,
    other_days,
    say,
    sources,
)
from organica.render.pages.programme_parts import programme_section
from organica.render.pages.values import Banner, Choice, Foot, Link, PostEntry, Spell, UnitPage
from organica.render.pages.wording import literal, mark, told
from organica.render.tree import titled

_ABOVE = Says(es="Depende de", en="Part of")
_KIND = Says(es="Tipo", en="Kind")
_ACRONYM = Says(es="Sigla", en="Acronym")
_CLASS = Says(es="Clase", en="Class")
_SINCE = Says(es="Vigencia", en="In force")
_OBJECTIVE = Says(es="Objetivo", en="Objective")
_PARENT_UNKNOWN = Says(
    es="Ninguna fuente dice de qué unidad depende.", en="No source says which unit it belongs to."
)
_FUNCTIONS = Says(es="Funciones", en="Functions")
_NO_FUNCTIONS = Says(es="No constan funciones propias.", en="No functions of its own are on record.")
_POSTS = Says(es="Quién la dirige y qué cargos tiene", en="Who heads it, and its posts")
_HEADS = Says(es="Encabeza la unidad", en="Heads the unit")
_SUBSTITUTES = Says(es="Subrogan: ", en="Stand in: ")
_BELOW = Says(es="Unidades que dependen de ella", en="Units below it")
_BASES = Says(es="Base legal", en="Legal basis")
_HISTORY = Says(es="Historia de la unidad", en="History of the unit")
_OF_FUNCTIONS = Says(es="Historia de sus funciones ({number})", en="History of its functions ({number})")
_KIN = Says(es="De dónde viene y en qué continúa", en="What it came out of, and what came out of it")


def unit_page(
    unit: UnitPage,
    of: Banner,
    choice: Choice,
    days: Sequence[Link],
    below: Foot,
    language: Language,
) -> list[Node]:
    """Return the whole page."""
    return [
        _path(unit.above, language),
        h1[literal(unit.name, language)],
        banner(of, language),
        other_days(choice, days, language),
        _facts(unit, language),
        _part(
            _FUNCTIONS,
            function_lists(unit.lists, language) if unit.lists else p[say(_NO_FUNCTIONS, language)],
            language,
        ),
        programme_section(unit.programmes, language),
        _part(_POSTS, [_post(each, language) for each in unit.posts], language),
        _part(
            _BELOW, ul[[li[linked(each, language)] for each in unit.below]] if unit.below else None, language
        ),
        _part(_BASES, sources(unit.bases, language), language),
        _part(_HISTORY, _spells(unit.versions, language), language),
        _of_functions(unit.function_versions, language),
        _part(_KIN, ul[[li[told(each, language)] for each in unit.kin]] if unit.kin else None, language),
        foot(below, language),
    ]


def _part(heading: Says, content: Node, language: Language) -> Element | None:
    """Return a part of the page, or nothing where there is nothing in it."""
    if content is None or content == []:
        return None
    return section[h2[say(heading, language)], content]


def _path(above: Sequence[Link], language: Language) -> Element:
    """Return the organization and the units above, the highest first."""
    return nav(class_="organica-path", aria_label=say(_ABOVE, language))[
        ol[[li[linked(each, language)] for each in above]]
    ]


def _facts(unit: UnitPage, language: Language) -> Element:
    rows: list[tuple[Says, Node]] = [
        (_KIND, literal(unit.kind, language)),
        (_ACRONYM, literal(unit.acronym, language) if unit.acronym else None),
        (_CLASS, unit.unit_class),
        (_SINCE, unit.since),
        (_OBJECTIVE, literal(unit.objective, language) if unit.objective else None),
        (_ABOVE, say(_PARENT_UNKNOWN, language) if unit.parent_unknown else None),
    ]
    return dl(class_="organica-facts")[
        [div[dt[say(name, language)], dd[value]] for name, value in rows if value is not None]
    ]


def _post(post: PostEntry, language: Language) -> Element:
    return div(class_="organica-post")[
        p[
            span(class_="organica-post-title")[told(post.title, language)],
            f" ({say(_HEADS, language)})" if post.heads else None,
        ],
        ul[[li[told(each, language)] for each in post.holders]],
        p[say(_SUBSTITUTES, language), told(", ".join(post.substitutes), language)]
        if post.substitutes
        else None,
        sources(post.cited, language),
    ]


def _spells(spells: Sequence[Spell], language: Language) -> Element | None:
    if not spells:
        return None
    return ol(class_="organica-history")[
        [
            li[
                p(class_="organica-spell-days")[
                    each.days, [" ", mark(each.warning)] if each.warning else None
                ],
                p[told(each.what, language)],
                p(class_="organica-source")[told("; ".join(each.acts), language)] if each.acts else None,
                p(class_="organica-source")[told(each.ending, language)] if each.ending else None,
            ]
            for each in spells
        ]
    ]


def _of_functions(spells: Sequence[Spell], language: Language) -> Element | None:
    if not spells:
        return None
    return details[
        summary[say(_OF_FUNCTIONS, language, number=str(len(spells)))], div[_spells(spells, language)]
    ]


def unit_title(unit: UnitPage) -> str:
    """Return how the page is called."""
    return titled(unit.kind, unit.name)
