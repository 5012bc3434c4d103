"""Programmes and services (programas y servicios): the timeless identity, a day's version, its indicators.

A Programme is shown from a Timeless, the rest from the register's own views.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from organica.domain.acts import ProgrammeType, RunnerStatus
from organica.domain.states import Noun
from organica.register import histories, programme_views
from schema.connection import Connection
from schema.dates import LegalDate
from schema.external_id import ExternalId, external_ids
from schema.history import history, identity, organization_of
from schema.ids import SourceOnRecord, Timeless
from schema.node import Node, timeless
from schema.request import Info
from schema.source import LegalBasis, LegalSource
from schema.version import Version

if TYPE_CHECKING:
    from schema.function import FunctionVersion
    from schema.organization import Organization
    from schema.unit import UnitVersion


@strawberry.type(description="Where or how a programme is reached (canal).")
class Channel:
    """Shows organica.domain.acts.Channel."""

    name: str = strawberry.field(description="What it is called (nombre).")
    url: str | None = strawberry.field(description="Its address on the web (dirección).")


@strawberry.type(description="A body that takes part in a programme (socio).")
class Party:
    """Shows organica.domain.acts.Party."""

    name: str = strawberry.field(description="What it is called (nombre).")
    organization: str | None = strawberry.field(
        description="Its code; the body need not be in the register (organización)."
    )
    role: str | None = strawberry.field(description="What it does in the programme, literally (papel).")


@strawberry.type(
    description="Who pays for a programme, and how much where a source says so (financiamiento)."
)
class Financing:
    """Shows organica.domain.acts.Financing."""

    name: str = strawberry.field(description="What it is called (nombre).")
    organization: str | None = strawberry.field(
        description="Its code; the body need not be in the register (organización)."
    )
    amount: str | None = strawberry.field(
        description="How much: a decimal number as text, so that nothing is rounded (monto)."
    )
    currency: str | None = strawberry.field(description="The currency, ISO 4217 (moneda).")
    note: str | None = strawberry.field(description="What the reader should know (nota).")


@strawberry.type(
    description="The days that a figure is about (período): a date, or days from one to another."
)
class Period:
    """Shows organica.domain.acts.Period."""

    on: LegalDate | None = strawberry.field(
        description="A day, for what was so on it; a month or a year, for what happened in it (fecha)."
    )
    start: date | None = strawberry.field(name="from", description="The first day (desde).")
    end: date | None = strawberry.field(
        name="until", description="The first day that no longer counts (hasta)."
    )


@strawberry.type(
    description="A figure reported of a programme (indicador). It has no id: it is part of its programme's "
    "version."
)
class Indicator:
    """Shows organica.register.programme_views.IndicatorVersion."""

    code: str = strawberry.field(description="The permanent code in the organization (código).")
    name: str = strawberry.field(description="What is measured, literally (nombre).")
    value: str = strawberry.field(
        description="The figure: a decimal number as text, so that nothing is rounded (valor)."
    )
    unit: str | None = strawberry.field(description="What it counts: %, personas, PEN (unidad de medida).")
    period: Period = strawberry.field(description="The days that it is about (período).")
    note: str | None = strawberry.field(description="What the reader should know (nota).")
    in_force_from: LegalDate = strawberry.field(
        description="Since when it has been on record as it is (informado desde)."
    )
    legal_basis: list[LegalBasis] = strawberry.field(
        description="The sources that report it, oldest first (base legal)."
    )


@strawberry.type(description="A function that a programme fulfils (función que cumple).")
class FulfilledFunction:
    """Shows organica.register.programme_views.FulfilledFunction."""

    code: str = strawberry.field(description="The permanent code of the function (código).")
    function: Annotated[FunctionVersion, strawberry.lazy("schema.function")] | None = strawberry.field(
        description="The function on the same day; null where it is no longer in force (función)."
    )


def _foundation(parent: strawberry.Parent[programme_views.Foundation]) -> Any:
    return parent.record and SourceOnRecord.of(parent.record)


@strawberry.type(description="A norm that a programme rests on (norma del marco legal).")
class Foundation:
    """Shows organica.register.programme_views.Foundation."""

    key: str = strawberry.field(description="The key of the norm (clave).")
    source: LegalSource | None = strawberry.field(
        resolver=_foundation,
        description="The norm as it was known when the answer was; null where it was not yet in the register "
        "(fuente legal). Its id also says by which entry.",
    )


def _programme(parent: strawberry.Parent[programme_views.ProgrammeVersion]) -> Any:
    return Timeless(Noun.PROGRAMME, parent.snapshot.organization_code, parent.code)


@strawberry.type(
    description="A programme or a service (programa, servicio) as an identity without a day: it stays the "
    "same under another name and another unit."
)
class Programme(Node):
    """Shows a Timeless of a programme."""

    code: str = strawberry.field(description="The permanent code in the organization (código).")
    organization: Annotated[Organization, strawberry.lazy("schema.organization")] = strawberry.field(
        resolver=organization_of, description="The organization that it belongs to (organización)."
    )
    versions: Connection[ProgrammeVersion] | None = strawberry.field(
        resolver=history(Noun.PROGRAMME, histories.programme_versions),
        description="Its history (historia), oldest first; each version belongs to the change point at which "
        "it began. A figure that is reported makes no new version. Null only with an error.",
    )
    external_ids: list[ExternalId] | None = strawberry.field(
        resolver=external_ids,
        description="What other systems call it, by system and value (identificadores externos); null only "
        "with an error.",
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return timeless(value, Noun.PROGRAMME)


@strawberry.type(
    description="A programme or a service as it is from one change point on (versión de un programa)."
)
class ProgrammeVersion(Version):
    """Shows organica.register.programme_views.ProgrammeVersion."""

    programme: Programme = strawberry.field(
        resolver=_programme, description="The programme without a day (programa)."
    )
    type: ProgrammeType = strawberry.field(description="Whether it is a programme or a service (clase).")
    kind: str | None = strawberry.field(description="What it is called in print: Programa piloto (tipo).")
    name: str = strawberry.field(description="Its name (nombre).")
    acronym: str | None = strawberry.field(description="Its acronym (sigla).")
    objective: str | None = strawberry.field(description="Its objective, literally (objetivo).")
    run_by: RunnerStatus = strawberry.field(description="What is known of who runs it (responsable).")
    unit: Annotated[UnitVersion, strawberry.lazy("schema.unit")] | None = strawberry.field(
        description="The unit that runs it, on the same day; null where none does or none is known (unidad)."
    )
    functions: list[FulfilledFunction] = strawberry.field(
        description="The functions that it fulfils, as the act names them (funciones)."
    )
    audience: list[str] = strawberry.field(description="Whom it serves, literally (destinatarios).")
    channels: list[Channel] = strawberry.field(description="Where or how it is reached (canales).")
    partners: list[Party] = strawberry.field(description="The bodies that take part (socios).")
    financing: list[Financing] = strawberry.field(description="Who pays for it (financiamiento).")
    rests_on: list[Foundation] = strawberry.field(description="The norms that it rests on (marco legal).")
    indicators: list[Indicator] = strawberry.field(
        description="The figures reported of it, by name and period (indicadores)."
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return isinstance(value, programme_views.ProgrammeVersion)


async def programme(
    info: Info,
    organization: Annotated[
        str,
        strawberry.argument(description="The organization's code, such as pe.perucompras (organización)."),
    ],
    code: Annotated[str, strawberry.argument(description="The programme's code (código).")],
) -> Any:
    """Resolve `Query.programme`."""
    return await identity(Noun.PROGRAMME, organization, code, info)
