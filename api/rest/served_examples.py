"""The answers that the description shows as examples: served ones, shortened, committed beside this file.

Takes an operation and a format; returns the example. Read by `api.rest.openapi`; written by
`api.rest.print_examples`. A test holds them against what is served.
"""

from __future__ import annotations

from pathlib import Path

import orjson

from api.rest.formats import JSON, JSON_LD, Format
from api.rest.operation import Operation

FOLDER = Path(__file__).parent / "examples"


def place_of(operation: Operation, format_: Format) -> Path:
    """Return where the example of an operation in a format is kept."""
    return FOLDER / f"{operation.id}.{format_.suffix}"


def example_of(operation: Operation, format_: Format) -> object:
    """Return an answer as a value of JSON, or as text; None where there is no example of it."""
    place = place_of(operation, format_)
    if not place.exists():
        return None
    written = place.read_bytes()
    if format_ in (JSON, JSON_LD):
        found: object = orjson.loads(written)
        return found
    return written.decode()
