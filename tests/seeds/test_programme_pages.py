"""The pages of the two Peruvian bodies tell every programme of their documents, with every figure."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.api.embed.reading import Page

PAGES = {
    "pe.osce": "/embed/pe.osce?as_of=2022-12-31",
    "pe.perucompras": "/embed/pe.perucompras/oficina-de-tecnologias-de-la-informacion?as_of=2022-12-31",
}


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("body", PAGES)
def test_the_page_tells_what_rest_tells(seeded: TestClient, body: str, language: str) -> None:
    told = seeded.get(f"/v1/organizations/{body}/programmes?as_of=2022-12-31").json()["programmes"]
    page = Page(seeded, PAGES[body], language=language)
    assert [each.get("id") for each in page.find("//li[starts-with(@id, 'p-')]")] == [
        f"p-{each['code']}" for each in told
    ]
    for each in told:
        inside = f"//li[@id='p-{each['code']}']"
        assert page.text(f"{inside}/details/summary").endswith(each["name"])
        assert page.texts(f"{inside}//tbody/tr/th/bdi") == [figure["name"] for figure in each["indicators"]]
        assert len(page.find(f"{inside}//dd/ul[@class='organica-sources']/li")) == len(
            each["rests_on"]
        ) + len(each["legal_basis"])
        mark = "consta, pero no es una norma" if language == "es" else "attested, but no norm"
        assert page.texts(f"{inside}//dl//span[@class='organica-mark']") == [mark]
    assert "pe/mef" not in "".join(page.root.xpath("//main//text()"))
