"""JSON read strictly: what stands on which line, and what is refused where."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organica.domain.outline import Place
from organica.importer.errors import (
    JsonMalformed,
    JsonRepeatsKey,
    JsonTooDeep,
    JsonTooManyValues,
    ReadRefused,
    TextEmpty,
    TextNotUtf8,
    TextTooLarge,
)
from organica.importer.registers import json_tree
from organica.importer.registers.json_tree import MAX_JSON_BYTES, MAX_JSON_DEPTH, Node, parse_json

NAME = "registro.json"


def plain(node: Node) -> object:
    """Return the value without places."""
    if isinstance(node.value, dict):
        return {key: plain(member) for key, member in node.value.items()}
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    return node.value


def test_each_value_has_the_lines_on_which_it_stands() -> None:
    root = parse_json(b'{\n  "a": "uno",\r\n  "b": [\n    "dos"\n  ]\n}\n', NAME)
    assert root.place == Place(1, 6)
    a, b = root.member("a"), root.member("b")
    assert a is not None
    assert b is not None
    assert (a.place, b.place, b.items()[0].place) == (Place(2, 2), Place(3, 5), Place(4, 4))


def test_in_a_file_of_one_line_every_place_is_that_line() -> None:
    root = parse_json(b'\xef\xbb\xbf{"a": [1, {"b": null}]}', NAME)
    assert [item.place for item in root.member("a").items()] == [Place(1, 1), Place(1, 1)]  # type: ignore[union-attr]


def test_numbers_are_the_text_that_stands_there_and_texts_lose_what_nobody_sees() -> None:
    root = parse_json(
        '[010.5e3, -1.10, "a\\u200bb\\u00a0", true, false, null]'.replace("010", "10").encode(), NAME
    )
    assert plain(root) == ["10.5e3", "-1.10", "ab", True, False, None]


values = st.recursive(
    st.none() | st.booleans() | st.text(st.characters(codec="utf-8", min_codepoint=48, max_codepoint=0x24F)),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcñ", max_size=5), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(values, st.sampled_from([None, 0, 2]))
def test_whatever_is_written_as_json_is_read_as_it_was(value: object, indent: int | None) -> None:
    written = json.dumps(value, indent=indent, ensure_ascii=indent == 0)
    whole = parse_json(written.encode(), NAME)
    assert json.dumps(plain(whole)) == json.dumps(plain(parse_json(json.dumps(value).encode(), NAME)))
    if not isinstance(value, str):
        assert whole.place.last_line == written.count("\n") + 1


@pytest.mark.parametrize(
    ("content", "refusal", "facts"),
    [
        (b"", TextEmpty, {}),
        (b" \n ", TextEmpty, {}),
        ('{"a": "ñ"}'.encode("latin-1"), TextNotUtf8, {"byte": 7, "line": 1}),
        (b"{\n  'a': 1}", JsonMalformed, {"line": 2, "column": 3}),
        (b'{"a" 1}', JsonMalformed, {"line": 1, "column": 6}),
        (b'{"a": 1,}', JsonMalformed, {"line": 1, "column": 9}),
        (b"[1,]", JsonMalformed, {"line": 1, "column": 4}),
        (b"[1 2]", JsonMalformed, {"line": 1, "column": 4}),
        (b"[NaN]", JsonMalformed, {"line": 1, "column": 2}),
        (b"[Infinity]", JsonMalformed, {"line": 1, "column": 2}),
        (b"[01]", JsonMalformed, {"line": 1, "column": 3}),
        (b'["a\nb"]', JsonMalformed, {"line": 1, "column": 4}),
        (b'["\\ud800"]', JsonMalformed, {"line": 1, "column": 2}),
        (b'["abc', JsonMalformed, {"line": 1, "column": 2}),
        (b"[1", JsonMalformed, {"line": 1, "column": 3}),
        (b"[] []", JsonMalformed, {"line": 1, "column": 4}),
        (b'{"a": 1,\n "a": 1}', JsonRepeatsKey, {"line": 2, "key": "a"}),
        (b"[" * (MAX_JSON_DEPTH + 2), JsonTooDeep, {"line": 1, "most": MAX_JSON_DEPTH}),
        (b'{"a":' * 100_000, JsonTooDeep, {"line": 1, "most": MAX_JSON_DEPTH}),
        (b" " * (MAX_JSON_BYTES + 1), TextTooLarge, {"most": 25_000_000}),
    ],
)
def test_what_is_no_proper_json_is_refused_with_its_place(
    content: bytes, refusal: type[ReadRefused], facts: dict[str, object]
) -> None:
    with pytest.raises(refusal) as refused:
        parse_json(content, NAME)
    assert type(refused.value) is refusal
    assert refused.value.facts == {"file": NAME, **facts}


def test_values_at_the_limits_are_read_and_one_more_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parse_json(b"[" * MAX_JSON_DEPTH + b"[]" + b"]" * MAX_JSON_DEPTH, NAME).place == Place(1, 1)
    monkeypatch.setattr(json_tree, "MAX_JSON_VALUES", 4)
    assert len(parse_json(b"[1,2,3]", NAME).items()) == 3
    with pytest.raises(JsonTooManyValues) as refused:
        parse_json(b"[1,\n2,3,4]", NAME)
    assert refused.value.facts == {"file": NAME, "line": 2, "most": 4}
