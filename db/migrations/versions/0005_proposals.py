"""Proposals, and sources whose contents are not at hand.

Revises: 0004

A source says whether it only proposes, and why the register has not all that it orders; an answer says which
sources are in force on its days without anybody knowing what they order. Rows of before say neither.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# A migration says what it made on the day it was written, so nothing of db/tables.py is imported here.
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("legal_source", words("contents"))
    op.add_column(
        "legal_source", sa.Column("proposal", sa.Boolean, nullable=False, server_default=sa.false())
    )
    op.add_column("answer_interval", words("not_at_hand"))


def downgrade() -> None:
    raise NotImplementedError("The ledger is never taken back; restore a copy of the database instead.")


def words(name: str) -> sa.Column[Any]:
    return sa.Column(name, WORDS, nullable=True)
