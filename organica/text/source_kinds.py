"""The kinds of legal sources of Latin America, each with the spellings that officials use.

Read by citations, which finds them in lower-case text. A new kind is one row, the longer spelling before the
shorter, those of one country that hold a word of another before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from organica.text.fold import words

_RES = r"resoluci(?:[oó]n|ones)"
_RES_BR = r"resolu(?:[cç][aã]o|[cç][oõ]es)"
_DEC = r"decretos?"
_BLANKS = r"\s{0,3}"


@dataclass(frozen=True, slots=True)
class SourceKind:
    """One kind: its code and its spellings in lower case; `_` stands for blanks that may be missing.

    `capitals` is the abbreviation that counts in capital letters only ("DS"). `signed` when the word says so
    little that a number counts only behind its sign ("Acuerdo N° 5") or before its year.
    """

    code: str
    spellings: str
    capitals: str | None = None
    signed: bool = False


SOURCE_KINDS: tuple[SourceKind, ...] = (
    SourceKind("resolucion_exenta", rf"{_RES}_exentas?|res(?:ol)?\._ex(?:enta|\.)|r\._e\."),
    SourceKind("resolucion_afecta", rf"{_RES}_afectas?"),
    SourceKind("resolucion_ministerial", rf"{_RES}_ministerial(?:es)?|r\._m\.", "RM"),
    SourceKind("resolucion_viceministerial", rf"{_RES}_vice_?ministerial(?:es)?|r\._v\._m\.", "RVM"),
    SourceKind("resolucion_suprema", rf"{_RES}_supremas?|r\._s\.", "RS"),
    SourceKind("resolucion_directoral", rf"{_RES}_directoral(?:es)?|r\._d\.", "RD"),
    SourceKind("resolucion_jefatural", rf"{_RES}_jefatural(?:es)?|r\._j\.", "RJ"),
    SourceKind("resolucion_administrativa", rf"{_RES}_administrativas?|r\._a\."),
    SourceKind("resolucion_legislativa", rf"{_RES}_legislativas?"),
    SourceKind("resolucion_conjunta", rf"{_RES}_(?:general_)?conjuntas?"),
    SourceKind("resolucion_general", rf"{_RES}_general(?:es)?"),
    SourceKind("resolucion_de_presidencia_ejecutiva", rf"{_RES}_de_(?:la_)?presidencia_ejecutiva", "RPE"),
    SourceKind("resolucion_de_consejo_directivo", rf"{_RES}_del?_consejo_directivo"),
    SourceKind("resolucion_de_secretaria_general", rf"{_RES}_de_(?:la_)?secretar[ií]a_general"),
    SourceKind("resolucion_de_superintendencia", rf"{_RES}_de_(?:la_)?superintendencia"),
    SourceKind("resolucion_de_alcaldia", rf"{_RES}_de_(?:la_)?alcald[ií]a"),
    SourceKind("resolucion_de_contraloria", rf"{_RES}_de_(?:la_)?contralor[ií]a"),
    SourceKind("resolucion", rf"{_RES}|res(?:ol)?\."),
    SourceKind("resolucao", _RES_BR, "RDC"),
    SourceKind("decreto_con_fuerza_de_ley", rf"{_DEC}_con_fuerza_de_ley|d\._?f\._?l\.?", "DFL"),
    SourceKind("decreto_de_necesidad_y_urgencia", rf"{_DEC}_de_necesidad_y_urgencia", "DNU"),
    SourceKind("decreto_de_urgencia", rf"{_DEC}_de_urgencia|d\._?u\.", "DU"),
    SourceKind("decreto_legislativo", rf"{_DEC}_legislativos?|d\._?leg\."),
    SourceKind("decreto_supremo", rf"{_DEC}_supremos?|d\._?s\.", "DS"),
    SourceKind("decreto_exento", rf"{_DEC}_exentos?|d(?:ec|to)?\._?ex(?:ento|\.)"),
    SourceKind("decreto_alcaldicio", rf"{_DEC}_alcaldicios?"),
    SourceKind("decreto_ejecutivo", rf"{_DEC}_ejecutivos?"),
    SourceKind("decreto_presidencial", rf"{_DEC}_presidencial(?:es)?"),
    SourceKind("decreto_ley", rf"{_DEC}_[-–]?_(?:ley(?:es)?|lei)|d\._?l\.", "DL"),
    SourceKind(
        "decreto",
        rf"{_DEC}(?:_(?:[uú]nico_)?reglamentarios?|_nacional(?:es)?|_acuerdos?|_distrital(?:es)?|_municipal(?:es)?|_departamental(?:es)?|_provincial(?:es)?)?|dto\.|dcto\.",
    ),
    SourceKind("decision_administrativa", r"decisi(?:[oó]n|ones)_administrativas?"),
    SourceKind("ley", r"ley(?:es)?(?:_nacional(?:es)?|_provincial(?:es)?|_estatutarias?|_org[aá]nicas?)?"),
    SourceKind("lei_complementar", r"leis?_complementar(?:es)?"),
    SourceKind("lei", r"leis?"),
    SourceKind("medida_provisoria", r"medidas?_provis[oó]rias?"),
    SourceKind("emenda_constitucional", r"emendas?_constituciona(?:l|is)"),
    SourceKind("instrucao_normativa", r"instru(?:[cç][aã]o|[cç][oõ]es)_normativas?"),
    SourceKind("portaria", r"portarias?(?:_conjuntas?|_normativas?|_interministeria(?:l|is))?", signed=True),
    SourceKind("acuerdo_ministerial", r"acuerdos?_ministerial(?:es)?"),
    SourceKind("acuerdo_gubernativo", r"acuerdos?_gubernativos?"),
    SourceKind("acuerdo", r"acuerdos?", signed=True),
    SourceKind(
        "ordenanza", r"ordenanzas?(?:_municipal(?:es)?|_regional(?:es)?|_distrital(?:es)?)?", signed=True
    ),
    SourceKind("disposicion", r"disposici(?:[oó]n|ones)", signed=True),
    SourceKind("directiva", r"directivas?(?:_presidencial(?:es)?|_general(?:es)?)?", signed=True),
    SourceKind("norma_de_caracter_general", r"normas?_de_car[aá]cter_general", "NCG"),
    SourceKind("instructivo", r"instructivos?(?:_presidencial(?:es)?)?", signed=True),
    SourceKind("circular", r"circular(?:es)?", signed=True),
)


def spelled(kind: SourceKind) -> str:
    """Return the source of the pattern that finds the kind in lower-case text, abbreviation included."""
    forms = kind.spellings.replace("_", _BLANKS)
    return f"{forms}|{kind.capitals.lower()}" if kind.capitals else forms


_BY_WORDS = {words(kind.code): kind.code for kind in SOURCE_KINDS}
_ALONE = tuple((kind.code, re.compile(spelled(kind))) for kind in SOURCE_KINDS)


def kind_code_of(printed: str) -> str | None:
    """Return the code of a kind printed alone, "Decreto con Fuerza de Ley" or "decreto_supremo", or None."""
    by_words = _BY_WORDS.get(words(printed))
    if by_words is not None:
        return by_words
    low = " ".join(printed.split()).lower()
    return next((code for code, pattern in _ALONE if pattern.fullmatch(low)), None)
