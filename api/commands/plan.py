"""`organica plan`: from a published page to resolution files that a person checks.

Takes a text and the facts that it does not print; writes files into a folder. It enacts nothing, and does
not compare with the structure in force yet.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.asking import Json, language_of
from api.commands.failing import WrongUsage
from api.commands.paper import print_json, say
from api.commands.speech import both
from organica.domain.errors import Conflict, Refused, Says, Unavailable
from organica.domain.resolution import Resolution
from organica.files import read_plain, write
from organica.files.errors import FileUnreadable
from organica.importer import read as read_document
from organica.importer.errors import FileNotReadable
from organica.plan import read_facts, state_outline

HELP = both(
    "Propone los archivos de resolución de un texto publicado, para que una persona los revise. "
    "Por ahora declara todo lo que el texto dice; la comparación con la estructura vigente vendrá después.",
    "Propose the resolution files of a published text, for a person to check. "
    "For now it states all that the text says; comparing it with the structure in force comes later.",
)
EPILOG = both(
    """Ejemplo:
  organica plan pagina.txt --facts pagina.facts.yaml --out propuesta

Los datos que la página no imprime (organización, evidencia, cobertura) van en el archivo de datos;
seeds/cl.chilecompra/sources tiene un ejemplo.""",
    """Example:
  organica plan page.txt --facts page.facts.yaml --out proposal

What the page does not print (organization, evidence, coverage) stands in the file of facts;
seeds/cl.chilecompra/sources has an example.""",
)


class FileExists(Conflict):
    """A file that stands there already would be overwritten."""

    code = "file_exists"
    says = Says(es="{file} ya existe; no se escribió nada.", en="{file} exists already; nothing was written.")
    remedy = Says(es="Elija otra carpeta o agregue --force.", en="Choose another folder or add --force.")


class FolderNotWritable(Unavailable):
    """The proposal cannot be written."""

    code = "folder_not_writable"
    says = Says(es="No se puede escribir {file}: {reason}.", en="{file} cannot be written: {reason}.")
    remedy = Says(es="Revise permisos y espacio.", en="Check permissions and room.")


def plan(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar=both("ARCHIVO", "FILE"), help=both("El texto, en UTF-8.", "The text, in UTF-8.")
        ),
    ],
    facts: Annotated[
        Path,
        typer.Option(
            "--facts",
            metavar=both("DATOS.yaml", "FACTS.yaml"),
            help=both("Lo que el texto no imprime.", "What the text does not print."),
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar=both("CARPETA", "FOLDER"),
            help=both("Dónde escribir la propuesta.", "Where to write the proposal."),
        ),
    ],
    force: Annotated[
        bool, typer.Option("--force", help=both("Sobrescribe.", "Overwrite what is there."))
    ] = False,
    as_json: Json = False,
) -> None:
    """Write the resolution files that a text proposes."""
    language = language_of(context)
    try:
        outline, known = read_document(file), read_plain(facts)
    except (FileNotReadable, FileUnreadable) as refusal:
        raise WrongUsage(refusal) from refusal
    try:
        enactment, attestation = state_outline(outline, read_facts(known))
    except Refused as refusal:
        refusal.located(file=facts.as_posix())
        raise
    proposed = {out / _name(each): write(each) for each in (enactment, attestation) if each is not None}
    _write_all(proposed, force)
    if as_json:
        print_json({"files": [path.as_posix() for path in proposed], "doubts": len(outline.doubts)})
        return
    for path in proposed:
        say(path.as_posix())
    count = len(outline.doubts)
    es = f"Dudas del lector: {count}. Revise los archivos antes de promulgarlos."
    en = f"The reader's doubts: {count}. Check the files before enacting them."
    say(es if language == "es" else en)


def _name(resolution: Resolution) -> str:
    """Return a file's name: the end of its source's key, so that names sort by year."""
    _, _, kind, year, name = resolution.source.key.split("/", 4)
    return f"{year}-{kind}-{name}.yaml".lower()


def _write_all(proposed: dict[Path, str], force: bool) -> None:
    """Write all files, or, where one of them stands there already, none."""
    for path in proposed:
        if path.exists() and not force:
            raise FileExists(file=path.as_posix())
    for path, text in proposed.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise FolderNotWritable(file=path.as_posix(), reason=error.strerror or str(error)) from error
