"""What REST answers about statutory tables: which there are, each of them, and what it lacks.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`, and by `organica statutory`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain

from api.rest.answers.answering import Answer, Asked, Prescribed, ask, echo
from api.rest.presenting import statutory as shown
from api.rest.presenting.law import Plain
from api.rest.tables.table_schema import name_of
from organica.domain.statutory import Template
from organica.register.consult import Consult, KnownAt
from organica.register.statutory.months import Month, day_of
from organica.register.statutory.tables import statutory_table, template_for, templates_for
from organica.register.turns import listed
from organica.render.statutory.csv_file import Charset, unwritable
from organica.render.statutory.missing import Missing
from organica.render.statutory.table import StatutoryTable


@dataclass(frozen=True, slots=True)
class _Found:
    """A table with the question that it answers."""

    asked: Asked
    table: StatutoryTable
    missing: tuple[Missing, ...]
    head: Plain


async def templates(consult: Consult, code: str, known_at: KnownAt | None = None) -> Answer:
    """Return the tables that the law of its country asks of an organization, by code."""
    known = await consult.known(known_at)
    await consult.archive(code, known)
    listed_ = [shown.template(each, code) for each in templates_for(consult.templates, code)]
    return Answer({"organization": code, "known_at": echo(known_at, known), "templates": listed_})


async def table(
    consult: Consult,
    code: str,
    template: str,
    month: Month | None = None,
    as_of: date | None = None,
    known_at: KnownAt | None = None,
    charset: Charset = Charset.UTF8,
) -> Answer:
    """Return a table with all that it lacks; as CSV, the very file that a portal takes.

    Raises: UnknownTemplate, MonthOrDay, StatutoryDayNotCovered.
    """
    found = await _found(consult, code, template, month, as_of, known_at, charset)
    rows = await listed(map(shown.row, found.table.rows))
    body = {
        **found.head,
        "headers": list(found.table.template.headers),
        "rows": rows,
        "missing": await listed(map(shown.missing, found.missing)),
    }
    day = found.asked.as_of.isoformat()
    filled = found.table.template
    prescribed = Prescribed(
        name=f"{code}-{template}-{month.value if month else day}",
        code=filled.code,
        schema=name_of(filled),
        title=filled.title.es,
        about=_about(filled, code, day),
        headers=filled.headers,
        rows=[row.cells for row in found.table.rows],
        charset=charset,
        foot=f"{code}, {day}",
        paper=filled.paper,
    )
    return Answer(body, prescribed=prescribed)


def _about(template: Template, organization: str, day: str) -> tuple[str, ...]:
    """Return what a file says of itself outside its table, in the language of those who take it."""
    headers = f"confirmados en {template.source}" if template.confirmed else "sin confirmar"
    return (f"{organization}, {day}", template.law, f"Encabezados {headers}")


async def missing(
    consult: Consult,
    code: str,
    template: str,
    month: Month | None = None,
    as_of: date | None = None,
    known_at: KnownAt | None = None,
    charset: Charset = Charset.UTF8,
) -> Answer:
    """Return the work list of a table alone. Raises: as `table`."""
    found = await _found(consult, code, template, month, as_of, known_at, charset)
    return Answer({**found.head, "missing": await listed(map(shown.missing, found.missing))})


async def _found(
    consult: Consult,
    code: str,
    template: str,
    month: Month | None,
    as_of: date | None,
    known_at: KnownAt | None,
    charset: Charset,
) -> _Found:
    chosen = template_for(consult.templates, code, template)
    asked = await ask(consult, code, day_of(month, as_of), known_at)
    table = await statutory_table(consult, asked.archive, chosen, asked.as_of, asked.known)
    lacking = chain(table.missing, unwritable(table, charset))
    head: Plain = {
        **asked.head(),
        "month": month.value if month else None,
        "charset": charset.value,
        "template": shown.template(table.template, code),
    }
    return _Found(asked, table, tuple(lacking), head)
