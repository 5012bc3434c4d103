"""Text as published, made comparable without altering a word.

Takes raw text; leaves NFC lines without blanks at their ends. Called by the importer's formats first.
"""

from __future__ import annotations

import re
import unicodedata

# Every blank of Unicode, and what nobody sees either: zero-width space, word joiner, byte mark.
_LAST_BLANK = 0x3000
_BLANKS = "".join(sign for sign in map(chr, range(_LAST_BLANK + 1)) if sign.isspace()) + "\u200b\u2060\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")


def normalised(text: str) -> str:
    """Return the text in NFC with `\\n` line ends and no blanks (also non-breaking) at the ends of lines.

    What stands inside a line stays literal: double spaces, non-breaking spaces, misprints.
    The number of lines is kept, so that places still point at the published file.
    """
    return "\n".join(trimmed(line) for line in _LINE_END.split(unicodedata.normalize("NFC", text)))


def trimmed(line: str) -> str:
    """Return the line without blanks at its ends, whatever their kind."""
    return line.strip(_BLANKS)
