"""XML read safely: no declared type, no entities, no network, bounded depth and size.

Takes the characters of a document; returns its root element. Called by the formats
that are XML. Source of what is refused: OWASP, XML External Entity Prevention.
"""

from __future__ import annotations

import re

from lxml import etree

from organica.importer.errors import DocumentTooComplex, EntitiesRefused, XmlBroken
from organica.importer.formats.limits import MAX_TAGS

_TYPE_OR_ENTITY = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,500}\?>")
_TOO_DEEP = "Excessive depth"


def root_of(text: str, name: str, format_: str) -> etree._Element:
    """Return the root element; its `sourceline` is the line of the text.

    A type declaration is refused before anything is parsed, wherever it stands: documents of law have none,
    and each attack by entities needs one.
    Raises: EntitiesRefused, DocumentTooComplex, XmlBroken.
    """
    refuse_declared_type(text, name)
    if text.count("<") > 2 * MAX_TAGS:
        raise DocumentTooComplex(file=name, format=format_)
    # What the declaration says of the encoding is no longer so; blanks keep the lines where they are.
    start = _DECLARATION.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text.removeprefix("\ufeff"))
    try:
        return etree.fromstring(start.encode("utf-8", "replace"), safe_parser())
    except etree.XMLSyntaxError as error:
        if _TOO_DEEP in str(error):
            raise DocumentTooComplex(file=name, format=format_) from error
        raise XmlBroken(file=name, format=format_, line=error.lineno) from error


def refuse_declared_type(text: str, name: str) -> None:
    """Raise EntitiesRefused when a text declares a document type or an entity."""
    declared = _TYPE_OR_ENTITY.search(text)
    if declared is not None:
        raise EntitiesRefused(file=name, line=text.count("\n", 0, declared.start()) + 1)


def safe_parser() -> etree.XMLParser:
    """Return a parser that fetches nothing, expands nothing and keeps libxml2's own limits."""
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
