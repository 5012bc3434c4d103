"""The page for editors of portals: the lines to copy, what else they may be, and what they show.

Takes plain values; returns what the page shows. Called by `api.embed.insert.page`. It works without script:
choices are a form, and the lines stand in a field. Where scripts run, a button copies them.
"""

from __future__ import annotations

from dataclasses import dataclass

from htpy import (
    Element,
    Node,
    a,
    button,
    code,
    div,
    fieldset,
    form,
    h1,
    h2,
    input,
    label,
    legend,
    optgroup,
    option,
    p,
    script,
    section,
    select,
    span,
    strong,
    textarea,
)
from markupsafe import Markup

from organica.domain.errors import Language, Says
from organica.render.pages.parts import foot, linked, say
from organica.render.pages.values import Foot, Link
from organica.render.pages.wording import OF_THE_LAW

TITLE = Says(es="Insertar en su portal", en="Put it into your portal")
_SHOWN = Says(es="Qué se inserta: ", en="What is put in: ")
_COPY_THIS = Says(
    es="Copie este código y péguelo en el HTML de su página",
    en="Copy this code and paste it into the HTML of your page",
)
_COPY_ADDRESS = Says(
    es="Copie esta dirección y péguela en su gestor de contenidos",
    en="Copy this address and paste it into your content management system",
)
_COPY = Says(es="Copiar", en="Copy")
_COPIED = Says(es="Copiado", en="Copied")
_NOT_COPIED = Says(
    es="No se pudo copiar: seleccione el texto y use Ctrl+C",
    en="Not copied: select the text and press Ctrl+C",
)
_NO_ADDRESS = Says(
    es="Todavía no hay código para copiar: este registro no sabe su dirección pública, y sin ella el "
    "código no funcionaría en otro sitio. Quien lo opera la indica en ",
    en="There is no code to copy yet: this register does not know its public address, and without it "
    "the code would not work on another site. Whoever operates it sets it in ",
)
_FRAMED_BY = Says(
    es="Quien opera este registro permite marcos sólo en: {ancestors}",
    en="Whoever operates this register lets only these show it in a frame: {ancestors}",
)
_ANSWER = Says(es="Respuesta oEmbed de esta dirección", en="oEmbed answer about this address")
_CHOOSE = Says(es="Elegir qué y cómo se inserta", en="Choose what is put in, and how")
_WHAT = Says(es="Qué", en="What")
_UNITS = Says(es="Una unidad", en="A unit")
_VERSION = Says(es="Qué versión", en="Which version")
_DAYS = {
    "as_of": Says(es="Día (vacío: hoy)", en="Day (empty: today)"),
    "from": Says(es="Desde (vacío: todas las versiones)", en="From (empty: all versions)"),
    "to": Says(es="Hasta (vacío: hoy)", en="To (empty: today)"),
}
_HOW = Says(es="De qué manera", en="In which way")
_SPEAKS = Says(es="Idioma de lo que se inserta", en="Language of what is put in")
_WIDTH = Says(
    es="Ancho del organigrama, en píxeles ({least} a {most})",
    en="Width of the chart, in pixels ({least} to {most})",
)
_SHOW = Says(es="Mostrar el código", en="Show the code")
_PREVIEW = Says(es="Vista previa", en="Preview")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `needs`: what the portal must allow for it. `depth`: how far below others it stands."""

    value: str
    text: str
    needs: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one field, and the one that is chosen."""

    name: str
    chosen: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Width:
    """How wide the chart is to be, and how wide it may be."""

    value: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen, as one form.

    `units`: those that may be chosen instead of what `what` holds. `days`: the name of each field for a day,
    and the day in it. `width`: of a chart; None where there is none. `kept`: what the form takes along.
    """

    action: str
    kept: tuple[tuple[str, str], ...]
    what: Options
    units: tuple[Option, ...]
    versions: Options
    days: tuple[tuple[str, str | None], ...]
    hows: Options
    languages: Options
    width: Width | None


@dataclass(frozen=True, slots=True)
class InsertPage:
    """What is put into a portal.

    `shown`: what it is, with its own page. `snippet`: what is copied; None where the installation does not
    know its address. `pasted`: that is an address for a content management system and no HTML. `answer`: what
    oEmbed says of it. `framed_by`: who may show it in a frame, where not everybody may. `preview`: what the
    snippet shows. `script`: the address of what copies.
    """

    shown: Link
    snippet: str | None
    pasted: bool
    answer: str | None
    framed_by: str | None
    preview: Markup
    script: str
    choices: Choices


def insert_page(page: InsertPage, below: Foot, language: Language) -> list[Node]:
    """Return the whole page."""
    return [
        h1[say(TITLE, language)],
        p[say(_SHOWN, language), linked(page.shown, language)],
        _to_copy(page, language) if page.snippet is not None else _no_address(language),
        p(class_="organica-source")[say(_FRAMED_BY, language, ancestors=page.framed_by)]
        if page.framed_by
        else None,
        _form(page.choices, language),
        section(class_="organica-preview")[h2[say(_PREVIEW, language)], page.preview],
        foot(below, language),
        script(src=page.script, async_=True),
    ]


def _to_copy(page: InsertPage, language: Language) -> Element:
    """Return the lines in a field, with the button that copies them; it is there where scripts run."""
    means = say(_COPY_ADDRESS if page.pasted else _COPY_THIS, language)
    lines = (page.snippet or "").splitlines()
    return section(class_="organica-copy")[
        h2[label(for_="snippet")[means]],
        textarea(id="snippet", readonly=True, rows=str(len(lines) + 2), spellcheck="false")[page.snippet],
        p[
            button(
                type="button",
                hidden=True,
                data_copies="snippet",
                data_copied=say(_COPIED, language),
                data_not_copied=say(_NOT_COPIED, language),
            )[say(_COPY, language)],
            " ",
            span(role="status"),
        ],
        p[a(href=page.answer)[say(_ANSWER, language)]] if page.answer else None,
    ]


def _no_address(language: Language) -> Element:
    return p[strong(class_="organica-mark")[say(_NO_ADDRESS, language), code["ORGANICA_PUBLIC_URL"], "."]]


def _form(choices: Choices, language: Language) -> Element:
    days = [_day(name, day, language) for name, day in choices.days]
    return form(method="get", action=choices.action, class_="organica-insert")[
        h2[say(_CHOOSE, language)],
        div[label(for_="what")[strong[say(_WHAT, language)]], _what(choices, language)],
        _radios(_VERSION, choices.versions, days, language),
        _radios(_HOW, choices.hows, _width(choices.width, language), language),
        _radios(_SPEAKS, choices.languages, None, language),
        [input(type="hidden", name=name, value=value) for name, value in choices.kept],
        div[button(type="submit")[say(_SHOW, language)]],
    ]


def _what(choices: Choices, language: Language) -> Element:
    def drawn(each: Option, spoken: Language | None = None) -> Element:
        # A list of choices holds no elements: what is deeper begins with blanks that browsers keep.
        return option(value=each.value, selected=each.value == choices.what.chosen, lang=spoken)[
            "\u00a0" * 3 * each.depth + each.text
        ]

    named = None if language == OF_THE_LAW else OF_THE_LAW
    return select(id="what", name=choices.what.name)[
        [drawn(each) for each in choices.what.options],
        optgroup(label=say(_UNITS, language))[[drawn(each, named) for each in choices.units]]
        if choices.units
        else None,
    ]


def _radios(heading: Says, of: Options, more: Node, language: Language) -> Element:
    """Return choices of which one holds, and what else belongs to them."""
    return fieldset[legend[say(heading, language)], [_radio(each, of) for each in of.options], more]


def _radio(each: Option, of: Options) -> Element:
    described = f"{of.name}-{each.value}" if each.needs else None
    chosen = each.value == of.chosen
    return p[
        label[
            input(type="radio", name=of.name, value=each.value, checked=chosen, aria_describedby=described),
            " ",
            each.text,
        ],
        span(class_="organica-source", id=described)[" ", each.needs] if each.needs else None,
    ]


def _day(name: str, day: str | None, language: Language) -> Element:
    return p[label[say(_DAYS[name], language), " ", input(type="date", name=name, value=day)]]


def _width(width: Width | None, language: Language) -> Element | None:
    if width is None:
        return None
    least, most = str(width.least), str(width.most)
    return p[
        label[
            say(_WIDTH, language, least=least, most=most),
            " ",
            input(type="number", name="width", value=str(width.value), min=least, max=most),
        ]
    ]
