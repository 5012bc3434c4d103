"""The ledger, which only grows, and the versions that are derived from it.

Revises: nothing
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# A migration says what it made on the day it was written, so nothing of db/tables.py is imported here.
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    ledger()
    op.execute('INSERT INTO register_head (id, "index") VALUES (1, 0)')
    sources()
    versions()
    if op.get_bind().dialect.name == "postgresql":
        guard_postgresql()
    else:
        guard_sqlite()


def downgrade() -> None:
    raise NotImplementedError("The ledger is never taken back; restore a copy of the database instead.")


def words(name: str, *, absent: bool = False) -> sa.Column[Any]:
    return sa.Column(name, WORDS, nullable=absent)


def legal_date(name: str, *, absent: bool = False) -> tuple[sa.Column[Any], sa.Column[Any]]:
    return words(f"{name}_value", absent=absent), words(f"{name}_basis", absent=absent)


def ledger() -> None:
    op.create_table(
        "register_head",
        sa.Column("id", sa.SmallInteger, nullable=False),
        sa.Column("index", sa.Integer, nullable=False),
        sa.Column("recorded_at", INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_register_head"),
        sa.CheckConstraint("id = 1", name=op.f("ck_register_head_single")),
    )
    op.create_table(
        "entry",
        sa.Column("index", sa.Integer, nullable=False, autoincrement=False),
        words("kind"),
        sa.Column("document", sa.LargeBinary, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("leaf", sa.LargeBinary, nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("index", name="pk_entry"),
        sa.CheckConstraint("length(digest) = 32 AND length(leaf) = 32", name=op.f("ck_entry_hashes")),
    )
    op.create_index("ix_entry_recorded_at", "entry", ["recorded_at"])
    op.create_table(
        "entry_organization",
        sa.Column("entry", sa.Integer, nullable=False),
        words("organization"),
        sa.Column("place", sa.SmallInteger, nullable=False),
        sa.PrimaryKeyConstraint("entry", "organization", name="pk_entry_organization"),
        sa.ForeignKeyConstraint(["entry"], ["entry.index"], name="fk_entry_organization_entry"),
    )
    op.create_index(
        "ix_entry_organization_organization_entry", "entry_organization", ["organization", "entry"]
    )
    op.create_table(
        "disclosure",
        sa.Column("entry", sa.Integer, nullable=False),
        words("seal"),
        words("organization"),
        words("path"),
        words("salt"),
        words("name"),
        sa.PrimaryKeyConstraint("entry", "seal", name="pk_disclosure"),
        sa.ForeignKeyConstraint(["entry"], ["entry.index"], name="fk_disclosure_entry"),
    )
    op.create_index("ix_disclosure_organization", "disclosure", ["organization"])


def sources() -> None:
    op.create_table(
        "legal_source",
        words("organization"),
        words("key"),
        sa.Column("entry", sa.Integer, nullable=False),
        words("country"),
        words("issuer"),
        words("kind"),
        words("year"),
        *legal_date("in_force_from"),
        words("number", absent=True),
        words("series", absent=True),
        words("title", absent=True),
        words("citation_printed", absent=True),
        words("subject", absent=True),
        *legal_date("signed_on", absent=True),
        *legal_date("published_on", absent=True),
        words("text_url", absent=True),
        sa.Column("normative", sa.Boolean, nullable=False),
        words("relations"),
        words("evidence", absent=True),
        words("doubts"),
        sa.PrimaryKeyConstraint("organization", "key", "entry", name="pk_legal_source"),
    )
    op.create_index("ix_legal_source_key", "legal_source", ["key"])


def versions() -> None:
    version(
        "organization_version", words("name"), words("acronym", absent=True), words("time_zone", absent=True)
    )
    version(
        "unit_version",
        words("kind"),
        words("name"),
        words("parent_status"),
        words("parent_unit", absent=True),
        words("unit_class", absent=True),
        words("acronym", absent=True),
        words("objective", absent=True),
        sa.Column("place", sa.BigInteger, nullable=False),
    )
    version(
        "function_version",
        words("unit"),
        words("post", absent=True),
        words("parent", absent=True),
        words("list", absent=True),
        words("label", absent=True),
        words("text"),
        sa.Column("place", sa.BigInteger, nullable=False),
        sa.Column("misprint", sa.Boolean, nullable=False),
    )
    version(
        "post_version",
        words("unit"),
        words("name", absent=True),
        sa.Column("heads", sa.Boolean, nullable=False),
        sa.Column("vacant", sa.Boolean, nullable=False),
        sa.Column("emptied", sa.Boolean, nullable=False),
    )
    version(
        "appointment_version",
        words("post"),
        words("seal"),
        words("capacity", absent=True),
        words("employment", absent=True),
        *legal_date("lapses", absent=True),
    )
    projection(
        "answer_interval",
        ("organization", "in_force_day", "known_from"),
        *legal_date("since"),
        *legal_date("until", absent=True),
        sa.Column("certain", sa.Boolean, nullable=False),
        words("coverage"),
    )


def version(name: str, *own: sa.Column[Any]) -> None:
    projection(
        name,
        ("organization", "code", "in_force_day", "known_from"),
        *legal_date("until", absent=True),
        words("ended_by", absent=True),
        *legal_date("born"),
        *legal_date("since"),
        words("legal_basis"),
        *own,
    )


def projection(name: str, key: tuple[str, ...], *own: sa.Column[Any]) -> None:
    op.create_table(
        name,
        words("organization"),
        *([words("code")] if "code" in key else []),
        sa.Column("in_force_day", sa.Date, nullable=False),
        sa.Column("end_day", sa.Date),
        sa.Column("known_from", sa.Integer, nullable=False),
        sa.Column("known_until", sa.Integer),
        *own,
        sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"),
        sa.CheckConstraint("end_day > in_force_day", name=op.f(f"ck_{name}_days")),
        sa.CheckConstraint("known_until > known_from", name=op.f(f"ck_{name}_knowledge")),
    )


# What the triggers refuse: changing or deleting an entry, one whose index is not the next, and telling
# afterwards that an old entry touches one more organization.
NOT_NEXT = 'NEW."index" <> (SELECT coalesce(max("index"), 0) + 1 FROM entry)'
NOT_NEWEST = 'NEW.entry <> (SELECT max("index") FROM entry)'
ONLY_GROWS = "The ledger only grows: an entry is never changed or deleted."
WITHOUT_GAPS = "The ledger only grows: an entry follows the newest one without a gap."


def guard_postgresql() -> None:
    op.execute(
        f"""
        CREATE FUNCTION organica_ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '{ONLY_GROWS}' USING ERRCODE = 'restrict_violation';
        END $$
        """
    )
    for table, condition in (("entry", NOT_NEXT), ("entry_organization", NOT_NEWEST)):
        op.execute(
            f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION organica_ledger_only_grows()"
        )
        op.execute(
            f"""
            CREATE FUNCTION organica_{table}_follows() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF {condition} THEN
                    RAISE EXCEPTION '{WITHOUT_GAPS}' USING ERRCODE = 'restrict_violation';
                END IF;
                RETURN NEW;
            END $$
            """
        )
        op.execute(
            f"CREATE TRIGGER {table}_follows BEFORE INSERT ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION organica_{table}_follows()"
        )


def guard_sqlite() -> None:
    # INSERT OR REPLACE deletes without asking the DELETE trigger, so the INSERT triggers refuse known keys
    # too.
    known = (
        "EXISTS (SELECT 1 FROM entry_organization "
        "WHERE entry = NEW.entry AND organization = NEW.organization)"
    )
    for table, condition in (("entry", NOT_NEXT), ("entry_organization", f"{NOT_NEWEST} OR {known}")):
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END"
            )
        op.execute(
            f"CREATE TRIGGER {table}_follows BEFORE INSERT ON {table} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{WITHOUT_GAPS}'); END"
        )
