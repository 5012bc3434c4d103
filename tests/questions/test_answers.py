"""Every question is answered over GraphQL and REST, on both engines, as docs/questions.md says to the letter."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from api.questions import ASKED, Question, questions
from tests.questions.telling import DOCS, PAGE, told


def test_the_answers_are_those_of_the_documentation(seeded: TestClient) -> None:
    answers = told(seeded)
    written = {PAGE, *(f"questions/{path.name}" for path in (DOCS / "questions").iterdir())}
    assert written == set(answers)
    for path, text in answers.items():
        assert (DOCS / path).read_text(encoding="utf-8") == text, f"{path}: python -m tests.questions.renew"


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_a_question_is_asked_under_its_own_name_and_over_both_interfaces(question: Question) -> None:
    name = "".join(word.capitalize() for word in question.name.split("-")[1:])
    assert f"query {name}" in question.query
    assert question.rest
    assert all(address.startswith("/v1/") for address in question.rest)


def test_every_file_of_a_question_is_one() -> None:
    assert len(list(ASKED.iterdir())) == len(questions())
