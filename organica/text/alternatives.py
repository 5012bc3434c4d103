"""One pattern for many words, fast enough to look for all of them at every word of a text.

Takes words; returns the source of a regular expression. Called by the rules that look for names of units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from organica.text.fold import unaccented

_ACCENTED = {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú"}


def any_of(names: Iterable[str]) -> str:
    """Return the source that matches any of the names as printed, whatever blanks stand between their words.

    The longest comes first. Names are grouped by their first sign: a position is left after one look at it.
    """
    ordered = sorted({" ".join(name.split()) for name in names}, key=lambda name: (name[0], -len(name), name))
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(_rest(name) for name in group)})"
        for first, group in groupby(ordered, key=lambda name: name[0])
    )


def any_word_of(forms: Iterable[str]) -> str:
    """Return the source that matches any of the words in either case, with or without its accents."""
    ordered = sorted(
        {unaccented(form).casefold() for form in forms}, key=lambda form: (form[0], -len(form), form)
    )
    return "|".join(
        f"{_loose(first)}(?:{'|'.join(''.join(map(_loose, form[1:])) for form in group)})"
        for first, group in groupby(ordered, key=lambda form: form[0])
    )


def _rest(name: str) -> str:
    return re.escape(name[1:]).replace(r"\ ", r"\s+")


def _loose(sign: str) -> str:
    both = sign + _ACCENTED.get(sign, "")
    return f"[{both}{both.upper()}]"
