"""The contract, built: the only module that touches Strawberry's internals.

Makes the schema of graphql-core out of the types and prints it. Called by `execute` and `print`.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

import strawberry
from graphql import GraphQLInputObjectType, GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from schema.function import Function, FunctionVersion
from schema.node import read
from schema.organization import OrganizationVersion
from schema.post import PostVersion
from schema.programme import ProgrammeVersion
from schema.query import Query
from schema.scalars import DATE, DATE_TIME


@cache
def _strawberry_schema() -> strawberry.Schema:
    return strawberry.Schema(
        query=Query,
        types=[OrganizationVersion, Function, FunctionVersion, PostVersion, ProgrammeVersion],
        config=StrawberryConfig(
            default_resolver=read, scalar_map={date: DATE, datetime: DATE_TIME}, sort_schema=True
        ),
    )


@cache
def built() -> GraphQLSchema:
    """Return the schema as graphql-core executes it."""
    schema = _strawberry_schema()._schema
    for kind in schema.type_map.values():
        # Strawberry prints @oneOf but checks it in resolvers only; told so, validation refuses it beforehand.
        if isinstance(kind, GraphQLInputObjectType) and kind.name == "KnownAt":
            kind.is_one_of = True
    return schema


def sdl() -> str:
    """Return the contract as printed, sorted."""
    return _strawberry_schema().as_str() + "\n"
