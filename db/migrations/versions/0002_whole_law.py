"""The whole law: what the acts of design section 5 make so, and what follows from them.

Revises: 0001

One function a subject; `upgrade` calls each.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# A migration says what it made on the day it was written, so nothing of db/tables.py is imported here.
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    organizations_and_posts()
    references()
    lineage()
    mentions()
    external_ids()
    entry_into_force()
    changes()
    if op.get_bind().dialect.name == "postgresql":
        guard_changes_postgresql()
    else:
        guard_changes_sqlite()


def downgrade() -> None:
    raise NotImplementedError("The ledger is never taken back; restore a copy of the database instead.")


def words(name: str, *, absent: bool = False) -> sa.Column[Any]:
    return sa.Column(name, WORDS, nullable=absent)


def legal_date(name: str, *, absent: bool = False) -> tuple[sa.Column[Any], sa.Column[Any]]:
    return words(f"{name}_value", absent=absent), words(f"{name}_basis", absent=absent)


def organizations_and_posts() -> None:
    """Rows from before this revision say none of these: absent is what a rebuild gives them too."""
    op.add_column("organization_version", words("attached_to", absent=True))
    op.add_column("organization_version", words("affiliations", absent=True))
    op.add_column("post_version", words("substitutes", absent=True))


def references() -> None:
    version("reference_version", words("name"), words("unit", absent=True), words("body", absent=True))


def lineage() -> None:
    version(
        "lineage_version",
        words("kind"),
        words("noun"),
        words("predecessor"),
        words("predecessor_organization", absent=True),
        words("successor"),
        words("successor_organization", absent=True),
    )


def mentions() -> None:
    op.create_table(
        "mention",
        words("organization"),
        words("code"),
        sa.Column("in_force_day", sa.Date, nullable=False),
        sa.Column("end_day", sa.Date),
        sa.Column("known_from", sa.Integer, nullable=False),
        sa.Column("known_until", sa.Integer),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        words("text"),
        words("unit", absent=True),
        sa.Column("derived_by", sa.SmallInteger, nullable=False),
        sa.PrimaryKeyConstraint(
            "organization", "code", "in_force_day", "known_from", "first", name="pk_mention"
        ),
        sa.CheckConstraint("end_day > in_force_day", name=op.f("ck_mention_days")),
        sa.CheckConstraint("known_until > known_from", name=op.f("ck_mention_knowledge")),
    )


def external_ids() -> None:
    op.create_table(
        "external_id",
        words("organization"),
        words("noun"),
        words("code"),
        words("system"),
        words("value"),
        sa.Column("known_from", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("known_until", sa.Integer),
        sa.PrimaryKeyConstraint(
            "organization", "noun", "code", "system", "value", "known_from", name="pk_external_id"
        ),
        sa.CheckConstraint("known_until > known_from", name=op.f("ck_external_id_knowledge")),
    )
    op.create_index("ix_external_id_system_value", "external_id", ["system", "value"])


def entry_into_force() -> None:
    """The rule behind the start of a source, where it prints one, and the day on which it was notified."""
    for column in (words("in_force_from_rule", absent=True), *legal_date("notified_on", absent=True)):
        op.add_column("legal_source", column)


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


def changes() -> None:
    """The feed of changes, numbered once and for ever, and up to which day the clock has told them."""
    op.create_table(
        "change",
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        words("phase"),
        words("nature"),
        words("organization"),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        words("kind"),
        words("noun"),
        words("code"),
        words("unit", absent=True),
        words("field", absent=True),
        words("before", absent=True),
        words("after", absent=True),
        words("since_value", absent=True),
        words("since_basis", absent=True),
        words("legal_basis", absent=True),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_change"),
        sa.ForeignKeyConstraint(["entry"], ["entry.index"], name="fk_change_entry"),
    )
    op.create_index("ix_change_organization_seq", "change", ["organization", "seq"])
    op.create_index("ix_change_organization_phase_day", "change", ["organization", "phase", "day"])
    op.create_index("ix_change_day_seq", "change", ["day", "seq"])
    op.create_table(
        "turned_day",
        words("organization"),
        sa.Column("day", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("organization", name="pk_turned_day"),
    )


# What the triggers refuse: changing or deleting a change, and one whose number is not the next.
NOT_NEXT = "NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM change)"
ONLY_GROWS = "The feed only grows: a change is never altered or deleted."
WITHOUT_GAPS = "The feed only grows: a change follows the newest one without a gap."


def guard_changes_postgresql() -> None:
    op.execute(
        f"""
        CREATE FUNCTION organica_feed_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '{ONLY_GROWS}' USING ERRCODE = 'restrict_violation';
        END $$
        """
    )
    op.execute(
        "CREATE TRIGGER change_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON change "
        "FOR EACH STATEMENT EXECUTE FUNCTION organica_feed_only_grows()"
    )
    op.execute(
        f"""
        CREATE FUNCTION organica_change_follows() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {NOT_NEXT} THEN
                RAISE EXCEPTION '{WITHOUT_GAPS}' USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$
        """
    )
    op.execute(
        "CREATE TRIGGER change_follows BEFORE INSERT ON change "
        "FOR EACH ROW EXECUTE FUNCTION organica_change_follows()"
    )


def guard_changes_sqlite() -> None:
    # INSERT OR REPLACE deletes without asking the DELETE trigger; a known number is never the next one.
    for statement in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER change_no_{statement.lower()} BEFORE {statement} ON change "
            f"BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END"
        )
    op.execute(
        f"CREATE TRIGGER change_follows BEFORE INSERT ON change WHEN {NOT_NEXT} "
        f"BEGIN SELECT RAISE(ABORT, '{WITHOUT_GAPS}'); END"
    )
