"""Letters that an earlier program damaged: "DirecciÃ³n", or the mark of a character that was lost.

Takes the lines of a document; returns a doubt for each damaged one, with what it may have said. Called by
`opening`. The line itself stays as printed: a person decides what the law says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from organica.domain.outline import Doubt, DoubtCode, Place
from organica.importer.document import Line
from organica.text.normalise import normalised

LOST = "\ufffd"
MAX_DOUBTS = 100
_SHOWN_CHARACTERS = 300
# What the bytes of UTF-8 look like in Windows-1252 or ISO 8859-1: a lead byte, then a continuation byte. It
# only chooses the lines that are worth asking about; whether they are garbled is for ftfy to say.
_SUSPECT = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|" + LOST  # every character stands for itself
)
# Continuation bytes that are drawn as nothing: control characters and the soft hyphen.
_UNSEEN_HALF = re.compile("[\u0080-\u009f\u00ad]")


def garbled(lines: Sequence[Line], source: Sequence[str] = ()) -> tuple[Doubt, ...]:
    """Return a doubt for each garbled line; beyond a hundred, one more for all that are left.

    `source` are the lines of the file, where the format has lines: half of a garbled letter may be a
    character that nobody sees, which the lines of a document have no more.
    """
    said: dict[int, Doubt] = {}
    for line in lines:
        if _SUSPECT.search(line.text) is not None:
            _judge(line.text, line.number, said)
    for number, text in enumerate(source, 1):
        if _UNSEEN_HALF.search(text) is not None and _SUSPECT.search(text) is not None:
            said.pop(number, None)
            _judge(text, number, said)
    found = [said[number] for number in sorted(said)]
    if len(found) <= MAX_DOUBTS:
        return tuple(found)
    rest = found[MAX_DOUBTS - 1 :]
    place = rest[0].place.through(rest[-1].place)
    return (*found[: MAX_DOUBTS - 1], replace(rest[0], place=place))


def _judge(text: str, number: int, said: dict[int, Doubt]) -> None:
    """Add the doubt about a suspect line, the first of its number, if it is garbled."""
    repaired = _repaired(text)
    if number in said or (repaired == text and LOST not in text):
        return
    said[number] = Doubt(
        DoubtCode.TEXT_GARBLED,
        Place(number, number),
        printed=_shown(text),
        suggestion=None if repaired == text else _shown(repaired),
    )


def _shown(text: str) -> str:
    return normalised(text).replace("\n", " ")[:_SHOWN_CHARACTERS]


def _repaired(text: str) -> str:
    # Loaded when the first suspect line turns up, which most documents never have.
    from ftfy import fix_encoding

    return fix_encoding(text)
