"""What a document may weigh, and a file read within it.

Takes a path; returns its bytes, or refuses it before it is read. Called by `opening` and `detect`.
"""

from __future__ import annotations

import stat
from pathlib import Path

from organica.importer.errors import FileNotReadable, TextTooLarge

MAX_FILE_BYTES = 25_000_000
MAX_TEXT_BYTES = 5_000_000
# A page of law has some thousands of tags; a tree of half a million takes more memory than it is worth.
MAX_TAGS = 500_000


def content_of(path: Path) -> bytes:
    """Return the bytes of a plain file; never more than the limit is read of it.

    A folder, a pipe or a device is refused without opening it: reading a pipe would wait for ever.
    Raises: FileNotReadable, TextTooLarge.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileNotReadable(file=path.name, reason="not a regular file")
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileNotReadable(file=path.name, reason=reason) from error
    refuse_large_file(content, path.name)
    return content


def refuse_large_file(content: bytes, name: str) -> None:
    """Raise TextTooLarge when a file has more bytes than any document may."""
    if len(content) > MAX_FILE_BYTES:
        raise TextTooLarge(file=name, most=MAX_FILE_BYTES)


def refuse_large_text(text: str, name: str) -> None:
    """Raise TextTooLarge when a text, in UTF-8, has more bytes than a text may."""
    if len(text) > MAX_TEXT_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_TEXT_BYTES:
        raise TextTooLarge(file=name, most=MAX_TEXT_BYTES)
