"""The archive that a DOCX is: its parts, inflated only as far as a real document needs.

Takes the bytes; returns parts by name. Called by `docx`. What the list of entries announces is judged before
anything is inflated, and what is inflated is counted too, since a list can lie. Archives inside the archive
are never opened.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from organica.importer.errors import DocumentBroken, DocumentEncrypted, DocumentTooComplex, EntitiesRefused

FORMAT_NAME = "DOCX"
MAX_ENTRIES = 5_000
MAX_INFLATED_BYTES = 250_000_000
MAX_PART_BYTES = 60_000_000
# XML of word processors shrinks to a tenth or a thirtieth; a thousandth is made to hurt. Pictures may shrink
# as much, and are never inflated.
MAX_RATIO = 200
_RATIO_MATTERS_FROM_BYTES = 2_000_000
_ENCRYPTED_FLAG = 0x1
_TYPE_OR_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Package:
    """The parts of one document. Raises: DocumentBroken, DocumentTooComplex, DocumentEncrypted."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self._broken() from error
        entries = self._archive.infolist()
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_INFLATED_BYTES:
            raise self._too_complex()
        for entry in entries:
            if entry.flag_bits & _ENCRYPTED_FLAG:
                raise DocumentEncrypted(file=name)

    def part(self, path: str) -> bytes | None:
        """Return a part that is XML, or None when the document has none of this name.

        Raises: DocumentTooComplex, DocumentBroken, EntitiesRefused.
        """
        entry = self._archive.NameToInfo.get(path)
        if entry is None:
            return None
        large = entry.file_size > _RATIO_MATTERS_FROM_BYTES
        if entry.file_size > MAX_PART_BYTES or (large and entry.file_size > MAX_RATIO * entry.compress_size):
            raise self._too_complex()
        try:
            with self._archive.open(entry) as file:
                content = file.read(MAX_PART_BYTES + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise self._broken() from error
        if len(content) > MAX_PART_BYTES:
            raise self._too_complex()
        # Word writes UTF-8; a declaration in UTF-16 would hide from the search, and is no document of Word's.
        if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:1_000]:
            raise self._broken()
        if _TYPE_OR_ENTITY.search(content) is not None:
            raise EntitiesRefused(file=self._name, line=1)
        return content

    def _broken(self) -> DocumentBroken:
        return DocumentBroken(file=self._name, format=FORMAT_NAME)

    def _too_complex(self) -> DocumentTooComplex:
        return DocumentTooComplex(file=self._name, format=FORMAT_NAME)
