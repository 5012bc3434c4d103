"""Charts to draw in tests: random structures of up to 300 units with the names that people fear.

Gives makers of units and charts. Used by tests of the chart, by `e2e` and by the benchmark.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from organica.render.chart.drawn import Chart, DrawnUnit, LegendRow, Tone

WORDS = (
    *("Departamento", "División", "Subdirección", "Gestión", "Usuaria", "de", "la", "y", "Compra", "Pública"),
    *(
        "Internacionalización",
        "Coordinación",
        "Jurídica",
        "Estratégica",
        "Ñuñoa",
        "I+D+i",
        "N° 35",
        "«Piloto»",
    ),
)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><a href="javascript:alert(1)">x</a>',
    "]]></style><style>*{display:none}",
    "&amp;&#x202e;",
    "\u202eabc\u202c \u2066def\u2069",
    "x" * 400,
    "W" * 150 + " " + "i" * 300,
    "Z" + "\u0301" * 200,
    "日本語の部署" * 10,
    "مديرية الشؤون القانونية",
    "👩‍👩‍👧‍👦🏳️‍🌈" * 12,
    "\x00\x0b\ufffe\ud800",
    "\u0301\u0301",
    "   ",
    "supercalifragilísticoespialidoso-" * 6,
)


def a_unit(
    code: str, depth: int, name: str = "Unidad", kind: str | None = None, notes: tuple[str, ...] = ()
) -> DrawnUnit:
    """Return a unit whose box says little."""
    return DrawnUnit(code, depth, f"/embed/cl.ejemplo/{code}?as_of=2025-01-01", kind, name, notes)


def a_chart(units: Sequence[DrawnUnit], gone: Sequence[DrawnUnit] = (), title: str = "Ejemplo") -> Chart:
    """Return a chart of these units."""
    return Chart(
        language="es",
        title=title,
        day="Estructura orgánica al 1 de enero de 2025",
        description="Organigrama",
        href="/embed/cl.ejemplo?as_of=2025-01-01",
        permanent_label="Enlace permanente a esta versión:",
        permanent="https://ejemplo.cl/embed/cl.ejemplo.svg?as_of=2025-01-01&known_at=12&compare=2020-01-01",
        sentences=("Así está desde el 1 de enero de 2020.", "Fuente: Decreto 1 de 2020."),
        units=tuple(units),
        gone_heading="Unidades que ya no hay",
        gone=tuple(gone),
        legend=(
            LegendRow("Unidad nueva desde ese día.", Tone.CREATED),
            LegendRow("Con aviso.", doubtful=True),
        ),
    )


def random_units(
    count: int, seed: int, *, bushy: float = 0.5, fearsome: float = 0.1, feared: Sequence[str] = HOSTILE
) -> list[DrawnUnit]:
    """Return units in order, of any shape: `bushy` near 1 makes few levels, near 0 long chains."""
    draw = random.Random(seed)
    depths = [0] * min(count, 1)
    while len(depths) < count:
        depths.append(draw.randint(0, depths[-1]) if draw.random() < bushy else depths[-1] + 1)

    def words(most: int) -> str:
        if draw.random() < fearsome:
            return draw.choice(feared)
        return " ".join(draw.choices(WORDS, k=draw.randint(1, most)))

    found = []
    for number, depth in enumerate(depths):
        kind = draw.choice((None, words(1)))
        notes = tuple(words(8) for _ in range(draw.choice((0, 0, 1, 2))))
        unit = a_unit(f"u{number}", depth, words(9), kind, notes)
        found.append(replace(unit, tone=draw.choice(list(Tone)), doubtful=draw.random() < 0.2))
    return found
