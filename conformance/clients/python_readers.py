"""Python clients that others' tools write from the served contracts: they must answer what the server does.

Takes the environment variables of the other programs here; prints one line for each client. Called by `run`,
with the Python of requirements/clients.txt and not with that of the register.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import re
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from reporting import SERVER, client, got  # type: ignore[import-not-found]  # Beside this file.

FOLDER = Path(os.environ["ORGANICA_FOLDER"]) / "python"
BIN = Path(sys.executable).parent
BODY = "cl.faros-de-ejemplo"
DAY = date(2023, 6, 30)
# Each operation that is asked: its module, what it is asked for, and the same question as an address.
ASKED = (
    (
        "structure.get_structure",
        {"code": BODY, "as_of": DAY},
        f"/v1/organizations/{BODY}/structure?as_of={DAY}",
    ),
    ("structure.list_units", {"code": BODY, "as_of": DAY}, f"/v1/organizations/{BODY}/units?as_of={DAY}"),
    (
        "structure.list_posts",
        {"code": BODY, "from_": DAY, "until": date(2025, 6, 30)},
        f"/v1/organizations/{BODY}/posts?from={DAY}&until=2025-06-30",
    ),
    (
        "history.get_diff",
        {"code": BODY, "base": DAY, "target": date(2025, 6, 30)},
        f"/v1/organizations/{BODY}/diff?base={DAY}&target=2025-06-30",
    ),
    ("history.list_changes", {"first": 5}, "/v1/changes?first=5"),
    ("sources.list_sources", {"code": BODY}, f"/v1/organizations/{BODY}/sources"),
)
REFUSED = ("structure.get_structure", {"code": "cl.nada"})


def ariadne() -> str:
    """Generate a client of the explorer's examples, and ask every one of them with it."""
    examples = json.loads(_got("/explorer/examples.json"))
    place = FOLDER / "graphql"
    place.mkdir(parents=True)
    (place / "schema.graphql").write_text(_got("/graphql/schema.graphql"), encoding="utf-8")
    (place / "queries.graphql").write_text("\n".join(each["query"] for each in examples), encoding="utf-8")
    (place / "pyproject.toml").write_text(
        '[tool.ariadne-codegen]\nschema_path = "schema.graphql"\nqueries_path = "queries.graphql"\n'
        '[tool.ariadne-codegen.scalars.Date]\ntype = "datetime.date"\n'
        '[tool.ariadne-codegen.scalars.DateTime]\ntype = "datetime.datetime"\n',
        encoding="utf-8",
    )
    _run([str(BIN / "ariadne-codegen")], place)
    sys.path.insert(0, str(place))
    made = importlib.import_module("graphql_client")

    async def ask() -> None:
        async with made.Client(url=f"{SERVER}/graphql") as reader:
            for example in examples:
                operation = _snake(re.findall(r"^query (\w+)", example["query"])[0])
                answer = await getattr(reader, operation)(**_typed(example["variables"]))
                _same(_without_names(answer.model_dump(mode="json", by_alias=True)), _data(example))

    asyncio.run(ask())
    return f"a typed client of the {len(examples)} examples, which reads of each what the server answers"


def openapi() -> str:
    """Generate a client of REST without a warning, and ask some of its operations with it."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "openapi.json").write_text(_got("/openapi.json"), encoding="utf-8")
    # JSON is YAML, which is what the generator reads its settings as.
    (FOLDER / "settings.yaml").write_text(
        json.dumps({"package_name_override": "organica_rest", "post_hooks": []}), encoding="utf-8"
    )
    generate = ["generate", "--path", "openapi.json", "--config", "settings.yaml", "--meta", "none"]
    _run([str(BIN / "openapi-python-client"), *generate, "--fail-on-warning"], FOLDER)
    sys.path.insert(0, str(FOLDER))
    reader = importlib.import_module("organica_rest").Client(base_url=SERVER)
    for module, arguments, address in ASKED:
        answer = importlib.import_module(f"organica_rest.api.{module}").sync(client=reader, **arguments)
        _same(_as_served(answer.to_dict()), json.loads(_got(address)))
    module, arguments = REFUSED
    refused = importlib.import_module(f"organica_rest.api.{module}").sync(client=reader, **arguments)
    _same([type(refused).__name__, refused.code], ["Problem", "unknown_organization"])
    return (
        f"every operation without a warning; {len(ASKED)} of them read what the server answers, one a problem"
    )


def _got(path: str) -> str:
    text: str = got(path).decode()
    return text


def _data(example: dict[str, Any]) -> Any:
    body = json.dumps({"query": example["query"], "variables": example["variables"]}).encode()
    asked = Request(f"{SERVER}/graphql", body, {"content-type": "application/json"})  # noqa: S310  # The same.
    with urlopen(asked) as answer:  # noqa: S310  # The same.
        return json.load(answer)["data"]


def _run(command: list[str], place: Path) -> None:
    ended = subprocess.run(command, cwd=place, capture_output=True, text=True)
    if ended.returncode != 0:
        raise AssertionError(ended.stdout + ended.stderr)


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _typed(variables: dict[str, Any]) -> dict[str, Any]:
    days = re.compile(r"\d{4}-\d{2}-\d{2}")
    return {
        name: date.fromisoformat(value) if days.fullmatch(str(value)) else value
        for name, value in variables.items()
    }


def _without_names(value: Any) -> Any:
    """Return an answer without the names of types, which the generated client asks for of its own."""
    if isinstance(value, list):
        return [_without_names(each) for each in value]
    if isinstance(value, dict):
        return {name: _without_names(each) for name, each in value.items() if name != "__typename"}
    return value


def _as_served(value: Any) -> Any:
    """Return an answer with its instants as the server writes them: Python knows no Z."""
    return json.loads(re.sub(r'\+00:00"', 'Z"', json.dumps(value)))


def _same(found: Any, expected: Any) -> None:
    if found != expected:
        raise AssertionError(f"found    {json.dumps(found)[:600]}\nexpected {json.dumps(expected)[:600]}")


if __name__ == "__main__":
    named = {name: f"{name} {version(name)}" for name in ("ariadne-codegen", "openapi-python-client")}
    passed = [client(named["ariadne-codegen"], ariadne), client(named["openapi-python-client"], openapi)]
    sys.exit(0 if all(passed) else 1)
