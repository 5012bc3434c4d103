"""Reads the text of a PDF in a process of its own, which may be killed without harm.

Takes the bytes on its standard input; writes JSON to its standard output. Started by `pdf`, as a program: it
imports nothing of the register, so that it starts quickly and holds nothing worth taking. A PDF can make its
reader work without end, so the system ends this process when it has used its seconds or its memory.
"""

from __future__ import annotations

import ctypes
import json
import re
import sys
from typing import Any

MAX_CPU_S = 4
# A document of 25 MB with a million objects takes half of it.
MAX_DATA_BYTES = 180_000_000
MAX_PAGES = 5_000
MAX_CHARACTERS = 6_000_000
# What PDFium writes where a word is parted at the end of a line.
_PARTED_WORD = "\ufffe"
_LINES = re.compile(f"[^\n{_PARTED_WORD}]*(?:\n|{_PARTED_WORD}(?:\r?\n)?|$)")
_PASSWORD = 4
_BOLD_WEIGHT = 600
_BOLD_NAMES = (b"bold", b"black", b"heavy")
_MOST_NAME_BYTES = 200


def main() -> None:
    """Read, and say what was found: {"pages": [...]} or {"refused": reason}."""
    _limit()
    try:
        answer = _read(sys.stdin.buffer.read())
    except MemoryError:
        answer = {"refused": "complex"}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _limit() -> None:
    try:
        import resource
    except ImportError:
        # Windows has no such limits; there, the parent's clock is the only one.
        return
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_S, MAX_CPU_S + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (MAX_DATA_BYTES, MAX_DATA_BYTES))


def _read(content: bytes) -> dict[str, Any]:
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        encrypted = pdfium.raw.FPDF_GetLastError() == _PASSWORD
        return {"refused": "encrypted" if encrypted else "broken"}
    count = len(document)
    if count > MAX_PAGES:
        return {"refused": "complex"}
    pages: list[dict[str, Any]] = []
    characters = 0
    for index in range(count):
        page = _page(document, index, pdfium)
        characters += sum(len(text) for text, _height, _bold in page["lines"])
        if characters > MAX_CHARACTERS:
            return {"refused": "large"}
        pages.append(page)
    title = document.get_metadata_value("Title")
    return {"pages": pages, "title": title}


def _page(document: Any, index: int, pdfium: Any) -> dict[str, Any]:
    """Return the lines of a page, each with its height above the lower edge (0 to 1) and whether it is bold.

    `marked` says whether anything at all is drawn on the page.
    """
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return {"lines": [], "marked": True}
    height = page.get_height() or 1.0
    lower = page.get_bbox()[1]
    texts = page.get_textpage()
    lines: list[tuple[str, float, bool]] = []
    at = 0
    for line in _LINES.findall(texts.get_text_range()):
        words = line.replace(_PARTED_WORD, "-").strip()
        if words:
            first = at + line.index(words[0]) if words[0] in line else at
            last = at + len(line.rstrip("\r\n" + _PARTED_WORD)) - 1
            place = (_height_of(texts, first, pdfium) - lower) / height
            bold = all(_is_bold(texts, position, pdfium) for position in (first, max(first, last)))
            lines.append((words, round(place, 4), bold))
        at += len(line)
    marked = bool(lines) or pdfium.raw.FPDFPage_CountObjects(page.raw) > 0
    texts.close()
    page.close()
    return {"lines": lines, "marked": marked}


def _height_of(texts: Any, position: int, pdfium: Any) -> float:
    """Return where a character of the text stands on its page, in points."""
    index = pdfium.raw.FPDFText_GetCharIndexFromTextIndex(texts.raw, position)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    found = pdfium.raw.FPDFText_GetCharBox(texts.raw, index, left, right, bottom, top)
    return bottom.value if found else -1.0


def _is_bold(texts: Any, position: int, pdfium: Any) -> bool:
    """Return whether the font of a character is a bold one, by its weight or by its name."""
    index = pdfium.raw.FPDFText_GetCharIndexFromTextIndex(texts.raw, position)
    if pdfium.raw.FPDFText_GetFontWeight(texts.raw, index) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(_MOST_NAME_BYTES)
    flags = ctypes.c_int()
    pdfium.raw.FPDFText_GetFontInfo(texts.raw, index, name, _MOST_NAME_BYTES, flags)
    return any(word in name.value.lower() for word in _BOLD_NAMES)


if __name__ == "__main__":
    main()
