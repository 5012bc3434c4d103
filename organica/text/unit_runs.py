"""How far the name of a unit goes behind its word of rank, by capital letters and joining words alone.

Takes a phrase; returns places among its words. Knows no unit. Called by mentions.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from organica.text.fold import words
from organica.text.kinds import kind_named
from organica.text.unit_phrases import AND, ARTICLES, OF, Phrase

_INSIDE = OF | AND | {"a", "al", "en", "para"}
# Behind "y" or a comma these begin something that is no unit's name.
_ELSE = frozenset(
    words(
        "ministerio ministerios ministro ministra director directora jefe jefa presidente presidenta "
        "secretario secretaria ley decreto resolucion reglamento consejo comite comision junta instituto "
        "tribunal congreso municipalidad universidad constitucion estado"
    )
)


class _Piece(NamedTuple):
    """A run between "y" and commas; `of_again` when "de" is repeated before it, `comma` after a comma."""

    start: int
    end: int
    of_again: bool
    comma: bool


def name_end(phrase: Phrase, start: int) -> int:
    """Return the place after the name that begins at `start` by its capitals; `start` when none begins there.

    "Administración y Finanzas", "Comercio, Industria y Minería" are one name; "la División" and
    "y Ministerio" begin another.
    """
    said = phrase.words
    if start >= len(said) or not said[start].capital or _is_rank_of_its_own(said[start].key):
        return start
    end = start + 1
    while end < len(said):
        after = _after_joint(phrase, end)
        if after is None:
            after = _after_commas(phrase, end)
        if after is None:
            break
        end = after
    return end


def list_by_case(phrase: Phrase, start: int) -> tuple[tuple[int, int], ...]:
    """Return the places of the names that stand behind one plural rank, by capitals; fewer than two are none.

    Where "de" is repeated ("de Compras y Contratos y de Finanzas") only there a new name begins.
    """
    pieces = _pieces(phrase, start)
    if any(piece.of_again for piece in pieces):
        firsts = [place for place, piece in enumerate(pieces) if place == 0 or piece.of_again]
    elif any(piece.comma for piece in pieces):
        firsts = list(range(len(pieces)))
    else:
        firsts = sorted({0, len(pieces) - 1})
    if len(pieces) <= 1 or len(firsts) <= 1:
        return ()
    return tuple(
        (pieces[first].start, pieces[following - 1].end)
        for first, following in pairwise((*firsts, len(pieces)))
    )


def separator(phrase: Phrase, place: int) -> int | None:
    """Return the place after ", ", "y", ", de la" or "y del" at `place`, where a next name begins."""
    said = phrase.words
    if place >= len(said) or not (said[place].comma or said[place].key in AND):
        return None
    if said[place].key in AND:
        place += 1
    while place < len(said) and said[place].key in OF | ARTICLES:
        place += 1
    return place if place < len(said) else None


def _is_rank_of_its_own(key: str) -> bool:
    kind = kind_named(key)
    return kind is not None and not kind.stands_alone and not kind.everyday


def _after_joint(phrase: Phrase, end: int) -> int | None:
    """Return the place after "… y Finanzas", "… de la Mujer", or the next capitalised word, or None."""
    said = phrase.words
    place = end
    joint: list[str] = []
    while place < len(said) and not said[place].comma and said[place].key in _INSIDE | ARTICLES:
        if said[place].key in ARTICLES and (not joint or joint[-1] in AND):
            return None
        joint.append(said[place].key)
        place += 1
    if place >= len(said) or said[place].comma or not said[place].capital:
        return None
    key = said[place].key
    rank = kind_named(key)
    if joint and joint[0] in AND and (key in _ELSE or _is_rank_of_its_own(key) or rank == phrase.kind):
        return None
    if rank is not None and joint and (joint[-1] in ARTICLES or joint[-1] in ("del", "al")):
        return None
    if rank is not None and _is_rank_of_its_own(key):
        return None
    return place + 1


def _after_commas(phrase: Phrase, end: int) -> int | None:
    """Return the place after ", Industria y Minería", which only an "y" may close, or None."""
    said = phrase.words
    if phrase.plural:
        return None
    place = end
    while place < len(said) and said[place].comma:
        if not said[place].capital or said[place].key in _ELSE or kind_named(said[place].key):
            return None
        place += 1
        while place < len(said) and not said[place].comma:
            after = None if said[place].key in AND else _after_joint(phrase, place)
            if after is None:
                break
            place = after
    closed = place > end and place < len(said) and said[place].key in AND and not said[place].comma
    return _after_joint(phrase, place) if closed else None


def _pieces(phrase: Phrase, start: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    place: int | None = start
    while place is not None and (end := _piece_end(phrase, place)) > place:
        between = phrase.words[pieces[-1].end : place + 1] if pieces else ()
        of_again = bool(pieces) and phrase.words[place - 1].key in OF | ARTICLES
        pieces.append(_Piece(place, end, of_again, any(word.comma for word in between)))
        place = separator(phrase, end)
    return pieces


def _piece_end(phrase: Phrase, start: int) -> int:
    """Return the end of the name at `start` that no "y" and no comma is allowed to continue."""
    said = phrase.words
    if start >= len(said) or not said[start].capital or kind_named(said[start].key):
        return start
    end = start + 1
    while end < len(said) and said[end].key not in AND:
        after = _after_joint(phrase, end)
        if after is None:
            break
        end = after
    return end
