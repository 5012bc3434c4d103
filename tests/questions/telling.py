"""The page docs/questions.md and the answers beside it, as they follow from the seeds.

Takes a client of an application that holds the seeds; returns each file's text by its path below docs/. Called
by the test that holds the committed files against it and by `renew`, which writes them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from api.questions import Question, questions

DOCS = Path(__file__).parents[2] / "docs"
PAGE = "questions.md"
# A list or an object that fits stands on one line, as a person would write it.
WIDTH = 110
# A longer answer stands in a file of its own.
MOST_LINES = 70
_SUFFIXES = {"text/plain": "txt", "text/csv": "csv", "application/json": "json"}
HEAD = """# Questions

What people ask the register, each as a query of the explorer (`/explorer`) and as REST addresses, with what the
seeds answer. Every answer here is held word for word by `tests/questions`; `python -m tests.questions.renew`
writes them anew after a change, for a person to read.

`normative: false` marks what a document says that is no legal act; `certain: false` an answer about a day on which
a date known only roughly may or may not have come. The answers are those of 21 November 2026.
"""


def told(client: TestClient) -> dict[str, str]:
    """Return the text of every file, by its path below docs/."""
    files: dict[str, str] = {}
    sections = [HEAD]
    for number, question in enumerate(questions(), start=1):
        answers = {f"questions/{name}": text for name, text in _rest(client, question).items()}
        answer = compact(_graphql(client, question))
        if answer.count("\n") >= MOST_LINES:
            path = f"questions/{question.name}.graphql.json"
            files[path], answer = f"{answer}\n", f"The answer stands in [a file of its own]({path}).\n"
        else:
            answer = f"```json\n{answer}\n```\n"
        files |= answers
        sections.append(_section(number, question, answer, list(answers)))
    return {PAGE: "\n".join(sections), **files}


def _section(number: int, question: Question, answer: str, paths: list[str]) -> str:
    lines = [
        f"## {number}. {question.es}\n\n*{question.en}*\n",
        f"```graphql\n{question.query.strip()}\n```\n",
        *(
            [f"Variables: `{json.dumps(question.variables, ensure_ascii=False)}`\n"]
            * bool(question.variables)
        ),
        answer,
        "The same over REST:\n",
        *(f"- `GET {address}`: [answer]({path})" for address, path in zip(question.rest, paths, strict=True)),
    ]
    return "\n".join(lines) + "\n"


def _graphql(client: TestClient, question: Question) -> Any:
    response = client.post("/graphql", json={"query": question.query, "variables": question.variables})
    answer = response.json()
    if "errors" in answer:
        raise AssertionError(f"{question.name}: {answer['errors']}")
    return answer["data"]


def _rest(client: TestClient, question: Question) -> dict[str, str]:
    files = {}
    for number, address in enumerate(question.rest, start=1):
        response = client.get(address)
        if response.status_code != 200:
            raise AssertionError(f"{question.name}: {address}: {response.status_code} {response.text}")
        kind = _SUFFIXES[response.headers["content-type"].split(";")[0]]
        text = compact(response.json()) + "\n" if kind == "json" else _with_plain_ends(response)
        ordinal = f"-{number}" if len(question.rest) > 1 else ""
        files[f"{question.name}{ordinal}.{kind}"] = text
    return files


def _with_plain_ends(response: Any) -> str:
    """Return a table's text; its lines end as files under version control do."""
    text: str = response.content.decode("utf-8-sig")
    return text.replace("\r\n", "\n")


def compact(value: Any, indent: int = 0) -> str:
    """Return JSON in which whatever fits stands on one line."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) + indent <= WIDTH or not isinstance(value, dict | list) or not value:
        return flat
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        parts = [
            f"{inner}{json.dumps(key, ensure_ascii=False)}: {compact(each, indent + 2)}"
            for key, each in value.items()
        ]
        opening, closing = "{}"
    else:
        parts = [inner + compact(each, indent + 2) for each in value]
        opening, closing = "[]"
    return f"{opening}\n" + ",\n".join(parts) + f"\n{' ' * indent}{closing}"
