"""`organica statutory`: the tables that a transparency law makes a body publish, and what they lack.

Takes an organization, a table and a month or a day; prints the tables that there are, writes the file that a
portal takes, or prints the work list. Changes nothing in the register.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import typer

from api.commands.asking import (
    AsOf,
    Json,
    KnownAtText,
    Organization,
    asked,
    day_asked,
    known_at_asked,
    language_of,
    run,
    settings,
)
from api.commands.failing import WrongUsage
from api.commands.opening import opened
from api.commands.paper import print_json, print_lines
from api.commands.speech import both
from api.commands.terms import templates_in_use, vocabularies_in_use
from api.commands.writing_files import write_all
from api.rest.answers import statutory as answers
from api.rest.answers.answering import Answer
from api.rest.tables import columns
from api.rest.tables.prescribed import as_file, as_prescribed_xlsx
from api.rest.tables.writing import as_csv, as_xlsx
from organica.domain.errors import Language, Says
from organica.register.consult import Consult
from organica.register.known_at import KnownAt
from organica.register.statutory.months import Month, parse_month
from organica.register.statutory.refusals import MonthOrDay
from organica.render.json_ld.names import Names
from organica.render.statutory.csv_file import Charset
from organica.render.tree import Line, Style

HELP = both(
    "Entrega las planillas que pide la ley de transparencia, y lo que les falta.",
    "Give the tables that the transparency law asks for, and what they lack.",
)
EPILOG = both(
    """Ejemplo:
  organica statutory cl.chilecompra facultades --month 2025-01 --output facultades.csv

Sin planilla, muestra las que hay. Un mes es lo vigente en su último día. Con --missing, en lugar del
archivo, lo que la ley pide y el registro no tiene. Un ARCHIVO que termina en .xlsx es una hoja de cálculo.
    """,
    """Example:
  organica statutory cl.chilecompra facultades --month 2025-01 --output facultades.csv

Without a table it shows those that there are. A month is what is in force on its last day. With --missing, in
    place of the file, what the law asks for and the register lacks. A FILE that ends in .xlsx is a workbook.
    """,
)
_NONE = Says(
    es="Ninguna planilla: no hay una del país de {organization}.",
    en="No table: there is none for the country of {organization}.",
)
_UNCONFIRMED = Says(es="encabezados sin confirmar", en="headers not confirmed")
_NEWER = Says(es="la reemplaza {newer}", en="{newer} took its place")
_NOTHING_MISSING = Says(es="No falta nada.", en="Nothing is missing.")
_LACKS = Says(
    es="Datos que le faltan a la planilla: {count}. Agregue --missing para verlos.",
    en="What the table lacks: {count}. Add --missing to see it.",
)
XLSX_SUFFIX = ".xlsx"
_WHOLE = Says(es="Toda la planilla", en="The whole table")


def statutory(
    context: typer.Context,
    organization: Organization,
    template: Annotated[
        str | None,
        typer.Argument(
            metavar=both("[PLANILLA]", "[TABLE]"),
            help=both("Código de la planilla, como facultades.", "The table's code, such as facultades."),
        ),
    ] = None,
    month: Annotated[
        str | None,
        typer.Option(
            "--month",
            metavar=both("MES", "MONTH"),
            help=both("AAAA-MM, en lugar de --as-of.", "YYYY-MM, in place of --as-of."),
        ),
    ] = None,
    as_of: AsOf = None,
    known_at: KnownAtText = None,
    missing: Annotated[
        bool,
        typer.Option("--missing", help=both("Muestra lo que falta.", "Show what is missing.")),
    ] = False,
    charset: Annotated[
        Charset,
        typer.Option("--charset", help=both("Codificación del archivo.", "How the file is encoded.")),
    ] = Charset.UTF8,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar=both("ARCHIVO", "FILE"),
            help=both("Escribe el archivo aquí.", "Write the file here."),
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=both("Sobrescribe.", "Overwrite what is there."))
    ] = False,
    as_json: Json = False,
) -> None:
    """Print the tables, or one of them, or what it lacks."""
    language = language_of(context)
    of_month = asked(parse_month, month) if month is not None else None
    day = None if as_of is None else day_asked(as_of)
    known = known_at_asked(known_at)
    if month is not None and as_of is not None:
        raise WrongUsage(MonthOrDay(month=month, as_of=as_of))
    if template is None:
        found = run(_templates(organization, known))
        if as_json:
            print_json(found.body)
        else:
            print_lines(_template_lines(found.body, language))
        return
    workbook = output is not None and output.suffix.lower() == XLSX_SUFFIX
    listing = missing and output is not None
    found, written = run(
        _table(organization, template, of_month, day, known, charset, listing=listing, workbook=workbook)
    )
    lacking = found.body["missing"]
    if as_json:
        print_json(found.body)
    elif output is not None:
        write_all({output: written}, force=force)
    elif missing:
        print_lines(_missing_lines(lacking, language))
    else:
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
    if lacking and not (as_json or missing):
        typer.echo(_LACKS.render(language, {"count": len(lacking)}), err=True)


@asynccontextmanager
async def _consulting() -> AsyncIterator[Consult]:
    async with opened(settings().database_url) as register:
        yield Consult(register, vocabularies=vocabularies_in_use(), templates=templates_in_use())


async def _templates(organization: str, known_at: KnownAt | None) -> Answer:
    """Return REST's own answer."""
    async with _consulting() as consult:
        return await answers.templates(consult, organization, known_at)


async def _table(
    organization: str,
    template: str,
    month: Month | None,
    day: date | None,
    known_at: KnownAt | None,
    charset: Charset,
    *,
    listing: bool,
    workbook: bool,
) -> tuple[Answer, bytes]:
    """Return REST's own answer and its file: of the table, or of the work list where `listing` is asked for.

    Raises: what REST refuses; DoesNotFitSheet.
    """
    async with _consulting() as consult:
        found = await answers.table(consult, organization, template, month, day, known_at, charset)
    if listing:
        write = partial(as_xlsx, address="") if workbook else as_csv
        return found, await write(columns.MISSING, found, Names())
    assert found.prescribed is not None  # noqa: S101  # A statutory table always is.
    return found, await (as_prescribed_xlsx if workbook else as_file)(found.prescribed)


def _template_lines(body: dict[str, Any], language: Language) -> Iterator[Line]:
    if not body["templates"]:
        yield Line(0, _NONE.render(language, {"organization": body["organization"]}), Style.NOTE)
    for each in body["templates"]:
        notes = [each["code"]]
        if not each["confirmed"]:
            notes.append(_UNCONFIRMED.render(language, {}))
        if each["newer"]:
            notes.append(_NEWER.render(language, {"newer": each["newer"]}))
        yield Line(0, each["title"][language], Style.TITLE, "; ".join(notes))
        yield Line(1, each["law"], Style.SOURCE)


def _missing_lines(lacking: list[dict[str, Any]], language: Language) -> Iterator[Line]:
    """Yield what is missing, unit by unit in the order of the table."""
    if not lacking:
        yield Line(0, _NOTHING_MISSING.render(language, {}), Style.NOTE)
    for (code, name), fields in groupby(lacking, key=lambda each: (each["unit"], each["unit_name"])):
        yield Line(0, name or _WHOLE.render(language, {}), Style.UNIT, code or "")
        for each in fields:
            yield Line(1, each["says"][language], Style.DOUBT, each["column"] or "")
