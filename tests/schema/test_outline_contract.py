"""The contract of an outline: committed as the code says, complete, and kept by real outlines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from organica.domain.outline import (
    AmendmentAction,
    Doubt,
    DoubtCode,
    Outline,
    OutlineAmendment,
    OutlineFunction,
    OutlineHead,
    OutlineSort,
    OutlineSource,
    OutlineUnit,
    Place,
    SourceRelation,
    to_plain,
)
from organica.domain.outline.contract import outline_schema
from organica.importer import read
from organica.importer.registers import read_register
from schema.print import OUTLINE, contracts

SOURCES = sorted((Path(__file__).parents[2] / "seeds").glob("*/sources/*.txt"))
VALIDATOR = Draft202012Validator(outline_schema())
PLACE = Place(1, 2)
FUNCTION = OutlineFunction(
    "a", "Comprar.", PLACE, "generales", (OutlineFunction("1", "Pan.", PLACE),), "Artículo 2"
)
UNIT = OutlineUnit(
    *("Compras", "Departamento", "División", "Comprar.", (FUNCTION,), PLACE, PLACE),
    sort=OutlineSort.POST,
    acronym="C",
    provision="Artículo 1",
    repealed=True,
    code="2",
    parent_code="1",
    in_force_from="2025-02-13",
)
WHOLE = Outline(
    units=(UNIT,),
    heads=(OutlineHead("Compras", "Ana Soto", "Jefa", "titular", PLACE),),
    sources=tuple(
        OutlineSource(
            *("ley", "1", "B", 2020, "EF", "Ley 1B", "cited", PLACE),
            date="2020-01-02",
            title="Del agua",
            relation=relation,
        )
        for relation in SourceRelation
    ),
    doubts=tuple(Doubt(code, PLACE, "Compras", "a", "b") for code in DoubtCode),
    body="Servicio Ficticio",
    amendments=tuple(
        OutlineAmendment(action, PLACE, "…", "Compras", "5", "a", "x", "b", "c", "y", "Artículo 9")
        for action in AmendmentAction
    ),
    dated="2026-08-01",
)


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema of an object within a schema."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


def filled(value: Any) -> bool:
    """Return whether nothing in a plain value is null or an empty list, sub-items apart."""
    if isinstance(value, dict):
        return all(filled(member) for member in value.values())
    return all(map(filled, value)) if isinstance(value, list) else value is not None


def test_the_committed_contract_is_what_the_code_says() -> None:
    assert OUTLINE.read_text(encoding="utf-8") == contracts()[OUTLINE], (
        "schema/outline.schema.json differs from the code. If the change is meant, run `python -m schema.print`, "
        "read the difference as its readers would, and commit it."
    )


def test_the_contract_is_a_schema_that_leaves_no_key_open_or_optional() -> None:
    Draft202012Validator.check_schema(outline_schema())
    found = list(objects(outline_schema()))
    assert len(found) == 8
    for each in found:
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])


PARTS: tuple[tuple[type, dict[str, Any]], ...] = (
    (OutlineUnit, outline_schema()["$defs"]["unit"]),
    (OutlineFunction, outline_schema()["$defs"]["function"]),
    (OutlineHead, outline_schema()["$defs"]["head"]),
    (OutlineSource, outline_schema()["$defs"]["legal_source"]),
    (OutlineAmendment, outline_schema()["$defs"]["amendment"]),
    (Doubt, outline_schema()["$defs"]["doubt"]),
    (Outline, outline_schema()),
)
KEYS = {
    "place": "lines",
    "objective_place": "objective_lines",
    "children": "functions",
    "sources": "legal_sources",
}


@pytest.mark.parametrize(("part", "schema"), PARTS, ids=[part.__name__ for part, _ in PARTS])
def test_every_part_of_an_outline_has_its_key_and_is_null_where_it_may_be(
    part: type, schema: dict[str, Any]
) -> None:
    hints = {KEYS.get(name, name): hint for name, hint in get_type_hints(part).items()}
    said = {"es", "en"} if part is Doubt else set()
    assert set(hints) | said == set(schema["properties"])
    whole = {"$defs": outline_schema()["$defs"]}
    for key, hint in hints.items():
        takes_null = Draft202012Validator({**whole, **schema["properties"][key]}).is_valid(None)
        assert (key, takes_null) == (key, type(None) in get_args(hint))


def test_an_outline_with_everything_in_it_keeps_the_contract() -> None:
    plain = to_plain(WHOLE)
    VALIDATOR.validate(json.loads(json.dumps(plain)))
    assert filled({**plain, "units": [{**plain["units"][0], "functions": []}]})


def test_an_empty_outline_keeps_the_contract() -> None:
    VALIDATOR.validate(to_plain(Outline((), (), (), ())))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_outlines_of_published_texts_keep_the_contract(path: Path) -> None:
    outline = read(path)
    assert outline.units
    VALIDATOR.validate(json.loads(json.dumps(to_plain(outline))))


def test_an_outline_of_a_register_keeps_the_contract() -> None:
    content = b'[{"id": "a", "nombre": "A", "tipo": "direccion", "padre": "b", "mision": "Regar.", "funciones": ["a) Ir."]}]'
    outline = read_register(content, "organigrama.json")
    assert len(outline.doubts) == 1
    VALIDATOR.validate(to_plain(outline))


@pytest.mark.parametrize(
    ("key", "value"),
    [("dated", "2011"), ("body", 3), ("units", None), ("more", 1), ("doubts", [{"code": "none"}])],
)
def test_what_is_no_outline_does_not_pass(key: str, value: object) -> None:
    assert not VALIDATOR.is_valid({**to_plain(WHOLE), key: value})
