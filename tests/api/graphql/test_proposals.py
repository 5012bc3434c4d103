"""What is only proposed, over GraphQL: marked at the root, under ids that no cache takes for what is in force."""

from __future__ import annotations

from tests.api.graphql.asking import Asker

PLAN = "pe/mtpe/propuesta-plan-de-trabajo/2023/plan-de-trabajo-producto-de-la-cooperacion-con-paraguay"
AREA = "gestion-operativa-para-la-capacitacion-virtual"
LAW = "source/cl/congreso-nacional/ley/2003/19886"


def test_a_proposal_is_asked_for_by_key_or_id_and_says_what_became_of_it(graphql: Asker) -> None:
    query = """query ($id: ID!) { proposal(id: $id) { id entry applies refusal { code }
      source { key nature normative } organization { code } acts { ref words since { value } }
      enactedBy { key } replaces { key } replacedBy { key } } }"""
    found = graphql.data(query, id=PLAN)["proposal"]
    assert found["id"] == f"proposal/pe.mtpe/{PLAN}"
    assert found == graphql.data(query, id=found["id"])["proposal"]
    assert found["source"] == {"key": PLAN, "nature": "PROPOSAL", "normative": False}
    assert (found["applies"], found["refusal"], found["organization"]) == (True, None, {"code": "pe.mtpe"})
    [act] = found["acts"]
    assert AREA in act["words"]
    assert act["since"] == {"value": "2023-02-28"}
    assert (found["enactedBy"], found["replaces"], found["replacedBy"]) == ([], [], [])
    again = graphql.data("query ($id: ID!) { node(id: $id) { __typename id } }", id=found["id"])["node"]
    assert again == {"__typename": "Proposal", "id": found["id"]}
    assert graphql.data(query, id="cl/chilecompra/resolucion-exenta/2024/35-B")["proposal"] is None


def test_the_ids_of_what_is_proposed_differ_and_lead_back_to_it(graphql: Asker) -> None:
    shape = """{ id proposed proposal { id } units(first: 50) { edges { node { id code parent { id }
      legalBasis { nature normative } } } } }"""
    query = f"""query ($id: ID!) {{
      proposal(id: $id) {{ structure(asOf: "2026-11-21") {shape} }}
      organization(code: "pe.mtpe") {{ structure(asOf: "2026-11-21") {shape} }} }}"""
    found = graphql.data(query, id=PLAN)
    would_be, in_force = found["proposal"]["structure"], found["organization"]["structure"]
    assert (would_be["proposed"], would_be["proposal"]) == (True, {"id": f"proposal/pe.mtpe/{PLAN}"})
    assert (in_force["proposed"], in_force["proposal"]) == (False, None)
    ids = [
        {structure["id"], *(edge["node"]["id"] for edge in structure["units"]["edges"])}
        for structure in (would_be, in_force)
    ]
    assert len(ids[0]) == len(ids[1]) + 1
    assert not ids[0] & ids[1]
    [area] = [edge["node"] for edge in would_be["units"]["edges"] if edge["node"]["code"] == AREA]
    assert area["legalBasis"] == [{"nature": "PROPOSAL", "normative": False}]
    assert AREA not in {edge["node"]["code"] for edge in in_force["units"]["edges"]}
    for each in sorted(ids[0]):
        again = graphql.data("query ($id: ID!) { node(id: $id) { id } }", id=each)
        assert again == {"node": {"id": each}}
    for forged in (
        f"{in_force['id']}@{PLAN}x",
        f"structure/@{PLAN}",
        f"unit-version/pe.mtpe/{AREA}/x/1@{PLAN}",
    ):
        assert graphql.data("query ($id: ID!) { node(id: $id) { id } }", id=forged) == {"node": None}


def test_the_difference_is_told_as_changes_and_as_sentences(graphql: Asker) -> None:
    found = graphql.data(
        """query ($id: ID!) { proposal(id: $id) { diff { base { proposed } target { proposed }
          changes { kind code legalBasis { nature } } sentences { es en } } } }""",
        id=PLAN,
    )["proposal"]["diff"]
    assert (found["base"], found["target"]) == ({"proposed": False}, {"proposed": True})
    assert found["changes"] == [{"kind": "UNIT_CREATED", "code": AREA, "legalBasis": {"nature": "PROPOSAL"}}]
    assert [set(each) for each in found["sentences"]] == [{"es", "en"}]


def test_proposals_are_pages_of_their_organization(graphql: Asker) -> None:
    found = graphql.data(
        """{ organization(code: "pe.mtpe") { proposals { totalCount edges { node { source { key } } } }
          before: proposals(knownAt: {entry: 16}) { totalCount } } }"""
    )["organization"]
    assert found["before"] == {"totalCount": 0}
    assert found["proposals"] == {"totalCount": 1, "edges": [{"node": {"source": {"key": PLAN}}}]}


def test_the_thing_that_only_a_proposal_has_is_no_thing_of_the_register(graphql: Asker) -> None:
    found = graphql.data(
        """query ($id: ID!, $unit: String!) { unit(organization: "pe.mtpe", code: $unit) { id }
          proposal(id: $id) { structure { unit(code: $unit) { unit { versions { totalCount }
            predecessors { kind } functionDestinations { until { value } } } } } } }""",
        id=PLAN,
        unit=AREA,
    )
    assert found["unit"] is None
    assert found["proposal"]["structure"]["unit"]["unit"] == {
        "versions": {"totalCount": 0},
        "predecessors": [],
        "functionDestinations": [],
    }


def test_coverage_says_why_a_day_is_not_covered_and_sources_say_what_others_do_to_them(
    graphql: Asker,
) -> None:
    found = graphql.data(
        """query ($law: ID!) { organization(code: "cl.chilecompra") { structure(asOf: "2010-01-01") {
          coverage { status notCovered { reason sources { id citation } } } }
          legalSources { edges { node { source { key } contents } } } }
          legalSource(id: $law) { nature relatedBy { kind source { key } } } }""",
        law=LAW,
    )
    assert found["organization"]["structure"]["coverage"] == {
        "status": "NONE",
        "notCovered": {
            "reason": "CONTENTS_NOT_AT_HAND",
            "sources": [{"id": LAW, "citation": "Ley N° 19.886"}],
        },
    }
    held = {
        each["node"]["source"]["key"]: each["node"]["contents"]
        for each in found["organization"]["legalSources"]["edges"]
    }
    assert held == {
        "cl/chilecompra/resolucion-exenta/2024/35-B": None,
        "cl/chilecompra/pagina-web/2024/organigrama-division-de-gestion-usuaria": None,
        "cl/congreso-nacional/ley/2003/19886": "NOT_AT_HAND",
        "cl/chilecompra/resolucion-exenta/2020/370-B": "NOT_AT_HAND",
    }
    assert found["legalSource"] == {"nature": "NORM", "relatedBy": []}
