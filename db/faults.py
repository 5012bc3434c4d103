"""What the drivers say when they fail, in the register's words.

Takes an exception of SQLAlchemy, sqlite3 or the operating system; raises the refusal that it means. What is
a fault of our own (a broken constraint, a wrong statement) is left as it is. Called around every use of the
database.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import (
    DBAPIError,
    InterfaceError,
    NoSuchTableError,
    SQLAlchemyError,
    StatementError,
)
from sqlalchemy.exc import TimeoutError as NoFreeConnection

from db.revisions import newest_revision
from organica.domain.errors import BadInput, Refused, Says
from organica.register.refusals import (
    DatabaseNotMigrated,
    StorageBusy,
    StorageFailing,
    StorageFull,
    StorageOutOfReach,
    StorageReadOnly,
    UnreadableRow,
)

MAX_CAUSE_CHARACTERS = 300

_SQLITE = {
    sqlite3.SQLITE_READONLY: StorageReadOnly,
    sqlite3.SQLITE_FULL: StorageFull,
    sqlite3.SQLITE_NOMEM: StorageFull,
    sqlite3.SQLITE_BUSY: StorageBusy,
    sqlite3.SQLITE_LOCKED: StorageBusy,
    sqlite3.SQLITE_PROTOCOL: StorageBusy,
    sqlite3.SQLITE_CANTOPEN: StorageOutOfReach,
    sqlite3.SQLITE_IOERR: StorageFailing,
    sqlite3.SQLITE_CORRUPT: StorageFailing,
    sqlite3.SQLITE_NOTADB: StorageOutOfReach,
    sqlite3.SQLITE_PERM: StorageOutOfReach,
    sqlite3.SQLITE_AUTH: StorageOutOfReach,
    sqlite3.SQLITE_NOLFS: StorageOutOfReach,
}
_SYSTEM = {
    errno.EROFS: StorageReadOnly,
    errno.ENOSPC: StorageFull,
    errno.EDQUOT: StorageFull,
    errno.EIO: StorageFailing,
}
# The first that fits decides, so the exact codes come before their classes.
_POSTGRESQL = (
    ("25006", StorageReadOnly),  # read_only_sql_transaction
    ("53300", StorageOutOfReach),  # too_many_connections: nothing is full that freeing space would help
    ("53", StorageFull),  # insufficient_resources: disk_full, out_of_memory
    ("40001", StorageBusy),  # serialization_failure
    ("40P01", StorageBusy),  # deadlock_detected
    ("55P03", StorageBusy),  # lock_not_available
    ("57014", StorageBusy),  # query_canceled, by a timeout
    ("08", StorageOutOfReach),  # connection_exception
    ("28", StorageOutOfReach),  # invalid_authorization_specification
    ("3D", StorageOutOfReach),  # invalid_catalog_name
    ("57", StorageOutOfReach),  # operator_intervention: shutdown, starting up
    ("58", StorageFailing),  # system_error: io_error, undefined_file
    ("XX", StorageFailing),  # internal_error, data_corrupted
)


class UnstorableValue(BadInput):
    """A text with a character that no database keeps, or a value beyond its column."""

    code = "unstorable_value"
    says = Says(
        es="Hay un valor que la base de datos no puede guardar: {cause}",
        en="There is a value that the database cannot keep: {cause}",
    )
    remedy = Says(
        es="Quite del texto los caracteres nulos y los sustitutos UTF-16 sueltos.",
        en="Remove null characters and lone UTF-16 surrogates from the text.",
    )


@contextmanager
def translated() -> Iterator[None]:
    """Let driver errors out as refusals. Wraps single uses of the database, never a caller's own code."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError, TimeoutError, UnicodeEncodeError) as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        # asyncpg repeats a value that it cannot send, and that may be a person's name.
        raise refusal from None if isinstance(refusal, UnstorableValue) else error


def refusal_of(error: Exception) -> Refused | None:
    """Return what an error of the database means to a caller; None where it is a fault of our own."""
    original = error.orig if isinstance(error, StatementError) else error
    if isinstance(original, Refused):
        return original
    cause = _cause(original or error)
    if isinstance(original, UnicodeEncodeError):
        return UnstorableValue(cause=f"U+{ord(original.object[original.start]):04X}")
    if isinstance(error, NoFreeConnection):
        return StorageBusy(cause=cause)
    if isinstance(original, OSError | TimeoutError):
        kind = _SYSTEM.get(getattr(original, "errno", None) or 0, StorageOutOfReach)
        return kind(cause=cause)
    if isinstance(original, sqlite3.Error):
        return _of_sqlite(original, cause)
    if isinstance(error, DBAPIError):
        return _of_postgresql(error, cause)
    return _not_migrated() if isinstance(error, NoSuchTableError) else None


def _of_sqlite(error: sqlite3.Error, cause: str) -> Refused | None:
    if cause.startswith("Could not decode to UTF-8"):
        # The driver fails before any row is there. Its words repeat the text, which may be a name.
        return UnreadableRow(cause="a text is not UTF-8")
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return StorageOutOfReach(cause=cause) if "closed" in cause else None
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:
        # The index of the write-ahead log could not grow: this is how a full disk shows there.
        return StorageFull(cause=cause)
    if code == sqlite3.SQLITE_ERROR and cause.startswith("no such "):
        return _not_migrated()
    if code in (sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_MISMATCH):
        return UnstorableValue(cause=cause)
    kind = _SQLITE.get(code & 0xFF)
    return kind(cause=cause) if kind else None


def _of_postgresql(error: DBAPIError, cause: str) -> Refused | None:
    state = getattr(error.orig, "sqlstate", None) or ""
    if state in ("42P01", "42703"):  # undefined_table, undefined_column
        return _not_migrated()
    if state == "42501":  # insufficient_privilege
        return StorageReadOnly(cause=cause) if _writes(error) else StorageOutOfReach(cause=cause)
    if state.startswith("22") or "invalid input for query argument" in cause:
        return UnstorableValue(cause="invalid input")
    for beginning, kind in _POSTGRESQL:
        if state.startswith(beginning):
            return kind(cause=cause)
    if error.connection_invalidated or isinstance(error, InterfaceError):
        return StorageOutOfReach(cause=cause)
    return None


def _writes(error: DBAPIError) -> bool:
    statement = (error.statement or "").lstrip().upper()
    return not statement.startswith("SELECT") or "FOR UPDATE" in statement


def _not_migrated() -> DatabaseNotMigrated:
    return DatabaseNotMigrated(found=None, wanted=newest_revision())


def _cause(error: BaseException) -> str:
    """Return the driver's own words in one line; a timeout often has none."""
    said = " ".join(str(error).split()) or type(error).__name__
    # SQLAlchemy puts the driver's class before its words: "<class 'asyncpg…'>: words".
    _, mark, words = said.partition(">: ")
    return (words if mark and said.startswith("<class") else said)[:MAX_CAUSE_CHARACTERS]
