"""`verify` and `rebuild`: faults are found and named, and rows come back from the ledger."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

from tests.api.command_line.conftest import FILES, held, organica

REMEDY = (
    "El libro está íntegro y solo difieren filas que se derivan de él, como ocurre si otra versión del "
    "programa las escribió. «organica rebuild» las rehace."
)


def test_a_sound_register_verifies(migrated_url: str) -> None:
    assert organica("load", url=migrated_url).code == 0
    verified = organica("--lang", "en", "verify", url=migrated_url)
    assert (verified.code, verified.err) == (0, "")
    root, verdict = verified.out.splitlines()
    assert re.fullmatch(f"Root: {FILES}:[0-9a-f]{{64}}", root)
    assert re.fullmatch(rf"Entries: {FILES}\. Rows: \d+\. All agree\.", verdict)


def test_rebuilding_gives_the_same_rows(migrated_url: str) -> None:
    assert organica("load", url=migrated_url).code == 0
    before = held(migrated_url)
    rebuilt = organica("rebuild", url=migrated_url)
    assert (rebuilt.code, rebuilt.out) == (0, f"Filas rehechas a partir de {FILES} asientos.\n")
    assert held(migrated_url) == before
    assert json.loads(organica("rebuild", "--json", url=migrated_url).out) == {"entries": FILES}


def test_an_altered_row_is_found_and_mended(seeded: str) -> None:
    before = held(seeded)
    with sqlite3.connect(Path(seeded.removeprefix("sqlite:///"))) as database:
        changed = database.execute(
            "UPDATE unit_version SET name = 'Otra' WHERE code = 'atencion-usuaria'"
        ).rowcount
    database.close()
    assert changed > 0
    verified = organica("verify", url=seeded)
    assert verified.code == 4
    assert verified.out.splitlines()[0].startswith(
        "rows_differ (asiento 1 · cl.chilecompra): las filas no son las del libro; unit atencion-usuaria "
    )
    assert verified.out.splitlines()[-2].endswith(" fallas.")
    assert verified.out.splitlines()[-1] == REMEDY
    as_json = organica("verify", "--json", url=seeded)
    assert as_json.code == 4
    assert json.loads(as_json.out)["rows_alone"] is True
    assert {fault["code"] for fault in json.loads(as_json.out)["faults"]} == {"rows_differ"}
    assert organica("rebuild", url=seeded).code == 0
    assert held(seeded) == before
    assert organica("verify", url=seeded).code == 0


def test_an_altered_entry_is_found(seeded: str) -> None:
    with sqlite3.connect(Path(seeded.removeprefix("sqlite:///"))) as database:
        triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("UPDATE entry SET document = CAST(document || ' ' AS BLOB) WHERE \"index\" = 1")
    database.close()
    verified = organica("--lang", "en", "verify", url=seeded)
    assert verified.code == 4
    assert "bad_digest (entry 1): the document is not what its digest says" in verified.out
    # No rebuild mends a ledger.
    assert "rebuild" not in verified.out
    assert json.loads(organica("verify", "--json", url=seeded).out)["rows_alone"] is False
