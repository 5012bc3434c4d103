"""Statutory tables without storage: the templates that come with the register, over a book of filings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from organica.domain.coverage import Coverage
from organica.domain.filings import Correction, Enacted
from organica.domain.mending import with_facts
from organica.domain.resolution import Resolution
from organica.domain.source import LegalSource, kind_in_words
from organica.domain.statutory import Template
from organica.files.template_file import included_templates
from organica.render.statutory.csv_file import cell_text
from organica.render.statutory.day import Day, LeftFunction
from organica.render.statutory.table import StatutoryTable, table_lines, table_of
from tests.makers import Book

COLUMNS = ("unit", "description", "granted_by", "published_on", "text_url", "amended_on", "signed_on")


def a_template(code: str = "facultades", country: str = "cl") -> Template:
    """Return one of the templates that come with the register."""
    [found] = [each for each in included_templates() if (each.country, each.code) == (country, code)]
    return found


def sources_of(enacted: list[Enacted]) -> dict[str, LegalSource]:
    """Return what the filings say of their sources, by key."""
    found: dict[str, LegalSource] = {}
    for each in enacted:
        match each.filing:
            case Resolution() as resolution:
                found[resolution.source.key] = resolution.source
            case Correction(facts=facts) as correction if facts is not None:
                found[correction.source] = with_facts(found[correction.source], facts)
            case _:
                pass
    return found


def a_table(
    book: Book,
    day: str | date,
    template: Template | None = None,
    *,
    left: tuple[LeftFunction, ...] = (),
    not_held: frozenset[str] = frozenset(),
) -> StatutoryTable:
    """Return a table of a day of a book; that of the powers in Chile where no other is asked for."""
    as_of = date.fromisoformat(day) if isinstance(day, str) else day
    moment = book.history.moment_on(as_of)
    of_day = Day(
        organization=book.organization,
        as_of=as_of,
        structure=book.history.structure_on(as_of),
        sources=sources_of(book.enacted),
        coverage=moment.coverage if moment else Coverage(),
        kind_name=lambda source: kind_in_words(source.kind),
        left=left,
        not_held=not_held,
    )
    chosen = template or a_template()
    return table_of(chosen, table_lines(chosen, of_day))


def cells(table: StatutoryTable) -> list[dict[str, str | None]]:
    """Return the rows as the file has them, each cell under the name of its value."""
    names = [column.value.value for column in table.template.columns]
    return [dict(zip(names, map(cell_text, row.cells), strict=True)) for row in table.rows]


def lacking(table: StatutoryTable) -> list[tuple[str, str | None, str]]:
    """Return the work list as (reason, unit, sentence in Spanish)."""
    return [
        (each.reason.value, each.unit.code if each.unit else None, each.sentence()) for each in table.missing
    ]


# A template in the place of an included one, as an operator would write it.
REPLACING = """\
organica: statutory-template/1
country: cl
template: facultades
title: {es: Facultades según la instrucción nueva, en: Powers by the new instruction}
law: Ley 20.285, artículo 7
instruction: Instrucción General 99 de 2027
kind: powers
confirmed: false
columns:
  - {header: Unidad, value: unit_name}
  - {header: Última modificación, value: amended_on, unamended: Nunca}
"""


def own_templates(folder: Path) -> Path:
    """Write an operator's templates into a folder, one in the place of `facultades` and one more; return it."""
    more = REPLACING.replace("template: facultades", "template: propia")
    (folder / "a.yaml").write_text(REPLACING, encoding="utf-8")
    (folder / "b.yml").write_text(
        more.replace("confirmed: false", "confirmed: true\nsource: oficio 1"), encoding="utf-8"
    )
    return folder
