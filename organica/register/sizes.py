"""About how many bytes of memory takes what is held of an organization.

Takes rows, or how many there are; returns bytes. Called by the archive. Measured on bodies of 1,000 to 6,500
versions, and held against the resident memory by benchmarks/memory.py.
"""

from __future__ import annotations

from organica.register.ports import OrganizationRows
from organica.register.search.texts import texts_of

# A row with all that is read off it, its part of the index for searches included.
BYTES_A_ROW = 800
BYTES_A_CHARACTER = 2
BYTES_A_ROW_IN_VIEW = 80
# In a snapshot that was read whole.
BYTES_A_VERSION = 550
BYTES_A_MENTION = 60


def bytes_of_rows(rows: OrganizationRows) -> int:
    """Return about what all rows of an organization take."""
    count = len(rows.versions) + len(rows.intervals) + len(rows.mentions) + len(rows.sources)
    texts = (text for row in rows.versions for _, text in texts_of(row.version.state))
    return BYTES_A_ROW * count + BYTES_A_CHARACTER * sum(map(len, texts))


def bytes_of_view(versions: int, mentions: int) -> int:
    """Return about what it takes to hold what the register said at one entry, beside the rows."""
    return BYTES_A_ROW_IN_VIEW * (versions + mentions)


def bytes_of_snapshot(versions: int, mentions: int) -> int:
    """Return about what a snapshot takes beside the rows."""
    return BYTES_A_VERSION * versions + BYTES_A_MENTION * mentions
