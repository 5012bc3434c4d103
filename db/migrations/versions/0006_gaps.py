"""What files declare not to be known.

Revises: 0005

An answer says which questions are open on its days. Rows of before leave none open.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# A migration says what it made on the day it was written, so nothing of db/tables.py is imported here.
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("answer_interval", sa.Column("gaps", WORDS, nullable=True))


def downgrade() -> None:
    raise NotImplementedError("The ledger is never taken back; restore a copy of the database instead.")
