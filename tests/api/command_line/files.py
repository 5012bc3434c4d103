"""Resolution files as people write them, right and wrong."""

from __future__ import annotations

from pathlib import Path

HEADER = """organica: resolution/1
organization: cl.servicio-ficticio
source: {{kind: resolucion_exenta, number: "{number}", year: 2020, in_force_from: "{day}"}}
"""
COVERAGE = "coverage: {complete_under: [cl.servicio-ficticio]}\n"
CREATED = """acts:
  - establish: {organization: cl.servicio-ficticio, name: Servicio Ficticio, time_zone: America/Santiago}
  - create:
      unit: compras
      parent: none
      kind: Departamento
      name: Departamento de Compras
      functions:
        - {label: a, text: Comprar.}
        - {label: b, text: Pagar.}
"""
RENAMED = """acts:
  - rename: {unit: compras, name: Departamento de Adquisiciones}
"""


def a_file(
    folder: Path, acts: str, *, number: str = "1", day: str = "2020-03-01", covers: bool = False
) -> Path:
    """Write a resolution file and return its path."""
    path = folder / f"resolucion-{number}.yaml"
    folder.mkdir(parents=True, exist_ok=True)
    header = HEADER.format(number=number, day=day)
    path.write_text(header + (COVERAGE if covers else "") + acts, encoding="utf-8")
    return path


def founding(folder: Path) -> Path:
    """Write the file that founds the fictional body."""
    return a_file(folder, CREATED, covers=True)
