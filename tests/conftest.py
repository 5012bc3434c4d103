"""What every test may ask for: a PostgreSQL server for the session, and an empty database on either engine."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support.postgres import NoServer, fresh_database, server
from tests.support.stores import migrated_file, migrated_template, migrated_url, store

if TYPE_CHECKING:
    from xdist.workermanage import WorkerController

__all__ = ["migrated_file", "migrated_template", "migrated_url", "store"]  # Fixtures that live elsewhere.

# A run of the tests says the same each time. `make properties` searches where no run has looked yet.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=3_000, deadline=None, print_blob=True)
settings.load_profile("same")

SHARED_SERVER = pytest.StashKey[ExitStack]()
SHARED_ANSWER = pytest.StashKey[dict[str, str]]()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: "WorkerController") -> None:
    """Start one server for all workers of pytest-xdist and tell each its URL, or why there is none."""
    stash = node.config.stash
    if SHARED_ANSWER not in stash:
        stash[SHARED_SERVER] = ExitStack()
        try:
            stash[SHARED_ANSWER] = {"postgres_url": stash[SHARED_SERVER].enter_context(server())}
        except NoServer as reason:
            stash[SHARED_ANSWER] = {"no_postgres": str(reason)}
    node.workerinput.update(stash[SHARED_ANSWER])


def pytest_unconfigure(config: pytest.Config) -> None:
    if SHARED_SERVER in config.stash:
        config.stash[SHARED_SERVER].close()


@pytest.fixture(scope="session")
def postgres_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a real server for asyncpg, as a role that may create databases. Never skipped."""
    shared: dict[str, str] = getattr(request.config, "workerinput", {})
    if "no_postgres" in shared:
        pytest.fail(shared["no_postgres"], pytrace=False)
    with ExitStack() as stack:
        try:
            url = shared.get("postgres_url") or stack.enter_context(server())
        except NoServer as reason:
            failure = pytest.fail.Exception(str(reason), pytrace=False)
            raise failure from None  # The report then shows the reason once.
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database that only this test uses; the test runs once on each engine."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'organica.sqlite'}"
        return
    with fresh_database(request.getfixturevalue("postgres_url")) as url:
        yield url
