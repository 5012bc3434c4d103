"""Whether the texts that can be searched, and their words, are what the ledger gives.

Takes what is stored and the versions of a replay; returns faults. Called by verify.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from organica.register.faults import Fault
from organica.register.ports import Row
from organica.register.search.history import search_rows
from organica.register.search.ports import SearchTextRow, StoredText
from organica.register.search.texts import Posting, postings_of
from organica.text.search_words import DERIVED_BY


def search_faults(
    organization: str,
    texts: Sequence[StoredText],
    words: Mapping[str, Sequence[Posting]],
    versions: Iterable[Row],
) -> Iterator[Fault]:
    """Compare what is stored for search with what the replay gives, text by text."""
    rows = search_rows(versions)
    wanted = {_stored(row) for row in rows}
    found = set(texts)
    for text in sorted(found ^ wanted, key=lambda text: (text.known_from, text.code, text.field, text.start)):
        side = "missing" if text in wanted else "not in the ledger"
        place = f"searched {text.field} of {text.code} from {text.start}: {side}"
        yield Fault("rows_differ", text.known_from, organization, place)
    said = {row.text.key: row for row in sorted(rows, key=lambda row: row.known_from, reverse=True)}
    for key in sorted(words.keys() | said.keys()):
        row = said.get(key)
        if tuple(words.get(key, ())) != (postings_of(row.text.text) if row else ()):
            at = f"{row.text.field} of {row.text.code}" if row else f"a text that nobody says ({key})"
            detail = f"the words of {at} are not its words"
            yield Fault("rows_differ", row.known_from if row else None, organization, detail)


def _stored(row: SearchTextRow) -> StoredText:
    text = row.text
    return StoredText(
        text.code,
        text.field,
        text.key,
        text.words,
        DERIVED_BY,
        text.start,
        text.end,
        row.known_from,
        row.known_until,
    )
