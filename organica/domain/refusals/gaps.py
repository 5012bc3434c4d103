"""Why what a file declares not to be known, or to be known by now, cannot be entered.

One class a reason, each with its sentence and its remedy; the facts are codes, days and references.
"""

from __future__ import annotations

from organica.domain.errors import Inapplicable, Says


class GapOfNothing(Inapplicable):
    """A file declares something not known of a unit or a programme that does not exist from its day on."""

    code = "gap_of_nothing"
    says = Says(
        es="Se declara algo no sabido de «{thing}», que no existe desde el {day} en adelante.",
        en="Something is declared not known of “{thing}”, which does not exist from {day} on.",
    )
    remedy = Says(
        es="Use el código de una unidad o un programa que existan, o quítelo para hablar del organismo.",
        en="Use the code of a unit or a programme that exists, or leave it out to mean the body.",
    )


class GapNamedTwice(Inapplicable):
    """Two declarations of one source bear one reference, so that nobody could settle one of them."""

    code = "gap_named_twice"
    says = Says(
        es="Dos declaraciones de lo no sabido llevan la referencia {gap}.",
        en="Two declarations of what is not known bear the reference {gap}.",
    )
    remedy = Says(es="Dé a cada una otra `ref`.", en="Give each another `ref`.")


class UnknownGap(Inapplicable):
    """A file settles a declaration that no file of the organization made."""

    code = "unknown_gap"
    says = Says(
        es="Ningún archivo de {organization} declaró no sabido «{gap}».",
        en="No file of {organization} declared “{gap}” not to be known.",
    )
    remedy = Says(
        es="Escriba la clave de la fuente, # y la referencia, como la da la lista de pendientes.",
        en="Write the key of the source, # and the reference, as the work list gives it.",
    )
