"""`changes` and `turn`: the feed in sentences and as JSON, and the clock by hand."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

from db.engine import make_engine
from db.store import Store
from organica.register.enact import enact
from tests.api.command_line.conftest import held, organica
from tests.register.test_changes import Clock, founding, renaming


def filled(url: str) -> None:
    """Enact, in 2020, a founding and an act of a later day, which nobody has turned to since."""

    async def fill() -> None:
        store = Store(make_engine(url))
        clock = Clock("2020-06-01")
        await enact(store, founding(), clock=clock)
        await enact(store, renaming("2", "2020-06-10", "Nuevo"), clock=clock)
        await store.close()

    asyncio.run(fill())


def test_the_changes_are_sentences_under_their_entry_and_day(empty: str) -> None:
    filled(empty)
    told = organica("changes", "--after", "2", url=empty)
    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines() == [
        "cl.servicio-ficticio: 1 de enero de 2015 (asiento 1)",
        "     3 + Se crea «Departamento Dep» (dep).  [Resolución exenta 1 de 2015, el 1 de enero de 2015]",
        "     4 + Departamento Dep recibe la función dep.1: «Ejercer la función a.»  "
        "[Resolución exenta 1 de 2015, el 1 de enero de 2015]",
        "cl.servicio-ficticio: 1 de enero de 2015 (asiento 1) · cambia el registro, no la norma",
        "     5 ~ El registro pasa a cubrir cl.servicio-ficticio: cobertura completa.",
        "cl.servicio-ficticio: 10 de junio de 2020 (asiento 2)",
        "     6 ~ «Departamento Dep» pasa a llamarse «Nuevo» (dep).  "
        "[Resolución exenta 2 de 2020, el 10 de junio de 2020]",
        "Último número: 6.",
    ]


def test_turning_tells_what_took_effect_and_a_second_time_nothing(empty: str) -> None:
    filled(empty)
    assert organica("turn", url=empty).out == "Cambios que entraron en vigor: 1.\n"
    assert organica("--lang", "en", "turn", url=empty).out == "Changes that took effect: 0.\n"
    told = organica("--lang", "en", "changes", "--after", "6", url=empty)
    assert told.out.splitlines() == [
        "cl.servicio-ficticio: 10 June 2020 (takes effect)",
        "     7 ~ “Departamento Dep” is renamed “Nuevo” (dep).  [Resolución exenta 2 de 2020, on 10 June 2020]",
        "Last number: 7.",
    ]
    assert organica("verify", url=empty).code == 0


def test_json_goes_on_from_its_number(seeded: str) -> None:
    before = held(seeded)
    whole = json.loads(organica("changes", "--json", url=seeded).out)
    assert [each["seq"] for each in whole["changes"]] == list(range(1, whole["after"] + 1))
    newest = str(whole["after"])
    nothing = json.loads(organica("changes", "--after", newest, "--json", url=seeded).out)
    assert nothing == {"changes": [], "after": whole["after"]}
    assert json.loads(organica("turn", "--json", url=seeded).out) == {"changes": 0}
    assert held(seeded) == before


def test_only_the_organization_that_is_asked_for(seeded: str) -> None:
    told = organica("changes", "--organization", "cl.chilecompra", url=seeded)
    assert len(re.findall(r"^ +\d+ ", told.out, re.MULTILINE)) == int(
        told.out.rsplit(" ", 1)[1].rstrip(".\n")
    )
    refused = organica("changes", "--organization", "cl.nadie", url=seeded)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("error[unknown_organization]: ")


def test_wrong_arguments_and_a_register_that_cannot_be_written(empty: str, tmp_path: Path) -> None:
    filled(empty)
    refused = organica("changes", "--after", "último", url=empty)
    assert refused.code == 2
    assert refused.err.startswith("error[bad_change_number]: «último» no es el número de un cambio.")
    ahead = organica("changes", "--after", "99", url=empty)
    assert (ahead.code, ahead.err.split(":")[0]) == (1, "error[unknown_change]")
    closed = organica("turn", url=f"{empty}?immutable=1")
    assert (closed.code, closed.err.split(":")[0]) == (3, "error[storage_read_only]")
