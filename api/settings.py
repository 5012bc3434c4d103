"""The settings of one process: every one of them, read from the environment once.

Takes a mapping of variables; returns frozen Settings or refuses and names the variable. Called by the
command line and by tests. `TABLE` is the one list of them; docs/settings.md shows it, and a test compares.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from db.urls import database_url
from organica.domain.errors import BadInput, Says

CHECKOUT = Path(__file__).resolve().parent.parent
MAX_PORT = 65_535
MIN_BODY_BYTES = 1_000
MAX_BODY_BYTES = 5_000_000


class BadSetting(BadInput):
    """A variable of the environment holds what the setting cannot be."""

    code = "bad_setting"
    says = Says(
        es="La variable de entorno {name} no vale: se espera {expected_es}.",
        en="The environment variable {name} does not do: {expected} is expected.",
    )
    remedy = Says(
        es="Corríjala o quítela; sin ella vale «{default}».",
        en="Correct it or remove it; without it the value is “{default}”.",
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: the variable, its value where none is given, and what it means."""

    variable: str
    field: str
    default: str
    expected: Says
    meaning: Says


DATABASE_URL = Setting(
    "ORGANICA_DATABASE_URL",
    "database_url",
    "sqlite:///var/organica.sqlite",
    Says(
        es="un URL de sqlite:///… o postgresql://…",
        en="a URL such as sqlite:///… or postgresql://…",
    ),
    Says(
        es="Base de datos. Sin ella, un archivo de SQLite en la carpeta `var` del repositorio.",
        en="The database. Without it, an SQLite file in the checkout's folder `var`.",
    ),
)
HOST = Setting(
    "HOST",
    "host",
    "127.0.0.1",
    Says(es="una dirección o un nombre sin espacios", en="an address or a name without spaces"),
    Says(
        es="Dirección en que se escucha; `0.0.0.0` para todas.",
        en="The address to listen on; `0.0.0.0` for all.",
    ),
)
PORT = Setting(
    "PORT",
    "port",
    "8000",
    Says(es=f"un número entre 0 y {MAX_PORT}", en=f"a number between 0 and {MAX_PORT}"),
    Says(es="Puerto en que se escucha; 0 toma uno libre.", en="The port to listen on; 0 takes a free one."),
)
EXPLORER_FOLDER = Setting(
    "ORGANICA_EXPLORER_FOLDER",
    "explorer_folder",
    "var/explorer",
    Says(es="la ruta de una carpeta", en="the path of a folder"),
    Says(
        es="Carpeta con los archivos de GraphiQL; si no existe, se sirve la página propia.",
        en="The folder with GraphiQL's files; where it does not exist, our own page is served.",
    ),
)
BODY_BYTES = Setting(
    "ORGANICA_MAX_BODY_BYTES",
    "max_body_bytes",
    "64000",
    Says(
        es=f"un número entre {MIN_BODY_BYTES} y {MAX_BODY_BYTES}",
        en=f"a number between {MIN_BODY_BYTES} and {MAX_BODY_BYTES}",
    ),
    Says(
        es="Tamaño máximo, en bytes, del cuerpo de una consulta GraphQL.",
        en="The largest body of a GraphQL request, in bytes.",
    ),
)
TABLE = (DATABASE_URL, HOST, PORT, EXPLORER_FOLDER, BODY_BYTES)


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may choose.

    database_url: of SQLite or PostgreSQL; a relative path of the default is made absolute.
    host, port: where the server listens.
    explorer_folder: GraphiQL's files; it need not exist.
    max_body_bytes: the largest body of a GraphQL request.
    """

    database_url: str = f"sqlite:///{CHECKOUT / 'var' / 'organica.sqlite'}"
    host: str = HOST.default
    port: int = int(PORT.default)
    explorer_folder: Path = CHECKOUT / EXPLORER_FOLDER.default
    max_body_bytes: int = int(BODY_BYTES.default)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Settings:
        """Return the settings; an empty variable counts as absent.

        Raises: BadSetting, or BadDatabaseUrl, each of which names the variable.
        """
        plain = cls()
        given = {row.variable: environ[row.variable] for row in TABLE if environ.get(row.variable)}
        return cls(
            database_url=_database_url(given.get(DATABASE_URL.variable, plain.database_url)),
            host=_host(given.get(HOST.variable, plain.host)),
            port=_number(PORT, given, 0, MAX_PORT),
            explorer_folder=_folder(given.get(EXPLORER_FOLDER.variable)) or plain.explorer_folder,
            max_body_bytes=_number(BODY_BYTES, given, MIN_BODY_BYTES, MAX_BODY_BYTES),
        )


def _refusal(setting: Setting) -> BadSetting:
    return BadSetting(
        name=setting.variable,
        expected=setting.expected.en,
        expected_es=setting.expected.es,
        default=setting.default,
    )


def _database_url(value: str) -> str:
    database_url(value)  # Refuses what the storage could not use; the storage reads it again for itself.
    return value


def _host(value: str) -> str:
    if not value.isprintable() or any(character.isspace() or character == "/" for character in value):
        raise _refusal(HOST)
    return value


def _folder(value: str | None) -> Path | None:
    if value is None:
        return None
    if "\0" in value:
        raise _refusal(EXPLORER_FOLDER)
    return Path(value)


def _number(setting: Setting, given: Mapping[str, str], least: int, most: int) -> int:
    value = given.get(setting.variable, setting.default)
    # Ten digits bound the conversion; isdecimal alone would let other alphabets' digits in.
    if not (value.isascii() and value.isdecimal() and len(value) <= 10 and least <= int(value) <= most):
        raise _refusal(setting)
    return int(value)
