"""Versions: which fixed answer a question means, and what a page says of it.

Takes an organization, a day and a state of knowledge; returns a version, whose identity (organization, change
point, basis) is its address for ever. Called by the pages and by the chart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from api.embed.addresses import Addresses, Query, changes_of, page_of
from api.rest.answers.answering import ask
from organica.domain.errors import Language, Says
from organica.domain.source import LegalSource, SourceNature
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.difference import difference, unit_names
from organica.register.histories import organization_by
from organica.register.snapshot import Snapshot
from organica.register.views import BasisView
from organica.render.banner import (
    certainty_sentence,
    coverage_sentences,
    force_sentence,
    not_at_hand_sentence,
)
from organica.render.days import day_text
from organica.render.pages.values import Banner, Cited, Link
from organica.render.pages.wording import apart

A_DAY = timedelta(days=1)
_STANDS = Says(es="Versión vigente hoy.", en="The version in force today.")
_FIXED = Says(
    es="Versión fija, según lo que el registro sabía en el asiento {entry}.",
    en="A fixed version, as the register knew it at entry {entry}.",
)
_TO_NEWEST = Says(es="Versión vigente", en="Version in force")
_TO_FORMER = Says(es="Versión anterior (hasta el {day})", en="Former version (until {day})")
_TO_NEXT = Says(es="Versión siguiente (desde el {day})", en="Next version (from {day})")
_TO_CHANGES = Says(es="Cambios y todas las versiones", en="Changes and all versions")
_ATTESTED = Says(es="consta, pero no es una norma", en="attested, but no norm")
_PROPOSED = Says(es="sólo se propone, no rige", en="only proposed, not in force")
_WARNINGS = {SourceNature.ATTESTATION: _ATTESTED, SourceNature.PROPOSAL: _PROPOSED}


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an organization. `pin`: the entry at which it is known; `day`: the day in its address.

    `current`: it was asked for as what is in force today, at an address that follows the register.
    """

    archive: Archive
    snapshot: Snapshot
    day: date
    pin: int
    current: bool

    @property
    def organization(self) -> str:
        """Return the organization's code."""
        return self.archive.organization

    @property
    def name(self) -> str:
        """Return the organization's name; its code where nothing says how it was called by then."""
        return name_by(self.archive, self.day, self.pin)

    @property
    def query(self) -> Query:
        """Return what fixes it in an address."""
        return fixed_query(self.day, self.pin)

    @property
    def address_query(self) -> Query:
        """Return the query of the page itself: none where it follows the register."""
        return () if self.current else self.query

    @property
    def last_day(self) -> date:
        """Return the last day on which it is so; the last day there is where nothing ends it."""
        interval = self.snapshot.interval
        return interval.end - A_DAY if interval and interval.end else date.max


def name_by(archive: Archive, day: date, known: int) -> str:
    """Return what an organization is called on a day or was called last; before it was, its code."""
    seen = organization_by(archive, day, known)
    return seen.state.name if seen else archive.organization


def fixed_query(day: date, pin: int) -> Query:
    """Return the query of a fixed version."""
    return (("as_of", day.isoformat()), ("known_at", str(pin)))


async def version_asked(
    consult: Consult,
    organization: str,
    as_of: date | None,
    known_at: KnownAt | None,
    *,
    every_day: bool = False,
) -> tuple[Version, bool]:
    """Return the version that a question means, and whether it was asked for at its own address.

    `every_day`: the page also tells of other days, so that it is pinned by whatever touched any of them.
    Raises: UnknownOrganization, UnknownEntry.
    """
    asked = await ask(consult, organization, as_of, known_at)
    snapshot = asked.snapshot
    day = snapshot.change_point or asked.as_of
    pin = asked.archive.newest(asked.known) if every_day else snapshot.basis
    current = as_of is None and known_at is None
    at_home = current or (as_of == day and known_at == KnownAt(entry=pin))
    return Version(asked.archive, snapshot, day, pin, current), at_home


def banner_of(
    version: Version,
    addresses: Addresses,
    language: Language,
    path: str,
    acts: Sequence[Cited],
    in_force: str | None = None,
    unit: str | None = None,
    ended: str | None = None,
) -> Banner:
    """Return what a page at a path says of itself.

    `in_force`: of what it shows, else of the whole. `unit`: what it is about, where that is one unit.
    `ended`: that the organization is no more.
    """
    snapshot, interval = version.snapshot, version.snapshot.interval
    covered = tuple(
        coverage_sentences(
            snapshot.coverage,
            version.organization,
            unit_names([snapshot]),
            language,
            as_of=version.last_day,
            change_point=snapshot.change_point,
            literal=apart,
        )
    )
    missing = not_at_hand_sentence([apart(each.citation) for each in snapshot.sources_not_at_hand], language)
    standing = _STANDS if version.current else _FIXED
    return Banner(
        standing=standing.render(language, {"entry": version.pin}),
        permanent=Link(addresses.whole(path, version.query), addresses.beside(path, version.query)),
        in_force=in_force or force_sentence(snapshot.in_force_from, snapshot.in_force_until, language),
        acts=tuple(acts),
        doubt=certainty_sentence(snapshot.certain, interval.end if interval else None, language),
        gap=None if snapshot.coverage.parts else covered[0],
        coverage=(*(covered if snapshot.coverage.parts else ()), *([missing] if missing else ())),
        unknown=tuple(_gaps(snapshot, unit)),
        ended=ended,
    )


def _gaps(snapshot: Snapshot, unit: str | None) -> Iterator[str]:
    """Yield what a source leaves open of the whole, or of one unit."""
    for gap in snapshot.coverage.gaps:
        seen = snapshot.units.get(gap.unit or "")
        if unit is None:
            yield f"{seen.state.name}: {gap.subject}" if seen else gap.subject
        elif gap.unit == unit:
            yield gap.subject


def acts_of(version: Version, language: Language) -> list[Cited]:
    """Return the acts that made the version what it is.

    Where the window of an imprecise date ended, or coverage changed, that is no act: what was ordered before
    still holds, and its acts are told.
    """
    archive, known = version.archive, version.pin
    point = version.snapshot.change_point
    for interval in reversed(archive.intervals(known)):
        if point is not None and interval.start <= point:
            found = difference(archive, interval.start - A_DAY, interval.start, known)
            views = [view for view in map(found.basis_view, found.changes) if view is not None]
            if views:
                return list(dict.fromkeys(source_cited(view.source, language) for view in views))
    return []


def source_cited(source: LegalSource, language: Language) -> Cited:
    """Return a whole source as people cite it."""
    warning = _WARNINGS.get(source.nature)
    said = warning.render(language, {}) if warning else None
    return Cited(source.citation, source.text_url, warning=said)


def basis_cited(view: BasisView, language: Language, role: str | None = None) -> Cited:
    """Return a legal basis with the place in its source. What is no norm plays no role: it only says so."""
    whole = source_cited(view.source, language)
    return Cited(view.citation, whole.address, role if view.normative else None, whole.warning)


def sources_of(*bases: Sequence[BasisView]) -> list[LegalSource]:
    """Return the sources on which things rest, each once."""
    found = {view.source.key: view.source for views in bases for view in views}
    return [found[key] for key in sorted(found)]


def ways_on(version: Version, addresses: Addresses, language: Language) -> Iterator[Link]:
    """Yield the links from the page of a structure to its other versions."""
    page, interval = page_of(version.organization), version.snapshot.interval
    if not version.current:
        yield Link(_TO_NEWEST.render(language, {}), addresses.to(page))
    if interval and interval.start > EARLIEST:
        yield _dated(_TO_FORMER, interval.start - A_DAY, page, addresses, language)
    if interval and interval.end:
        yield _dated(_TO_NEXT, interval.end, page, addresses, language)
    yield to_changes(version.organization, addresses, language)


# The first day that an address can name.
EARLIEST = date(1800, 1, 1)


def _dated(says: Says, day: date, page: str, addresses: Addresses, language: Language) -> Link:
    text = says.render(language, {"day": day_text(day, language)})
    return Link(text, addresses.to(page, (("as_of", day.isoformat()),)))


def to_newest(path: str, addresses: Addresses, language: Language) -> Link:
    """Return the link to what is in force."""
    return Link(_TO_NEWEST.render(language, {}), addresses.to(path))


def to_changes(organization: str, addresses: Addresses, language: Language) -> Link:
    """Return the link to the list of all versions."""
    return Link(_TO_CHANGES.render(language, {}), addresses.to(changes_of(organization)))
