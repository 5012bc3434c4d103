"""Timelines for people: the rows of an organization, a unit, a function, a post or a programme.

Takes an archive, what is asked about and the entry at which it is known; returns tables. Called by history.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from organica.domain.dates import LegalDate
from organica.domain.errors import Language, Says
from organica.domain.source import BasisRole
from organica.domain.states import Noun
from organica.domain.taking_effect import ActEffect
from organica.register import histories
from organica.register.acts_between import TakenAct
from organica.register.archive import Archive
from organica.register.histories import AppointmentEnd, Spell, Tenure
from organica.register.programme_views import ProgrammeVersion
from organica.register.views import (
    BasisView,
    FunctionVersion,
    Occupancy,
    OrganizationVersion,
    PostVersion,
    UnitVersion,
)
from organica.render.sentences import LONGEST_QUOTE, Literal, cited, shortened
from organica.render.timeline import TimelineRow, began_text, days_certain, ended_text

_VERSIONS = Says(es="Versiones", en="Versions")
_FUNCTIONS = Says(es="Funciones mientras fueron suyas", en="Functions while they were its own")
_HOLDERS = Says(es="Quién lo ejerció", en="Who held it")
_POINTS = Says(es="Fechas en que algo cambia", en="Days on which something changes")
_UNDER = Says(es="{name}, bajo {parent}", en="{name}, under {parent}")
_IN = Says(es="{place}: {text}", en="{place}: {text}")
_HEADS = Says(es="{name}, encabeza {unit}", en="{name}, heads {unit}")
_OF = Says(es="{name}, de {unit}", en="{name}, of {unit}")
_RUN_BY = Says(es="{name}, a cargo de {unit}", en="{name}, run by {unit}")
_UNNAMED = Says(es="cargo sin denominación", en="post without a name")
_SUBSTITUTES = Says(es="{post}; subrogan: {order}", en="{post}; stand in for it: {order}")
_WITHHELD = Says(es="nombre reservado", en="name withheld")
_LINK = Says(es="vínculo: {link}", en="link: {link}")
_NOBODY = {
    Occupancy.VACANT: Says(es="vacante", en="vacant"),
    Occupancy.UNKNOWN: Says(es="sin titular conocido", en="holder not known"),
}
_ENDINGS: dict[AppointmentEnd, Says] = {
    AppointmentEnd.LAPSED: Says(es="Vence el plazo: {citation}.", en="Its term lapses: {citation}."),
    AppointmentEnd.ENDED: Says(es="Cesa: {citation}.", en="Ended: {citation}."),
    AppointmentEnd.POST_ABOLISHED: Says(
        es="Termina con el cargo: {citation}.", en="Ends with the post: {citation}."
    ),
    AppointmentEnd.REVOKED: Says(es="Dejado sin efecto: {citation}.", en="Revoked: {citation}."),
    AppointmentEnd.SUSPENDED: Says(es="Suspendido: {citation}.", en="Suspended: {citation}."),
    AppointmentEnd.GAVE_WAY: Says(
        es="Solo constaba sin norma; una norma dice otra cosa.",
        en="It was only attested; a norm says otherwise.",
    ),
}
_ACTS = Says(es="actos: {number}", en="acts: {number}")
_MENDING = Says(es="rectifica o invalida otros actos", en="rectifies or invalidates other acts")
_MENDED = Says(es="Actos que corrigen otros en todos sus días", en="Acts that mend others on all their days")
_NO_ACT = Says(es="cobertura, o certeza de una fecha", en="coverage, or the certainty of a date")
Version = OrganizationVersion | UnitVersion | FunctionVersion | PostVersion | ProgrammeVersion


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a timeline."""

    heading: str
    rows: tuple[TimelineRow, ...]


def tables_of(
    archive: Archive,
    noun: Noun,
    code: str,
    acts: Sequence[TakenAct],
    known: int,
    language: Language,
    literal: Literal = str,
) -> list[Table]:
    """Return the timeline of one thing. `acts` are those of the organization, where it is the thing asked.

    `literal` returns how a name or a text of the law stands in a row.
    """
    teller = _Teller(archive, known, language, literal)
    match noun:
        case Noun.UNIT:
            return teller.unit(code)
        case Noun.FUNCTION:
            return [teller.versions(archive.function_versions(code, known))]
        case Noun.POST:
            return teller.post(code)
        case Noun.PROGRAMME:
            return [teller.versions(histories.programme_versions(archive, code, known))]
        case _:
            return teller.organization(acts)


class _Teller:
    """Tells timelines as known at one entry, in one language."""

    def __init__(self, archive: Archive, known: int, language: Language, literal: Literal) -> None:
        self._archive = archive
        self._known = known
        self._language = language
        self._literal = literal

    def _say(self, says: Says, **facts: str) -> str:
        return says.render(self._language, {**facts})

    def versions(self, versions: Sequence[Version], heading: Says = _VERSIONS) -> Table:
        """Return a table with a row a version."""
        return Table(self._say(heading), tuple(self._row(each) for each in versions))

    def unit(self, code: str) -> list[Table]:
        """Return the versions of a unit, and of the functions while it held them."""
        held = [
            version
            for function in self._archive.functions_ever_in(code, self._known)
            for version in self._archive.function_versions(function, self._known)
            if version.state.unit == code
        ]
        functions = [self.versions(held, _FUNCTIONS)] if held else []
        return [self.versions(self._archive.unit_versions(code, self._known)), *functions]

    def post(self, code: str) -> list[Table]:
        """Return the versions of a post, then who held it, with the days on which nobody did."""
        held = [self._held(each) for each in histories.tenures(self._archive, self._known, code)]
        empty = [
            self._empty(each)
            for each in histories.spells(self._archive, code, self._known)
            if each.occupancy is not Occupancy.HELD
        ]
        rows = sorted((*held, *empty), key=lambda row: row.since.earliest)
        versions = histories.post_versions(self._archive, code, self._known)
        return [self.versions(versions), Table(self._say(_HOLDERS), tuple(rows))]

    def organization(self, acts: Sequence[TakenAct]) -> list[Table]:
        """Return the versions of the organization, and each day on which anything changes with its acts."""
        points = [
            TimelineRow(
                since=point.interval.since,
                until=point.interval.until,
                what=self._say(_ACTS, number=str(len(point.acts))) if point.acts else self._say(_NO_ACT),
                acts=self._named(point.acts),
                certain=point.interval.certain,
            )
            for point in histories.change_points(self._archive, acts, self._known)
        ]
        mending = [
            TimelineRow(act.since, None, self._say(_MENDING), self._named([act]))
            for act in acts
            if act.effect is ActEffect.MENDS
        ]
        versions = histories.organization_versions(self._archive, self._known)
        tables = [
            self.versions(versions),
            Table(self._say(_POINTS), tuple(points)),
            Table(self._say(_MENDED), tuple(mending)),
        ]
        return [table for table in tables if table.rows]

    def _named(self, acts: Sequence[TakenAct]) -> tuple[str, ...]:
        """Return the citations of acts, each once."""
        citations = (cited(self._literal(act.citation), self._language, act.nature) for act in acts)
        return tuple(dict.fromkeys(citations))

    def _row(self, version: Version) -> TimelineRow:
        ended = version.ended_by
        since, until = version.in_force_from, version.in_force_until
        return TimelineRow(
            since=since,
            until=until,
            what=self._what(version),
            acts=self._acts(version.legal_basis),
            ending=ended_text(ended.role, self._cited(ended), self._language) if ended else None,
            certain=days_certain(since, until),
        )

    def _what(self, version: Version) -> str:
        match version:
            case UnitVersion():
                name, parent = self._literal(version.state.name), version.parent
                if parent is None:
                    return name
                return self._say(_UNDER, name=name, parent=self._literal(parent.state.name))
            case FunctionVersion():
                label = version.state.label
                place = f"{version.unit.state.name}/{label}" if label else version.unit.state.name
                text = shortened(version.state.text, LONGEST_QUOTE) or ""
                return self._say(_IN, place=self._literal(place), text=self._literal(text))
            case PostVersion():
                return self._post(version)
            case ProgrammeVersion():
                name, unit = self._literal(version.state.name), version.unit
                return self._say(_RUN_BY, name=name, unit=self._literal(unit.state.name)) if unit else name
            case _:
                acronym = version.state.acronym
                return self._literal(f"{version.state.name} ({acronym})" if acronym else version.state.name)

    def _post(self, version: PostVersion) -> str:
        name = version.state.name or self._say(_UNNAMED)
        said = self._say(_HEADS if version.state.heads else _OF, name=name, unit=version.unit.state.name)
        if not version.substitutes:
            return said
        named = [
            f"{each.rank}. {(each.post.state.name if each.post else None) or each.code}"
            for each in version.substitutes
        ]
        return self._say(_SUBSTITUTES, post=said, order=", ".join(named))

    def _held(self, tenure: Tenure) -> TimelineRow:
        held = tenure.appointment
        employment = held.state.employment
        link = self._say(_LINK, link=employment) if employment else None
        notes = ", ".join(each for each in (held.state.capacity, link) if each)
        holder = held.holder or self._say(_WITHHELD)
        ended = held.ended_by
        citation = self._cited(ended) if ended else ""
        return TimelineRow(
            since=held.in_force_from,
            until=held.in_force_until,
            what=f"{holder} ({notes})" if notes else holder,
            acts=self._acts(held.legal_basis),
            ending=self._say(_ENDINGS[tenure.ending], citation=citation) if tenure.ending else None,
            certain=days_certain(held.in_force_from, held.in_force_until),
        )

    def _empty(self, spell: Spell) -> TimelineRow:
        until = LegalDate.of(spell.end) if spell.end else None
        since = LegalDate.of(spell.start)
        return TimelineRow(since, until, self._say(_NOBODY[spell.occupancy]), ())

    def _acts(self, bases: Sequence[BasisView]) -> tuple[str, ...]:
        """Return the act that made a version what it is, and what bore on it since."""
        ordering = [
            place for place, basis in enumerate(bases) if basis.role in (BasisRole.GRANTS, BasisRole.AMENDS)
        ]
        bearing = bases[ordering[-1] :] if ordering else bases
        return tuple(began_text(basis.role, self._cited(basis), self._language) for basis in bearing)

    def _cited(self, basis: BasisView) -> str:
        return cited(self._literal(basis.citation), self._language, basis.nature)
