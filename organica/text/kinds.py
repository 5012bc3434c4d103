"""The words of rank that begin the name of a unit: División, Departamento, Oficina, …

Takes a name or a word; returns the row of the table. Called by slugs, mentions and the importer's genres.
A new word of rank is one row of `UNIT_KINDS`, the longer form before the shorter.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from organica.text.fold import words


@dataclass(frozen=True, slots=True)
class UnitKind:
    """One word of rank with its plural; `stands_alone` when the word by itself can name a unit.

    `everyday` when it also names an activity or a thing ("en coordinación con", "bajo la dirección de"): in
    lower case it then says little.
    """

    word: str
    plural: str
    stands_alone: bool = False
    everyday: bool = False


UNIT_KINDS: tuple[UnitKind, ...] = (
    UnitKind("Viceministerio", "viceministerios"),
    UnitKind("Subsecretaría", "subsecretarías", stands_alone=True),
    UnitKind("Secretaría", "secretarías", stands_alone=True),
    UnitKind("Prosecretaría", "prosecretarías"),
    UnitKind("Subdirección", "subdirecciones", stands_alone=True),
    UnitKind("Dirección", "direcciones", stands_alone=True, everyday=True),
    UnitKind("División", "divisiones"),
    UnitKind("Subdepartamento", "subdepartamentos"),
    UnitKind("Departamento", "departamentos"),
    UnitKind("Subgerencia", "subgerencias"),
    UnitKind("Gerencia", "gerencias", stands_alone=True),
    UnitKind("Intendencia", "intendencias"),
    UnitKind("Fiscalía", "fiscalías", stands_alone=True),
    UnitKind("Gabinete", "gabinetes", stands_alone=True),
    UnitKind("Despacho", "despachos", everyday=True),
    UnitKind("Contraloría", "contralorías", stands_alone=True),
    UnitKind("Subcontraloría", "subcontralorías"),
    UnitKind("Procuraduría", "procuradurías"),
    UnitKind("Sindicatura", "sindicaturas"),
    UnitKind("Tesorería", "tesorerías", stands_alone=True, everyday=True),
    UnitKind("Auditoría", "auditorías", stands_alone=True, everyday=True),
    UnitKind("Asesoría", "asesorías", everyday=True),
    UnitKind("Jefatura", "jefaturas", everyday=True),
    UnitKind("Delegación", "delegaciones", everyday=True),
    UnitKind("Subdelegación", "subdelegaciones"),
    UnitKind("Delegatura", "delegaturas"),
    UnitKind("Subcoordinación", "subcoordinaciones"),
    UnitKind("Coordinación", "coordinaciones", everyday=True),
    UnitKind("Subsección", "subsecciones"),
    UnitKind("Sección", "secciones", everyday=True),
    UnitKind("Oficina", "oficinas"),
    UnitKind("Subunidad", "subunidades"),
    UnitKind("Unidad", "unidades", everyday=True),
    UnitKind("Órgano", "órganos", everyday=True),
    UnitKind("Área", "áreas", everyday=True),
)

_BY_WORD = {words(kind.word)[0]: kind for kind in UNIT_KINDS}
_BY_PLURAL = {words(kind.plural)[0]: kind for kind in UNIT_KINDS}


def kind_that_begins(name: str) -> UnitKind | None:
    """Return the kind whose word begins the name, or None."""
    # Only the first piece: names are asked for on whole paragraphs too.
    first = _key("".join(name.split(maxsplit=1)[:1]))
    return _BY_WORD.get(first[0]) if first else None


def kind_named(word: str) -> UnitKind | None:
    """Return the kind that this one word names, in singular or plural, or None."""
    key = _key(word)
    if len(key) != 1:
        return None
    return _BY_WORD.get(key[0]) or _BY_PLURAL.get(key[0])


@lru_cache(maxsize=8192)
def _key(word: str) -> tuple[str, ...]:
    # Mentions ask for every word of a text, and texts share their words.
    return words(word)
