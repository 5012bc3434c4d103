"""The format is told from the bytes, whatever the name of the file says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from organica.importer.errors import DocumentBroken, FormatNotRead
from organica.importer.formats import Format, document_of_bytes, open_document, sniff
from tests.importer.formats.makers import a_docx, a_paragraph, a_pdf


def a_zip(name: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"Oficina de Partes\n\na. Recibir.", Format.TEXT),
        (b"Lista\n* uno\n* dos\n5 * 3 = 15", Format.TEXT),
        (b"[1] Nota al pie\n[2] Otra", Format.TEXT),
        (b"---\nUn texto entre rayas\n---\n", Format.TEXT),
        ("Taller <p>uno</p> y <ul>dos</ul> <p>x</p>\nsin marcas\nni aquí\nni acá".encode(), Format.TEXT),
        (b"---\ntitle: Uno\n---\nTexto", Format.MARKDOWN),
        (b"\xef\xbb\xbf---\ntitle: Uno\n---\nTexto", Format.MARKDOWN),
        (b"Texto\n\n## Funciones\n", Format.MARKDOWN),
        ("**Artículo 1.-** Créase".encode(), Format.MARKDOWN),
        (b"[Ver resultados](#)\n", Format.MARKDOWN),
        (b"Uno | Dos |\n---|---|\n", Format.MARKDOWN),
        (b"4\\. Uno", Format.MARKDOWN),
        (b"Informar al Director[^1].", Format.MARKDOWN),
        (b"La letra [^] y x^[1].", Format.TEXT),
        (b"<!DOCTYPE html><html><body>x</body></html>", Format.HTML),
        (b"\n<!-- copia -->\n<div><p>x</p></div>", Format.HTML),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', Format.HTML),
        (b"de Compras</p>\n<p>Objetivo</p>\n<li>a) Comprar</li>", Format.HTML),
        (b'<ley xmlns="https://leychile.cl/schema/ley/v1"/>', Format.LEY_CHILE),
        (
            b'<?xml version="1.0"?>\n<Norma xmlns="http://www.leychile.cl/esquemas" normaId="1"/>',
            Format.LEY_CHILE,
        ),
        (b'<?xml version="1.0"?><rss/>', Format.XML),
        (b' {"unidades": []}', Format.JSON),
        (b'[\n {"codigo": 1}]', Format.JSON),
        (a_pdf([["x"]]), Format.PDF),
        (b"\n\n" + a_pdf([["x"]]), Format.PDF),
        (a_docx(a_paragraph("x")), Format.DOCX),
        (a_zip("hoja.xml"), Format.ZIP),
        (b"{\\rtf1 x}", Format.RTF),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Format.OLE),
        (b"\x89PNG\r\n\x1a\n....", Format.IMAGE),
        ("## Título".encode("utf-16"), Format.MARKDOWN),
        (b"", Format.TEXT),
    ],
)
def test_each_format_is_told_by_its_content(tmp_path: Path, content: bytes, expected: Format) -> None:
    assert sniff(content) is expected
    path = tmp_path / "cualquiera.txt"
    path.write_bytes(content)
    assert sniff(path) is expected


@pytest.mark.parametrize(
    ("content", "format_"), [(a_pdf([["Uno"]]), "pdf"), (a_docx(a_paragraph("Uno")), "docx")]
)
def test_a_wrong_extension_does_not_matter(tmp_path: Path, content: bytes, format_: str) -> None:
    path = tmp_path / "documento.txt"
    path.write_bytes(content)
    document = open_document(path)
    assert (document.format, [line.text for line in document.lines]) == (format_, ["Uno"])


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        (b"{\\rtf1 x}", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "doc"),
        (a_zip("x.txt"), "zip"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b'{"a": 1}', "json"),
        (b"<?xml version='1.0'?><rss/>", "xml"),
    ],
)
def test_a_format_that_is_not_read_is_named(content: bytes, format_: str) -> None:
    with pytest.raises(FormatNotRead) as refused:
        document_of_bytes(content, "documento.pdf")
    assert refused.value.facts == {"file": "documento.pdf", "format": format_}


def test_a_pdf_that_is_cut_off_is_damaged() -> None:
    with pytest.raises(DocumentBroken) as refused:
        document_of_bytes(b"%PDF-1.7\n%cortado", "x.pdf")
    assert refused.value.facts == {"file": "x.pdf", "format": "PDF"}
