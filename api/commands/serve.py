"""`organica serve`: GraphQL and REST over HTTP, until a signal ends it.

Takes host and port from options or the environment; migrates and loads before it serves, if asked. Says on
stdout where it listens, once it does.
"""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.asking import language_of, run, settings
from api.commands.failing import WrongUsage
from api.commands.load import SEEDS, Loaded, files_below, load_all, loaded_sentence
from api.commands.migrate import migrated
from api.commands.opening import opened
from api.commands.paper import progress, say
from api.commands.speech import both
from api.commands.terms import templates_in, vocabularies_in
from organica.domain.errors import BadInput, Language, Says

if TYPE_CHECKING:
    from api.settings import Settings

BACKLOG = 2048
MAX_PORT = 65_535
HELP = both("Sirve GraphQL y REST por HTTP.", "Serve GraphQL and REST over HTTP.")
EPILOG = both(
    """Ejemplo:
  organica serve --migrate --load --port 8000

HOST, PORT y ORGANICA_DATABASE_URL valen si no se dan opciones. Termina con Ctrl-C o SIGTERM.""",
    """Example:
  organica serve --migrate --load --port 8000

HOST, PORT and ORGANICA_DATABASE_URL hold where no option is given. Ctrl-C or SIGTERM ends it.""",
)


class AddressInUse(BadInput):
    """Another program listens where the server was told to."""

    code = "address_in_use"
    says = Says(
        es="El puerto {port} de {host} ya está ocupado.", en="Port {port} of {host} is in use already."
    )
    remedy = Says(
        es="Detenga lo que lo ocupa o elija otro puerto con --port o con la variable PORT=.",
        en="Stop what occupies it or choose another port with --port or the variable PORT=.",
    )


class CannotListen(BadInput):
    """The system does not let the server listen where it was told to."""

    code = "cannot_listen"
    says = Says(
        es="No se puede escuchar en {host}:{port}: {reason}.", en="Cannot listen on {host}:{port}: {reason}."
    )
    remedy = Says(
        es="Revise --host (o HOST), que debe ser una dirección de esta máquina, y --port (o PORT): los "
        "puertos bajo 1024 suelen pedir permisos de administrador.",
        en="Check --host (or HOST), which must be an address of this machine, and --port (or PORT): ports "
        "below 1024 often need an administrator's permissions.",
    )


def serve(
    context: typer.Context,
    host: Annotated[
        str | None,
        typer.Option(
            "--host",
            metavar=both("DIRECCIÓN", "ADDRESS"),
            help=both("Dónde escuchar; por defecto 127.0.0.1.", "Where to listen; 127.0.0.1 by default."),
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            min=0,
            max=MAX_PORT,
            metavar=both("PUERTO", "PORT"),
            help=both("Por defecto 8000; 0 toma uno libre.", "8000 by default; 0 takes a free one."),
        ),
    ] = None,
    first_migrate: Annotated[
        bool,
        typer.Option("--migrate", help=both("Antes, crea las tablas.", "First upgrade the tables.")),
    ] = False,
    first_load: Annotated[
        bool,
        typer.Option("--load", help=both("Antes, promulga los seeds nuevos.", "First enact the new seeds.")),
    ] = False,
) -> None:
    """Serve until a signal comes."""
    language = language_of(context)
    options = {"HOST": host, "PORT": None if port is None else str(port)}
    chosen = settings(**{name: text for name, text in options.items() if text is not None})
    vocabularies = vocabularies_in(chosen.vocabulary_folder)
    templates = templates_in(chosen.template_folder)
    # Taken first: a port that is not free costs no migration.
    listening = _listen(chosen)
    with listening:
        if first_migrate:
            run(migrated(chosen.database_url))
        if first_load:
            say(loaded_sentence(_loaded(chosen, language), language))
        else:
            run(_checked(chosen))
        # Imported here: the web server takes longer to import than most commands to run.
        from api.commands.serving import serve_until_stopped

        port = int(listening.getsockname()[1])
        greeting = _greeting(chosen.host, port, language)
        serve_until_stopped(chosen, listening, greeting, vocabularies, templates)
    say("Detenido." if language == "es" else "Stopped.")


def _listen(chosen: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in chosen.host else socket.AF_INET
    try:
        return socket.create_server((chosen.host, chosen.port), family=family, backlog=BACKLOG)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise WrongUsage(AddressInUse(host=chosen.host, port=chosen.port)) from error
        reason = error.strerror or str(error)
        refusal = CannotListen(host=chosen.host, port=chosen.port, reason=reason)
        raise WrongUsage(refusal) from error


def _loaded(chosen: Settings, language: Language) -> Loaded:
    written = files_below(SEEDS)

    async def load() -> Loaded:
        async with opened(chosen.database_url) as register:
            return await load_all(register, written, tell)

    with progress("Cargando", "Loading", language) as tell:
        return run(load())


async def _checked(chosen: Settings) -> None:
    """Refuse at the start, not at the first request, what cannot be served."""
    async with opened(chosen.database_url):
        pass


def _greeting(host: str, port: int, language: Language) -> str:
    # Nobody can call 0.0.0.0 or a bare IPv6 address; what is shown is there to be copied.
    shown = {"0.0.0.0": "localhost", "::": "localhost"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    url = f"http://{shown}:{port}"
    example = f"curl -s '{url}/v1/organizations/cl.chilecompra/structure?as_of=2024-12-31'"
    if language == "es":
        return f"Orgánica escucha en {url} (Ctrl-C para detener). Pruebe:\n  {example}"
    return f"Orgánica listens on {url} (Ctrl-C stops it). Try:\n  {example}"
