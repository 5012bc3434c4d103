"""A source answered for an entry stays what it was, also when another organization enacts it later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from api.rest import answers
from db.store import Store
from organica.domain.resolution import CoverageClaim
from organica.register.consult import Consult, KnownAt
from organica.register.enact import enact
from organica.register.refusals import UnknownSource
from tests.makers import a_resolution, a_unit, key_of

OTHER = "cl.otro-servicio"


async def test_a_source_of_two_organizations_is_answered_as_it_was_known(store: Store) -> None:
    first = a_resolution(a_unit("division"))
    again = replace(
        a_resolution(a_unit("division"), organization=OTHER, coverage=CoverageClaim(complete_under=(OTHER,))),
        source=replace(first.source, subject="Como la trajo el otro servicio"),
    )
    await enact(store, first)
    key = key_of("1", "2015")
    before = (await answers.source(Consult(store), key, KnownAt(entry=1))).body
    await enact(store, again)
    assert (await answers.source(Consult(store), key, KnownAt(entry=1))).body == before
    newest = await Consult(store).source(key)
    assert (newest.organization, newest.entry) == (OTHER, 2)
    with pytest.raises(UnknownSource):
        await answers.source(Consult(store), key, KnownAt(entry=0))
