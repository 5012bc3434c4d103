"""Between an entry's bytes and the filing that it holds.

Takes a bound and sealed filing; returns the document of its entry; and back. Also tells whether a
file says what an entry says already. Called by enact, rebuild and verify.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from organica.domain.acts import Holder
from organica.domain.filings import (
    Correction,
    Enacted,
    Filing,
    IdMapping,
    Supplement,
    Withholding,
)
from organica.domain.resolution import Resolution
from organica.files import from_plain, to_plain
from organica.ledger.canonical import canonical, digest
from organica.register.holders import with_holders
from organica.register.ports import Entry

FORMAT = "organica:entry/1"
MAX_OPENED_BYTES = 8_000_000
# The word under which a document holds what was filed.
_WORDS: dict[type[Filing], str] = {
    Resolution: "resolution",
    Supplement: "supplement",
    Correction: "correction",
    Withholding: "withholding",
    IdMapping: "mapping",
}
_GIVEN_BY_THE_REGISTER = frozenset({"bound", "bound_appointment"})


@dataclass(frozen=True, slots=True)
class Opened:
    """What a document says: its filing, bound, its names still sealed, and the codes given in it."""

    filing: Filing
    codes: tuple[str, ...]


class _Desk:
    """The documents opened last, up to MAX_OPENED_BYTES: enacting reads all that an organization has.

    They are found by the digest of their bytes, not by the digest that an entry claims. Values are frozen,
    so whoever receives one may keep it.
    """

    def __init__(self) -> None:
        self._opened: OrderedDict[bytes, tuple[Opened, int]] = OrderedDict()
        self._bytes = 0

    def open(self, document: bytes) -> Opened:
        """Return what a document says. Raises: BadInput, ValueError, LookupError, TypeError."""
        key = digest(document)
        if key in self._opened:
            self._opened.move_to_end(key)
            return self._opened[key][0]
        said = json.loads(document)
        [plain] = (value for word, value in said.items() if word in _WORDS.values())
        opened = Opened(from_plain(plain, ledger=True), tuple(codes_in(plain)))
        self._opened[key] = opened, len(document)
        self._bytes += len(document)
        while self._bytes > MAX_OPENED_BYTES:
            self._bytes -= self._opened.popitem(last=False)[1][1]
        return opened


_desk = _Desk()


def document_of(filing: Filing) -> bytes:
    """Return the canonical document of an entry."""
    return canonical({"format": FORMAT, _WORDS[type(filing)]: to_plain(filing)})


def opened(document: bytes) -> Opened:
    """Return what a document says. Raises: BadInput, ValueError, LookupError, TypeError."""
    return _desk.open(document)


def filing_of(entry: Entry) -> Filing:
    """Return what an entry's document holds, bound, its names still sealed."""
    return opened(entry.document).filing


def as_recorded(sealed: Filing) -> Filing:
    """Return a sealed filing as its document will say it, with the names that it came with.

    The document composes letters (NFC). What is folded must be what a replay will fold, so a caller's own
    bytes go no further than this.
    """
    plain = json.loads(canonical(to_plain(sealed)))
    names: dict[str | None, str | None] = {}

    def note(_path: str, holder: Holder) -> Holder:
        names[holder.seal] = holder.name
        return holder

    with_holders(sealed, note)
    recorded = from_plain(plain, ledger=True)
    return with_holders(recorded, lambda _path, holder: Holder(names.get(holder.seal), holder.seal))


def nameless(filing: Filing) -> Filing:
    """Return a filing with the seals of its names only, as a document holds it."""
    return with_holders(filing, lambda _path, holder: Holder(None, holder.seal))


def enacted_in(entries: Iterable[Entry]) -> list[Enacted]:
    """Return what the entries enacted, in their order."""
    return [Enacted(entry.index, filing_of(entry)) for entry in entries]


def same_content(written: Filing, recorded: Filing, names: Mapping[str, str]) -> bool:
    """Tell whether a file says what an entry says; names that were withheld compare as equal."""

    def opened(_path: str, holder: Holder) -> Holder:
        return Holder(names.get(holder.seal or ""), holder.seal)

    entry = to_plain(with_holders(recorded, opened), ledger=False)
    file = json.loads(canonical(to_plain(written, ledger=False)))
    return _alike(file, entry)


def _alike(file: Any, entry: Any) -> bool:
    """Compare two plain forms.

    A seal in the entry is a name that was withheld, and fits any name. The day of an entry fits a file that
    gives only the rule: it was counted once, and a newer calendar does not make the file another one.
    """
    if isinstance(entry, dict) and set(entry) == {"sealed"}:
        return isinstance(file, str)
    if isinstance(file, dict) and isinstance(entry, dict) and "rule" in file and "value" not in file:
        entry = {key: item for key, item in entry.items() if key != "value"}
    if isinstance(file, dict) and isinstance(entry, dict):
        return file.keys() == entry.keys() and all(_alike(file[key], entry[key]) for key in file)
    if isinstance(file, list) and isinstance(entry, list):
        return len(file) == len(entry) and all(map(_alike, file, entry))
    return bool(file == entry)


def codes_in(plain: Any) -> Iterable[str]:
    """Yield every code that the register gave in an entry's plain form."""
    if isinstance(plain, dict):
        for key, item in plain.items():
            if key in _GIVEN_BY_THE_REGISTER and isinstance(item, str):
                yield item
            else:
                yield from codes_in(item)
    elif isinstance(plain, list):
        for item in plain:
            yield from codes_in(item)
