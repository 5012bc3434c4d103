"""Proposals as plain values: what they order, what became of them, what would be so with them.

Takes values of the register; returns dicts that JSON can carry, in a fixed order of keys. Called by the REST
operations and by the commands that print JSON.
"""

from __future__ import annotations

from collections.abc import Sequence

from api.rest.presenting import sources
from api.rest.presenting.law import Plain, legal_date, provision
from organica.domain.change import Change
from organica.domain.errors import Refused
from organica.files import act_to_plain
from organica.register.difference import StructureDiff
from organica.register.proposals import Fate, Proposal, ProposedAct
from organica.render.sentences import change_sentence


def proposal(seen: Proposal, fate: Fate) -> Plain:
    """Return a proposal with what became of it."""
    return {
        "id": seen.key,
        "organization": seen.organization,
        "entry": seen.entry,
        "source": sources.source(seen.record),
        "day": seen.day.isoformat(),
        "replaces": list(seen.replaces),
        "replaced_by": [sources.cited_source(each.source) for each in fate.replaced_by],
        "enacted_by": [sources.cited_source(each.source) for each in fate.enacted_by],
    }


def act(seen: ProposedAct, organization: str, found: StructureDiff | None) -> Plain:
    """Return an act in the words of its file, with the changes that it would make on the day it begins."""
    changes = found.changes if found else ()
    own = [
        each
        for each in changes
        if each.legal_basis is not None and found is not None and each.legal_basis.act == seen.ref
    ]
    return {
        "act": seen.ref,
        "provision": provision(seen.act.provision),
        "since": legal_date(seen.since),
        "words": act_to_plain(seen.act, organization),
        "sentences": sentences(found, own) if found else [],
    }


def sentences(found: StructureDiff, changes: Sequence[Change]) -> list[Plain]:
    """Return changes as sentences in both languages, quotes whole."""
    names = found.names
    return [
        {
            "es": change_sentence(each, names, "es", None),
            "en": change_sentence(each, names, "en", None),
        }
        for each in changes
    ]


def refusal(seen: Refused | None) -> Plain | None:
    """Return why a proposal can no longer apply, in both languages; None where it can."""
    if seen is None:
        return None
    return {
        "code": seen.code,
        "says": {"es": seen.sentence("es"), "en": seen.sentence("en")},
        "remedy": {"es": seen.cure("es"), "en": seen.cure("en")},
        "facts": {name: list(held) if isinstance(held, tuple) else held for name, held in seen.facts.items()},
    }
