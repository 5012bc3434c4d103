"""Our own tables as files: CSV and XLSX, one row a thing, and JSON Lines, one object a line.

Takes a table and an answer as plain values; returns bytes. Called by `api.rest.representing`.
"""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from api.rest.answers.answering import Answer
from api.rest.presenting.law import Plain
from api.rest.standing import standing
from api.rest.tables.table import Row, Table
from api.rest.tables.workbooks import as_workbook
from organica.register.turns import listed
from organica.render.csv_table import Cell, csv_lines
from organica.render.json_ld.names import Names
from organica.render.workbook import Sheet


async def as_csv(table: Table, answer: Answer, names: Names) -> bytes:
    """Return the answer as CSV, made a slice at a time; the header row alone where nothing is covered."""
    return "".join(await listed(csv_lines(table.header, _rows(table, answer, names)))).encode()


async def as_xlsx(table: Table, answer: Answer, names: Names, address: str) -> bytes:
    """Return the answer as XLSX. Raises: CellTooLong, TooManyRows."""
    rows = await listed(_rows(table, answer, names))
    return await as_workbook(Sheet(table.name, table.header, rows, title=table.title.es, about=address))


def _rows(table: Table, answer: Answer, names: Names) -> Iterator[list[Cell]]:
    today = answer.today() if answer.today else None
    asked = asked_of(answer.body)
    for seen in answer.body[table.member] or ():
        row = Row(answer.body, asked, seen, names, today)
        yield [column.of(row) for column in table.columns]


async def as_json_lines(table: Table, answer: Answer) -> bytes:
    """Return the answer as JSON Lines: each line says what was asked, then the thing as JSON has it."""
    return b"".join(await listed(_lines(table, answer)))


def _lines(table: Table, answer: Answer) -> Iterator[bytes]:
    today = answer.today() if answer.today else None
    asked = asked_of(answer.body)
    if today is not None:
        asked["today"] = today.isoformat()
    for seen in answer.body[table.member] or ():
        line = {"type": table.type, "asked": asked, **seen}
        if today is not None:
            line.update(standing(seen, today))
        yield orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)


def asked_of(body: Plain) -> Plain:
    """Return what an answer is about and what it is worth, for whoever reads one line of it alone."""
    organization = body.get("organization")
    asked: Plain = {}
    if organization is not None:
        asked["organization"] = organization["code"] if isinstance(organization, dict) else organization
    for member in ("as_of", "from", "until", "known_at", "certain", "basis"):
        if member in body:
            asked[member] = body[member]
    for member in ("base", "target"):
        if member in body:
            asked[member] = body[member]["as_of"]
    if "template" in body:
        asked["template"] = body["template"]["code"]
    if "coverage" in body:
        asked["coverage"] = body["coverage"]["status"]
    return asked
