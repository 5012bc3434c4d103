"""Where the register lies: the address that an operator writes, read strictly.

Takes `sqlite:///file`, `postgresql://…` or the path of a file; returns the URL for the asynchronous driver,
or refuses it without repeating anything that could be a password. Called by engine and the command line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from organica.domain.errors import BadInput, Says

SQLITE = "sqlite+aiosqlite"
POSTGRESQL = "postgresql+asyncpg"
_DRIVERS = {
    "sqlite": SQLITE,
    SQLITE: SQLITE,
    "postgres": POSTGRESQL,
    "postgresql": POSTGRESQL,
    POSTGRESQL: POSTGRESQL,
}
# A scheme has two letters at least, so that C:\organica.sqlite stays a path.
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_SQLITE_MODES = {"mode": ("ro", "rw", "rwc"), "immutable": ("0", "1")}
# What people write after "?" for other clients of PostgreSQL, and what asyncpg calls it.
_POSTGRESQL_OPTIONS = {
    "host": "host",
    "port": "port",
    "sslmode": "ssl",
    "ssl": "ssl",
    "passfile": "passfile",
    "target_session_attrs": "target_session_attrs",
    "prepared_statement_cache_size": "prepared_statement_cache_size",
}


class BadDatabaseUrl(BadInput):
    """An address of a database that Orgánica cannot use; only a harmless part of it is repeated."""

    code = "bad_database_url"
    says = Says(
        es="La dirección de la base de datos no sirve; el problema está en «{part}».",
        en="The address of the database is of no use; the trouble is in “{part}”.",
    )
    remedy = Says(
        es="Escriba en ORGANICA_DATABASE_URL sqlite:///ruta/al/archivo.sqlite o "
        "postgresql://usuario:clave@servidor:5432/base, con los signos de la clave como %XX.",
        en="Write sqlite:///path/to/file.sqlite or postgresql://user:password@server:5432/database in "
        "ORGANICA_DATABASE_URL, with the signs of the password as %XX.",
    )


def database_url(given: str) -> URL:
    """Return the URL for the asynchronous driver.

    Raises: BadDatabaseUrl for another kind of database, a database in memory, or what cannot be parsed.
    """
    written = given.strip()
    if not written or "\x00" in written:
        raise BadDatabaseUrl(part="ORGANICA_DATABASE_URL")
    scheme = _SCHEME.match(written)
    if scheme is None:
        return _sqlite(URL.create(SQLITE, database=written))
    driver = _DRIVERS.get(scheme[1].lower())
    if driver is None:
        raise BadDatabaseUrl(part=scheme[0])
    try:
        url = make_url(written).set(drivername=driver)
    except (ArgumentError, ValueError):
        # The parser's own message repeats parts of the address, so it is not handed on.
        raise BadDatabaseUrl(part=f"{scheme[0]}//…") from None
    return _sqlite(url) if driver == SQLITE else _postgresql(url)


def is_read_only(url: URL) -> bool:
    """Tell whether the address itself asks for a SQLite file that is only read."""
    return url.query.get("mode") == "ro" or url.query.get("immutable") == "1"


def file_of(url: URL) -> str | None:
    """Return the path of the SQLite file; None for PostgreSQL and for addresses in SQLite's own URI form."""
    if url.get_backend_name() != "sqlite" or url.query.get("uri"):
        return None
    return url.database


def _sqlite(url: URL) -> URL:
    if url.host or url.username or url.password or url.port:
        raise BadDatabaseUrl(part="sqlite://…")
    if not url.database or ":memory:" in url.database or url.query.get("mode") == "memory":
        # Every connection would see an empty database of its own, and a register must outlive its process.
        raise BadDatabaseUrl(part=":memory:")
    options = _options(url, {name: name for name in _SQLITE_MODES})
    for name, value in options.items():
        if value not in _SQLITE_MODES[name]:
            raise BadDatabaseUrl(part=f"?{name}=")
    if not options:
        return url.set(query={})
    # SQLite reads its own options only from an address in its URI form, where the path is percent-encoded.
    return url.set(database=f"file:{quote(url.database)}", query={**options, "uri": "true"})


def _postgresql(url: URL) -> URL:
    options = _options(url, _POSTGRESQL_OPTIONS)
    if "@" in (url.host or ""):
        # An unescaped @ in the password would put the rest of it into the host's name, and into messages.
        raise BadDatabaseUrl(part="@")
    if not (url.host or "host" in options) or not url.database:
        raise BadDatabaseUrl(part="postgresql://…/…")
    port = options.get("port", str(url.port or 5432))
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise BadDatabaseUrl(part=f":{port}"[:10])
    return url.set(query=options)


def _options(url: URL, names: Mapping[str, str]) -> dict[str, str]:
    """Return what follows "?" under the driver's names, and refuse what the driver would not understand."""
    for name, value in url.query.items():
        if name not in names or not isinstance(value, str):
            raise BadDatabaseUrl(part=f"?{name}=")
    return {names[name]: str(value) for name, value in url.query.items()}
