"""Why a GraphQL request over HTTP cannot be read, beyond what any request may lack (`api.refusals`).

Raised by `graphql_request`; turned into GraphQL errors by `graphql_http`.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, Says


class MalformedJson(BadInput):
    """The body, or the parameter `variables` or `extensions`, is no JSON."""

    code = "malformed_json"
    says = Says(es="«{place}» no es JSON válido: {reason}", en="“{place}” is not valid JSON: {reason}")
    remedy = Says(es="Envíe un objeto JSON en UTF-8.", en="Send a JSON object in UTF-8.")


class JsonTooDeep(BadInput):
    """JSON nested more deeply than is read."""

    code = "json_too_deep"
    says = Says(
        es="«{place}» anida demasiados niveles de JSON.", en="“{place}” nests too many levels of JSON."
    )
    remedy = Says(es="Envíe un objeto más plano.", en="Send a flatter object.")


class InvalidText(BadInput):
    """Bytes that are no UTF-8, or halves of characters."""

    code = "invalid_utf8"
    says = Says(es="«{place}» no es texto UTF-8 válido.", en="“{place}” is not valid UTF-8 text.")
    remedy = Says(
        es="Codifique en UTF-8, sin mitades de caracteres (\\ud800).",
        en="Encode in UTF-8, without halves of characters (\\ud800).",
    )


class DuplicateJsonKey(BadInput):
    """The same key twice: nobody can tell which one was meant."""

    code = "duplicate_json_key"
    says = Says(es="La clave «{key}» viene más de una vez.", en="The key “{key}” is given more than once.")
    remedy = Says(es="Déjela una sola vez.", en="Leave it once.")


class NotAnObject(BadInput):
    """A body that is JSON and no object."""

    code = "not_an_object"
    says = Says(
        es="El cuerpo debe ser un objeto JSON; es {found}.",
        en="The body must be a JSON object; it is {found}.",
    )
    remedy = Says(
        es="Envíe {{«query»: «…», «variables»: {{…}}}}.", en="Send {{“query”: “…”, “variables”: {{…}}}}."
    )


class BatchRefused(BadInput):
    """Several operations in one request."""

    code = "batch_refused"
    says = Says(
        es="El cuerpo es una lista; aquí va una operación por petición.",
        en="The body is a list; one request carries one operation here.",
    )
    remedy = Says(
        es="Envíe cada operación por separado, o pida varios campos en una.",
        en="Send every operation on its own, or ask for several fields in one.",
    )


class MissingQuery(BadInput):
    """No query in the request."""

    code = "missing_query"
    says = Says(
        es="Falta «query», el texto de la consulta, o «documentId».",
        en="“query”, the text of the query, is missing, and so is “documentId”.",
    )
    remedy = Says(
        es="Envíe {{«query»: «{{ __typename }}»}}; los ejemplos están en /explorer.",
        en="Send {{“query”: “{{ __typename }}”}}; examples are at /explorer.",
    )


class PersistedQueryNotSupported(BadInput):
    """A digest in the place of a query, which nobody registered here.

    Clients that ask so (Apollo, urql) know this message and no other: they send the text, and from then on
    always do. Source: Apollo's automatic persisted queries.
    """

    code = "persisted_query_not_supported"
    says = Says(es="PersistedQueryNotSupported", en="PersistedQueryNotSupported")
    remedy = Says(
        es="Envíe «query», o registre sus consultas y pídalas por «documentId» (ORGANICA_TRUSTED_DOCUMENTS).",
        en="Send “query”, or register your documents and ask for them by “documentId” "
        "(ORGANICA_TRUSTED_DOCUMENTS).",
    )


class QueryAndDocument(BadInput):
    """Both a text and the id of a document."""

    code = "query_and_document"
    says = Says(
        es="La petición trae «query» y «documentId»; solo una de las dos puede valer.",
        en="The request has both “query” and “documentId”; only one of them can count.",
    )
    remedy = Says(es="Envíe una de las dos.", en="Send one of the two.")


class UnknownDocument(BadInput):
    """An id that no trusted document has."""

    code = "unknown_document"
    says = Says(
        es="No hay una consulta registrada con el identificador «{document}».",
        en="No trusted document has the id “{document}”.",
    )
    remedy = Says(
        es="Publique de nuevo el manifiesto de consultas (ORGANICA_TRUSTED_DOCUMENTS), o envíe «query».",
        en="Publish the manifest of documents anew (ORGANICA_TRUSTED_DOCUMENTS), or send “query”.",
    )


class DocumentNotTrusted(BadInput):
    """A text that is not among the trusted ones, where only those are carried out."""

    code = "document_not_trusted"
    says = Says(
        es="Este servidor solo responde las consultas registradas en su manifiesto.",
        en="This server only answers the documents that its manifest holds.",
    )
    remedy = Says(
        es="Pida una de ellas por «documentId»; quien opera el servidor puede agregar la suya.",
        en="Ask for one of them by “documentId”; whoever operates the server can add yours.",
    )


class BadTrustedDocuments(BadInput):
    """A manifest of documents that cannot be used; the server does not start with it."""

    code = "bad_trusted_documents"
    says = Says(
        es="El manifiesto de consultas {path} no sirve: {reason}",
        en="The manifest of documents {path} cannot be used: {reason}",
    )
    remedy = Says(
        es="Debe ser un objeto JSON de identificador a texto, y cada texto una consulta válida según "
        "/graphql/schema.graphql.",
        en="It must be a JSON object from id to text, each text a query that is valid by "
        "/graphql/schema.graphql.",
    )


class BadRequestMember(BadInput):
    """A member of the request that is of another type."""

    code = "bad_request_member"
    says = Says(es="«{member}» debe ser {expected}.", en="“{member}” must be {expected}.")
    remedy = Says(
        es="query, documentId y operationName son textos; variables y extensions son objetos.",
        en="query, documentId and operationName are strings; variables and extensions are objects.",
    )
