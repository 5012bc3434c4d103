"""What `verify` finds wrong: one value a fault, each with its stable code and its place."""

from __future__ import annotations

from dataclasses import dataclass

from organica.register.refusals import UnreadableRow

_KEYED_BY_ENTRY = ("entry", "entry_organization")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it must be: in an entry, in the rows of an organization, or in a table.

    `code` is one of: index_gap, bad_digest, bad_leaf, bad_document, clock_backwards, head_differs, bad_seal,
    name_not_erased, name_missing, rows_differ, changes_differ, act_no_longer_applies, unreadable_row,
    entries_missing, root_differs, organizations_differ.
    """

    code: str
    entry: int | None
    organization: str | None
    detail: str


def unreadable(row: UnreadableRow, organization: str | None = None) -> Fault:
    """Return the fault of a row that cannot be read, with its entry where its key tells it."""
    index = str(row.facts["key"]).partition(" ")[0] if row.facts["table"] in _KEYED_BY_ENTRY else ""
    entry = int(index) if index.isdecimal() else None
    return Fault(row.code, entry, organization, row.sentence("en"))
