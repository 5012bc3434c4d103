"""Why an act of any kind cannot take effect: what it aims at, what is covered, what it may say.

One class a reason, each with its sentence and its remedy; the facts are codes, days and references.
"""

from __future__ import annotations

from organica.domain.errors import Inapplicable, Says


class NamedTwice(Inapplicable):
    """One list names the same function or post twice."""

    code = "named_twice"
    says = Says(
        es="La lista de {unit} nombra {code} dos veces.",
        en="The list of {unit} names {code} twice.",
    )
    remedy = Says(es="Deje el código en uno solo.", en="Leave the code on one of them.")


class TargetMoved(Inapplicable):
    """A path now leads to another thing than the one recorded when the act was enacted."""

    code = "target_moved"
    says = Says(
        es="{at} se refería a {recorded} y ahora se referiría a {found}.",
        en="{at} meant {recorded} and would now mean {found}.",
    )
    remedy = Says(
        es="Ajuste el acto nuevo para que no cambie a qué se refiere el posterior.",
        en="Change the new act so that the later one still means the same.",
    )


class ActChangesNothing(Inapplicable):
    """An act that orders what is so already."""

    code = "act_changes_nothing"
    says = Says(es="El acto sobre {target} no cambia nada.", en="The act on {target} changes nothing.")
    remedy = Says(
        es="Quítelo o, si el texto repite lo vigente, use restate.",
        en="Leave it out or, where the text repeats what is in force, use restate.",
    )


class OutsideCoverage(Inapplicable):
    """An act concerns a unit that no declared coverage reaches on that day."""

    code = "outside_coverage"
    says = Says(
        es="La unidad {unit} queda fuera de la cobertura declarada el {day}.",
        en="Unit {unit} lies outside the declared coverage on {day}.",
    )
    remedy = Says(
        es="Declare en el archivo qué cubre (coverage: complete_under o partial_under).",
        en="Declare in the file what it covers (coverage: complete_under or partial_under).",
    )


class CoverageOfNothing(Inapplicable):
    """A file claims to cover a part that does not exist when its source begins."""

    code = "coverage_of_nothing"
    says = Says(
        es="Se declara cubierta «{part}», que no existe el {day}.",
        en="“{part}” is declared covered and does not exist on {day}.",
    )
    remedy = Says(
        es="Use el código de una unidad que el archivo declare, o el de la organización.",
        en="Use the code of a unit that the file states, or of the organization.",
    )


class CannotAttest(Inapplicable):
    """An attestation only states; ordering is for norms."""

    code = "cannot_attest"
    says = Says(
        es="Una constancia (attestation) solo puede declarar (state); «{act}» lo ordena una norma.",
        en="An attestation can only state; “{act}” takes a norm.",
    )
    remedy = Says(
        es="Use state, o cite la norma que lo ordena como fuente.",
        en="Use state, or cite the norm that orders it as the source.",
    )
