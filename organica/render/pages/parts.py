"""What most pages have: the banner, functions with their letters, citations, the choice of a day, the foot.

Takes values; returns elements. Used by the pages beside it. Letters stand in the text: sources skip and
repeat them, and what a style sheet counts is neither copied nor read aloud.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from htpy import (
    Element,
    Fragment,
    Node,
    a,
    button,
    details,
    div,
    footer,
    form,
    fragment,
    input,
    label,
    li,
    nav,
    p,
    span,
    strong,
    summary,
    ul,
)

from organica.domain.errors import Language, Says
from organica.render.pages.values import (
    Banner,
    Choice,
    Cited,
    Foot,
    FunctionEntry,
    FunctionList,
    Link,
)
from organica.render.pages.wording import cited_as, literal, mark, stays, told

_ORDERED_BY = Says(es="Fuente: ", en="Source: ")
_PERMANENT = Says(es="Enlace permanente a esta versión: ", en="Permanent link to this version: ")
_UNKNOWN = Says(es="Lo que no consta ({number})", en="What is not on record ({number})")
FEW = 3
_NO_LABEL = "–"
_DAY = Says(es="Ver otra fecha", en="See another date")
_SHOW = Says(es="Ver", en="Show")
_OTHER_DAYS = Says(es="Otras fechas", en="Other dates")
_DATA = Says(es="Lo mismo en otras formas: ", en="The same in other forms: ")
_REGISTER = Says(
    es="Orgánica, registro de cómo se organizan los organismos públicos.",
    en="Orgánica, the register of how public bodies are organised.",
)


def say(says: Says, language: Language, **facts: str) -> str:
    """Return a sentence of the page's own in its language."""
    return says.render(language, {**facts})


def banner(of: Banner, language: Language) -> Element:
    """Return what the page says of itself."""
    sources = [_source(each, language) for each in of.acts]
    return div(class_="organica-banner")[
        p[strong[of.standing], " ", of.in_force],
        p(class_="organica-ended")[strong[told(of.ended, language)]] if of.ended else None,
        p(class_="organica-gap")[strong[of.gap]] if of.gap else None,
        p[say(_ORDERED_BY, language), joined(sources, "; "), "."] if sources else None,
        p(class_="organica-doubt")[of.doubt] if of.doubt else None,
        [p[told(sentence, language)] for sentence in of.coverage],
        _unknown(of.unknown, language),
        permanent_link(of.permanent, language),
    ]


def permanent_link(link: Link, language: Language) -> Element:
    """Return the link to a version, with what it is: the address, which paper needs, tells no listener."""
    return p(class_="organica-permanent")[
        a(href=link.address, target=stays(link.address))[say(_PERMANENT, language), told(link.text, language)]
    ]


def _unknown(subjects: Sequence[str], language: Language) -> Element | None:
    """Return what is not on record, closed where it would hide what is."""
    if not subjects:
        return None
    return details(class_="organica-unknown", open=len(subjects) <= FEW)[
        summary[say(_UNKNOWN, language, number=str(len(subjects)))],
        ul[[li[literal(each, language)] for each in subjects]],
    ]


def _source(cited: Cited, language: Language) -> Node:
    return [
        cited_as(cited.text, cited.address, language),
        f" ({cited.role})" if cited.role else None,
        [" ", mark(cited.warning)] if cited.warning else None,
    ]


def sources(found: Sequence[Cited], language: Language) -> Element | None:
    """Return a list of sources, oldest first, each with what it does."""
    if not found:
        return None
    return ul(class_="organica-sources")[[li[_source(each, language)] for each in found]]


def source_line(cited: Cited | None, language: Language) -> Element | None:
    """Return the source of one thing, where it is another than that of the page."""
    if cited is None:
        return None
    return p(class_="organica-source")[say(_ORDERED_BY, language), _source(cited, language)]


def joined(parts: Sequence[Node], between: str) -> Fragment:
    """Return parts with something between them."""
    return fragment[[[between if place else None, part] for place, part in enumerate(parts)]]


def linked(link: Link, language: Language) -> Element:
    """Return a link."""
    return a(href=link.address, target=stays(link.address), hreflang=link.language, lang=link.language)[
        told(link.text, language)
    ]


def function_lists(lists: Iterable[FunctionList], language: Language) -> list[Node]:
    """Return the functions of a unit, list by list, in printed order."""
    return [
        [
            p(class_="organica-list-name")[told(each.heading, language)] if each.heading else None,
            _functions(each.functions, language),
        ]
        for each in lists
    ]


def _functions(functions: Sequence[FunctionEntry], language: Language) -> Element:
    return ul(class_="organica-functions")[[_function(each, language) for each in functions]]


def _function(function: FunctionEntry, language: Language) -> Element:
    letter = f"{function.label})" if function.label else _NO_LABEL
    return li(id=f"f-{function.code}")[
        span(class_="organica-letter")[letter],
        " ",
        literal(function.text, language),
        [" ", mark(function.warning)] if function.warning else None,
        source_line(function.cited, language),
        _functions(function.children, language) if function.children else None,
    ]


def other_days(choice: Choice, links: Sequence[Link], language: Language) -> Element:
    """Return the links to other days and the form that asks for one; it needs no script."""
    return nav(class_="organica-days", aria_label=say(_OTHER_DAYS, language))[
        ul[[li[linked(each, language)] for each in links]],
        form(method="get", action=choice.address, target=stays(choice.address))[
            label[
                say(_DAY, language),
                " ",
                input(type="date", name="as_of", value=choice.day, required=True),
            ],
            [input(type="hidden", name=name, value=value) for name, value in choice.kept],
            " ",
            button(type="submit")[say(_SHOW, language)],
        ],
    ]


def foot(of: Foot, language: Language) -> Element:
    """Return where the same is as data and in the other language, and how to put it into a portal."""
    named = [
        a(href=each.address, type=each.media_type)[each.text]
        for each in of.alternates
        if each.text is not None
    ]
    return footer(class_="organica-foot")[
        p[say(_DATA, language), joined(named, " · ")] if named else None,
        p[joined([linked(each, language) for each in (of.insert, *of.languages) if each], " · ")],
        p[say(_REGISTER, language)],
    ]
