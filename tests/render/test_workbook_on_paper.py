"""A workbook as LibreOffice prints it: every word of it on paper, the headers and the number on each page."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from conformance.packages import office
from organica.domain.statutory import Paper
from organica.render.workbook import Days, Sheet, workbook

OFFICE = office()
TIMEOUT_S = 120
HEADERS = ("Unidad u órgano interno", "Descripción de las facultades, funciones y atribuciones", "Enlace")
# As long as the longest that a public body of the seeds has, and each word of it is another one.
FUNCTIONS = "\n".join(
    f"{letter}) " + " ".join(f"palabra{letter}{number:03}" for number in range(30))
    for letter in "abcdefghijklmn"
)
ROWS = [(f"Departamento número {row} de Gestión y Asesoría", FUNCTIONS, None) for row in range(4)]


@pytest.mark.skipif(OFFICE is None, reason="there is no LibreOffice here to print with")
def test_every_word_is_on_paper_and_each_page_says_what_it_is(tmp_path: Path) -> None:
    sheet = Sheet("facultades", HEADERS, ROWS, Days.PORTAL, foot="cl.hoja, 2025-01-31", paper=Paper.A4)
    file = tmp_path / "hoja.xlsx"
    file.write_bytes(workbook(sheet))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        str(OFFICE),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT_S)
    document = pypdfium2.PdfDocument(tmp_path / "hoja.pdf")
    pages = [page.get_textpage().get_text_range() for page in document]
    sizes = {tuple(round(points / 72 * 25.4) for points in page.get_size()) for page in document}
    assert sizes == {(297, 210)}
    assert 1 < len(pages) <= len(ROWS)
    for number, text in enumerate(pages, start=1):
        assert f"Página {number} de {len(pages)}" in text
        assert "cl.hoja, 2025-01-31" in text
        assert HEADERS[0] in text
    words = re.findall(r"palabra[a-n]\d{3}", "".join(pages))
    assert len(words) == len(ROWS) * FUNCTIONS.count("palabra")
