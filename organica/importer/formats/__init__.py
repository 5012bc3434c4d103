"""Documents in any format as lines with their places; one file a format."""

from organica.importer.formats.detect import Format, sniff
from organica.importer.formats.limits import MAX_FILE_BYTES, MAX_TEXT_BYTES, content_of
from organica.importer.formats.opening import document_of_bytes, document_of_text, open_document

__all__ = [
    "MAX_FILE_BYTES",
    "MAX_TEXT_BYTES",
    "Format",
    "content_of",
    "document_of_bytes",
    "document_of_text",
    "open_document",
    "sniff",
]
