"""Organizations that a succession binds, on both engines: what one entry does to both of them."""

from __future__ import annotations

import pytest

from db.store import Store
from organica.domain.acts import (
    Act,
    Carried,
    EstablishOrganization,
    Rectify,
    Revoke,
    StateOrganization,
    Succeed,
    Suspend,
)
from organica.domain.filings import CorrectedAct, Correction, Filing, Supplement
from organica.domain.resolution import CoverageClaim, Resolution
from organica.register.consult import Consult, KnownAt
from organica.register.enact import enact, preview
from organica.register.rebuild import rebuild
from organica.register.verify import verify
from tests.makers import a_date, a_day, a_post, a_resolution, a_unit, items, key_of

OLD, HEIR, OTHER = "pe.faro-viejo", "pe.faro-nuevo", "pe.faro-tercero"


def filed(organization: str, *acts: Act, year: str, number: str) -> Resolution:
    return a_resolution(
        *acts,
        number=number,
        in_force_from=f"{year}-01-01",
        coverage=CoverageClaim(complete_under=(organization,)),
        organization=organization,
    )


def founding() -> list[Filing]:
    return [
        filed(
            OLD,
            StateOrganization(name="Faro Viejo", time_zone="America/Lima"),
            a_unit("presidencia", posts=[a_post("Presidencia", heads=True)]),
            a_unit("archivo", "presidencia", functions=items("a b")),
            year="2015",
            number="1",
        ),
        *(
            filed(
                code, EstablishOrganization(name=code, time_zone="America/Lima"), year="2020", number=number
            )
            for code, number in ((HEIR, "2"), (OTHER, "3"))
        ),
    ]


LAW = key_of("ley", "2025")
SUCCESSION = filed(OLD, Succeed(heir=HEIR), year="2025", number="ley")
TO_OTHER = Succeed(heir=OTHER)
HISTORIES: dict[str, list[Filing]] = {
    "by a law": [SUCCESSION],
    "by a supplement": [
        Supplement(OLD, key_of("1", "2015"), acts=(Succeed(heir=HEIR, in_force_from=a_date("2025-01-01")),))
    ],
    "to another heir, rectified": [
        SUCCESSION,
        filed(OLD, Rectify(target=f"{LAW}#1", to=TO_OTHER), year="2026", number="r"),
    ],
    "to another heir, corrected": [
        SUCCESSION,
        Correction(OLD, LAW, "Se ingresó otra sucesora.", acts=(CorrectedAct("1", TO_OTHER),)),
    ],
    "revoked": [SUCCESSION, filed(OLD, Revoke(target=LAW), year="2026", number="r")],
    "suspended": [SUCCESSION, filed(OLD, Suspend(target=LAW), year="2026", number="r")],
    "with older news": [
        SUCCESSION,
        filed(OLD, a_unit("muelles", "presidencia", functions=items("a")), year="2018", number="m"),
    ],
    "under given codes": [
        filed(
            OLD,
            Succeed(heir=HEIR, units=(Carried("presidencia", "jefatura"), Carried("archivo", "memoria"))),
            year="2025",
            number="ley",
        )
    ],
}


@pytest.mark.parametrize("succession", HISTORIES)
async def test_every_answer_of_a_family_names_the_acts_behind_it(store: Store, succession: str) -> None:
    for filing in (*founding(), *HISTORIES[succession]):
        if filing.organization == OLD and filing is not founding()[0]:
            shown = await preview(store, filing)
            assert shown.effects == (await enact(store, filing)).effects
        else:
            await enact(store, filing)
    consult = Consult(store)
    for code in (OLD, HEIR, OTHER):
        for day in ("2016-01-01", "2025-06-01", "2027-01-01"):
            for known in range((await store.head()).index + 1):
                snapshot = (
                    await consult.structure(code, a_day(day), KnownAt(entry=known)) if known > 2 else None
                )
                things = (*snapshot.units.values(), *snapshot.functions.values()) if snapshot else ()
                assert all(view.source.citation for each in things for view in each.legal_basis)
    rows = [await store.rows(code) for code in (OLD, HEIR, OTHER)]
    assert (await verify(store)).faults == ()
    await rebuild(store)
    assert [await store.rows(code) for code in (OLD, HEIR, OTHER)] == rows


async def test_an_entry_lists_every_organization_whose_answers_it_alters(store: Store) -> None:
    for filing in (*founding(), *HISTORIES["with older news"]):
        await enact(store, filing)
    assert [entry.organizations for entry in await store.entries()][3:] == [(OLD, HEIR), (OLD, HEIR)]
    heir = await Consult(store).structure(HEIR, a_day("2025-06-01"))
    assert sorted(heir.units) == ["archivo", "muelles-faro-viejo", "presidencia"]
    before = await Consult(store).structure(HEIR, a_day("2025-06-01"), KnownAt(entry=4))
    assert (sorted(before.units), before.basis, heir.basis) == (["archivo", "presidencia"], 4, 5)
