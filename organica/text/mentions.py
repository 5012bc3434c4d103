"""Which units a text names: "el departamento de compradores", "las Divisiones de Estudios y de Compras".

Takes a text as stored and the names that the body's units bear; returns the places and the units meant.
Called by the register when it stores functions. Raise `DERIVED_BY` with every change of the rules: what is
stored says which rules found it.

    >>> names = Names([
    ...     UnitName("estudios", "División", "División de Estudios", None, None),
    ...     UnitName("pagos", "Departamento", "Departamento de Pagos a Proveedores", None, "estudios"),
    ... ])
    >>> for found in references("Informar al departamento de pagos y a la Fiscalía.", names, own="estudios"):
    ...     print(found.mention.start, found.mention.end, found.mention.text, found.unit)
    12 33 departamento de pagos pagos
    41 49 Fiscalía None

A word of rank followed by a capitalised name is a mention whosever unit it is: units of other bodies
("Dirección de Presupuestos") look alike and mean None. Without a rank, or in lower case, only known names are
mentions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from organica.text.fold import words
from organica.text.unit_names import Names, UnitName
from organica.text.unit_phrases import AND, ARTICLES, OF, Mention, Phrase, counts_parts, names_anyone, phrases
from organica.text.unit_runs import list_by_case, name_end, separator

__all__ = ["DERIVED_BY", "Mention", "Names", "Reference", "UnitName", "find", "references", "resolve"]

DERIVED_BY = 1

# What may stand behind a complete name in lower case, besides a comma or the end.
_GOES_ON = (
    AND
    | ARTICLES
    | frozenset(words("a al ante como con cuando en es no para por que se segun si sin sobre son"))
)
# "jefa de Atención Usuaria" names the unit, "mercado de Compras Públicas" a matter.
_OF_A_UNIT = frozenset(
    words(
        "jefe jefa jefes jefatura equipo equipos director directora encargado encargada responsable titular "
        "personal funcionarios"
    )
)
_HEAD = re.compile(r"([^\W\d_]+)\s+(?:de|del|de\s+la|de\s+los|de\s+las)\s+$")
_LONGEST_HEAD = 60
_NAME_GOES_ON = re.compile(r"\s+(?:(?:de|del|y|e)\s+)?(?:(?:la|el|los|las)\s+)?[A-ZÁÉÍÓÚÑ]")


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention and the code of the unit that it means; None when it is unknown or stays ambiguous."""

    mention: Mention
    unit: str | None


@lru_cache(maxsize=8192)
def find(text: str) -> tuple[Mention, ...]:
    """Return what looks like the name of a unit by rank and capitals alone, in the order of the text."""
    found: list[Mention] = []
    for phrase in phrases(text):
        if not found or phrase.start >= found[-1].end:
            found += _by_case(text, phrase)
    return tuple(found)


def resolve(mention: Mention, names: Names, own: str) -> str | None:
    """Return the code of the unit that the mention means in a text of the unit `own`, or None."""
    return names.meant_by(mention.text, mention.kind, own)


def references(text: str, names: Names, own: str) -> tuple[Reference, ...]:
    """Return the mentions in a text of the unit `own`, in its order, each with the unit that it means.

    Known names decide where a mention ends, and add those in lower case and those without a word of rank.
    The body's own name is no mention.
    """
    found: list[Mention] = []
    for phrase in phrases(text):
        if not found or phrase.start >= found[-1].end:
            found += _by_names(text, phrase, names, own)
    found += _without_rank(text, names, tuple(found))
    found.sort(key=lambda mention: mention.start)
    return tuple(
        Reference(mention, resolve(mention, names, own))
        for mention in found
        if not names.is_body(mention.text)
    )


def _by_case(text: str, phrase: Phrase) -> list[Mention]:
    start = phrase.name_start
    if phrase.kind.everyday and (not phrase.marked or counts_parts(phrase)):
        return []
    if phrase.plural:
        return [_named(text, phrase, *places) for places in list_by_case(phrase, start)]
    end = name_end(phrase, start)
    if end > start:
        return [_ranked(text, phrase, end), *_the_other(text, phrase, end)]
    return [_bare(text, phrase)] if phrase.alone and not names_anyone(text, phrase) else []


def _by_names(text: str, phrase: Phrase, names: Names, own: str) -> list[Mention]:
    by_case = _by_case(text, phrase)
    if phrase.plural:
        by_names = _list_by_names(text, phrase, names, own)
        readings = [reading for reading in (by_names, by_case) if reading]
        # The first of equals: a known name may hold a comma or an "y" that capitals alone take for an end.
        return min(readings, key=lambda read: sum(not _means(one, names, own) for one in read), default=[])
    start = phrase.name_start
    end = start + names.reach(_run(phrase, start), phrase.kind.word)
    if end == start:
        return by_case
    known = _ranked(text, phrase, end)
    code = resolve(known, names, own)
    if code is None or (by_case and known.end == by_case[0].end):
        return by_case
    whole = names.is_whole_name(known.text, code)
    if not by_case:
        partly = not phrase.kind.everyday and phrase.words[start - 1].key in OF | ARTICLES if start else False
        return [known] if whole or (partly and _ends_there(phrase, end)) else []
    if known.end > by_case[0].end:
        return [known] if whole else by_case
    # The capitals run on, behind "y" into another unit.
    another = phrase.words[end].key in AND and not _means(by_case[0], names, own)
    return [known] if whole and another else by_case


def _list_by_names(text: str, phrase: Phrase, names: Names, own: str) -> list[Mention]:
    """Return the names behind a plural rank, in either case, when one of them at least is a unit's."""
    found: list[Mention] = []
    known = 0
    place: int | None = phrase.name_start
    while place is not None and place < len(phrase.words):
        end = place + names.reach(_run(phrase, place), phrase.kind.word)
        if end > place and _means(_named(text, phrase, place, end), names, own):
            known += 1
        else:
            end = name_end(phrase, place)
            lower = not phrase.words[place].capital and phrase.words[place].key not in _GOES_ON
            if end == place and found and lower and _ends_there(phrase, place + 1):
                end = place + 1
        if end == place:
            break
        found.append(_named(text, phrase, place, end))
        place = separator(phrase, end)
    return found if known and len(found) > 1 else []


def _the_other(text: str, phrase: Phrase, end: int) -> list[Mention]:
    """Return the second of "la División de Estudios y la de Compras"."""
    match [word.key for word in phrase.words[end : end + 3]]:
        case [joint, "la" | "el", "de" | "del"] if joint in AND:
            start = end + 3
            until = name_end(phrase, start)
            return [_named(text, phrase, start, until)] if until > start else []
        case _:
            return []


def _without_rank(text: str, names: Names, found: tuple[Mention, ...]) -> list[Mention]:
    """Return the known names that stand without a rank, printed as the register prints them.

    A part of a name is none: in its own words a unit's name is a matter that others write about.
    """
    if names.without_rank is None:
        return []
    taken = [(mention.start, mention.end) for mention in found]
    return [
        Mention(*place.span(), place[0], None)
        for place in names.without_rank.finditer(text)
        if not any(place.start() < end and start < place.end() for start, end in taken)
        and _stands_for_a_unit(text, place)
    ]


def _stands_for_a_unit(text: str, place: re.Match[str]) -> bool:
    if _NAME_GOES_ON.match(text, place.end()):
        return False
    head = _HEAD.search(text, max(0, place.start() - _LONGEST_HEAD), place.start())
    return head is None or words(head[1])[0] in _OF_A_UNIT


def _means(mention: Mention, names: Names, own: str) -> bool:
    return resolve(mention, names, own) is not None


def _ends_there(phrase: Phrase, end: int) -> bool:
    following = phrase.words[end : end + 1]
    return not following or following[0].comma or following[0].key in _GOES_ON


def _run(phrase: Phrase, start: int) -> list[str]:
    return [word.key for word in phrase.words[start:]]


def _ranked(text: str, phrase: Phrase, end: int) -> Mention:
    until = phrase.words[end - 1].end
    return Mention(phrase.start, until, text[phrase.start : until], phrase.kind.word)


def _named(text: str, phrase: Phrase, start: int, end: int) -> Mention:
    first, until = phrase.words[start].start, phrase.words[end - 1].end
    return Mention(first, until, text[first:until], phrase.kind.word)


def _bare(text: str, phrase: Phrase) -> Mention:
    return Mention(phrase.start, phrase.end, text[phrase.start : phrase.end], phrase.kind.word)
