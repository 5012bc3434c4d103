"""Slugs: what the permanent code of a unit is made from.

Takes the name of a unit; returns lower-case ASCII words joined by hyphens. Called by the planner, which
sees to it that a code is new.
"""

from __future__ import annotations

import re

from organica.domain.ids import MAX_CODE_CHARACTERS
from organica.text.fold import words
from organica.text.kinds import kind_that_begins

_ASCII_WORD = re.compile(r"[a-z0-9]+", re.ASCII)
# "de", "del", "de la", …: what joins the word of rank to the rest of the name.
_JOINTS = (("de", "la"), ("de", "los"), ("de", "las"), ("de", "el"), ("de",), ("del",))


def slug(name: str) -> str:
    """Return the name without the word of its kind and the "de" that follows it, as a code.

    Shape: words of a-z and 0-9 joined by hyphens, at most 120 characters, cut between words; a name that
    is only its word of kind keeps it; empty when the name has no letter of the Latin alphabet and no digit.
    """
    said = words(name)
    if kind_that_begins(name) is not None:
        said = _without_joint(said[1:]) or said
    code = ""
    for word in _ASCII_WORD.findall(" ".join(said)):
        longer = f"{code}-{word}" if code else word
        if len(longer) > MAX_CODE_CHARACTERS:
            return code or word[:MAX_CODE_CHARACTERS]
        code = longer
    return code


def _without_joint(said: tuple[str, ...]) -> tuple[str, ...]:
    for joint in _JOINTS:
        if said[: len(joint)] == joint:
            return said[len(joint) :]
    return said
