"""Text as published, made comparable without altering a word.

Takes raw text; leaves NFC lines without blanks at their ends and without what nobody sees. Called by the
importer's formats first.
"""

from __future__ import annotations

import re
import unicodedata

from organica.text.unseen import first_unseen, is_unseen

# Stands inside a word where a line may break; at the end of a line it says that the word goes on below.
SOFT_HYPHEN = "\u00ad"
# Drawn as a blank, but no character that a text of the register may hold; tabs are among them.
_OTHER_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
_LINE_END = re.compile(r"\r\n|\r|\n")


def normalised(text: str) -> str:
    """Return the text in NFC with `\\n` line ends and no blanks (also non-breaking) at the ends of lines.

    What is seen inside a line stays literal: double spaces, non-breaking spaces, misprints. What nobody sees
    is no law and goes: marks of direction, soft hyphens, blanks of no width; a tab becomes a blank. Only a
    soft hyphen at the end of a line stays, because it joins what it parts. The number of lines is kept, so
    that places still point at the published file.
    """
    return "\n".join(_seen(line) for line in _LINE_END.split(unicodedata.normalize("NFC", text)))


def _seen(line: str) -> str:
    clean = (line if first_unseen(line) is None else "".join(map(_shown, line))).strip()
    return clean + SOFT_HYPHEN if clean and line.rstrip().endswith(SOFT_HYPHEN) else clean


def _shown(sign: str) -> str:
    if not is_unseen(sign):
        return sign
    return " " if sign.isspace() or sign in _OTHER_BLANKS else ""
