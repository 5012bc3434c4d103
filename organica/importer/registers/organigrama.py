"""The organigram of a municipality as JSON: a list of {id, nombre, tipo, padre, mision, funciones}.

Takes the tree of such a file; returns an `Outline`. Called by `registers`.
Source: the organigram of San Fernando del Valle de Catamarca, Argentina, as it is published.
"""

from __future__ import annotations

from collections.abc import Iterator

from organica.domain.outline import Outline, OutlineFunction, OutlineUnit
from organica.importer.registers.entries import doubts_of_place, required, required_name, without_markup
from organica.importer.registers.json_tree import Node
from organica.text.fold import words
from organica.text.labels import labelled

# The words of rank that the types stand for; another type is shown as the file has it.
_KINDS: dict[str, str] = {
    "intendencia": "Intendencia",
    "secretaria": "Secretaría",
    "subsecretaria": "Subsecretaría",
    "direccion_general": "Dirección General",
    "direccion": "Dirección",
    "subdireccion": "Subdirección",
    "administracion": "Administración",
    "departamento": "Departamento",
    "division": "División",
}
_KEYS = ("id", "nombre", "tipo", "padre")


def recognises(root: Node) -> bool:
    """Return whether this is an organigram of this form."""
    first = root.items()[:1]
    return bool(first) and all(first[0].member(key) is not None for key in _KEYS)


def outline(root: Node, file: str) -> Outline:
    """Return what the organigram says. Raises: RegisterIncomplete when an entry has no id or no name."""
    entries = root.items()
    names: dict[str, str] = {}
    for entry in entries:
        names.setdefault(required(entry, "id", file), required_name(entry, "nombre", file))
    units = tuple(_unit(entry, file, names) for entry in entries)
    doubts = [doubt for _, found in doubts_of_place(units) for doubt in found]
    return Outline(units, (), (), tuple(doubts))


def _unit(entry: Node, file: str, names: dict[str, str]) -> OutlineUnit:
    kind, parent, mission = entry.text("tipo"), entry.text("padre"), entry.member("mision")
    objective = without_markup(entry.text("mision") or "").strip() or None
    return OutlineUnit(
        name=required_name(entry, "nombre", file),
        kind=_KINDS.get(kind, kind) if kind else None,
        parent=names.get(parent or ""),
        objective=objective,
        functions=tuple(_functions(entry)),
        place=entry.place,
        objective_place=mission.place if mission and objective else None,
        code=required(entry, "id", file),
        parent_code=parent,
    )


def _functions(entry: Node) -> Iterator[OutlineFunction]:
    listed = entry.member("funciones")
    for item in listed.items() if listed else []:
        text = without_markup(item.value).strip() if isinstance(item.value, str) else ""
        if words(text):
            found = labelled(text)
            yield OutlineFunction(found.label if found else None, found.text if found else text, item.place)
