"""LibreOffice on the tables: it opens every CSV and XLSX, shows the same cells, and runs none of them.

Takes the environment variables of the other programs here, and where LibreOffice is; prints one line. Called
by `run`, where LibreOffice is, with the Python of requirements/clients.txt. Each group of files is converted
by one process, with a profile of its own, into the flat XML of OpenDocument, whose cells are read here.
"""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from reporting import client, got  # type: ignore[import-not-found]  # Beside this file.

OFFICE = os.environ["ORGANICA_OFFICE"]
FOLDER = Path(os.environ["ORGANICA_FOLDER"]) / "office"
TIMEOUT_S = 120
DAY = "2025-01-31"
# How LibreOffice is told to read a CSV: separator, quote, charset, first row, formats, language (Spanish of
# Chile, 0x340A), whether quoted cells are text, whether to look for dates.
UTF8, LATIN1 = 76, 12
READING = "CSV:{separator},34,{charset},1,,13322,false,true,false"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# LibreOffice holds a truth of an XLSX as one of these two; nothing else may be a formula.
_TRUTHS = {"of:=TRUE()": True, "of:=FALSE()": False}


@dataclass(frozen=True)
class Group:
    """Files that one process converts: how they are written, and how LibreOffice reads them."""

    name: str
    addresses: tuple[str, ...]
    suffix: str
    encoding: str = "utf-8"
    separator: str = ","
    charset: int = UTF8

    @property
    def reading(self) -> tuple[str, ...]:
        """Return what LibreOffice is told of them."""
        if self.suffix == "xlsx":
            return ()
        told = READING.format(separator=ord(self.separator), charset=self.charset)
        return (f"--infilter={told}",)


def _groups() -> tuple[Group, ...]:
    """Return the files of all bodies, by how they are written."""
    every = [address for body in _bodies() for address in _tables_of(body)]
    law = tuple(each for each in every if "/statutory/" in each and "/missing." not in each)
    ours = tuple(each for each in every if each not in law)
    return (
        Group("ours", ours, "csv"),
        Group("portal", law, "csv", "utf-8-sig", ";"),
        Group("latin", tuple(f"{each}&charset=latin1" for each in law), "csv", "iso-8859-1", ";", LATIN1),
        Group("workbooks", (*ours, *law), "xlsx"),
    )


def _bodies() -> list[str]:
    return [each["code"] for each in json.loads(got("/v1/organizations?limit=200"))["organizations"]]


def _tables_of(body: str) -> Iterator[str]:
    """Yield the address of each table of a body on the day, with a gap for its suffix."""
    about = f"/v1/organizations/{body}"
    for each in json.loads(got(f"{about}/datapackage.json?as_of={DAY}"))["resources"]:
        yield f"{about}/{each['path']}".replace(".csv", ".{suffix}", 1)


def office() -> str:
    """Convert every group and compare its cells."""
    files = cells = days = 0
    for group in _groups():
        folder = FOLDER / group.name
        folder.mkdir(parents=True)
        written = {}
        for number, address in enumerate(group.addresses):
            body = got(address.format(suffix=group.suffix))
            file = folder / f"{number}.{group.suffix}"
            file.write_bytes(body)
            written[file] = _expected(group, body)
        _converted(folder, "fods", group.reading)
        for file, expected in written.items():
            found = _cells(file.with_suffix(".fods"))
            _same(file, found, expected)
            files += 1
            cells += sum(map(len, found))
            days += sum(isinstance(cell, date) for row in found for cell in row)
    _converted(FOLDER / "workbooks", "pdf", ())
    pages = list((FOLDER / "workbooks").glob("*.pdf"))
    if len(pages) != len(_groups()[-1].addresses):
        raise AssertionError(f"{len(pages)} of the workbooks became PDF")
    if not days:
        raise AssertionError("no cell was a date")
    return (
        f"{files} files of {len(_groups())} sorts open with the same {cells} cells, {days} of them dates, "
        "and no formula"
    )


def _expected(group: Group, body: bytes) -> list[list[Any]]:
    """Return the cells that a file has, read without LibreOffice."""
    if group.suffix == "csv":
        text = io.StringIO(body.decode(group.encoding), newline="")
        return [list(row) for row in csv.reader(text, delimiter=group.separator, strict=True)]
    [sheet] = load_workbook(io.BytesIO(body)).worksheets
    return [
        [cell.date() if isinstance(cell, datetime) else "" if cell is None else cell for cell in row]
        for row in sheet.iter_rows(values_only=True)
    ]


def _converted(folder: Path, form: str, reading: tuple[str, ...]) -> None:
    files = sorted(str(each) for each in folder.iterdir() if each.suffix in (".csv", ".xlsx"))
    profile = (FOLDER / "profile").as_uri()
    command = [OFFICE, f"-env:UserInstallation={profile}", "--headless", *reading, "--convert-to", form]
    ended = subprocess.run(
        [*command, "--outdir", str(folder), *files], capture_output=True, text=True, timeout=TIMEOUT_S
    )
    if ended.returncode != 0:
        raise AssertionError(ended.stdout + ended.stderr)


def _cells(file: Path) -> list[list[Any]]:
    """Return the cells of the only sheet of a flat OpenDocument, without the empty ones at its edges."""
    root = ElementTree.parse(file).getroot()  # noqa: S314  # Written by LibreOffice a moment ago.
    [sheet] = root.iter(f"{_TABLE}table")
    rows: list[list[Any]] = []
    for row in sheet.iter(f"{_TABLE}table-row"):
        cells: list[Any] = []
        for cell in row.iter(f"{_TABLE}table-cell"):
            cells += [_value(cell)] * int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        while cells and cells[-1] == "":
            cells.pop()
        rows.append(cells)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _value(cell: Any) -> Any:
    formula = cell.get(f"{_TABLE}formula")
    if formula is not None:
        if formula not in _TRUTHS:
            raise AssertionError(f"a formula: {formula}")
        return _TRUTHS[formula]
    kind = cell.get(f"{_OFFICE}value-type")
    if kind == "date":
        return date.fromisoformat(cell.get(f"{_OFFICE}date-value")[:10])
    if kind == "float":
        return float(cell.get(f"{_OFFICE}value"))
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    return "\n".join(_line(each) for each in cell.findall(f"{_TEXT}p"))


def _line(paragraph: Any) -> str:
    """Return a line of a cell; several blanks stand as a mark with their number."""
    text = paragraph.text or ""
    for mark in paragraph:
        if mark.tag == f"{_TEXT}s":
            text += " " * int(mark.get(f"{_TEXT}c", "1"))
        else:
            text += "".join(mark.itertext())
        text += mark.tail or ""
    return text


def _same(file: Path, found: list[list[Any]], expected: list[list[Any]]) -> None:
    """Fail unless each cell is what was written, as itself or as what LibreOffice takes it for."""
    if len(found) != len(expected):
        raise AssertionError(f"{file.name}: {len(found)} rows, not {len(expected)}")
    for number, (row, wanted) in enumerate(zip(found, expected, strict=True), start=1):
        padded = [*row, *[""] * (len(wanted) - len(row))]
        for cell, text in zip(padded, wanted, strict=True):
            if not _means(cell, text):
                raise AssertionError(f"{file.parent.name}/{file.name}, row {number}: {cell!r}, not {text!r}")


def _means(cell: Any, wanted: Any) -> bool:
    if cell == wanted:
        return True
    if not isinstance(wanted, str) or isinstance(cell, str):
        return False
    if isinstance(cell, bool):
        return wanted == str(cell).lower()
    if isinstance(cell, date):
        return wanted in (cell.isoformat(), cell.strftime("%d/%m/%Y"))
    # A CSV has no types, so a spreadsheet takes the text 0010 for a number; an XLSX keeps it.
    return wanted.isdigit() and int(wanted) == cell


if __name__ == "__main__":
    ended = subprocess.run([OFFICE, "--version"], capture_output=True, text=True)
    name = " ".join(ended.stdout.split()[:2]) or "LibreOffice"
    sys.exit(0 if client(name, office) else 1)
