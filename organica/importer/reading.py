"""From a document to its outline: which format it has, which genre it is of.

Takes a path or a text; returns an `Outline`. A new format or genre is a file of its own, called from here.
"""

from __future__ import annotations

from pathlib import Path

from organica.domain.outline import Outline
from organica.importer import published_page
from organica.importer.passages import passages
from organica.importer.plain_text import text_of, text_of_file


def read(path: Path) -> Outline:
    """Return what the document says; what is uncertain is among the doubts.

    Raises: a subclass of ReadRefused when the document cannot be read at all.
    """
    return published_page.outline(passages(text_of_file(path)))


def read_text(text: str) -> Outline:
    """Return what the text says; what is uncertain is among the doubts.

    Raises: a subclass of ReadRefused when the text cannot be read at all.
    """
    return published_page.outline(passages(text_of(text)))
