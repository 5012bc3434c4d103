"""Spanish numbers as they are written in prose: "cinco", "veintiún", "12".

Takes one word; returns its number or None. Called by rules that compare what is counted with what is there.
"""

from __future__ import annotations

from organica.text.fold import words

_MAX_DIGITS = 6
# By the position of the word in the row; a word of several forms lists them with a stroke.
_ROWS: tuple[tuple[int, str], ...] = (
    (1, "un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"),
    (16, "dieciseis diecisiete dieciocho diecinueve veinte veintiun|veintiuno|veintiuna veintidos"),
    (23, "veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta"),
)
_CARDINALS: dict[str, int] = {
    form: start + step
    for start, row in _ROWS
    for step, forms in enumerate(row.split())
    for form in forms.split("|")
}


def cardinal(word: str) -> int | None:
    """Return the number that one word names, in letters up to thirty or in digits, or None."""
    key = words(word)
    if len(key) != 1:
        return None
    if key[0].isascii() and key[0].isdigit() and len(key[0]) <= _MAX_DIGITS:
        return int(key[0])
    return _CARDINALS.get(key[0])
