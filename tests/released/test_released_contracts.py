"""Whoever reads by the contracts of the last release can go on doing so, or the changelog says what to do instead."""

from __future__ import annotations

import json

from graphql import build_schema, validate_schema

from api.rest.openapi import openapi
from schema.build import sdl
from tests.released.changelog import CHANGELOG, explained, unnamed
from tests.released.graphql_breaks import graphql_breaks
from tests.released.renew import GRAPHQL, REST, without_words
from tests.released.rest_breaks import rest_breaks


def changelog() -> str:
    return CHANGELOG.read_text(encoding="utf-8")


def test_graphql_breaks_no_reader_of_the_last_release_unless_the_changelog_says_so() -> None:
    changes = unnamed(graphql_breaks(GRAPHQL.read_text(encoding="utf-8"), sdl()), changelog())
    assert changes == [], explained(changes)


def test_rest_breaks_no_reader_of_the_last_release_unless_the_changelog_says_so() -> None:
    released = json.loads(REST.read_text(encoding="utf-8"))
    changes = unnamed(rest_breaks(released, without_words(openapi())), changelog())
    assert changes == [], explained(changes)


def test_the_baselines_say_of_which_release_they_are() -> None:
    first, *_ = GRAPHQL.read_text(encoding="utf-8").splitlines()
    released = json.loads(REST.read_text(encoding="utf-8"))
    assert first == f"# The contract as of: {released['x-contract-as-of']}"
    assert validate_schema(build_schema(GRAPHQL.read_text(encoding="utf-8"))) == []
    assert len(released["paths"]) > 1
