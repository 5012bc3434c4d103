"""The operator's address of the database: what is understood, what is refused, what is never repeated."""

from __future__ import annotations

import pytest

from db.urls import BadDatabaseUrl, database_url


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        ("sqlite:///var/organica.sqlite", "sqlite+aiosqlite:///var/organica.sqlite"),
        ("sqlite+aiosqlite:////srv/organica.sqlite", "sqlite+aiosqlite:////srv/organica.sqlite"),
        ("var/organica.sqlite", "sqlite+aiosqlite:///var/organica.sqlite"),
        ("/srv/año 1/organica.sqlite", "sqlite+aiosqlite:////srv/a%C3%B1o 1/organica.sqlite"),
        ("C:/organica.sqlite", "sqlite+aiosqlite:///C%3A/organica.sqlite"),
        (" postgres://u:p@host/base ", "postgresql+asyncpg://u:p@host/base"),
        ("postgresql://u:p@host:5433/base", "postgresql+asyncpg://u:p@host:5433/base"),
        ("postgresql+asyncpg:///base?host=/run/pg", "postgresql+asyncpg:///base?host=%2Frun%2Fpg"),
        ("postgres://u@host/base?sslmode=require", "postgresql+asyncpg://u@host/base?ssl=require"),
        ("postgres://u:a%40b@[::1]/base", "postgresql+asyncpg://u:a%40b@[::1]/base"),
    ],
)
def test_an_address_becomes_the_url_of_the_asynchronous_driver(given: str, understood: str) -> None:
    assert database_url(given).render_as_string(hide_password=False) == understood


def test_a_read_only_file_is_opened_in_the_form_that_sqlite_asks_for() -> None:
    url = database_url("sqlite:////srv/a b?mode=ro")
    assert url.database == "file:/srv/a%20b"
    assert url.query == {"mode": "ro", "uri": "true"}


@pytest.mark.parametrize(
    "given",
    [
        "",
        "   ",
        "organica\x00.sqlite",
        "mysql://user:s3creto@host/base",
        "postgresql+psycopg://user:s3creto@host/base",
        "postgresql:/user:s3creto@host",
        "postgresql://user:s3creto@host:puerto/base",
        "postgresql://user:s3creto@host:99999/base",
        "postgresql://user:pre@s3creto@host/base",
        "postgresql://user:s3creto@[::1/base",
        "postgresql://user:s3creto@host",
        "postgresql://user:s3creto@host/base?timeuot=3",
        "postgresql://host/base?password=s3creto",
        "postgresql:///base",
        "sqlite://user:s3creto@host/base",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file::memory:?cache=shared&uri=true",
        "sqlite:///x?mode=memory",
        "sqlite:///x?mode=rx",
        "file:x?mode=ro",
    ],
)
def test_an_address_of_no_use_is_refused_without_repeating_a_password(given: str) -> None:
    with pytest.raises(BadDatabaseUrl) as refusal:
        database_url(given)
    said = f"{refusal.value} {refusal.value.sentence('es')} {refusal.value.facts} {refusal.value.cure('es')}"
    assert "s3creto" not in said
    assert refusal.value.__cause__ is None
    assert refusal.value.code == "bad_database_url"
