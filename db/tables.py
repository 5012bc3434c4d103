"""The tables, as SQLAlchemy Core sees them: the ledger, and the projections that are derived from it.

Every projection has two times: the law's days (`in_force_day`, `end_day`) and the entries between which the
register says so (`known_from`, `known_until`). Keys are natural, so that a rebuild gives the very same rows.
What the migrations make must equal this; a test compares the two. Called by the store.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    false,
)

from db.types import Instant, Words

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _words(name: str, *, absent: bool = False, key: bool = False) -> Column[str]:
    return Column(name, Words, nullable=absent, primary_key=key)


def _legal_date(name: str, *, absent: bool = False) -> tuple[Column[str], Column[str]]:
    """A legal date as it is written ("2024", "2024-03"), and how the register came to it."""
    return _words(f"{name}_value", absent=absent), _words(f"{name}_basis", absent=absent)


def _projection(name: str, *own: Column[Any], keyed_by_code: bool = True) -> Table:
    """A table of rows in both times. A row is closed by setting `known_until` and never changed otherwise."""
    return Table(
        name,
        metadata,
        _words("organization", key=True),
        *([_words("code", key=True)] if keyed_by_code else []),
        Column("in_force_day", Date, primary_key=True),
        Column("end_day", Date),
        Column("known_from", Integer, primary_key=True, autoincrement=False),
        Column("known_until", Integer),
        *own,
        CheckConstraint("end_day > in_force_day", name="days"),
        CheckConstraint("known_until > known_from", name="knowledge"),
    )


def _version(name: str, *own: Column[Any]) -> Table:
    """A table of versions: what ends them, why they are so, then what they say."""
    return _projection(
        name,
        *_legal_date("until", absent=True),
        _words("ended_by", absent=True),
        *_legal_date("born"),
        *_legal_date("since"),
        _words("legal_basis"),
        *own,
    )


# One row, made by the first migration. Its lock is the register's lock.
register_head = Table(
    "register_head",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("index", Integer, nullable=False),
    Column("recorded_at", Instant),
    CheckConstraint("id = 1", name="single"),
)

# Append-only: triggers refuse every other statement.
entry = Table(
    "entry",
    metadata,
    Column("index", Integer, primary_key=True, autoincrement=False),
    _words("kind"),
    Column("document", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("leaf", LargeBinary, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    CheckConstraint("length(digest) = 32 AND length(leaf) = 32", name="hashes"),
    Index(None, "recorded_at"),
)

# `place` keeps the order of the organizations, because the leaf hash covers it.
entry_organization = Table(
    "entry_organization",
    metadata,
    Column("entry", Integer, ForeignKey("entry.index"), primary_key=True, autoincrement=False),
    _words("organization", key=True),
    Column("place", SmallInteger, nullable=False),
    Index(None, "organization", "entry"),
)

# Not a projection: names exist nowhere else, and a rebuild leaves them alone.
disclosure = Table(
    "disclosure",
    metadata,
    Column("entry", Integer, ForeignKey("entry.index"), primary_key=True, autoincrement=False),
    _words("seal", key=True),
    _words("organization"),
    _words("path"),
    _words("salt"),
    _words("name"),
    Index(None, "organization"),
)

# Append-only, as the ledger: whoever reads on from a number must never find another change under it.
change = Table(
    "change",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _words("phase"),
    _words("nature"),
    _words("organization"),
    Column("entry", Integer, ForeignKey("entry.index"), nullable=False),
    Column("day", Date, nullable=False),
    _words("kind"),
    _words("noun"),
    _words("code"),
    _words("unit", absent=True),
    _words("field", absent=True),
    _words("before", absent=True),
    _words("after", absent=True),
    *_legal_date("since", absent=True),
    _words("legal_basis", absent=True),
    Column("recorded_at", Instant, nullable=False),
    Index(None, "organization", "seq"),
    Index(None, "organization", "phase", "day"),
    Index(None, "day", "seq"),
)

# Not a projection: no entry says up to which day the clock has told what took effect.
turned_day = Table(
    "turned_day",
    metadata,
    _words("organization", key=True),
    Column("day", Date, nullable=False),
)

legal_source = Table(
    "legal_source",
    metadata,
    _words("organization", key=True),
    _words("key", key=True),
    Column("entry", Integer, primary_key=True, autoincrement=False),
    _words("country"),
    _words("issuer"),
    _words("kind"),
    _words("year"),
    *_legal_date("in_force_from"),
    _words("in_force_from_rule", absent=True),
    _words("number", absent=True),
    _words("series", absent=True),
    _words("title", absent=True),
    _words("citation_printed", absent=True),
    _words("subject", absent=True),
    *_legal_date("signed_on", absent=True),
    *_legal_date("published_on", absent=True),
    *_legal_date("notified_on", absent=True),
    _words("text_url", absent=True),
    Column("normative", Boolean, nullable=False),
    _words("relations"),
    _words("evidence", absent=True),
    _words("doubts"),
    _words("contents", absent=True),
    Column("proposal", Boolean, nullable=False, server_default=false()),
    Column("invalid", Boolean, nullable=False, server_default=false()),
    Index(None, "key"),
)

# Lists of codes are JSON texts, absent where they are empty.
organization_version = _version(
    "organization_version",
    _words("name"),
    _words("acronym", absent=True),
    _words("time_zone", absent=True),
    _words("attached_to", absent=True),
    _words("affiliations", absent=True),
)

# Places leave gaps of a million between neighbours, so a long list needs more than 32 bits.
unit_version = _version(
    "unit_version",
    _words("kind"),
    _words("name"),
    _words("parent_status"),
    _words("parent_unit", absent=True),
    _words("unit_class", absent=True),
    _words("acronym", absent=True),
    _words("objective", absent=True),
    Column("place", BigInteger, nullable=False),
)

function_version = _version(
    "function_version",
    _words("unit"),
    _words("post", absent=True),
    _words("parent", absent=True),
    _words("list", absent=True),
    _words("label", absent=True),
    _words("text"),
    Column("place", BigInteger, nullable=False),
    Column("misprint", Boolean, nullable=False),
)

post_version = _version(
    "post_version",
    _words("unit"),
    _words("name", absent=True),
    Column("heads", Boolean, nullable=False),
    Column("vacant", Boolean, nullable=False),
    Column("emptied", Boolean, nullable=False),
    _words("substitutes", absent=True),
)

# The name of the person is in `disclosure`, under this seal.
appointment_version = _version(
    "appointment_version",
    _words("post"),
    _words("seal"),
    _words("capacity", absent=True),
    _words("employment", absent=True),
    *_legal_date("lapses", absent=True),
)

# What references to an old name mean: a unit of the organization, or another body.
reference_version = _version(
    "reference_version", _words("name"), _words("unit", absent=True), _words("body", absent=True)
)

# Which thing came out of which other; an organization is given where it is another one.
lineage_version = _version(
    "lineage_version",
    _words("kind"),
    _words("noun"),
    _words("predecessor"),
    _words("predecessor_organization", absent=True),
    _words("successor"),
    _words("successor_organization", absent=True),
)

# Who runs it is a unit, the organization itself or not known; lists are JSON texts, absent where empty.
programme_version = _version(
    "programme_version",
    _words("type"),
    _words("kind", absent=True),
    _words("name"),
    _words("acronym", absent=True),
    _words("objective", absent=True),
    _words("runner_status"),
    _words("runner_unit", absent=True),
    _words("functions", absent=True),
    _words("audience", absent=True),
    _words("channels", absent=True),
    _words("partners", absent=True),
    _words("financing", absent=True),
    _words("rests_on", absent=True),
)

# A value is the text of a decimal number: no engine rounds it. It is about a date, or about days.
indicator_version = _version(
    "indicator_version",
    _words("programme"),
    _words("name"),
    _words("value"),
    _words("unit", absent=True),
    *_legal_date("period_on", absent=True),
    Column("period_from", Date),
    Column("period_until", Date),
    _words("note", absent=True),
)

# Where the text of a function names a unit, and which one that is; `derived_by` is the release of the rules.
mention = _projection(
    "mention",
    Column("first", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
    _words("text"),
    _words("unit", absent=True),
    Column("derived_by", SmallInteger, nullable=False),
)

# The texts that can be searched, without their letters: `text_key` leads to their words.
search_text = Table(
    "search_text",
    metadata,
    _words("organization", key=True),
    _words("code", key=True),
    _words("field", key=True),
    Column("in_force_day", Date, primary_key=True),
    Column("end_day", Date),
    Column("known_from", Integer, primary_key=True, autoincrement=False),
    Column("known_until", Integer),
    _words("text_key"),
    Column("words", Integer, nullable=False),
    Column("derived_by", SmallInteger, nullable=False),
    CheckConstraint("end_day > in_force_day", name="days"),
    CheckConstraint("known_until > known_from", name="knowledge"),
    Index(None, "organization", "text_key"),
)

# The words of a text are kept once, however often and however long an organization says it. Every question
# comes by the stem, and SQLite keeps the rows in the order of the key.
search_posting = Table(
    "search_posting",
    metadata,
    _words("stem", key=True),
    _words("organization", key=True),
    _words("text_key", key=True),
    _words("form", key=True),
    _words("places"),
    Index(None, "organization"),
    sqlite_with_rowid=False,
)

# What other systems call the things of an organization. These ties know no legal time.
external_id = Table(
    "external_id",
    metadata,
    _words("organization", key=True),
    _words("noun", key=True),
    _words("code", key=True),
    _words("system", key=True),
    _words("value", key=True),
    Column("known_from", Integer, primary_key=True, autoincrement=False),
    Column("known_until", Integer),
    CheckConstraint("known_until > known_from", name="knowledge"),
    Index(None, "system", "value"),
)

answer_interval = _projection(
    "answer_interval",
    *_legal_date("since"),
    *_legal_date("until", absent=True),
    Column("certain", Boolean, nullable=False),
    _words("coverage"),
    _words("not_at_hand", absent=True),
    _words("gaps", absent=True),
    keyed_by_code=False,
)

PROJECTIONS = (
    organization_version,
    unit_version,
    function_version,
    post_version,
    appointment_version,
    reference_version,
    lineage_version,
    programme_version,
    indicator_version,
    mention,
    search_text,
    search_posting,
    external_id,
    answer_interval,
    legal_source,
)
