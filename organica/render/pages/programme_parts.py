"""Programmes and services in a page: each with its facts, what it rests on and its figures as a table.

Takes values; returns elements. Used by the pages of structures and of units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from htpy import (
    Element,
    Node,
    a,
    caption,
    dd,
    details,
    div,
    dl,
    dt,
    h2,
    li,
    p,
    section,
    summary,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)

from organica.domain.errors import Language, Says
from organica.render.pages.parts import FEW, say, source_line, sources
from organica.render.pages.values import Figure, Item, ProgrammeEntry, ProgrammeLink
from organica.render.pages.wording import cited_as, literal, stays, told

PROGRAMMES = Says(es="Programas y servicios", en="Programmes and services")
_OF_UNIT = Says(es="Programas y servicios ({number})", en="Programmes and services ({number})")
_TYPE = Says(es="Tipo", en="Type")
_ACRONYM = Says(es="Sigla", en="Acronym")
_SINCE = Says(es="Vigencia", en="In force")
_OBJECTIVE = Says(es="Objetivo", en="Objective")
_AUDIENCE = Says(es="Destinatarios", en="Who it is for")
_CHANNELS = Says(es="Canales", en="Channels")
_PARTNERS = Says(es="Socios", en="Partners")
_FINANCING = Says(es="Financiamiento", en="Financing")
_FUNCTIONS = Says(es="Funciones que cumple", en="Functions that it fulfils")
_RESTS_ON = Says(es="Marco legal", en="Norms that it rests on")
_BASES = Says(es="Base legal", en="Legal basis")
_FIGURES = Says(es="Indicadores ({number})", en="Indicators ({number})")
_FIGURES_OF = Says(es="Indicadores de ", en="Indicators of ")
_NUMBER = "organica-number"
_COLUMNS = (
    (Says(es="Indicador", en="Indicator"), None),
    (Says(es="Valor", en="Value"), _NUMBER),
    (Says(es="Unidad de medida", en="Unit of measure"), None),
    (Says(es="Período", en="Period"), None),
)


def programme_section(programmes: Sequence[ProgrammeEntry], language: Language) -> Element | None:
    """Return programmes with all that is known of them, or nothing where there is none."""
    if not programmes:
        return None
    return section[
        h2[say(PROGRAMMES, language)],
        ul(class_="organica-programmes")[
            [_programme(each, language, opened=len(programmes) <= FEW) for each in programmes]
        ],
    ]


def programmes_of_unit(programmes: Sequence[ProgrammeLink], language: Language) -> Element | None:
    """Return the programmes of one unit among others: what each is for, and where the rest of it is told."""
    if not programmes:
        return None
    return details(class_="organica-programmes-of")[
        summary[say(_OF_UNIT, language, number=str(len(programmes)))],
        div[ul(class_="organica-programmes")[[_brief(each, language) for each in programmes]]],
    ]


def _brief(programme: ProgrammeLink, language: Language) -> Element:
    return li[
        a(href=programme.address, target=stays(programme.address))[literal(programme.name, language)],
        p[literal(programme.objective, language)] if programme.objective else None,
        source_line(programme.cited, language),
    ]


def _programme(programme: ProgrammeEntry, language: Language, *, opened: bool) -> Element:
    rows = [(name, value) for name, value in _rows(programme, language) if value is not None]
    return li(id=f"p-{programme.code}")[
        details(open=opened)[
            summary[literal(programme.name, language)],
            div[
                p[programme.run_by] if programme.run_by else None,
                dl(class_="organica-facts")[
                    [div[dt[say(name, language)], dd[value]] for name, value in rows]
                ],
                _figures(programme, language),
            ],
        ]
    ]


def _rows(programme: ProgrammeEntry, language: Language) -> Iterator[tuple[Says, Node]]:
    yield _TYPE, programme.type
    yield _ACRONYM, literal(programme.acronym, language) if programme.acronym else None
    yield _SINCE, programme.since
    yield _OBJECTIVE, literal(programme.objective, language) if programme.objective else None
    yield _AUDIENCE, _texts(programme.audience, language)
    yield _CHANNELS, _list([cited_as(each.text, each.address, language) for each in programme.channels])
    yield _PARTNERS, _texts(programme.partners, language)
    yield _FINANCING, _list([told(each, language) for each in programme.financing])
    yield _FUNCTIONS, _list([_function(each, language) for each in programme.functions])
    yield _RESTS_ON, sources(programme.rests_on, language)
    yield _BASES, sources(programme.bases, language)


def _list(items: Sequence[Node]) -> Element | None:
    return ul[[li[each] for each in items]] if items else None


def _texts(texts: Sequence[str], language: Language) -> Element | None:
    return _list([literal(each, language) for each in texts])


def _function(function: Item, language: Language) -> Node:
    """Return a function as a link to where it stands; one that is no longer in force leads nowhere."""
    said = told(function.text, language)
    return a(href=function.address, target=stays(function.address))[said] if function.address else said


def _figures(programme: ProgrammeEntry, language: Language) -> Element | None:
    """Return the figures, closed where they are many."""
    figures = programme.figures
    if not figures:
        return None
    return details(class_="organica-figures", open=len(figures) <= FEW)[
        summary[say(_FIGURES, language, number=str(len(figures)))],
        div[
            table[
                caption[say(_FIGURES_OF, language), literal(programme.name, language)],
                thead[tr[[th(scope="col", class_=name)[say(each, language)] for each, name in _COLUMNS]]],
                tbody[[_figure(each, language) for each in figures]],
            ]
        ],
    ]


def _figure(figure: Figure, language: Language) -> Element:
    return tr[
        th(scope="row")[
            literal(figure.name, language),
            p(class_="organica-source")[literal(figure.note, language)] if figure.note else None,
            source_line(figure.cited, language),
        ],
        td(class_=_NUMBER)[figure.value],
        td[literal(figure.unit, language) if figure.unit else None],
        td[figure.period],
    ]
