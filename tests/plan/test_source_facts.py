"""A person may say what the text does not print of its own source, or prints wrongly; the rest stays."""

from __future__ import annotations

from typing import Any

import pytest

from organica.domain.ids import BadCode
from organica.domain.outline import Doubt, DoubtCode, Outline, OutlineSource, OutlineUnit, Place
from organica.plan import SourceFacts, read_facts, with_source
from organica.plan.errors import MissingFact, UnknownFact, WrongFact

UNIT = OutlineUnit("Dirección", "Dirección", None, None, (), Place(3, 9), None)
OWN = OutlineSource("decreto", "7", "B", 2020, "MH", "Decreto 7-B de 2020", "self", Place(1, 1))
CITED = OutlineSource("ley", "19880", None, 2003, None, "Ley 19.880", "cited", Place(2, 2))
FACTS = {"organica": "facts/1", "organization": "cl.x", "name": "X", "time_zone": "America/Santiago"}


def an_outline(*sources: OutlineSource) -> Outline:
    doubts = (Doubt(DoubtCode.NO_SOURCE, Place(1, 9)), Doubt(DoubtCode.EMPTY_UNIT, Place(3, 3), "Dirección"))
    return Outline((UNIT,), (), sources, doubts)


def test_without_facts_the_outline_stays_as_it_is() -> None:
    outline = an_outline(OWN, CITED)
    assert with_source(outline, None) is outline


def test_what_is_given_goes_before_what_is_printed_and_settles_the_doubts() -> None:
    corrected = with_source(an_outline(CITED, OWN), SourceFacts(number="8", date="2020-03-15"))
    own, cited = corrected.sources
    assert cited == CITED
    assert (own.kind, own.number, own.series, own.year, own.issuer) == ("decreto", "8", "B", 2020, "MH")
    assert (own.date, own.printed, own.place) == ("2020-03-15", "Decreto 8-B de 2020", Place(1, 1))
    assert [doubt.code for doubt in corrected.doubts] == [DoubtCode.EMPTY_UNIT]


def test_a_citation_that_is_given_stands() -> None:
    [own] = with_source(an_outline(OWN), SourceFacts(citation="D.S. 7-B/2020")).sources
    assert (own.number, own.printed) == ("7", "D.S. 7-B/2020")


def test_a_text_without_a_source_takes_the_one_that_is_given() -> None:
    [own] = with_source(an_outline(), SourceFacts("resolucion_exenta", "010", year=2021)).sources
    assert (own.kind, own.number, own.year, own.role) == ("resolucion_exenta", "010", 2021, "self")
    assert (own.printed, own.place) == ("Resolución exenta 010 de 2021", Place(3, 9))


@pytest.mark.parametrize("missing", ["kind", "number", "year"])
def test_a_text_without_a_source_needs_all_of_one(missing: str) -> None:
    given: dict[str, Any] = {"kind": "ley", "number": "1", "year": 2020}
    with pytest.raises(MissingFact) as refusal:
        with_source(an_outline(CITED), SourceFacts(**{**given, missing: None}))
    assert refusal.value.facts == {"fact": f"source.{missing}"}


def test_the_facts_say_the_source_in_the_words_of_a_resolution() -> None:
    source = {"kind": "ley", "number": "010", "series": "B", "year": "2020", "date": "2020-03-15"}
    read = read_facts({**FACTS, "source": {**source, "issuer": "MH", "title": "De x", "citation": "Ley 010"}})
    assert read.source == SourceFacts("ley", "010", "B", 2020, "2020-03-15", "MH", "De x", "Ley 010")
    assert read_facts(FACTS).source is None


@pytest.mark.parametrize(
    ("source", "refusal"),
    [
        ({"año": "2020"}, UnknownFact),
        ({"year": "mil"}, WrongFact),
        ("ley", WrongFact),
        ({"kind": "Ley"}, BadCode),
    ],
)
def test_a_wrong_source_is_refused(source: object, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        read_facts({**FACTS, "source": source})
