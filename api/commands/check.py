"""`organica verify` and `organica rebuild`: the rows are what the ledger says, and the ledger is intact.

`verify` changes nothing and ends with code 4 where it found faults; `rebuild` derives every row anew.
"""

from __future__ import annotations

from dataclasses import asdict

import typer

from api.commands.asking import Json, language_of, run, settings
from api.commands.failing import ExitCode
from api.commands.opening import opened
from api.commands.paper import Progress, print_json, progress, say
from api.commands.speech import both
from organica.domain.errors import Language
from organica.register.rebuild import rebuild as rebuild_rows
from organica.register.verify import Fault, Verification
from organica.register.verify import verify as verify_register

VERIFY_HELP = both(
    "Recalcula cada huella y compara las filas con el libro de asientos.",
    "Recompute every digest and compare the rows with the ledger.",
)
VERIFY_EPILOG = both(
    """Ejemplo:
  organica verify

No cambia nada. Si encuentra fallas, las nombra y termina con el código 4.""",
    """Example:
  organica verify

It changes nothing. Where it finds faults, it names them and ends with code 4.""",
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
    "rows_differ": "las filas no son las del libro",
    "act_no_longer_applies": "un acto ya no se puede aplicar",
    "head_differs": "la cabeza del registro no es su último asiento",
    "unreadable_row": "una fila no se puede leer",
}


def verify(context: typer.Context, as_json: Json = False) -> None:
    """Check the ledger and the rows."""
    language = language_of(context)
    with progress("Verificando", "Verifying", language) as tell:
        found = run(_verify(tell))
    if as_json:
        faults = [asdict(fault) for fault in found.faults]
        print_json({"entries": found.entries, "rows": found.rows, "faults": faults})
    else:
        for fault in found.faults[:MOST_FAULTS]:
            say(_fault_line(fault, language))
        if len(found.faults) > MOST_FAULTS:
            say("…")
        say(_verdict(found, language))
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


async def _verify(tell: Progress) -> Verification:
    async with opened(settings().database_url) as register:
        return await verify_register(register, tell)


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
