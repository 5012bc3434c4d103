"""Files as commands take them, resolutions and the other filings: read, and, when refused, located.

Takes paths; returns filings, or raises the refusal with its place. Called by check, enact and load.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from api.commands.failing import WrongUsage
from api.commands.places import place_of
from organica.domain.errors import BadInput, Refused, Says
from organica.domain.filings import Filing
from organica.files import read_file
from organica.files.errors import ExpectedMap, FileUnreadable


class FileEmpty(BadInput):
    """A resolution file without a single key."""

    code = "file_empty"
    says = Says(es="El archivo está vacío.", en="The file is empty.")
    remedy = Says(
        es="Escriba en él una resolución; docs/resolution-file.md explica cómo.",
        en="Write a resolution into it; docs/resolution-file.md explains how.",
    )


def filing_in(path: Path) -> Filing:
    """Return the filing in a file.

    Raises: WrongUsage where there is no such file; FileEmpty, FileRefused.
    """
    try:
        return read_file(path)
    except FileUnreadable as refusal:
        raise WrongUsage(refusal) from refusal
    except ExpectedMap as refusal:
        if _is_empty(path):
            raise FileEmpty(file=path.as_posix()) from refusal
        raise


def _is_empty(path: Path) -> bool:
    """Tell whether a file holds nothing but blanks and comments."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)


@contextmanager
def located_in(path: Path) -> Iterator[None]:
    """Say in which file, and where in it, that stands which the register refuses."""
    try:
        yield
    except Refused as refusal:
        refusal.located(file=path.as_posix())
        if "line" not in refusal.facts:
            refusal.located(**place_of(path, refusal.facts))
        raise
