"""The format "plain text": UTF-8, with or without a byte mark.

Takes a path or a text; returns normalised text, or refuses it. Called by `reading`.
"""

from __future__ import annotations

from pathlib import Path

from organica.importer.errors import FileNotReadable, TextEmpty, TextIsBinary, TextNotUtf8, TextTooLarge
from organica.text.normalise import normalised

MAX_TEXT_BYTES = 5_000_000


def text_of_file(path: Path) -> str:
    """Return the normalised text of the file; never more than the limit is read of it.

    Raises: FileNotReadable, TextTooLarge, TextNotUtf8, TextIsBinary, TextEmpty.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_TEXT_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileNotReadable(file=path.name, reason=reason) from error
    return _checked(content, path.name)


def text_of(text: str, name: str = "text") -> str:
    """Return the normalised text; `name` is what a refusal calls it. Raises: as `text_of_file`."""
    # A lone surrogate becomes bytes that are no UTF-8, and is refused like them.
    return _checked(text.encode("utf-8", "surrogatepass"), name)


def _checked(content: bytes, name: str) -> str:
    if len(content) > MAX_TEXT_BYTES:
        raise TextTooLarge(file=name, most=MAX_TEXT_BYTES)
    nul = content.find(b"\0")
    if nul >= 0:
        raise TextIsBinary(file=name, line=content.count(b"\n", 0, nul) + 1)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TextNotUtf8(file=name, byte=error.start, line=line) from error
    clean = normalised(text)
    if not clean.strip():
        raise TextEmpty(file=name)
    return clean
