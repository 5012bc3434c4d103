"""Vocabularies as plain values: schemes, and their concepts.

Takes values of the domain; returns dicts that JSON can carry, in a fixed order of keys. Called by
`answers_vocabularies` and by `organica vocabularies --json`; `schemas_vocabularies` describes each.
"""

from __future__ import annotations

from collections.abc import Sequence

from api.rest.presenting.law import Plain
from organica.domain.vocabulary.concepts import SCHEME_NAMES, Concept, Scheme


def scheme_of(scheme: Scheme, concepts: Sequence[Concept]) -> Plain:
    """Return a scheme with how many concepts it has, and where they are."""
    return {
        "scheme": scheme.value,
        "label": {"es": SCHEME_NAMES[scheme].es, "en": SCHEME_NAMES[scheme].en},
        "count": len(concepts),
        "unverified": sum(not each.verified for each in concepts),
        "href": f"/v1/vocabularies/{scheme.value}",
    }


def concept(seen: Concept) -> Plain:
    """Return a concept; `country` is null where it holds in every country."""
    return {
        "scheme": seen.scheme.value,
        "code": seen.code,
        "country": seen.country,
        "label": {"es": seen.es, "en": seen.en},
        "native_labels": [{"language": language, "text": label} for language, label in seen.native],
        "alt_labels": list(seen.also),
        "normative": seen.normative,
        "class": seen.unit_class.value if seen.unit_class else None,
        "relation": seen.relation.value if seen.relation else None,
        "verified": seen.verified,
        "source": seen.source,
        "note": seen.note,
    }
