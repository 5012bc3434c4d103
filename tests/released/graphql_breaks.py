"""What breaks readers between two printed GraphQL contracts.

Takes two printed schemas; returns one line for each breaking change. Called by the tests beside this file.
"""

from __future__ import annotations

from graphql import build_schema
from graphql.utilities import find_breaking_changes


def graphql_breaks(before: str, after: str) -> list[str]:
    """Return the changes that break a query or a client written for the older contract."""
    found = find_breaking_changes(build_schema(before), build_schema(after))
    return sorted(change.description for change in found)
