"""The ground the rest stands on: names nobody else owns, locked requirements, a real PostgreSQL."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from sqlalchemy import inspect, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.support.postgres import fresh_database, server_version

CHECKOUT = Path(__file__).parents[1]
REQUIREMENTS = sorted((CHECKOUT / "requirements").iterdir())
LOCKED = [path for path in REQUIREMENTS if path.suffix == ".txt"]


@pytest.mark.parametrize("name", ["api", "schema", "db", "organica", "conformance", "e2e", "tests"])
def test_no_installed_distribution_owns_our_names(name: str) -> None:
    assert packages_distributions().get(name) is None


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_requirements_hold_no_address_and_no_path(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [
        line for line in lines if re.search(r"://|--(extra-)?index-url|--find-links|\s/|^/|file:", line)
    ] == []


@pytest.mark.parametrize("path", LOCKED, ids=lambda path: path.name)
def test_every_locked_requirement_is_pinned_and_has_a_hash(path: Path) -> None:
    assert [
        name
        for name, statement in locked(path).items()
        if not re.search(r"==\S+ .*--hash=sha256:[0-9a-f]{64}", statement)
    ] == []


def test_developing_uses_the_versions_that_run() -> None:
    run, develop = (locked(CHECKOUT / "requirements" / name) for name in ("run.txt", "develop.txt"))
    assert {name: develop.get(name) for name in run} == run


def test_the_domain_imports_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names | {"organica.domain"}
    foreign = {
        f"{path.relative_to(CHECKOUT)}: {module}"
        for path in (CHECKOUT / "organica" / "domain").rglob("*.py")
        for module in imported(path)
        if module.split(".")[0] not in allowed and ".".join(module.split(".")[:2]) not in allowed
    }
    assert foreign == set()


async def test_the_server_is_a_real_postgresql(postgres_url: str) -> None:
    assert (await server_version(postgres_url)).startswith("PostgreSQL ")


async def test_each_test_gets_an_empty_database(database_url: str) -> None:
    assert await names_of_tables(database_url) == []


async def test_a_database_copied_from_a_template_has_its_tables_and_is_dropped(postgres_url: str) -> None:
    with fresh_database(postgres_url) as template:
        await run(template, "CREATE TABLE copied (id int)")
        with fresh_database(postgres_url, template=database_name(template)) as copy:
            assert await names_of_tables(copy) == ["copied"]
    assert (
        await run(
            postgres_url, "SELECT count(*) FROM pg_database WHERE datname = :name", name=database_name(copy)
        )
        == 0
    )


def locked(path: Path) -> dict[str, str]:
    """Return each requirement of a lock with its version, marker and hashes, by its name."""
    statements = re.sub(r"\\\n\s*|\n\s*#.*", " ", "\n" + path.read_text(encoding="utf-8")).splitlines()
    return {
        statement.split("==")[0]: " ".join(statement.split()) for statement in statements if statement.strip()
    }


def imported(path: Path) -> set[str]:
    """Return the full names of the modules that a file imports."""
    nodes = list(ast.walk(ast.parse(path.read_bytes())))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


async def run(url: str, statement: str, **values: str) -> object:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        result = await connection.execute(text(statement), values)
        answer = result.scalar() if result.returns_rows else None
    await engine.dispose()
    return answer


async def names_of_tables(url: str) -> list[str]:
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda plain: inspect(plain).get_table_names())
    await engine.dispose()
    return names


def database_name(url: str) -> str:
    return make_url(url).database or ""
