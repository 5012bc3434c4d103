"""What an XML of Ley Chile says about the law beside its text.

Takes the root element; returns facts. Called by `ley_chile`. An attribute of the root is believed before the
metadata that repeat it.
"""

from __future__ import annotations

import re

from lxml import etree

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Each fact with the places where the two shapes say it: an attribute (@) or an element, from the root.
_PLACES: dict[str, tuple[str, ...]] = {
    "title": ("Metadatos/TituloNorma", "metadatos/titulo"),
    "kind": ("@tipo", "Identificador/TiposNumeros/TipoNumero/Tipo", "metadatos/identificacion/tipo"),
    "number": ("@numero", "Identificador/TiposNumeros/TipoNumero/Numero", "metadatos/identificacion/numero"),
    "published_on": ("@fecha_publicacion", "Identificador@fechaPublicacion", "metadatos/fechas/publicacion"),
    "signed_on": ("@fecha_promulgacion", "Identificador@fechaPromulgacion", "metadatos/fechas/promulgacion"),
    "issuer": ("Identificador/Organismos/Organismo", "metadatos/organismos/organismo"),
    "url": ("@url_original",),
    "identifier": ("@id_norma", "@normaId"),
    "version_on": ("@fecha_version", "@fechaVersion", "metadatos/fechas/version"),
    "state": ("@estado", "@derogado"),
}
_DAYS = frozenset({"published_on", "signed_on", "version_on"})
# The permanent address of a norm, for the shape that gives its identifier only.
_ADDRESS = "https://www.leychile.cl/Navegar?idNorma="


def facts_in(root: etree._Element) -> dict[str, str]:
    """Return what the document says of itself; days only where they are days."""
    facts: dict[str, str] = {}
    for name, places in _PLACES.items():
        value = next((said for said in (_said(root, place) for place in places) if said), None)
        if value is not None and (name not in _DAYS or _DAY.fullmatch(value)):
            facts[name] = value
    if "url" not in facts and facts.get("identifier", "").isdigit():
        facts["url"] = _ADDRESS + facts["identifier"]
    return facts


def is_repealed(element: etree._Element) -> bool:
    """Return whether the source marks the element as repealed; "no derogado" is what most are."""
    said = (element.get("derogado") or element.get("estado") or "").strip().lower()
    return said.startswith("derogad") or said in ("true", "si", "sí")


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname


def _said(root: etree._Element, place: str) -> str:
    path, _, attribute = place.partition("@")
    element = root
    for name in filter(None, path.split("/")):
        found = next((child for child in element if local_name(child) == name), None)
        if found is None:
            return ""
        element = found
    said = element.get(attribute) if attribute else element.text
    return " ".join((said or "").split())
