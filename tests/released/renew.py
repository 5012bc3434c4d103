"""Renewing the baseline: `make released ARGS=<version>` takes today's contracts as those of a release.

Writes schema/released.graphql and api/rest/released.json, and keeps the web component as it is, because portals
check its bytes. Called by a person who makes a release, and by nothing else:
a baseline that is renewed in between hides what breaks the readers of the last release.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from api.embed.assets import COMPONENT, RELEASED
from api.rest.openapi import openapi
from schema.build import sdl

CHECKOUT = Path(__file__).parents[2]
GRAPHQL = CHECKOUT / "schema" / "released.graphql"
REST = CHECKOUT / "api" / "rest" / "released.json"
# What is there for people only: no client breaks by it, and without it the file is a third as long.
FOR_PEOPLE = ("description", "summary", "example", "examples", "tags")
PLACES_OF_NAMES = ("properties", "schemas", "paths", "headers", "content", "responses")


def main() -> None:
    """Write both baselines."""
    release = " ".join(sys.argv[1:])
    if not release:
        sys.exit("Name the release: make released ARGS=0.1.0")
    GRAPHQL.write_text(f"# The contract as of: {release}\n\n{sdl()}", encoding="utf-8")
    described = {"x-contract-as-of": release, **without_words(openapi())}
    text = json.dumps(described, ensure_ascii=False, indent=1, sort_keys=True)
    REST.write_text(f"{text}\n", encoding="utf-8")
    keep_component()


def keep_component() -> None:
    """Keep the bytes of the component that a portal may name from this release on."""
    RELEASED.mkdir(exist_ok=True)
    (RELEASED / Path(COMPONENT.path).name).write_bytes(COMPONENT.body)


def without_words(value: Any, *, names: bool = False) -> Any:
    """Return a description without what is there for people. `names`: the keys are names, not words of OpenAPI."""
    if isinstance(value, list):
        return [without_words(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: without_words(each, names=not names and key in PLACES_OF_NAMES)
        for key, each in value.items()
        if names or key not in FOR_PEOPLE
    }


if __name__ == "__main__":
    main()
