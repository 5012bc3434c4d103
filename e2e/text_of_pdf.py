"""Takes a PDF; prints the text of its sheets, with a form feed after each. Called by paper.mjs."""

from __future__ import annotations

import sys

from pypdfium2 import PdfDocument

if __name__ == "__main__":
    for sheet in PdfDocument(sys.argv[1]):
        sys.stdout.write(f"{sheet.get_textpage().get_text_bounded()}\f")
