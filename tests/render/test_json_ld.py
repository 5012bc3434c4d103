"""Linked data as plain values: how nodes are written, and that every term has its label."""

from __future__ import annotations

from organica.domain.change import ChangeKind
from organica.render.json_ld.change_terms import CHANGE_KINDS
from organica.render.json_ld.names import COMMON_NAMESPACE, DayOf, Names
from organica.render.json_ld.nodes import as_precise, legal_date, node
from organica.render.json_ld.terms import CLASSES, THINGS, VALUES
from organica.render.json_ld.vocabulary import vocabulary

YEAR = {
    "value": "2024",
    "precision": "year",
    "earliest": "2024-01-01",
    "latest": "2024-12-31",
    "basis": "assumed",
    "rule": None,
}


def test_a_node_leaves_out_what_says_nothing_and_keeps_what_is_false() -> None:
    assert node(id_="x", org_unitOf=None, a=[], b=False, c=0, eli_is_part_of="y") == {
        "@id": "x",
        "b": False,
        "c": 0,
        "eli:is_part_of": "y",
    }


def test_a_date_is_no_more_precise_than_its_act() -> None:
    assert as_precise(YEAR) == {"@value": "2024", "@type": "xsd:gYear"}
    assert as_precise({**YEAR, "value": "2024-03", "precision": "month"}) == {
        "@value": "2024-03",
        "@type": "xsd:gYearMonth",
    }
    period = {
        "value": "2022-04-07/2023-02-28",
        "precision": "period",
        "earliest": "2022-04-07",
        "latest": "2023-02-28",
    }
    assert as_precise({**YEAR, **period}) == {
        "@value": "[2022-04-07..2023-02-28]",
        "@type": "http://id.loc.gov/datatypes/edtf/EDTF",
    }
    assert as_precise(None) is None
    told = legal_date(YEAR)
    assert told is not None
    assert told["dateBasis"] == "assumed"
    assert told["latest"] == {"@value": "2024-12-31", "@type": "xsd:date"}


def test_names_are_relative_until_the_installation_has_an_address() -> None:
    here, there = Names(), Names("https://registro.example")
    assert here.unit("cl.x", "a") == "/id/unit/cl.x/a"
    assert there.unit("cl.x", "a") == "https://registro.example/id/unit/cl.x/a"
    assert there.term("UnitVersion") == "https://registro.example/ns#UnitVersion"
    assert here.term("UnitVersion") == f"{COMMON_NAMESPACE}UnitVersion"


def test_a_version_is_named_by_its_day_and_by_what_was_known() -> None:
    on = DayOf(Names(), "cl.x", "2024-12-31")
    assert on.unit_version("a") == "/v1/organizations/cl.x/units/a?as_of=2024-12-31#version"
    known = DayOf(Names(), "cl.x", "2024-12-31", known_at=7)
    assert known.function_version("a.1") == (
        "/v1/organizations/cl.x/functions?as_of=2024-12-31&known_at=7#a.1"
    )


def test_every_kind_of_change_is_a_term() -> None:
    assert set(CHANGE_KINDS) == set(ChangeKind)


def test_no_name_is_two_terms_and_every_term_is_in_the_vocabulary() -> None:
    every = [*CLASSES, *THINGS, *VALUES, *(kind.value for kind in CHANGE_KINDS)]
    assert len(set(every)) == len(every)
    told = {each["@id"] for each in vocabulary(Names())["@graph"]}
    assert told == {"/ns", *(COMMON_NAMESPACE + name for name in every)}
