"""The rules of mentions against the reading by hand of the first body's 61 functions and six objectives."""

from __future__ import annotations

from pathlib import Path

import yaml

from organica.text.mentions import Names, UnitName, references
from tests.text.chilecompra_mentions import MENTIONS

SEED = Path(__file__).parents[2] / "seeds/cl.chilecompra/resolutions/0001-resolucion-exenta-35b-2024.yaml"


def test_the_mentions_of_the_first_body_are_those_that_a_careful_reader_lists() -> None:
    units, texts = _seed()
    names = Names(units, body=("ChileCompra",))
    expected = {place for path, text in texts.items() for place in _read_by_hand(path, text)}
    found = {
        (path, one.mention.start, one.mention.end, one.unit)
        for path, text in texts.items()
        for one in references(text, names, own=path.split("/")[0])
    }
    assert len(texts) == 6 + 61
    assert set(MENTIONS) <= set(texts)
    assert len(expected) == 26
    assert len(expected & found) / len(expected) >= 0.9, sorted(map(str, expected - found))
    assert len(expected & found) / len(found) >= 0.9, sorted(map(str, found - expected))


def _seed() -> tuple[list[UnitName], dict[str, str]]:
    units: list[UnitName] = []
    texts: dict[str, str] = {}
    for act in yaml.load(SEED.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["acts"]:
        unit = act["state"]
        if "unit" not in unit:
            continue
        parent = None if unit["parent"] == "unknown" else unit["parent"]
        units.append(UnitName(unit["unit"], unit["kind"], unit["name"], None, parent))
        texts[f"{unit['unit']}/objective"] = unit["objective"]
        for function in unit.get("functions", ()):
            texts[f"{unit['unit']}/{function['label']}"] = function["text"]
    return units, texts


def _read_by_hand(path: str, text: str) -> list[tuple[str, int, int, str | None]]:
    places: list[tuple[str, int, int, str | None]] = []
    end = 0
    for literal, unit in MENTIONS.get(path, ()):
        start = text.index(literal, end)
        end = start + len(literal)
        places.append((path, start, end, unit))
    return places
