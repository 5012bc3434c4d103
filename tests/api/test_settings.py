"""Settings from the environment: defaults, refusals, and the page that documents them."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from api.settings import CHECKOUT, BadSetting, Settings
from api.settings_table import TABLE
from db.urls import BadDatabaseUrl

PAGE = CHECKOUT / "docs" / "settings.md"


def test_an_empty_environment_gives_the_defaults() -> None:
    plain = Settings.from_environment({})
    assert plain == Settings()
    assert plain.database_url == f"sqlite:///{CHECKOUT}/var/organica.sqlite"
    assert (plain.host, plain.port) == ("127.0.0.1", 8000)
    assert plain.explorer_folder == CHECKOUT / "var" / "explorer"
    assert plain.max_body_bytes == 64_000


def test_an_empty_variable_counts_as_absent() -> None:
    assert Settings.from_environment({row.variable: "" for row in TABLE}) == Settings()


def test_every_setting_can_be_given() -> None:
    assert Settings.from_environment(
        {
            "ORGANICA_DATABASE_URL": "postgresql://organica@localhost/organica",
            "HOST": "::1",
            "PORT": "0",
            "ORGANICA_EXPLORER_FOLDER": "/srv/graphiql",
            "ORGANICA_MAX_BODY_BYTES": "1000",
            "ORGANICA_MAX_OBJECTS": "20000",
            "ORGANICA_MAX_SECONDS": "9",
            "ORGANICA_KEPT_BYTES": "0",
            "ORGANICA_HELD_BYTES": "64000000",
            "ORGANICA_TRUSTED_DOCUMENTS": "/srv/documents.json",
            "ORGANICA_TRUSTED_ONLY": "yes",
            "ORGANICA_PUBLIC_URL": "https://registro.example:8443/organica",
            "ORGANICA_VOCABULARIES": "/srv/vocabularies",
            "ORGANICA_TEMPLATES": "/srv/templates",
            "ORGANICA_FRAME_ANCESTORS": "'self' https://*.portal.example:8443",
            "PATH": "/bin",
        }
    ) == Settings(
        database_url="postgresql://organica@localhost/organica",
        host="::1",
        port=0,
        explorer_folder=Path("/srv/graphiql"),
        max_body_bytes=1000,
        max_objects=20_000,
        max_seconds=9,
        max_kept_bytes=0,
        max_held_bytes=64_000_000,
        trusted_documents=Path("/srv/documents.json"),
        trusted_only=True,
        public_url="https://registro.example:8443/organica",
        vocabulary_folder=Path("/srv/vocabularies"),
        template_folder=Path("/srv/templates"),
        frame_ancestors="'self' https://*.portal.example:8443",
    )


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PORT", "ocho mil"),
        ("PORT", "-1"),
        ("PORT", "65536"),
        ("PORT", "8000.0"),
        ("PORT", "٨٠٠٠"),
        ("PORT", "9" * 5_000),
        ("HOST", "local host"),
        ("HOST", "http://localhost"),
        ("ORGANICA_EXPLORER_FOLDER", "a\0b"),
        ("ORGANICA_MAX_BODY_BYTES", "999"),
        ("ORGANICA_MAX_BODY_BYTES", "64k"),
        ("ORGANICA_MAX_OBJECTS", "99"),
        ("ORGANICA_MAX_SECONDS", "0"),
        ("ORGANICA_KEPT_BYTES", "-1"),
        ("ORGANICA_HELD_BYTES", "999999"),
        ("ORGANICA_TRUSTED_DOCUMENTS", "a\0b"),
        ("ORGANICA_TRUSTED_ONLY", "true"),
        ("ORGANICA_VOCABULARIES", "a\0b"),
        ("ORGANICA_TEMPLATES", "a\0b"),
        ("ORGANICA_FRAME_ANCESTORS", "portal.example"),
        ("ORGANICA_FRAME_ANCESTORS", "*; script-src *"),
        ("ORGANICA_FRAME_ANCESTORS", "https://portal.example\nx: y"),
        ("ORGANICA_FRAME_ANCESTORS", "'none' 'self'"),
        ("ORGANICA_PUBLIC_URL", "registro.example"),
        ("ORGANICA_PUBLIC_URL", "ftp://registro.example"),
        ("ORGANICA_PUBLIC_URL", "https://registro.example/"),
        ("ORGANICA_PUBLIC_URL", "https://registro.example/a?b"),
        ("ORGANICA_PUBLIC_URL", "https://registro.example/<a>"),
        ("ORGANICA_PUBLIC_URL", "https://usuario:clave@registro.example"),
        ("ORGANICA_PUBLIC_URL", "https://registro.example\n"),
    ],
)
def test_a_bad_value_is_refused_by_the_name_of_its_variable(variable: str, value: str) -> None:
    with pytest.raises(BadSetting) as refusal:
        Settings.from_environment({variable: value})
    assert refusal.value.facts["name"] == variable
    for language in ("es", "en"):
        assert variable in refusal.value.sentence("es" if language == "es" else "en")
    assert refusal.value.sentence("es") != refusal.value.sentence("en")


@pytest.mark.parametrize("url", ["mysql://organica:secreta@db/organica", "postgresql://", "sqlite://"])
def test_a_database_that_cannot_be_used_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(BadDatabaseUrl) as refusal:
        Settings.from_environment({"ORGANICA_DATABASE_URL": url})
    assert "ORGANICA_DATABASE_URL" in refusal.value.cure("es")
    assert "secreta" not in refusal.value.sentence("es") + refusal.value.cure("es")


def test_every_field_is_in_the_table_and_documented() -> None:
    assert [row.field for row in TABLE] == [field.name for field in fields(Settings)]
    for row in TABLE:
        assert row.field in (Settings.__doc__ or "")


def test_the_page_shows_the_table() -> None:
    rows = [f"| `{row.variable}` | `{row.default}` | {row.meaning.en} | {row.meaning.es} |" for row in TABLE]
    shown = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert shown == rows
