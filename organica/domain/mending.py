"""How an act, or the facts of a source, read once something else has mended them.

Takes what was read and what mends it; returns what is read from then on, or refuses what changes nothing.
Called by desk, and by the register for the facts of sources.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from organica.domain.acts import Act, ActUponActs, PlainAct, kind_of
from organica.domain.filings import CorrectedFacts
from organica.domain.inheriting import inheriting, said_by
from organica.domain.readings import ActKey
from organica.domain.refusals.upon import ChangesNothing, RectifiesAnotherAct
from organica.domain.source import LegalBasis, LegalSource


@dataclass(frozen=True, slots=True)
class Mending:
    """A new reading of one act: given by an act of a resolution, or by an item of a correction."""

    by: ActKey
    to: Act | None
    place: str
    basis: LegalBasis | None = None


def mended(was: Act, mending: Mending, names: Mapping[str, str] | None) -> Act:
    """Return the act as a mending reads it; with `names`, it is judged whether it reads anything else.

    Raises: RectifiesAnotherAct, ChangesNothing.
    """
    to = mending.to
    if to is None or type(to) is not type(was):
        raise RectifiesAnotherAct(target=mending.place, was=kind_of(was), to=kind_of(to))
    if isinstance(to, ActUponActs) or isinstance(was, ActUponActs):
        same = replace(to, ref=was.ref) == was
        if same and names is not None:
            raise ChangesNothing(target=mending.place)
        return replace(to, ref=was.ref)
    act: PlainAct = inheriting(to, was, names or {})
    if names is not None and said_by(act, names) == said_by(was, names):
        raise ChangesNothing(target=mending.place)
    return act


def with_facts(source: LegalSource, facts: CorrectedFacts) -> LegalSource:
    """Return a source with the facts that a correction gives."""
    names = [each.name for each in fields(facts)]
    given = {name: value for name in names if (value := getattr(facts, name)) is not None}
    return replace(source, **given)
