"""The words of rank that begin the name of a unit: División, Departamento, Oficina, …

Takes a name or a word; returns the row of the table. Called by slugs and by the importer's genres.
A new word of rank is one row of `UNIT_KINDS`, the longer form before the shorter.
"""

from __future__ import annotations

from dataclasses import dataclass

from organica.text.fold import words


@dataclass(frozen=True, slots=True)
class UnitKind:
    """One word of rank with its plural; `stands_alone` when the word by itself can name a unit."""

    word: str
    plural: str
    stands_alone: bool = False


UNIT_KINDS: tuple[UnitKind, ...] = (
    UnitKind("Subsecretaría", "subsecretarías", stands_alone=True),
    UnitKind("Secretaría", "secretarías", stands_alone=True),
    UnitKind("Subdirección", "subdirecciones", stands_alone=True),
    UnitKind("Dirección", "direcciones", stands_alone=True),
    UnitKind("División", "divisiones"),
    UnitKind("Subdepartamento", "subdepartamentos"),
    UnitKind("Departamento", "departamentos"),
    UnitKind("Subgerencia", "subgerencias"),
    UnitKind("Gerencia", "gerencias", stands_alone=True),
    UnitKind("Fiscalía", "fiscalías", stands_alone=True),
    UnitKind("Gabinete", "gabinetes", stands_alone=True),
    UnitKind("Contraloría", "contralorías", stands_alone=True),
    UnitKind("Auditoría", "auditorías", stands_alone=True),
    UnitKind("Coordinación", "coordinaciones"),
    UnitKind("Sección", "secciones"),
    UnitKind("Oficina", "oficinas"),
    UnitKind("Unidad", "unidades"),
    UnitKind("Área", "áreas"),
)

_BY_WORD = {words(kind.word)[0]: kind for kind in UNIT_KINDS}
_BY_PLURAL = {words(kind.plural)[0]: kind for kind in UNIT_KINDS}


def kind_that_begins(name: str) -> UnitKind | None:
    """Return the kind whose word begins the name, or None."""
    # Only the first piece: names are asked for on whole paragraphs too.
    first = words("".join(name.split(maxsplit=1)[:1]))
    return _BY_WORD.get(first[0]) if first else None


def kind_named(word: str) -> UnitKind | None:
    """Return the kind that this one word names, in singular or plural, or None."""
    key = words(word)
    if len(key) != 1:
        return None
    return _BY_WORD.get(key[0]) or _BY_PLURAL.get(key[0])
