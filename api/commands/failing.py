"""How a command fails: one line that says what happened and what to do, and an exit code.

Takes what was raised; writes to stderr, as text or JSON, and returns the exit code. Called by
`api.command_line` only: commands raise, they do not print errors.
"""

from __future__ import annotations

import json
import os
import re
import sys
import traceback
from enum import IntEnum

import typer

# Typer carries its own parser; the classes of its errors have no public name, and requirements/ pins it.
from typer._click import exceptions as parsing

from organica.domain.errors import BadInput, Language, Refused, Says, Unavailable

_UNEXPECTED = re.compile(r"Got unexpected extra argument\(s\) \((.*)\)", re.DOTALL)
_NO_COMMAND = re.compile(r"No such command '(.*?)'\.?(?: Did you mean (.*)\?)?", re.DOTALL)
_LINE_BREAKS = re.compile(r"\s*[\r\n]+\s*")


class ExitCode(IntEnum):
    """What a command tells the program that called it; documented in docs/command-line.md."""

    DONE = 0
    REFUSED = 1
    WRONG_USAGE = 2
    STORAGE = 3
    FAULTS = 4
    INTERRUPTED = 130


class WrongUsage(Exception):
    """A refusal of the command's own arguments, not of what the register holds."""

    def __init__(self, refusal: Refused) -> None:
        self.refusal = refusal
        super().__init__(str(refusal))


class BadArguments(BadInput):
    """Arguments that the command does not take."""

    code = "bad_arguments"
    says = Says(es="{problem_es}", en="{problem_en}")
    remedy = Says(es="Vea «{command} --help».", en="See `{command} --help`.")


class Interrupted(Refused):
    """The person stopped the command."""

    code = "interrupted"
    says = Says(es="Interrumpido.", en="Interrupted.")
    remedy = Says(
        es="Nada quedó a medias; repita cuando quiera.", en="Nothing was left half done; repeat at will."
    )


class Unexpected(Refused):
    """A fault of the program itself."""

    code = "unexpected"
    says = Says(es="Falla inesperada: {cause}", en="Unexpected fault: {cause}")
    remedy = Says(
        es="Repita con ORGANICA_DEBUG=1 y comunique lo que imprime.",
        en="Repeat with ORGANICA_DEBUG=1 and report what it prints.",
    )


def fail(error: BaseException, language: Language, *, as_json: bool) -> ExitCode:
    """Write the error to stderr and return the exit code.

    With ORGANICA_DEBUG=1 the traceback comes before it.
    """
    if isinstance(error, parsing.NoArgsIsHelpError):
        # A command without anything is a question: it gets the whole help, and still a code that is not 0.
        typer.echo(error.message, err=True)
        return ExitCode.WRONG_USAGE
    refusal, exit_code = _understood(error)
    if os.environ.get("ORGANICA_DEBUG") == "1":
        typer.echo("".join(traceback.format_exception(error)), err=True, nl=False)
    typer.echo(_as_json(refusal, language) if as_json else _as_line(refusal, language), err=True)
    return exit_code


def _understood(error: BaseException) -> tuple[Refused, ExitCode]:
    match error:
        case WrongUsage():
            return error.refusal, ExitCode.WRONG_USAGE
        case Unavailable():
            return error, ExitCode.STORAGE
        case Refused():
            return error, ExitCode.REFUSED
        case typer.TyperException():
            return _bad_arguments(error), ExitCode.WRONG_USAGE
        case KeyboardInterrupt() | typer.Abort():
            return Interrupted(), ExitCode.INTERRUPTED
        case _:
            return Unexpected(cause=f"{type(error).__name__}: {error}"), ExitCode.REFUSED


def _as_line(refusal: Refused, language: Language) -> str:
    word, remedy = ("error", "Remedio") if language == "es" else ("error", "Remedy")
    sentence, cure = refusal.sentence(language), refusal.cure(language)
    if not sentence.endswith((".", "!", "?", "…")):
        sentence += "."
    said = f"{word}[{refusal.code}]: {_place(refusal)}{sentence} {remedy}: {cure}"
    line = _LINE_BREAKS.sub(" ", said)
    return typer.style(line, fg=typer.colors.RED) if colourful(sys.stderr.isatty()) else line


def _place(refusal: Refused) -> str:
    """Return where in a file it happened, as compilers say it; nothing where the sentence names the file."""
    file = refusal.facts.get("file")
    if file is None or "{file}" in refusal.says.es:
        return ""
    spot = [str(refusal.facts[name]) for name in ("line", "column") if refusal.facts.get(name) is not None]
    pointer = refusal.facts.get("pointer")
    within = f" ({pointer})" if pointer is not None else ""
    return ":".join([str(file), *spot]) + f"{within}: "


def _as_json(refusal: Refused, language: Language) -> str:
    written = {
        "code": refusal.code,
        "detail": refusal.sentence(language),
        "facts": refusal.facts,
        "remedy": refusal.cure(language),
    }
    return json.dumps({"error": written}, ensure_ascii=False)


def colourful(terminal: bool) -> bool:
    """Tell whether to colour: on a terminal, unless NO_COLOR is set (https://no-color.org) or it is dumb."""
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _bad_arguments(error: typer.TyperException) -> BadArguments:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "organica"
    es, en = _problem(error)
    return BadArguments(problem_es=es, problem_en=en, command=command)


def _problem(error: typer.TyperException) -> tuple[str, str]:
    """Return what is wrong with the arguments, in Spanish and English."""
    match error:
        case parsing.NoSuchOption():
            hint = f" ({', '.join(sorted(error.possibilities))}?)" if error.possibilities else ""
            option = error.option_name
            return f"No existe la opción {option}{hint}.", f"There is no option {option}{hint}."
        case parsing.MissingParameter():
            name = _name(error)
            return f"Falta {name}.", f"{name} is missing."
        case parsing.BadOptionUsage():
            if "does not take" in error.message:
                return (
                    f"La opción {error.option_name} no lleva valor.",
                    f"The option {error.option_name} takes no value.",
                )
            return f"Falta el valor de {error.option_name}.", f"{error.option_name} lacks its value."
        case parsing.BadParameter():
            name = _name(error)
            return f"El valor de {name} no sirve.", f"The value of {name} will not do: {error.message}"
    if found := _UNEXPECTED.fullmatch(error.message):
        return f"Sobra «{found[1]}».", f"“{found[1]}” is one too many."
    if found := _NO_COMMAND.fullmatch(error.message):
        es = f"No existe el comando «{found[1]}»" + (f"; ¿quiso decir {found[2]}?" if found[2] else ".")
        en = f"There is no command “{found[1]}”" + (f"; did you mean {found[2]}?" if found[2] else ".")
        return es, en
    if error.message.startswith("Missing command"):
        return "Falta el comando.", "The command is missing."
    return error.message, error.message


def _name(error: parsing.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "—")
    return str(parameter.metavar or parameter.name) if _is_argument(parameter) else parameter.opts[-1]


def _is_argument(parameter: object) -> bool:
    return getattr(parameter, "param_type_name", "") == "argument"
