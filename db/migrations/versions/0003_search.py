"""Search: the texts that can be searched over all organizations, and their words.

Revises: 0002

The tables are made empty. `organica migrate` fills them from the versions after this, and so does whoever
writes next; no entry is read for it.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# A migration says what it made on the day it was written, so nothing of db/tables.py is imported here.
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    texts()
    postings()


def downgrade() -> None:
    raise NotImplementedError("The ledger is never taken back; restore a copy of the database instead.")


def words(name: str) -> sa.Column[Any]:
    return sa.Column(name, WORDS, nullable=False)


def texts() -> None:
    op.create_table(
        "search_text",
        words("organization"),
        words("code"),
        words("field"),
        sa.Column("in_force_day", sa.Date, nullable=False),
        sa.Column("end_day", sa.Date),
        sa.Column("known_from", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("known_until", sa.Integer),
        words("text_key"),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("derived_by", sa.SmallInteger, nullable=False),
        sa.PrimaryKeyConstraint(
            "organization", "code", "field", "in_force_day", "known_from", name="pk_search_text"
        ),
        sa.CheckConstraint("end_day > in_force_day", name=op.f("ck_search_text_days")),
        sa.CheckConstraint("known_until > known_from", name=op.f("ck_search_text_knowledge")),
    )
    op.create_index("ix_search_text_organization_text_key", "search_text", ["organization", "text_key"])


def postings() -> None:
    op.create_table(
        "search_posting",
        words("stem"),
        words("organization"),
        words("text_key"),
        words("form"),
        words("places"),
        sa.PrimaryKeyConstraint("stem", "organization", "text_key", "form", name="pk_search_posting"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_search_posting_organization", "search_posting", ["organization"])
