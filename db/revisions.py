"""The migrations that this release knows, in order.

Takes nothing; returns their revisions, which are the numbers that their files' names begin with. Called by
migrate and, to say what is wanted, by faults. Alembic itself knows them too, but importing it takes longer
than everything else that a command does; a test holds the two together.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

SCRIPTS = Path(__file__).with_name("migrations")


@cache
def known_revisions() -> tuple[str, ...]:
    """Return the revisions from the first to the newest; there is one line of them."""
    return tuple(sorted(path.name.partition("_")[0] for path in (SCRIPTS / "versions").glob("[0-9]*_*.py")))


def newest_revision() -> str:
    """Return the revision that this release needs."""
    return known_revisions()[-1]
