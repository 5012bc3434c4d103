"""`organica vocabularies`: the terms of each country, and which of them nobody has checked.

Takes a country and a scheme; prints the terms with their codes. Needs no register.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Annotated

import typer

from api.commands.asking import Json, language_of
from api.commands.paper import print_json, print_lines, say
from api.commands.speech import both
from api.commands.terms import vocabularies_in_use
from api.rest.presenting.vocabulary import concept as plain_concept
from organica.domain.errors import Language
from organica.domain.vocabulary.concepts import SCHEME_NAMES, Concept, Scheme
from organica.render.tree import Line, Style

HELP = both(
    "Muestra los vocabularios: qué tipos, clases, calidades y vínculos conoce cada país.",
    "Show the vocabularies: which kinds, classes, capacities and links each country knows.",
)
EPILOG = both(
    """Ejemplo:
  organica vocabularies --country pe --scheme capacities

Con --country, los del país y los comunes. «sin verificar»: nadie ha leído el término en su fuente.
ORGANICA_VOCABULARIES nombra una carpeta cuyos archivos agregan términos o países.""",
    """Example:
  organica vocabularies --country pe --scheme capacities

With --country, those of the country and the common ones. “not verified”: nobody has read the term in its
source.
ORGANICA_VOCABULARIES names a folder whose files add terms or countries.""",
)


def vocabularies(
    context: typer.Context,
    country: Annotated[
        str | None,
        typer.Option(
            "--country",
            metavar=both("PAÍS", "COUNTRY"),
            help=both("ISO 3166-1, como cl; o int.", "ISO 3166-1, such as cl; or int."),
        ),
    ] = None,
    scheme: Annotated[
        Scheme | None,
        typer.Option("--scheme", help=both("Solo este vocabulario.", "This vocabulary only.")),
    ] = None,
    as_json: Json = False,
) -> None:
    """Print the terms by scheme, the common ones first."""
    language = language_of(context)
    known = vocabularies_in_use()
    found = known.concepts(scheme, country.lower() if country else None)
    if as_json:
        print_json({"concepts": [plain_concept(each) for each in found]})
        return
    print_lines(_lines(found, language))
    unverified = sum(not each.verified for each in found)
    if language == "es":
        say(f"Términos: {len(found)}. Sin verificar: {unverified}.")
    else:
        say(f"Terms: {len(found)}. Not verified: {unverified}.")


def _lines(found: Sequence[Concept], language: Language) -> Iterator[Line]:
    for scheme, concepts in groupby(found, key=lambda each: each.scheme):
        yield Line(0, SCHEME_NAMES[scheme].render(language, {}), Style.TITLE, scheme.value)
        for concept in concepts:
            yield Line(1, _labels(concept, language), Style.FUNCTION, "; ".join(_notes(concept, language)))


def _labels(concept: Concept, language: Language) -> str:
    native = "".join(f" ({label})" for _, label in concept.native)
    return f"{concept.label(language)}{native}"


def _notes(concept: Concept, language: Language) -> Iterator[str]:
    spanish = language == "es"
    yield concept.code
    yield concept.country or ("común" if spanish else "common")
    if concept.normative is False:
        yield "constancia" if spanish else "attestation"
    if not concept.verified:
        yield "sin verificar" if spanish else "not verified"
