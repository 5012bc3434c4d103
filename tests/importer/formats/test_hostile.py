"""What is made to hurt is read or refused, within two hundred megabytes.

Each case is read by a process of its own, so that its memory can be told, and stopped if it hangs: each takes
a few seconds, however busy the machine is.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from organica.importer.errors import FileNotReadable, ReadRefused
from organica.importer.formats import MAX_FILE_BYTES, MAX_TEXT_BYTES, document_of_bytes, open_document
from organica.importer.formats.docx_package import MAX_ENTRIES
from tests.importer.formats.makers import (
    W,
    a_docx,
    a_paragraph,
    a_pdf,
    a_pdf_of_compressed_objects,
    a_pdf_that_inflates,
    a_pdf_that_prints_for_ever,
)
from tests.support.growth import assert_grows_with_its_length

HANGS_S = 60
MOST_MEMORY_KB = 200_000
LEY = '<ley xmlns="https://leychile.cl/schema/ley/v1">'
READER = """
import json, resource, sys
from pathlib import Path
from organica.importer.errors import ReadRefused
from organica.importer.formats import open_document
try:
    said = open_document(Path(sys.argv[1])).format
except ReadRefused as refused:
    said = refused.code
children = resource.getrusage(resource.RUSAGE_CHILDREN)
try:
    # The peak of the system's own count would be that of the tests, which make the files.
    own_kb = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
except OSError:
    own_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([said, max(own_kb, children.ru_maxrss)]))
"""


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, part in entries.items():
            archive.writestr(name, part)
    return content.getvalue()


def a_body() -> bytes:
    return f"<w:document {W}><w:body>{a_paragraph('x')}</w:body></w:document>".encode()


def a_lying_docx() -> bytes:
    """An archive whose list says that the body is small, while it inflates to 80 megabytes."""
    size = 80_000_000
    content = bytearray(zipped({"word/document.xml": b" " * size}))
    told = size.to_bytes(4, "little")
    small = (1_000_000).to_bytes(4, "little")
    return bytes(content.replace(told, small))


def billion_laughs() -> str:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE ley [<!ENTITY l0 "ja">{levels}]>{LEY}<texto>&l9;</texto></ley>'


def quadratic() -> str:
    return f'<?xml version="1.0"?><!DOCTYPE ley [<!ENTITY a "{"x" * 100_000}">]>{LEY}<texto>{"&a;" * 10_000}</texto></ley>'


def an_external_entity() -> str:
    return f'<?xml version="1.0"?><!DOCTYPE ley [<!ENTITY a SYSTEM "file:///etc/hostname">]>{LEY}<texto>&a;</texto></ley>'


def a_docx_part(xml: str) -> bytes:
    return zipped({"word/document.xml": xml.encode()})


DEEP = 100_000
CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "fifty megabytes": (lambda: b"a\n" * 25_000_000, "text_too_large"),
    "a text above the limit": (lambda: b"palabra " * 700_000, "text_too_large"),
    "one line at the limit": (lambda: b"palabra " * 600_000, "text"),
    "empty": (lambda: b"", "text_empty"),
    "blank": (lambda: b" \n\xc2\xa0\n" * 1000, "text_empty"),
    "nul bytes": (lambda: b"texto\0" * 1000, "text_is_binary"),
    "zip bomb": (lambda: zipped({"word/document.xml": b" " * 50_000_000}), "document_too_complex"),
    "a picture that would inflate": (
        lambda: zipped({"word/document.xml": a_body(), "word/media/a.bmp": bytes(100_000_000)}),
        "docx",
    ),
    "a part above the limit": (
        lambda: zipped({"word/document.xml": os.urandom(20_000) * 3_050}),
        "document_too_complex",
    ),
    "sum of entries": (
        lambda: zipped({"word/document.xml": b"<x/>", **{f"e{n}": b"a" * 1_900_000 for n in range(140)}}),
        "document_too_complex",
    ),
    "too many entries": (
        lambda: zipped({"word/document.xml": b"<x/>", **{f"e{n}": b"" for n in range(MAX_ENTRIES)}}),
        "document_too_complex",
    ),
    "a list of entries that lies": (a_lying_docx, "document_broken"),
    "an archive in the archive": (
        lambda: zipped(
            {
                "word/document.xml": a_body(),
                "word/embeddings/a.docx": zipped({"b": b"0" * 1_500_000}),
            }
        ),
        "docx",
    ),
    "entities in a docx": (lambda: a_docx_part(billion_laughs()), "entities_refused"),
    "deep docx": (
        lambda: a_docx_part(f"<w:document {W}>{'<w:p>' * DEEP}{'</w:p>' * DEEP}</w:document>"),
        "document_too_complex",
    ),
    "broken docx": (lambda: a_docx_part("<w:document>"), "document_broken"),
    "cut off docx": (lambda: a_docx(a_paragraph("x" * 10_000))[:200], "format_not_read"),
    "billion laughs": (lambda: billion_laughs().encode(), "entities_refused"),
    "quadratic entities": (lambda: quadratic().encode(), "entities_refused"),
    "external entity": (lambda: an_external_entity().encode(), "entities_refused"),
    "a type declared after the beginning": (
        lambda: f"<?xml version='1.0'?>{LEY}{'<!--' + 'x' * 70_000 + '-->'}<!DOCTYPE a></ley>".encode(),
        "entities_refused",
    ),
    "deep xml": (
        lambda: f"{LEY}{'<texto>' * DEEP}{'</texto>' * DEEP}</ley>".encode(),
        "document_too_complex",
    ),
    "a million elements": (lambda: f"{LEY}{'<a/>' * 1_100_000}</ley>".encode(), "document_too_complex"),
    "deep html": (lambda: b"<html><body>" + b"<div>" * DEEP + b"x", "document_too_complex"),
    "deep lists": (lambda: b"<html><body>" + b"<ol><li>" * DEEP + b"x", "document_too_complex"),
    "forms in forms": (lambda: b"<html><body>" + b"<nav>x" * 1_900 + b"</nav>" * 1_900, "html"),
    "many tags": (lambda: b"<html><body>" + b"<b>x</b>" * 600_000, "document_too_complex"),
    "html at its limit": (lambda: b"<html><body>" + b"<p>x</p>" * 249_000, "html"),
    "html with one long paragraph": (lambda: b"<html><body><p>" + b"a <b>x</b> " * 200_000, "html"),
    "html full of footnote marks": (
        lambda: b"<html><body><p>" + b"a" * 1_000_000 + b"<sup>1</sup>" * 100_000,
        "html",
    ),
    "html of raised words in raised words": (
        lambda: b"<html><body><p>x" + b"<sup>" * 1_900 + b"<b></b>" * 100_000,
        "html",
    ),
    "html with one long attribute": (
        lambda: b"<html><body><p style='" + b"a" * 20_000_000 + b"'>x</p>",
        "html",
    ),
    "markdown full of marks": (lambda: b"# x\n" + b"**a*[b](_" * 500_000, "markdown"),
    "a pdf of a million objects": (lambda: a_pdf_of_compressed_objects(1_000_000), "pdf"),
    "a pdf of half a million plain objects": (lambda: a_pdf([["x"]], extra=[b"1"] * 550_000), "pdf"),
    "a pdf that prints for ever": (lambda: a_pdf_that_prints_for_ever(), "document_too_complex"),
    "a pdf that inflates": (lambda: a_pdf_that_inflates(220_000_000), "document_too_complex"),
    "a pdf of too many pages": (lambda: a_pdf([[]] * 5_100), "document_too_complex"),
    "a pdf whose tree of pages is a ring": (
        lambda: a_pdf([["x"]]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
        "document_without_text",
    ),
    "noise": (lambda: os.urandom(50) * 10_000, "text_is_binary"),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_read_or_refused_within_bounds(tmp_path: Path, case: str) -> None:
    make, expected = CASES[case]
    path = tmp_path / "documento"
    path.write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", READER, str(path)],
        capture_output=True,
        text=True,
        timeout=HANGS_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said, memory_kb = json.loads(done.stdout)
    assert said == expected
    assert memory_kb < MOST_MEMORY_KB


@pytest.mark.parametrize("kind", ["folder", "pipe", "missing", "device"])
def test_what_is_no_file_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "documento"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path = Path(os.devnull)
    with pytest.raises(FileNotReadable) as refused:
        open_document(path)
    assert refused.value.facts["reason"]


def test_the_limits_are_told_in_the_refusal() -> None:
    for content, most in (
        (b"a" * (MAX_FILE_BYTES + 1), MAX_FILE_BYTES),
        (b"a" * (MAX_TEXT_BYTES + 1), MAX_TEXT_BYTES),
    ):
        with pytest.raises(ReadRefused) as refused:
            document_of_bytes(content, "x.txt")
        assert refused.value.facts == {"file": "x.txt", "most": most}
    assert document_of_bytes(b"a" * MAX_TEXT_BYTES, "x.txt").lines[0].text[:3] == "aaa"


def test_every_line_of_a_long_text_is_read_in_time_that_grows_with_their_number() -> None:
    line = "a) Coordinar con las unidades la ejecución de los planes y programas del servicio;\n"

    def read(content: bytes) -> None:
        assert len(document_of_bytes(content, "x.txt").lines) == content.count(b"\n") + 1

    assert_grows_with_its_length(lambda lines: (line * lines).encode(), read, 24_000)
