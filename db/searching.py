"""What search reads and writes: texts over their days, and the words behind them.

Takes a connection inside a transaction; returns the values of `organica.register.search.ports`. Called by
readings and by the write transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from db import tables
from db.rows import Read, read
from organica.register.search.ports import FoundText, SearchTextRow, StoredText
from organica.register.search.texts import Posting, SearchField, SearchText, postings_of
from organica.text.search_words import DERIVED_BY

_TEXT, _POSTING = tables.search_text, tables.search_posting
# Every thing has one text of these fields, so that counting them counts things.
_ONE_EACH = (
    SearchField.NAME,
    SearchField.FUNCTION_TEXT,
    SearchField.POST_NAME,
    SearchField.PROGRAMME_NAME,
)
_JOINED = _TEXT.join(
    _POSTING, and_(_POSTING.c.organization == _TEXT.c.organization, _POSTING.c.text_key == _TEXT.c.text_key)
)


def text_columns(organization: str, row: SearchTextRow) -> dict[str, Any]:
    """Return the columns of a text."""
    text = row.text
    return {
        "organization": organization,
        "code": text.code,
        "field": text.field.value,
        "in_force_day": text.start,
        "end_day": text.end,
        "known_from": row.known_from,
        "known_until": row.known_until,
        "text_key": text.key,
        "words": text.words,
        "derived_by": DERIVED_BY,
    }


def posting_columns(organization: str, text: SearchText) -> list[dict[str, Any]]:
    """Return the columns of the words of a text."""
    return [
        {
            "stem": each.stem,
            "organization": organization,
            "text_key": text.key,
            "form": each.form,
            "places": " ".join(map(str, each.places)),
        }
        for each in postings_of(text.text)
    ]


async def lacks_search(connection: AsyncConnection) -> bool:
    """Tell whether there is something to search and this release has written no text of it."""
    written = select(exists().where(_TEXT.c.derived_by == DERIVED_BY))
    there = select(exists(select(tables.unit_version.c.code)))
    return not await connection.scalar(written) and bool(await connection.scalar(there))


async def read_stored(
    connection: AsyncConnection, organization: str
) -> tuple[list[StoredText], dict[str, list[Posting]]]:
    """Return all texts of an organization, and the words behind their keys."""
    query = select(*_TEXT.columns).where(_TEXT.c.organization == organization)
    texts = await read(connection, _TEXT, query.order_by(*_TEXT.primary_key.columns), _stored)
    own = _POSTING.c
    words = select(own.text_key, own.stem, own.form, own.places).where(own.organization == organization)
    words = words.order_by(own.text_key, own.stem, own.form)
    behind: dict[str, list[Posting]] = {}

    def keep(columns: Read) -> None:
        key, stem, form, places = columns
        posting = _posting(stem, form, places)
        if " ".join(map(str, posting.places)) != places:
            raise ValueError("places is not as the register writes it")
        behind.setdefault(key, []).append(posting)

    await read(connection, _POSTING, words, keep)
    return texts, behind


async def read_time_zones(connection: AsyncConnection, on: date, known: int) -> dict[str, str]:
    """Return the time zones of the organizations that say one on a day."""
    table = tables.organization_version
    query = select(table.c.organization, table.c.time_zone).where(
        table.c.time_zone.is_not(None), *_said(table, on, known)
    )
    return dict(await read(connection, table, query.order_by(*table.primary_key.columns), tuple))


async def read_found(
    connection: AsyncConnection,
    stems: Collection[str],
    on: date,
    known: int,
    limit: int,
    beside: Collection[str],
    fields: Collection[SearchField],
) -> list[FoundText]:
    """Return where words of these stems stand in texts of a day.

    `beside`: only of things that have one of these stems too. `fields`: only in these, where any is given.
    Nothing is sorted here: whoever ranks takes all.
    """
    text, word = _TEXT.c, _POSTING.c
    columns = (text.organization, text.code, text.field, text.words, word.stem, word.form, word.places)
    query = _bearing(select(*columns), stems, on, known)
    if fields:
        query = query.where(text.field.in_([field.value for field in fields]))
    if beside:
        # Asked once, and not once a row: SQLite took 13 s for 5,000 functions that have the words.
        other, others = _TEXT.alias("other_text"), _POSTING.alias("other_posting")
        query = query.where(
            tuple_(text.organization, text.code).in_(
                select(other.c.organization, other.c.code).where(
                    *_said(other, on, known),
                    others.c.organization == other.c.organization,
                    others.c.text_key == other.c.text_key,
                    others.c.stem.in_(beside),
                )
            )
        )
    return await read(connection, _TEXT, query.limit(limit), _found)


async def count_with_stems(
    connection: AsyncConnection, stems: Collection[str], on: date, known: int
) -> dict[tuple[str, str], int]:
    """Return in how many things of each organization each stem stands, by organization and stem."""
    text, word = _TEXT.c, _POSTING.c
    counted = func.count(text.code.distinct())
    query = _bearing(select(text.organization, word.stem, counted), stems, on, known)
    counts = await connection.execute(query.group_by(text.organization, word.stem))
    return {(organization, stem): count for organization, stem, count in counts}


async def count_searched(
    connection: AsyncConnection, organizations: Collection[str], on: date, known: int
) -> dict[str, int]:
    """Return how many things with a text each of these organizations has on a day."""
    text = _TEXT.c
    query = select(text.organization, func.count()).where(
        text.organization.in_(organizations), text.field.in_(_ONE_EACH), *_said(_TEXT, on, known)
    )
    counts = await connection.execute(query.group_by(text.organization))
    return {row[0]: row[1] for row in counts}


def _bearing(query: Select[Any], stems: Collection[str], on: date, known: int) -> Select[Any]:
    return query.select_from(_JOINED).where(_POSTING.c.stem.in_(stems), *_said(_TEXT, on, known))


def _said(table: Any, on: date, known: int) -> Sequence[ColumnElement[bool]]:
    """Return what a row must meet that is in force on a day, as known at an entry."""
    own = table.c
    return (
        own.in_force_day <= on,
        or_(own.end_day.is_(None), own.end_day > on),
        own.known_from <= known,
        or_(own.known_until.is_(None), own.known_until > known),
    )


def _stored(columns: Read) -> StoredText:
    (_, code, field, start, end, known_from, known_until, key, words, derived_by) = columns
    return StoredText(code, SearchField(field), key, words, derived_by, start, end, known_from, known_until)


def _found(columns: Read) -> FoundText:
    organization, code, field, words, *posting = columns
    return FoundText(organization, code, _FIELDS[field], words, _posting(*posting))


_FIELDS: Mapping[str, SearchField] = {field.value: field for field in SearchField}


def _posting(stem: str, form: str, places: str) -> Posting:
    return Posting(stem, form, tuple(map(int, places.split(" "))))
