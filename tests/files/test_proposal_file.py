"""A proposed file says beside each act why, and is not read until a person has decided on what is marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organica.domain.resolution import Resolution
from organica.files import read_file, read_text, write
from organica.files.errors import UndecidedAct
from organica.files.proposal_file import Remark, write_proposal
from tests.files.strategies import resolutions
from tests.files.test_round_trip import CLASSES
from tests.makers import resolution_of

SEED = Path(__file__).parents[2] / "seeds/cl.chilecompra/resolutions/0001-resolucion-exenta-35b-2024.yaml"
SCHEMA = "resolution-1.schema.json"
HEAD = """\
# yaml-language-server: $schema=resolution-1.schema.json
# Propuesto según pagina.txt.
organica: resolution/1
organization: cl.x
source: {kind: ley, number: "1", in_force_from: "2024"}
"""
TWO = "acts:\n  - suppress: {unit: a}\n  - rename: {unit: b, name: Uno}\n"


def test_remarks_stand_above_their_acts() -> None:
    two = resolution_of(read_text(HEAD + TWO, "r.yaml"))
    remarks = [Remark(("Seguro (1,00).", "En lugar de (0,20): dejarla.")), Remark()]
    assert write_proposal(two, remarks, ["Propuesto según pagina.txt."], SCHEMA) == HEAD.replace(
        'source: {kind: ley, number: "1", in_force_from: "2024"}\n',
        'source: {kind: ley, number: "1", year: 2024, in_force_from: "2024"}\n',
    ) + (
        "acts:\n"
        "  # Seguro (1,00).\n"
        "  # En lugar de (0,20): dejarla.\n"
        "  - suppress: {unit: a}\n"
        "  - rename: {unit: b, name: Uno}\n"
    )


def test_nobody_enacts_what_is_uncertain_by_mere_carelessness() -> None:
    two = resolution_of(read_text(HEAD + TWO, "r.yaml"))
    proposed = write_proposal(
        two, [Remark(("Dudoso (0,40).",), True), Remark()], ["Propuesto según pagina.txt."], SCHEMA
    )
    marked = "  # Dudoso (0,40).\n  - suppress:\n      unit: a\n      undecided: true\n"
    assert marked in proposed
    with pytest.raises(UndecidedAct) as refusal:
        read_text(proposed, "r.yaml")
    line = proposed.splitlines().index("      undecided: true") + 1
    assert refusal.value.facts == {
        "act": "suppress", "file": "r.yaml", "line": line, "column": 7, "path": "acts[0].suppress.undecided",
    }  # fmt: skip
    assert refusal.value.cure("es") == (
        "Si el texto lo ordena, borre la línea «undecided»; si no, borre el acto entero."
    )
    # A person who agrees deletes the line; one who does not deletes the act.
    assert read_text(proposed.replace("      undecided: true\n", ""), "r.yaml") == two
    rejected = resolution_of(read_text(proposed.replace(marked, ""), "r.yaml"))
    assert rejected.acts == two.acts[1:]


def test_the_mark_is_refused_whatever_it_says() -> None:
    for mark in ("true", "false", "no sé"):
        with pytest.raises(UndecidedAct):
            read_text(HEAD + f"acts:\n  - suppress: {{unit: a, undecided: {mark}}}\n", "r.yaml")


def test_what_was_printed_on_several_lines_stays_behind_its_comment() -> None:
    two = resolution_of(read_text(HEAD + TWO, "r.yaml"))
    said = Remark(("El texto lo ordena: «uno\n- suppress: {unit: c}\r\n dos».",))
    assert read_text(write_proposal(two, [said, said], ["a\nb: c"], SCHEMA), "r.yaml") == two


def without_comments(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.lstrip().startswith("#"))


def test_but_for_its_comments_a_proposal_is_the_file_as_it_is_always_written() -> None:
    seed = resolution_of(read_file(SEED))
    remarks = [Remark(("Seguro. " * 30,))] * len(seed.acts)
    assert without_comments(write_proposal(seed, remarks, ["Título"], SCHEMA)) == write(seed)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(resolutions(CLASSES), st.data())
def test_any_proposal_is_its_resolution_once_the_marks_are_gone(
    resolution: Resolution, data: st.DataObject
) -> None:
    marks = [data.draw(st.booleans()) for _ in resolution.acts]
    proposed = write_proposal(resolution, [Remark(("x",), mark) for mark in marks], (), SCHEMA)
    decided = proposed.replace("      undecided: true\n", "")
    assert decided.count("undecided") == 0
    assert read_text(decided, "r.yaml") == resolution
