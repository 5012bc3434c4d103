"""What a person says of the text's own source where the text does not print it, or prints it wrongly.

Takes an outline and what was given; returns the outline with that source. Called by propose's callers, before
anything is compared.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import reduce

from organica.domain.dates import DateBasis, LegalDate
from organica.domain.outline import Doubt, DoubtCode, Outline, OutlineSource, Place
from organica.domain.source import LegalSource
from organica.plan.errors import MissingFact

_ABOUT_THE_SOURCE = frozenset({DoubtCode.NO_SOURCE, DoubtCode.UNREAD_SOURCE, DoubtCode.SEVERAL_SOURCES})


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """The text's own source as a person gives it; None for what the text prints itself.

    `date` is the day printed with it, such as 2024-03-15; `citation` how it is cited in print.
    """

    kind: str | None = None
    number: str | None = None
    series: str | None = None
    year: int | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    citation: str | None = None


def with_source(outline: Outline, given: SourceFacts | None) -> Outline:
    """Return the outline whose own source is as given; the doubts about it are then settled.

    Raises: MissingFact where the text names no source and what is given lacks a kind, a number or a year.
    """
    if given is None:
        return outline
    own = next((source for source in outline.sources if source.role == "self"), None)
    others = tuple(source for source in outline.sources if source.role != "self")
    source = _new(outline, given) if own is None else own
    told = {each.name: getattr(given, each.name) for each in fields(given) if each.name != "citation"}
    source = replace(source, **{name: fact for name, fact in told.items() if fact is not None})
    if given.citation is not None or source != own:
        source = replace(source, printed=given.citation or _citation(source))
    doubts = tuple(doubt for doubt in outline.doubts if not _settled(doubt))
    return replace(outline, sources=(source, *others), doubts=doubts)


def _new(outline: Outline, given: SourceFacts) -> OutlineSource:
    for fact in ("kind", "number", "year"):
        if getattr(given, fact) is None:
            raise MissingFact(fact=f"source.{fact}")
    places = [unit.place for unit in outline.units] or [Place(1, 1)]
    return OutlineSource(
        kind=given.kind or "",
        number=given.number or "",
        series=None,
        year=given.year,
        issuer=None,
        printed="",
        role="self",
        place=reduce(Place.through, places),
    )


def _citation(source: OutlineSource) -> str:
    """Return how a source is cited that nobody cites in print."""
    year = str(source.year or "")
    start = LegalDate(year or "2000", DateBasis.ASSUMED)
    return LegalSource(
        country="", issuer="", kind=source.kind, year=year, in_force_from=start, number=source.number,
        series=source.series, title=source.title,
    ).citation  # fmt: skip


def _settled(doubt: Doubt) -> bool:
    return doubt.code in _ABOUT_THE_SOURCE
