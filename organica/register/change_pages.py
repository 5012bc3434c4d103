"""Pages of the changes feed, each change with the act behind it.

Takes the reads of the register and a number to go on from; returns one page. Called by consult.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from organica.domain.source import LegalSource
from organica.register.feed import RecordedChange, Wanted
from organica.register.ports import Reads
from organica.register.refusals import UnknownChange
from organica.register.views import BasisView


@dataclass(frozen=True, slots=True)
class ChangePage:
    """Some changes in the order of the feed.

    `after` is the number to go on from: that of the last change or, where nothing is new, the one asked
    with. `more`: whether others follow already.
    """

    changes: tuple[RecordedChange, ...]
    after: int
    more: bool
    sources: Mapping[tuple[str, str], LegalSource]

    def basis_view(self, recorded: RecordedChange) -> BasisView | None:
        """Return the act behind a change, with its source as the change's organization registered it."""
        basis = recorded.change.legal_basis
        if basis is None:
            return None
        source = self.sources[recorded.organization, basis.source]
        return BasisView(source, basis.provision, basis.role, basis.act)


async def change_page(register: Reads, after: int, first: int, wanted: Wanted) -> ChangePage:
    """Return the wanted changes after a number, `first` of them at most.

    Raises: UnknownChange where the register never gave the number: a reader who goes on from there has it
    from another register, and would wait for changes that it has missed.
    """
    found = await register.changes(after, first + 1, wanted)
    if not found and after > (newest := await register.newest_change()):
        raise UnknownChange(change=after, newest=newest)
    return await _page(register, tuple(found[:first]), after, more=len(found) > first)


async def newest_changes(register: Reads, most: int, wanted: Wanted) -> ChangePage:
    """Return the newest of the wanted changes, `most` of them at most; `more`: whether older ones precede.

    The feed is read backwards in windows that grow, because its numbers count those of all organizations.
    """
    newest = await register.newest_change()
    window = most
    while True:
        after = max(0, newest - window)
        found = await register.changes(after, None, wanted)
        if len(found) > most or after == 0:
            shown = tuple(found[-most:])
            return await _page(register, shown, newest, more=after > 0 or len(found) > most)
        window *= 4


async def _page(register: Reads, shown: tuple[RecordedChange, ...], after: int, *, more: bool) -> ChangePage:
    """Return changes with the sources behind them."""
    keys = {each.change.legal_basis.source for each in shown if each.change.legal_basis}
    # The newest record of a source comes last, and is the one that stays.
    sources = {
        (record.organization, record.source.key): record.source
        for record in (await register.sources_named(sorted(keys)) if keys else ())
    }
    return ChangePage(shown, shown[-1].seq if shown else after, more, sources)
