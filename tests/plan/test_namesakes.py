"""Units that share a name and do the same: each is told by what it hangs from."""

from __future__ import annotations

from organica.domain.acts import CreateUnit, RenameUnit, RestateUnit, under
from organica.domain.outline import OutlineUnit
from organica.plan import AlternativeCode
from tests.makers import Book, a_resolution
from tests.support.plan.texts import (
    a_head_unit,
    a_known_unit,
    a_plan,
    a_text,
    a_text_unit,
    acts_of,
    structure_of,
)

SECTION = "Sección Administrativa"
WORK = (
    "Llevar la contabilidad de la zona",
    "Comprar los insumos de la zona",
    "Atender la oficina de partes",
)
ZONES = ("Norte", "Sur", "Este")


def a_body_of_zones() -> Book:
    return Book(
        a_resolution(
            a_known_unit("Dirección", (), "direccion"),
            *(a_known_unit(zone(each), work_of(each), each.lower(), under("direccion")) for each in ZONES),
            *(a_known_unit(SECTION, WORK, f"adm-{each.lower()}", under(each.lower())) for each in ZONES),
        )
    )


def zone(name: str) -> str:
    return f"Departamento Zonal {name}"


def work_of(name: str) -> tuple[str, ...]:
    return (f"Representar al servicio en la zona {name}",)


def the_text_of(*names: str) -> list[OutlineUnit]:
    """Return zones and then their sections, the last zone's first."""
    zones = [a_text_unit(zone(name), work_of(name)) for name in names]
    sections = [a_text_unit(SECTION, WORK, parent=zone(name), kind="Sección") for name in reversed(names)]
    return [a_head_unit(), *zones, *sections]


def test_sections_of_one_name_are_told_by_their_zones() -> None:
    proposal = a_plan(a_body_of_zones(), a_text(*the_text_of("Este", "Norte", "Sur")))
    assert {type(planned.act) for planned in proposal.acts} == {RestateUnit}
    assert len(proposal.acts) == 7


def test_a_zone_that_is_renamed_keeps_its_section() -> None:
    units = the_text_of("Norte", "Sur", "Este")
    units[3] = a_text_unit(zone("Oriente"), work_of("Este"))
    units[4] = a_text_unit(SECTION, WORK, parent=zone("Oriente"), kind="Sección")
    book = a_body_of_zones()
    proposal = a_plan(book, a_text(*units))
    assert [planned.act for planned in proposal.acts if isinstance(planned.act, RenameUnit)] == [
        RenameUnit(unit="este", name="Departamento Zonal Oriente")
    ]
    assert structure_of(book).units["adm-este"].parent == under("este")


def test_a_new_zone_that_a_part_describes_takes_nothing_from_its_sisters() -> None:
    book = a_body_of_zones()
    before = structure_of(book)
    _, west, section = the_text_of("Oeste")
    proposal = a_plan(book, a_text(west, section), None)
    assert [type(planned.act) for planned in proposal.acts] == [CreateUnit, CreateUnit]
    assert acts_of(proposal) == ["create unit zonal-oeste", "create unit administrativa"]
    assert proposal.acts[0].instead_of[0].code is AlternativeCode.RENAME
    after = structure_of(book)
    assert {code: after.units[code] for code in before.units} == dict(before.units)
    assert {code: after.functions[code] for code in before.functions} == dict(before.functions)
