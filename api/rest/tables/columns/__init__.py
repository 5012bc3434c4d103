"""The columns of our own tables. Their names never change; new ones come at the end.

Gives one `Table` for each kind of list, and all of them by name. Read by the description of operations; the
page docs/rest-formats.md tells what each column means, and a test compares.
"""

from __future__ import annotations

from collections.abc import Mapping

from api.rest.tables.columns.of_changes import CHANGES, DIFFERENCES
from api.rest.tables.columns.of_law import CONCEPTS, MISSING, SOURCES, WORK
from api.rest.tables.columns.of_programmes import PROGRAMMES
from api.rest.tables.columns.of_structure import APPOINTMENTS, FUNCTIONS, ORGANIZATIONS, POSTS, UNITS
from api.rest.tables.table import Table

__all__ = [
    "APPOINTMENTS",
    "CHANGES",
    "CONCEPTS",
    "DIFFERENCES",
    "FUNCTIONS",
    "MISSING",
    "ORGANIZATIONS",
    "POSTS",
    "PROGRAMMES",
    "SOURCES",
    "TABLES",
    "UNITS",
    "WORK",
]

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        *(ORGANIZATIONS, UNITS, FUNCTIONS, POSTS, APPOINTMENTS, PROGRAMMES),
        *(SOURCES, CONCEPTS, MISSING, WORK),
        *(DIFFERENCES, CHANGES),
    )
}
