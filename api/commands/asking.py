"""What the commands are given: days, states of knowledge, settings; and what they share.

Takes the texts of arguments; returns values or raises WrongUsage, which ends with exit code 2. Called by the
commands.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast, overload

import typer

from api.commands.failing import WrongUsage
from api.commands.speech import both
from organica.domain.dates import parse_day, parse_instant
from organica.domain.errors import BadInput, Language
from organica.register.consult import KnownAt

# The settings import the storage, which `read` and every --help would wait for in vain.
if TYPE_CHECKING:
    from api.settings import Settings

T = TypeVar("T")

Json = Annotated[
    bool,
    typer.Option(
        "--json", help=both("Imprime JSON; los errores también.", "Print JSON; the errors as JSON too.")
    ),
]
Organization = Annotated[
    str,
    typer.Argument(
        metavar=both("ORGANIZACIÓN", "ORGANIZATION"),
        help=both("Código, como cl.chilecompra.", "A code, such as cl.chilecompra."),
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar=both("FECHA", "DAY"),
        help=both("AAAA-MM-DD; por defecto, hoy.", "YYYY-MM-DD; today by default."),
    ),
]
KnownAtText = Annotated[
    str | None,
    typer.Option(
        "--known-at",
        metavar=both("ASIENTO|INSTANTE", "ENTRY|INSTANT"),
        help=both(
            "Responde con lo que el registro sabía entonces: un asiento (12) o un instante "
            "(2026-11-20T12:00:00Z).",
            "Answer with what the register knew then: an entry (12) or an instant (2026-11-20T12:00:00Z).",
        ),
    ),
]


def asked(parse: Callable[[str], T], text: str) -> T:
    """Return what an argument means. Raises: WrongUsage where it means nothing."""
    try:
        return parse(text)
    except BadInput as refusal:
        raise WrongUsage(refusal) from refusal


@overload
def day_asked(text: str) -> date: ...


@overload
def day_asked(text: str | None) -> date | None: ...


def day_asked(text: str | None) -> date | None:
    """Return the day written as YYYY-MM-DD, None where none was given. Raises: WrongUsage."""
    return None if text is None else asked(parse_day, text)


def known_at_asked(text: str | None) -> KnownAt | None:
    """Return the state of knowledge: digits are an entry, anything else an instant. Raises: WrongUsage."""
    if text is None:
        return None
    # Nine digits are more entries than a register will have, and less than any engine's integers.
    if text.isascii() and text.isdecimal() and len(text) <= 9:
        return KnownAt(entry=int(text))
    return KnownAt(instant=asked(parse_instant, text))


def settings(**options: str) -> Settings:
    """Return the settings of the environment, options over variables.

    Raises: WrongUsage, which names the variable.
    """
    from api.settings import Settings

    try:
        return Settings.from_environment({**os.environ, **options})
    except BadInput as refusal:
        raise WrongUsage(refusal) from refusal


def language_of(context: typer.Context) -> Language:
    """Return the language that the command was started in."""
    return cast("Language", context.obj)


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run the asynchronous part of a command to its end."""
    return asyncio.run(work)
