"""What is answered for an entry stays what it was: sources, and the lists of sources and organizations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from api.rest.answers import on_a_day, sources
from db.store import Store
from organica.domain.acts import Invalidate
from organica.domain.filings import CorrectedFacts
from organica.domain.resolution import CoverageClaim, SourceContents
from organica.register.consult import Consult, KnownAt
from organica.register.enact import enact
from organica.register.refusals import UnknownEntry, UnknownSource
from tests.makers import ORGANIZATION, a_correction, a_day, a_resolution, a_unit, key_of
from tests.schema.test_execute import data

OTHER = "cl.otro-servicio"


async def test_a_source_of_two_organizations_is_answered_as_it_was_known(store: Store) -> None:
    first = a_resolution(a_unit("division"))
    again = replace(
        a_resolution(a_unit("division"), organization=OTHER, coverage=CoverageClaim(complete_under=(OTHER,))),
        source=replace(first.source, subject="Como la trajo el otro servicio"),
    )
    await enact(store, first)
    key = key_of("1", "2015")
    before = (await sources.source(Consult(store), key, KnownAt(entry=1))).body
    await enact(store, again)
    assert (await sources.source(Consult(store), key, KnownAt(entry=1))).body == before
    newest = await Consult(store).source(key)
    assert (newest.organization, newest.entry) == (OTHER, 2)
    with pytest.raises(UnknownSource):
        await sources.source(Consult(store), key, KnownAt(entry=0))


async def test_the_list_of_organizations_is_that_of_its_state_of_knowledge(store: Store) -> None:
    other = CoverageClaim(complete_under=(OTHER,))
    await enact(store, a_resolution(a_unit("division")))
    await enact(store, a_resolution(a_unit("division"), organization=OTHER, coverage=other))
    consult = Consult(store)
    known = [await consult.organizations(KnownAt(entry=entry)) for entry in (0, 1, 2)]
    assert [list(each) for each in known] == [[], [ORGANIZATION], [OTHER, ORGANIZATION]]
    assert list(await consult.organizations()) == [OTHER, ORGANIZATION]
    with pytest.raises(UnknownEntry):
        await consult.organizations(KnownAt(entry=3))
    pinned = (await on_a_day.organizations(consult, known_at=KnownAt(entry=1))).body
    assert (pinned["known_at"], pinned["next"]) == ({"entry": 1, "instant": None}, None)
    assert [each["code"] for each in pinned["organizations"]] == [ORGANIZATION]
    page = (await on_a_day.organizations(consult, limit=1, known_at=KnownAt(entry=2))).body
    assert page["next"] == f"/v1/organizations?limit=1&after={OTHER}&known_at=2"
    query = """{ now: organizations { totalCount }
      then: organizations(knownAt: {entry: 1}) { edges { node { code } } } }"""
    found = await data(consult, query)
    assert found["now"]["totalCount"] == 2
    assert [edge["node"]["code"] for edge in found["then"]["edges"]] == [ORGANIZATION]


async def test_the_sources_of_an_organization_are_those_known_then_as_they_were_known(store: Store) -> None:
    await enact(store, a_resolution(a_unit("division")))
    facts = CorrectedFacts(subject="Estructura")
    await enact(store, a_correction(source=key_of("1", "2015"), facts=facts))
    query = """{ organization(code: "%s") {
      now: legalSources { edges { node { entry } } }
      then: legalSources(knownAt: {entry: 1}) { edges { node { entry } } }
      before: legalSources(knownAt: {entry: 0}) { totalCount } } }"""
    consult = Consult(store)
    bodies = [
        (await sources.sources(consult, ORGANIZATION, KnownAt(entry=entry))).body for entry in (0, 1, 2)
    ]
    subjects = [[each["subject"] for each in body["sources"]] for body in bodies]
    assert subjects == [[], [None], ["Estructura"]]
    found = (await data(consult, query % ORGANIZATION))["organization"]
    assert found == {
        "now": {"edges": [{"node": {"entry": 2}}]},
        "then": {"edges": [{"node": {"entry": 1}}]},
        "before": {"totalCount": 0},
    }


async def test_a_source_that_is_not_at_hand_is_cited_as_it_was_known(store: Store) -> None:
    await enact(store, a_resolution(a_unit("division")))
    missing = a_resolution(number="2", in_force_from="2016-01-01", coverage=None)
    await enact(store, replace(missing, contents=SourceContents.NOT_AT_HAND))
    facts = CorrectedFacts(citation_printed="Resolución exenta 2, de 2016")
    await enact(store, a_correction(source=key_of("2", "2016"), facts=facts))
    consult = Consult(store)
    cited, bases = [], []
    for entry in (2, 3, 2):
        archive = await consult.archive(ORGANIZATION, entry)
        snapshot = archive.snapshot(a_day("2020-01-01"), entry)
        cited += [source.citation for source in snapshot.sources_not_at_hand]
        bases.append(snapshot.basis)
    assert cited == [
        "Resolución exenta 2 de 2016",
        "Resolución exenta 2, de 2016",
        "Resolución exenta 2 de 2016",
    ]
    assert bases == [2, 3, 2]
    before = (await consult.archive(ORGANIZATION, 3)).snapshot(a_day("2015-06-01"), 3)
    assert before.basis == 2


async def test_a_source_that_was_invalidated_as_a_whole_says_so_from_then_on(store: Store) -> None:
    first, void = a_resolution(a_unit("division")), a_resolution(a_unit("muelles"), number="2")
    await enact(store, first)
    await enact(store, void)
    await enact(store, a_resolution(Invalidate(target=void.source.key), number="3", coverage=None))
    consult = Consult(store)
    told = {}
    for entry in (2, 3):
        query = f"""{{ organization(code: "{ORGANIZATION}") {{ legalSources(knownAt: {{entry: {entry}}}) {{
          edges {{ node {{ source {{ key }} invalid }} }} }} }} }}"""
        edges = (await data(consult, query))["organization"]["legalSources"]["edges"]
        told[entry] = {each["node"]["source"]["key"] for each in edges if each["node"]["invalid"]}
        answer = await sources.source(consult, void.source.key, KnownAt(entry=entry))
        assert answer.body["source"]["invalid"] is (entry == 3)
    assert told == {2: set(), 3: {void.source.key}}
