"""A corrected outline is read back as strictly as a resolution file, and forgives what a person left out."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from organica.domain.errors import BadInput, Fact
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
    PassedBecause,
    PassedOver,
    Place,
    SourceRelation,
    to_plain,
)
from organica.files.outline_file import OUTLINE, is_outline, read_outline, read_outline_text
from organica.files.record import Record
from organica.plan import facts


def an_outline() -> Outline:
    """Return an outline that fills every field with something that is not its default."""
    item = OutlineFunction("1", "Comprar: «útiles» y más.", Place(6, 6), None, (), "Artículo 2")
    function = OutlineFunction("a", "Comprar\nbien.", Place(5, 7), "específicas", (item,), "Artículo 2")
    unit = OutlineUnit(
        name="Departamento de Compras",
        kind="Departamento",
        parent="Dirección",
        objective="Comprar.",
        functions=(function,),
        place=Place(3, 9),
        objective_place=Place(4, 4),
        sort=OutlineSort.UNIT,
        acronym="DC",
        provision="Artículo 2",
        repealed=True,
        code="17",
        parent_code="1",
        in_force_from="2020-03-01",
    )
    source = OutlineSource(
        kind="resolucion_exenta",
        number="0012",
        series="B",
        year=2020,
        issuer="SF",
        printed="Resolución exenta N° 0012-B",
        role="cited",
        place=Place(1, 1),
        date="2020-02-20",
        title="Aprueba organización",
        relation=SourceRelation.AMENDS,
    )
    amendment = OutlineAmendment(
        action=AmendmentAction.REPLACE_WORDS,
        place=Place(11, 12),
        printed="Reemplázase…",
        unit="Departamento de Compras",
        article="5",
        label="b",
        text="comprar",
        new_label="c",
        after="a",
        old_words="adquirir",
        provision="Artículo 3",
    )
    return Outline(
        units=(unit, replace(unit, name="Dirección", sort=OutlineSort.BODY, functions=(), kind=None)),
        heads=(OutlineHead("Dirección", "Ana Rojas", "Directora", "titular", Place(2, 2)),),
        sources=(source, replace(source, role="self", relation=None)),
        doubts=(Doubt(DoubtCode.NAME_VARIANT, Place(3, 3), "Dirección", "Direc.", "Dirección"),),
        body="Servicio Ficticio",
        amendments=(amendment,),
        dated="2020-02-20",
        passed_over=(PassedOver(Place(10, 10), next(iter(PassedBecause))),),
    )


def plain() -> dict[str, Any]:
    return to_plain(an_outline())


def text_of(outline: dict[str, Any], **form: Any) -> str:
    return json.dumps(outline, ensure_ascii=False, **form)


@pytest.mark.parametrize("form", [{}, {"indent": 2}, {"indent": "\t"}], ids=["line", "blanks", "tabs"])
def test_what_read_prints_is_read_back_whole(form: dict[str, Any]) -> None:
    assert read_outline_text(text_of(plain(), **form), "outline.json") == an_outline()


def test_the_example_of_these_tests_fills_every_field() -> None:
    outline = an_outline()
    parts = (outline, outline.units[0], outline.units[0].functions[0], outline.heads[0], outline.sources[0])
    for part in (*parts, outline.amendments[0], outline.doubts[0]):
        assert [each.name for each in fields(part) if getattr(part, each.name) in (None, (), False)] == []


def keys_of(record: Record[Any]) -> list[str]:
    return sorted(key.word for key in record.keys)


def test_every_key_that_is_printed_can_be_read() -> None:
    from organica.files import outline_file

    printed = plain()
    assert keys_of(OUTLINE) == sorted(printed)
    assert keys_of(outline_file._UNIT) == sorted(printed["units"][0])
    assert keys_of(outline_file._FUNCTION) == sorted(printed["units"][0]["functions"][0])
    assert keys_of(outline_file._HEAD) == sorted(printed["heads"][0])
    assert keys_of(outline_file._SOURCE) == sorted(printed["legal_sources"][0])
    assert keys_of(outline_file._AMENDMENT) == sorted(printed["amendments"][0])
    assert keys_of(outline_file._PASSED_OVER) == sorted(printed["passed_over"][0])
    assert keys_of(outline_file._DOUBT) == sorted(printed["doubts"][0])


BY_HAND = """\
# Lo escribió una persona.
units:
  - {name: Dirección, kind: Dirección}
  - name: Departamento de Compras
    parent: Dirección
    functions:
      - {label: a, text: Comprar., lines: [12, 14]}
      - {label: b, text: Pagar., functions: [{label: "1", text: A tiempo.}]}
legal_sources:
  - {kind: resolucion_exenta, number: 0012, year: 2020, role: self, printed: Resolución 12, lines: [2, 2]}
"""


def test_a_person_may_write_it_as_yaml_and_leave_out_what_is_not_needed() -> None:
    outline = read_outline_text(BY_HAND, "outline.yaml")
    direction, purchases = outline.units
    assert (direction.kind, direction.parent, direction.functions, direction.objective) == (
        "Dirección",
        None,
        (),
        None,
    )
    assert (outline.heads, outline.doubts, outline.amendments, outline.body) == ((), (), (), None)
    [source] = outline.sources
    assert (source.number, source.year, source.series, source.role) == ("0012", 2020, None, "self")
    # Lines that are not given are those of what is around.
    assert purchases.place == Place(12, 14)
    assert [function.place for function in purchases.functions] == [Place(12, 14), Place(12, 14)]
    assert purchases.functions[1].children[0].place == Place(12, 14)
    assert direction.place == Place(2, 14)


def test_lines_that_nobody_gives_anywhere_are_the_first() -> None:
    outline = read_outline_text("units: [{name: Dirección}]", "outline.yaml")
    assert outline.units[0].place == Place(1, 1)


WRONG: list[tuple[str, str, str, tuple[int, int], str, dict[str, Fact]]] = [
    ("unidades: []", "yaml", "unknown_key", (1, 1), "/unidades", {"suggestion": "units"}),
    ("units:\n  - nombre: Uno", "yaml", "unknown_key", (2, 5), "/units/0/nombre", {"key": "nombre"}),
    ("units:\n  - {kind: Uno}", "yaml", "missing_key", (2, 5), "/units/0", {"key": "name"}),
    ("units:\n  - name: Uno\n    functions:\n      - {label: a, txt: b}", "yaml", "unknown_key", (4, 20), "/units/0/functions/0/txt", {"suggestion": "text"}),
    ("units:\n  - name: Uno\n    functions:\n      - {text: b, functions: [{label: 1}]}", "yaml", "missing_key", (4, 31), "/units/0/functions/0/functions/0", {"key": "text"}),
    ("units:\n  - {name: Uno, lines: [3]}", "yaml", "badly_written", (2, 24), "/units/0/lines", {"example": "[12, 14]"}),
    ("units:\n  - {name: Uno, lines: [9, 3]}", "yaml", "badly_written", (2, 24), "/units/0/lines", {"value": "9, 3"}),
    ("units:\n  - {name: Uno, repealed: sí}", "yaml", "expected_flag", (2, 27), "/units/0/repealed", {}),
    ("units:\n  - {name: Uno, sort: unidad}", "yaml", "unknown_choice", (2, 23), "/units/0/sort", {}),
    ("units:\n  - {name: [Uno]}", "yaml", "expected_text", (2, 12), "/units/0/name", {}),
    ("units:\n  - {name: Uno, name: Dos}", "yaml", "duplicate_key", (2, 17), "/units/0/name", {}),
    ("doubts: [{code: nada}]", "yaml", "unknown_choice", (1, 17), "/doubts/0/code", {}),
    ("legal_sources: [{kind: ley, number: 1, printed: Ley 1, role: propia}]", "yaml", "unknown_choice", (1, 62), "/legal_sources/0/role", {"known": ("self", "cited")}),
    ("legal_sources: [{kind: ley, number: 1, printed: Ley 1, role: self, year: mil}]", "yaml", "badly_written", (1, 74), "/legal_sources/0/year", {}),
    ("units:\n  - name:", "yaml", "missing_key", (2, 5), "/units/0", {"key": "name"}),
    ('{"units": [\n  {"name": null}]}', "json", "missing_key", (2, 3), "/units/0", {"key": "name"}),
    ('{"units": [\n\t{"nmae": "Uno"}]}', "json", "unknown_key", (2, 3), "/units/0/nmae", {"suggestion": "name"}),
    ('{"units": [null]}', "json", "empty_value", (1, 12), "/units/0", {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "form", "code", "place", "pointer", "facts"),
    WRONG,
    ids=[f"{n}-{row[2]}" for n, row in enumerate(WRONG)],
)
def test_a_wrong_outline_is_refused_with_line_column_and_pointer(
    text: str, form: str, code: str, place: tuple[int, int], pointer: str, facts: dict[str, Fact]
) -> None:
    with pytest.raises(BadInput) as refusal:
        read_outline_text(text, f"outline.{form}")
    found = refusal.value
    assert (found.code, found.facts["line"], found.facts["column"]) == (code, *place)
    assert found.facts["pointer"] == pointer
    assert found.facts["file"] == f"outline.{form}"
    assert {name: found.facts.get(name) for name in facts} == facts


def test_broken_json_is_refused_with_its_place() -> None:
    with pytest.raises(BadInput) as refusal:
        read_outline_text('{"units": [\n  {"name": "Uno" "kind": "Dos"}]}', "outline.json")
    assert (refusal.value.code, refusal.value.facts["line"], refusal.value.facts["column"]) == (
        "broken_yaml",
        2,
        18,
    )


@pytest.mark.parametrize(
    ("name", "text", "outline"),
    [
        ("a.json", text_of(plain()), True),
        ("a.json", '{"units": []}', True),
        ("a.json", '{"amendments": [], "legal_sources": []}', True),
        ("a.json", '{}', False),
        ("a.json", '[{"id": "a"}]', False),
        ("a.json", '{"unidades": [{"codigoUnidade": 1}]}', False),
        ("a.json", '{"units": [], "servico": "x"}', False),
        ("a.json", "no es JSON {", False),
        ("a.yaml", BY_HAND, True),
        ("a.yml", "unidades: []", True),
        ("a.txt", BY_HAND, False),
        ("a.pdf", "", False),
    ],
)  # fmt: skip
def test_an_outline_is_told_from_a_document(tmp_path: Path, name: str, text: str, outline: bool) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert is_outline(path) is outline


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "outline.json"
    path.write_text(text_of(plain()), encoding="utf-8")
    assert read_outline(path) == an_outline()


def test_the_example_of_the_page_is_an_outline_and_its_table_names_every_fact() -> None:
    page = (Path(__file__).parents[2] / "docs" / "importer.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    outline = read_outline_text(example, "outline.yaml")
    assert ([unit.name for unit in outline.units], len(outline.sources)) == (["Departamento de Compras"], 1)
    table = page.split("| key | meaning |\n|---|---|\n")[1].split("\n\n")[0]
    named = [word for row in table.splitlines() for word in re.findall(r"`(\w+)`", row.split("|")[1])]
    assert sorted(named) == sorted(facts._KEYS)
