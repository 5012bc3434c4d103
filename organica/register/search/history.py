"""The texts that can be searched in both times, from the versions in both times.

Takes the rows of an organization; returns the rows of its texts, the same that enacting entry after entry
writes. Called by verify; and by `organica migrate`, the clock and enact, which give them to a register that
an earlier release wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from organica.register.ports import Appends, Row, Writing
from organica.register.search.ports import SearchTextRow
from organica.register.search.texts import SEARCHED, SearchText, in_order, search_texts, searched_code


async def prepare_search(register: Appends) -> None:
    """Give a register that an earlier release wrote what this one searches in; nothing where it has it.

    Raises: subclasses of Unavailable (storage read-only, full, busy, out of reach).
    """
    async with register.reading() as reads:
        if not await reads.lacks_search():
            return
    async with register.writing() as writing:
        if await writing.lacks_search():
            await fill_search(writing)


async def fill_search(writing: Writing) -> None:
    """Write the texts of every organization anew, where an earlier release left none or its own."""
    await writing.clear_search()
    for organization in await writing.projected_organizations():
        rows = await writing.rows(organization)
        await writing.insert_texts(organization, search_rows(rows.versions))


def search_rows(rows: Iterable[Row]) -> list[SearchTextRow]:
    """Return the texts of an organization in both times, as its versions give them entry after entry."""
    of_things: dict[str, list[Row]] = {}
    for row in rows:
        if row.version.noun in SEARCHED:
            code = searched_code(row.version.noun, row.version.code)
            of_things.setdefault(code, []).append(row)
    found: list[SearchTextRow] = []
    for code in sorted(of_things):
        found += _rows_of_thing(of_things[code])
    return found


def _rows_of_thing(rows: Sequence[Row]) -> Iterator[SearchTextRow]:
    current: dict[SearchText, int] = {}
    for entry in sorted({each for row in rows for each in (row.known.since, row.known.until) if each}):
        said = search_texts(row.version for row in rows if row.known.at(entry))
        for text in in_order(current.keys() - said):
            yield SearchTextRow(text, current.pop(text), entry)
        for text in said:
            current.setdefault(text, entry)
    for text in in_order(current):
        yield SearchTextRow(text, current[text])
