"""The sources that a text cites, each once, however often and however fully it is cited.

Takes citations with their places; gives sources. Called by `sourcing`. "Decreto 558 del 24 de mayo de 1996",
"Decreto Nº 558/96" and "el citado Decreto 558" are one source with a year and a day.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from organica.domain.outline import OutlineSource, Place, SourceRelation
from organica.text.citations import Citation

# What people say for short: "el Decreto 1412" is the Decreto Legislativo 1412 that the text cites.
_SHORT_KINDS = frozenset({"decreto", "resolucion", "acuerdo"})


def source_of(
    citation: Citation,
    role: Literal["self", "cited"],
    place: Place,
    relation: SourceRelation | None = None,
) -> OutlineSource:
    """Return the citation as a source of the outline."""
    return OutlineSource(
        kind=citation.kind,
        number=citation.number,
        series=citation.series,
        year=citation.year,
        issuer=citation.issuer,
        printed=" ".join(citation.printed.split()),
        role=role,
        place=place,
        date=citation.date,
        relation=relation,
    )


@dataclass(slots=True)
class GatheredSources:
    """Sources in the order in which they were first cited."""

    _sources: list[OutlineSource] = field(default_factory=list)
    _by_number: dict[str | None, list[int]] = field(default_factory=dict)

    def add(self, source: OutlineSource) -> None:
        """Note the source, or what it adds to the same one cited before."""
        places = self._by_number.setdefault(source.number, [])
        for place in places:
            if one_source(self._sources[place], source):
                self._sources[place] = _together(self._sources[place], source)
                return
        places.append(len(self._sources))
        self._sources.append(source)

    def all(self) -> tuple[OutlineSource, ...]:
        """Return the sources."""
        return tuple(self._sources)


def one_source(one: OutlineSource, other: OutlineSource) -> bool:
    """Return whether two citations may mean one source: nothing printed in both differs."""
    if one.number is None or one.number != other.number or one.series != other.series:
        return False
    if one.year is not None and other.year is not None and one.year != other.year:
        return False
    return one.kind == other.kind or _short_for(one, other) or _short_for(other, one)


def _short_for(short: OutlineSource, full: OutlineSource) -> bool:
    """Return whether one is the other without its year and the second word of its kind."""
    said = short.year is None and short.issuer is None
    return said and short.kind in _SHORT_KINDS and full.kind.startswith(short.kind + "_")


def _together(first: OutlineSource, later: OutlineSource) -> OutlineSource:
    """Return the first citation with what only a later one prints."""
    return replace(
        first,
        kind=max(first.kind, later.kind, key=len),
        year=first.year if first.year is not None else later.year,
        issuer=first.issuer or later.issuer,
        date=first.date or later.date,
        relation=first.relation or later.relation,
    )
