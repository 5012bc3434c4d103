"""How a command explains itself: `--help` in one language, with an example to copy.

Takes a built command; writes its help. Typer's own layout is English throughout, so the layout is ours.
Called by Typer through the classes that `api.command_line` gives it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

import typer

# Typer carries its own parser; these classes have no public name, and requirements/ pins it.
from typer._click.core import Command, Context, Parameter
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup

from api.commands.failing import colourful
from api.commands.speech import spoken
from organica.domain.errors import Language

WORDS: dict[Language, dict[str, str]] = {
    "es": {
        "usage": "Uso: ",
        "options": "[OPCIONES]",
        "command": "COMANDO [ARGUMENTOS]…",
        "Arguments": "Argumentos",
        "Options": "Opciones",
        "Commands": "Comandos",
        "help": "Muestra esta ayuda y termina.",
    },
    "en": {
        "usage": "Usage: ",
        "options": "[OPTIONS]",
        "command": "COMMAND [ARGUMENTS]…",
        "Arguments": "Arguments",
        "Options": "Options",
        "Commands": "Commands",
        "help": "Show this help and exit.",
    },
}


class _Helps(Command):
    """The layout: usage, what it does, arguments, options, commands, example."""

    language: Language = "es"

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the whole help."""
        words = WORDS[self.language]
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), words["usage"])
        formatter.write_paragraph()
        formatter.write_text(self.help or "")
        for heading, wanted in (("Arguments", "argument"), ("Options", "option")):
            of_this_type = [each for each in self.get_params(ctx) if each.param_type_name == wanted]
            self._write(formatter, heading, ((_name(each), self._help(each)) for each in of_this_type))
        commands = getattr(self, "commands", {})
        self._write(formatter, "Commands", ((name, each.short_help or "") for name, each in commands.items()))
        if self.epilog:
            # Verbatim: an example is there to be copied, and a table keeps its columns.
            formatter.write_paragraph()
            formatter.write(self.epilog + "\n")

    def _write(self, formatter: HelpFormatter, heading: str, rows: Iterable[tuple[str, str]]) -> None:
        found = list(rows)
        if not found:
            return
        title = WORDS[self.language][heading]
        bold = colourful(sys.stdout.isatty())
        with formatter.section(typer.style(title, bold=True) if bold else title):
            formatter.write_dl(found)

    def _help(self, parameter: Parameter) -> str:
        if parameter.name == "help":
            return WORDS[self.language]["help"]
        return str(getattr(parameter, "help", None) or "")


class OrganicaCommand(_Helps, TyperCommand):
    """One command."""


class OrganicaGroup(_Helps, TyperGroup):
    """The command `organica` itself."""


def speak(command: Command, language: Language) -> None:
    """Keep one language of every help text of a command and of those below it."""
    words = WORDS[language]
    command.options_metavar = words["options"]
    if isinstance(command, _Helps):
        command.language = language
    texts: list[tuple[Any, tuple[str, ...]]] = [(command, ("help", "short_help", "epilog"))]
    texts += [(parameter, ("help", "metavar")) for parameter in command.params]
    for thing, names in texts:
        for name in names:
            text = getattr(thing, name, None)
            if isinstance(text, str):
                setattr(thing, name, spoken(text, language))
    if isinstance(command, TyperGroup):
        command.subcommand_metavar = words["command"]
        for below in command.commands.values():
            speak(below, language)


def _name(parameter: Parameter) -> str:
    metavar = f" {parameter.metavar}" if parameter.metavar else ""
    if parameter.param_type_name == "argument":
        return metavar.strip() or (parameter.name or "")
    return ", ".join([*parameter.opts, *parameter.secondary_opts]) + metavar
