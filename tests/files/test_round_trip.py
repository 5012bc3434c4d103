"""Whatever a file can say is written and read back as the very same resolution."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import get_args

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organica.domain import acts
from organica.domain.acts import Act, FunctionItem, FunctionRef, Holder, PostItem, PostRef
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.filings import Filing
from organica.domain.resolution import EntryKind, Resolution
from organica.domain.source import LegalSource
from organica.files import from_plain, read_text, to_plain, write, write_plain
from organica.files.act_table import ACTS
from tests.files.filing_strategies import filings
from tests.files.strategies import an_act, resolutions
from tests.support.editor_yaml import as_an_editor_reads

CLASSES: tuple[type[Act], ...] = get_args(Act)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def a_source(normative: bool = True) -> LegalSource:
    start = LegalDate("2024", DateBasis.ASSUMED)
    return LegalSource(
        "cl", "chilecompra", "resolucion_exenta", "2024", start, number="35", normative=normative
    )


def a_resolution(*ordered: Act) -> Resolution:
    return Resolution("cl.chilecompra", EntryKind.ENACTMENT, a_source(), ordered)


def test_every_act_has_one_row_in_the_table() -> None:
    assert sorted(shape.record.cls.__name__ for shape in ACTS) == sorted(cls.__name__ for cls in CLASSES)


def test_acts_that_share_a_word_are_told_apart_by_their_markers() -> None:
    """The unit of a unit's act may be a key of a programme's, never the other way round."""
    for shape in ACTS:
        others = [other for other in ACTS if other.word == shape.word and other is not shape]
        holding = [other for other in others if other.may_hold(shape.marker)]
        assert not any(shape.may_hold(other.marker) for other in holding)
        assert [other.marker for other in holding] in ([], ["programme"])


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_field_of_an_act_has_a_key(cls: type[Act]) -> None:
    [shape] = [shape for shape in ACTS if shape.record.cls is cls]
    keyless = {field.name for field in fields(cls)} - {key.attribute for key in shape.record.keys}
    assert keyless == set()


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@SLOW
@given(st.data())
def test_an_act_of_each_class_survives_the_file_and_the_plain_form(
    cls: type[Act], data: st.DataObject
) -> None:
    resolution = a_resolution(data.draw(an_act(cls)))
    assert read_text(write(resolution), "r.yaml") == resolution
    assert from_plain(json.loads(json.dumps(to_plain(resolution)))) == resolution


@settings(SLOW, max_examples=100)
@given(resolutions(CLASSES))
def test_reading_what_was_written_gives_the_same_resolution(resolution: Resolution) -> None:
    written = write(resolution)
    assert read_text(written, "r.yaml") == resolution
    assert write(read_text(written, "r.yaml")) == written
    assert from_plain(json.loads(json.dumps(to_plain(resolution)))) == resolution


@settings(SLOW, max_examples=100)
@given(filings(CLASSES))
def test_reading_what_was_written_gives_the_same_filing_of_another_kind(filing: Filing) -> None:
    written = write(filing)
    assert read_text(written, "r.yaml") == filing
    assert write(read_text(written, "r.yaml")) == written
    assert from_plain(json.loads(json.dumps(to_plain(filing)))) == filing


BOUND = a_resolution(
    acts.StateUnit(
        unit="a",
        functions=(FunctionItem("x", "a", bound="a.1", children=(FunctionItem("y", bound="a.2"),)),),
        posts=(PostItem(heads=True, holder=Holder(None, "ab12"), bound="a.p1", bound_appointment="a.p1.1"),),
    ),
    acts.AmendFunction(function=FunctionRef(at="a/a", bound="a.1"), text="z"),
    acts.RemoveFunction(function=FunctionRef(code="a.1", bound="a.1")),
    acts.Appoint(
        post=PostRef(at="a/head", bound="a.p1"), holder=Holder(None, "cd34"), bound_appointment="a.p1.2"
    ),
    acts.EndAppointment(
        post=PostRef(code="a.p1", bound="a.p1"), holder=Holder(None, "ef"), bound_appointment="a.p1.2"
    ),
)


def test_bound_acts_and_sealed_names_survive_the_plain_form_of_the_ledger() -> None:
    plain = to_plain(BOUND)
    assert from_plain(json.loads(json.dumps(plain)), ledger=True) == BOUND
    assert plain["acts"] == [
        {
            "state": {
                "unit": "a",
                "functions": [
                    {"label": "a", "text": "x", "bound": "a.1", "functions": [{"text": "y", "bound": "a.2"}]}
                ],
                "posts": [
                    {"heads": True, "holder": {"sealed": "ab12"}, "bound": "a.p1", "bound_appointment": "a.p1.1"}
                ],
            }
        },
        {"amend": {"function": {"at": "a/a", "bound": "a.1"}, "text": "z"}},
        {"remove": {"function": {"code": "a.1", "bound": "a.1"}}},
        {"appoint": {"post": {"at": "a/head", "bound": "a.p1"}, "holder": {"sealed": "cd34"}, "bound_appointment": "a.p1.2"}},
        {"end_appointment": {"post": {"code": "a.p1", "bound": "a.p1"}, "holder": {"sealed": "ef"}, "bound_appointment": "a.p1.2"}},
    ]  # fmt: skip


def test_a_name_that_is_sealed_never_reaches_the_ledger_s_plain_form() -> None:
    act = acts.Appoint(post=PostRef(at="a/head"), holder=Holder("Ana Soto", "cd34"))
    assert "Ana Soto" not in json.dumps(to_plain(a_resolution(act)))
    assert "Ana Soto" in json.dumps(to_plain(a_resolution(act), ledger=False))


def test_without_the_ledger_s_keys_an_entry_reads_as_a_person_wrote_it() -> None:
    person = a_resolution(
        acts.AmendFunction(function=FunctionRef(at="a/a"), text="z"),
        acts.Appoint(post=PostRef(at="a/head"), holder=Holder("Ana Soto")),
    )
    entry = a_resolution(
        acts.AmendFunction(function=FunctionRef(at="a/a", bound="a.1"), text="z"),
        acts.Appoint(
            post=PostRef(at="a/head", bound="a.p1"),
            holder=Holder("Ana Soto", "cd"),
            bound_appointment="a.p1.1",
        ),
    )
    assert to_plain(entry, ledger=False) == to_plain(person, ledger=False) == to_plain(person)
    assert write(entry) == write(person)


def test_the_source_of_an_attestation_is_no_norm() -> None:
    attested = Resolution(
        "cl.chilecompra", EntryKind.ATTESTATION, a_source(normative=False), (acts.SuppressUnit(unit="a"),)
    )
    assert read_text(write(attested), "r.yaml") == attested
    with pytest.raises(ValueError, match="a norm is enacted"):
        to_plain(replace(attested, source=a_source()))


WRITTEN = """\
organica: resolution/1
organization: cl.chilecompra
source:
  kind: resolucion_exenta
  number: "010"
  series: "NO"
  year: 2024
  in_force_from: {value: "2024", basis: assumed}
coverage: {complete_under: [a], checked_on: "2026-11-20", note: Sólo la División}
acts:
  - state: {organization: cl.chilecompra, name: ChileCompra, time_zone: America/Santiago}
  - create:
      unit: a
      parent: none
      kind: División
      name: División A
      objective: |-
        Primera línea.
          Segunda: con sangría.
      functions:
        - label: a
          text: Corta.
        - label: b
          text: >-
            Larga: identificar las características de todos los organismos compradores del sistema, tanto
            obligados como voluntarios.
  - amend: {function: a/b, text: "NO"}
  - restate: {unit: a, with_functions: true}
"""


def test_the_file_that_is_written_is_the_one_that_a_person_likes_to_read() -> None:
    assert write(read_text(WRITTEN, "r.yaml")) == WRITTEN


@pytest.mark.parametrize("number", ["08", "010", "1e5", "1.10", "+7", ".5", "0o17", "2024", "1_000"])
def test_a_text_that_some_reader_of_yaml_takes_for_a_number_is_quoted(number: str) -> None:
    written = write_plain({"k": number})
    assert yaml.load(written, Loader=yaml.SafeLoader) == {"k": number}
    assert as_an_editor_reads(written) == {"k": number}
