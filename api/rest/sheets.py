"""Answers as the file that somebody else prescribes: its headers to the letter, its separator, its charset.

Takes the sheet of an answer; returns bytes and headers. Called by `api.rest.representing`. Our own tables,
whose columns we name, are in `api.rest.tables`.
"""

from __future__ import annotations

from api.rest.answers.answering import Sheet
from api.rest.formats import CSV
from organica.register.turns import listed
from organica.render.statutory.csv_file import encoded, file_lines


async def as_file(sheet: Sheet) -> bytes:
    """Return the sheet as CSV, made a slice at a time."""
    return encoded(await listed(file_lines(sheet.headers, sheet.rows)), sheet.charset)


def content_type(sheet: Sheet) -> str:
    """Return what the file is, with the charset that was asked for."""
    return f"{CSV.media_type}; charset={sheet.charset.registered}; header=present"
