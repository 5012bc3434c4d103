"""The JSON Schema of a file and its reader are one table: what one takes the other knows, key by key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from organica.domain.acts import Act
from organica.domain.errors import Refused
from organica.domain.filings import Filing
from organica.files import FileRefused, read_text, write
from organica.files.act_meanings import ACT_MEANINGS
from organica.files.act_table import ACTS
from organica.files.codec import FORMATS
from organica.files.filing_schema import KINDS, UnknownFileKind, file_name, schema_of
from organica.files.record import Record
from schema.print import contracts
from tests.files.filing_strategies import filings
from tests.files.strategies import resolutions
from tests.support.editor_yaml import as_an_editor_reads

CHECKOUT = Path(__file__).parents[2]
PAGES = {
    name: (CHECKOUT / "docs" / name).read_text(encoding="utf-8")
    for name in ("resolution-file.md", "model.md")
}
HEAD = """\
organica: resolution/1
organization: cl.servicio-ficticio
source: {kind: resolucion_exenta, number: 35, series: B, in_force_from: 2024}
"""
CLASSES: tuple[type[Act], ...] = get_args(Act)
SLOW = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
SCHEMAS = {kind: Draft202012Validator(schema_of(kind)) for kind in KINDS}


def faults(text: str) -> list[str]:
    """Return what the schema of its kind says against a file, as an editor reads it."""
    read = as_an_editor_reads(text)
    kind = str(read["organica"]).partition("/")[0]
    return [error.message for error in SCHEMAS[kind].iter_errors(read)]


def examples() -> Iterator[tuple[str, str]]:
    """Yield every file of the pages and of the seeds, with a name."""
    for name, page in PAGES.items():
        for number, block in enumerate(re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)):
            body = re.sub(r"\A# \d.*\n", "", block)
            yield f"{name}-{number}", HEAD + body if body.startswith("acts:") else body
    for path in sorted((CHECKOUT / "seeds").glob("*/resolutions/*.yaml")):
        yield path.name, path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_one_of_draft_2020_12(kind: str) -> None:
    schema = schema_of(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_the_committed_contracts_are_what_the_code_says() -> None:
    found = {
        path.name: path.read_text(encoding="utf-8") for path in (CHECKOUT / "schema" / "files").iterdir()
    }
    said = {path.name: text for path, text in contracts().items() if path.parent.name == "files"}
    assert found == said, (
        "run `python -m schema.print`, read the difference as its readers would, and commit it"
    )
    assert found.keys() == {file_name(kind) for kind in KINDS}


def test_each_key_of_each_act_is_in_the_schema_and_in_the_reader() -> None:
    words = schema_of("resolution")["$defs"]["Act"]["properties"]
    for shape in ACTS:
        own = schema_of("resolution")["$defs"][shape.record.called]
        same_word = [other for other in ACTS if other.word == shape.word]
        choices = words[shape.word].get("anyOf", [words[shape.word]])
        assert len(choices) == len(same_word)
        assert f"#/$defs/{shape.record.called}" in {each["$ref"] for each in choices}
        assert list(own["properties"]) == written_keys(shape.record)
        assert own.get("required", []) == [
            key.word for key in shape.record.keys if shape.record.must_have(key)
        ]
        assert own["additionalProperties"] is False
    assert words.keys() == {shape.word for shape in ACTS}


@pytest.mark.parametrize("word", FORMATS)
def test_each_key_of_each_kind_of_file_is_in_both(word: str) -> None:
    schema = schema_of(word.partition("/")[0])
    assert list(schema["properties"]) == written_keys(FORMATS[word])
    assert schema["properties"]["organica"]["const"] == word


def written_keys(record: Record[Any]) -> list[str]:
    return [key.word for key in record.keys if not key.ledger]


def test_what_only_the_register_writes_is_in_no_schema() -> None:
    for kind in KINDS:
        assert not re.search(r'"(?:bound\w*|sealed|seals|calendar)":', json.dumps(schema_of(kind)))


@pytest.mark.parametrize(("name", "text"), list(examples()), ids=[name for name, _ in examples()])
def test_every_example_and_every_seed_fits_both(name: str, text: str) -> None:
    read_text(text, name)
    assert faults(text) == []


WRONG = [
    ("actos: []", "unknown_key"),
    ("acts: nada", "expected_list"),
    ("acts:\n  - suppres: {unit: a}", "unknown_act"),
    ("acts:\n  - suppress: {unit: a}\n    move: {unit: a, parent: b}", "not_one_act"),
    ("acts:\n  - suppress: a", "expected_map"),
    ("acts:\n  - move: {unit: a, parnet: b}", "unknown_key"),
    ("acts:\n  - move: {unit: a}", "missing_key"),
    ("acts:\n  - state: {name: a}", "one_key_of"),
    ("acts:\n  - restate: {unit: a, function: a/b}", "one_key_of"),
    ("acts:\n  - rename: {unit: a, name: null}", "empty_value"),
    ("acts:\n  - rename: {unit: a, name: }", "empty_value"),
    ('acts:\n  - rename: {unit: a, name: " a"}', "not_one_line"),
    ("acts:\n  - rename: {unit: a, name: [b]}", "expected_text"),
    ("acts:\n  - restate: {unit: a, with_functions: yes}", "expected_flag"),
    ("acts:\n  - suppress: {unit: Atención}", "bad_code"),
    ("acts:\n  - suppress: {unit: a, in_force_from: 2024-02-30}", "bad_legal_date"),
    ("acts:\n  - suppress: {unit: a, in_force_from: {value: 2024-13}}", "bad_legal_date"),
    ("acts:\n  - suppress: {unit: a, in_force_from: {value: 2024, basis: guess}}", "unknown_choice"),
    ("acts:\n  - suppress: {unit: a, undecided: true}", "undecided_act"),
    ("acts:\n  - amend: {function: x, text: y}", "badly_written"),
    ("acts:\n  - amend: {function: {}, text: y}", "missing_key"),
    ("acts:\n  - amend: {function: {at: a/b, bound: a.1}, text: y}", "unknown_key"),
    ("acts:\n  - classify: {unit: a, class: soporte}", "unknown_choice"),
    ("acts:\n  - revoke: {target: nada}", "badly_written"),
    ("acts:\n  - rectify: {target: cl/a/ley/2020/1#1, to: {revoke: {target: cl/a/ley/2020/2}}}", "unknown_act"),
    ("acts:\n  - appoint: {post: a/head, holder: ana@ejemplo.cl}", "personal_data"),
    ("kind: enactmnt\nacts: []", "unknown_choice"),
    ("coverage: {checked_on: 20261120}", "bad_date"),
    ("acts: []\nevidence: {file: ../../etc/passwd}", "badly_written"),
    ("acts: []\nevidence: {sha256: abc}", "badly_written"),
    ("acts: []\nevidence: {lines: 12}", "badly_written"),
]  # fmt: skip


@pytest.mark.parametrize(("fragment", "code"), WRONG, ids=[f"{n}-{row[1]}" for n, row in enumerate(WRONG)])
def test_what_is_wrong_fails_both(fragment: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_text(HEAD + fragment, "r.yaml")
    assert refusal.value.code == code
    assert faults(HEAD + fragment) != []


@SLOW
@given(resolutions(CLASSES))
def test_whatever_a_resolution_says_fits_its_schema(resolution: Filing) -> None:
    assert faults(write(resolution)) == []


@SLOW
@given(filings(CLASSES))
def test_whatever_another_filing_says_fits_its_schema(filing: Filing) -> None:
    assert faults(write(filing)) == []


def test_an_unknown_kind_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UnknownFileKind) as refusal:
        schema_of("resolucion")
    assert refusal.value.facts == {"kind": "resolucion", "known": KINDS}
    assert not isinstance(refusal.value, FileRefused)


def described(schema: Any, path: str = "") -> Iterator[tuple[str, str | None]]:
    """Yield the place of every key with its description."""
    if isinstance(schema, dict):
        for word, each in schema.get("properties", {}).items():
            yield f"{path}/{word}", each.get("description")
        for word, below in schema.items():
            yield from described(below, f"{path}/{word}")
    elif isinstance(schema, list):
        for below in schema:
            yield from described(below, path)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_with_the_spanish_term_beside_it(kind: str) -> None:
    found = list(described(schema_of(kind)))
    assert found
    assert [place for place, text in found if not re.search(r"\w.*\([^)]+\)", text or "")] == []


def test_the_page_and_the_schema_say_the_same() -> None:
    page = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", PAGES["resolution-file.md"])
    rows = set(re.findall(r"^\| `(\w+)` \| (?:yes|no) \| (\S.*) \|$", page, re.MULTILINE))
    said = {(place.rpartition("/")[2], text) for kind in KINDS for place, text in described(schema_of(kind))}
    assert rows <= said
    titles = dict(re.findall(r"^### `(\w+)` \(`\w+`\) · (.+)$", page, re.MULTILINE)[::-1])
    assert {ACT_MEANINGS[shape.record.called][0] for shape in ACTS} >= set(titles.values())


def patterns(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for below in schema.values():
            yield from patterns(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from patterns(below)


@pytest.mark.parametrize("kind", KINDS)
def test_editors_understand_every_pattern(kind: str) -> None:
    # ECMA-262 with the flag u, as JSON Schema asks: it refuses to escape what needs no escape, and knows
    # neither possessive quantifiers nor groups by Python's names.
    found = set(patterns(schema_of(kind)))
    assert found
    assert {sign for each in found for sign in re.findall(r"\\(.)", each)} <= set(r"dnsS.\^$*+?()[]{}|/")
    assert [each for each in found if re.search(r"\(\?(?![:=!])|[*+?}]\+", each)] == []
