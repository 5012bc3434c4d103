"""Reading served JSON-LD with a library that somebody else wrote.

Takes a client and an address; gives an rdflib graph. The address of the document is what relative names resolve
against.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

from rdflib import Graph, Literal, Namespace, URIRef
from starlette.testclient import TestClient

from organica.render.json_ld.names import COMMON_NAMESPACE

BASE = "https://registro.example"
OWN = Namespace(COMMON_NAMESPACE)
ORG = Namespace("http://www.w3.org/ns/org#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
CV = Namespace("http://data.europa.eu/m8g/")
SCHEMA = Namespace("https://schema.org/")
ADMS = Namespace("http://www.w3.org/ns/adms#")
TIME = Namespace("http://www.w3.org/2006/time#")
PROV = Namespace("http://www.w3.org/ns/prov#")


def parsed(text: str, format_: str, base: str = BASE) -> Graph:
    """Return a graph. rdflib's own reader of JSON-LD uses a class that rdflib deprecates."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        return Graph().parse(data=text, format=format_, publicID=base)


def loaded(client: TestClient, address: str) -> Graph:
    """Return the graph that a served document says."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/ld+json"
    return parsed(answer.text, "json-ld", BASE + address)


def named(address: str) -> URIRef:
    return URIRef(BASE + address)


def leaves(value: Any) -> Iterator[str]:
    """Yield every plain value of an answer as its text; null says nothing."""
    if isinstance(value, dict):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    elif isinstance(value, bool):
        yield "true" if value else "false"
    elif value is not None:
        yield str(value)


def said(graph: Graph) -> set[str]:
    """Return every literal of a graph as its text, and every language that one is in.

    rdflib writes the zone of an instant in its own way.
    """
    literals = [each for each in graph.objects() if isinstance(each, Literal)]
    texts = {str(each).replace("+00:00", "Z") for each in literals}
    return texts | {each.language for each in literals if each.language}
