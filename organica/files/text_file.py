"""The text of a file, whatever is written in it.

Takes a path; returns text or refuses with the file, and the line where it is no UTF-8. Called by what reads
the kinds of files.
"""

from __future__ import annotations

from pathlib import Path

from organica.files.errors import FileNotUtf8, FileTooLarge, FileUnreadable
from organica.files.yaml_strict import MAX_FILE_BYTES


def text_of(path: Path) -> str:
    """Return the text of a file in UTF-8. Raises: FileUnreadable, FileTooLarge, FileNotUtf8."""
    name = path.as_posix()
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        # A path with a NUL is an error of value, not of the system.
        raise FileUnreadable(file=name, reason=getattr(error, "strerror", None) or str(error)) from None
    if len(content) > MAX_FILE_BYTES:
        raise FileTooLarge(file=name, most=MAX_FILE_BYTES)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        raise FileNotUtf8(file=name, line=before.count(b"\n") + 1, column=column) from None
