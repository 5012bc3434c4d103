"""Why a file of vocabulary cannot be taken in, apart from what is wrong with any file.

Raised by `vocabulary_file` only, each with file, line, column, path and a remedy.
"""

from __future__ import annotations

from organica.domain.errors import Says
from organica.files.errors import FileRefused


class ConceptTaken(FileRefused):
    """A code that its country has already. Facts: concept, scheme, country, first (its place)."""

    code = "concept_taken"
    says = Says(
        es="El código «{concept}» ya está en {scheme} de {country}, en {first}.",
        en="The code “{concept}” is in {scheme} of {country} already, at {first}.",
    )
    remedy = Says(
        es="Dé a este concepto otro código, o quítelo si es el mismo.",
        en="Give this concept another code, or remove it if it is the same one.",
    )


class TermTaken(FileRefused):
    """A label of another concept of the country. Facts: term, concept (the other), first (its place)."""

    code = "term_taken"
    says = Says(
        es="«{term}» ya nombra a «{concept}», en {first}.",
        en="“{term}” names “{concept}” already, at {first}.",
    )
    remedy = Says(
        es="Deje el término en uno solo de los dos conceptos.",
        en="Leave the term with one of the two concepts.",
    )


class TermWithoutLetters(FileRefused):
    """A label or another way of printing it without a letter and a digit. Facts: term."""

    code = "term_without_letters"
    says = Says(es="«{term}» no tiene letras ni cifras.", en="“{term}” has no letter and no digit.")
    remedy = Says(es="Escriba el término tal como se imprime.", en="Write the term as it is printed.")


class VerifiedWithoutSource(FileRefused):
    """A concept that is said to be verified without the norm or page that has it. Facts: concept."""

    code = "verified_without_source"
    says = Says(
        es="«{concept}» se da por verificado sin decir dónde.",
        en="“{concept}” is said to be verified, and not where.",
    )
    remedy = Says(
        es="Indique en `source` la norma o la página pública en que se leyó, o escriba «verified: false».",
        en="Give in `source` the norm or the public page in which it was read, or write “verified: false”.",
    )


class VocabularyFolderMissing(FileRefused):
    """The folder with the operator's vocabularies does not exist. Facts: folder."""

    code = "vocabulary_folder_missing"
    says = Says(
        es="No existe la carpeta de vocabularios {folder}.",
        en="There is no folder of vocabularies {folder}.",
    )
    remedy = Says(
        es="Revise ORGANICA_VOCABULARIES, o quítela para usar solo los vocabularios incluidos.",
        en="Check ORGANICA_VOCABULARIES, or remove it to use the included vocabularies only.",
    )
