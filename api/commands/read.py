"""`organica read`: the outline of a published text, with the reader's doubts.

Takes a file; prints a tree or JSON. Changes nothing and needs no register.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.asking import Json, language_of
from api.commands.failing import WrongUsage
from api.commands.paper import print_json, print_lines, say
from api.commands.speech import both
from organica.domain.errors import Language
from organica.domain.outline import Outline, OutlineFunction, to_plain
from organica.importer import read as read_document
from organica.importer.errors import FileNotReadable
from organica.render.tree import outline_lines

HELP = both(
    "Lee un texto publicado y muestra lo que dice: unidades, funciones, fuentes y dudas.",
    "Read a published text and show what it says: units, functions, sources and doubts.",
)
EPILOG = both(
    """Ejemplo:
  organica read seeds/cl.chilecompra/sources/division-gestion-usuaria.txt

No cambia nada: quien lee confirma las dudas y escribe el archivo de resolución.""",
    """Example:
  organica read seeds/cl.chilecompra/sources/division-gestion-usuaria.txt

It changes nothing: a person settles the doubts and writes the resolution file.""",
)


def read(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar=both("ARCHIVO", "FILE"), help=both("El texto, en UTF-8.", "The text, in UTF-8.")
        ),
    ],
    as_json: Json = False,
) -> None:
    """Print the outline of a text."""
    try:
        outline = read_document(file)
    except FileNotReadable as refusal:
        raise WrongUsage(refusal) from refusal
    if as_json:
        print_json(to_plain(outline))
        return
    language = language_of(context)
    print_lines(outline_lines(outline, language))
    say(_summary(outline, language))


def _summary(outline: Outline, language: Language) -> str:
    functions = sum(_count(function) for unit in outline.units for function in unit.functions)
    units, doubts = len(outline.units), len(outline.doubts)
    if language == "es":
        return f"Unidades: {units}. Funciones: {functions}. Dudas: {doubts}."
    return f"Units: {units}. Functions: {functions}. Doubts: {doubts}."


def _count(function: OutlineFunction) -> int:
    return 1 + sum(_count(child) for child in function.children)
