"""Small bodies for the tests of search, enacted in a register, and one who asks it.

Takes a store; enacts units made of plain texts, and gives the hits of a question. Called by the tests of search.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.store import Store
from organica.domain.acts import Act, CreateUnit, EstablishOrganization, FunctionItem, PostItem
from organica.domain.resolution import CoverageClaim
from organica.register.consult import Consult, KnownAt
from organica.register.enact import enact
from organica.register.search.finding import Hit
from organica.register.search.places import Question
from tests.makers import ORGANIZATION, a_day, a_resolution, a_unit

SECOND = "cl.otro-ficticio"
MANY = 200
DAY = date(2025, 1, 1)
FILLERS = tuple(f"Tramitar asuntos generales del tipo {number}." for number in range(1, 9))


def a_told_unit(
    code: str,
    name: str,
    *texts: str,
    acronym: str | None = None,
    objective: str | None = None,
    posts: tuple[PostItem, ...] = (),
) -> CreateUnit:
    """Return the act that creates a unit with functions that say these texts."""
    return CreateUnit(
        unit=code,
        parent=a_unit(code).parent,
        kind="Unidad",
        name=name,
        acronym=acronym,
        objective=objective,
        functions=tuple(
            FunctionItem(text=text, label=chr(ord("a") + place)) for place, text in enumerate(texts)
        ),
        posts=posts,
    )


async def found(
    store: Store,
    *acts: Act,
    organization: str = ORGANIZATION,
    name: str = "Servicio Ficticio",
    time_zone: str = "America/Santiago",
    in_force_from: str = "2020-01-01",
) -> None:
    """Establish an organization with these units."""
    establishing = EstablishOrganization(name=name, time_zone=time_zone)
    await enact(
        store,
        a_resolution(
            establishing,
            *acts,
            organization=organization,
            in_force_from=in_force_from,
            number=f"1-{organization.partition('.')[2]}",
            coverage=CoverageClaim(complete_under=(organization,)),
        ),
    )


async def asked(
    store: Store,
    text: str,
    organization: str | None = ORGANIZATION,
    day: str | None = "2025-01-01",
    known: int | None = None,
) -> list[Hit]:
    """Return all hits; a search in one organization and one in all must agree about it."""
    known_at = None if known is None else KnownAt(entry=known)
    as_of = None if day is None else a_day(day)
    consult = Consult(store)
    page = await consult.search(Question(text, as_of, known_at, organization), MANY)
    everywhere = await consult.search(Question(text, as_of, known_at), MANY)
    own = [hit for hit in everywhere.hits if organization in (None, hit.snapshot.organization_code)]
    assert told(own) == told(page.hits)
    assert page.total == len(page.hits)
    return list(page.hits)


def told(hits: Sequence[Hit]) -> list[tuple[object, ...]]:
    return [
        (hit.snapshot.organization_code, hit.thing.code, hit.field, hit.text, hit.marks, hit.score)
        for hit in hits
    ]


def codes(hits: Sequence[Hit]) -> list[str]:
    return [hit.thing.code for hit in hits]


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.marks]
