"""Notes that Ley Chile prints in the right margin, parted from the sentences beside which they stand.

Takes the lines of a text; returns them with each piece of a note as a line of its own. Called by `opening`,
and by `ley_chile`, which looks at the sentences afterwards. A note names the act that changed the text, over
one or more lines:

    La unidad encargada de administración y D.F.L 1-19.704
    finanzas tendrá las siguientes funciones: ART. 27
    a) Asesorar al alcalde en la administración D.O. 03.05.2002

Only the day of the Diario Oficial at its end makes it a note: from there the lines above are read upwards, as
long as each ends in a piece of a note, until the act is named. A sentence that names a law at the end of a
line, and has no such day behind it, keeps its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from organica.importer.document import Line

_MOST_LINES_OF_A_NOTE = 5

_NUMBER = r"(?:N[º°o][s.]*\s*)?\d[\d.]*(?:[-/,]\s?\d[\d.]*)?"
_WORDS = (
    r"bis|ter|qu[aá]ter|quinquies|sexies|[uú]nico|[uú]nica|primer[oa]|segund[oa]|tercer[oa]|cuart[oa]|quint[oa]"
    r"|sext[oa]|s[eé]ptim[oa]|octav[oa]|noven[oa]|d[eé]cim[oa]|trans(?:itori[oa]|\.)?|final|y|e"
    r"|letras?|let\.|inc(?:isos?|s?\.)?|num(?:erales?|s?\.)"
)
# A word of a place: "Art.", "5º", "Nº", "a)", "IV", "letra". Once it has matched it is not tried in another
# way, which would take twice as long with each word of a line that is made to hurt.
_ATOM = (
    r"(?>(?:A[Rr][Tt](?:[Íí][Cc][Uu][Ll][Oo]|[Ii][Cc][Uu][Ll][Oo])?[Ss]?\.?(?:\d[\d.]*[º°]?)?"
    rf"|N[º°]s?\.?\d*[º°]?\)?|\d[\d.]*[º°ª]?\)?-?|(?i:{_WORDS})|[ivxIVXLC]+[).]?|[a-zñA-ZÑ]\)?),?(?=\s|$))"
)
_PLACE = rf"(?=A[Rr][Tt]|N[º°]|LET|[Ll]etra){_ATOM}(?:\s+{_ATOM}){{0,12}}"
_ACT = (
    rf"(?:(?:LEY|Ley|L\.|D\.?\s?F\.?\s?L\.?|D\.?\s?L\.?|D\.?\s?S\.?|DTO\.?|Dto\.?|DECRETO(?:\s+LEY|\s+SUPREMO)?"
    rf"|Decreto(?:\s+[Ll]ey|\s+[Ss]upremo)?|RES(?:OLUCI[OÓ]N|\.)?(?:\s+EXENTA)?|Res(?:oluci[oó]n|\.)(?:\s+[Ee]xenta)?)"
    rf"\s*{_NUMBER}(?:,?\s+[A-ZÁÉÍÓÚÑ]{{3,}}\.?){{0,4}}|CPR|C\.P\.R\.|RECTIF(?:ICACI[OÓ]N|ICADO|\.)?)"
)
_DAY = r"D\.?\s?O\.?\s*\d{1,2}[.\-/]\d{1,2}[.\-/]\d{4}"

_BEFORE = r"(?:(?<=\s)|^)"
_CLOSES = re.compile(rf"{_BEFORE}{_DAY}$")
_NAMES_AN_ACT = re.compile(rf"{_BEFORE}{_ACT}(?:,?\s+{_PLACE})?$")
_ACT_OF_A_MINISTRY = re.compile(rf"{_BEFORE}{_ACT},$")
_MINISTRY = re.compile(rf"{_BEFORE}[A-ZÁÉÍÓÚÑ]{{4,}}$")
_CONTINUES = re.compile(rf"{_BEFORE}{_PLACE}$")
_WHOLE = re.compile(rf"{_BEFORE}{_ACT}(?:,?\s+{_PLACE})?,?\s+{_DAY}$")
_CONTINUES_AND_CLOSES = re.compile(rf"{_BEFORE}{_PLACE}\s+{_DAY}$")
# "modificada por la Ley Nº 19.300, D.O. 09.03.1994": one line alone does not show that there is a margin.
_IN_A_SENTENCE = re.compile(r"\b(?:la|el|las|los|del?|al|por|con|en|seg[uú]n|y|o|a|que)\s*$", re.IGNORECASE)
# No piece of a note is longer; looking only there keeps a long line from being searched many times.
_MOST_PIECE_CHARACTERS = 120


def parted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with the margin notes parted; a line that is all note is a note and nothing else."""
    cuts: dict[int, int] = {}
    for index, line in enumerate(lines):
        # "D.O." is looked for first, since most texts have none.
        if line.text[-1:].isdigit() and not line.note and _search(_CLOSES, line.text) is not None:
            cuts.update(_note_closed_at(lines, index))
    if not cuts:
        return tuple(lines)
    found: list[Line] = []
    opening: Line | None = None
    for index, line in enumerate(lines):
        sentence = line.text[: cuts[index]].rstrip() if index in cuts else line.text
        if sentence or index not in cuts:
            # What a line that was all note said of its block, the next line of words says now.
            if opening is not None and not line.opens and sentence:
                line = replace(line, opens=True, label=opening.label)
            opening = None if sentence else opening
            found.append(replace(line, text=sentence) if index in cuts else line)
        elif line.opens:
            opening = line
        if index in cuts:
            found.append(Line(line.text[cuts[index] :].strip(), line.number, note=True))
    return tuple(found)


def _note_closed_at(lines: Sequence[Line], last: int) -> dict[int, int]:
    """Return where each line of the note that ends on this line is to be cut; nothing when it is no note."""
    whole = _search(_WHOLE, lines[last].text)
    if whole is not None:
        return {} if _IN_A_SENTENCE.search(lines[last].text[:whole]) else {last: whole}
    end = _search(_CONTINUES_AND_CLOSES, lines[last].text)
    cuts = {last: end if end is not None else _must(_search(_CLOSES, lines[last].text))}
    for index in range(last - 1, max(-1, last - _MOST_LINES_OF_A_NOTE), -1):
        text = lines[index].text
        act = _search(_NAMES_AN_ACT, text)
        if act is not None:
            return {**cuts, index: act}
        place = _search(_CONTINUES, text)
        if place is None:
            begins = _act_over_two_lines(lines, index)
            return {**cuts, **begins} if begins else {}
        cuts[index] = place
    return {}


def _act_over_two_lines(lines: Sequence[Line], index: int) -> dict[int, int]:
    """Return the cuts of "Decreto 18," and of "AGRICULTURA" on the line below it, if there are any."""
    if index == 0:
        return {}
    act = _search(_ACT_OF_A_MINISTRY, lines[index - 1].text)
    ministry = _search(_MINISTRY, lines[index].text)
    return {} if act is None or ministry is None else {index - 1: act, index: ministry}


def _search(pattern: re.Pattern[str], text: str) -> int | None:
    """Return where the longest piece of this kind begins that ends the line, or None."""
    found = pattern.search(text, max(0, len(text) - _MOST_PIECE_CHARACTERS))
    return found.start() if found else None


def _must(position: int | None) -> int:
    assert position is not None  # noqa: S101 - the caller has found the day on this line
    return position
