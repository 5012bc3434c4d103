"""What stands before the text of a Markdown file between two lines `---`: facts about the document.

Takes the lines of a file; returns how many of them are front matter, and its facts under our names. Called
by `detect` and `markdown`. Front matter that is no YAML says nothing, and is left out all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

_FENCE = "---"
_ENDS = ("---", "...")
_MOST_LINES = 200
_MOST_CHARACTERS = 50_000
_KEY = re.compile(r"[\w-]{1,60}\s*:(?:\s|$)")
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

# The keys that repositories of law use, in the order in which they are believed.
_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "titulo", "título", "nombre"),
    "kind": ("rank", "rango", "kind", "tipo", "official_type"),
    "number": ("official_number", "number", "numero", "número"),
    "year": ("year", "anio", "año", "ano"),
    "published_on": ("publication_date", "fecha_publicacion", "published_on", "fecha_de_publicacion"),
    "signed_on": ("enactment_date", "promulgation_date", "fecha_promulgacion", "fecha_firma", "signed_on"),
    "in_force_from": ("effective_date", "fecha_vigencia", "in_force_from", "entrada_en_vigor"),
    "issuer": ("issuer", "department", "departamento", "organismo", "emisor"),
    "url": ("source", "fuente", "url"),
    "identifier": ("identifier", "identificador"),
    "state": ("status", "estado"),
}
_DAYS = frozenset({"published_on", "signed_on", "in_force_from"})


def has_front_matter(text: str) -> bool:
    """Return whether a text begins with front matter."""
    head = text.removeprefix("\ufeff")[:_MOST_CHARACTERS]
    return head.startswith(_FENCE) and front_matter_lines(head.split("\n")) > 0


def front_matter_lines(lines: Sequence[str]) -> int:
    """Return how many lines the front matter takes, its fences among them; 0 when there is none."""
    if not lines or lines[0].strip("\ufeff \r") != _FENCE:
        return 0
    for number, line in enumerate(lines[1:_MOST_LINES], 1):
        if line.strip() in _ENDS:
            # A rule above a first paragraph and another below it are no front matter: there is no key.
            return number + 1 if any(_KEY.match(inner) for inner in lines[1:number]) else 0
    return 0


def facts_in(lines: Sequence[str]) -> dict[str, str]:
    """Return what front matter, without its fences, says under our names; days only where they are days."""
    said = _said("\n".join(lines))
    facts: dict[str, str] = {}
    for name, keys in _NAMES.items():
        value = next((said[key] for key in keys if said.get(key)), None)
        if value is None or (name in _DAYS and not _DAY.fullmatch(value)):
            continue
        if name == "year" and not _YEAR.fullmatch(value):
            continue
        # Some give the persons who signed where the body should stand.
        if name == "issuer" and value == said.get("signatories"):
            continue
        facts[name] = value
    return facts


def _said(text: str) -> dict[str, str]:
    """Return the keys whose values are plain text, as written: `010` and `NO` stay what they are.

    The nodes are read and never constructed, so that an alias cannot grow into anything.
    """
    if len(text) > _MOST_CHARACTERS:
        return {}
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(root, yaml.MappingNode):
        return {}
    return {
        key.value.lower(): " ".join(value.value.split())
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    }
