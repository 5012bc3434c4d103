"""What other systems call the things of an organization, and between which entries the register said so.

Takes the mappings that were filed; returns their spans. These ties are no law and know no legal time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from organica.domain.filings import Enacted, ExternalId, IdMapping
from organica.domain.history import History
from organica.domain.refusals.external_ids import (
    ExternalIdChangesNothing,
    ExternalIdNotHeld,
    ExternalIdTaken,
    NothingByThatCode,
)
from organica.domain.states import Noun


@dataclass(frozen=True, slots=True)
class ExternalIdSpan:
    """One tie between a thing and its name elsewhere; `until` is the entry from which on it is not said."""

    noun: Noun
    code: str
    system: str
    value: str
    since: int
    until: int | None = None

    @property
    def thing(self) -> tuple[Noun, str]:
        """Return the kind and the code of the thing."""
        return self.noun, self.code


def external_ids(
    organization: str, enacted: Iterable[Enacted], history: History, fresh: int | None = None
) -> tuple[ExternalIdSpan, ...]:
    """Return every tie that an organization has or had, in the order in which they were said.

    A thing may bear several names in one system; a name means one thing at a time. `fresh`: the entry that is
    judged, because it is about to be enacted.
    Raises: NothingByThatCode, ExternalIdTaken, ExternalIdNotHeld, ExternalIdChangesNothing.
    """
    spans: list[ExternalIdSpan] = []
    known: frozenset[tuple[Noun, str]] | None = None
    for each in enacted:
        if each.organization != organization or not isinstance(each.filing, IdMapping):
            continue
        for said in each.filing.external_ids:
            if each.entry == fresh:
                known = known if known is not None else _things(history)
                _judge(said, spans, known)
            if said.withdrawn:
                spans = [_withdrawn(span, said, each.entry) for span in spans]
            else:
                spans.append(ExternalIdSpan(said.noun, said.code, said.system, said.value, each.entry))
    return tuple(span for span in spans if span.until != span.since)


def _things(history: History) -> frozenset[tuple[Noun, str]]:
    """Return everything that the organization has or had on any day."""
    return frozenset(
        (noun, code) for moment in history.moments for noun, code, _ in moment.structure.states()
    )


def _judge(said: ExternalId, spans: Sequence[ExternalIdSpan], known: frozenset[tuple[Noun, str]]) -> None:
    facts = {"system": said.system, "value": said.value}
    current = [
        span
        for span in spans
        if span.until is None and (span.system, span.value) == (said.system, said.value)
    ]
    own = any(span.thing == (said.noun, said.code) for span in current)
    if (said.noun, said.code) not in known:
        raise NothingByThatCode(noun=said.noun.value, code=said.code)
    if said.withdrawn:
        if not own:
            raise ExternalIdNotHeld(code=said.code, **facts)
    elif own:
        raise ExternalIdChangesNothing(code=said.code, **facts)
    elif current:
        raise ExternalIdTaken(code=current[0].code, **facts)


def _withdrawn(span: ExternalIdSpan, said: ExternalId, entry: int) -> ExternalIdSpan:
    same = (span.thing, span.system, span.value) == ((said.noun, said.code), said.system, said.value)
    return replace(span, until=entry) if same and span.until is None else span
