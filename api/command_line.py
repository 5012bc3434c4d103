"""The command `organica`: builds it in the language asked for, runs it, and turns what fails into one line.

Takes the process's arguments and environment; returns the exit code. Called by the launcher.

Storage and web are imported by the commands that use them, when they run: `organica read` needs neither.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from api.commands.failing import ExitCode, fail
from api.commands.helping import OrganicaCommand, OrganicaGroup, speak
from api.commands.speech import both, language_of
from organica.domain.errors import Language

HELP = both(
    "Orgánica: el registro de cómo se organizan los órganos públicos, en cualquier fecha y con el acto "
    "que respalda cada dato.",
    "Orgánica: the register of how public bodies are organised, on any date, with the act behind every fact.",
)
EPILOG = both(
    """Ejemplo:
  organica structure cl.chilecompra --as-of 2024-12-31

Códigos de salida:
  0  hecho                       3  base de datos no disponible
  1  el registro lo rechazó      4  la verificación encontró fallas
  2  uso incorrecto             130  interrumpido

Variables: ORGANICA_DATABASE_URL, HOST, PORT, ORGANICA_LANG (es, en), ORGANICA_DEBUG=1, NO_COLOR.""",
    """Example:
  organica --lang en structure cl.chilecompra --as-of 2024-12-31

Exit codes:
  0  done                        3  storage unavailable
  1  the register refused        4  the verification found faults
  2  wrong usage                130  interrupted

Variables: ORGANICA_DATABASE_URL, HOST, PORT, ORGANICA_LANG (es, en), ORGANICA_DEBUG=1, NO_COLOR.""",
)
VERSION = "0.1.0"
COMMANDS = (
    *("read", "facts", "plan", "schema", "check", "enact", "load", "vocabularies"),
    *("organizations", "structure", "programmes", "search", "pending"),
    *("history", "diff", "changes", "lineage", "coordination"),
    *("proposals", "preview", "statutory"),
    *("verify", "proof", "rebuild", "migrate", "turn", "serve"),
)
# Commands that share a file, and those whose help shares it with them.
_ELSEWHERE = {
    "verify": "verifying",
    "rebuild": "verifying",
    "changes": "feed",
    "turn": "feed",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; nothing is raised."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in given
    language: Language = "es"
    # What is loaded stays to the end: looking through it for rubbish took a third of a short command's time.
    gc.disable()
    try:
        language = language_of(given, os.environ)
        return _run(given, language)
    except SystemExit:
        # Typer ends so when whoever read the output has had enough (`organica diff … | head`).
        raise
    except BaseException as error:  # The one place where every failure becomes a line.
        return fail(error, language, as_json=as_json)
    finally:
        gc.freeze()  # The process ends now, and gives everything back at once.


def _run(arguments: list[str], language: Language) -> int:
    # Only what is asked for is imported; without a known command all are, for help and suggestions.
    asked = [name for name in COMMANDS if name in arguments]
    command = typer.main.get_command(build(language, asked or COMMANDS))
    speak(command, language)
    gc.freeze()
    gc.enable()
    # Typer returns the code of an Exit, and None from a command that came to its end.
    code = command.main(arguments, prog_name="organica", standalone_mode=False)
    if code == ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    return int(code or ExitCode.DONE)


def build(language: Language, names: Sequence[str] = COMMANDS) -> typer.Typer:
    """Return the application with these commands; its help holds both languages until `speak` keeps one."""
    app = typer.Typer(
        cls=OrganicaGroup,
        help=HELP,
        epilog=EPILOG,
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
    )
    app.callback()(_root(language))
    for name in names:
        module = import_module(f"api.commands.{_ELSEWHERE.get(name, name)}")
        prefix = f"{name.upper()}_" if name in _ELSEWHERE else ""
        text = getattr(module, f"{prefix}HELP")
        app.command(
            name,
            cls=OrganicaCommand,
            help=text,
            short_help=text,
            epilog=getattr(module, f"{prefix}EPILOG"),
        )(getattr(module, name))
    return app


def _root(language: Language) -> Any:
    """Return what runs before every command: it hands the language on, or prints the version."""

    def root(
        context: typer.Context,
        # Read before the parser is built, because help is built in one language; named here for the help.
        lang: Annotated[
            str | None,
            typer.Option(
                "--lang",
                metavar="es|en",
                help=both("Idioma; español por defecto.", "Language; Spanish by default."),
            ),
        ] = None,
        version: Annotated[
            bool,
            typer.Option(
                "--version",
                is_eager=True,
                callback=_print_version,
                help=both("Muestra la versión y termina.", "Show the version and exit."),
            ),
        ] = False,
    ) -> None:
        context.obj = language

    return root


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"organica {VERSION}")
        raise typer.Exit()
