"""The format "plain text": each line as it stands.

Takes characters; returns a Document. Called by `opening`.
"""

from __future__ import annotations

from organica.importer.document import Document, Line
from organica.text.normalise import normalised


def document(text: str) -> Document:
    """Return the lines with their numbers, blank ones too."""
    lines = (Line(line, number) for number, line in enumerate(normalised(text).split("\n"), 1))
    return Document("text", tuple(lines))
