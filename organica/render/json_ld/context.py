"""The context of every document: what its prefixes and its own terms mean. It stands in the document.

Takes the names of the installation; returns a context. No context is ever fetched from anywhere.
"""

from __future__ import annotations

from organica.render.json_ld.names import Names

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_OF_ANSWERS = ("adms", "cpsv", "cv", "dct", "eli", "foaf", "org", "prov", "schema", "skos", "time", "xsd")


def context(names: Names) -> dict[str, object]:
    """Return the context of an answer; a term without a prefix is ours."""
    return {
        "@version": 1.1,
        "@vocab": names.namespace,
        **{prefix: PREFIXES[prefix] for prefix in _OF_ANSWERS},
    }
