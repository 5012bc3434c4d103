"""Why a question to the search is not answered."""

from __future__ import annotations

from organica.domain.errors import BadInput, Says, Unavailable


class NothingToSearch(BadInput):
    """A question without a word that tells what is looked for."""

    code = "nothing_to_search"
    says = Says(
        es="La pregunta no tiene ninguna palabra que buscar: solo tiene palabras como «quién», «de» o «la».",
        en="The question has no word to look for: only words such as “quién”, “de” or “la”.",
    )
    remedy = Says(
        es="Agregue al menos una palabra de lo que busca, por ejemplo «capacitación».",
        en="Add at least one word of what you look for, for example “capacitación”.",
    )


class QuestionTooLong(BadInput):
    """A question longer than anybody asks."""

    code = "question_too_long"
    says = Says(
        es="La pregunta tiene {characters} caracteres; el máximo es {limit}.",
        en="The question has {characters} characters; the limit is {limit}.",
    )
    remedy = Says(
        es="Deje las palabras que dicen qué busca.", en="Leave the words that tell what you look for."
    )


class QuestionTooWide(BadInput):
    """A question whose words stand in too many names, asked of every organization at once."""

    code = "question_too_wide"
    says = Says(
        es="Las palabras de la pregunta están en más de {limit} nombres de todos los organismos.",
        en="The words of the question stand in more than {limit} names of all organizations.",
    )
    remedy = Says(
        es="Agregue otra palabra, o busque en un solo organismo (organization).",
        en="Add another word, or search in one organization (organization).",
    )


class BadSearchCursor(BadInput):
    """A place to go on from that this very search did not give."""

    code = "bad_search_cursor"
    says = Says(
        es="«{value}» no es un lugar de los resultados de esta búsqueda.",
        en="“{value}” is not a place in the results of this search.",
    )
    remedy = Says(
        es="Siga con el enlace a la página siguiente de la misma búsqueda, o quítelo para empezar.",
        en="Go on with the link to the next page of the same search, or leave it out to start.",
    )


class SearchNotReady(Unavailable):
    """The register was written by an earlier release, and nobody has prepared it for search yet."""

    code = "search_not_ready"
    says = Says(
        es="La búsqueda en todos los organismos aún no está preparada en esta base de datos.",
        en="The search over all organizations is not prepared yet in this database.",
    )
    remedy = Says(
        es="Quien opera el registro debe ejecutar «organica migrate»; por ahora, busque en un organismo.",
        en="Whoever operates the register must run `organica migrate`; for now, search in one organization.",
    )
