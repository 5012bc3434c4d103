"""Statutory tables (planillas legales): what a transparency law makes an organization publish.

Shown from organica.domain.statutory and from the tables that organica.register.statutory fills in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import strawberry

from organica.domain import statutory
from organica.domain.source import LegalSource as Source
from organica.domain.states import UnitState
from organica.domain.statutory import TableKind, Value
from organica.register import views
from organica.register.snapshot import Snapshot
from organica.register.statutory.months import day_of, parse_month
from organica.register.statutory.tables import statutory_table, template_for, templates_for
from organica.render.statutory import missing, table
from organica.render.statutory.csv_file import cell_text
from organica.render.statutory.missing import Reason
from schema.enums import describe
from schema.ids import Timeless
from schema.known_at import AtKnowledge, known_at_of
from schema.request import Info
from schema.source import LegalSource
from schema.unit import UnitVersion

describe(
    TableKind,
    "What a row of a statutory table is about (tipo de planilla).",
    {
        TableKind.POWERS: "A unit and a provision that grants it functions (facultades).",
        TableKind.STRUCTURE: "A unit (estructura orgánica).",
        TableKind.NORMS: "A norm in force (marco normativo).",
    },
    name="StatutoryTableKind",
)
describe(
    Value,
    "What a column of a statutory table takes of a row (valor).",
    {
        Value.UNIT_NAME: "The name of the unit (unidad).",
        Value.UNIT_KIND: "Its printed rank (tipo de unidad).",
        Value.UNIT_ABOVE: "What it hangs from, or the organization (dependencia).",
        Value.DESCRIPTION: "Its objective and its functions, literally (descripción).",
        Value.GRANTED_BY: "The norm with its article (fuente legal).",
        Value.SOURCE_KIND: "The kind of the norm (tipo de norma).",
        Value.SOURCE_NUMBER: "Its number with its series (número).",
        Value.SOURCE_TITLE: "Its title, or what it is about (nombre).",
        Value.SIGNED_ON: "When it was signed (fecha de dictación).",
        Value.PUBLISHED: "Whether it was published; empty: not known (publicada).",
        Value.PUBLISHED_ON: "When it was published (fecha de publicación).",
        Value.PUBLISHED_OR_SIGNED_ON: "When it was published; else when it was signed (publicación o "
        "dictación).",
        Value.AMENDED_ON: "When it was last amended (última modificación).",
        Value.TEXT_URL: "Where its full text is (enlace).",
    },
    name="StatutoryValue",
)
describe(
    Reason,
    "Why something is on the work list of a statutory table (motivo).",
    {
        Reason.ABSENT: "The register has no such value (no consta).",
        Reason.NO_ARTICLE: "The act is known and its article is not (falta el artículo).",
        Reason.IMPRECISE_DATE: "Only the year, the month or a period is known (fecha imprecisa).",
        Reason.ATTESTED_UNIT: "Only a document that is no norm names the unit (unidad sin acto).",
        Reason.ATTESTED_OBJECTIVE: "Its objective is left out, since no norm says it (objetivo sin acto).",
        Reason.ATTESTED_FUNCTIONS: "Functions are left out, since no norm says them (funciones sin acto).",
        Reason.NOTHING_KNOWN: "Neither functions nor objective of the unit are known (unidad sin funciones).",
        Reason.PARTLY_COVERED: "The register does not hold the whole organization (cobertura parcial).",
        Reason.UNCHECKED: "Whether there were later acts was not checked up to the day (sin revisar).",
        Reason.TOO_LONG: "No cell of a spreadsheet can hold the text (texto demasiado largo).",
        Reason.UNWRITABLE: "The charset of the file lacks characters (caracteres); never in GraphQL.",
    },
    name="MissingReason",
)


@strawberry.type(description="One column of a statutory table (columna).")
class StatutoryColumn:
    """Shows organica.domain.statutory.Column."""

    header: str = strawberry.field(description="Its header, to the letter (encabezado).")
    value: Value = strawberry.field(description="What stands in it (valor).")
    unamended: str | None = strawberry.field(
        description="What stands there where nothing was amended (sin modificación)."
    )


def _title(
    parent: strawberry.Parent[statutory.Template],
    lang: Annotated[
        str, strawberry.argument(description="The language, es or en; any other is es (idioma).")
    ] = "es",
) -> str:
    return parent.title.render("en" if lang == "en" else "es", {})


@strawberry.type(
    description="A table as one instruction prescribes it (planilla). It has no id: country and code name it."
)
class StatutoryTemplate:
    """Shows organica.domain.statutory.Template."""

    code: str = strawberry.field(description="Its code, unique in its country (código).")
    country: str = strawberry.field(description="ISO 3166-1 alpha-2 (país).")
    title: str = strawberry.field(resolver=_title, description="What it is called (nombre).")
    kind: TableKind = strawberry.field(description="What a row is about (tipo de planilla).")
    law: str = strawberry.field(description="What obliges to publish it (ley).")
    instruction: str | None = strawberry.field(description="What prescribes its columns (instrucción).")
    confirmed: bool = strawberry.field(
        description="Whether the headers were read in `source`, to the letter (encabezados confirmados)."
    )
    source: str | None = strawberry.field(description="Where they were read (fuente).")
    note: str | None = strawberry.field(description="What its readers should know (nota).")
    newer: str | None = strawberry.field(
        description="The code of the table that took the place of this one (planilla que la reemplaza)."
    )
    columns: list[StatutoryColumn] = strawberry.field(description="Its columns in order (columnas).")


@dataclass(frozen=True, slots=True)
class _Row:
    unit: views.UnitVersion | None
    source: Source | None
    cells: list[str | None]


@dataclass(frozen=True, slots=True)
class _Field:
    unit: views.UnitVersion | None
    source: Source | None
    lacking: missing.Missing

    @property
    def reason(self) -> Reason:
        return self.lacking.reason

    @property
    def column(self) -> str | None:
        return self.lacking.column

    @property
    def value(self) -> Value | None:
        return self.lacking.value

    @property
    def detail(self) -> str | None:
        return self.lacking.detail


@dataclass(frozen=True, slots=True)
class _Table:
    """A table on its day, in the snapshot that it was made of."""

    table: table.StatutoryTable
    snapshot: Snapshot
    as_of: date
    month: str | None

    @property
    def template(self) -> statutory.Template:
        return self.table.template

    @property
    def confirmed(self) -> bool:
        return self.template.confirmed

    @property
    def headers(self) -> list[str]:
        return list(self.template.headers)

    @property
    def rows(self) -> list[_Row]:
        return [
            _Row(self._unit(row.unit), row.source, [cell_text(cell) for cell in row.cells])
            for row in self.table.rows
        ]

    @property
    def missing(self) -> list[_Field]:
        return [_Field(self._unit(each.unit), each.source, each) for each in self.table.missing]

    def _unit(self, unit: UnitState | None) -> views.UnitVersion | None:
        return self.snapshot.units[unit.code] if unit else None


async def _source(parent: strawberry.Parent[Any], info: Info) -> Any:
    return await info.context.source(parent.source.key) if parent.source else None


def _sentence(
    parent: strawberry.Parent[_Field],
    lang: Annotated[
        str, strawberry.argument(description="The language, es or en; any other is es (idioma).")
    ] = "es",
) -> str:
    return parent.lacking.sentence("en" if lang == "en" else "es")


@strawberry.type(description="One row of a statutory table (fila).")
class StatutoryRow:
    """Shows organica.render.statutory.table.TableRow."""

    unit: UnitVersion | None = strawberry.field(
        description="The unit that it is about, on the same day; null in a table of norms (unidad)."
    )
    source: LegalSource | None = strawberry.field(
        resolver=_source,
        description="The norm that it rests on; null where only an attestation says it (norma).",
    )
    cells: list[str | None] = strawberry.field(
        description="Its cells in the order of the headers, days as dd/mm/aaaa; null: empty (celdas)."
    )


@strawberry.type(description="Something that the law asks for and the register lacks (dato faltante).")
class MissingField:
    """Shows organica.render.statutory.missing.Missing."""

    reason: Reason = strawberry.field(description="Why it is missing (motivo).")
    column: str | None = strawberry.field(
        description="The header of its column; null: it is of the whole table (columna)."
    )
    value: Value | None = strawberry.field(description="The value of its column (valor).")
    unit: UnitVersion | None = strawberry.field(description="The unit that it is about (unidad).")
    source: LegalSource | None = strawberry.field(
        resolver=_source, description="The source that it is about (fuente)."
    )
    detail: str | None = strawberry.field(
        description="What is known all the same, or what was left out (detalle)."
    )
    sentence: str = strawberry.field(resolver=_sentence, description="The same in a sentence (oración).")


@strawberry.type(
    description="A statutory table of a day (planilla de un día): the very cells of the file that a portal "
    "takes, and the work list of what it lacks."
)
class StatutoryTable:
    """Shows organica.render.statutory.table.StatutoryTable."""

    template: StatutoryTemplate = strawberry.field(description="How it is prescribed (planilla).")
    as_of: date = strawberry.field(description="The day that it shows (fecha).")
    month: str | None = strawberry.field(description="The month, where one was asked for (mes).")
    headers: list[str] = strawberry.field(description="The header row, to the letter (encabezados).")
    confirmed: bool = strawberry.field(
        description="Whether the headers were read where the portal has them (encabezados confirmados)."
    )
    rows: list[StatutoryRow] = strawberry.field(description="Its rows (filas).")
    missing: list[MissingField] = strawberry.field(
        description="All that the law asks for and the register lacks (lo que falta)."
    )


def statutory_templates(parent: strawberry.Parent[Timeless], info: Info) -> Any:
    """Resolve `Organization.statutoryTemplates`."""
    return list(templates_for(info.context.consult.templates, parent.code))


async def statutory_table_on(
    parent: strawberry.Parent[Timeless],
    info: Info,
    template: Annotated[
        str, strawberry.argument(description="The code of the table in the country (código).")
    ],
    month: Annotated[
        str | None,
        strawberry.argument(
            description="Instead of `asOf`: the portal's month, YYYY-MM; what is in force on its last day "
            "(mes)."
        ),
    ] = strawberry.UNSET,
    as_of: Annotated[
        date | None,
        strawberry.argument(description="The day; by default today where the organization is (fecha)."),
    ] = strawberry.UNSET,
    known_at: AtKnowledge = strawberry.UNSET,
) -> Any:
    """Resolve `Organization.statutoryTable`."""
    asked = parse_month(month) if isinstance(month, str) else None
    known = await info.context.known(known_at_of(known_at))
    archive = await info.context.archive_of(parent.code, known)
    consult = info.context.consult
    day = day_of(asked, as_of or None) or consult.today(archive, known)
    chosen = template_for(consult.templates, parent.code, template)
    made = await statutory_table(consult, archive, chosen, day, known)
    return _Table(made, archive.snapshot(day, known), day, asked.value if asked else None)
