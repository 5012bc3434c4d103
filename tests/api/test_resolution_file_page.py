"""docs/resolution-file.md: its examples are files, and its tables are the keys and acts of the code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from organica.domain.filings import Filing, Supplement
from organica.domain.resolution import Resolution
from organica.files import act_table, codec, filing_shapes, programme_shapes, read_text, shapes, source_shapes
from organica.files.record import Record

PAGE = (Path(__file__).parents[2] / "docs" / "resolution-file.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
HEAD = BLOCKS[0].partition("acts:\n")[0]
EVERY_ACT = [key.word for key in act_table._EVERY_ACT]
RECORDS: dict[str, Record[Any]] = {
    "RESOLUTION": codec._RESOLUTION,
    "SOURCE": source_shapes._SOURCE,
    "RELATION": source_shapes.RELATION,
    "EVIDENCE": source_shapes.EVIDENCE,
    "COVERAGE": source_shapes.COVERAGE,
    "DOUBT": source_shapes.DOUBT,
    "NOT_KNOWN": source_shapes.NOT_KNOWN,
    "PROVISION": shapes.PROVISION,
    "ENTRY_RULE": shapes.ENTRY_RULE,
    "FUNCTION_ITEM": shapes.FUNCTION_ITEM,
    "POST_ITEM": shapes.POST_ITEM,
    "CARRIED": shapes.CARRIED,
    "NEW_UNIT": shapes.NEW_UNIT,
    "SHARE": shapes.SHARE,
    "INDICATOR_ITEM": programme_shapes.INDICATOR_ITEM,
    "PERIOD": programme_shapes.PERIOD,
    "CHANNEL": programme_shapes.CHANNEL,
    "PARTY": programme_shapes.PARTY,
    "FINANCING": programme_shapes.FINANCING,
    "CORRECTED_FACTS": filing_shapes._CORRECTED_FACTS,
    "CORRECTED_ACT": filing_shapes._CORRECTED_ACT,
    "EXTERNAL_ID": filing_shapes._EXTERNAL_ID,
    **filing_shapes.FILINGS,
}


def read(block: str) -> Filing:
    return read_text(HEAD + block if block.startswith("acts:") else block, "resolution-file.md")


def table_after(mark: str) -> list[tuple[str, bool]]:
    """Return the keys of the first table after a mark of the page, each with whether it is required."""
    assert PAGE.count(mark) == 1, mark
    table = PAGE.split(mark)[1].split("|---|---|---|\n")[1].split("\n\n")[0]
    rows = re.findall(r"^\| `(\w+)` \| (yes|no) \| \S.*\|$", table, re.MULTILINE)
    assert len(rows) == len(table.strip().splitlines())
    return [(word, required == "yes") for word, required in rows]


def keys_of(record: Record[Any]) -> list[tuple[str, bool]]:
    """Return the keys that a person may write, in the order of the code."""
    return [(key.word, record.must_have(key)) for key in record.keys if not key.ledger]


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_every_example_is_a_file(block: str) -> None:
    filing = read(block)
    assert not isinstance(filing, Resolution) or filing.acts or filing.contents


def test_the_examples_use_every_format() -> None:
    assert [codec._BY_CLASS[type(read(block))] for block in BLOCKS[-4:]] == [*filing_shapes.FILINGS.values()]
    assert all(type(read(block)) is Resolution for block in BLOCKS[:-4])
    assert codec.FORMATS.keys() == {codec.FORMAT, *filing_shapes.FILINGS}


def test_the_examples_use_every_act() -> None:
    filings = [read(block) for block in BLOCKS]
    used = {type(act) for each in filings if isinstance(each, Resolution | Supplement) for act in each.acts}
    assert used == {shape.record.cls for shape in act_table.ACTS}


def test_the_page_lists_every_act_in_the_order_of_the_table() -> None:
    headings = re.findall(r"^### `(\w+)` \(`(\w+)`\) · \w", PAGE, re.MULTILINE)
    assert headings == [(shape.word, shape.marker) for shape in act_table.ACTS]


@pytest.mark.parametrize("shape", act_table.ACTS, ids=lambda shape: f"{shape.word}-{shape.marker}")
def test_the_page_lists_every_key_of_an_act(shape: act_table.ActShape) -> None:
    keys = [(word, required) for word, required in keys_of(shape.record) if word not in EVERY_ACT]
    assert table_after(f"### `{shape.word}` (`{shape.marker}`)") == keys


@pytest.mark.parametrize("name", RECORDS)
def test_the_page_lists_every_key_around_the_acts(name: str) -> None:
    assert table_after(f"<!-- keys: {name} -->") == keys_of(RECORDS[name])


def test_the_page_lists_the_keys_of_every_act() -> None:
    assert table_after("<!-- keys: EVERY_ACT -->") == [(word, False) for word in EVERY_ACT]
