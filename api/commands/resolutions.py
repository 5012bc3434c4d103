"""Files as commands take them, resolutions and the other filings: read, and, when refused, located.

Takes paths; returns filings, or raises the refusal with file and line. Called by enact and load.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from api.commands.failing import WrongUsage
from organica.domain.errors import BadInput, Refused, Says
from organica.domain.filings import Filing
from organica.files import read_file
from organica.files.errors import ExpectedMap, FileUnreadable
from organica.files.yaml_strict import nodes_in


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
    """Say in which file, and on which line, the act stands that the register refuses."""
    try:
        yield
    except Refused as refusal:
        refusal.located(file=path.as_posix())
        act = refusal.facts.get("act") or _ref_in(refusal.facts.get("target"))
        line = _line_of(path, act) if isinstance(act, str) else None
        if line is not None:
            refusal.located(line=line)
        raise


def _ref_in(target: object) -> str | None:
    """Return the reference of the act that a target `<source>#<ref>` names."""
    return target.partition("#")[2] or None if isinstance(target, str) else None


def _line_of(path: Path, ref: str) -> int | None:
    """Return the line of the act with this reference: its own, or its number in the file from 1.

    The acts of a supplement count on from those that its source has, so only their own references tell them.
    A correction names the acts that it mends.
    """
    try:
        acts = nodes_in(path.read_text(encoding="utf-8")).value
    except (OSError, UnicodeDecodeError, Refused):
        return None
    counted = isinstance(acts, dict) and "organica" in acts and acts["organica"].value == "resolution/1"
    listed = acts["acts"].value if isinstance(acts, dict) and "acts" in acts else []
    items = listed if isinstance(listed, list) else []
    for number, item in enumerate(items, start=1):
        bodies = [body.value for body in item.value.values()] if isinstance(item.value, dict) else []
        own = [body["ref"].value for body in bodies if isinstance(body, dict) and "ref" in body]
        if isinstance(item.value, dict) and "ref" in item.value:
            own.append(item.value["ref"].value)
        if ref in own or (counted and not own and ref == str(number)):
            return item.spot.line
    return None
