"""JSON Schemas of vocabularies: the published half of `presenting_vocabulary`.

Takes nothing; gives `VOCABULARIES`, by name.
"""

from __future__ import annotations

from api.rest.schemas.words import (
    COUNT,
    TEXT,
    TRUTH,
    JsonSchema,
    an_object,
    list_of,
    one_of,
    or_null,
    ref,
    said,
)
from organica.domain.acts import UnitClass
from organica.domain.source import RelationKind
from organica.domain.vocabulary.concepts import Scheme

_LABEL = an_object("What it is called.", es=TEXT, en=TEXT)
_COUNTRY = said(or_null(TEXT), "ISO 3166-1 alpha-2, or int, as asked.")

VOCABULARIES: dict[str, JsonSchema] = {
    "VocabularyList": an_object(
        "The vocabularies.",
        country=_COUNTRY,
        countries=said(list_of(TEXT), "The countries that have terms of their own."),
        schemes=list_of(ref("VocabularyItem")),
    ),
    "VocabularyItem": an_object(
        "A vocabulary.",
        scheme=one_of(Scheme),
        label=_LABEL,
        count=said(COUNT, "How many terms it has; with a country, its own and the common ones."),
        unverified=said(COUNT, "How many of them nobody has read in their source."),
        href=said(TEXT, "Where its terms are."),
    ),
    "Vocabulary": an_object(
        "The terms of a vocabulary, the common ones first, then by country and code.",
        scheme=one_of(Scheme),
        label=_LABEL,
        country=_COUNTRY,
        concepts=list_of(ref("Concept")),
    ),
    "Concept": an_object(
        "A term of a country.",
        scheme=one_of(Scheme),
        code=said(TEXT, "Unique in its vocabulary and country."),
        country=said(or_null(TEXT), "null: it holds in every country."),
        label=_LABEL,
        native_labels=list_of(
            an_object("What it is called in another language.", language=said(TEXT, "ISO 639."), text=TEXT)
        ),
        alt_labels=said(list_of(TEXT), "Other ways of printing it: feminine, plural, short."),
        normative=said(or_null(TRUTH), "Of a kind of source: whether it is a norm, or only attests."),
        class_=said(or_null(one_of(UnitClass)), "The register's class of such units, where one is usual."),
        relation=said(or_null(one_of(RelationKind)), "Of a kind of relation: the register's own one."),
        verified=said(TRUTH, "Whether the term was read in its source; false: nobody has checked it."),
        source=said(or_null(TEXT), "The norm or public page that has it, or that is to be checked."),
        note=said(or_null(TEXT), "What its readers should know, in Spanish."),
    ),
}
