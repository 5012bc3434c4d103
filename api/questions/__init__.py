"""The questions that people ask the register: each once, for the explorer, the documentation and the tests.

Takes the files below `asked`, a question each: a GraphQL document that stands as people would write it, under
comments that give the question in both languages, the variables, and the REST addresses that answer the same.
Returns them in the order of their names. Called by the explorer.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ASKED = Path(__file__).parent / "asked"
_COMMENT = re.compile(r"# (es|en|variables|rest): (.+)")


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its words, and how it is asked over GraphQL and over REST.

    `name` is that of the file; `rest` are addresses relative to the server.
    """

    name: str
    es: str
    en: str
    query: str
    variables: dict[str, Any]
    rest: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """Return it as the explorer's pages read it."""
        return {
            "es": self.es,
            "en": self.en,
            "query": self.query,
            "variables": self.variables,
            "rest": list(self.rest),
        }


@cache
def questions() -> tuple[Question, ...]:
    """Return all of them, read once."""
    return tuple(_question(path) for path in sorted(ASKED.glob("*.graphql")))


def _question(path: Path) -> Question:
    lines = path.read_text(encoding="utf-8").splitlines()
    said = [match.groups() for line in lines if (match := _COMMENT.fullmatch(line))]
    one = {word: text for word, text in said if word != "rest"}
    return Question(
        path.stem,
        one["es"],
        one["en"],
        "\n".join(lines[len(said) :]),
        json.loads(one["variables"]),
        tuple(text for word, text in said if word == "rest"),
    )
