"""A vocabulary as linked data: a SKOS concept scheme with its concepts.

Takes the names of the installation, the address of the answer and the answer as plain values; returns a
JSON-LD document. Called by REST.
"""

from __future__ import annotations

from collections.abc import Iterator

from organica.render.json_ld.context import context
from organica.render.json_ld.documents import Document
from organica.render.json_ld.names import Names
from organica.render.json_ld.nodes import Node, Plain, link, node

PATH = "/v1/vocabularies"
# What nobody has checked says so to whoever reads nothing but SKOS.
_UNVERIFIED = (("es", "Sin verificar: nadie ha leído el término en su fuente."), ("en", "Not verified."))


def concept_scheme(names: Names, address: str, body: Plain) -> Document:
    """Return a scheme with its concepts, each under a name that does not hang on the country asked for."""
    scheme = scheme_name(names, body["scheme"])
    head = {
        "@context": context(names),
        **node(
            id_=names.document(address),
            type_="foaf:Document",
            country=body["country"],
            foaf_primaryTopic=node(
                id_=scheme,
                type_="skos:ConceptScheme",
                skos_notation=body["scheme"],
                skos_prefLabel=_in_languages(body["label"]),
            ),
        ),
    }
    return Document(head, _concepts(names, scheme, body["concepts"]))


def scheme_name(names: Names, scheme: str) -> str:
    """Return the IRI of a scheme."""
    return names.document(f"{PATH}/{scheme}")


def _concepts(names: Names, scheme: str, concepts: list[Plain]) -> Iterator[Node]:
    for seen in concepts:
        place = f"{seen['country']}.{seen['code']}" if seen["country"] else seen["code"]
        native = [{"@value": each["text"], "@language": each["language"]} for each in seen["native_labels"]]
        yield node(
            id_=f"{scheme}#{place}",
            type_="skos:Concept",
            skos_inScheme=link(scheme),
            skos_notation=seen["code"],
            skos_prefLabel=[*_in_languages(seen["label"]), *native],
            skos_altLabel=[{"@value": each, "@language": "es"} for each in seen["alt_labels"]],
            skos_editorialNote=None if seen["verified"] else [_text(*each) for each in _UNVERIFIED],
            skos_note=None if seen["note"] is None else [_text("es", seen["note"])],
            dct_source=seen["source"],
            country=seen["country"],
            normative=seen["normative"],
            unitClass=seen["class"],
            sourceRelation=seen["relation"],
            verified=seen["verified"],
        )


def _in_languages(label: Plain) -> list[Node]:
    return [_text(language, label[language]) for language in ("es", "en")]


def _text(language: str, text: str) -> Node:
    return {"@value": text, "@language": language}
