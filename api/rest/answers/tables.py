"""What REST answers about its tables: the Table Schema of each, and all tables of a body as a data package.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`. Source: Data Package v2.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from api.rest.answers.answering import Answer, Asked, ask
from api.rest.presenting.law import Plain
from api.rest.refusals import UnknownTable
from api.rest.tables import columns
from api.rest.tables.table import Table
from api.rest.tables.table_schema import (
    DIALECT,
    PRESCRIBED_DIALECT,
    name_of,
    schema_of,
    schema_of_template,
    schema_on_day,
)
from organica.domain.statutory import Template
from organica.register.consult import Consult, KnownAt
from organica.register.statutory.tables import templates_for

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# Those of a body on a day, by the end of their address.
OF_A_DAY = {
    "units": columns.UNITS,
    "functions": columns.FUNCTIONS,
    "posts": columns.POSTS,
    "appointments": columns.APPOINTMENTS,
    "programmes": columns.PROGRAMMES,
}


async def table_schema(consult: Consult, table: str) -> Answer:
    """Return what may be relied on of a table. Raises: UnknownTable."""
    prescribed = {name_of(each): each for each in consult.templates}
    if table in columns.TABLES:
        return Answer(schema_of(columns.TABLES[table]))
    if table in prescribed:
        return Answer(schema_of_template(prescribed[table]))
    raise UnknownTable(table=table, known=(*columns.TABLES, *prescribed))


async def datapackage(
    consult: Consult, code: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return the tables of a body on a day as one package, whose tables refer to each other.

    The tables that a law prescribes are there where the register covers the day.
    """
    asked = await ask(consult, code, as_of, known_at)
    templates = templates_for(consult.templates, code) if asked.snapshot.covered else ()
    organization = asked.snapshot.organization
    title = f"{organization.state.name if organization else code}, {asked.as_of.isoformat()}"
    resources = [*_own(asked), *(each for template in templates for each in _prescribed(template, asked))]
    return Answer({"$schema": PROFILE, "name": code, "title": title, "resources": resources})


def _own(asked: Asked) -> Iterator[Plain]:
    for place, table in OF_A_DAY.items():
        yield _resource(table.name, _path(place, asked), table, schema_on_day(table))
    yield _resource(
        columns.SOURCES.name,
        _path("sources", asked, dated=False),
        columns.SOURCES,
        schema_on_day(columns.SOURCES),
    )


def _prescribed(template: Template, asked: Asked) -> Iterator[Plain]:
    place = f"statutory/{template.code}"
    yield {
        **_csv(f"statutory-{template.code}", _path(place, asked)),
        "title": template.title.es,
        "dialect": PRESCRIBED_DIALECT,
        "schema": schema_of_template(template),
    }
    missing = _path(f"{place}/missing", asked)
    yield _resource(
        f"statutory-{template.code}-missing", missing, columns.MISSING, schema_of(columns.MISSING)
    )


def _resource(name: str, path: str, table: Table, schema: Plain) -> Plain:
    return {**_csv(name, path), "title": table.title.es, "dialect": DIALECT, "schema": schema}


def _csv(name: str, path: str) -> Plain:
    return {
        "name": name,
        "type": "table",
        "path": path,
        "scheme": "http",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
    }


def _path(place: str, asked: Asked, *, dated: bool = True) -> str:
    """Return where the CSV is, from where the package is: it works under any public address."""
    given = {"as_of": asked.as_of.isoformat()} if dated else {}
    if asked.known_at is not None:
        given["known_at"] = str(asked.known)
    return f"{place}.csv" + (f"?{urlencode(given)}" if given else "")
