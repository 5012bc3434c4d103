"""`organica schema`: the JSON Schema of a kind of file, for an editor.

Takes the kind; prints the schema, the very one that the service serves under `/schemas/`. Needs no register.
"""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.asking import asked
from api.commands.speech import both
from organica.files.filing_schema import KINDS, contract_of

HELP = both(
    "Imprime el JSON Schema de una clase de archivo, para que el editor complete y revise.",
    "Print the JSON Schema of a kind of file, for an editor to complete and check with.",
)
EPILOG = both(
    """Ejemplo:
  organica schema resolution > resolution-1.schema.json

En VS Code, con la extensión YAML, la primera línea del archivo dice dónde está:
  # yaml-language-server: $schema=resolution-1.schema.json""",
    """Example:
  organica schema resolution > resolution-1.schema.json

In VS Code, with the YAML extension, the first line of the file says where it is:
  # yaml-language-server: $schema=resolution-1.schema.json""",
)


def schema(
    context: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(
            metavar=both("CLASE", "KIND"),
            help=both(f"Una de: {', '.join(KINDS)}.", f"One of: {', '.join(KINDS)}."),
        ),
    ] = KINDS[0],
) -> None:
    """Print the schema of a kind of file."""
    typer.echo(asked(contract_of, kind), nl=False)
