"""`organica check`: files are well written, and the register would take them in, one after the other.

Takes files; changes nothing. Every file is read before the first is compared with the register; those that
follow are compared as if those before them had been enacted.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from api.commands.asking import Json, language_of, run, settings
from api.commands.opening import opened
from api.commands.paper import print_json, print_lines, say
from api.commands.resolutions import filing_in, located_in
from api.commands.speech import both
from api.commands.terms import notice_lines, plain_notices, vocabularies_in_use
from organica.domain.errors import Language
from organica.domain.filings import Filing
from organica.domain.vocabulary.terms import Notice, notices
from organica.register.enact import Preview
from organica.register.rehearsal import Rehearsal

HELP = both(
    "Revisa archivos de resolución sin promulgarlos: cómo están escritos y si el registro los admitiría.",
    "Check resolution files without enacting them: how they are written, and what the register says to them.",
)
EPILOG = both(
    """Ejemplo:
  organica check propuesta/*.yaml

No cambia nada. Un error dice archivo, línea y columna. Cada archivo se revisa como si los anteriores ya
estuvieran promulgados. Un aviso no impide nada: el vocabulario del país no conoce ese término.""",
    """Example:
  organica check proposal/*.yaml

It changes nothing. An error tells file, line and column. Each file is checked as if those before it were
enacted already. A notice stops nothing: the vocabulary of the country does not know that term.""",
)


def check(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar=both("ARCHIVO", "FILE"),
            help=both("Archivos de resolución, en orden.", "Resolution files, in order."),
        ),
    ],
    as_json: Json = False,
) -> None:
    """Check each file, and tell how much it would change."""
    language = language_of(context)
    vocabularies = vocabularies_in_use()
    filings = [(path, filing_in(path)) for path in files]
    checked = run(_rehearsed(filings))
    noticed = [notices(filing, vocabularies) for _, filing in filings]
    if as_json:
        told = zip(checked, noticed, strict=True)
        print_json({"files": [_plain(path, previewed, found) for (path, previewed), found in told]})
        return
    for (path, previewed), found in zip(checked, noticed, strict=True):
        say(_line(path, previewed, language))
        print_lines(notice_lines(found, language))


async def _rehearsed(filings: list[tuple[Path, Filing]]) -> list[tuple[Path, Preview]]:
    async with opened(settings().database_url) as register, register.reading() as reads:
        rehearsal = Rehearsal(reads)
        found = []
        for path, filing in filings:
            with located_in(path):
                found.append((path, await rehearsal.preview(filing)))
        return found


def _line(path: Path, previewed: Preview, language: Language) -> str:
    if previewed.already is not None:
        es = f"ya está en el registro (asiento {previewed.already})."
        en = f"the register holds it already (entry {previewed.already})."
    else:
        days = len(previewed.effects)
        changes = sum(len(effect.changes) for effect in previewed.effects)
        es = f"sin errores. Cambios: {changes}, en {days} {'día' if days == 1 else 'días'}."
        en = f"no errors. Changes: {changes}, on {days} {'day' if days == 1 else 'days'}."
    return f"{path.as_posix()}: {es if language == 'es' else en}"


def _plain(path: Path, previewed: Preview, noticed: Sequence[Notice]) -> dict[str, Any]:
    changes = sum(len(effect.changes) for effect in previewed.effects)
    days = [effect.day.isoformat() for effect in previewed.effects]
    return {
        "file": path.as_posix(),
        "entry": previewed.already,
        "changes": changes,
        "days": days,
        "notices": plain_notices(noticed),
    }
