"""What a text may not hold is refused in a resolution made in code too, with its path, and nothing changes."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from db.store import Store
from organica.domain.acts import (
    Act,
    AmendFunction,
    Appoint,
    AssignFunction,
    CreatePost,
    EndAppointment,
    FunctionItem,
    FunctionRef,
    Holder,
    PostItem,
    PostRef,
    RenameUnit,
    SetObjective,
    SuppressUnit,
)
from organica.domain.errors import BadInput, Fact
from organica.domain.resolution import CoverageClaim, DoubtNote, Resolution
from organica.domain.source import Provision
from organica.register.enact import enact, preview
from tests.makers import a_resolution, a_unit

HEAD = PostRef(at="division/head")
RUN = "RUN 12.345.678-5"
DIRECTION: dict[str, Fact] = {"character": "U+202E", "name": "RIGHT-TO-LEFT OVERRIDE"}


def founding() -> Resolution:
    functions = (FunctionItem("Llevar el registro.", "a"),)
    return a_resolution(a_unit("division", functions=functions, posts=[PostItem(heads=True)]))


async def everything(store: Store) -> object:
    """Return all that the register holds, for proving that nothing changed."""
    rows = [await store.rows(code) for code in await store.organizations()]
    return (list(await store.entries()), list(await store.disclosures()), rows, await store.head())


ACTS: list[tuple[Act, str, str, dict[str, Fact]]] = [
    (RenameUnit(unit="division", name="Uno\u202eDos"), "forbidden_character", "rename.name", DIRECTION),
    (RenameUnit(unit="division", name="Uno\0"), "forbidden_character", "rename.name", {"character": "U+0000", "name": "NULL"}),
    (SetObjective(unit="division", objective="Aten\u00adder"), "forbidden_character", "set_objective.objective", {"name": "SOFT HYPHEN"}),
    (SetObjective(unit="division", objective="\ud800"), "forbidden_character", "set_objective.objective", {"name": "<surrogate-D800>"}),
    (AssignFunction(unit="division", function=FunctionItem("Uno\ufffe.", "b")), "forbidden_character", "assign.function.text", {"character": "U+FFFE"}),
    (RenameUnit(unit="division", name="Uno\nDos"), "not_one_line", "rename.name", {}),
    (RenameUnit(unit="division", name=" "), "empty_value", "rename.name", {}),
    (RenameUnit(unit="division", name=cast(str, 7)), "expected_text", "rename.name", {}),
    (Appoint(post=HEAD, holder=Holder("")), "holder_without_name", "appoint.holder", {}),
    (Appoint(post=HEAD, holder=Holder(None)), "holder_without_name", "appoint.holder", {}),
    (Appoint(post=HEAD, holder=Holder("— 1")), "holder_without_name", "appoint.holder", {}),
    (Appoint(post=HEAD, holder=Holder(f"Ana Rojas {RUN}")), "personal_data", "appoint.holder", {}),
    (EndAppointment(post=HEAD, holder=Holder("ana@ejemplo.cl")), "personal_data", "end_appointment.holder", {}),
    (Appoint(post=HEAD, holder=Holder("Ana Rojas"), capacity="ana@ejemplo.cl"), "email_address_written", "appoint.capacity", {}),
    (Appoint(post=HEAD, holder=Holder("Ana Rojas"), employment=RUN), "identity_number_written", "appoint.employment", {"kind": "RUN"}),
    (CreatePost(unit="division", post=PostItem(name="Jefa, DNI 12345678")), "identity_number_written", "create_post.post.name", {"kind": "DNI"}),
    (AmendFunction(function=FunctionRef(at="division/a"), text="Avisar a a@ejemplo.cl."), "email_address_written", "amend.text", {}),
    (SuppressUnit(unit="division", provision=Provision(printed=RUN)), "identity_number_written", "suppress.provision.printed", {}),
]  # fmt: skip


@pytest.mark.parametrize(("act", "code", "path", "facts"), ACTS, ids=[f"{row[1]} {row[2]}" for row in ACTS])
async def test_what_a_file_may_not_say_is_refused_in_code_too_and_changes_nothing(
    store: Store, act: Act, code: str, path: str, facts: dict[str, Fact]
) -> None:
    await enact(store, founding())
    before = await everything(store)
    ordered = a_resolution(act, number="2", in_force_from="2018-01-01")
    for write in (preview, enact):
        with pytest.raises(BadInput) as refusal:
            await write(store, ordered)
        assert refusal.value.code == code
        assert refusal.value.facts == {**refusal.value.facts, **facts, "path": f"acts[0].{path}"}
        assert "12.345.678" not in f"{refusal.value.facts}{refusal.value.sentence()}"
    assert await everything(store) == before


def around() -> list[tuple[str, Resolution]]:
    made = a_resolution(SuppressUnit(unit="division"), number="2", in_force_from="2018-01-01")
    return [
        ("source.subject", replace(made, source=replace(made.source, subject=RUN))),
        ("source.citation", replace(made, source=replace(made.source, citation_printed=RUN))),
        ("source.title", replace(made, source=replace(made.source, title=RUN))),
        ("coverage.note", replace(made, coverage=CoverageClaim(("division",), note=RUN))),
        ("doubts[0].printed", replace(made, doubts=(DoubtNote("name_variant", printed=RUN),))),
        ("doubts[0].decision", replace(made, doubts=(DoubtNote("name_variant", decision=RUN),))),
    ]


@pytest.mark.parametrize(("path", "made"), around(), ids=[path for path, _ in around()])
async def test_what_stands_around_the_acts_is_judged_alike(store: Store, path: str, made: Resolution) -> None:
    await enact(store, founding())
    before = await everything(store)
    with pytest.raises(BadInput) as refusal:
        await enact(store, made)
    assert (refusal.value.code, refusal.value.facts["path"]) == ("identity_number_written", path)
    assert await everything(store) == before


async def test_numbers_of_laws_and_of_public_bodies_are_taken_in(store: Store) -> None:
    text = "Aplicar la Ley N° 19.880 y la N° 18.695 ante el RUT 60.805.000-0; ID 1057976-7-LP24."
    made = a_resolution(a_unit("division", functions=[FunctionItem(text, "a")]))
    assert (await enact(store, made)).new
