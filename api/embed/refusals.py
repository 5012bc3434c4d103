"""Why a page is not shown, beyond what the register and REST refuse.

Raised while the address of a page is read; turned into pages by `api.embed.failing`.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, NotFound, Refused, Says


class BadLanguage(BadInput):
    """A language that the pages do not speak."""

    code = "bad_language"
    says = Says(
        es="«{value}» no es un idioma de estas páginas.", en="“{value}” is no language of these pages."
    )
    remedy = Says(es="Use lang=es o lang=en.", en="Use lang=es or lang=en.")


class NoPublicAddress(NotFound):
    """Absolute addresses were asked for, and nobody told the service its own."""

    code = "no_public_address"
    says = Says(
        es="Lo que se pide consta de direcciones completas, y el servicio no sabe su dirección pública.",
        en="What is asked for is made of whole addresses, and the service does not know its public address.",
    )
    remedy = Says(
        es="Quien opera el servicio la indica en ORGANICA_PUBLIC_URL.",
        en="Whoever operates the service sets it in ORGANICA_PUBLIC_URL.",
    )


class BadChoice(BadInput):
    """A choice that the page for editors does not offer."""

    code = "bad_choice"
    says = Says(es="«{value}» no es una de las opciones.", en="“{value}” is not one of the choices.")
    remedy = Says(es="Use una de estas: {known}.", en="Use one of these: {known}.")


class BadSize(BadInput):
    """A width or height that nothing can be given."""

    code = "bad_size"
    says = Says(es="«{value}» no es una medida posible.", en="“{value}” is not a possible measure.")
    remedy = Says(
        es="Pida píxeles, como número entero entre 1 y {most}.",
        en="Ask for pixels, as a whole number from 1 to {most}.",
    )


class NothingToEmbed(NotFound):
    """An address that leads to no page and no chart of this installation."""

    code = "nothing_to_embed"
    says = Says(
        es="En «{url}» no hay ninguna página ni organigrama de este registro.",
        en="At “{url}” there is no page and no chart of this register.",
    )
    remedy = Says(
        es="Dé la dirección completa de una página, por ejemplo {example}.",
        en="Give the whole address of a page, for example {example}.",
    )


class FormatNotOffered(Refused):
    """A format in which oEmbed does not answer here."""

    code = "format_not_offered"
    says = Says(
        es="No hay respuesta en el formato «{value}».", en="There is no answer in the format “{value}”."
    )
    remedy = Says(es="Pida format=json.", en="Ask for format=json.")
