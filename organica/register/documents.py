"""Between an entry's bytes and the resolution that it holds.

Takes a bound and sealed resolution; returns the document of its entry; and back. Also tells whether a
file says what an entry says already. Called by enact, rebuild and verify.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from organica.domain.acts import Holder
from organica.domain.ids import Minter
from organica.domain.resolution import Enacted, Resolution
from organica.files import from_plain, to_plain
from organica.ledger.canonical import canonical
from organica.register.holders import with_holders
from organica.register.ports import Entry

FORMAT = "organica:entry/1"
_GIVEN_BY_THE_REGISTER = frozenset({"bound", "bound_appointment"})


def document_of(resolution: Resolution) -> bytes:
    """Return the canonical document of an entry."""
    return canonical({"format": FORMAT, "resolution": to_plain(resolution)})


def resolution_of(entry: Entry) -> Resolution:
    """Return the resolution in an entry's document, bound, its names still sealed."""
    return from_plain(json.loads(entry.document)["resolution"], ledger=True)


def enacted_in(entries: Iterable[Entry]) -> list[Enacted]:
    """Return what the entries enacted, in their order."""
    return [Enacted(entry.index, resolution_of(entry)) for entry in entries]


def same_content(written: Resolution, recorded: Resolution, names: Mapping[str, str]) -> bool:
    """Tell whether a file says what an entry says; names that were withheld compare as equal."""

    def opened(_path: str, holder: Holder) -> Holder:
        return Holder(names.get(holder.seal or ""), holder.seal)

    entry = to_plain(with_holders(recorded, opened), ledger=False)
    return _alike(to_plain(written, ledger=False), entry)


def _alike(file: Any, entry: Any) -> bool:
    """Compare two plain forms; a seal in the entry is a name that was withheld, and fits any name."""
    if isinstance(entry, dict) and set(entry) == {"sealed"}:
        return isinstance(file, str)
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


def minter_after(enacted: Iterable[Enacted]) -> Minter:
    """Return a minter that knows every code given so far."""
    return Minter(code for each in enacted for code in codes_in(to_plain(each.resolution)))
