"""Whether the register holds a filing already, and whether it says the same.

Takes filings as files give them; reads each organization's entries once. Called by enact, and by `load`,
which need not fold what is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from organica.domain.filings import Enacted, Filing
from organica.domain.resolution import Resolution
from organica.register.documents import enacted_in, same_content
from organica.register.ports import Reads, names_by_seal


@dataclass(frozen=True, slots=True)
class Held:
    """The entry that brought a source in, or that files the same; `same` where it says what the file says."""

    entry: int
    same: bool


async def held(register: Reads, filings: Sequence[Filing]) -> list[Held | None]:
    """Return for each filing what the register holds of it; None where it holds nothing."""
    found: dict[str, tuple[list[Enacted], Mapping[str, str]]] = {}
    for organization in {filing.organization for filing in filings}:
        names = names_by_seal(await register.disclosures(organization))
        found[organization] = enacted_in(await register.entries(organization)), names
    return [held_in(*found[filing.organization], filing) for filing in filings]


def held_in(enacted: Iterable[Enacted], names: Mapping[str, str], filing: Filing) -> Held | None:
    """Return what the entries hold of a filing.

    A resolution is known by its source: the register holds each source of an organization once. Any other
    filing is held where one says the same.
    """
    for known in enacted:
        if known.organization != filing.organization or type(known.filing) is not type(filing):
            continue
        if isinstance(filing, Resolution) and isinstance(known.filing, Resolution):
            if known.filing.source.key == filing.source.key:
                return Held(known.entry, same_content(filing, known.filing, names))
        elif same_content(filing, known.filing, names):
            return Held(known.entry, same=True)
    return None
