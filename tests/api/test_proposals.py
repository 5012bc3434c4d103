"""What is only proposed, over REST: the ministry's plan is there, would change the structure, and does not."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.api.contract import Reader

PLAN = "pe/mtpe/propuesta-plan-de-trabajo/2023/plan-de-trabajo-producto-de-la-cooperacion-con-paraguay"
AREA = "gestion-operativa-para-la-capacitacion-virtual"
NAME = "Área de gestión operativa para la capacitación virtual"


def test_the_proposals_of_an_organization_are_listed_with_their_source(rest: Reader) -> None:
    found = rest.answer("/v1/organizations/pe.mtpe/proposals")
    [plan] = found["proposals"]
    assert (plan["id"], plan["day"], plan["organization"]) == (PLAN, "2023-02-28", "pe.mtpe")
    assert (plan["source"]["normative"], plan["source"]["nature"]) == (False, "proposal")
    assert (plan["enacted_by"], plan["replaces"], plan["replaced_by"]) == ([], [], [])
    assert rest.answer("/v1/organizations/cl.chilecompra/proposals")["proposals"] == []


def test_a_proposal_tells_its_acts_in_words_and_as_sentences(rest: Reader) -> None:
    found = rest.answer(f"/v1/proposals/{PLAN}")
    assert (found["proposed"], found["applies"], found["refusal"]) == (True, True, None)
    [act] = found["acts"]
    assert act["words"]["create"]["name"] == NAME
    assert act["sentences"] == [
        {"es": f"Se crea «{NAME}» ({AREA}).", "en": f"“{NAME}” ({AREA}) is created."},
    ]


def test_the_structure_with_it_is_marked_at_the_root_and_the_one_in_force_lacks_it(rest: Reader) -> None:
    would_be = rest.answer(f"/v1/proposals/{PLAN}/structure?as_of=2026-11-21")
    assert (would_be["proposed"], would_be["as_of"]) == (True, "2026-11-21")
    assert would_be["proposal"]["id"] == PLAN
    [area] = [each for each in would_be["structure"]["units"] if each["code"] == AREA]
    [basis] = area["legal_basis"]
    assert (basis["source"], basis["normative"], basis["nature"]) == (PLAN, False, "proposal")
    in_force = rest.answer("/v1/organizations/pe.mtpe/structure?as_of=2026-11-21")
    assert AREA not in {each["code"] for each in in_force["units"]}
    assert rest.problem(f"/v1/organizations/pe.mtpe/units/{AREA}", 404)["code"] == "unknown_unit"
    hits = rest.answer("/v1/search?q=capacitación virtual operativa&organization=pe.mtpe")["hits"]
    assert AREA not in {hit["code"] for hit in hits}


def test_by_default_it_is_shown_on_its_own_day(rest: Reader) -> None:
    assert rest.answer(f"/v1/proposals/{PLAN}/structure")["as_of"] == "2023-02-28"
    before = rest.answer(f"/v1/proposals/{PLAN}/diff?as_of=2023-02-27")
    assert (before["changes"], before["sentences"]) == ([], [])


def test_the_difference_with_what_is_in_force_names_the_proposal_behind_each_change(rest: Reader) -> None:
    found = rest.answer(f"/v1/proposals/{PLAN}/diff")
    [change] = found["changes"]
    assert (change["kind"], change["code"]) == ("unit_created", AREA)
    assert (change["legal_basis"]["source"], change["legal_basis"]["nature"]) == (PLAN, "proposal")
    [sentence] = found["sentences"]
    assert sentence["es"] == f"Se crea «{NAME}» ({AREA})."


def test_what_is_no_proposal_or_was_not_known_yet_is_not_found(rest: Reader) -> None:
    source = "cl/chilecompra/resolucion-exenta/2024/35-B"
    for address in (
        f"/v1/proposals/{source}",
        f"/v1/proposals/{source}/diff",
        f"/v1/proposals/{PLAN}?known_at=2",
    ):
        problem = rest.problem(address, 404)
        assert problem["code"] == "unknown_proposal"
        assert "organica proposals" in problem["remedy"]


def test_its_source_is_found_by_its_identifier_as_what_it_is(client: TestClient, rest: Reader) -> None:
    found = rest.answer(f"/v1/sources/{PLAN}")
    assert (found["source"]["nature"], found["related_by"]) == ("proposal", [])
    assert client.get(f"/id/source/{PLAN}").status_code == 303
    document = client.get(f"/v1/sources/{PLAN}.jsonld").json()["foaf:primaryTopic"]
    assert document["@type"] == ["Proposal", "schema:CreativeWork"]


def test_the_days_before_2024_say_which_sources_are_not_at_hand(rest: Reader) -> None:
    [law, statute] = (
        {"source": source, "citation": citation, "nature": "norm"}
        for source, citation in (
            ("cl/congreso-nacional/ley/2003/19886", "Ley N° 19.886"),
            ("cl/chilecompra/resolucion-exenta/2020/370-B", "Resolución exenta 370-B de 2020"),
        )
    )
    for day, sources in (("2003-07-30", [law]), ("2019-12-31", [law]), ("2020-01-01", [law, statute])):
        answer = rest.answer(f"/v1/organizations/cl.chilecompra/structure?as_of={day}")
        assert (answer["coverage"]["status"], answer["units"]) == ("none", None)
        assert answer["coverage"]["not_covered"] == {"reason": "contents_not_at_hand", "sources": sources}
    before = rest.answer("/v1/organizations/cl.chilecompra/structure?as_of=2003-07-29")
    assert before["coverage"]["not_covered"] == {"reason": "nothing_entered", "sources": []}
    assert before["organization"]["name"] is None
