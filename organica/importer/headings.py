"""Headings of a legal text: its divisions, its articles, the titles of sections, where recitals begin.

Takes one passage; returns what it heads, or None. Called by the joining of lines and by the genre of legal
texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from organica.text.fold import folded

_ORDINALS = (
    r"primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|s[eé]ptim[oa]|octav[oa]|noven[oa]|"
    r"d[eé]cim[oa](?:\s+\w+)?|und[eé]cim[oa]|duod[eé]cim[oa]|vig[eé]sim[oa](?:\s+\w+)?|[uú]nic[oa]|preliminar|final"
)
_SUFFIX = r"bis|ter|qu[aá]ter|quinquies|sexies|septies|octies|[A-Z](?=[\s.:-])"
_ARTICLE = re.compile(
    rf"(?:art[ií]culo|art\.|artigo)\s*(?P<number>\d{{1,4}}(?:[.-]\d{{1,3}})*|(?-i:[IVXLC]+)(?![a-z])|{_ORDINALS})"
    rf"\s?(?:[°ºª]|o\b)?\s*(?P<suffix>(?i:{_SUFFIX}))?\s*(?P<mark>[.:)°º–—-]*[-–—.:]*)\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_DIVISION = re.compile(
    r"(?P<word>t[ií]tulo|subt[ií]tulo|cap[ií]tulo|subcap[ií]tulo|secci[oó]n|se[cç][aã]o|subsecci[oó]n|p[aá]rrafo|libro|livro|anexo|parte|apartado)"
    rf"\s+(?:n[°º]\s*)?(?P<number>(?-i:[IVXLC]+)(?:[-.]?[A-Za-z0-9])?|\d{{1,3}}(?:\.\d+)*|{_ORDINALS}|(?-i:[A-Z]))"
    r"(?![a-záéíóúñ])\.?\s?[°ºª]?\s*[.:–—-]*\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING_PART = re.compile(
    r"(?:art[ií]culos?\s+)?(?:disposici[oó]n(?:es)?\s+)?(?:\w+\s+){0,2}?(?:transitori[oa]s?|finales|derogatorias?|"
    r"complementarias?(?:\s+\w+)?)(?:\s+(?:y\s+)?\w+){0,3}\s*[.:]?",
    re.IGNORECASE,
)
_RECITALS = re.compile(
    r"(?:y\s+)?(?:vistos?|considerandos?|teniendo (?:presente|en (?:cuenta|consideraci[oó]n))|"
    r"atento|resultandos?|"
    r"exposici[oó]n de motivos|antecedentes(?: normativos)?|fundamentos?)\b",
    re.IGNORECASE,
)
_ENACTS = re.compile(
    r"(?:(?:se\s+)?(?:decreta|decreto|resuelvo|resuelve|dispone|dispongo|acuerda|ordena|aprueba|"
    r"d e c r e t a|"
    r"sancionan?(?: con fuerza de ley)?)|ha dado la (?:ley|siguiente)[\w\s]*|decreto supremo)\s*[:;.]?",
    re.IGNORECASE,
)
# "Artículo 58 Ley de Municipalidades" is a reference.
_CITED_ACT = re.compile(r"(?:ley|decreto|reglamento|c[oó]digo|constituci[oó]n|d\.?\s?[fsl]\.)", re.IGNORECASE)
_MOST_TITLE_CHARACTERS = 200


class Section(StrEnum):
    """What stands under a title of a section."""

    OBJECTIVE = "objective"
    FUNCTIONS = "functions"
    OTHER = "other"


_FUNCTIONS_OF = ("", " generales", " especificas", " principales", " basicas", " de la unidad", " del cargo")
_NOUNS = (
    "funciones", "acciones", "atribuciones", "facultades", "competencias", "cometidos", "tareas", "deberes",
    "responsabilidades", "obligaciones", "actividades", "funciones y atribuciones", "funciones y facultades",
    "facultades funciones y atribuciones", "atribuciones y funciones", "funciones y responsabilidades",
    "responsabilidades y funciones", "funciones y competencias", "competencias y funciones", "potestades",
    "atribuciones y obligaciones", "facultades y obligaciones", "deberes y atribuciones", "funcoes",
    "competencias e atribuicoes", "atribuicoes", "misiones y funciones", "mision y funciones",
)  # fmt: skip
_OBJECTIVES = (
    "objetivo", "objetivos", "objetivo general", "mision", "proposito", "responsabilidad primaria",
    "finalidad", "objeto", "descripcion", "definicion", "objetivo de la unidad", "objetivo del cargo",
    "proposito principal", "mision institucional", "finalidade",
)  # fmt: skip
_OTHERS = (
    "integrantes", "miembros", "integracion", "composicion", "recursos", "patrimonio", "requisitos", "perfil",
    "base legal", "marco legal", "marco normativo", "normativa", "estructura organica", "estructura",
    "organigrama", "dependencia", "linea de dependencia", "vision", "valores", "contacto", "coordinaciones",
    "relaciones de coordinacion", "glosario", "definiciones", "abreviaturas", "objetivos estrategicos",
    "distribucion", "dependencia jerarquica", "unidades dependientes", "indice", "contenido",
)  # fmt: skip
_SECTIONS: dict[str, Section] = {
    **{noun + of: Section.FUNCTIONS for noun in _NOUNS for of in _FUNCTIONS_OF},
    **dict.fromkeys(_OBJECTIVES, Section.OBJECTIVE),
    **dict.fromkeys(_OTHERS, Section.OTHER),
}
_MOST_SECTION_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Article:
    """The heading of an article: its number as printed ("26 bis") and the text that follows on the line."""

    number: str
    rest: str


@dataclass(frozen=True, slots=True)
class Division:
    """The heading of a division; `closing` for transitory, final and derogatory provisions."""

    word: str
    number: str
    title: str
    closing: bool = False


def article_in(text: str) -> Article | None:
    """Return the article that a passage begins, or None. "Artículo 5 de la Ley…" begins none."""
    # An act that amends another one quotes its articles.
    text = text.lstrip("“\"«‘' ")
    if text[:1] not in ("A", "a") or (text[0] == "a" and not text.startswith("artigo")):
        return None
    found = _ARTICLE.match(text)
    if found is None:
        return None
    rest = found["rest"]
    if not found["mark"] and rest and not (rest[0].isupper() or rest[0] in '“"«('):
        return None
    if not found["mark"] and _CITED_ACT.match(rest):
        return None
    number = " ".join(filter(None, (found["number"], found["suffix"])))
    return Article(number, rest)


def division_in(text: str) -> Division | None:
    """Return the division that a passage heads, or None."""
    if len(text) > _MOST_TITLE_CHARACTERS or not text[:1].isupper():
        return None
    if _CLOSING_PART.fullmatch(text):
        return Division(folded(text), "", "", closing=True)
    found = _DIVISION.match(text)
    if found is None:
        return None
    title = found["title"].strip()
    if title and (title[0].islower() or title.endswith((";", ","))):
        return None
    return Division(folded(found["word"]), found["number"], title, bool(_CLOSING_PART.fullmatch(title)))


def section_of(text: str) -> Section | None:
    """Return what stands under the title that the whole passage is, or None when it is no such title."""
    return _section_titled(text) if len(text) <= _MOST_SECTION_CHARACTERS else None


@lru_cache(maxsize=4096)
def _section_titled(text: str) -> Section | None:
    # Every short line is asked about several times.
    return _SECTIONS.get(folded(text))


def heading_with_section(text: str) -> tuple[str, str] | None:
    """Part a heading that ends in the title of its section: "DIRECTORIO FUNCIONES Y ATRIBUCIONES"."""
    if not text.isupper():
        return None
    said = text.split()
    for place in range(max(1, len(said) - 5), len(said)):
        title = " ".join(said[place:])
        if section_of(title) is Section.FUNCTIONS:
            return " ".join(said[:place]), title
    return None


def begins_recitals(text: str) -> bool:
    """Return whether the reasons of an act begin here ("VISTO", "CONSIDERANDO:")."""
    found = _RECITALS.match(text)
    return found is not None and (found[0].isupper() or len(text) < _MOST_SECTION_CHARACTERS)


def begins_orders(text: str) -> bool:
    """Return whether what the act orders begins behind this line ("RESUELVO:", "DECRETA:")."""
    return len(text) < _MOST_SECTION_CHARACTERS and _ENACTS.fullmatch(text) is not None


def begins_a_part(text: str) -> bool:
    """Return whether the line begins something that no sentence above can go on with."""
    return (
        article_in(text) is not None
        or division_in(text) is not None
        or section_of(text) is not None
        or begins_orders(text)
        or (text.isupper() and begins_recitals(text))
    )


def stands_alone(text: str) -> bool:
    """Return whether the line is a title that nothing below goes on with."""
    if section_of(text) is not None or begins_orders(text):
        return True
    article = article_in(text)
    return article is not None and not article.rest
