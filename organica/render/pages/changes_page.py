"""The pages of changes: what changed between two days, in sentences, and the list of all versions.

Takes plain values; returns what the pages show. Called by `api.embed.pages.changes`.
"""

from __future__ import annotations

from collections.abc import Sequence

from htpy import Element, Node, button, div, form, h1, h2, input, label, li, nav, ol, p, section, strong, ul

from organica.domain.errors import Language, Says
from organica.render.pages.parts import foot, linked, permanent_link, say
from organica.render.pages.values import Foot, Link, Moment, ToldUnit
from organica.render.pages.wording import apart, mark, stays, told

_CHANGES = Says(es="Cambios de {name}", en="Changes of {name}")
_VERSIONS = Says(es="Versiones de la estructura", en="Versions of the structure")
_NEWEST_FIRST = Says(
    es="Cada fecha en que algo cambia, de la más reciente a la más antigua.",
    en="Each day on which something changes, the last first.",
)
_NONE = Says(es="Sin cambios entre los dos días.", en="No changes between the two days.")
_COMPARE = Says(es="Comparar dos fechas", en="Compare two dates")
_FROM = Says(es="Desde", en="From")
_TO = Says(es="Hasta", en="To")
_ACTS = Says(es="Por: ", en="By: ")
_LINKS = Says(es="Ver también", en="See also")


def title_of(name: str, language: Language) -> str:
    """Return how both pages are called."""
    return say(_CHANGES, language, name=name)


def changes_page(
    name: str,
    notes: Sequence[str],
    doubts: Sequence[str],
    units: Sequence[ToldUnit],
    days: tuple[str, str],
    permanent: Link,
    links: Sequence[Link],
    form_address: str,
    kept: Sequence[tuple[str, str]],
    below: Foot,
    language: Language,
) -> list[Node]:
    """Return what changed from the first day to the second, unit by unit."""
    return [
        h1[told(title_of(apart(name), language), language)],
        div(class_="organica-banner")[
            [p[told(each, language)] for each in notes],
            [p(class_="organica-gap")[strong[each]] for each in doubts],
            permanent_link(permanent, language),
        ],
        _ways_on(links, form_address, days, kept, language),
        [_unit(each, language) for each in units] or p[say(_NONE, language)],
        foot(below, language),
    ]


def _unit(unit: ToldUnit, language: Language) -> Element:
    return section[
        h2[told(unit.heading, language)],
        ul(class_="organica-changes")[
            [
                li[
                    told(each.sentence, language),
                    p(class_="organica-source")[told(each.act, language)] if each.act else None,
                ]
                for each in unit.changes
            ]
        ],
    ]


def versions_page(
    name: str,
    moments: Sequence[Moment],
    links: Sequence[Link],
    form_address: str,
    kept: Sequence[tuple[str, str]],
    below: Foot,
    language: Language,
) -> list[Node]:
    """Return the list of all versions, the newest first."""
    return [
        h1[told(title_of(apart(name), language), language)],
        _ways_on(links, form_address, (None, None), kept, language),
        h2[say(_VERSIONS, language)],
        p[say(_NEWEST_FIRST, language)],
        ol(class_="organica-history")[[_moment(each, language) for each in moments]],
        foot(below, language),
    ]


def _moment(moment: Moment, language: Language) -> Element:
    return li[
        p(class_="organica-spell-days")[moment.days, [" ", mark(moment.warning)] if moment.warning else None],
        p(class_="organica-source")[say(_ACTS, language), told("; ".join(moment.acts), language)]
        if moment.acts
        else None,
        p(class_="organica-source")[moment.note] if moment.note else None,
        ul(class_="organica-links")[[li[linked(each, language)] for each in moment.links]],
    ]


def _ways_on(
    links: Sequence[Link],
    form_address: str,
    days: tuple[str | None, str | None],
    kept: Sequence[tuple[str, str]],
    language: Language,
) -> Element:
    """Return the links to other pages, and the form that compares two days; it needs no script."""
    fields = ((_FROM, "from", days[0]), (_TO, "to", days[1]))
    return nav(class_="organica-days", aria_label=say(_LINKS, language))[
        ul[[li[linked(each, language)] for each in links]],
        form(
            method="get",
            action=form_address,
            target=stays(form_address),
            aria_label=say(_COMPARE, language),
        )[
            [
                [
                    label[say(means, language), " ", input(type="date", name=name, value=day, required=True)],
                    " ",
                ]
                for means, name, day in fields
            ],
            [input(type="hidden", name=name, value=value) for name, value in kept],
            button(type="submit")[say(_COMPARE, language)],
        ],
    ]
