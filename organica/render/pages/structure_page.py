"""The page of a structure: its units as nested lists that open and close without any script.

Takes units, drawn from the lowest upwards so that depth costs no recursion; returns what the page shows.
Called by `api.embed.pages.structure`.
"""

from __future__ import annotations

from collections.abc import Sequence

from htpy import Element, Node, a, details, div, h1, h2, li, p, section, summary, ul
from markupsafe import Markup

from organica.domain.errors import Language, Says
from organica.render.pages.parts import (
    banner,
    foot,
    function_lists,
    other_days,
    say,
    source_line,
)
from organica.render.pages.programme_parts import programme_section, programmes_of_unit
from organica.render.pages.values import Banner, Choice, Foot, Link, ProgrammeEntry, UnitEntry
from organica.render.pages.wording import literal, stays, told
from organica.render.tree import titled

# The body's own units and those right below them are read first; what is deeper opens on request.
OPEN_DEPTH = 2
_FUNCTIONS = Says(es="Funciones ({number})", en="Functions ({number})")
_CARD = Says(es="Ficha de ", en="Page of ")
_UNITS = Says(es="Unidades", en="Units")
_NO_UNITS = Says(es="En esta fecha no hay unidades vigentes.", en="On this date no units are in force.")


def unit_item(unit: UnitEntry, below: Sequence[Markup], language: Language) -> Markup:
    """Return one unit as an item of a list, around the items of the units below it."""
    name = literal(titled(unit.kind, unit.name), language)
    inside: list[Node] = [
        p(class_="organica-since")[unit.since] if unit.since else None,
        p(class_="organica-objective")[literal(unit.objective, language)] if unit.objective else None,
        source_line(unit.cited, language),
        _functions(unit, language),
        programmes_of_unit(unit.programmes, language),
        p(class_="organica-card")[
            a(href=unit.address, target=stays(unit.address))[say(_CARD, language), name]
        ],
        ul(class_="organica-units")[list(below)] if below else None,
    ]
    return Markup(  # noqa: S704 - htpy has escaped it
        li(id=f"u-{unit.code}")[details(open=unit.depth < OPEN_DEPTH)[summary[name], div[inside]]]
    )


def _functions(unit: UnitEntry, language: Language) -> Element | None:
    if not unit.functions:
        return None
    return details(class_="organica-functions-of")[
        summary[say(_FUNCTIONS, language, number=str(unit.functions))],
        div[function_lists(unit.lists, language)],
    ]


def structure_page(
    title: str,
    of: Banner,
    roots: Sequence[Markup] | None,
    choice: Choice,
    days: Sequence[Link],
    carried: Sequence[str],
    programmes: Sequence[ProgrammeEntry],
    below: Foot,
    language: Language,
) -> list[Node]:
    """Return the whole page. `roots`: the items of the topmost units; None where nothing is covered.

    `carried`: what references to old names mean. `programmes`: those that no unit runs.
    """
    return [
        h1[literal(title, language)],
        banner(of, language),
        other_days(choice, days, language),
        _tree(roots, language),
        [p(class_="organica-carried")[told(each, language)] for each in carried],
        programme_section(programmes, language),
        foot(below, language),
    ]


def _tree(roots: Sequence[Markup] | None, language: Language) -> Element | None:
    if roots is None:
        return None
    if not roots:
        return p[say(_NO_UNITS, language)]
    return section[h2[say(_UNITS, language)], ul(class_="organica-units")[list(roots)]]
