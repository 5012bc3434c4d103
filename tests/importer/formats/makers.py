"""Small documents made at test time: a PDF of lines, a DOCX of paragraphs."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def a_pdf(
    pages: Sequence[Sequence[str]],
    *,
    trailer: str = "",
    extra: Sequence[bytes] = (),
    image_pages: Sequence[int] = (),
) -> bytes:
    """A PDF whose pages print these lines one below the other, from the top of the page down."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, lines in enumerate(pages):
        shown = b"".join(
            b"BT /F1 10 Tf 60 %d Td (%s) Tj ET\n" % (800 - 14 * row, _escaped(line))
            for row, line in enumerate(lines)
        )
        if index in image_pages:
            shown += b"0 0 100 100 re f\n"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            b" /Contents %d 0 R >>" % (5 + 2 * index)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
    return _with_table([*objects, *extra], trailer)


def a_pdf_that_inflates(size: int) -> bytes:
    """A PDF of one page whose content is small in the file and of this size when it is read."""
    page = zlib.compress(b"BT /F1 10 Tf 60 700 Td (x) Tj ET" + b" " * size, 9)
    return _one_page(
        b"", b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(page), page), []
    )


def a_pdf_that_prints_for_ever() -> bytes:
    """A PDF of three kilobytes whose page prints a letter ten thousand million times."""
    depth, times = 10, 10
    forms = []
    for level in range(1, depth + 1):
        last = level == depth
        body = b"BT /F1 10 Tf (x) Tj ET" if last else b"/X Do " * times
        inner = b"" if last else b"/XObject << /X %d 0 R >>" % (6 + level)
        forms.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> %s >>"
            b" /Length %d >>\nstream\n%s\nendstream" % (inner, len(body), body)
        )
    return _one_page(b"/XObject << /X 6 0 R >>", b"<< /Length 5 >>\nstream\n/X Do\nendstream", forms)


def a_pdf_of_compressed_objects(count: int) -> bytes:
    """A PDF that holds this many objects in one compressed stream; its table of them is a stream too."""
    plain = a_pdf([["x"]])
    content = bytearray(plain[: plain.index(b"xref\n")])
    numbers = b"".join(b"%d %d " % (10 + index, 2 * index) for index in range(count))
    packed = zlib.compress(numbers + b"1 " * count)
    at_objects = len(content)
    content += b"6 0 obj\n<< /Type /ObjStm /N %d /First %d /Length %d /Filter /FlateDecode >>\nstream\n" % (
        count,
        len(numbers),
        len(packed),
    )
    content += packed + b"\nendstream\nendobj\n"
    at_table = len(content)
    offsets = [content.index(b"%d 0 obj" % number) for number in range(1, 6)] + [at_objects, at_table]
    rows = [bytes(8), *(b"\1" + offset.to_bytes(4, "big") + bytes(3) for offset in offsets), bytes(16)]
    rows += [b"\2" + (6).to_bytes(4, "big") + index.to_bytes(3, "big") for index in range(count)]
    table = zlib.compress(b"".join(rows))
    content += (
        b"7 0 obj\n<< /Type /XRef /Size %d /W [1 4 3] /Root 1 0 R /Length %d /Filter /FlateDecode >>\n"
        % (
            10 + count,
            len(table),
        )
    )
    content += b"stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, at_table)
    return bytes(content)


def a_docx(paragraphs: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A DOCX whose body is this XML, with other parts by their names."""
    body = f"<w:document {W}><w:body>{paragraphs}</w:body></w:document>"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", body)
        for name, part in (parts or {}).items():
            archive.writestr(name, part)
    return content.getvalue()


def a_paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph with one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _one_page(resources: bytes, content: bytes, more: Sequence[bytes]) -> bytes:
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
        b" /Resources << /Font << /F1 3 0 R >> %s >> /Contents 5 0 R >>" % resources
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        page,
        content,
    ]
    return _with_table([*objects, *more], "")


def _escaped(line: str) -> bytes:
    text = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return text.encode("cp1252")


def _with_table(objects: Sequence[bytes], trailer: str) -> bytes:
    content = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    content += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return bytes(content)
