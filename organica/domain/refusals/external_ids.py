"""Why a mapping to the codes of another system cannot be entered.

One class a reason, each with its sentence and its remedy; the facts are codes, systems and values.
"""

from __future__ import annotations

from organica.domain.errors import Conflict, NotFound, Says


class NothingByThatCode(NotFound):
    """A mapping names a thing that the organization never had."""

    code = "nothing_by_that_code"
    says = Says(
        es="La organización no tiene ni tuvo «{code}» ({noun}).",
        en="The organization has and had no {noun} “{code}”.",
    )
    remedy = Says(
        es="Revise el código en la estructura de la organización.",
        en="Check the code in the organization's structure.",
    )


class ExternalIdTaken(Conflict):
    """A name in another system means another thing already."""

    code = "external_id_taken"
    says = Says(
        es="En {system}, «{value}» ya corresponde a {code}.",
        en="In {system}, “{value}” means {code} already.",
    )
    remedy = Says(
        es="Retire antes la correspondencia anterior (withdrawn: true).",
        en="Withdraw the former tie first (withdrawn: true).",
    )


class ExternalIdNotHeld(Conflict):
    """A tie would be withdrawn that is not there."""

    code = "external_id_not_held"
    says = Says(
        es="{code} no tiene en {system} el valor «{value}».",
        en="{code} does not bear the value “{value}” in {system}.",
    )
    remedy = Says(es="Revise el sistema y el valor.", en="Check the system and the value.")


class ExternalIdChangesNothing(Conflict):
    """A tie would be made that is there already."""

    code = "external_id_changes_nothing"
    says = Says(
        es="{code} ya tiene en {system} el valor «{value}».",
        en="{code} bears the value “{value}” in {system} already.",
    )
    remedy = Says(es="Quite esa línea.", en="Leave that line out.")
