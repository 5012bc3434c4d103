"""Characters that nobody sees, or that make a text show something else than it says.

Takes a text; returns where its first such character stands, and how Unicode calls it. Called by `files`,
which refuses them in every text, and by `normalise`, which leaves them out of what a page says.
"""

from __future__ import annotations

import re
import unicodedata

# Controls (also the tab, but not the line feed), formats, surrogates, line and paragraph separators: a text
# that holds one shows something else than what is hashed, compared and searched. Formats are the marks of
# direction, the soft hyphen, blanks of no width, joiners, the byte mark within a text and the tag letters.
# The price: an emoji made of several is refused.
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Unicode files these under letters, marks and symbols, but they are drawn as nothing too: the grapheme
# joiner, the fillers of Hangul and Khmer, variation selectors and the Braille blank. Then those that are no
# characters at all; each plane ends in two of them.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(last - 1)}{chr(last)}" for last in range(0xFFFF, 0x110000, 0x10000)
)
_UNSEEN_OTHERS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"
)
_UNSEEN_OTHER = re.compile(f"[{_UNSEEN_OTHERS}{_NONCHARACTERS}]")
# What Spanish law is written with is passed over at once: ASCII, and Latin letters with «», ·, º, ª, § and
# °. The non-breaking space U+00A0 is among it on purpose: word processors put it in "N° 35" and "art. 5",
# it shows as the blank that it is, and to refuse it would make people retype what is printed. Dashes,
# curly quotes, wider blanks and other scripts are looked up one by one, and stay too.
_LOOKED_UP = re.compile("[^\n -~\u00a0-\u00ac\u00ae-\u02ff]")
# Controls have no name in Unicode; these are its aliases for those that occur.
_CONTROLS = {
    "\0": "NULL",
    "\b": "BACKSPACE",
    "\t": "CHARACTER TABULATION",
    "\n": "LINE FEED",
    "\v": "LINE TABULATION",
    "\f": "FORM FEED",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}
_SORTS = {"Cc": "control", "Cs": "surrogate", "Cn": "noncharacter"}


def first_unseen(text: str) -> int | None:
    """Return the offset of the first character that no text may hold, or None."""
    for found in _LOOKED_UP.finditer(text):
        if is_unseen(found[0]):
            return found.start()
    return None


def with_unseen_shown(text: str) -> str:
    """Return the text with an x for each such character, tabs and carriage returns apart; places stay."""
    return _LOOKED_UP.sub(
        lambda found: "x" if is_unseen(found[0]) and found[0] not in "\r\t" else found[0], text
    )


def without_unseen(text: str) -> str:
    """Return the text without any such character, for whoever draws what no file was read for."""
    return _LOOKED_UP.sub(lambda found: "" if is_unseen(found[0]) else found[0], text)


def is_unseen(character: str) -> bool:
    """Return whether a character is one that no text may hold."""
    if character == "\n":
        return False
    return unicodedata.category(character) in _UNSEEN_CATEGORIES or bool(_UNSEEN_OTHER.match(character))


def code_point(character: str) -> str:
    """Return the code point of a character: "U+202E"."""
    return f"U+{ord(character):04X}"


def unicode_name(character: str) -> str:
    """Return the name of a character, "RIGHT-TO-LEFT OVERRIDE", or its label where it has no name.

    Source: The Unicode Standard, section 4.8, code point labels: "<control-0001>".
    """
    named = _CONTROLS.get(character) or unicodedata.name(character, "")
    sort = _SORTS.get(unicodedata.category(character), "reserved")
    return named or f"<{sort}-{ord(character):04X}>"
