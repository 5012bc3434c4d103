"""In which language a command speaks, and how its help is said in both.

Takes arguments and environment; returns the language. Help is written as `both(es, en)` beside the option
that it explains, and the application keeps one of the two when it is built.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast, get_args

from api.commands.failing import WrongUsage
from organica.domain.errors import BadInput, Language, Says

LANGUAGES: tuple[str, ...] = get_args(Language)
_SEPARATOR = "\x1f"


class UnknownLanguage(BadInput):
    """A language that the command line does not speak."""

    code = "unknown_language"
    says = Says(es="Orgánica no habla «{language}».", en="Orgánica does not speak “{language}”.")
    remedy = Says(
        es="Use --lang es o --lang en (o ORGANICA_LANG).", en="Use --lang es or --lang en (or ORGANICA_LANG)."
    )


def both(es: str, en: str) -> str:
    """Return a help text that holds both languages until `spoken` picks one."""
    return f"{es}{_SEPARATOR}{en}"


def spoken(text: str, language: Language) -> str:
    """Return the help text in one language; a text that was not written in both stays as it is."""
    es, separator, en = text.partition(_SEPARATOR)
    return en if separator and language == "en" else es


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language that `--lang` before the command asks for, else ORGANICA_LANG, else Spanish.

    Raises: WrongUsage for a language that is not spoken.
    """
    asked = environment.get("ORGANICA_LANG") or "es"
    for index, argument in enumerate(arguments):
        if not argument.startswith("-"):
            break
        if argument == "--lang":
            # Its value is missing when it comes last; the parser says so better.
            asked = arguments[index + 1] if index + 1 < len(arguments) else asked
            break
        if argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
            break
    if asked not in LANGUAGES:
        raise WrongUsage(UnknownLanguage(language=asked))
    return cast("Language", asked)
