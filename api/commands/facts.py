"""`organica facts`: a file of facts to fill in, with what the text itself tells already in its place.

Takes a document or its outline; prints YAML with comments. Changes nothing and needs no register.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated

import typer

from api.commands.asking import language_of
from api.commands.documents import outline_in
from api.commands.speech import both
from organica.domain.errors import Language
from organica.domain.outline import Outline
from organica.files import write_plain

HELP = both(
    "Imprime un archivo de datos para completar: lo que el texto no dice y «organica plan» necesita.",
    "Print a file of facts to fill in: what the text does not say and `organica plan` needs.",
)
EPILOG = both(
    """Ejemplo:
  organica facts pagina.txt > pagina.facts.yaml

Complete lo que falta y quite el # de lo que sepa.""",
    """Example:
  organica facts page.txt > page.facts.yaml

Fill in what is missing, and remove the # from what you know.""",
)
_TEMPLATE: dict[Language, str] = {
    "es": """# Lo que el texto no imprime. Complete las claves sin valor; quite el # de las que sepa.
organica: facts/1
# País (ISO 3166-1, o int), punto y nombre corto, como cl.chilecompra. No cambia nunca.
organization:
{name}
# Como America/Santiago, America/Lima o America/Bogota.
time_zone:
# Desde cuándo rige. Sin esta línea: el día impreso con la fuente o, si no, su año{year}, supuesto.
# in_force_from: 2024-03-15
# La fuente, solo donde el texto no la imprime o la imprime mal{printed}.
# source: {{kind: resolucion_exenta, number: "35", series: B, year: 2024, date: 2024-03-15}}
{evidence}
  # url: https://www.example.org/documento
  # retrieved_on: 2026-11-20
# Hasta qué día se buscaron actos posteriores, y qué debe saber quien lee.
# coverage: {{checked_on: 2026-11-20, note: Sólo una división}}
# full: lo que el texto no nombra termina. partial: sigue igual. O todo bajo una unidad: {{under: su-codigo}}.
# scope: full
""",
    "en": """# What the text does not print. Fill in the keys without value; remove the # from what you know.
organica: facts/1
# Country (ISO 3166-1, or int), point and short name, such as cl.chilecompra. It never changes.
organization:
{name}
# Such as America/Santiago, America/Lima or America/Bogota.
time_zone:
# Since when it is in force. Without this line: the day printed with the source, else its year{year}, assumed.
# in_force_from: 2024-03-15
# The source, only where the text does not print it or prints it wrongly{printed}.
# source: {{kind: resolucion_exenta, number: "35", series: B, year: 2024, date: 2024-03-15}}
{evidence}
  # url: https://www.example.org/document
  # retrieved_on: 2026-11-20
# Until which day later acts were looked for, and what a reader should know.
# coverage: {{checked_on: 2026-11-20, note: Only one division}}
# full: what the text does not name ends. partial: it stays. Or all below one unit: {{under: its-code}}.
# scope: full
""",
}


def facts(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar=both("DOCUMENTO", "DOCUMENT"),
            help=both("El texto, o su esquema corregido.", "The text, or its corrected outline."),
        ),
    ],
) -> None:
    """Print a file of facts to fill in."""
    outline = outline_in(file)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    typer.echo(_filled(outline, file.name, digest, language_of(context)), nl=False)


def _filled(outline: Outline, file: str, digest: str, language: Language) -> str:
    own = next((source for source in outline.sources if source.role == "self"), None)
    return _TEMPLATE[language].format(
        name=write_plain({"name": outline.body}).rstrip() if outline.body else "name:",
        year=f" ({own.year})" if own and own.year else "",
        printed=f" ({' '.join(own.printed.split())})" if own else "",
        evidence=write_plain({"evidence": {"file": f"sources/{file}", "sha256": digest}}).rstrip(),
    )
