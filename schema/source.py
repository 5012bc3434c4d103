"""Legal sources and legal bases (fuentes legales y bases legales): why something is so.

A source is shown from the domain's LegalSource, its registration by an organization from the register's
SourceRecord, a basis from its BasisView. What differs from one organization to another is never on the source
itself: its id is its key, and one id has one content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from organica.domain import source
from organica.domain.resolution import SourceContents
from organica.domain.source import BasisRole, RelationKind, SourceNature
from organica.domain.states import Noun
from organica.domain.vocabulary.concepts import Scheme
from organica.register.ports import SourceRecord
from schema.dates import LegalDate
from schema.ids import Timeless
from schema.known_at import AtKnowledge, known_at_of
from schema.node import Node
from schema.request import Info
from schema.vocabulary import Concept, concept_of

if TYPE_CHECKING:
    from schema.organization import Organization


@strawberry.type(description="What the text was transcribed from (evidencia). What was not at hand is null.")
class Evidence:
    """Shows organica.domain.source.Evidence."""

    file: str | None = strawberry.field(description="The file, within the seed's folder (archivo).")
    url: str | None = strawberry.field(description="Where it is published (dirección).")
    retrieved_on: LegalDate | None = strawberry.field(
        description="When it was retrieved (fecha de consulta)."
    )
    sha256: str | None = strawberry.field(description="SHA-256 of the file's bytes, in hexadecimal (huella).")
    lines: str | None = strawberry.field(description="The lines of the file, such as 1-90 (líneas).")


@strawberry.type(description="The place inside a source (disposición).")
class Provision:
    """Shows organica.domain.source.Provision."""

    document: str | None = strawberry.field(
        description="The document, where a source has several (documento)."
    )
    article: str | None = strawberry.field(description="The article (artículo).")
    paragraph: str | None = strawberry.field(description="The paragraph (inciso).")
    label: str | None = strawberry.field(description="The letter or number (letra o número).")
    printed: str | None = strawberry.field(description="The place as printed (como está impresa).")


async def _target(parent: strawberry.Parent[source.Relation], info: Info) -> Any:
    return await info.context.source_named(parent.target)


@strawberry.type(
    description="What a source does to another one (relación entre fuentes). It has no id: it is part of the "
    "source that says so."
)
class SourceRelation:
    """Shows organica.domain.source.Relation."""

    kind: RelationKind = strawberry.field(description="What it does (tipo de relación).")
    target: str = strawberry.field(description="The key of the other source (clave de la otra fuente).")
    source: Annotated[LegalSource, strawberry.lazy("schema.source")] | None = strawberry.field(
        resolver=_target,
        description="The other source; null where it is not in the register (la otra fuente).",
    )


@strawberry.type(
    description="What another source does to this one (relación inversa). It has no id: the other source "
    "says so."
)
class InverseRelation:
    """Shows a Relation from its other side."""

    kind: RelationKind = strawberry.field(description="What the other one does to this one (tipo).")
    source: Annotated[LegalSource, strawberry.lazy("schema.source")] = strawberry.field(
        description="The other source, which says so (la otra fuente)."
    )


async def _related_by(
    parent: strawberry.Parent[source.LegalSource], info: Info, known_at: AtKnowledge = strawberry.UNSET
) -> Any:
    known = await info.context.known(known_at_of(known_at))
    shown: Any = InverseRelation
    return [
        shown(kind=relation.kind, source=await info.context.source(record.source.key))
        for record in await info.context.bearing_on(parent.key, known)
        for relation in record.source.relations
        if relation.target == parent.key
    ]


@strawberry.type(
    description="A legal source (fuente legal): the act of an authority or, where `normative` is false, a "
    "document that merely attests that something is so, or only proposes it; `nature` tells the two apart."
)
class LegalSource(Node):
    """Shows organica.domain.source.LegalSource."""

    key: str = strawberry.field(
        description="Its permanent key: country, issuer, kind, year and number (clave)."
    )
    citation: str = strawberry.field(description="How people cite it (cita).")
    kind: str = strawberry.field(description="The kind of act, such as resolucion_exenta (tipo de acto).")
    kind_concept: Concept | None = strawberry.field(
        resolver=concept_of(Scheme.SOURCE_KINDS, lambda seen: seen.country, lambda seen: seen.kind),
        description="The term of its country for that kind; null where no vocabulary has it (concepto).",
    )
    number: str | None = strawberry.field(description="Its number, as text (número).")
    series: str | None = strawberry.field(description="The series of its number (serie).")
    year: str = strawberry.field(description="Its year (año).")
    title: str | None = strawberry.field(description="Its title, where it has one (título).")
    subject: str | None = strawberry.field(description="What it is about (materia).")
    country: str = strawberry.field(description="The country, ISO 3166-1 alpha-2, or int (país).")
    issuer: str = strawberry.field(description="The body that issued it (órgano emisor).")
    normative: bool = strawberry.field(
        description="Whether it is a norm (normativa); false where it only attests or proposes."
    )
    nature: SourceNature = strawberry.field(
        description="Whether it is a norm, attests or proposes (naturaleza)."
    )
    signed_on: LegalDate | None = strawberry.field(description="When it was signed (fecha de firma).")
    published_on: LegalDate | None = strawberry.field(
        description="When it was published (fecha de publicación)."
    )
    notified_on: LegalDate | None = strawberry.field(
        description="When it was notified (fecha de notificación)."
    )
    in_force_from: LegalDate = strawberry.field(description="Since when it is in force (vigente desde).")
    text_url: str | None = strawberry.field(description="Where its full text is (texto completo).")
    relations: list[SourceRelation] = strawberry.field(
        description="What it does to other sources (relaciones con otras fuentes)."
    )
    related_by: list[InverseRelation] | None = strawberry.field(
        resolver=_related_by,
        description="What other sources do to it, by their keys (relaciones de otras fuentes con ella); null "
        "only with an error.",
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return isinstance(value, source.LegalSource)


@strawberry.type(description="A doubt about the text, and what a person decided of it (duda resuelta).")
class SettledDoubt:
    """Shows organica.domain.resolution.DoubtNote."""

    code: str = strawberry.field(description="What sort of doubt it was (código).")
    unit: str | None = strawberry.field(description="The code of the unit that it is about (unidad).")
    lines: str | None = strawberry.field(description="The lines of the file (líneas).")
    printed: str | None = strawberry.field(description="What is printed there, literally (impreso).")
    decision: str | None = strawberry.field(description="What was decided (decisión).")


async def _source(parent: strawberry.Parent[Any], info: Info) -> Any:
    return await info.context.source(parent.source.key)


def _organization(parent: strawberry.Parent[SourceRecord]) -> Any:
    return Timeless(Noun.ORGANIZATION, parent.organization, parent.organization)


@strawberry.type(
    description="A source as one organization registered it (fuente registrada): several may register the "
    "same source, each by an entry and from evidence of its own."
)
class RegisteredSource:
    """Shows organica.register.ports.SourceRecord."""

    source: LegalSource = strawberry.field(resolver=_source, description="The source (fuente legal).")
    organization: Annotated[Organization, strawberry.lazy("schema.organization")] = strawberry.field(
        resolver=_organization, description="The organization that registered it (organización)."
    )
    entry: int = strawberry.field(description="The entry that brought it into the register (asiento).")
    evidence: Evidence | None = strawberry.field(description="What it was transcribed from (evidencia).")
    doubts: list[SettledDoubt] = strawberry.field(
        description="The doubts about the text that were settled before it was enacted (dudas resueltas)."
    )
    contents: SourceContents | None = strawberry.field(
        description="Why the register has not all that it orders; null where nothing says so (contenido)."
    )
    invalid: bool = strawberry.field(
        description="Whether all that it ordered was invalidated, so that it never was (invalidada)."
    )


@strawberry.type(
    description="Why something is as it is (base legal): a source, the place in it, what it did."
)
class LegalBasis:
    """Shows organica.register.views.BasisView."""

    source: LegalSource = strawberry.field(resolver=_source, description="The source (fuente legal).")
    provision: Provision | None = strawberry.field(description="The place in it (disposición).")
    role: BasisRole = strawberry.field(description="What it did (papel): granted, amended or restated.")
    citation: str = strawberry.field(
        description="The source and the place in it, as people cite them (cita)."
    )
    normative: bool = strawberry.field(description="Whether the source is a norm (normativa).")
    nature: SourceNature = strawberry.field(
        description="Whether the source is a norm, attests or proposes (naturaleza)."
    )
