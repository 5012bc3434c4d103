"""Our own vocabulary as a document: every term with its Spanish and English label.

Takes the names of the installation; returns a JSON-LD document of RDFS and OWL. Served at `/ns`.
"""

from __future__ import annotations

from collections.abc import Mapping

from organica.domain.errors import Says
from organica.domain.vocabulary.concepts import Scheme
from organica.render.json_ld.change_terms import CHANGE_KINDS
from organica.render.json_ld.concepts import scheme_name
from organica.render.json_ld.context import PREFIXES
from organica.render.json_ld.names import COMMON_NAMESPACE, VOCABULARY, Names
from organica.render.json_ld.nodes import Node, link, node
from organica.render.json_ld.terms import CLASSES, THINGS, VALUES, Term

_OF_THE_VOCABULARY = ("dct", "eli", "org", "owl", "prov", "rdfs", "schema", "skos")
TITLE = Says(
    es="Vocabulario de Orgánica, el registro de cómo se organizan los organismos públicos",
    en="Vocabulary of Orgánica, the register of how public bodies are organised",
)


def vocabulary(names: Names) -> Node:
    """Return the document; what every installation says of a term is tied to one common name of it."""
    kinds = {kind.value: Term(label) for kind, label in CHANGE_KINDS.items()}
    return {
        "@context": {"@version": 1.1, **{prefix: PREFIXES[prefix] for prefix in _OF_THE_VOCABULARY}},
        "@graph": [
            node(
                id_=names.document(VOCABULARY),
                type_="owl:Ontology",
                dct_title=_both(TITLE),
                # The terms of each country are data of the installation: where they are.
                rdfs_seeAlso=[link(scheme_name(names, scheme.value)) for scheme in Scheme],
            ),
            *_terms(names, CLASSES, "owl:Class", "rdfs:subClassOf", "owl:equivalentClass"),
            *_terms(names, THINGS, "owl:ObjectProperty", "rdfs:subPropertyOf", "owl:equivalentProperty"),
            *_terms(names, VALUES, "owl:DatatypeProperty", "rdfs:subPropertyOf", "owl:equivalentProperty"),
            *_terms(names, kinds, names.term("ChangeKind"), "skos:broader", "skos:exactMatch"),
        ],
    }


def _terms(names: Names, terms: Mapping[str, Term], kind: str, wider: str, same: str) -> list[Node]:
    return [
        {
            "@id": names.term(name),
            "@type": kind,
            "rdfs:label": _both(term.label),
            "rdfs:isDefinedBy": link(names.document(VOCABULARY)),
            **({wider: [link(each) for each in term.wider]} if term.wider else {}),
            **({"owl:inverseOf": link(term.inverse)} if term.inverse else {}),
            **({same: link(COMMON_NAMESPACE + name)} if names.namespace != COMMON_NAMESPACE else {}),
        }
        for name, term in terms.items()
    ]


def _both(label: Says) -> list[Node]:
    return [{"@value": label.es, "@language": "es"}, {"@value": label.en, "@language": "en"}]
