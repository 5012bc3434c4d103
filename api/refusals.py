"""Why a request is not answered, whatever it asks the register: paths, methods, formats, bodies.

Raised by the application and its edge, and by GraphQL over HTTP; turned into answers by `api.problems`.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, NotFound, Says


class UnknownPath(NotFound):
    """Nothing is served under this path."""

    code = "unknown_path"
    says = Says(es="No hay nada en la ruta «{path}».", en="There is nothing at the path “{path}”.")
    remedy = Says(
        es="Las rutas existentes están en /openapi.json.", en="The existing paths are in /openapi.json."
    )


class UnknownProblem(NotFound):
    """No problem has this code."""

    code = "unknown_problem"
    says = Says(
        es="No existe el tipo de problema «{problem}».", en="There is no problem of type “{problem}”."
    )
    remedy = Says(
        es="Use el miembro `type` de un problema recibido.", en="Use the member `type` of a problem received."
    )


class MethodNotAllowed(BadInput):
    """The path is served, but not by this method."""

    code = "method_not_allowed"
    says = Says(
        es="La ruta «{path}» no admite el método {method}.",
        en="The path “{path}” does not take the method {method}.",
    )
    remedy = Says(es="Use uno de estos: {allowed}.", en="Use one of these: {allowed}.")


class NotAcceptable(BadInput):
    """The reader accepts none of the formats that there are."""

    code = "not_acceptable"
    says = Says(
        es="Esta respuesta no existe en ninguno de los formatos que pide Accept.",
        en="This answer exists in none of the formats that Accept asks for.",
    )
    remedy = Says(es="Pida {accepted}.", en="Ask for {accepted}.")


class UnsupportedMediaType(BadInput):
    """A body of a type that is not read here."""

    code = "unsupported_media_type"
    says = Says(
        es="El cuerpo no viene en un tipo que se lea aquí.",
        en="The body is not of a type that is read here.",
    )
    remedy = Says(es="Envíe application/json.", en="Send application/json.")


class BodyTooLarge(BadInput):
    """A body larger than what is read."""

    code = "body_too_large"
    says = Says(
        es="El cuerpo de la petición es demasiado grande.", en="The body of the request is too large."
    )
    remedy = Says(es="Envíe como máximo {limit} bytes.", en="Send {limit} bytes at most.")


class MalformedRequest(BadInput):
    """A request that cannot be read at all."""

    code = "malformed_request"
    says = Says(es="La petición no se puede leer.", en="The request cannot be read.")
    remedy = Says(es="Revise la petición y repita.", en="Check the request and repeat.")


class BadEncoding(BadInput):
    """A path or query whose bytes are no UTF-8."""

    code = "bad_encoding"
    says = Says(
        es="La petición ({place}) no está codificada en UTF-8.",
        en="The request ({place}) is not encoded in UTF-8.",
    )
    remedy = Says(
        es="Codifique cada letra en UTF-8 y escríbala con %, por ejemplo «%C3%B1» para «ñ».",
        en="Encode each letter in UTF-8 and write it with %, for example “%C3%B1” for “ñ”.",
    )


class BodyTooSlow(BadInput):
    """A body that was announced and did not come."""

    code = "body_too_slow"
    says = Says(
        es="El cuerpo no llegó completo en {limit} segundos.",
        en="The body did not arrive in full within {limit} seconds.",
    )
    remedy = Says(
        es="Repita la petición, con Content-Length igual a los bytes que envía.",
        en="Send the request again, with a Content-Length equal to the bytes that you send.",
    )
