"""`organica verify` and `organica rebuild`: the rows are what the ledger says, and the ledger is intact.

`verify` changes nothing and ends with code 4 where it found faults; `rebuild` derives every row anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.asking import Json, asked, language_of, run, settings
from api.commands.failing import ExitCode
from api.commands.opening import opened
from api.commands.paper import Progress, print_json, progress, say
from api.commands.speech import both
from organica.domain.errors import Language, Says
from organica.register.faults import Fault
from organica.register.proof import Checkpoint, parse_checkpoint
from organica.register.rebuild import rebuild as rebuild_rows
from organica.register.verify import Verification
from organica.register.verify import verify as verify_register

VERIFY_HELP = both(
    "Recalcula cada huella y compara las filas con el libro de asientos.",
    "Recompute every digest and compare the rows with the ledger.",
)
VERIFY_EPILOG = both(
    """Ejemplo:
  organica verify

No cambia nada. Si encuentra fallas, las nombra y termina con el código 4.
Anote la raíz que imprime, con su cantidad de asientos, o publíquela: más adelante --expect muestra con
ella si se quitaron asientos del final o si se reescribieron por completo.""",
    """Example:
  organica verify

It changes nothing. Where it finds faults, it names them and ends with code 4.
Keep the root that it prints with its number of entries, or publish it: later on --expect shows with it
whether entries were cut off the end or rewritten altogether.""",
)
REBUILD_HELP = both(
    "Rehace todas las filas a partir del libro de asientos.", "Derive all rows anew from the ledger."
)
REBUILD_EPILOG = both(
    """Ejemplo:
  organica rebuild

El libro no cambia; las filas quedan iguales o corregidas, en una sola transacción.""",
    """Example:
  organica rebuild

The ledger does not change; the rows come out equal or mended, in one transaction.""",
)
MOST_FAULTS = 20  # A person needs the first ones; --json gives all.
# What each code of a fault means; the detail that follows is the register's own, in English.
_FAULTS_ES = {
    "index_gap": "falta un asiento",
    "bad_digest": "el documento no coincide con su huella",
    "bad_leaf": "el encabezado no coincide con su hoja",
    "bad_document": "el documento no se puede leer",
    "clock_backwards": "registrado antes que el asiento anterior",
    "bad_seal": "un nombre no corresponde a su sello",
    "name_missing": "falta un nombre que nadie reservó",
    "name_not_erased": "sigue ahí un nombre que fue reservado",
    "organizations_differ": "el asiento cambia una organización que no nombra",
    "rows_differ": "las filas no son las del libro",
    "changes_differ": "los cambios publicados no son los del libro",
    "act_no_longer_applies": "un acto ya no se puede aplicar",
    "head_differs": "la cabeza del registro no es su último asiento",
    "unreadable_row": "una fila no se puede leer",
    "entries_missing": "faltan asientos al final",
    "root_differs": "los asientos no son los que se registraron",
}
_ROWS_ALONE = Says(
    es="El libro está íntegro y solo difieren filas que se derivan de él, como ocurre si otra versión del "
    "programa las escribió. «organica rebuild» las rehace.",
    en="The ledger is intact and only rows that are derived from it differ, as they do where another version "
    "of the program wrote them. `organica rebuild` derives them anew.",
)
Expected = Annotated[
    list[str] | None,
    typer.Option(
        "--expect",
        metavar=both("CANTIDAD:RAÍZ", "SIZE:ROOT"),
        help=both(
            "Una raíz anotada o publicada antes: los primeros CANTIDAD asientos deben dar esa RAÍZ. Se puede "
            "repetir; la última que coincide acota dónde está la diferencia.",
            "A root kept or published before: the first SIZE entries must give that ROOT. May be repeated; "
            "the last one that agrees narrows down where the difference lies.",
        ),
    ),
]


def verify(context: typer.Context, expect: Expected = None, as_json: Json = False) -> None:
    """Check the ledger and the rows."""
    language = language_of(context)
    expected = [asked(parse_checkpoint, text) for text in expect or ()]
    with progress("Verificando", "Verifying", language) as tell:
        found = run(_verify(tell, expected))
    if as_json:
        faults = [asdict(fault) for fault in found.faults]
        told = {"entries": found.entries, "rows": found.rows, "root": found.root.hex(), "faults": faults}
        print_json({**told, "rows_alone": found.rows_alone})
    else:
        for fault in found.faults[:MOST_FAULTS]:
            say(_fault_line(fault, language))
        if len(found.faults) > MOST_FAULTS:
            say("…")
        say(f"{'Raíz' if language == 'es' else 'Root'}: {found.checkpoint}")
        say(_verdict(found, language))
        if found.rows_alone:
            say(_ROWS_ALONE.render(language, {}))
    if found.faults:
        raise typer.Exit(ExitCode.FAULTS)


def rebuild(context: typer.Context, as_json: Json = False) -> None:
    """Derive every row anew."""
    language = language_of(context)
    with progress("Rehaciendo", "Rebuilding", language) as tell:
        entries = run(_rebuild(tell))
    if as_json:
        print_json({"entries": entries})
        return
    es, en = f"Filas rehechas a partir de {entries} asientos.", f"Rows rebuilt from {entries} entries."
    say(es if language == "es" else en)


async def _verify(tell: Progress, expected: Sequence[Checkpoint]) -> Verification:
    async with opened(settings().database_url) as register:
        return await verify_register(register, tell, expected=expected)


async def _rebuild(tell: Progress) -> int:
    async with opened(settings().database_url) as register:
        return await rebuild_rows(register, tell)


def _fault_line(fault: Fault, language: Language) -> str:
    word = "asiento" if language == "es" else "entry"
    place = " · ".join(
        part for part in (f"{word} {fault.entry}" if fault.entry else "", fault.organization or "") if part
    )
    meaning = f"{_FAULTS_ES.get(fault.code, fault.code)}; " if language == "es" else ""
    return f"{fault.code} ({place}): {meaning}{fault.detail}"


def _verdict(found: Verification, language: Language) -> str:
    if language == "es":
        verdict = f"{len(found.faults)} fallas." if found.faults else "Todo coincide."
        return f"Asientos: {found.entries}. Filas: {found.rows}. {verdict}"
    verdict = f"{len(found.faults)} faults." if found.faults else "All agree."
    return f"Entries: {found.entries}. Rows: {found.rows}. {verdict}"
