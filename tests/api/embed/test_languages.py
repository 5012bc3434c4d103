"""In which language a screen reader speaks what a page in English holds: the law's words in Spanish, the rest not.

The same page is read in both languages. What is marked as Spanish stands word for word in the Spanish page too,
since the register translates nothing of the law; and what stands in both is marked.
"""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.embed.reading import Page

BODY = "/embed/cl.servicio-ficticio"
EVERY = (
    "/embed/cl.chilecompra?as_of=2024-12-31",
    "/embed/cl.chilecompra/gestion-usuaria",
    "/embed/cl.chilecompra/changes",
    "/embed/cl.chilecompra.insert.html",
    BODY,
    f"{BODY}?as_of=2021-06-01",
    f"{BODY}/direccion",
    f"{BODY}/apoyo?as_of=2020-06-01",
    f"{BODY}/boyas?as_of=2019-06-01",
    f"{BODY}/changes",
    f"{BODY}/changes?from=2014-12-31&to=2026-01-01",
    f"{BODY}/changes?from=2016-06-30&to=2024-12-31",
    "/embed/pe.perucompras",
    "/embed/pe.perucompras/oficina-de-tecnologias-de-la-informacion",
    "/embed/pe.mtpe",
)
# Fewer words than these may be a name, an address or a number, which are the same in every language.
A_PASSAGE = 5


def spoken(page: Page) -> list[tuple[str, str]]:
    """Return every text of the page's body with the language in which it is read aloud, blanks made single."""
    return [
        (language, " ".join(text.split()))
        for text, language in _spoken(page.find("//body")[0], page.root.get("lang"))
        if text.strip()
    ]


def _spoken(element: Any, around: str) -> list[tuple[str, str]]:
    own = element.get("lang") or around
    if element.tag in ("script", "textarea"):
        return []
    found = [(element.text or "", own)]
    for each in element:
        found += _spoken(each, own)
        found.append((each.tail or "", own))
    return found


@pytest.mark.parametrize("address", EVERY)
def test_what_a_page_in_english_marks_as_spanish_is_what_it_did_not_translate(
    client: TestClient, address: str
) -> None:
    said = {text for _, text in spoken(Page(client, address, language="es"))}
    marked = [text for language, text in spoken(Page(client, address, language="en")) if language == "es"]
    assert [each for each in marked if each not in said and each != "Español"] == []
    assert marked


@pytest.mark.parametrize("address", EVERY)
def test_what_a_page_in_english_did_not_translate_is_marked_as_spanish(
    client: TestClient, address: str
) -> None:
    said = {text for _, text in spoken(Page(client, address, language="es"))}
    unmarked = [text for language, text in spoken(Page(client, address, language="en")) if language == "en"]
    passages = [text for text in unmarked if len(text.split()) >= A_PASSAGE and "://" not in text]
    assert [each for each in passages if each in said] == []


def test_a_sentence_of_a_change_is_english_and_the_names_in_it_are_spanish(client: TestClient) -> None:
    page = Page(client, f"{BODY}/changes?from=2016-06-30&to=2016-07-01&lang=en")
    [item] = page.find("//section/ul/li")
    assert item.xpath("string(.)").startswith("“")
    assert "is renamed" in item.xpath("string(.)")
    assert item.get("lang") is None
    assert [each.text for each in item.xpath("bdi[@lang='es']")][1] == "División de Señalización Marítima"
    assert item.xpath("p[@class='organica-source']")[0].xpath("string(bdi)").startswith("Resoluci")
