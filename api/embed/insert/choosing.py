"""From what an editor chose to what is put in: its version, its title and its address, asked of the register.

Takes the values of a question; returns an Inserted, with the day's snapshot to choose others from. Called by
`api.embed.insert.page`. It is asked as its own page asks it, so that no line is given that leads to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast

from api.embed.addresses import CHANGES, Addresses, Query, page_of
from api.embed.insert import words
from api.embed.insert.inserted import Inserted
from api.embed.insert.parameters import (
    CHART,
    HOW,
    PARAMETERS,
    SPEAKS,
    UNIT,
    VERSION,
    WHAT,
    Edition,
    How,
    Speaks,
)
from api.embed.pages.kinds import CHANGES_PAGE, STRUCTURE_PAGE, UNIT_PAGE, Page, shown_at
from api.embed.pages.versions import fixed_query, name_by
from api.embed.parameters import FROM, LANG, TO
from api.embed.serving import Asked
from api.rest.answers.answering import Asked as Seen
from api.rest.answers.answering import ask
from api.rest.parameters.common import AS_OF, KNOWN_AT
from organica.domain.errors import Language
from organica.register.consult import Consult, KnownAt
from organica.register.snapshot import Snapshot
from organica.render.chart.layout import USUAL_WIDTH
from organica.render.days import day_text

# In the order in which they are offered; the first is chosen unless another is.
OF_PAGES = (How.FRAME, How.COMPONENT, How.LINK, How.OEMBED)
OF_CHARTS = (How.IMAGE, How.LINK)
FRAMED = frozenset({How.FRAME, How.OEMBED})


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an editor chose. `what`: as its parameter says it. `days`: what each field for a day holds.

    `ways`: in which ways it can be put in at all. `width`: of a chart.
    """

    organization: str
    what: str
    edition: Edition
    how: How
    ways: tuple[How, ...]
    speaks: Speaks
    days: Mapping[str, date | None]
    known_at: KnownAt | None
    width: int

    @property
    def unit(self) -> str | None:
        """Return the code of the unit, where one is put in."""
        return self.what.removeprefix(UNIT) if self.what.startswith(UNIT) else None


def chosen_of(page: Page, asked: Asked, *, framed: bool) -> Chosen:
    """Return what was chosen on the page for editors beside a page. `framed`: whether frames are allowed."""
    values = asked.values
    unit = cast("str | None", values.get("unit"))
    # The page of the structure, and that of changes, are called as what they show.
    what = cast(str, values.get(WHAT.name, f"{UNIT}{unit}" if unit else page.name))
    known_at = cast("KnownAt | None", values.get(KNOWN_AT.name))
    edition = values.get(VERSION.name) or _edition(AS_OF.name in values, known_at)
    if what == CHANGES and edition is Edition.DAY:
        edition = Edition.PRESENT
    ways = OF_CHARTS if what == CHART else tuple(each for each in OF_PAGES if framed or each not in FRAMED)
    how = cast("How | None", values.get(HOW.name))
    fields = (FROM, TO) if what == CHANGES else (AS_OF,)
    return Chosen(
        organization=cast(str, values["code"]),
        what=what,
        edition=cast(Edition, edition),
        how=how if how in ways else ways[0],
        ways=ways,
        speaks=cast(Speaks, values.get(SPEAKS.name, Speaks(asked.language))),
        days={each.name: cast("date | None", values.get(each.name)) for each in fields},
        known_at=known_at if edition is Edition.FIXED else None,
        width=cast(int, values.get("width", USUAL_WIDTH)),
    )


def _edition(dated: bool, known_at: KnownAt | None) -> Edition:
    """Return the version that an address means which does not name it: that of the page that led here."""
    if known_at is not None:
        return Edition.FIXED
    return Edition.DAY if dated else Edition.PRESENT


def repeated(values: Mapping[str, object]) -> Query:
    """Return what was chosen as an address says it, but for the language of the page."""
    names = [each.name for each in PARAMETERS if each is not LANG and each.name in values]
    return tuple((name, _written(values[name])) for name in names)


def _written(value: object) -> str:
    if isinstance(value, KnownAt):
        return known_text(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def known_text(known_at: KnownAt) -> str:
    """Return a state of knowledge as an address says it."""
    instant: datetime | None = known_at.instant
    return instant.isoformat().replace("+00:00", "Z") if instant else str(known_at.entry)


async def inserted_of(chosen: Chosen, consult: Consult, asked: Asked) -> tuple[Inserted, Snapshot]:
    """Return what is put in, and the structure of its day. Raises: what its own page refuses."""
    as_of = None if chosen.edition is Edition.PRESENT else chosen.days.get(AS_OF.name)
    seen = await ask(consult, chosen.organization, as_of, chosen.known_at)
    spoken = None if chosen.speaks is Speaks.READER else cast(Language, chosen.speaks.value)
    addresses = Addresses(asked.addresses.names, spoken)
    there = replace(asked, values={}, language=spoken or asked.language, addresses=addresses)
    if chosen.what == CHART:
        title, path, query = _chart(chosen, seen, there)
    else:
        title, path, query = await _page(chosen, seen, consult, there)
    inserted = Inserted(
        organization=chosen.organization,
        title=title,
        path=path,
        query=(*query, *addresses.kept),
        language=there.language,
        spoken=spoken is not None,
        width=chosen.width if chosen.what == CHART else None,
    )
    return inserted, seen.snapshot


def _chart(chosen: Chosen, seen: Seen, there: Asked) -> tuple[str, str, Query]:
    """Return the title of the chart, the path of its page, and what fixes it."""
    name = name_by(seen.archive, seen.as_of, seen.known)
    path = page_of(chosen.organization)
    if chosen.edition is Edition.PRESENT:
        return words.CHART_OF.render(there.language, {"name": name}), path, ()
    day = day_text(seen.as_of, there.language)
    query = fixed_query(seen.as_of, seen.snapshot.basis)
    title = words.CHART_ON.render(there.language, {"name": name, "day": day})
    return title, path, query if chosen.edition is Edition.FIXED else query[:1]


async def _page(chosen: Chosen, seen: Seen, consult: Consult, there: Asked) -> tuple[str, str, Query]:
    """Return the title of a page, its path, and what fixes it."""
    placed = {"code": chosen.organization}
    page = CHANGES_PAGE if chosen.what == CHANGES else STRUCTURE_PAGE
    if chosen.unit is not None:
        placed, page = {**placed, "unit": chosen.unit}, UNIT_PAGE
    query = _asked_of(chosen, seen)
    shown, home = await shown_at(page, consult, there, placed, query)
    return shown.head.title, page.path.format(**placed), home if chosen.edition is Edition.FIXED else query


def _asked_of(chosen: Chosen, seen: Seen) -> Query:
    """Return the question to the page: with a fixed state of knowledge where it is to be fixed."""
    fixed, known = chosen.edition is Edition.FIXED, chosen.known_at
    pinned = ((KNOWN_AT.name, known_text(known)),) if known else ()
    if chosen.what == CHANGES:
        pinned = pinned or ((KNOWN_AT.name, str(seen.archive.newest(seen.known))),)
        days = tuple((name, day.isoformat()) for name, day in chosen.days.items() if day)
        return (*days, *(pinned if fixed else ()))
    if chosen.edition is Edition.PRESENT:
        return ()
    return ((AS_OF.name, seen.as_of.isoformat()), *pinned)
