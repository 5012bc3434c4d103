"""What a file says is taken as it is written: texts stay texts, and what is left out has its one meaning."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from organica.domain.acts import (
    AmendFunction,
    FunctionRef,
    MoveUnit,
    RemoveFunction,
    RenameUnit,
    RestateFunction,
    RestateUnit,
    SetObjective,
    StateOrganization,
    StateUnit,
    under,
)
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.entry_rule import Anchor, EntryRule
from organica.domain.errors import Refused
from organica.domain.refusals.entry_rules import BadEntryRule
from organica.domain.resolution import EntryKind, Resolution
from organica.files import read_file, read_plain, read_text
from organica.files.errors import BadlyWritten, MissingKey, UnknownChoice, UnknownKey
from tests.makers import resolution_of

HEAD = "organica: resolution/1\norganization: cl.chilecompra\n"


def read_acts(acts: str, source: str = '{kind: ley, number: "1", in_force_from: "2024"}') -> Resolution:
    return resolution_of(read_text(f"{HEAD}source: {source}\nacts:\n{acts}\n", "r.yaml"))


@pytest.mark.parametrize(
    "written", ["010", "NO", "1.10", "1e3", "2024-05-01", "12:30", "0x1F", "true", "Null-e"]
)
def test_what_other_readers_turn_into_numbers_stays_text(written: str) -> None:
    resolution = read_acts(
        "  - suppress: {unit: a}", f"{{kind: ley, number: {written}, in_force_from: 2024}}"
    )
    assert resolution.source.number == written


def test_a_source_takes_what_it_leaves_out_from_the_file() -> None:
    source = read_acts(
        "  - suppress: {unit: a}",
        '{kind: ley, number: "1", signed_on: 2023-12-30, in_force_from: 2024-01-01}',
    ).source
    assert (source.country, source.issuer, source.year) == ("cl", "chilecompra", "2023")
    assert source.normative


def test_an_attestation_is_no_norm() -> None:
    text = (
        HEAD
        + "kind: attestation\nsource: {kind: pagina_web, title: Organigrama, in_force_from: 2024}\nacts:\n  - state: {unit: a}\n"
    )
    resolution = resolution_of(read_text(text, "r.yaml"))
    assert (resolution.kind, resolution.source.normative) == (EntryKind.ATTESTATION, False)


def test_a_date_is_stated_unless_the_file_says_how_it_was_come_to() -> None:
    assert read_acts("  - suppress: {unit: a, in_force_from: 2024-03}").acts[0].in_force_from == LegalDate(
        "2024-03"
    )
    assumed = read_acts("  - suppress: {unit: a, in_force_from: {value: 2024, basis: assumed}}").acts[0]
    assert assumed.in_force_from == LegalDate("2024", DateBasis.ASSUMED)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "{rule: {days: 90, working: true, after: published_on, printed: a los 90 días hábiles}}",
            LegalDate(
                "",
                DateBasis.COMPUTED,
                EntryRule(Anchor.PUBLISHED_ON, days=90, working=True, printed="a los 90 días hábiles"),
            ),
        ),
        (
            "{value: 2025-04-22, rule: {days: 90, after: signed_on}}",
            LegalDate("2025-04-22", DateBasis.COMPUTED, EntryRule(Anchor.SIGNED_ON, days=90)),
        ),
        (
            "{value: 2025-03-01, basis: stated, rule: {month_after: 1, after: notified_on}}",
            LegalDate("2025-03-01", DateBasis.STATED, EntryRule(Anchor.NOTIFIED_ON, month_after=1)),
        ),
    ],
)
def test_an_entry_into_force_may_be_the_rule_that_the_source_prints(
    written: str, expected: LegalDate
) -> None:
    [act] = read_acts(f"  - suppress: {{unit: a, in_force_from: {written}}}").acts
    assert act.in_force_from == expected


@pytest.mark.parametrize(
    ("written", "refused", "facts"),
    [
        ("{rule: {days: 5}}", MissingKey, {"key": "after"}),
        ("{rule: {days: cinco, after: signed_on}}", BadlyWritten, {"value": "cinco"}),
        ("{rule: {days: 5, after: signed_on, calendar: x}}", UnknownKey, {"key": "calendar"}),
        ("{rule: {days: 5, after: in_force_from}}", UnknownChoice, {"value": "in_force_from"}),
        ("{rule: {after: signed_on}}", BadEntryRule, {"path": "acts[0].suppress.in_force_from.rule"}),
        ("{basis: stated, rule: {days: 5, after: signed_on}}", MissingKey, {"key": "value"}),
        (
            "{value: 2025-01-01, basis: assumed, rule: {days: 5, after: signed_on}}",
            UnknownChoice,
            {"value": "assumed", "known": ("computed", "stated")},
        ),
    ],
)
def test_a_rule_that_is_written_wrongly_is_refused(
    written: str, refused: type[Refused], facts: dict[str, object]
) -> None:
    with pytest.raises(refused) as refusal:
        read_acts(f"  - suppress: {{unit: a, in_force_from: {written}}}")
    assert refusal.value.facts.items() >= facts.items()


@pytest.mark.parametrize("key", ["signed_on", "published_on", "notified_on"])
def test_only_an_entry_into_force_may_be_a_rule(key: str) -> None:
    rule = "{rule: {days: 1, after: signed_on}}"
    with pytest.raises(UnknownKey):
        read_text(f"{HEAD}source: {{kind: ley, number: 1, {key}: {rule}, in_force_from: 2024}}\n", "r.yaml")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a/b", FunctionRef(at="a/b")),
        ("a/específicas:b", FunctionRef(at="a/específicas:b")),
        ("a/b/1", FunctionRef(at="a/b/1")),
        ("a.2", FunctionRef(code="a.2")),
        ("{at: a/b}", FunctionRef(at="a/b")),
        ("{code: a.2}", FunctionRef(code="a.2")),
        ("{at: a/b, code: a.2}", FunctionRef(at="a/b", code="a.2")),
    ],
)
def test_a_function_is_named_by_path_or_code(written: str, expected: FunctionRef) -> None:
    assert read_acts(f"  - remove: {{function: {written}}}").acts == (RemoveFunction(function=expected),)


def test_acts_that_share_a_word_are_told_apart() -> None:
    acts = """\
  - state: {organization: cl.chilecompra, name: ChileCompra}
  - state: {unit: a, functions: []}
  - restate: {unit: a}
  - restate: {function: a/b}"""
    assert read_acts(acts).acts == (
        StateOrganization(name="ChileCompra"),
        StateUnit(unit="a", functions=()),
        RestateUnit(unit="a"),
        RestateFunction(function=FunctionRef(at="a/b")),
    )


def test_a_text_keeps_its_inner_lines_and_blanks() -> None:
    acts = "  - set_objective:\n      unit: a\n      objective: |-\n        Uno:\n\n          a)  dos\n        tres"
    assert read_acts(acts).acts == (SetObjective(unit="a", objective="Uno:\n\n  a)  dos\ntres"),)


def test_every_text_is_composed() -> None:
    apart = unicodedata.normalize("NFD", "Atención")
    assert apart != "Atención"
    assert read_acts(f"  - rename: {{unit: a, name: {apart}}}").acts == (
        RenameUnit(unit="a", name="Atención"),
    )


def test_a_literal_null_in_quotes_is_a_text() -> None:
    assert read_acts('  - rename: {unit: a, name: "null"}').acts == (RenameUnit(unit="a", name="null"),)


def test_a_byte_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    text = (
        HEAD
        + 'source: {kind: ley, number: "1", in_force_from: "2024"}\nacts:\n  - move: {unit: a, parent: b}\n'
    )
    path = tmp_path / "r.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert read_file(path) == read_text(text, "r.yaml")
    assert resolution_of(read_file(path)).acts == (MoveUnit(unit="a", parent=under("b")),)


def test_comments_are_for_people() -> None:
    acts = "  # se confirma\n  - amend: {function: a/b, text: 'Uno #1'} # fin"
    assert read_acts(acts).acts == (AmendFunction(function=FunctionRef(at="a/b"), text="Uno #1"),)


def test_any_map_in_yaml_can_be_read_under_the_same_rules(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("a: 010\nb: [NO, {c: 1.10}]\n", encoding="utf-8")
    assert read_plain(path) == {"a": "010", "b": ["NO", {"c": "1.10"}]}
