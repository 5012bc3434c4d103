"""Why a page is not shown, beyond what the register and REST refuse.

Raised while the address of a page is read; turned into pages by `api.embed.failing`.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, NotFound, Says


class BadLanguage(BadInput):
    """A language that the pages do not speak."""

    code = "bad_language"
    says = Says(
        es="«{value}» no es un idioma de estas páginas.", en="“{value}” is no language of these pages."
    )
    remedy = Says(es="Use lang=es o lang=en.", en="Use lang=es or lang=en.")


class NoPublicAddress(NotFound):
    """A list of absolute addresses was asked for, and nobody told the service its own."""

    code = "no_public_address"
    says = Says(
        es="La lista de páginas necesita la dirección pública del servicio, que no está configurada.",
        en="The list of pages needs the public address of the service, which is not set.",
    )
    remedy = Says(
        es="Quien opera el servicio la indica en ORGANICA_PUBLIC_URL.",
        en="Whoever operates the service sets it in ORGANICA_PUBLIC_URL.",
    )
