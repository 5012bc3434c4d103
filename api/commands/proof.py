"""`organica proof`: what ties one entry to the root of all entries, for anybody to check.

Prints JSON in every language; the names of its fields are those of RFC 6962 and of the entry's header.
"""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.asking import run, settings
from api.commands.opening import opened
from api.commands.paper import print_json
from api.commands.speech import both
from organica.register.proof import Proof
from organica.register.proof import proof as proof_of

HELP = both(
    "Imprime la prueba de que un asiento está en el registro.", "Print the proof that an entry is on record."
)
EPILOG = both(
    """Ejemplo:
  organica proof 1

La hoja (leaf) es el SHA-256 de un byte 00 y del encabezado (header) en JSON canónico (RFC 8785); el camino
(path) lleva de la hoja a la raíz (root) como dice la RFC 6962. Compare la raíz con una ya publicada.""",
    """Example:
  organica proof 1

The leaf is the SHA-256 of a byte 00 and of the header in canonical JSON (RFC 8785); the path leads from the
leaf to the root as RFC 6962 says. Compare the root with one that was published.""",
)
Entry = Annotated[
    int,
    typer.Argument(
        metavar=both("ASIENTO", "ENTRY"),
        help=both("El número del asiento, desde 1.", "The number of the entry, from 1."),
    ),
]


def proof(context: typer.Context, entry: Entry) -> None:
    """Print the proof of an entry."""
    found = run(_proof(entry))
    print_json(
        {
            "header": found.header,
            "leaf": found.leaf.hex(),
            "leaf_index": found.header["index"] - 1,
            "size": found.checkpoint.size,
            "root": found.checkpoint.root.hex(),
            "path": [sibling.hex() for sibling in found.path],
        }
    )


async def _proof(entry: int) -> Proof:
    async with opened(settings().database_url) as register:
        return await proof_of(register, entry)
