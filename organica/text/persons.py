"""Names of persons as pages print them: "María José Soto Ruiz", with nothing else on the line.

Takes one line; says whether it looks like a name. Called by the importer's genres, which add where it stands.
"""

from __future__ import annotations

import re

from organica.text.fold import words
from organica.text.kinds import kind_named

_JOINING = frozenset({"de", "del", "la", "las", "los", "y", "e", "da", "do", "dos", "von", "van"})
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\W\d_]\.")
_WORDS_OF_A_NAME = range(2, 8)
# Capitalised words that stand on lines of their own on official pages and belong to no person's name.
_NOT_OF_A_PERSON = frozenset(
    {
        "objetivo", "objetivos", "mision", "vision", "funciones", "facultades", "atribuciones", "tareas",
        "organigrama", "estructura", "organica", "equipo", "contacto", "inicio", "volver", "ver", "menu",
        "compartir", "noticias", "tramites", "quienes", "somos", "autoridades", "institucional",
        "institucion", "transparencia", "normativa", "general", "publico", "publica", "publicos",
        "publicas", "nacional", "ministerio", "servicio", "servicios", "gobierno", "estado", "jefe", "jefa",
        "jefatura", "director", "directora", "encargado", "encargada", "subrogante", "suplente", "vacante",
        "responsabilidad", "responsabilidades", "competencia", "competencias", "cometidos", "acciones",
        "dependencia", "dotacion", "presentacion", "descripcion", "proposito", "integrantes", "primaria",
    }
)  # fmt: skip


def person_name(line: str) -> bool:
    """Return whether the line looks like a person's name: two to seven capitalised words, nothing else.

    Words that join ("de la") may be in lower case; a word of office or of a page's menu excludes it.
    """
    parts = line.split(maxsplit=_WORDS_OF_A_NAME.stop)
    if len(parts) not in _WORDS_OF_A_NAME or not all(map(_NAME_WORD.fullmatch, parts)):
        return False
    if any(word in _NOT_OF_A_PERSON or kind_named(word) for word in words(line)):
        return False
    bearing = [part for part in parts if part.casefold() not in _JOINING]
    return len(bearing) in _WORDS_OF_A_NAME and all(part[0].isupper() for part in (parts[0], *bearing))
