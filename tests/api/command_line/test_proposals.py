"""`organica proposals` and `preview`: what is only proposed, in both languages, and never as what is in force."""

from __future__ import annotations

import json
from pathlib import Path

from tests.api.command_line.conftest import SEEDS, organica

PLAN = "pe/mtpe/propuesta-plan-de-trabajo/2023/plan-de-trabajo-producto-de-la-cooperacion-con-paraguay"
AREA = "Área de gestión operativa para la capacitación virtual"


def test_the_ministrys_plan_is_stored_previewed_and_not_in_force(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'organica.sqlite'}"
    assert organica("migrate", url=url).code == 0
    files = sorted((SEEDS / "pe.mtpe" / "resolutions").glob("*.yaml"))
    entered = organica("enact", "--yes", *files, url=url)
    assert entered.code == 0, entered.err
    assert "Es una propuesta: se guarda y no rige." in entered.out
    assert f"+ Se crea «{AREA}»" in entered.out
    listed = organica("proposals", "pe.mtpe", url=url)
    assert listed.out.startswith("propuesta: Plan de Trabajo")
    assert PLAN in listed.out
    shown = organica("preview", PLAN, url=url)
    assert "Sólo se propone para pe.mtpe; no rige." in shown.out
    assert f"+ Se crea «{AREA}»" in shown.out
    assert "propuesta: Plan de Trabajo" in shown.out
    english = organica("--lang", "en", "preview", PLAN, "--structure", url=url).out
    assert "Only proposed for pe.mtpe; not in force." in english
    assert "proposal: Plan de Trabajo" in english
    assert AREA in english
    assert AREA not in organica("structure", "pe.mtpe", url=url).out
    answer = json.loads(organica("preview", PLAN, "--json", url=url).out)
    assert (answer["proposed"], answer["applies"]) == (True, True)
    none = organica("preview", "pe/mtpe/propuesta-plan/2023/no", url=url)
    assert none.code == 1
    assert "organica proposals" in none.err
