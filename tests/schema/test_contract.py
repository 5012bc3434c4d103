"""The printed contract: as the code says, described throughout, and by Relay's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLScalarType,
    build_schema,
    is_introspection_type,
    is_specified_scalar_type,
    lexicographic_sort_schema,
    print_schema,
    validate_schema,
)

from schema.build import built, sdl
from schema.print import PRINTED


def test_the_committed_contract_is_what_the_code_says() -> None:
    assert PRINTED.read_text(encoding="utf-8") == sdl(), (
        "schema/schema.graphql differs from the code. If the change is meant, run `python -m schema.print`, "
        "read the difference as its readers would, and commit it."
    )


def test_the_printed_contract_is_a_valid_schema_and_sorted() -> None:
    assert validate_schema(built()) == []
    parsed = build_schema(sdl())
    assert validate_schema(parsed) == []
    assert print_schema(lexicographic_sort_schema(parsed)) == print_schema(parsed)


def described() -> Iterator[tuple[str, str | None]]:
    """Yield every name of the contract with its description."""
    for name, kind in built().type_map.items():
        if is_introspection_type(kind) or is_specified_scalar_type(kind):
            continue
        yield name, kind.description
        if isinstance(kind, GraphQLEnumType):
            yield from ((f"{name}.{value}", each.description) for value, each in kind.values.items())
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            for field, each in kind.fields.items():
                yield f"{name}.{field}", each.description
                for argument, taken in getattr(each, "args", {}).items():
                    yield f"{name}.{field}({argument})", taken.description


def test_everything_is_described_with_the_spanish_term_beside_it() -> None:
    assert [name for name, text in described() if not re.search(r"\w \([^)]+\)", text or "")] == []


def test_scalars_say_what_specifies_them() -> None:
    own = {
        name: kind.specified_by_url
        for name, kind in built().type_map.items()
        if isinstance(kind, GraphQLScalarType) and not is_specified_scalar_type(kind)
    }
    assert own == dict.fromkeys(["Date", "DateTime"], "https://www.rfc-editor.org/rfc/rfc3339#section-5.6")


def test_nodes_and_connections_are_as_relay_wants_them() -> None:
    types = built().type_map
    query = types["Query"]
    assert isinstance(query, GraphQLObjectType)
    assert str(query.fields["node"].type) == "Node"
    connections = [kind for name, kind in types.items() if name.endswith("Connection")]
    assert len(connections) == 13
    for kind in connections:
        assert isinstance(kind, GraphQLObjectType)
        noun = kind.name.removesuffix("Connection")
        assert str(kind.fields["edges"].type) == f"[{noun}Edge!]!"
        assert str(kind.fields["pageInfo"].type) == "PageInfo!"
    for kind in types.values():
        if isinstance(kind, GraphQLObjectType):
            for name, field in kind.fields.items():
                if str(field.type).rstrip("!").endswith("Connection"):
                    assert {"first", "after"} <= set(field.args), f"{kind.name}.{name}"
                    default = {"changes": 100, "search": 20}.get(name, 50)
                    assert field.args["first"].default_value == default


def test_a_fault_in_one_list_or_structure_can_be_told_without_its_siblings() -> None:
    types = built().type_map
    for place in (
        "Query.organizations",
        "Query.changes",
        "Query.search",
        "Organization.structure",
        "Organization.diff",
        "Organization.changePoints",
        "Organization.legalSources",
        "Organization.statutoryTable",
        "Organization.externalIds",
        "Organization.predecessors",
        "Organization.successors",
        "Unit.versions",
        "Unit.externalIds",
        "Unit.predecessors",
        "Unit.successors",
        "Unit.functionDestinations",
        "Function.versions",
        "Function.externalIds",
    ):
        kind, _, name = place.partition(".")
        holder = types[kind]
        assert isinstance(holder, GraphQLObjectType)
        assert not str(holder.fields[name].type).endswith("!"), place
        assert "null only with an error" in (holder.fields[name].description or ""), place


def test_timeless_types_hold_nothing_that_changes_with_time() -> None:
    fields = {
        name: set(kind.fields)
        for name, kind in built().type_map.items()
        if name in ("Organization", "Unit", "Function") and isinstance(kind, GraphQLObjectType)
    }
    source = built().type_map["LegalSource"]
    assert isinstance(source, GraphQLObjectType)
    assert not set(source.fields) & {"organization", "entry", "evidence"}
    ties = {"predecessors", "successors", "functionDestinations"}
    assert fields["Unit"] == {"id", "code", "organization", "versions", "externalIds", *ties}
    assert fields["Function"] == {"id", "code", "organization", "versions", "externalIds"}
    assert not fields["Organization"] & {"name", "acronym", "timeZone"}
