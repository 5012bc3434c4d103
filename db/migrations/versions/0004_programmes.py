"""Programmes and services, and the figures that are reported of them.

Revises: 0003

The tables are made empty: no entry of before has an act on a programme, so a rebuild gives no row either.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# A migration says what it made on the day it was written, so nothing of db/tables.py is imported here.
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    version(
        "programme_version",
        words("type"),
        words("kind", absent=True),
        words("name"),
        words("acronym", absent=True),
        words("objective", absent=True),
        words("runner_status"),
        words("runner_unit", absent=True),
        words("functions", absent=True),
        words("audience", absent=True),
        words("channels", absent=True),
        words("partners", absent=True),
        words("financing", absent=True),
        words("rests_on", absent=True),
    )
    version(
        "indicator_version",
        words("programme"),
        words("name"),
        words("value"),
        words("unit", absent=True),
        *legal_date("period_on", absent=True),
        sa.Column("period_from", sa.Date),
        sa.Column("period_until", sa.Date),
        words("note", absent=True),
    )


def downgrade() -> None:
    raise NotImplementedError("The ledger is never taken back; restore a copy of the database instead.")


def words(name: str, *, absent: bool = False) -> sa.Column[Any]:
    return sa.Column(name, WORDS, nullable=absent)


def legal_date(name: str, *, absent: bool = False) -> tuple[sa.Column[Any], sa.Column[Any]]:
    return words(f"{name}_value", absent=absent), words(f"{name}_basis", absent=absent)


def version(name: str, *own: sa.Column[Any]) -> None:
    op.create_table(
        name,
        words("organization"),
        words("code"),
        sa.Column("in_force_day", sa.Date, nullable=False),
        sa.Column("end_day", sa.Date),
        sa.Column("known_from", sa.Integer, nullable=False),
        sa.Column("known_until", sa.Integer),
        *legal_date("until", absent=True),
        words("ended_by", absent=True),
        *legal_date("born"),
        *legal_date("since"),
        words("legal_basis"),
        *own,
        sa.PrimaryKeyConstraint("organization", "code", "in_force_day", "known_from", name=f"pk_{name}"),
        sa.CheckConstraint("end_day > in_force_day", name=op.f(f"ck_{name}_days")),
        sa.CheckConstraint("known_until > known_from", name=op.f(f"ck_{name}_knowledge")),
    )
