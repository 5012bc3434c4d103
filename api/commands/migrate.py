"""`organica migrate`: bring the database to the version that this release needs.

Changes tables, never entries. A database that is there already is left as it is.
"""

from __future__ import annotations

import typer

from api.commands.asking import Json, language_of, run, settings
from api.commands.opening import connected
from api.commands.paper import print_json, say
from api.commands.speech import both

HELP = both(
    "Crea o actualiza las tablas de la base de datos.", "Create or upgrade the tables of the database."
)
EPILOG = both(
    """Ejemplo:
  organica migrate

ORGANICA_DATABASE_URL dice cuál (sqlite:///… o postgresql://…). No toca los asientos.
Repetirlo no cambia nada.""",
    """Example:
  organica migrate

ORGANICA_DATABASE_URL says which one (sqlite:///… or postgresql://…). It does not touch the
entries. Repeating it changes nothing.""",
)


def migrate(context: typer.Context, as_json: Json = False) -> None:
    """Migrate the database."""
    revision = run(migrated(settings().database_url))
    if as_json:
        print_json({"revision": revision})
        return
    spanish = language_of(context) == "es"
    say(f"Base de datos en la versión {revision}." if spanish else f"The database is at version {revision}.")


async def migrated(address: str) -> str:
    """Bring the database at an address to the newest revision and return that.

    What an earlier release wrote is then prepared for search, which its release did not know.
    """
    from db.migrate import migrate as migrate_database
    from db.store import Store
    from organica.register.search.history import prepare_search

    async with connected(address) as engine:
        revision = await migrate_database(engine)
        await prepare_search(Store(engine))
        return revision
