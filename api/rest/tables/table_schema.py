"""Table Schemas: what may be relied on of each table, for whoever reads it with a program.

Takes a table of ours, or the template of a prescribed one; returns the descriptor as plain values. Called by
`api.rest.answers.tables` and `datapackage`. Made of the columns that write the files, so the two cannot
differ. Source: Data Package v2, "Table Schema" and "Table Dialect".
"""

from __future__ import annotations

from collections.abc import Mapping

from api.rest.presenting.law import Plain
from api.rest.tables.table import Column, Kind, Reference, Table
from organica.domain.errors import Says
from organica.domain.statutory import Column as Prescribed
from organica.domain.statutory import Template, Value
from organica.render.statutory.cells import DAY_FORMAT
from organica.render.statutory.csv_file import SEPARATOR

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
# What there is not is an empty cell.
EMPTY = ""
_DIALECT: Plain = {"header": True, "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n"}
DIALECT: Plain = {"delimiter": ",", **_DIALECT}
PRESCRIBED_DIALECT: Plain = {"delimiter": SEPARATOR, **_DIALECT}
_DAYS = (Value.SIGNED_ON, Value.PUBLISHED_ON, Value.PUBLISHED_OR_SIGNED_ON, Value.AMENDED_ON)
_MEANS: Mapping[Value, Says] = {
    Value.UNIT_NAME: Says(es="Nombre de la unidad", en="The name of the unit."),
    Value.UNIT_KIND: Says(es="Tipo de unidad", en="Its rank as printed."),
    Value.UNIT_ABOVE: Says(es="De qué depende", en="The unit above, or the organization."),
    Value.DESCRIPTION: Says(es="Objetivo y funciones", en="The objective and the functions, to the letter."),
    Value.GRANTED_BY: Says(es="Acto con su artículo", en="The act with its article."),
    Value.SOURCE_KIND: Says(es="Tipo de norma", en="The kind of the norm."),
    Value.SOURCE_NUMBER: Says(es="Número de la norma", en="The number of the norm, with its series."),
    Value.SOURCE_TITLE: Says(es="Nombre o materia de la norma", en="The title of the norm, or its subject."),
    Value.SIGNED_ON: Says(es="Fecha en que se dictó", en="When the norm was signed."),
    Value.PUBLISHED: Says(es="Si se publicó", en="Whether the norm was published; empty: not known."),
    Value.PUBLISHED_ON: Says(es="Fecha de publicación", en="When the norm was published."),
    Value.PUBLISHED_OR_SIGNED_ON: Says(
        es="Fecha de publicación o de dictación", en="When the norm was published; else when it was signed."
    ),
    Value.AMENDED_ON: Says(es="Fecha de la última modificación", en="When it was last amended."),
    Value.TEXT_URL: Says(es="Enlace al texto íntegro", en="Where the full text is."),
}


def schema_of(table: Table) -> Plain:
    """Return the Table Schema of a table of ours, as it holds whatever was asked."""
    return {**_head(table.name, table.title), **_fields(table), **_keys(table.key, ())}


def schema_on_day(table: Table) -> Plain:
    """Return the Table Schema of the table of one day, which tells more: what is there, is there once.

    Its references name tables by their names, as resources of one package are named.
    """
    return {
        **_head(table.name, table.title),
        **_fields(table),
        **_keys(table.key or table.key_on_day, table.references_on_day),
    }


def schema_of_template(template: Template) -> Plain:
    """Return the Table Schema of a statutory table; its fields are called as the headers, to the letter."""
    return {
        **_head(name_of(template), template.title),
        "fields": [_prescribed(column) for column in template.columns],
        "missingValues": [EMPTY],
    }


def name_of(template: Template) -> str:
    """Return what the Table Schema of a statutory table is called: its country and its code."""
    return f"{template.country}.{template.code}"


def _head(name: str, title: Says) -> Plain:
    return {"$schema": PROFILE, "name": name, "title": title.es, "description": f"{title.en}."}


def _fields(table: Table) -> Plain:
    return {"fields": [_field(column) for column in table.columns], "missingValues": [EMPTY]}


def _field(column: Column) -> Plain:
    constraints: Plain = {}
    if column.required:
        constraints["required"] = True
    if column.choices is not None:
        constraints["enum"] = [choice.value for choice in column.choices]
    if column.pattern is not None:
        constraints["pattern"] = f"^({column.pattern})$"
    truths: Plain = {"trueValues": ["true"], "falseValues": ["false"]} if column.kind is Kind.TRUTH else {}
    return {
        "name": column.name,
        "type": column.kind.value,
        **truths,
        "title": column.means.es,
        "description": column.means.en,
        **({"constraints": constraints} if constraints else {}),
    }


def _prescribed(column: Prescribed) -> Plain:
    of_days: Plain = {"type": Kind.DAY.value, "format": DAY_FORMAT} if column.value in _DAYS else {}
    said: Plain = {"missingValues": [EMPTY, column.unamended]} if column.unamended else {}
    means = _MEANS[column.value]
    return {
        "name": column.header,
        "type": Kind.TEXT.value,
        **of_days,
        **said,
        "title": means.es,
        "description": means.en,
    }


def _keys(key: tuple[str, ...], references: tuple[Reference, ...]) -> Plain:
    foreign = [
        {
            "fields": list(each.columns),
            "reference": {"resource": each.table, "fields": list(each.there)},
        }
        for each in references
    ]
    return {
        **({"primaryKey": list(key)} if key else {}),
        **({"foreignKeys": foreign} if foreign else {}),
    }
