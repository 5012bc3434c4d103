"""Which acts a filing makes new, and whether two acts say different things where nothing tells which is later.

Takes acts as they are read, and the replay that found their codes. Called by `law`. Source: decision 0005.
"""

from __future__ import annotations

from organica.domain.filings import CorrectedFacts, Correction, Filing
from tests.support.law.reading import Reading, Readings
from tests.support.law.replay import Replay
from tests.support.law.saying import says
from tests.support.law.state import Codes


def is_new(act: Reading, filing: Filing, readings: Readings) -> bool:
    """Tell whether the filing orders an act, or gives it new words, a new day or a new order."""
    facts = _corrected(filing)
    if act.key in readings.fresh or (facts.in_force_from is None and facts.signed_on is None):
        return act.key in readings.fresh
    assert isinstance(filing, Correction)
    return (act.source.organization, act.source.key) == (filing.organization, filing.source)


def meet_now(one: Reading, other: Reading, filing: Filing, readings: Readings) -> bool:
    """Tell whether two acts of a source on one day may not have met before: one of them is new, or was moved.

    Two acts that both have the date of their source were of one day before it was corrected too.
    """
    if readings.fresh & {one.key, other.key}:
        return True
    own_dates = [each.act.in_force_from is not None for each in (one, other)]
    return _corrected(filing).in_force_from is not None and own_dates[0] != own_dates[1]


def one_layer(one: Reading, other: Reading) -> bool:
    """Tell whether two acts are of one organization, and both of norms or both of attestations."""
    pairs = ((act.source.organization, act.source.facts.normative) for act in (one, other))
    return len(set(pairs)) == 1


def codes_of(act: Reading, replay: Replay) -> Codes:
    """Return the codes behind the words of an act."""
    return replay.codes.get(act.key, act.codes)


def differ(one: Reading, other: Reading, replay: Replay) -> bool:
    """Tell whether two acts say different things of one field."""
    said, also = says(one.act, codes_of(one, replay)), says(other.act, codes_of(other, replay))
    return any(also[matter] != value for matter, value in said.items() if matter in also)


def _corrected(filing: Filing) -> CorrectedFacts:
    facts = filing.facts if isinstance(filing, Correction) else None
    return facts or CorrectedFacts()
