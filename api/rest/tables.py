"""Answers as tables: CSV, one row a thing, and JSON Lines, one object a line.

Takes an answer as plain values; returns bytes. Called by `api.rest.representing`. What the columns hold is in
`api.rest.columns`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import orjson

from api.rest.answers.answering import Answer
from api.rest.presenting.law import Plain
from api.rest.standing import standing
from organica.register.turns import listed
from organica.render.csv_table import Cell, csv_lines
from organica.render.json_ld.names import Names


@dataclass(frozen=True)
class Row:
    """One thing of an answer, with the answer that it stands in and what was asked."""

    body: Plain
    asked: Plain
    seen: Plain
    names: Names
    today: date | None

    @cached_property
    def status(self) -> str | None:
        """Return whether the thing is in force today, has ended or is scheduled."""
        found: str | None = self.seen.get("status")
        if found is None and self.today is not None:
            found = standing(self.seen, self.today)["status"]
        return found


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, which never changes, and what stands in it."""

    name: str
    of: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """How one kind of answer becomes rows: which member lists them, what each is called, the columns."""

    member: str
    type: str
    columns: tuple[Column, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(column.name for column in self.columns)


async def as_csv(table: Table, answer: Answer, names: Names) -> bytes:
    """Return the answer as CSV, made a slice at a time; the header row alone where nothing is covered."""
    today = answer.today() if answer.today else None
    asked = asked_of(answer.body)
    seen = (Row(answer.body, asked, each, names, today) for each in answer.body[table.member] or ())
    rows = ([column.of(row) for column in table.columns] for row in seen)
    return "".join(await listed(csv_lines(table.header, rows))).encode()


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
