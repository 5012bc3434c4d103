"""The columns of legal sources, of terms, and of what is not known.

Takes nothing; gives a `Table` for each list. Called by the package.
"""

from __future__ import annotations

from api.rest.parameters.common import SOURCE_KEY
from api.rest.tables.columns.common import (
    AS_OF,
    KNOWN_AT,
    ORGANIZATION,
    OWN_ORGANIZATION,
    UNIT_CODE,
    asked,
    in_language,
    joined,
    legal_date,
    member,
)
from api.rest.tables.table import Column, Kind, Table
from organica.domain.acts import UnitClass
from organica.domain.errors import Says
from organica.domain.resolution import SourceContents
from organica.domain.source import RelationKind, SourceNature
from organica.domain.statutory import Value
from organica.domain.vocabulary.concepts import Scheme
from organica.register.work_items import WorkKind, WorkThing
from organica.render.statutory.missing import Reason

_SOURCE = Says(es="Clave de la fuente legal.", en="The key of the legal source.")
_CITATION = Says(es="Cita de la fuente.", en="The citation of the source.")
_IN_SPANISH = Says(es="Lo que falta, en castellano.", en="What is missing, in Spanish.")
_IN_ENGLISH = Says(es="Lo que falta, en inglés.", en="What is missing, in English.")
SOURCES = Table(
    "sources",
    Says(es="Fuentes legales", en="Legal sources"),
    "sources",
    "source",
    (
        OWN_ORGANIZATION,
        member("source", _SOURCE, "id", required=True, pattern=SOURCE_KEY),
        Column(
            "uri",
            lambda row: row.names.source(row.seen["id"]),
            Says(es="Identificador permanente de la fuente.", en="The permanent identifier of the source."),
            required=True,
        ),
        member("citation", _CITATION, required=True),
        member("country", Says(es="País.", en="Country."), required=True),
        member("issuer", Says(es="Quién la dictó.", en="Who issued it."), required=True),
        member("kind", Says(es="Tipo de fuente.", en="Kind of source."), required=True),
        member("number", Says(es="Número, como texto.", en="Its number, as text.")),
        member("series", Says(es="Serie.", en="Series.")),
        member("year", Says(es="Año.", en="Year."), required=True),
        member("title", Says(es="Título.", en="Title.")),
        member("subject", Says(es="Materia.", en="What it is about.")),
        member(
            "normative",
            Says(es="Si es una norma.", en="Whether it is a norm."),
            kind=Kind.TRUTH,
            required=True,
        ),
        *legal_date(
            "in_force_from", Says(es="Desde cuándo rige.", en="Since when it is in force."), required=True
        ),
        *legal_date("signed_on", Says(es="Cuándo se dictó.", en="When it was signed.")),
        *legal_date("published_on", Says(es="Cuándo se publicó.", en="When it was published.")),
        *legal_date("notified_on", Says(es="Cuándo se notificó.", en="When it was notified.")),
        member("text_url", Says(es="Dónde está el texto íntegro.", en="Where the full text is.")),
        member(
            "entry",
            Says(es="Asiento del registro que la trajo.", en="The entry of the register that brought it in."),
            kind=Kind.NUMBER,
            required=True,
        ),
        KNOWN_AT,
        member(
            "nature",
            Says(es="Si es norma, constancia o propuesta.", en="Whether it is a norm, attests or proposes."),
            required=True,
            choices=SourceNature,
        ),
        member(
            "contents",
            Says(
                es="Qué tiene el registro de ella; vacío: todo.",
                en="What the register has of it; empty: all.",
            ),
            choices=SourceContents,
        ),
        member(
            "invalid",
            Says(
                es="Si se invalidó todo lo que dispuso, y nunca rigió.",
                en="Whether all that it ordered was invalidated, so that it never was.",
            ),
            kind=Kind.TRUTH,
            required=True,
        ),
    ),
    key=("source",),
)


CONCEPTS = Table(
    "concepts",
    Says(es="Términos de un vocabulario", en="Terms of a vocabulary"),
    "concepts",
    "concept",
    (
        member("scheme", Says(es="Vocabulario.", en="The vocabulary."), required=True, choices=Scheme),
        member(
            "country",
            Says(
                es="País del término; vacío: rige en todos.",
                en="The term's country; empty: it holds everywhere.",
            ),
        ),
        member("concept", Says(es="Código del término.", en="The code of the term."), "code", required=True),
        in_language(
            "label_es",
            "label",
            "es",
            Says(es="Cómo se llama en castellano.", en="What it is called in Spanish."),
        ),
        in_language(
            "label_en", "label", "en", Says(es="Cómo se llama en inglés.", en="What it is called in English.")
        ),
        Column(
            "native_labels",
            lambda row: joined(each["text"] for each in row.seen["native_labels"]),
            Says(
                es="Cómo se llama en otros idiomas, con punto y coma.",
                en="What it is called in other languages, with semicolons between.",
            ),
        ),
        Column(
            "alt_labels",
            lambda row: joined(row.seen["alt_labels"]),
            Says(
                es="Otras formas de imprimirlo, con punto y coma.",
                en="Other ways of printing it, with semicolons between.",
            ),
        ),
        member(
            "normative",
            Says(es="Si tal fuente es una norma.", en="Whether such a source is a norm."),
            kind=Kind.TRUTH,
        ),
        member(
            "class", Says(es="Clase de tales unidades.", en="The class of such units."), choices=UnitClass
        ),
        member(
            "relation",
            Says(es="La relación del registro.", en="The register's own relation."),
            choices=RelationKind,
        ),
        member(
            "verified",
            Says(es="Si alguien lo leyó en su fuente.", en="Whether somebody has read it in its source."),
            kind=Kind.TRUTH,
            required=True,
        ),
        member("source", Says(es="Norma o página que lo tiene.", en="The norm or page that has it.")),
        member(
            "note",
            Says(es="Qué conviene saber, en castellano.", en="What its readers should know, in Spanish."),
        ),
    ),
)
MISSING = Table(
    "missing-fields",
    Says(es="Lo que falta en una planilla legal", en="What a statutory table lacks"),
    "missing",
    "missing_field",
    (
        ORGANIZATION,
        asked("template", Says(es="Código de la planilla.", en="The code of the table."), required=True),
        AS_OF,
        KNOWN_AT,
        member("unit", Says(es="Código de la unidad.", en="The code of the unit."), pattern=UNIT_CODE),
        member("unit_name", Says(es="Nombre de la unidad.", en="The unit's name.")),
        member("source", _SOURCE, pattern=SOURCE_KEY),
        member("citation", _CITATION),
        member(
            "column",
            Says(
                es="Encabezado de la columna; vacío: toda la planilla.",
                en="The header; empty: the whole table.",
            ),
        ),
        member("value", Says(es="Qué dato pide la columna.", en="What the column asks for."), choices=Value),
        member("reason", Says(es="Por qué falta.", en="Why it is missing."), required=True, choices=Reason),
        member(
            "detail",
            Says(es="Lo que sí consta, o lo que quedó fuera.", en="What is known all the same, or left out."),
        ),
        in_language("says_es", "says", "es", _IN_SPANISH),
        in_language("says_en", "says", "en", _IN_ENGLISH),
    ),
)
WORK = Table(
    "work-list",
    Says(es="Lo que falta por saber", en="What is not known"),
    "items",
    "item",
    (
        member("kind", Says(es="Qué falta.", en="What is missing."), required=True, choices=WorkKind),
        OWN_ORGANIZATION,
        member(
            "noun",
            Says(es="A qué clase de cosa le falta.", en="What kind of thing lacks it."),
            required=True,
            choices=WorkThing,
        ),
        member(
            "thing",
            Says(es="Su código, o la clave de la fuente.", en="Its code, or the key of the source."),
            required=True,
        ),
        member("es", _IN_SPANISH, required=True),
        member("en", _IN_ENGLISH, required=True),
        member(
            "text",
            Says(
                es="Lo que se declaró, imprimió o nombró, literal.",
                en="What was declared, printed or named, literal.",
            ),
        ),
        member("source", _SOURCE, pattern=SOURCE_KEY),
        member(
            "file", Says(es="Archivo del que se transcribió.", en="The file that it was transcribed from.")
        ),
        member("lines", Says(es="Líneas de ese archivo.", en="The lines of that file.")),
        member(
            "reference",
            Says(es="Cómo lo nombra un archivo que lo resuelve.", en="How a file that settles it names it."),
        ),
        member(
            "count",
            Says(es="A cuántos hechos les falta.", en="How many facts lack it."),
            kind=Kind.NUMBER,
            required=True,
        ),
        AS_OF,
        KNOWN_AT,
    ),
)
