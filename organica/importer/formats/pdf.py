"""The format PDF with a layer of text.

Takes bytes; returns a Document. Called by `opening`. PDFium reads the file in a process of its own
(`pdf_worker`), which the system ends when it takes too long: a hostile file costs one process, no more.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from organica.domain.outline import Doubt, DoubtCode, Place
from organica.importer.document import Document, Line
from organica.importer.errors import (
    DocumentBroken,
    DocumentEncrypted,
    DocumentTooComplex,
    DocumentWithoutText,
    ReadRefused,
    TextTooLarge,
)
from organica.importer.formats.limits import MAX_TEXT_BYTES
from organica.importer.formats.running_heads import PageLine, running
from organica.text.normalise import normalised

FORMAT_NAME = "PDF"
# The worker's own limit is of processor time; a machine that is busy may take longer on the clock.
MAX_WAIT_S = 30
_WORKER = Path(__file__).with_name("pdf_worker.py")
# A gap between lines that is so much larger than the usual one parts paragraphs.
_PARAGRAPH_GAP = 1.5


def document(content: bytes, name: str) -> Document:
    """Return the lines of all pages, what belongs to the pages as notes, paragraphs parted by blank lines.

    Raises: DocumentBroken, DocumentEncrypted, DocumentTooComplex, DocumentWithoutText, TextTooLarge.
    """
    answer = _answer(content, name)
    pages = [[PageLine(*line) for line in page["lines"]] for page in answer["pages"]]
    if not any(pages):
        raise DocumentWithoutText(file=name, pages=len(pages))
    lines: list[Line] = []
    missing: list[tuple[int, int]] = []
    for index, (page, apart) in enumerate(zip(pages, running(pages), strict=True)):
        if not page and answer["pages"][index]["marked"]:
            missing.append((index + 1, max(1, len(lines))))
        lines.extend(_lines(page, apart, len(lines)))
    title = normalised(" ".join(str(answer["title"]).split()))
    facts = {"title": title} if title else {}
    return Document("pdf", tuple(lines), facts=facts, doubts=tuple(_doubts(missing)))


def _answer(content: bytes, name: str) -> dict[str, Any]:
    try:
        worker = subprocess.run(  # noqa: S603 - our own program, and nothing of the file is on its command line
            [sys.executable, "-I", str(_WORKER)],
            input=content,
            capture_output=True,
            timeout=MAX_WAIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentTooComplex(file=name, format=FORMAT_NAME) from error
    # A signal ended it: its seconds or its memory were used up, or PDFium gave up.
    if worker.returncode < 0:
        raise DocumentTooComplex(file=name, format=FORMAT_NAME)
    if worker.returncode > 0:
        raise DocumentBroken(file=name, format=FORMAT_NAME)
    answer: dict[str, Any] = json.loads(worker.stdout)
    if "refused" in answer:
        raise _refusal(answer["refused"], name)
    return answer


def _refusal(reason: str, name: str) -> ReadRefused:
    match reason:
        case "encrypted":
            return DocumentEncrypted(file=name)
        case "broken":
            return DocumentBroken(file=name, format=FORMAT_NAME)
        case "large":
            return TextTooLarge(file=name, most=MAX_TEXT_BYTES)
        case _:
            return DocumentTooComplex(file=name, format=FORMAT_NAME)


def _lines(page: Sequence[PageLine], apart: set[int], before: int) -> Iterator[Line]:
    """Yield the lines of a page; `before` lines stand above it. A page's end parts no paragraph."""
    number = before
    gaps = [above.height - below.height for above, below in pairwise(page)]
    usual = median([gap for gap in gaps if gap > 0] or [0])
    for index, line in enumerate(page):
        text = normalised(line.text).replace("\n", " ")
        if not text:
            continue
        parted = index > 0 and usual > 0 and gaps[index - 1] > _PARAGRAPH_GAP * usual
        if parted and index not in apart and index - 1 not in apart:
            number += 1
            yield Line("", number)
        number += 1
        yield Line(text, number, bold=line.bold, note=index in apart)


def _doubts(missing: Sequence[tuple[int, int]]) -> Iterator[Doubt]:
    if missing:
        printed = ", ".join(str(page) for page, _line in missing)
        yield Doubt(DoubtCode.PAGE_WITHOUT_TEXT, Place(missing[0][1], missing[-1][1]), printed=printed)
