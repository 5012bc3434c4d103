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


class UnknownTimeZone(Inapplicable):
    """A time zone that the tz database does not list."""

    code = "unknown_time_zone"
    says = Says(es="La zona horaria «{time_zone}» no existe.", en="Time zone “{time_zone}” does not exist.")
    remedy = Says(
        es="Escriba un nombre de la base tz, como America/Santiago.",
        en="Write a name of the tz database, such as America/Santiago.",
    )
