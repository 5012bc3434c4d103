"""How sentences stand in a page: in its own language, with the law's words apart and marked as Spanish."""

from __future__ import annotations

import pytest

from organica.render.pages.wording import apart, told


def test_only_what_stands_apart_in_an_english_sentence_is_spanish() -> None:
    sentence = f"“{apart('Sección <Única>')}” is renamed “{apart('אגף')}”."
    assert str(told(sentence, "en")) == (
        '“<bdi lang="es">Sección &lt;Única&gt;</bdi>” is renamed “<bdi lang="es">אגף</bdi>”.'
    )
    assert str(told(sentence, "es")) == "“<bdi>Sección &lt;Única&gt;</bdi>” is renamed “<bdi>אגף</bdi>”."


@pytest.mark.parametrize("mark", ["\u2068", "\u2069", "\u202e"])
def test_a_name_that_holds_a_mark_of_direction_opens_and_closes_nothing(mark: str) -> None:
    sentence = f"{apart(f'a{mark}b')} ends."
    assert str(told(sentence, "en")) == '<bdi lang="es">ab</bdi> ends.'


def test_a_sentence_without_a_name_is_told_as_it_is() -> None:
    assert str(told("No <units>.", "en")) == "No &lt;units&gt;."
