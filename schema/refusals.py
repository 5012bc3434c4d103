"""Why a GraphQL query is not carried out, beyond what the register itself refuses.

Raised before execution by `execute` and `limits`, and by the fields that take pages and filters. Each has
a stable code, facts and a remedy, in Spanish and English, as every refusal of the register.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, Fact, Language, Says, Unavailable


class QueryNotParsed(BadInput):
    """The text is not GraphQL."""

    code = "query_not_parsed"
    says = Says(
        es="La consulta no es GraphQL válido: {reason}", en="The query is not valid GraphQL: {reason}"
    )
    remedy = Says(
        es="Revise la sintaxis en la línea y columna indicadas.",
        en="Check the syntax at the line and column.",
    )


class QueryNotValid(BadInput):
    """The query does not fit the schema: an unknown field, a missing argument, a wrong type."""

    code = "query_not_valid"
    says = Says(
        es="La consulta no corresponde al esquema: {reason}", en="The query does not fit the schema: {reason}"
    )
    remedy = Says(
        es="Consulte el esquema en /graphql/schema.graphql.", en="See the schema at /graphql/schema.graphql."
    )


class VariablesNotValid(BadInput):
    """The variables do not fit what the operation declares."""

    code = "variables_not_valid"
    says = Says(es="Las variables no son válidas: {reason}", en="The variables are not valid: {reason}")
    remedy = Says(
        es="Dé a cada variable un valor del tipo que la operación declara.",
        en="Give every variable a value of the type that the operation declares.",
    )


class UnknownOperation(BadInput):
    """The document has no such operation, or several and none was named."""

    code = "unknown_operation"
    says = Says(
        es="El documento no tiene una operación «{operation}», o tiene varias y no se indicó cuál.",
        en="The document has no operation “{operation}”, or several and none was named.",
    )
    remedy = Says(
        es="Indique en operationName una de las operaciones del documento.",
        en="Name one of the document's operations in operationName.",
    )


class QueryTooLong(BadInput):
    """More words and signs than the parser reads."""

    code = "query_too_long"
    says = Says(
        es="La consulta tiene más de {limit} palabras y signos.",
        en="The query has more than {limit} tokens.",
    )
    remedy = Says(
        es="Divídala en varias, o pida menos campos y alias.",
        en="Split it into several, or ask for fewer fields and aliases.",
    )


class QueryTooDeep(BadInput):
    """Fields nested too deeply, fragments included."""

    code = "query_too_deep"
    says = Says(
        es="La consulta anida campos a más de {limit} niveles.",
        en="The query nests fields more than {limit} levels deep.",
    )
    remedy = Says(
        es="Pida listas planas (Structure.units) en vez de anidar children.",
        en="Ask for flat lists (Structure.units) instead of nesting children.",
    )


class TooManyFragments(BadInput):
    """More fragments than a document may define."""

    code = "too_many_fragments"
    says = Says(
        es="La consulta define {fragments} fragmentos; pueden ser hasta {limit}.",
        en="The query defines {fragments} fragments; up to {limit} may be.",
    )
    remedy = Says(
        es="Junte fragmentos, o divida la consulta en varias.",
        en="Join fragments, or split the query into several.",
    )


class QueryTooWide(BadInput):
    """Fragments that spread into too many fields."""

    code = "query_too_wide"
    says = Says(
        es="La consulta pide más de {limit} campos al desplegar sus fragmentos.",
        en="The query asks for more than {limit} fields once its fragments are spread.",
    )
    remedy = Says(
        es="Repita menos los fragmentos, o divida la consulta.",
        en="Repeat fragments less often, or split the query.",
    )


class QueryRepeatsItself(BadInput):
    """The same fields in the same place, over and over."""

    code = "query_repeats_itself"
    says = Says(
        es="La consulta repite los mismos campos en un mismo lugar: pasa de {limit} pares que comparar.",
        en="The query repeats the same fields in one place: beyond {limit} pairs to compare.",
    )
    remedy = Says(es="Pida cada campo una vez en cada lugar.", en="Ask for each field once in each place.")


class WordTooLong(BadInput):
    """A name or a number that no query needs, and that every error and answer would repeat."""

    code = "word_too_long"
    says = Says(
        es="La consulta tiene un nombre o un número de más de {limit} caracteres: «{word}».",
        en="The query has a name or a number of more than {limit} characters: “{word}”.",
    )
    remedy = Says(
        es="Use nombres y alias más cortos; los números enteros llegan a 2147483647.",
        en="Use shorter names and aliases; integers go up to 2147483647.",
    )


class _SaysWhat(Says):
    """A sentence whose fact `of` is a word of the contract in English, and of the language in Spanish."""

    def render(self, language: Language, facts: dict[str, Fact]) -> str:
        """Return the sentence."""
        of = facts.get("of")
        spanish = language == "es" and isinstance(of, str)
        return Says.render(self, language, {**facts, "of": _SPANISH.get(str(of), of)} if spanish else facts)


_SPANISH: dict[str, str] = {"objects": "objetos", "fields": "campos", "seconds": "segundos"}


class QueryTooCostly(BadInput):
    """An execution that was stopped because it went on beyond a limit."""

    code = "query_too_costly"
    says = _SaysWhat(
        es="La consulta pide demasiado: se detuvo al pasar de {limit} {of} y no se entrega nada.",
        en="The query asks for too much: it was stopped beyond {limit} {of} and nothing is returned.",
    )
    remedy = Says(
        es="Pida menos: una página con first y after, sólo una rama con units(under:, depth:), menos alias, "
        "y no vuelva de functions a unit ni de children a parent.",
        en="Ask for less: a page with first and after, one branch only with units(under:, depth:), fewer "
        "aliases, and no way back from functions to unit or from children to parent.",
    )


class MutationOverGet(BadInput):
    """A GET request may only read."""

    code = "mutation_over_get"
    says = Says(
        es="Una petición GET solo puede consultar; la operación es «{operation}».",
        en="A GET request may only read; the operation is a “{operation}”.",
    )
    remedy = Says(es="Use POST.", en="Use POST.")


class PageSizeOutOfRange(BadInput):
    """`first` asks for too many, or for none."""

    code = "page_size_out_of_range"
    says = Says(
        es="first debe estar entre 1 y {limit}; se pidió {first}.",
        en="first must lie between 1 and {limit}; {first} was asked for.",
    )
    remedy = Says(
        es="Pida hasta {limit} y siga con after y pageInfo.endCursor.",
        en="Ask for up to {limit} and go on with after and pageInfo.endCursor.",
    )


class BadCursor(BadInput):
    """A cursor that this list did not give."""

    code = "bad_cursor"
    says = Says(
        es="El cursor «{cursor}» no lo entregó esta lista.",
        en="The cursor “{cursor}” was not given by this list.",
    )
    remedy = Says(
        es="Use en after el valor de pageInfo.endCursor de la misma lista, o quítelo para empezar.",
        en="Give after the value of pageInfo.endCursor of the same list, or leave it out to start.",
    )


class BadDepth(BadInput):
    """`depth` below the first level."""

    code = "bad_depth"
    says = Says(
        es="depth debe ser 1 o más; se pidió {depth}.", en="depth must be 1 or more; {depth} was given."
    )
    remedy = Says(
        es="1 son las unidades inmediatas; quítelo para todas.",
        en="1 means the units directly below; leave it out for all.",
    )


class AmbiguousSource(BadInput):
    """A source must be named in exactly one way."""

    code = "ambiguous_source"
    says = Says(
        es="Indique id, o bien organization y citation.", en="Give either id, or organization and citation."
    )
    remedy = Says(
        es="Por ejemplo: organization: «cl.chilecompra», citation: «Resolución exenta 35B de 2024».",
        en="For example: organization: “cl.chilecompra”, citation: “Resolución exenta 35B de 2024”.",
    )


class InternalError(Unavailable):
    """A fault of ours; the log has it, the answer does not."""

    code = "internal_error"
    says = Says(es="Ocurrió un error interno.", en="An internal error occurred.")
    remedy = Says(
        es="Repita más tarde; si persiste, avise a quien opera el registro.",
        en="Try again later; if it persists, tell whoever operates the register.",
    )
