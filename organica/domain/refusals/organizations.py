"""Why an act on an organization cannot take effect.

One class a reason, each with its sentence and its remedy; the facts are codes, days and references.
"""

from __future__ import annotations

from organica.domain.errors import Inapplicable, Says


class OrganizationExists(Inapplicable):
    """An organization would be established twice."""

    code = "organization_exists"
    says = Says(
        es="La organización {organization} ya existe el {day}.",
        en="Organization {organization} exists already on {day}.",
    )
    remedy = Says(es="Declare lo que cambia (state).", en="State what changes.")


class OrganizationNotInForce(Inapplicable):
    """An act aims at an organization that no source has stated by that day."""

    code = "organization_not_in_force"
    says = Says(
        es="Ninguna fuente dice que la organización {organization} exista el {day}.",
        en="No source says that organization {organization} exists on {day}.",
    )
    remedy = Says(
        es="Establézcala o declárela antes (establish o state).",
        en="Establish or state it first.",
    )


class OrganizationEnded(Inapplicable):
    """An act aims at an organization that was dissolved; its code is never given again."""

    code = "organization_ended"
    says = Says(
        es="La organización {organization} fue disuelta ({ended}) y no existe el {day}.",
        en="Organization {organization} was dissolved ({ended}) and does not exist on {day}.",
    )
    remedy = Says(
        es="Revise la fecha del acto; a un organismo nuevo corresponde otro código.",
        en="Check the day of the act; a new body takes another code.",
    )


class OrganizationHasUnits(Inapplicable):
    """An organization is dissolved while it has units when the source's day is done."""

    code = "organization_has_units"
    says = Says(
        es="La organización {organization} está disuelta el {day} y aún tendría unidades: {units}.",
        en="Organization {organization} is dissolved on {day} and would still have units: {units}.",
    )
    remedy = Says(
        es="Suprima o traspase esas unidades en el mismo acto.",
        en="Suppress the units in `units`, or carry them elsewhere, in the same act.",
    )


class OrganizationWithItself(Inapplicable):
    """An organization would be attached to, or affiliated with, itself."""

    code = "organization_with_itself"
    says = Says(
        es="La organización {organization} no puede adscribirse ni afiliarse a sí misma.",
        en="Organization {organization} cannot be attached to or affiliated with itself.",
    )
    remedy = Says(es="Escriba el código del otro organismo.", en="Write the code of the other body.")


class AffiliationNotInForce(Inapplicable):
    """An act ends an affiliation that is not in force."""

    code = "affiliation_not_in_force"
    says = Says(
        es="La organización {organization} no está afiliada a {body} el {day}.",
        en="Organization {organization} is not affiliated with {body} on {day}.",
    )
    remedy = Says(es="Revise el código y la fecha.", en="Check the code and the day.")


class UnknownTimeZone(Inapplicable):
    """A time zone that the tz database does not list."""

    code = "unknown_time_zone"
    says = Says(es="La zona horaria «{time_zone}» no existe.", en="Time zone “{time_zone}” does not exist.")
    remedy = Says(
        es="Escriba un nombre de la base tz, como America/Santiago.",
        en="Write a name of the tz database, such as America/Santiago.",
    )


class HeirNotInForce(Inapplicable):
    """An organization would be succeeded by one that the register does not know on that day."""

    code = "heir_not_in_force"
    says = Says(
        es="La organización sucesora {heir} no existe en el registro el {day}.",
        en="The succeeding organization {heir} does not exist in the register on {day}.",
    )
    remedy = Says(
        es="Promulgue antes el archivo que la establece (establish) o la declara (state) desde ese día.",
        en="First enact the file that establishes or states it from that day on.",
    )
