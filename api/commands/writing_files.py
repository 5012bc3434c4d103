"""Files that a command writes: all of them, or, where one of them stands there already, none.

Takes paths and texts, or bytes. Called by plan and statutory. Each text goes to a file of another name first,
and all are renamed at the end: a full disk leaves no half of a proposal, and nobody reads a file that is
being written.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

from organica.domain.errors import Conflict, Says, Unavailable


class FileExists(Conflict):
    """A file that stands there already would be overwritten."""

    code = "file_exists"
    says = Says(es="{file} ya existe; no se escribió nada.", en="{file} exists already; nothing was written.")
    remedy = Says(es="Elija otra carpeta o agregue --force.", en="Choose another folder or add --force.")


class FolderNotWritable(Unavailable):
    """The proposal cannot be written."""

    code = "folder_not_writable"
    says = Says(es="No se puede escribir {file}: {reason}.", en="{file} cannot be written: {reason}.")
    remedy = Says(es="Revise permisos y espacio.", en="Check permissions and room.")


def write_all(texts: Mapping[Path, str | bytes], *, force: bool, renewed: Collection[Path] = ()) -> None:
    """Write all files, or none. `renewed` may stand there already also without force.

    Raises: FileExists, FolderNotWritable.
    """
    for path in texts:
        if path.exists() and not force and path not in renewed:
            raise FileExists(file=path.as_posix())
    beside = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in texts}
    path = next(iter(texts), Path())
    try:
        for path, text in texts.items():
            if path.is_dir():
                raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path].write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        for path in texts:
            beside[path].replace(path)
    except OSError as error:
        raise FolderNotWritable(file=path.as_posix(), reason=error.strerror or str(error)) from error
    finally:
        for part in beside.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)
