"""Folding for comparison: two spellings of one word give one form.

Takes published text; returns a key that is never shown. Called by every rule that compares words.
"""

from __future__ import annotations

import re
import unicodedata

# NFKD would turn them into letters, and then "Nº 5" and "N° 5" would differ.
_ORDINAL_SIGNS = str.maketrans("", "", "°ºª")
# Letters that are a plain one with a mark: nearly all that Spanish and Portuguese have beside ASCII.
_MARKED_LETTERS = {
    code: apart[0]
    for code in range(0xC0, 0x180)
    if len(apart := unicodedata.normalize("NFKD", chr(code))) == 2 and unicodedata.combining(apart[1])
}
_WORD = re.compile(r"[^\W_]+")


def unaccented(text: str) -> str:
    """Return the text without its accents; ñ becomes n. Case, punctuation and length of words stay."""
    if text.isascii():
        return text
    plain = text.translate(_ORDINAL_SIGNS).translate(_MARKED_LETTERS)
    if plain.isascii():
        return plain
    apart = unicodedata.normalize("NFKD", plain)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words(text: str) -> tuple[str, ...]:
    """Return the words in lower case without accents; punctuation only separates them."""
    return tuple(_WORD.findall(unaccented(text).casefold()))


def folded(text: str) -> str:
    """Return the words with one space between them: equal when accents, case and punctuation differ."""
    return " ".join(words(text))


def same_name(one: str, other: str) -> bool:
    """Return whether two names differ at most in case and in the kind and number of blanks."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
