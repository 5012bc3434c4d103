"""The code of a unit that is new to the register: its name as a slug, numbered where that was given before.

Takes an entry of an outline and the codes that were given; returns one more. Called by comparison and
statement.
"""

from __future__ import annotations

from collections.abc import Collection

from organica.domain.ids import MAX_CODE_CHARACTERS
from organica.domain.outline import OutlineUnit
from organica.plan.errors import NameWithoutLetters
from organica.text.slug import slug

# In a resolution file `parent: none` and `parent: unknown` name no unit.
_WORDS_OF_FILES = ("none", "unknown")


def new_code(entry: OutlineUnit, given: Collection[str]) -> str:
    """Return a code that was not given yet. Raises: NameWithoutLetters."""
    stem = slug(entry.name)
    if not stem:
        raise NameWithoutLetters(name=entry.name, line=entry.place.first_line)
    code, number = stem, 1
    while code in given or code in _WORDS_OF_FILES:
        number += 1
        ending = f"-{number}"
        code = stem[: MAX_CODE_CHARACTERS - len(ending)].rstrip("-") + ending
    return code
