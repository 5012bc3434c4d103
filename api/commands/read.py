"""`organica read`: the outline of a published text, with the reader's doubts.

Takes a file; prints a tree, JSON, or the numbered text that the places point at. Changes nothing and needs
no register.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from api.commands.asking import Json, language_of
from api.commands.failing import BadArguments, WrongUsage
from api.commands.paper import print_json, print_lines, say
from api.commands.speech import both
from api.commands.terms import vocabularies_in_use
from organica.domain.outline import Outline, to_plain
from organica.domain.vocabulary.terms import doubts_of
from organica.importer import read as read_document
from organica.importer.document import Document
from organica.importer.errors import FileNotReadable
from organica.importer.formats import Format, content_of, document_of_bytes, sniff
from organica.importer.registers import register_document
from organica.render.outline import doubt_lines, outline_lines, summary
from organica.render.tree import Line, Style, lettered

HELP = both(
    "Lee un texto publicado y muestra lo que dice: unidades, funciones, fuentes y dudas.",
    "Read a published text and show what it says: units, functions, sources and doubts.",
)
EPILOG = both(
    """Ejemplo:
  organica read seeds/cl.chilecompra/sources/division-gestion-usuaria.txt
  organica read decreto.pdf --text     el texto con los números de línea que se citan

No cambia nada: quien lee confirma las dudas y escribe el archivo de resolución.""",
    """Example:
  organica read seeds/cl.chilecompra/sources/division-gestion-usuaria.txt
  organica read decree.pdf --text     the text with the numbers of the lines that are cited

It changes nothing: a person settles the doubts and writes the resolution file.""",
)


def read(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(metavar=both("ARCHIVO", "FILE"), help=both("El documento.", "The document.")),
    ],
    text: Annotated[
        bool,
        typer.Option(
            "--text",
            help=both(
                "Imprime el texto leído, con sus líneas numeradas.", "Print the text, its lines numbered."
            ),
        ),
    ] = False,
    doubts: Annotated[
        bool, typer.Option("--doubts", help=both("Imprime solo las dudas.", "Print the doubts only."))
    ] = False,
    as_json: Json = False,
) -> None:
    """Print the outline of a text."""
    if text + doubts + as_json > 1:
        raise WrongUsage(
            BadArguments(
                problem_es="--text, --doubts y --json no van juntas.",
                problem_en="--text, --doubts and --json do not go together.",
                command=context.command_path,
            )
        )
    language = language_of(context)
    try:
        if text:
            print_lines(_numbered(_document(file)))
            return
        outline = _with_terms_doubted(read_document(file))
    except FileNotReadable as refusal:
        raise WrongUsage(refusal) from refusal
    if as_json:
        print_json(to_plain(outline))
        return
    print_lines(doubt_lines(outline, language) if doubts else outline_lines(outline, language))
    say(summary(outline, language))


def _with_terms_doubted(outline: Outline) -> Outline:
    """Return the outline with a doubt for each term that no vocabulary knows."""
    return replace(outline, doubts=(*outline.doubts, *doubts_of(outline, vocabularies_in_use())))


def _document(file: Path) -> Document:
    content = content_of(file)
    opened = register_document if sniff(content) is Format.JSON else document_of_bytes
    return opened(content, file.name)


def _numbered(document: Document) -> Iterator[Line]:
    """Yield the lines of a document behind their numbers; what is no running text is less loud."""
    width = len(str(document.lines[-1].number)) if document.lines else 1
    for line in document.lines:
        style = Style.NOTE if line.note else Style.UNIT if line.heading else Style.FUNCTION
        shown = lettered(line.label, line.text) if line.label else line.text
        yield Line(0, f"{line.number:>{width}}  {shown}".rstrip(), style)
