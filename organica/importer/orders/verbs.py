"""The verbs by which an act orders that another text be amended ("sustitúyese", "se adiciona", "quedará
así").

Takes words without what they quote; returns where verbs of order stand and what they order. Called by the
readers of amending acts. A verb is a row of `_ORDERS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Deed(StrEnum):
    """What a verb orders to be done."""

    REPLACE = "replace"
    ADD = "add"
    REMOVE = "remove"
    MODIFY = "modify"
    RENAME = "rename"
    RELABEL = "relabel"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of order and where it stands. `bare` when it is none by its form alone ("pasará a ser").

    `goes_on` when it is one only behind another in the same sentence ("se reforma …; se adiciona …");
    `details` when it says how the one before it amends ("refórmase el artículo 6, agregándose …").
    """

    deed: Deed
    start: int
    end: int
    bare: bool = False
    goes_on: bool = False
    details: bool = False


# Each with the stem of "sustitúyese", of "se sustituye", and of "sustituir".
_ORDERS: tuple[tuple[Deed, str, str, str], ...] = (
    (Deed.REPLACE, r"sustit[uú]y[ae]", r"sustituye", r"sustituir"),
    (Deed.REPLACE, r"substit[uú]y[ae]", r"substituye", r"substituir"),
    (Deed.REPLACE, r"re?empl[aá][zc][ae]", r"reemplaza", r"reemplazar"),
    (Deed.REPLACE, r"c[aá]mbi[ae]", r"cambia", r"cambiar"),
    (Deed.ADD, r"agr[eé]gu?[ae]", r"agrega", r"agregar"),
    (Deed.ADD, r"a[ñn][aá]d[ae]", r"a[ñn]ade", r"a[ñn]adir"),
    (Deed.ADD, r"adici[oó]n[ae]", r"adiciona", r"adicionar"),
    (Deed.ADD, r"incorp[oó]r[ae]", r"incorpora", r"incorporar"),
    (Deed.ADD, r"interc[aá]l[ae]", r"intercala", r"intercalar"),
    (Deed.ADD, r"ins[eé]rt[ae]", r"inserta", r"insertar"),
    (Deed.ADD, r"incl[uú]y[ae]", r"incluye", r"incluir"),
    (Deed.REMOVE, r"supr[ií]m[ae]", r"suprime", r"suprimir"),
    (Deed.REMOVE, r"elim[ií]n[ae]", r"elimina", r"eliminar"),
    (Deed.REMOVE, r"der[oó]gu?[ae]", r"deroga", r"derogar"),
    (Deed.REMOVE, r"abr[oó]gu?[ae]", r"abroga", r"abrogar"),
    (Deed.MODIFY, r"modif[ií](?:c|qu)[ae]", r"modifica", r"modificar"),
    (Deed.MODIFY, r"ref[oó]rm[ae]", r"reforma", r"reformar"),
    (Deed.MODIFY, r"introd[uú]z?c[ae]", r"introduce", r"introducir"),
    (Deed.MODIFY, r"enmi[eé]nd[ae]", r"enmienda", r"enmendar"),
    (Deed.RELABEL, r"re?en[uú]m[eé]r[ae]", r"reenumera", r"reenumerar"),
    (Deed.RELABEL, r"reord[eé]n[ae]", r"reordena", r"reordenar"),
)
_GERUNDS: tuple[tuple[Deed, str], ...] = (
    (Deed.REPLACE, r"(?:sustituy|substituy)[eé]ndose|reemplaz[aá]ndose"),
    (Deed.ADD, r"(?:agreg|adicion|incorpor|intercal|insert)[aá]ndose|(?:a[ñn]adi|incluy)[eé]ndose"),
    (Deed.REMOVE, r"(?:elimin|derog)[aá]ndose|suprimi[eé]ndose"),
)
_DEEDS = tuple(deed for deed, *_ in _ORDERS)
_ENCLITIC = "|".join(f"(?P<e{row}>{stem}n?se)" for row, (_, stem, _, _) in enumerate(_ORDERS))
_REFLEXIVE = "|".join(f"(?P<r{row}>{stem}n?)" for row, (_, _, stem, _) in enumerate(_ORDERS))
_INFINITIVE = "|".join(f"(?P<i{row}>{stem})" for row, (_, _, _, stem) in enumerate(_ORDERS))
_GERUND = "|".join(f"(?P<g{row}>{stem})" for row, (_, stem) in enumerate(_GERUNDS))
_PART = (
    r"(?:art[ií]culos?|arts?\.|letras?|literal(?:es)?|incisos?|numeral(?:es)?|n[uú]meros?|fracci[oó]n(?:es)?|"
    r"denominaci[oó]n|expresi[oó]n|frase|palabras?|p[aá]rrafos?|anexos?|apartados?)\b"
)
# What stands before a verb at the beginning of a sentence: nothing, a label, or where the order aims.
_SENTENCE_START = r"(?:^|[\n.;:])\s*(?:\(?\w{1,4}\s?[).°º]+\s?[-–—.]*\s*)?"
_FOUND = re.compile(
    rf"\b(?:{_ENCLITIC})\b"
    rf"|(?:{_SENTENCE_START}|[;,]\s+(?:y\s+|e\s+)?|\s[ye]\s+)(?P<reflexive>se\s+(?:{_REFLEXIVE}))(?=\s)"
    rf"|{_SENTENCE_START}(?P<infinitive>{_INFINITIVE})(?=\s+(?:en\s+|del?\s+|al?\s+)?(?:el|la|los"
    rf"|las|su)?\s*{_PART})"
    rf"|,\s+(?:y\s+)?(?P<gerund>{_GERUND})\b"
    r"|\b(?P<becomes>quedar(?:[aá]n?)?|quedan?)\s+(?:redactad[oa]s?\s+|modificad[oa]s?\s+)?"
    r"(?:as[ií]|de\s+la\s+siguiente\s+(?:manera|forma)|en\s+los\s+siguientes\s+t[eé]rminos|del"
    r"\s+siguiente\s+(?:modo|tenor)|como\s+sigue)"
    r"|\b(?P<named>(?:pasan?|pasar[aá]n?)\s+a\s+(?:denominarse|llamarse)|se\s+denominar[aá]n?"
    r"\s+en\s+adelante|en\s+adelante\s+se\s+denominar[aá]n?)"
    r"|\b(?P<becomes_label>(?:pasan?|pasar[aá]n?)\s+a\s+ser)\b"
    r"|\b(?P<reads>donde\s+dice)\b"
    r"|\b(?P<without_effect>d[eé]j[ae]n?se\s+sin\s+efecto)\b",
    re.IGNORECASE,
)
_AT_THE_START = re.compile(
    rf"\s*(?:\(?\w{{1,4}}\s?[).°º]+\s?[-–—.]*\s*)?(?:en\s[^\n:;]{{1,80}},\s+)?(?:{_ENCLITIC})\b",
    re.IGNORECASE,
)


def begins_with_an_order(line: str) -> bool:
    """Return whether a line begins with an order by its form alone, behind its label if it has one."""
    return _AT_THE_START.match(line) is not None


def verbs_in(skeleton: str) -> list[Verb]:
    """Return the verbs of order in the order of the text."""
    return [_verb(found) for found in _FOUND.finditer(skeleton)]


def _verb(found: re.Match[str]) -> Verb:
    if found["becomes"]:
        return Verb(Deed.MODIFY, found.start("becomes"), found.end(), bare=True)
    if found["named"]:
        return Verb(Deed.RENAME, found.start("named"), found.end(), bare=True)
    if found["becomes_label"]:
        return Verb(Deed.RELABEL, found.start("becomes_label"), found.end(), bare=True)
    if found["reads"]:
        return Verb(Deed.REPLACE, found.start("reads"), found.end(), bare=True)
    if found["without_effect"]:
        return Verb(Deed.REMOVE, found.start("without_effect"), found.end())
    for row, (deed, _) in enumerate(_GERUNDS):
        if found[f"g{row}"]:
            return Verb(deed, found.start("gerund"), found.end(), goes_on=True, details=True)
    for row, deed in enumerate(_DEEDS):
        if found[f"e{row}"] or found[f"r{row}"] or found[f"i{row}"]:
            form = "reflexive" if found[f"r{row}"] else f"i{row}" if found[f"i{row}"] else f"e{row}"
            goes_on = form == "reflexive" and found[0][0] in ",; " and found.start() > 0
            return Verb(deed, found.start(form), found.end(), goes_on=goes_on)
    raise AssertionError(found[0])
