"""Pages as others read them: parsed strictly by the parser of the HTML standard, then asked with XPath.

Takes the answer to a request; gives elements of lxml. A parse error fails the test that reads the page.
"""

from __future__ import annotations

from typing import Any

import html5lib
from starlette.testclient import TestClient

FOR_EVER = "public, max-age=31536000, immutable"
SHORT = "public, max-age=60, must-revalidate"
ASK_EACH_TIME = "public, no-cache"


class Page:
    """One page: its address after redirects, its headers, its text and its elements."""

    def __init__(self, client: TestClient, address: str, status: int = 200, language: str = "es") -> None:
        self.answer = client.get(address, headers={"accept-language": language}, follow_redirects=True)
        assert self.answer.status_code == status, self.answer.text[:500]
        self.html = self.answer.text
        self.headers = self.answer.headers
        parser = html5lib.HTMLParser(
            html5lib.treebuilders.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False
        )
        self.is_fragment = ".fragment.html" in address
        whole = f"<!doctype html><title>Portal</title>{self.html}" if self.is_fragment else self.html
        self.root: Any = parser.parse(whole).getroot()

    def find(self, path: str) -> list[Any]:
        """Return what an XPath finds."""
        found: list[Any] = self.root.xpath(path)
        return found

    def texts(self, path: str) -> list[str]:
        """Return the texts of what an XPath finds, blanks made single."""
        return [" ".join("".join(each.itertext()).split()) for each in self.find(path)]

    def text(self, path: str) -> str:
        """Return the text of the one thing that an XPath finds."""
        [said] = self.texts(path)
        return said

    def links(self, path: str = "//a") -> list[str]:
        """Return where links lead."""
        return [each.get("href") for each in self.find(path)]


def of_class(name: str) -> str:
    """Return the XPath of elements that have a class."""
    return f"//*[contains(concat(' ', @class, ' '), ' organica-{name} ')]"
