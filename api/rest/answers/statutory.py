"""What REST answers about statutory tables: which there are, each of them, and what it lacks.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`, and by `organica statutory`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain

from api.rest.answers.answering import Answer, Asked, Sheet, ask, echo
from api.rest.presenting import statutory as shown
from api.rest.presenting.law import Plain
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
    archive = await consult.archive(code, known)
    listed_ = [shown.template(each, code) for each in templates_for(archive.organization)]
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
    name = f"{code}-{template}-{month.value if month else found.asked.as_of.isoformat()}"
    return Answer(
        body, sheet=Sheet(name, found.table.template.headers, [row["cells"] for row in rows], charset)
    )


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
    template_for(code, template)
    asked = await ask(consult, code, day_of(month, as_of), known_at)
    table = await statutory_table(asked.archive, consult.vocabularies, template, asked.as_of, asked.known)
    lacking = chain(table.missing, unwritable(table, charset))
    head: Plain = {
        **asked.head(),
        "month": month.value if month else None,
        "charset": charset.value,
        "template": shown.template(table.template, code),
    }
    return _Found(asked, table, tuple(lacking), head)
