"""The application over a real register with two bodies, on both engines: read-only, so made once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from db.engine import make_engine
from db.migrate import require_current
from db.store import Store
from organica.files import read_file
from organica.files.template_file import templates_of
from organica.register.consult import Consult
from tests.api.contract import Reader
from tests.domain.fictional import fictional_resolutions
from tests.support.stores import enact_in, filled

SEEDS = Path(__file__).parents[2] / "seeds"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


async def fill(url: str) -> None:
    """Enact what ChileCompra publishes (entries 1 and 2), the fictional body's files (3 to 14), the law and the
    resolution behind ChileCompra that were found later (15 and 16), the ministry with a proposal (17 on), and
    the body with a programme, last.
    """
    published, behind = halves_of(seed_files("cl.chilecompra"))
    others = (*seed_files("pe.mtpe"), *seed_files("pe.perucompras"))
    await enact_in(
        url,
        *map(read_file, published),
        *fictional_resolutions(),
        *map(read_file, behind),
        *map(read_file, others),
    )


def seed_files(organization: str) -> list[Path]:
    """Return the files of a body, in the order in which they are enacted."""
    return sorted((SEEDS / organization / "resolutions").glob("*.yaml"))


def halves_of(files: list[Path]) -> tuple[list[Path], list[Path]]:
    """Return the two files of ChileCompra's own page, and those of the sources behind it."""
    return files[:2], files[2:]


def an_application(url: str, settings: Settings | None = None) -> Starlette:
    """Return the application over a database, as the command line puts it together, at a fixed instant."""
    engine = make_engine(url)
    store = Store(engine)
    chosen = settings or Settings(database_url=url)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        await store.close()

    return create_app(
        store,
        chosen,
        consult=Consult(store, now=lambda: NOW, templates=templates_of(chosen.template_folder)),
        ready=lambda: require_current(engine),
        lifespan=lifespan,
    )


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def filled_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a database with both bodies; once on each engine. Nothing may write to it."""
    with filled(request, tmp_path_factory, fill) as url:
        yield url


@pytest.fixture(scope="session")
def client(filled_url: str) -> Iterator[TestClient]:
    """A client of the whole application; an exception that nobody foresaw is an answer 500."""
    with TestClient(an_application(filled_url), follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def rest(client: TestClient) -> Reader:
    """A reader that holds every answer against the OpenAPI document."""
    return Reader(client)
