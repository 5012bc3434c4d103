"""`organica organizations`: the codes of the organizations that the register holds, one a line."""

from __future__ import annotations

import typer

from api.commands.asking import Json, run, settings
from api.commands.opening import opened
from api.commands.paper import print_json, say
from api.commands.speech import both

HELP = both("Lista los códigos de las organizaciones.", "List the codes of the organizations.")
EPILOG = both("Ejemplo:\n  organica organizations", "Example:\n  organica organizations")


def organizations(context: typer.Context, as_json: Json = False) -> None:
    """Print the codes, sorted."""
    codes = run(_codes())
    if as_json:
        print_json({"organizations": codes})
        return
    for code in codes:
        say(code)


async def _codes() -> list[str]:
    async with opened(settings().database_url) as register:
        return list(await register.organizations())
