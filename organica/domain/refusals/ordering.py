"""Why acts cannot stand in the order that their files give them.

One class a reason, each with its sentence and its remedy; the facts are codes, days and references.
"""

from __future__ import annotations

from organica.domain.errors import Conflict, Language, NotFound, Refused, Says


class UndatedOrder(Conflict):
    """Two sources say different things of one matter, and nothing tells which came later."""

    code = "order_unknown"
    says = Says(
        es="{first} y {second} disponen distinto sobre {field} de {target} y no consta cuál es posterior.",
        en="{first} and {second} differ on the {field} of {target}, and nothing tells which is later.",
    )
    remedy = Says(
        es="Declare en el archivo el orden: after: [fuente anterior].",
        en="Declare the order in the file: after: [earlier source].",
    )


class UnknownPredecessor(NotFound):
    """A file says that it comes after a source that the register does not know."""

    code = "unknown_predecessor"
    says = Says(
        es="El archivo dice ser posterior a {after}, que el registro no conoce.",
        en="The file says it comes after {after}, which the register does not know.",
    )
    remedy = Says(
        es="Revise la clave de esa fuente o cárguela antes.",
        en="Check that source's key or enact it first.",
    )


class PredecessorBeginsLater(Conflict):
    """An act is declared to come after a source that begins when the act is surely in force already."""

    code = "predecessor_begins_later"
    says = Says(
        es="El acto rige desde {since}, pero se declara posterior a {after}, que rige desde el {day}.",
        en="The act is in force from {since}, yet declared to come after {after}, in force from {day}.",
    )
    remedy = Says(
        es="Corrija after o la fecha de vigencia del acto.",
        en="Correct `after` or the day from which the act is in force.",
    )


class OrderCycle(Conflict):
    """Sources that are each declared to come after the other."""

    code = "order_cycle"
    says = Says(
        es="Estas fuentes se declaran posteriores unas a otras: {sources}.",
        en="These sources are declared to come after one another: {sources}.",
    )
    remedy = Says(es="Corrija la clave after.", en="Correct the key `after`.")


class LaterActNoLongerApplies(Conflict):
    """A new act leaves acts that were enacted before without what they stand on; `later_acts` lists them."""

    code = "later_act_no_longer_applies"
    says = Says(
        es="Con este acto ya no podrían aplicarse: {later_acts}. {cause}",
        en="With this act these could no longer apply: {later_acts}. {cause}",
    )
    remedy = Says(
        es="Corrija el acto nuevo o, si los posteriores deben ceder, rectifíquelos, invalídelos o déjelos "
        "sin efecto en el mismo archivo.",
        en="Correct the new act or, where the later ones are to give way, rectify, invalidate or revoke them "
        "in the same file.",
    )

    def __init__(
        self, cause: Refused, later_source: str, later_act: str, later_acts: tuple[str, ...]
    ) -> None:
        self.cause = cause
        super().__init__(
            later_source=later_source, later_act=later_act, later_acts=later_acts, cause=cause.code
        )

    def sentence(self, language: Language = "es") -> str:
        """Return what happened, with the reason of the later act in the same language."""
        return self.says.render(language, {**self.facts, "cause": self.cause.sentence(language)})
