"""Documents as commands take them: a published text, or the outline of one that a person corrected.

Takes a path; returns an outline. Called by plan and facts.
"""

from __future__ import annotations

from pathlib import Path

from api.commands.failing import WrongUsage
from organica.domain.outline import Outline
from organica.files.errors import FileUnreadable
from organica.files.outline_file import is_outline, read_outline
from organica.importer import read as read_document
from organica.importer.errors import FileNotReadable


def outline_in(path: Path) -> Outline:
    """Return what a document says, or what its corrected outline does.

    Raises: WrongUsage where there is no such file; what refuses the document or the outline.
    """
    try:
        return read_outline(path) if is_outline(path) else read_document(path)
    except (FileNotReadable, FileUnreadable) as refusal:
        raise WrongUsage(refusal) from refusal
