"""Proposals on their way into the register: folded as if they were law, and entered as what they are.

Takes filings; returns them as the fold takes them, and back. Called by enact for every filing, and by
proposals, which folds a stored one anew. Anything but a proposal passes unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from organica.domain.filings import Enacted, Filing
from organica.domain.refusals.proposals import UnknownProposal
from organica.domain.resolution import EntryKind, Resolution


def is_proposal(filing: Filing) -> bool:
    """Tell whether a filing only proposes."""
    return isinstance(filing, Resolution) and filing.proposed


def folded_as(filing: Filing) -> Filing:
    """Return a proposal as the enactment that it would be; its source goes on saying what it is."""
    if isinstance(filing, Resolution) and filing.proposed:
        return replace(filing, kind=EntryKind.ENACTMENT, replaces=())
    return filing


def as_filed(folded: Filing, filing: Filing) -> Filing:
    """Return what was folded as it was filed, with the codes that the fold gave."""
    if isinstance(filing, Resolution) and filing.proposed and isinstance(folded, Resolution):
        return replace(folded, kind=filing.kind, replaces=filing.replaces)
    return folded


def refuse_unknown_proposals(filing: Filing, enacted: Iterable[Enacted]) -> None:
    """Hold a proposal to those that it replaces. Raises: UnknownProposal."""
    if not isinstance(filing, Resolution) or not filing.replaces:
        return
    known = {
        each.filing.source.key
        for each in enacted
        if isinstance(each.filing, Resolution)
        and each.filing.proposed
        and each.organization == filing.organization
    }
    for key in filing.replaces:
        if key not in known:
            raise UnknownProposal(proposal=key).located(source=filing.source.key)
