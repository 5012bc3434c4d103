"""Official documents become outlines. One file a format, one file a genre.

Takes a file or a text; returns an `Outline`; raises only `ReadRefused`. Called by the command line and by
whoever plans acts from a document.
"""

from organica.importer.errors import ReadRefused
from organica.importer.reading import read, read_text

__all__ = ["ReadRefused", "read", "read_text"]
