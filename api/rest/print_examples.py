"""Writing the examples down: `python -m api.rest.print_examples` asks each operation its own example.

Takes the seeds of three bodies, enacted in a database of its own at a fixed instant; writes the answers,
short, where `api.rest.served_examples` reads them. A test compares what this makes with what is committed.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from api.rest.answers.answering import Answer
from api.rest.formats import JSON, JSON_LD, Format
from api.rest.operation import Operation
from api.rest.operations import OPERATIONS
from api.rest.parameters.common import read_all
from api.rest.representing import Address, body_of
from api.rest.served_examples import FOLDER, place_of
from db.engine import make_engine
from db.migrate import migrate
from db.store import Store
from organica.files import read_file
from organica.register.consult import Consult
from organica.register.enact import enact
from organica.render.json_ld.names import Names

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
# Only the second of the bodies has a proposal, and only the third a programme.
BODIES = ("cl.chilecompra", "pe.mtpe", "pe.perucompras")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
# Of each list this many members: an example shows what a member is, not how many there are.
SHOWN = 1


async def examples() -> dict[Path, bytes]:
    """Return every example by its place."""
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(f"sqlite:///{folder}/organica.sqlite")
        await migrate(engine)
        store = Store(engine)
        try:
            for body in BODIES:
                for file in sorted((SEEDS / body / "resolutions").glob("*.yaml")):
                    await enact(store, read_file(file), clock=lambda: NOW)
            consult = Consult(store, now=lambda: NOW)
            found: dict[Path, bytes] = {}
            for operation in OPERATIONS:
                answer = shortened_answer(await _answer(operation, consult))
                for format_ in (each for each in operation.formats if each.is_text):
                    found[place_of(operation, format_)] = await _example(operation, format_, answer)
            return found
        finally:
            await store.close()


async def _answer(operation: Operation, consult: Consult) -> Answer:
    """Return the answer to the example of an operation."""
    query = operation.example.partition("?")[2].encode()
    codes = {each.name: each.example for each in operation.parameters if each.place == "path"}
    values = read_all(operation.parameters, codes, query)
    arguments = {parameter.name: parameter.argument for parameter in operation.parameters}
    return await operation.answer(consult, **{arguments[name]: value for name, value in values.items()})


def shortened_answer(answer: Answer) -> Answer:
    """Return the answer with the first members of each of its lists."""
    prescribed = answer.prescribed and replace(answer.prescribed, rows=answer.prescribed.rows[:SHOWN])
    return replace(answer, body=shortened(answer.body), prescribed=prescribed)


def shortened(value: Any) -> Any:
    """Return a plain value with the first members of each of its lists; texts stay whole."""
    if isinstance(value, Mapping):
        return {name: shortened(each) for name, each in value.items()}
    if isinstance(value, list):
        return [shortened(each) for each in value[:SHOWN]]
    return value


async def _example(operation: Operation, format_: Format, answer: Answer) -> bytes:
    path, _, query = operation.example.partition("?")
    address = Address(path, None, query.encode()).with_suffix(None)
    body = await body_of(operation, format_, answer, Names(), address)
    if format_ in (JSON, JSON_LD):
        return orjson.dumps(orjson.loads(body), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return body


def main() -> None:
    """Write the examples, and take away those that nothing asks for."""
    found = asyncio.run(examples())
    FOLDER.mkdir(exist_ok=True)
    for place, written in found.items():
        place.write_bytes(written)
    for place in FOLDER.iterdir():
        if place not in found:
            place.unlink()


if __name__ == "__main__":
    main()
