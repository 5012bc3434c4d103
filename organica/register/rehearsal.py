"""Rehearsing: several filings in their order, each as if those before it had been enacted.

Takes the ledger as a reader sees it; returns the preview of each filing, or the refusal. Nothing is written.
Called by `organica check`.
"""

from __future__ import annotations

from collections.abc import Sequence

from organica.domain.filings import Filing
from organica.register.enact import Preview, preview_within
from organica.register.ports import Disclosure, Entry, Head, ReadsLedger


class Rehearsal:
    """A ledger that goes on, in memory only, with what was rehearsed on it."""

    def __init__(self, reads: ReadsLedger) -> None:
        self._reads = reads
        self._entries: list[Entry] = []
        self._disclosures: list[Disclosure] = []

    async def preview(self, filing: Filing) -> Preview:
        """Return what enacting the filing would change, and take it as enacted. Raises: as `preview`."""
        previewed = await preview_within(self, filing)
        if (entry := previewed.entry) is not None:
            self._entries.append(entry)
            self._disclosures += previewed.disclosures
        return previewed

    async def head(self) -> Head:
        """Return the newest entry, be it recorded or rehearsed."""
        if not self._entries:
            return await self._reads.head()
        return Head(self._entries[-1].index, self._entries[-1].recorded_at)

    async def entries(self, organization: str | None = None) -> Sequence[Entry]:
        """Return the entries that touch an organization."""
        own = [each for each in self._entries if organization is None or organization in each.organizations]
        return [*await self._reads.entries(organization), *own]

    async def disclosures(self, organization: str | None = None) -> Sequence[Disclosure]:
        """Return the names that may be shown. A withholding that is rehearsed leaves them to later ones."""
        own = [each for each in self._disclosures if organization in (None, each.organization)]
        return [*await self._reads.disclosures(organization), *own]
