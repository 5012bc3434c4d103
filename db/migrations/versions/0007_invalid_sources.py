"""Sources that never were, because every act of them was invalidated.

Revises: 0006

What such a source leaves open is no longer to be found out. Rows of before say so of none.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("legal_source", sa.Column("invalid", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    raise NotImplementedError("The ledger is never taken back; restore a copy of the database instead.")
