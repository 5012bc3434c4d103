"""What the model of the law found wrong in what is stored: each as small as it can be, on both engines."""

from __future__ import annotations

from dataclasses import replace

from db.store import Store
from organica.domain.acts import EndAppointment, EstablishOrganization, Holder, StateOrganization, Succeed
from organica.domain.resolution import CoverageClaim
from organica.register.consult import Consult
from organica.register.enact import enact
from organica.register.verify import verify
from tests.makers import (
    ORGANIZATION,
    a_date,
    a_day,
    a_post,
    a_post_ref,
    a_resolution,
    a_statement,
    a_unit,
    an_appointment,
    an_attestation,
)

HEIR = "cl.faro-nuevo"


async def test_what_was_attested_before_a_succession_is_no_business_of_the_heir(store: Store) -> None:
    state = StateOrganization(name="Faro Viejo", time_zone="America/Santiago")
    establish = EstablishOrganization(name="Faro Nuevo", time_zone="America/Santiago")
    covered = CoverageClaim(complete_under=(HEIR,))
    for filing in (
        a_resolution(state, a_unit("faros")),
        replace(a_resolution(establish, number="2", organization=HEIR), coverage=covered),
        an_attestation(a_statement("faros", None, objective="Alumbrar.")),
        a_resolution(Succeed(heir=HEIR), number="17", in_force_from="2017-01-01"),
    ):
        await enact(store, filing)
    assert [entry.organizations for entry in await store.entries()][2:] == [
        ("cl.servicio-ficticio",),
        ("cl.servicio-ficticio", HEIR),
    ]
    assert (await verify(store)).faults == ()


async def test_one_file_may_end_an_appointment_that_it_makes(store: Store) -> None:
    appointing = an_appointment("faros/head", "Bruno Rompeolas")
    ending = EndAppointment(
        post=a_post_ref("faros/head"), holder=Holder("Bruno Rompeolas"), in_force_from=a_date("2020-01-01")
    )
    await enact(store, a_resolution(a_unit("faros", posts=[a_post("Jefatura", heads=True)])))
    await enact(store, a_resolution(appointing, ending, number="18", in_force_from="2018-01-01"))
    consult = Consult(store)
    held = [
        [each.holder for each in (await consult.structure(ORGANIZATION, a_day(day))).appointments.values()]
        for day in ("2019-12-31", "2020-01-01")
    ]
    assert held == [["Bruno Rompeolas"], []]
    assert (await verify(store)).faults == ()
