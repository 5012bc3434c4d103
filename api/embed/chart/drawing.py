"""From the structure of a day to the chart that is drawn of it.

Takes a snapshot, the day, the language, and what it is compared with; returns a Chart. Called by
`api.embed.chart.serving`. It reads the name of no person, so that a chart of a fixed day and entry holds for
ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from api.embed.addresses import EMBED
from api.embed.chart import words
from api.embed.chart.changes import Changes, changes_by_unit
from organica.domain.acts import ParentStatus
from organica.domain.coverage import Coverage
from organica.domain.errors import Fact, Language, Says
from organica.domain.resolution import CoverageStatus
from organica.register.difference import StructureDiff, unit_names
from organica.register.snapshot import Snapshot
from organica.register.views import OrganizationVersion, UnitVersion
from organica.render.banner import certainty_sentence, coverage_sentences, force_sentence
from organica.render.chart.drawn import Chart, DrawnUnit, LegendRow, Tone
from organica.render.days import day_text
from organica.render.json_ld.names import Names
from organica.render.sentences import cited
from organica.render.tree import titled

MOST_SOURCES = 8
_LEGEND = {
    Tone.CREATED: words.LEGEND_CREATED,
    Tone.ALTERED: words.LEGEND_ALTERED,
    Tone.REWORDED: words.LEGEND_REWORDED,
    Tone.GONE: words.LEGEND_GONE,
}


@dataclass(frozen=True, slots=True)
class ChartAsked:
    """What a chart is asked of.

    `organization`: as it is on the day or was last; `ended`: that it is no more, in words. `known`: the entry
    that the reader chose, if any. `spoken`: whether the reader chose the language. `queried`: what of the
    question its permanent link repeats beside both times.
    """

    snapshot: Snapshot
    day: date
    language: Language
    names: Names
    organization: OrganizationVersion | None = None
    ended: str | None = None
    known: int | None = None
    spoken: bool = False
    compared: StructureDiff | None = None
    queried: tuple[tuple[str, str], ...] = ()

    def say(self, what: Says, **facts: Fact) -> str:
        """Return a sentence in the language of the chart."""
        return what.render(self.language, facts)

    def address(self, place: str, day: date, *pairs: tuple[str, str | int | None]) -> str:
        """Return where something of the organization is on a day."""
        lang = self.language if self.spoken else None
        query = urlencode([(k, v) for k, v in (("as_of", day), *pairs, ("lang", lang)) if v is not None])
        return self.names.document(f"{EMBED}/{self.snapshot.organization_code}{place}?{query}")


def chart_of(asked: ChartAsked) -> Chart:
    """Return the chart of a structure."""
    snapshot = asked.snapshot
    changes = changes_by_unit(asked.compared, asked.language) if asked.compared else Changes({}, {})
    units = tuple(_units(asked, changes)) if snapshot.covered else ()
    gone = tuple(_gone(asked, changes))
    own = asked.organization
    name = own.state.name if own else snapshot.organization_code
    acronym = f" ({own.state.acronym})" if own and own.state.acronym else ""
    page = asked.address("", asked.day, ("known_at", asked.known))
    day = day_text(asked.day, asked.language)
    base = asked.compared.base_day if asked.compared else asked.day
    return Chart(
        language=asked.language,
        title=f"{name}{acronym}",
        day=asked.say(words.DAY, day=day),
        description=asked.say(words.DESCRIPTION, name=name, day=day, units=_counted(asked, units), page=page),
        href=page,
        permanent_label=asked.say(words.PERMANENT),
        permanent=_permanent(asked),
        sentences=tuple(_sentences(asked, changes)),
        units=units,
        gone_heading=asked.say(words.GONE, day=day_text(base, asked.language)),
        gone=gone,
        legend=tuple(_legend(asked, (*units, *gone))),
    )


def _units(asked: ChartAsked, changes: Changes) -> Iterator[DrawnUnit]:
    depths: dict[str, int] = {}
    covered: dict[str, CoverageStatus] = {}
    coverage = asked.snapshot.coverage
    whole = coverage.status(asked.snapshot.organization_code)
    for unit in asked.snapshot.walk():
        parent = unit.state.parent.unit
        depths[unit.code] = depths.get(parent or "", -1) + 1
        covered[unit.code] = _covered(
            coverage, unit, covered.get(parent or ""), asked.snapshot.organization_code
        )
        warnings = list(_warnings(asked, unit))
        if whole is not CoverageStatus.COMPLETE and covered[unit.code] is not CoverageStatus.COMPLETE:
            none = covered[unit.code] is CoverageStatus.NONE
            warnings.append(asked.say(words.NOT_COVERED if none else words.PART_COVERED))
        mark = changes.units.get(unit.code)
        yield DrawnUnit(
            unit.code,
            depths[unit.code],
            asked.address(f"/{unit.code}", asked.day, ("known_at", asked.known)),
            *_titled(unit),
            notes=(*(mark.notes if mark else ()), *warnings),
            tone=mark.tone if mark else Tone.PLAIN,
            doubtful=bool(warnings),
        )


def _covered(
    coverage: Coverage, unit: UnitVersion, above: CoverageStatus | None, organization: str
) -> CoverageStatus:
    """Return how far a unit is covered: by a claim of its own, else as the unit above it, or the whole is."""
    own = coverage.part(unit.code)
    if own is not None:
        return own.status
    if above is not None:
        return above
    whole = coverage.part(organization)
    return whole.status if whole else CoverageStatus.NONE


def _titled(unit: UnitVersion) -> tuple[str | None, str]:
    """Return the kind, unless the name begins with it, and the name with its acronym."""
    kind, name = unit.state.kind, unit.state.name
    acronym = f" ({unit.state.acronym})" if unit.state.acronym else ""
    return (None if titled(kind, name) == name else kind), f"{name}{acronym}"


def _warnings(asked: ChartAsked, unit: UnitVersion) -> Iterator[str]:
    """Yield what a reader must know before taking a box for what a norm says of that day."""
    if unit.parent_status is ParentStatus.UNKNOWN:
        yield asked.say(words.PARENT_UNKNOWN)
    last = unit.legal_basis[-1] if unit.legal_basis else None
    if last is not None and not last.normative:
        yield asked.say(words.ATTESTED, citation=last.citation)
    if not asked.snapshot.certain and unit.in_force_from.certain_from > asked.day:
        yield asked.say(words.UNSURE)


def _gone(asked: ChartAsked, changes: Changes) -> Iterator[DrawnUnit]:
    if asked.compared is None:
        return
    base = asked.compared.base
    for code, why in changes.gone.items():
        unit = base.units[code]
        href = asked.address(f"/{code}", asked.compared.base_day, ("known_at", asked.known))
        yield DrawnUnit(code, 0, href, *_titled(unit), notes=(why,), tone=Tone.GONE)


def _sentences(asked: ChartAsked, changes: Changes) -> Iterator[str]:
    """Yield what the chart is worth: since when, how certain, how far covered, by what, and what changed."""
    snapshot, language = asked.snapshot, asked.language
    if in_force := force_sentence(snapshot.in_force_from, snapshot.in_force_until, language):
        yield in_force
    if asked.ended:
        yield asked.ended
    end = snapshot.interval.end if snapshot.interval else None
    if doubt := certainty_sentence(snapshot.certain, end, language):
        yield doubt
    yield from coverage_sentences(
        snapshot.coverage,
        snapshot.organization_code,
        unit_names([snapshot]),
        language,
        as_of=asked.day,
        change_point=snapshot.change_point,
    )
    sources = _sources(asked)
    shown, more = "; ".join(sources[:MOST_SOURCES]), len(sources) - MOST_SOURCES
    if sources:
        yield asked.say(words.SOURCES_AND_MORE if more > 0 else words.SOURCES, sources=shown, more=more)
    if asked.compared is not None:
        base = day_text(asked.compared.base_day, language)
        yield asked.say(words.COMPARED, day=base, count=_changed(asked, changes))
        if not asked.compared.base.covered:
            yield asked.say(words.BASE_NOT_COVERED, day=base)


def _sources(asked: ChartAsked) -> list[str]:
    """Return the last source that each unit rests on, each once, marked where it is no norm."""
    found = {
        cited(unit.legal_basis[-1].source.citation, asked.language, unit.legal_basis[-1].nature): None
        for unit in asked.snapshot.walk()
        if unit.legal_basis
    }
    return list(found)


def _changed(asked: ChartAsked, changes: Changes) -> str:
    if not changes.count:
        return asked.say(words.NOTHING_CHANGED)
    return asked.say(words.ONE_CHANGED if changes.count == 1 else words.CHANGED, count=changes.count)


def _counted(asked: ChartAsked, units: tuple[DrawnUnit, ...]) -> str:
    if not units:
        return asked.say(words.NO_UNIT)
    if len(units) == 1:
        return asked.say(words.ONE_UNIT)
    levels = max(unit.depth for unit in units) + 1
    return asked.say(words.UNITS, count=len(units), levels=levels)


def _permanent(asked: ChartAsked) -> str:
    """Return the address of this very chart: its day, and an entry from which on nothing alters it."""
    compared = asked.compared
    basis = max(asked.snapshot.basis, compared.base.basis if compared else 0)
    return asked.address(".svg", asked.day, ("known_at", basis), *asked.queried)


def _legend(asked: ChartAsked, units: tuple[DrawnUnit, ...]) -> Iterator[LegendRow]:
    """Yield what each kind of frame means that the chart has."""
    for tone, means in _LEGEND.items():
        if any(unit.tone is tone for unit in units):
            yield LegendRow(asked.say(means), tone)
    if any(unit.doubtful and unit.tone is Tone.PLAIN for unit in units):
        yield LegendRow(asked.say(words.DOUBTFUL), doubtful=True)
