"""Answers as the file that somebody else prescribes: its headers to the letter, its separator, its charset.

Takes the sheet of an answer; returns bytes and headers. Called by `api.rest.representing` and by `organica
statutory`.
"""

from __future__ import annotations

from api.rest.answers.answering import Prescribed
from api.rest.formats import CSV
from api.rest.tables.workbooks import as_workbook
from organica.register.turns import listed
from organica.render.statutory.csv_file import encoded, file_lines
from organica.render.workbook import Days, Sheet


async def as_file(file: Prescribed) -> bytes:
    """Return the table as CSV, made a slice at a time."""
    return encoded(await listed(file_lines(file.headers, file.rows)), file.charset)


async def as_prescribed_xlsx(file: Prescribed, address: str = "") -> bytes:
    """Return the table as XLSX: one sheet that is the table, and nothing more.

    What is not the table stands in the properties of the file: a portal may take the first sheet, refuse a
    second one, or publish all that there is. Raises: CellTooLong, TooManyRows.
    """
    about = "\n".join(filter(None, (*file.about, address)))
    sheet = Sheet(
        file.code,
        file.headers,
        file.rows,
        days=Days.PORTAL,
        title=file.title,
        about=about,
        foot=file.foot,
        paper=file.paper,
    )
    return await as_workbook(sheet)


def content_type(file: Prescribed) -> str:
    """Return what the CSV is, with the charset that was asked for."""
    return f"{CSV.media_type}; charset={file.charset.registered}; header=present"
