"""The application with a public address, behind a proxy, and with frames for one portal alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from api.settings import Settings
from tests.api.conftest import an_application

PUBLIC = "https://registro.example/organica"
PORTAL = "https://portal.example"


def behind_a_proxy(app: ASGIApp) -> ASGIApp:
    """Return what readers reach at the public address: a proxy that takes its path away."""

    async def proxy(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            path = scope["path"].removeprefix("/organica")
            scope = {**scope, "path": path, "raw_path": scope["raw_path"].removeprefix(b"/organica")}
        await app(scope, receive, send)

    return proxy


@pytest.fixture(scope="session")
def public(filled_url: str) -> Iterator[TestClient]:
    """A client of an installation that knows its own address."""
    settings = Settings(database_url=filled_url, public_url=PUBLIC, frame_ancestors=PORTAL)
    app = behind_a_proxy(an_application(filled_url, settings))
    with TestClient(app, follow_redirects=False) as client:
        yield client
