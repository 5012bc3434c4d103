"""Frictionless on every table: each CSV and each XLSX is what its Table Schema says.

Takes the environment variables of the other programs here; prints one line. Called by `run`, with the Python
of requirements/clients.txt. What is damaged on purpose must be found, or a valid file would show nothing.
"""

from __future__ import annotations

import json
import os
import re
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from frictionless import Dialect, Package, Resource, Schema, formats  # type: ignore[import-not-found]
from reporting import SERVER, answered, client, got  # type: ignore[import-not-found]  # Beside this file.

FOLDER = Path(os.environ["ORGANICA_FOLDER"]) / "tables"
DAY, EARLIER = "2025-01-31", "2023-06-30"
CHILE, HOSTILE = "cl.chilecompra", "cl.hojas-de-ejemplo"
# Those that are also read as XLSX; one has programmes, one only what is attested.
CHANGING = (CHILE, HOSTILE, "cl.faros-de-ejemplo", "pe.perucompras", "py.mtess")
# The tables that no package of a day has: of all bodies, of intervals, of differences, of terms.
MORE = (
    "/v1/organizations.csv",
    "/v1/changes.csv?first=200",
    "/v1/work-list.csv?limit=200",
    "/v1/vocabularies/unit_kinds.csv",
    "/v1/vocabularies/source_kinds.csv?country=cl",
    *(
        f"/v1/organizations/{body}/{table}.csv?from=1800-01-01"
        for body in (CHILE, HOSTILE, "cl.faros-de-ejemplo", "pe.mtpe")
        for table in ("units", "functions", "posts", "appointments")
    ),
    "/v1/organizations/cl.faros-de-ejemplo/diff.csv?base=2023-06-30&target=2025-06-30",
    f"/v1/organizations/{CHILE}/statutory/facultades.csv?month=2025-01&charset=latin1",
)
LATIN1 = "charset=latin1"
# What is done to a good table, and the fault that must be found.
DAMAGES = (
    (f"/v1/organizations/{CHILE}/units.csv?as_of=2025-01-31", "2025-01-31", "ayer", "type-error"),
    (f"/v1/organizations/{CHILE}/units.csv?as_of=2025-01-31", "known,", "quizás,", "constraint-error"),
    (f"/v1/organizations/{CHILE}/units.csv?as_of=2025-01-31", "parent_status", "superior", "incorrect-label"),
    (
        f"/v1/organizations/{CHILE}/sources.csv",
        "cl/chilecompra/resolucion-exenta",
        "la resolución exenta",
        "constraint-error",
    ),
    (f"/v1/organizations/{HOSTILE}/statutory/facultades.csv", "10/05/1895", "1895-05-10", "type-error"),
    (
        f"/v1/organizations/{HOSTILE}/statutory/facultades.csv",
        "Fecha promulgación",
        "Fecha",
        "incorrect-label",
    ),
)


def tables() -> str:
    """Validate every table over HTTP, as CSV and as XLSX, and the damaged ones."""
    FOLDER.mkdir(exist_ok=True)
    bodies = [each["code"] for each in json.loads(got("/v1/organizations?limit=200"))["organizations"]]
    csv = xlsx = rows = 0
    for body, day in [*((body, DAY) for body in bodies), (CHILE, EARLIER)]:
        about = f"/v1/organizations/{body}"
        package = Package(f"{SERVER}{about}/datapackage.json?as_of={day}")
        rows += _valid(package)
        csv += len(package.resources)
        if body in CHANGING:
            for resource in package.resources:
                _valid_as_workbook(f"{about}/{resource.path}")
                xlsx += 1
    for path in MORE:
        body, link = answered(path)
        rows += _valid(_of_csv(path, body, _schema(link)))
        _valid_as_workbook(path)
        csv, xlsx = csv + 1, xlsx + 1
    for path, good, bad, fault in DAMAGES:
        _found_wrong(path, good, bad, fault)
    _refers_to_what_is_there()
    return (
        f"{csv} tables of {len(bodies)} bodies are valid as CSV ({rows} rows), and {xlsx} as "
        f"XLSX; {len(DAMAGES) + 1} damaged ones are not"
    )


def _valid(it: Any) -> int:
    """Fail unless a package or a resource is valid; return its rows."""
    report = it.validate()
    if not report.valid:
        raise AssertionError(
            f"{it}: {report.flatten(['name', 'rowNumber', 'fieldName', 'type', 'message'])[:5]}"
        )
    return sum(task.stats.get("rows") or 0 for task in report.tasks)


def _schema(link: str) -> Any:
    """Return the Table Schema that the header Link leads to."""
    [address] = re.findall(r'<([^>]+)>; rel="describedby"', link)
    return Schema.from_descriptor(json.loads(got(address)))


def _of_csv(path: str, body: bytes, schema: Any) -> Any:
    file = FOLDER / "table.csv"
    file.write_bytes(body)
    delimiter = ";" if _is_prescribed(path) else ","
    dialect = Dialect(controls=[formats.CsvControl(delimiter=delimiter)])
    encoding = "iso-8859-1" if LATIN1 in path else "utf-8"
    return Resource(
        path=file.name, basepath=str(FOLDER), schema=schema, dialect=dialect, encoding=encoding, format="csv"
    )


def _is_prescribed(path: str) -> bool:
    return "/statutory/" in path and "/missing." not in path


def _valid_as_workbook(path: str) -> None:
    """Fail unless the XLSX of a table is what the same schema says."""
    place = urlsplit(path)
    body, link = answered(f"{place.path.removesuffix('.csv')}.xlsx?{place.query}".rstrip("?"))
    file = FOLDER / "table.xlsx"
    file.write_bytes(body)
    _valid(Resource(path=file.name, basepath=str(FOLDER), schema=_schema(link), format="xlsx"))


def _found_wrong(path: str, good: str, bad: str, fault: str) -> None:
    body, link = answered(path)
    text = body.decode()
    if good not in text:
        raise AssertionError(f"{path} has no {good!r} to damage")
    report = _of_csv(path, text.replace(good, bad, 1).encode(), _schema(link)).validate()
    found = {error.type for task in report.tasks for error in task.errors}
    if fault not in found:
        raise AssertionError(f"{path} with {bad!r} for {good!r}: {found or 'valid'}, not {fault}")


def _refers_to_what_is_there() -> None:
    """Fail unless a unit under a unit that is not there makes a package invalid."""
    about = f"/v1/organizations/{CHILE}"
    package = json.loads(got(f"{about}/datapackage.json?as_of={DAY}"))
    [units] = [each for each in package["resources"] if each["name"] == "units"]
    text = got(f"{about}/{units['path']}").decode().replace(",gestion-usuaria,known", ",nadie,known", 1)
    (FOLDER / "units.csv").write_text(text, encoding="utf-8", newline="")
    damaged = {**package, "resources": [{**units, "path": "units.csv", "scheme": "file"}]}
    report = Package.from_descriptor(damaged, basepath=str(FOLDER)).validate()
    found = {error.type for task in report.tasks for error in task.errors}
    if found != {"foreign-key"}:
        raise AssertionError(f"a unit under nobody: {found or 'valid'}")


if __name__ == "__main__":
    sys.exit(0 if client(f"frictionless {version('frictionless')}", tables) else 1)
