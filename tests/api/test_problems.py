"""Refusals as problems: the table of status codes is total, and nothing of the inside leaks out."""

from __future__ import annotations

import importlib
import logging
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import api
import db
import organica
import schema
from api.app import create_app
from api.problems import STATUS, TITLES, problem_of, status_of
from api.settings import Settings
from organica.domain.errors import Language, Refused, error_tree
from organica.register.ports import Head
from organica.register.refusals import (
    DatabaseNewer,
    DatabaseNotMigrated,
    StorageBusy,
    StorageOutOfReach,
)
from tests.api.contract import must_be_a_problem, must_fit

LANGUAGES: tuple[Language, ...] = ("es", "en")
SECRET = "contraseña-de-la-base"


def modules_below(package: ModuleType) -> Iterator[str]:
    yield package.__name__
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if ".migrations" not in found.name:
            yield found.name


@pytest.fixture(scope="module")
def refusals() -> list[type[Refused]]:
    """Every refusal of every module. Those of the command line never meet HTTP; tests may define others."""
    for package in (organica, db, schema, api):
        for name in modules_below(package):
            importlib.import_module(name)
    return [kind for kind in error_tree() if not kind.__module__.startswith(("tests.", "api.commands."))]


def test_every_refusal_has_a_status_code_of_its_own_kind(refusals: list[type[Refused]]) -> None:
    assert len(refusals) > 40
    for kind in refusals:
        assert 400 <= status_of(kind) <= 503
        nearest = next(ancestor for ancestor in kind.__mro__ if ancestor in STATUS)
        assert kind is Refused or nearest is not Refused, f"{kind.__name__} hangs from the root"


def test_every_status_code_has_a_title() -> None:
    assert set(STATUS.values()) == set(TITLES)


def test_every_refusal_is_a_valid_problem_in_both_languages(refusals: list[type[Refused]]) -> None:
    for kind in refusals:
        refusal = Refused()
        # Some refusals ask for facts when they are made; the sentences must do without them here.
        refusal.__class__ = kind
        for language in LANGUAGES:
            must_fit(
                {**problem_of(refusal, language), "instance": "/"}, {"$ref": "#/components/schemas/Problem"}
            )


def test_a_code_stands_for_one_status_code(refusals: list[type[Refused]]) -> None:
    found: dict[str, int] = {}
    for kind in refusals:
        assert found.setdefault(kind.code, status_of(kind)) == status_of(kind), kind.code


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("bad_date", 400),
        ("unknown_unit", 404),
        ("method_not_allowed", 405),
        ("not_acceptable", 406),
        ("source_already_enacted", 409),
        ("unit_has_children", 422),
        ("internal_error", 500),
        ("storage_busy", 503),
    ],
)
def test_the_type_of_a_problem_leads_to_what_it_is(client: TestClient, code: str, status: int) -> None:
    page = client.get(f"/problems/{code}").json()
    assert (page["type"], page["code"], page["status"]) == (f"/problems/{code}", code, status)
    for member in ("title", "detail", "remedy"):
        assert page[member]["es"] != page[member]["en"]


def test_a_type_that_there_is_not_is_a_problem_itself(client: TestClient) -> None:
    assert must_be_a_problem(client.get("/problems/nada"), 404)["code"] == "unknown_problem"


@pytest.mark.parametrize(
    ("accepted", "language"),
    [(None, "es"), ("en", "en"), ("de,en;q=0.4,es;q=0.3", "en"), ("pt-BR", "es"), ("en;q=0", "es")],
)
def test_a_problem_speaks_the_readers_language(
    client: TestClient, accepted: str | None, language: str
) -> None:
    response = client.get("/nada", headers={"accept-language": accepted} if accepted else {})
    problem = must_be_a_problem(response, 404)
    assert response.headers["content-language"] == language
    assert problem["title"] == {"es": "No encontrado", "en": "Not found"}[language]


class Failing:
    """A register whose every read fails alike."""

    def __init__(self, fault: Exception) -> None:
        self.fault = fault

    async def head(self) -> Head:
        raise self.fault

    def __getattr__(self, name: str) -> object:
        return self.head


def failing(fault: Exception) -> TestClient:
    app: Starlette = create_app(Failing(fault), Settings())  # type: ignore[arg-type]
    return TestClient(app)


def test_what_nobody_foresaw_is_noted_and_not_told(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "organica.api"):
        response = failing(RuntimeError(SECRET)).get("/v1/organizations/cl.chilecompra")
    problem = must_be_a_problem(response, 500)
    assert problem["code"] == "internal_error"
    assert problem["facts"] == {}
    assert SECRET not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"
    assert SECRET in caplog.text


@pytest.mark.parametrize("fault", [StorageOutOfReach(cause=SECRET), StorageBusy(cause=SECRET)])
def test_what_the_storage_says_of_itself_goes_to_the_log_only(
    fault: Refused, caplog: pytest.LogCaptureFixture
) -> None:
    for address in ("/v1/organizations/cl.chilecompra", "/readyz"):
        caplog.clear()
        with caplog.at_level(logging.WARNING, "organica.api"):
            response = failing(fault).get(address)
        problem = must_be_a_problem(response, 503)
        assert (problem["code"], problem["facts"]) == (fault.code, {})
        assert SECRET not in response.text
        assert "el detalle está en la bitácora del servidor" in problem["detail"]
        assert SECRET in caplog.text


def test_a_busy_storage_says_when_to_come_back() -> None:
    assert failing(StorageBusy(cause="x")).get("/v1/organizations/cl.x").headers["retry-after"] == "2"
    assert "retry-after" not in failing(StorageOutOfReach(cause="x")).get("/readyz").headers


@pytest.mark.parametrize(
    "fault", [DatabaseNotMigrated(found=None, wanted="0002"), DatabaseNewer(found="0009")]
)
def test_readiness_says_what_is_wrong_while_the_process_lives(fault: Refused) -> None:
    client = failing(fault)
    assert client.get("/livez").json() == {"status": "alive"}
    problem = must_be_a_problem(client.get("/readyz"), 503)
    assert problem["code"] == fault.code
    assert problem["facts"] == fault.facts


def test_readiness_survives_a_check_that_breaks() -> None:
    response = failing(RuntimeError(SECRET)).get("/readyz")
    assert must_be_a_problem(response, 503)["code"] == "storage_out_of_reach"
    assert SECRET not in response.text


def test_all_is_well_on_a_migrated_database(client: TestClient) -> None:
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json()) == (200, {"status": "ready"})
    assert ready.headers["cache-control"] == "no-store"
