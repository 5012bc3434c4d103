"""What REST answers about vocabularies.

Takes the reads of the process and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`.
"""

from __future__ import annotations

from api.rest.answers.answering import Answer
from api.rest.presenting import vocabulary as shown
from api.rest.refusals import UnknownVocabulary
from organica.domain.vocabulary.concepts import SCHEME_NAMES, Scheme
from organica.register.consult import Consult


async def vocabularies(consult: Consult, country: str | None = None) -> Answer:
    """Return the schemes, and the countries that have terms of their own."""
    known = consult.vocabularies
    schemes = [shown.scheme_of(each, known.concepts(each, country)) for each in Scheme]
    return Answer({"country": country, "countries": list(known.countries), "schemes": schemes})


async def vocabulary(consult: Consult, scheme: str, country: str | None = None) -> Answer:
    """Return the concepts of a scheme, the common ones first. Raises: UnknownVocabulary."""
    if scheme not in list(Scheme):
        raise UnknownVocabulary(scheme=scheme, known=tuple(each.value for each in Scheme))
    found = Scheme(scheme)
    concepts = consult.vocabularies.concepts(found, country)
    label = {"es": SCHEME_NAMES[found].es, "en": SCHEME_NAMES[found].en}
    listed = [shown.concept(each) for each in concepts]
    return Answer({"scheme": scheme, "label": label, "country": country, "concepts": listed})
