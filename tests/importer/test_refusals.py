"""What cannot be read at all is refused with its code, its facts and a remedy in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from organica.domain.errors import error_tree
from organica.importer import ReadRefused, read, read_text
from organica.importer.errors import (
    FileNotReadable,
    FormatNotRead,
    TextEmpty,
    TextIsBinary,
    TextNotUtf8,
    TextTooLarge,
)
from organica.importer.formats import MAX_TEXT_BYTES

NAME = "page.txt"


@pytest.mark.parametrize(
    ("content", "refusal", "facts"),
    [
        (b"", TextEmpty, {"file": NAME}),
        ("\ufeff \u00a0\n\n".encode(), TextEmpty, {"file": NAME}),
        (b"Oficina\n\x00", TextIsBinary, {"file": NAME, "line": 2}),
        (b"PK\x03\x04\n\x00", FormatNotRead, {"file": NAME, "format": "zip"}),
        (b"a" * (MAX_TEXT_BYTES + 1), TextTooLarge, {"file": NAME, "most": 5_000_000}),
    ],
    ids=["empty", "blank", "nul", "zip", "large"],
)
def test_a_file_that_is_no_text_is_refused(
    tmp_path: Path, content: bytes, refusal: type[ReadRefused], facts: dict[str, object]
) -> None:
    path = tmp_path / NAME
    path.write_bytes(content)
    with pytest.raises(refusal) as refused:
        read(path)
    assert refused.value.facts == facts
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["missing.txt", ".", "nul\0.txt", "x" * 5000])
def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileNotReadable) as refused:
        read(tmp_path / name)
    assert refused.value.facts["reason"]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("", TextEmpty), ("\n\u200b\n", TextEmpty), ("a\0b", TextIsBinary), ("\ud800", TextNotUtf8)],
)
def test_a_text_that_is_no_text_is_refused(text: str, refusal: type[ReadRefused]) -> None:
    with pytest.raises(refusal):
        read_text(text)


def test_a_text_at_the_limit_is_read() -> None:
    assert read_text("a" * MAX_TEXT_BYTES).units == ()


def test_each_refusal_has_its_own_code_and_sentences_in_both_languages() -> None:
    refusals = list(error_tree(ReadRefused))
    assert len({refusal.code for refusal in refusals}) == len(refusals)
    for refusal in refusals:
        assert refusal.says.es != refusal.says.en
        assert refusal.remedy.es != refusal.remedy.en
