"""The columns of the table, by the words that head them.

Takes the text of a cell or of a line; returns the columns that it heads. Called by `found`. A new wording is
a piece of a row of `_WORDINGS`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from organica.text.fold import unaccented


class Column(StrEnum):
    """What a column holds."""

    PERIOD = "period"
    UNIT = "unit"
    TEXT = "text"
    SOURCE = "source"
    PUBLISHED = "published"
    MODIFIED = "modified"
    ENACTED = "enacted"
    LINK = "link"


DATES = (Column.PUBLISHED, Column.MODIFIED, Column.ENACTED)
_POWERS = r"(?:facultad(?:es)?|funcion(?:es)?|atribucion(?:es)?)"
_ASIDE = r"(?:sicorresponde|ddmmaaaa|ddmmyyyy|noobligatorio)*"
# Without blanks, accents and signs: pages leave the heads of columns glued to each other.
_WORDINGS: dict[Column, str] = {
    Column.PERIOD: r"(?:ano|mes)",
    Column.UNIT: r"(?:nombredela)?unidad(?:es)?(?:[uyo]*organos?(?:internos?)?)?",
    Column.TEXT: rf"(?:descripcionde)?(?:las|sus)?{_POWERS}(?:(?:yo|[yuoe])?{_POWERS})*",
    Column.SOURCE: (
        r"(?:articulosdelaley(?:reglamentou?)?(?:otroacto(?:administrativo)?)?(?:quelasotorg[oa](?:ron)?)?"
        r"|(?:fuente|marco|base|norma)s?(?:legal|normativ[oa]|juridic[oa])(?:es|s)?)"
    ),
    Column.PUBLISHED: r"fecha(?:de)?(?:la)?publicacion(?:eneldiariooficial)?",
    Column.MODIFIED: r"fecha(?:de)?(?:la)?(?:ultima)?modificacion",
    Column.ENACTED: r"fecha(?:de)?(?:la)?promulgacion",
    Column.LINK: (
        r"enlace(?:s|ala(?:ultima)?(?:publicacion|modificacion|norma)"
        r"(?:oarchivo(?:deltextointegro(?:yactualizado)?|correspondiente)?)?)?"
    ),
}
_HEADS = "|".join(f"(?P<{column.value}>{wording}{_ASIDE})" for column, wording in _WORDINGS.items())
_HEAD = re.compile(_HEADS)
_TITLE = re.compile(
    rf"{_WORDINGS[Column.TEXT]}de(?:las|sus)unidades(?:[uyo]*organos)?(?:municipales|intern[oa]s)?"
)
_MOST_CHARACTERS_OF_TITLE = 120
_NO_LETTERS = re.compile(r"[^a-z]+")
_MOST_CHARACTERS_OF_HEADS = 700


def columns_headed(text: str) -> tuple[Column, ...]:
    """Return the columns that the text heads, in its order; none when it says anything else."""
    if len(text) > _MOST_CHARACTERS_OF_HEADS:
        return ()
    plain = _plain(text)
    columns: list[Column] = []
    at = 0
    while at < len(plain):
        found = _HEAD.match(plain, at)
        if found is None or found.end() == at:
            return ()
        columns.append(Column(found.lastgroup or ""))
        at = found.end()
    return tuple(columns)


def titles_the_table(text: str) -> bool:
    """Return whether the text says, without heads of columns, that units with their powers follow."""
    return len(text) <= _MOST_CHARACTERS_OF_TITLE and _TITLE.fullmatch(_plain(text)) is not None


def head_a_table(columns: Collection[Column]) -> bool:
    """Return whether these are columns of the table: units, what they do, and where that is said."""
    beside = {Column.SOURCE, Column.LINK, *DATES} & set(columns)
    return Column.UNIT in columns and Column.TEXT in columns and bool(beside)


def _plain(text: str) -> str:
    return _NO_LETTERS.sub("", unaccented(text).casefold())
