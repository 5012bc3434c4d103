"""The settings of one process: every one of them, read from the environment once.

Takes a mapping of variables; returns frozen Settings or refuses and names the variable. Called by the
command line and by tests. What there is to set is in `api.settings_table`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from api.settings_table import (
    BODY_BYTES,
    DATABASE_URL,
    EXPLORER_FOLDER,
    FRAME_ANCESTORS,
    HELD_BYTES,
    HOST,
    KEPT_BYTES,
    OBJECTS,
    PORT,
    PUBLIC_URL,
    QUERY_SECONDS,
    TABLE,
    TEMPLATES,
    TRUSTED_DOCUMENTS,
    TRUSTED_ONLY,
    VOCABULARIES,
    Setting,
)
from db.urls import database_url
from organica.domain.errors import BadInput, Says

# Nothing in it needs quoting in a header, in RDF or in CSV.
_PUBLIC_URL = r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[A-Za-z0-9._~-]+)*"
# A source list of a policy: nothing in it can end the directive or the header.
_ORIGIN = r"https?://(\*\.)?[A-Za-z0-9.-]+(:(\d{1,5}|\*))?"
_FRAME_ANCESTORS = rf"\*|'none'|('self'|{_ORIGIN})( ('self'|{_ORIGIN}))*"
CHECKOUT = Path(__file__).resolve().parent.parent


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
class Settings:
    """What an operator may choose.

    database_url: of SQLite or PostgreSQL; a relative path of the default is made absolute.
    host, port: where the server listens.
    explorer_folder: GraphiQL's files; it need not exist.
    max_body_bytes: the largest body of a GraphQL request.
    max_objects, max_seconds: what carrying out one GraphQL query may cost.
    max_kept_bytes: the memory for answers that are kept made.
    max_held_bytes: about the memory for what is held of organizations.
    trusted_documents: the manifest of documents that have an id; None: there is none.
    trusted_only: whether only those may be asked.
    public_url: what the permanent identifiers begin with; empty: they are relative.
    frame_ancestors: who may frame embedded pages, as a Content-Security-Policy writes it.
    vocabulary_folder: the operator's own vocabularies; None: the included ones alone.
    template_folder: the operator's own statutory templates; None: the included ones alone.
    """

    database_url: str = f"sqlite:///{CHECKOUT / 'var' / 'organica.sqlite'}"
    host: str = HOST.default
    port: int = int(PORT.default)
    explorer_folder: Path = CHECKOUT / EXPLORER_FOLDER.default
    max_body_bytes: int = int(BODY_BYTES.default)
    max_objects: int = int(OBJECTS.default)
    max_seconds: int = int(QUERY_SECONDS.default)
    max_kept_bytes: int = int(KEPT_BYTES.default)
    max_held_bytes: int = int(HELD_BYTES.default)
    trusted_documents: Path | None = None
    trusted_only: bool = False
    public_url: str = ""
    frame_ancestors: str = FRAME_ANCESTORS.default
    vocabulary_folder: Path | None = None
    template_folder: Path | None = None

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
            port=_number(PORT, given),
            explorer_folder=_path(EXPLORER_FOLDER, given) or plain.explorer_folder,
            max_body_bytes=_number(BODY_BYTES, given),
            max_objects=_number(OBJECTS, given),
            max_seconds=_number(QUERY_SECONDS, given),
            max_kept_bytes=_number(KEPT_BYTES, given),
            max_held_bytes=_number(HELD_BYTES, given),
            trusted_documents=_path(TRUSTED_DOCUMENTS, given),
            trusted_only=_yes(TRUSTED_ONLY, given),
            public_url=_public_url(given.get(PUBLIC_URL.variable, "")),
            frame_ancestors=_frame_ancestors(given.get(FRAME_ANCESTORS.variable, plain.frame_ancestors)),
            vocabulary_folder=_path(VOCABULARIES, given),
            template_folder=_path(TEMPLATES, given),
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


def _public_url(value: str) -> str:
    if value and not re.fullmatch(_PUBLIC_URL, value, re.ASCII):
        raise _refusal(PUBLIC_URL)
    return value


def _frame_ancestors(value: str) -> str:
    if not re.fullmatch(_FRAME_ANCESTORS, value, re.ASCII):
        raise _refusal(FRAME_ANCESTORS)
    return value


def _path(setting: Setting, given: Mapping[str, str]) -> Path | None:
    value = given.get(setting.variable)
    if value is None:
        return None
    if "\0" in value:
        raise _refusal(setting)
    return Path(value)


def _yes(setting: Setting, given: Mapping[str, str]) -> bool:
    value = given.get(setting.variable, setting.default)
    if value not in ("yes", "no"):
        raise _refusal(setting)
    return value == "yes"


def _number(setting: Setting, given: Mapping[str, str]) -> int:
    value = given.get(setting.variable, setting.default)
    least, most = setting.bounds
    # Twelve digits bound the conversion; isdecimal alone would let other alphabets' digits in.
    if not (value.isascii() and value.isdecimal() and len(value) <= 12 and least <= int(value) <= most):
        raise _refusal(setting)
    return int(value)
