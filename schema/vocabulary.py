"""The vocabularies (vocabularios): what a country calls kinds of sources, ranks of units, capacities.

Shown from organica.domain.vocabulary. Fields of other types that lead to a concept have their resolver made
here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import strawberry

from organica.domain.acts import UnitClass
from organica.domain.source import RelationKind
from organica.domain.vocabulary import concepts
from organica.domain.vocabulary.concepts import Scheme
from schema.request import Info


def _label(
    parent: strawberry.Parent[concepts.Concept],
    lang: Annotated[
        str, strawberry.argument(description="The language, ISO 639, such as es, en or pt (idioma).")
    ] = "es",
) -> str:
    return parent.label(lang)


def _also(parent: strawberry.Parent[concepts.Concept]) -> list[str]:
    return list(parent.also)


@strawberry.type(
    description="A term of a country (concepto): a kind of source, a rank, a capacity. It has no id: "
    "scheme, country and code name it."
)
class Concept:
    """Shows organica.domain.vocabulary.concepts.Concept."""

    scheme: Scheme = strawberry.field(description="What it is a term of (esquema).")
    code: str = strawberry.field(description="Its code in the scheme and the country (código).")
    country: str | None = strawberry.field(
        description="ISO 3166-1 alpha-2, or int; null where it holds in every country (país)."
    )
    label: str = strawberry.field(
        resolver=_label,
        description="What it is called; in Spanish where it has no label in that language (etiqueta).",
    )
    alt_labels: list[str] = strawberry.field(
        resolver=_also, description="Other ways of printing it: feminine, plural, short (otras formas)."
    )
    normative: bool | None = strawberry.field(
        description="Whether a source of this kind is a norm; null outside the kinds of source (normativa)."
    )
    unit_class: UnitClass | None = strawberry.field(
        description="The register's class of such units, where there is a usual one (clase de unidad)."
    )
    relation: RelationKind | None = strawberry.field(
        description="The register's own relation, of a kind of relation only (relación)."
    )
    verified: bool = strawberry.field(
        description="Whether the term was read in its source; false: nobody has checked it (verificado)."
    )
    source: str | None = strawberry.field(
        description="The norm or public page that has it, or that is to be checked (fuente)."
    )
    note: str | None = strawberry.field(description="What its readers should know (nota).")


def vocabularies(
    info: Info,
    country: Annotated[
        str | None,
        strawberry.argument(
            description="Those that hold in this country, ISO 3166-1 alpha-2 or int: its own and the common "
            "ones (país)."
        ),
    ] = strawberry.UNSET,
    scheme: Annotated[
        Scheme | None, strawberry.argument(description="Only those of this scheme (esquema).")
    ] = strawberry.UNSET,
) -> Any:
    """Return the concepts, by scheme, country and code."""
    known = info.context.consult.vocabularies
    return known.concepts(scheme or None, country.lower() if country else None)


def country_of(seen: Any) -> str:
    """Return the country of a thing that its snapshot shows."""
    country: str = seen.snapshot.organization_code.partition(".")[0]
    return country


def concept_of(scheme: Scheme, country: Callable[[Any], str], word: Callable[[Any], str | None]) -> Any:
    """Return the resolver of a field that leads from a printed word of a thing to its concept."""

    def concept(parent: strawberry.Parent[Any], info: Info) -> Any:
        return info.context.consult.concept(scheme, country(parent), word(parent))

    return concept
